// A text cut into words, numbers and marks, once for all three extractors. Words are looked up in a vocabulary, so that a grammar
// compares integers; words that no grammar knows have the id 0.
//
//   scan("(2) L’amende de 1 500 euros", vocabulary)
//   -> Mark "(" · Number "2" · Mark ")" · Word "l" · Mark "'" · Word "amende" · Word "de" · Number "1" · Number "500" · Word "euros"
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/vocabulary.h"

namespace synoptic::extract {

enum class TokenKind : std::uint8_t { Word, Number, Mark, Newline, End };

struct Token {
  std::uint32_t start = 0;  // bytes
  std::uint32_t end = 0;
  WordId word = unknown_word;  // of the lower-cased word or the mark; numbers have none
  TokenKind kind = TokenKind::End;
  bool capitalised = false;   // first letter is upper case
  bool all_capitals = false;  // every letter is, and there are two or more
  bool glued = false;         // no space between the token before and this one

  std::string_view of(std::string_view text) const { return text.substr(start, end - start); }
};

// The text and its tokens; the last token is End at text.size(). The text must outlive it.
struct TokenText {
  std::string_view text;
  std::vector<Token> tokens;
  std::uint8_t topics = 0;  // of its words, by the vocabulary

  std::string_view of(std::size_t first, std::size_t last) const {  // tokens [first, last)
    return first >= last ? std::string_view{} : text.substr(tokens[first].start, tokens[last - 1].end - tokens[first].start);
  }
};

// Marks: every code point that is neither letter, digit nor space is a mark of its own; ’ and ‘ count as ', “ ” « » as ", – — ‑ as -
// for their word id (the bytes stay as they are). Numbers are runs of ASCII digits; "4A" is Number "4" and a glued Word "A".
TokenText scan(std::string_view text, const Vocabulary& vocabulary);

}  // namespace synoptic::extract
