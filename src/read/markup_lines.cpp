#include "read/markup_lines.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "read/html_scanner.h"

namespace synoptic::read {

namespace {

constexpr std::size_t deepest_element = 512;       // elements below are read as if they stood in that one
constexpr std::size_t path_length = 4;     // elements of a line's path
constexpr std::size_t attributed = 80;     // elements at the start whose attributes are lines
constexpr std::size_t longest_value = 300;

// Sorted.
constexpr std::array<std::string_view, 29> inline_elements{"a",   "abbr", "acronym", "b",   "bdo",  "big",  "cite", "code", "dfn",    "em",  "font", "i",   "img", "ins", "kbd",
                                                           "label", "mark", "q",    "s",   "samp", "small", "span", "strike", "strong", "sub", "sup",  "tt",  "u",   "var"};
constexpr std::array<std::string_view, 2> never{"noscript", "template"};

struct OpenElement {
  std::string name;   // "p.title"
  std::string plain;  // "p"
  bool breaks = false;
  bool joins = false;
};

// "odq=“" in a list of inlined elements: the empty element stands for a character.
struct MarkupStyle {
  std::vector<std::string_view> inlined, joined, dropped;
  std::map<std::string_view, std::string_view> characters;

  explicit MarkupStyle(const model::TextShape* shape) {
    if (shape == nullptr) return;
    for (const std::string_view entry : shape->inlined) {
      const auto equals = entry.find('=');
      inlined.push_back(entry.substr(0, equals));
      if (equals != std::string_view::npos) characters.emplace(entry.substr(0, equals), entry.substr(equals + 1));
    }
    joined.assign(shape->joined.begin(), shape->joined.end());
    dropped.assign(shape->dropped.begin(), shape->dropped.end());
  }
};

// "p" names every p, "p.note" those of that class, also among others.
bool is_in(const std::vector<std::string_view>& list, std::string_view plain, std::string_view name) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view entry) {
    if (entry == plain || entry == name) return true;
    if (!name.starts_with(entry.substr(0, entry.find('.'))) || entry.find('.') == std::string_view::npos) return false;
    const auto at = name.find(entry.substr(entry.find('.')));
    const auto end = at + entry.size() - entry.find('.');
    return plain == entry.substr(0, entry.find('.')) && at != std::string_view::npos && (end == name.size() || name[end] == '.');
  });
}

// "§ 25<sup>1</sup>" is another section than § 251.
std::string superscript(std::string_view digits) {
  constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string result;
  for (const char c : digits) result += raised[static_cast<std::size_t>(c - '0')];
  return result;
}

class LineMaker {
 public:
  LineMaker(std::string_view text, const model::TextShape* shape) : text_(text), style_(shape) {}

  MarkupLines run() {
    HtmlScanner scanner(text_);
    while (const auto token = scanner.next()) {
      switch (token->kind) {
        case HtmlToken::Kind::Text: words(token->content, token->span, !stack_.empty() && stack_.back().plain == "sup"); break;
        case HtmlToken::Kind::Comment: cdata(*token); break;
        case HtmlToken::Kind::Open: open(*token); break;
        case HtmlToken::Kind::Close: close(token->name); break;
      }
    }
    flush();
    return std::move(result_);
  }

 private:
  // <![CDATA[§ 1. ]]> is text, or HTML that somebody packed into XML.
  void cdata(const HtmlToken& token) {
    constexpr std::string_view mark = "[CDATA[";
    const auto whole = token.span.of(text_);
    const auto at = whole.find(mark);
    if (!whole.starts_with("<!") || at != 2) return;
    auto inside = whole.substr(2 + mark.size());
    if (inside.ends_with("]]>")) inside.remove_suffix(3);
    HtmlScanner scanner(inside);
    bool raised = false;
    while (const auto part = scanner.next()) {
      if (part->kind == HtmlToken::Kind::Text) {
        words(part->content, token.span, raised);
      } else if (part->name == "sup") {
        raised = part->kind == HtmlToken::Kind::Open;
      } else if (part->name == "br" || part->name == "p") {
        flush();
      }
    }
  }

  void open(const HtmlToken& token) {
    OpenElement element{token.name, token.name, true, false};
    if (auto classes = html_attribute(token.content, "class"); !classes.empty()) {
      std::replace(classes.begin(), classes.end(), ' ', '.');
      element.name += '.';
      element.name += classes;
    }
    if (seen_ < attributed) attributes(token);
    const bool known_inline = std::binary_search(inline_elements.begin(), inline_elements.end(), std::string_view(element.plain));
    const auto inside = stack_.empty() ? element.plain : stack_.back().plain + "/" + element.plain;
    element.joins = is_in(style_.joined, element.plain, element.name) || std::find(style_.joined.begin(), style_.joined.end(), inside) != style_.joined.end();
    element.breaks = !known_inline && !is_in(style_.inlined, element.plain, element.name);
    if (const auto character = character_of(token); !character.empty() && dropped_ == 0) put(character);
    if (element.breaks && !element.joins) flush();
    if (element.joins && !line_.empty() && !joining_) flush();
    if (token.empty || stack_.size() >= deepest_element) return;
    const bool drops = is_in(style_.dropped, element.plain, element.name) || std::find(never.begin(), never.end(), element.plain) != never.end();
    if (drops && dropped_ == 0) dropped_ = stack_.size() + 1;
    stack_.push_back(std::move(element));
  }

  // Names of such elements are told apart by capitals: <ifada/> is í, <Ifada/> is Í.
  std::string_view character_of(const HtmlToken& token) const {
    if (style_.characters.empty()) return {};
    const auto found = style_.characters.find(text_.substr(token.span.start + 1, token.name.size()));
    return found == style_.characters.end() ? std::string_view{} : found->second;
  }

  void close(const std::string& name) {
    auto at = stack_.size();
    while (at > 0 && stack_[at - 1].plain != name && stack_.size() - at < 32) --at;
    if (at == 0 || stack_[at - 1].plain != name) return;
    while (stack_.size() >= at) {
      const auto& element = stack_.back();
      if (element.joins) {
        joining_ = !line_.empty();
        joined_in_ = stack_.size() - 1;
        if (joining_) line_ += ' ';
      } else if (element.breaks) {
        flush();
      }
      if (dropped_ == stack_.size()) dropped_ = 0;
      stack_.pop_back();
      // A number whose words never came: repealed.
      if (joining_ && stack_.size() < joined_in_) {
        joining_ = false;
        flush();
      }
    }
  }

  void put(std::string_view words) {
    visible_ = visible_ || !base::trim(words).empty();
    line_ += words;
  }

  void words(std::string_view raw, base::Span span, bool raised) {
    if (dropped_ > 0) return;
    const bool blank = base::trim(raw).empty();
    if (blank && line_.empty()) return;
    if (!blank) {
      if (!visible_) start_ = span.start;
      // The line is named after its words, not after the number that they are joined to.
      const bool number = !stack_.empty() && stack_.back().joins;
      if (path_.empty() || of_number_) path_ = path();
      of_number_ = number;
      end_ = span.end;
      joining_ = joining_ && !stack_.empty() && stack_.back().joins;
    }
    const bool number = raised && raw.find_first_not_of("0123456789") == std::string_view::npos;
    put(number ? superscript(raw) : raw.find('&') == std::string_view::npos ? std::string(raw) : decode_html(raw));
  }

  std::string path() const {
    std::string path;
    std::vector<const OpenElement*> innermost;
    for (auto it = stack_.rbegin(); it != stack_.rend() && innermost.size() < path_length; ++it) {
      if (it->breaks) innermost.push_back(&*it);
    }
    for (auto it = innermost.rbegin(); it != innermost.rend(); ++it) {
      if (!path.empty()) path += '/';
      path += (*it)->name;
    }
    return path.empty() ? "text" : path;
  }

  // A number that waits for its words goes on.
  void flush() {
    if (joining_) return;
    const auto words = base::squeeze(line_);
    if (!words.empty()) add(path_, words, path_.find("head/") != std::string::npos);
    line_.clear();
    visible_ = false;
    path_.clear();
    of_number_ = false;
  }

  void attributes(const HtmlToken& token) {
    ++seen_;
    constexpr std::array<std::string_view, 16> asked{"id",   "name",     "content",      "bwb-id",           "inwerkingtreding", "bwb-ng-vast-deel", "lang", "xml:lang",
                                                     "href", "data-name", "contains", "dtdversie", "soort", "about", "resource", "title"};
    for (const auto name : asked) {
      if (!has_html_attribute(token.content, name)) continue;
      const auto value = html_attribute(token.content, name);
      if (value.empty() || value.size() > longest_value) continue;
      start_ = token.span.start;
      end_ = token.span.end;
      add("@" + token.name, std::string(name) + "=" + value, true);
    }
  }

  void add(const std::string& path, const std::string& words, bool meta) {
    auto& form = result_.forms.emplace_back(path + " " + words);
    ShapedLine line{.form = form, .text = std::string_view(form).substr(path.size() + 1), .start = start_, .end = end_};
    line.meta = meta;
    result_.lines.push_back(line);
  }

  std::string_view text_;
  MarkupStyle style_;
  MarkupLines result_;
  std::vector<OpenElement> stack_;
  std::string line_;
  bool visible_ = false;  // the line is more than white space
  std::string path_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  std::size_t seen_ = 0;
  std::size_t dropped_ = 0;  // depth of the element that is left out
  bool of_number_ = false;   // path_ is that of a joined element
  std::size_t joined_in_ = 0;  // depth of the element that holds the number
  bool joining_ = false;     // the line is a number that waits for its words
};

}  // namespace

MarkupLines markup_lines(std::string_view text, const model::TextShape* shape) { return LineMaker(text, shape).run(); }

}  // namespace synoptic::read
