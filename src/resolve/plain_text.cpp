#include "resolve/plain_text.h"

#include <cctype>

#include <re2/re2.h>

#include "base/utf8.h"

namespace synoptic::resolve {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// "1 500" and "1,500": the mark between a digit and exactly three digits groups them.
bool groups(const std::string& plain, std::size_t at) {
  if (at == 0 || at + 3 >= plain.size() || (plain[at] != ' ' && plain[at] != ',')) return false;
  if (!digit(plain[at - 1]) || !digit(plain[at + 1]) || !digit(plain[at + 2]) || !digit(plain[at + 3])) return false;
  return at + 4 == plain.size() || !digit(plain[at + 4]);
}

}  // namespace

PlainText::PlainText(std::string_view text) {
  std::string folded;
  std::vector<std::uint32_t> origin;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = base::decode(text, i);
    std::string piece;
    if (base::is_space(c)) {
      if (!folded.empty() && folded.back() != ' ') piece = " ";
    } else {
      piece = base::fold(text.substr(start, i - start));
    }
    folded += piece;
    origin.insert(origin.end(), piece.size(), static_cast<std::uint32_t>(start));
  }
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (groups(folded, i)) continue;
    plain_ += folded[i];
    origin_.push_back(origin[i]);
  }
  origin_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::optional<base::Span> PlainText::find(const Pattern& pattern) const {
  re2::StringPiece input(plain_);
  re2::StringPiece match;
  if (!RE2::PartialMatch(input, pattern.regex(), &match)) return std::nullopt;
  const auto start = static_cast<std::size_t>(match.data() - plain_.data());
  std::size_t end = start + match.size();
  while (end < plain_.size() && std::isalnum(static_cast<unsigned char>(plain_[end])) != 0) ++end;  // whole words are quoted
  return base::Span{origin_[start], origin_[end]};
}

}  // namespace synoptic::resolve
