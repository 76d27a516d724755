#include "extract/title_list.h"

#include <algorithm>
#include <fstream>

namespace synoptic::extract {

namespace {

constexpr std::uint64_t seed = 1469598103934665603ULL;

// FNV-1a over the token without case: ASCII and Latin-1 capitals, which is what titles in our languages have.
std::uint64_t add_token(std::uint64_t hash, const Token& token, std::string_view text) {
  const auto step = [&](unsigned char byte) { hash = (hash ^ byte) * 1099511628211ULL; };
  const auto written = token.of(text);
  if (token.kind == TokenKind::Mark && written.size() > 1) {
    // Typographic marks of two or three bytes: apostrophes and dashes count as their ASCII form.
    const bool apostrophe = written == "’" || written == "‘";
    const bool dash = written == "–" || written == "—" || written == "‑" || written == "‐";
    step(apostrophe ? '\'' : dash ? '-' : static_cast<unsigned char>(written[2 % written.size()]));
  } else {
    for (std::size_t i = 0; i < written.size(); ++i) {
      auto byte = static_cast<unsigned char>(written[i]);
      if (byte >= 'A' && byte <= 'Z') byte = static_cast<unsigned char>(byte + 32);
      const bool latin_capital = i > 0 && static_cast<unsigned char>(written[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
      step(latin_capital ? static_cast<unsigned char>(byte + 0x20) : byte);
    }
  }
  step(' ');
  return hash;
}

}  // namespace

TitleList TitleList::load(const std::filesystem::path& folder, std::string_view language) {
  TitleList list;
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".tsv" && entry.path().stem().string().starts_with(std::string(language) + "-")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file);
    const auto jurisdiction = file.stem().string().substr(language.size() + 1);
    for (std::string line; std::getline(in, line);) {
      const auto tab = line.find('\t');
      if (tab != std::string::npos && !line.starts_with('#')) list.add(jurisdiction, std::string_view(line).substr(0, tab), std::string_view(line).substr(tab + 1));
    }
  }
  return list;
}

void TitleList::add(std::string_view jurisdiction, std::string_view title, std::string_view target) {
  static const Vocabulary none;
  const TokenText text = scan(title, none);
  std::uint64_t hash = seed;
  auto& country = countries_[std::string(jurisdiction)];
  for (std::size_t i = 0; i + 1 < text.tokens.size(); ++i) {
    hash = add_token(hash, text.tokens[i], title);
    if (i == 1) country.starts.insert(hash);
  }
  country.longest = std::max(country.longest, text.tokens.size() - 1);
  if (country.by_hash.try_emplace(hash, static_cast<std::uint32_t>(entries_.size())).second) {
    entries_.push_back({std::string(jurisdiction), std::string(title), std::string(target)});
  }
}

const TitleList::Country* TitleList::country(std::string_view jurisdiction) const {
  auto found = countries_.find(jurisdiction);
  if (found == countries_.end()) found = countries_.find(jurisdiction.substr(0, jurisdiction.find('-')));
  return found == countries_.end() ? nullptr : &found->second;
}

TitleList::Found TitleList::longest(const TokenText& text, std::size_t token, std::string_view jurisdiction) const {
  Found best;
  const Country* titles = country(jurisdiction);
  if (!titles) return best;
  std::uint64_t hash = seed;
  for (std::size_t i = token, length = 0; length < titles->longest && i + 1 < text.tokens.size(); ++i) {
    if (text.tokens[i].kind == TokenKind::Newline) continue;
    hash = add_token(hash, text.tokens[i], text.text);
    if (++length == 2 && !titles->starts.contains(hash)) break;
    if (const auto found = titles->by_hash.find(hash); found != titles->by_hash.end()) best = {i + 1, &entries_[found->second].target};
  }
  return best;
}

TitleList::Found TitleList::exact(const TokenText& text, std::size_t first, std::size_t last, std::string_view jurisdiction) const {
  const Country* titles = country(jurisdiction);
  if (!titles) return {};
  std::uint64_t hash = seed;
  for (std::size_t i = first; i < last; ++i) {
    if (text.tokens[i].kind != TokenKind::Newline) hash = add_token(hash, text.tokens[i], text.text);
  }
  const auto found = titles->by_hash.find(hash);
  return found == titles->by_hash.end() ? Found{} : Found{last, &entries_[found->second].target};
}

}  // namespace synoptic::extract
