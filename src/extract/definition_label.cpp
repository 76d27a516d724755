#include "extract/definition_label.h"

namespace synoptic::extract {

std::optional<std::size_t> LabelReader::open(const TermSeries& series, std::size_t token) const {
  constexpr std::size_t longest_label = 16;
  if (forms_ == 0 || series.next >= text_.tokens.size() || text_.tokens[series.next].word != words_.close) return std::nullopt;
  std::size_t open = token;
  const std::size_t limit = token > longest_label ? token - longest_label : 0;
  bool called = false;
  while (open > limit && text_.tokens[open].word != words_.open) {
    --open;
    called |= bool(words_.label_cues.match(text_, open));
    if (words_.label_bars.match(text_, open)) return std::nullopt;
  }
  if (text_.tokens[open].word != words_.open) return std::nullopt;
  const auto article = words_.articles.match(text_, open + 1);
  if (!called && open + 1 + article.tokens != token) return std::nullopt;
  return (form(series.terms.front(), called) & forms_) != 0 ? std::optional(open) : std::nullopt;
}

std::uint8_t LabelReader::form(TokenRange term, bool called) const {
  const Token& last = text_.tokens[term.last - 1];
  const bool alone = term.last - term.first == 1;
  if (alone && last.end - last.start == 1) return last.capitalised ? label_letter : 0;
  if (called) return label_called;
  if (last.end - last.start == 1) return 0;  // a tag: ("charity A")
  if (alone && last.kind == TokenKind::Number) return 0;
  // "the 1975 Regulations": the article inside the quotation marks and a law's noun at the end.
  if (!alone && words_.articles.match(text_, term.first) && words_.label_laws.match(text_, term.last - 1)) return label_law | label_plain;
  return label_plain;
}

}  // namespace synoptic::extract
