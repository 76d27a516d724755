// The letters and digits of a stretch of a source file, whatever mark-up, escapes and punctuation stand between them, each with the bytes
// it came from. This is how the words of a report are found in a file as published, and how anybody can check that they are there: the
// rule is short enough to be written twice (scripts/verify-report is the second one).
//
//   source_words("<p>L&#8217;amende\u00a0:</p>")  -> "Lamende", "L" from bytes [3, 4)
//
// The rule. Bytes are UTF-8 if they are valid, else Windows-1252. Of JSON, \uXXXX is the character it names and \n, \t, \r, \b, \f, \",
// \\, \/ are nothing. Comments <!-- --> and tags < > are nothing. &#N;, &#xN; and the names of the letters of Latin-1 are the character.
// Of the rest, all but ASCII punctuation and controls, U+0080 to U+00BF, U+2000 to U+206F, U+3000 and U+FEFF are kept as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::report {

struct SourceWords {
  std::u32string letters;
  std::vector<base::Span> bytes;  // of each letter, in the stretch
};

SourceWords source_words(std::string_view bytes);
// The same of words that carry no mark-up: a text as a reader made it.
SourceWords plain_words(std::string_view text);

}  // namespace synoptic::report
