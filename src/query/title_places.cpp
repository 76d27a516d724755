#include "query/title_places.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::query {

namespace {

constexpr std::size_t reach = 160;  // bytes around a title in which its place is looked for

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool is_inside_character(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

// The end of a window that starts at `from`: no character is cut.
std::size_t window_end(std::string_view text, std::size_t from) {
  auto end = std::min(text.size(), from + reach);
  while (end > from && is_inside_character(text, end)) --end;
  return end;
}

// Behind the number of the law, if it stands at `at` however it is punctuated: ", RSC 1985, c C-46".
std::size_t behind_number(std::string_view text, std::size_t at, std::string_view number) {
  const auto is_sign = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  std::size_t end = at;
  for (const char c : number) {
    if (!is_sign(c)) continue;
    while (end < text.size() && !is_sign(text[end]) && text[end] != '\n') ++end;
    if (end == text.size() || lower(text[end]) != lower(c)) return at;
    ++end;
  }
  return end < text.size() && is_sign(text[end]) ? at : end;
}

}  // namespace

TitlePlaces::TitlePlaces(const resolve::PlaceWords& words)
    : words_(words),
      place_("(?i)^" + resolve::place_regex(words), RE2::Quiet),
      further_(R"((?i)^(?:\s*,\s*(?:(?:and|or|et|ou)\s+)?|\s+(?:and|or|to|et|ou|à|au)\s+|\s*(?:&|-|\x{2013})\s*))" + resolve::further_place_regex(words), RE2::Quiet),
      joint_(R"((?i)^\s*(?:,|,?\s*(?:of|to|under|in)(?:\s+the)?|du|de\s+la|de\s+l['\x{2019}]|des)?\s*$)", RE2::Quiet),
      gap_(R"((?i)^(\.?(?:\s*\([^()\n]{1,60}\))?(?:\s*,\s*|\s+)))", RE2::Quiet),
      of_another_(R"((?i)^,?\s*(?:(?:of|to|under)\s|du\s|de\s+la\s|de\s+l['\x{2019}]|des\s))", RE2::Quiet) {}

// The place that starts at `start`, and those of its list that end before `last`.
std::vector<PlacedTitle> TitlePlaces::list(std::string_view text, std::size_t start, std::size_t last) const {
  std::vector<PlacedTitle> found;
  const auto add = [&](const re2::StringPiece& words, std::optional<resolve::Place> place) {
    if (!place || place->eid.find('_') == std::string::npos) return false;
    const auto at = static_cast<std::size_t>(words.data() - text.data());
    found.push_back({{at, at + words.size()}, std::move(*place)});
    return true;
  };
  re2::StringPiece words;
  if (!RE2::PartialMatch(piece(text.substr(start, last - start)), place_, &words)) return found;
  const std::string_view first(words.data(), words.size());
  if (!add(words, resolve::read_place(first, words_)) || !resolve::is_list_of_places(first)) return found;
  for (std::size_t at = found.back().span.end; RE2::PartialMatch(piece(text.substr(at, last - at)), further_, &words); at = found.back().span.end) {
    if (!add(words, resolve::read_further_place({words.data(), words.size()}, found.front().place))) break;
  }
  return found;
}

std::vector<PlacedTitle> TitlePlaces::before(std::string_view text, const base::Span& title) const {
  std::size_t start = title.start > reach ? title.start - reach : 0;
  while (is_inside_character(text, start)) ++start;
  if (const auto line = text.substr(start, title.start - start).rfind('\n'); line != std::string_view::npos) start += line + 1;
  bool in_word = start > 0 && base::is_letter(static_cast<unsigned char>(text[start - 1]));
  for (std::size_t at = start; at < title.start;) {
    const std::size_t next_start = at;
    const char32_t c = base::decode(text, at);
    const bool starts = !in_word && c != ' ' && c != ',';
    in_word = base::is_letter(c);
    if (!starts) continue;
    auto places = list(text, next_start, title.start);
    if (places.empty() || !RE2::PartialMatch(piece(text.substr(places.back().span.end, title.start - places.back().span.end)), joint_)) continue;
    places.back().span.end = title.end;
    return places;
  }
  return {};
}

std::vector<PlacedTitle> TitlePlaces::behind(std::string_view text, const base::Span& title, const std::vector<std::string>& numbers) const {
  std::size_t at = title.end;
  for (const auto& number : numbers) at = std::max(at, behind_number(text, title.end, number));
  const std::size_t last = window_end(text, at);
  re2::StringPiece gap;
  if (!RE2::PartialMatch(piece(text.substr(at, last - at)), gap_, &gap)) return {};
  auto all = list(text, at + gap.size(), last);
  if (all.empty() || RE2::PartialMatch(piece(text.substr(all.back().span.end, window_end(text, all.back().span.end) - all.back().span.end)), of_another_)) return {};
  all.front().span.start = title.start;
  return all;
}

std::vector<PlacedTitle> TitlePlaces::around(std::string_view text, const base::Span& title, const std::vector<std::string>& numbers) const {
  auto places = before(text, title);
  return places.empty() ? behind(text, title, numbers) : places;
}

}  // namespace synoptic::query
