// The tags, texts and comments of an HTML page, one after the other, for pages that a program writes in one shape of its own. What a
// browser makes up (tags left out, misplaced tables) it does not; a page of unknown origin needs a real HTML parser.
//
//   HtmlScanner scanner(page);
//   while (const auto token = scanner.next()) {
//     if (token->kind == HtmlToken::Kind::Open && token->name == "p") ...
//   }
//
// Linear, without memory of its own, never fails: what is no tag is text. Content of <script> and <style> is left out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace synoptic::read {

struct HtmlToken {
  enum class Kind { Text, Open, Close, Comment };
  Kind kind = Kind::Text;
  std::string name;          // of a tag, lower case
  std::string_view content;  // as written: a text with its entities, the attributes of a tag, what a comment says
  bool empty = false;        // <br/>, and elements that never have content: <meta>
  base::Span span;           // bytes of the page
};

class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html) {}
  std::optional<HtmlToken> next();

 private:
  bool opens_markup(std::size_t at) const;
  HtmlToken comment();
  HtmlToken tag();
  std::size_t end_of_tag(std::size_t from) const;

  std::string_view html_;
  std::size_t at_ = 0;
};

// The value of an attribute, entities decoded; empty if the tag has none of that name.
std::string html_attribute(std::string_view attributes, std::string_view name);
bool has_html_attribute(std::string_view attributes, std::string_view name);

// The character of an entity by its name ("mdash", "#8212", "#x2014"); 0 if unknown.
char32_t html_entity(std::string_view name);
// Entities as characters; one that is unknown stays as written.
std::string decode_html(std::string_view text);
// The words of <title>; empty if the head of the page has none.
std::string html_title(std::string_view page);

}  // namespace synoptic::read
