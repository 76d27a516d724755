#include "read/manuscript_html.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/encoding.h"
#include "read/html_scanner.h"

namespace synoptic::read {

namespace {

constexpr std::array<std::string_view, 30> blocks{"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote", "section",
                                                  "article", "header", "footer", "main", "nav", "hr", "pre", "figure", "figcaption", "body"};
constexpr std::size_t longest_entity = 32;

class PageReader {
 public:
  explicit PageReader(Manuscript& manuscript) : out_(manuscript) {}

  void read() {
    HtmlScanner scanner(out_.source);
    while (const auto token = scanner.next()) {
      if (token->kind == HtmlToken::Kind::Text) {
        if (!in_head_) words(token->span.start, token->content);
      } else if (token->kind != HtmlToken::Kind::Comment) {
        tag(*token);
      }
    }
    out_.end_paragraph();
    if (depth_ > 0) out_.quoted.push_back({quotation_, out_.text.size()});
  }

 private:
  void tag(const HtmlToken& token) {
    const bool opens = token.kind == HtmlToken::Kind::Open;
    if (token.name == "head") in_head_ = opens && !token.empty;
    if (token.name == "body") in_head_ = false;
    if (token.name == "br") space(token.span.start);
    if (token.name == "q") out_.add(opens ? "“" : "”", token.span.start);
    if (std::find(blocks.begin(), blocks.end(), token.name) != blocks.end()) out_.end_paragraph();
    if (token.name != "blockquote" || token.empty) return;
    if (opens && depth_++ == 0) quotation_ = out_.text.size();
    if (!opens && depth_ > 0 && --depth_ == 0) out_.quoted.push_back({quotation_, out_.text.size()});
  }

  void space(std::size_t at) {
    if (!out_.text.empty() && out_.text.back() != ' ' && out_.text.back() != '\n') out_.add(" ", at);
  }

  // White space of any length is one space; entities are characters.
  void words(std::size_t at, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = std::min(text.find_first_of("& \t\r\n\f", i), text.size());
      if (end > i) {
        out_.add(text.substr(i, end - i), at + i);
        i = end;
      } else if (text[i] == '&') {
        const auto close = text.find(';', i);
        const std::size_t last = close == std::string_view::npos || close - i > longest_entity ? i + 1 : close + 1;
        const auto decoded = decode_html(text.substr(i, last - i));
        out_.add(decoded, at + i);
        i = last;
      } else {
        space(at + i);
        ++i;
      }
    }
  }

  Manuscript& out_;
  bool in_head_ = false;
  int depth_ = 0;
  std::size_t quotation_ = 0;
};

}  // namespace

base::Result<Manuscript> read_html_manuscript(const std::string&, std::string_view bytes) {
  Manuscript manuscript;
  manuscript.source = decode_document(bytes).text;
  PageReader(manuscript).read();
  manuscript.source.shrink_to_fit();
  return manuscript;
}

}  // namespace synoptic::read
