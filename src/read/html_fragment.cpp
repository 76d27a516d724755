#include "read/html_fragment.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/html_scanner.h"

namespace synoptic::read {

namespace {

// Sorted: looked up by binary search.
constexpr std::array<std::string_view, 30> block_elements{
    "article", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p",
    "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"};

class Stripper {
 public:
  explicit Stripper(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string run() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '<' && opens_markup()) {
        markup();
      } else if (c == '&') {
        entity();
      } else if (static_cast<unsigned char>(c) < 0x80) {
        static_cast<unsigned char>(c) <= ' ' ? wait_for(' ') : put(c);
        ++at_;
      } else {
        put(base::decode(html_, at_));
      }
    }
    return std::move(out_);
  }

 private:
  bool opens_markup() const {
    if (at_ + 1 >= html_.size()) return false;
    const char next = base::ascii::lower(html_[at_ + 1]);
    return (next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?';
  }

  void markup() {
    if (html_.substr(at_).starts_with("<!--")) return skip_behind("-->");
    if (html_[at_ + 1] == '!' || html_[at_ + 1] == '?') return skip_behind(">");
    std::size_t i = at_ + 1;
    const bool closing = html_[i] == '/';
    if (closing) ++i;
    std::array<char, 12> buffer{};
    std::size_t length = 0;
    for (; i < html_.size() && base::ascii::is_alphanumeric(html_[i]); ++i) {
      if (length < buffer.size()) buffer[length++] = base::ascii::lower(html_[i]);
    }
    at_ = end_of_tag(i);
    const std::string_view name(buffer.data(), length);
    if (!closing && (name == "script" || name == "style")) return skip_behind(name == "script" ? "</script>" : "</style>");
    element(name, closing);
  }

  // Behind the '>' that ends the tag; one inside a quoted attribute value does not. Quotes inside a value are not escaped in the wild
  // (alt='Code de l'urbanisme - art. L1'): only one with white space, '/' or '>' behind it closes. Without an end it is all markup.
  std::size_t end_of_tag(std::size_t i) const {
    const auto first = html_.find('>', i);
    while (i < html_.size() && html_[i] != '>' && html_[i] != '<') {
      const bool value = html_[i] == '=' && i + 1 < html_.size() && (html_[i + 1] == '"' || html_[i + 1] == '\'');
      if (!value) {
        ++i;
        continue;
      }
      const char quote = html_[i + 1];
      i += 2;
      while (i < html_.size() && html_[i] != '<' && !(html_[i] == quote && ends_value(i + 1))) ++i;
      if (i < html_.size() && html_[i] == quote) ++i;
    }
    if (i < html_.size() && html_[i] == '>') return i + 1;
    return first == std::string_view::npos ? html_.size() : first + 1;
  }

  bool ends_value(std::size_t behind) const {
    return behind >= html_.size() || html_[behind] == '>' || html_[behind] == '/' || static_cast<unsigned char>(html_[behind]) <= ' ';
  }

  void skip_behind(std::string_view mark) {
    const auto found = html_.find(mark, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
  }

  void element(std::string_view name, bool closing) {
    if (!std::binary_search(block_elements.begin(), block_elements.end(), name)) return;
    if (name == "td" || name == "th") {
      if (!closing) {
        wait_for('\t');
        in_cell_ = true;
      }
      return;
    }
    if (name == "tr" || name == "table") in_cell_ = false;
    wait_for(in_cell_ ? ' ' : '\n');
  }

  void entity() {
    const auto end = html_.substr(at_, 12).find(';');
    if (end != std::string_view::npos && end > 1) {
      const auto name = html_.substr(at_ + 1, end - 1);
      if (const char32_t code = html_entity(name); code != 0) {
        at_ += end + 1;
        return put(code);
      }
    }
    put('&');
    ++at_;
  }

  // A white space is written only before the next character: the strongest of a run wins (line over tab over space).
  void wait_for(char space) {
    const auto rank = [](char c) { return c == '\n' ? 3 : c == '\t' ? 2 : c == ' ' ? 1 : 0; };
    if (rank(space) > rank(waiting_)) waiting_ = space;
  }

  void put(char32_t c) {
    if (c <= 0x20 || (c >= 0x80 && base::is_space(c))) return wait_for(' ');
    if (waiting_ != 0) {
      if (!out_.empty()) out_.push_back(waiting_);
      waiting_ = 0;
    }
    if (c < 0x80) {
      out_.push_back(static_cast<char>(c));
    } else {
      base::append(out_, c);
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
  char waiting_ = 0;
  bool in_cell_ = false;
};

}  // namespace

std::string html_fragment_text(std::string_view html) { return Stripper(html).run(); }

}  // namespace synoptic::read
