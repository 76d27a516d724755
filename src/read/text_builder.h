// Gathers the text of a provision from mixed content: one subdivision a line, white space collapsed, words neither run together nor split,
// and the spans that belong to another Act (quoted amendments) kept.
//
//   TextBuilder builder;
//   builder.line();  builder.text("(1)");  builder.space();  builder.text("In section 2, for ");
//   builder.begin_quote("section 2");  builder.text("“fine”");  builder.end_quote();
//   auto [text, quoted] = builder.take();      // "(1) In section 2, for “fine”", quoted[0] = the last word with its marks
//
// Inline elements add nothing of their own: "pro<b>vi</b>sion" stays one word, "x <b>y</b>" two. line() and space() are wishes that the next
// visible character fulfils, so that there are never empty lines, doubled or trailing spaces.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/provision.h"

namespace synoptic::read {

class TextBuilder {
 public:
  // Zero-width spaces, byte order marks and soft hyphens vanish; every run of white space is one space.
  void text(std::string_view words);
  // As it stands, white space and all (xml:space="preserve").
  void verbatim(std::string_view words) {
    if (!words.empty()) visible(words);
  }
  void space();
  void line();
  // What follows stays on this line even if it asks for a new one: behind "(1)" comes its text. Until something visible or release().
  void stay() { most_ = Wish::Space; }
  // The same, and without a space: behind an opening quotation mark.
  void stay_close() { most_ = Wish::None; }
  void release() { most_ = Wish::Line; }
  // Takes back space() and line(): before a closing quotation mark.
  void close_up() { wish_ = Wish::None; }
  // Nested quotations are part of the outermost. A quotation without text leaves no span.
  void begin_quote(std::string_view target = {});
  void end_quote();
  bool in_quote() const { return quote_depth_ > 0; }

  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }
  // Nothing visible since the last line() (or since the start).
  bool at_line_start() const { return text_.empty() || wish_ == Wish::Line; }

  struct Result {
    std::string text;
    std::vector<model::QuotedSpan> quoted;
  };
  // Hands over what was gathered and starts afresh.
  Result take();

 private:
  enum class Wish { None, Space, Line };
  void wish(Wish wish) { wish_ = std::max(wish_, std::min(wish, most_)); }
  void visible(std::string_view words);

  std::string text_;
  std::vector<model::QuotedSpan> quoted_;
  std::string target_;
  Wish wish_ = Wish::None;
  Wish most_ = Wish::Line;
  int quote_depth_ = 0;
  bool quote_open_ = false;  // the outermost quotation has text already
};

}  // namespace synoptic::read
