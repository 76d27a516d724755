// A provision as its lines: what number a line opens with, where its own words begin, and under which list of definitions it stands.
//
//   "(2) In this Part—" opens a list that holds until the next line numbered like it, "(3)"; its scope is "In this Part".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/span.h"
#include "extract/definition_words.h"
#include "extract/token.h"

namespace synoptic::extract {

enum class Numbering : std::uint8_t { None, Digit, Lower, Upper, Roman, Bullet };

struct Line {
  std::size_t first = 0;    // token range [first, last), the line break not included
  std::size_t content = 0;  // behind opening quotation marks and numbers: "“(2)(a) The term" starts at "The"
  std::size_t last = 0;
  Numbering outer = Numbering::None;  // of the first number
  Numbering inner = Numbering::None;  // of the last one, as in "(2)(a)"
};

// Reads the line that starts at token `first`.
Line read_line(const TokenText& text, const DefinitionWords& words, std::size_t first);

// The list of definitions a line stands in.
class ListContext {
 public:
  // The line announces a list: it holds below it.
  // `announced`: by words that speak of definitions, not by scope words alone.
  void open(const Line& line, std::optional<base::Span> scope, bool announced);
  // The next line: ends the list when the numbering returns to the level of the announcement.
  void enter(const Line& line);
  bool active() const { return active_; }
  // The line is numbered like the items of the list, and not like a list within one of them.
  bool is_item(const Line& line) const { return active_ && (line.outer == items_ || line.outer == Numbering::Bullet); }
  bool numbered() const { return items_ != Numbering::None; }
  bool announced() const { return announced_; }
  // `enter` would end the list at this line.
  bool ends_at(const Line& line) const;
  const std::optional<base::Span>& scope() const { return scope_; }

 private:
  bool active_ = false;
  bool fresh_ = false;
  bool announced_ = false;
  Numbering level_ = Numbering::None;
  Numbering items_ = Numbering::None;
  std::optional<base::Span> scope_;
};

}  // namespace synoptic::extract
