#include "extract/definition_outline.h"

#include <algorithm>

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_number = 4;  // letters of "(viii)"

// "ii", "iv": roman; "i", "v", "x" alone too, as sub-levels are commoner than ninth items.
Numbering letters(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return c == 'i' || c == 'v' || c == 'x'; })) return Numbering::Roman;
  if (std::all_of(word.begin(), word.end(), [](char c) { return c == 'I' || c == 'V' || c == 'X'; })) return Numbering::Roman;
  return word[0] >= 'A' && word[0] <= 'Z' ? Numbering::Upper : Numbering::Lower;
}

struct Number {
  Numbering kind = Numbering::None;
  std::size_t next = 0;  // token behind it
};

class NumberReader {
 public:
  NumberReader(const TokenText& text, const DefinitionWords& words) : text_(text), words_(words) {}

  // "(4.1)", "4)", "1°", "a)", "A.", "12.", "-"; kind None when no number stands at `at`.
  Number read(std::size_t at, bool first_of_text) const {
    const Token& token = text_.tokens[at];
    if (token.word == words_.dash && !text_.tokens[at + 1].glued) return {Numbering::Bullet, at + 1};
    const bool opened = token.word == words_.open;
    std::size_t i = at + opened;
    const Numbering kind = label(i);
    if (kind == Numbering::None) return {};
    const WordId behind = text_.tokens[i].word;
    if (behind == words_.close) return {kind, i + 1};
    if (opened) return {};
    if (behind == words_.degree) return {kind, i + 1};
    if (behind == words_.full_stop && !text_.tokens[i + 1].glued) return {kind, i + 1};
    // The number of the provision itself: "5.1 In this Act".
    if (first_of_text && kind == Numbering::Digit && !text_.tokens[i].glued) return {Numbering::None, i};
    return {};
  }

 private:
  // Moves behind "4", "4.1", "4A", "iv", "bb".
  Numbering label(std::size_t& i) const {
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::Number) {
      ++i;
      while (text_.tokens[i].glued && i < text_.tokens.size()) {
        const Token& part = text_.tokens[i];
        const bool point = part.word == words_.full_stop && text_.tokens[i + 1].glued && text_.tokens[i + 1].kind == TokenKind::Number;
        if (point || part.kind == TokenKind::Number || (part.kind == TokenKind::Word && part.end - part.start <= 2)) {
          ++i;
        } else {
          break;
        }
      }
      return Numbering::Digit;
    }
    if (token.kind != TokenKind::Word || token.end - token.start > longest_number) return Numbering::None;
    const Token& behind = text_.tokens[i + 1];
    if (!behind.glued || (behind.word != words_.close && behind.word != words_.full_stop && behind.kind != TokenKind::Number))
      return Numbering::None;
    const Numbering kind = letters(token.of(text_.text));
    if (behind.word == words_.full_stop && text_.tokens[i + 2].glued && text_.tokens[i + 2].kind == TokenKind::Number &&
        text_.tokens[i + 3].word == words_.close) {
      i += 3;  // "a.2)"
      return kind;
    }
    // "II." of the French codes; other letters before a full stop are a word.
    const bool roman = kind == Numbering::Roman && token.all_capitals;
    if (behind.word == words_.full_stop && token.end - token.start > 1 && !roman) return Numbering::None;
    ++i;
    if (behind.kind == TokenKind::Number) ++i;
    return kind;
  }

  const TokenText& text_;
  const DefinitionWords& words_;
};

}  // namespace

Line read_line(const TokenText& text, const DefinitionWords& words, std::size_t first) {
  Line line;
  line.first = first;
  line.last = first;
  while (text.tokens[line.last].kind != TokenKind::Newline && text.tokens[line.last].kind != TokenKind::End) ++line.last;
  const NumberReader numbers(text, words);
  std::size_t at = first;
  for (int levels = 0; levels < 4 && at < line.last; ++levels) {
    std::size_t start = at;
    // An opening quotation mark before a number belongs to the quoted text, not to a term.
    if (text.tokens[start].word == words.quote || text.tokens[start].word == words.apostrophe) ++start;
    if (start >= line.last) break;
    const Number number = numbers.read(start, first == 0);
    if (number.next == 0) break;
    at = number.next;
    if (number.kind == Numbering::None) break;
    if (line.outer == Numbering::None) line.outer = number.kind;
    line.inner = number.kind;
  }
  line.content = std::min(at, line.last);
  return line;
}

void ListContext::open(const Line& line, std::optional<base::Span> scope, bool announced) {
  active_ = true;
  fresh_ = true;
  announced_ = announced;
  level_ = line.inner;
  items_ = Numbering::None;
  scope_ = scope;
}

bool ListContext::ends_at(const Line& line) const {
  if (line.outer == Numbering::None || line.outer == Numbering::Bullet) return false;
  // An announcement without a number of its own stands at the top: its unnumbered list ends with the next "(2)".
  const Numbering level = level_ == Numbering::None && items_ != Numbering::Digit ? Numbering::Digit : level_;
  return level != Numbering::None && line.outer == level;
}

void ListContext::enter(const Line& line) {
  if (!active_) return;
  if (fresh_) {
    fresh_ = false;
    items_ = line.outer;
  } else if (ends_at(line)) {
    active_ = false;
    scope_.reset();
  }
}

}  // namespace synoptic::extract
