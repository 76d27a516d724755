#include "read/eisb_html_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "read/html_scanner.h"

namespace synoptic::read {

namespace {

constexpr std::string_view act_element = "act";           // <div id="act">
constexpr std::string_view language_cell = "language_link";  // a cell with a link to the Act in Irish
constexpr std::array<std::string_view, 11> eisb_inline_tags{"a", "b", "big", "em", "i", "img", "small", "span", "strong", "sub", "sup"};

bool is_inline(std::string_view tag) { return std::find(eisb_inline_tags.begin(), eisb_inline_tags.end(), tag) != eisb_inline_tags.end(); }
bool is_cell(std::string_view tag) { return tag == "td" || tag == "th"; }

class EisbLineMaker {
 public:
  explicit EisbLineMaker(std::string_view page) : page_(page) {}

  EisbLines run() {
    HtmlScanner scanner(page_);
    while (const auto token = scanner.next()) {
      if (!inside_) {
        inside_ = token->kind == HtmlToken::Kind::Open && token->name == "div" && html_attribute(token->content, "id") == act_element;
      } else if (ends(*token)) {
        made_.complete = true;
        break;
      } else {
        take(*token);
      }
    }
    flush();
    return std::move(made_);
  }

 private:
  static bool ends(const HtmlToken& token) {
    if (token.kind == HtmlToken::Kind::Comment) return token.content.find("End Content") != std::string_view::npos;
    return token.kind != HtmlToken::Kind::Text && (token.name == "footer" || token.name == "section" || token.name == "main");
  }

  void take(const HtmlToken& token) {
    if (token.kind == HtmlToken::Kind::Comment) return;
    if (token.kind == HtmlToken::Kind::Text) return words(token);
    const bool opens = token.kind == HtmlToken::Kind::Open;
    if (token.name == "a") link(token, opens);
    if (is_inline(token.name)) return;
    if (is_cell(token.name)) other_language_ = opens && html_attribute(token.content, "class") == language_cell;
    if (token.name == "table") tables_ = opens ? tables_ + 1 : std::max(tables_ - 1, 0);
    // The outermost table is layout.
    if (tables_ > 1 && (is_cell(token.name) || token.name == "p" || token.name == "br")) {
      line_ += ' ';
    } else {
      flush();
    }
    if (opens && token.name == "p") centred_ = html_attribute(token.content, "style").find("text-align:center") != std::string::npos;
  }

  // The program that writes the pages begins a line of its own for every link; a space that the law has stands before it.
  void link(const HtmlToken& token, bool opens) {
    for (const char made : {'\n', '\r'}) {
      if (line_.ends_with(made)) line_.pop_back();
    }
    behind_link_ = true;
    if (!opens) return;
    auto name = html_attribute(token.content, "name");
    if (name.empty()) return;
    flush();
    anchor_ = std::move(name);
    anchor_start_ = token.span.start;
  }

  void words(const HtmlToken& token) {
    auto written = token.content;
    if (std::exchange(behind_link_, false)) {
      for (const char made : {'\r', '\n'}) {
        if (written.starts_with(made)) written.remove_prefix(1);
      }
    }
    if (other_language_) return;
    const auto words = decode_html(written);
    line_ += words;
    if (base::trim(words).empty()) return;
    if (!visible_) start_ = anchor_.empty() ? token.span.start : anchor_start_;
    visible_ = true;
    end_ = token.span.end;
  }

  void flush() {
    if (visible_) made_.lines.push_back({std::exchange(anchor_, {}), base::squeeze(line_), centred_, start_, end_});
    line_.clear();
    visible_ = behind_link_ = false;
  }

  std::string_view page_;
  EisbLines made_;
  std::string line_;
  std::string anchor_;
  std::size_t anchor_start_ = 0;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  int tables_ = 0;
  bool inside_ = false;
  bool visible_ = false;  // the line is more than white space
  bool centred_ = false;
  bool behind_link_ = false;
  bool other_language_ = false;
};

}  // namespace

EisbLines eisb_lines(std::string_view page) { return EisbLineMaker(page).run(); }

}  // namespace synoptic::read
