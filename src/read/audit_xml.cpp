// Counts elements and the words between them in XML by a scan of its tags.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/audit_count.h"

namespace synoptic::read {

namespace {

constexpr std::size_t near_start = 600;  // bytes

struct Tag {
  std::string_view name;   // with its prefix
  std::string_view local;
  std::string_view attributes;
  std::string_view behind;  // the bytes that follow
  bool closes = false;
  bool empty = false;
  bool field = false;  // made of comments
};

// HTML, "void elements": they have no end tag.
bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 8> names{"br", "hr", "img", "meta", "link", "col", "input", "wbr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_word(std::string_view list, std::string_view word) {
  const auto words = split_list(list);
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view value_of(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != std::string_view::npos; at = attributes.find(name, at + 1)) {
    const bool whole = at > 0 && (attributes[at - 1] == ' ' || attributes[at - 1] == '\n' || attributes[at - 1] == '\t' || attributes[at - 1] == '\r');
    const auto equals = at + name.size();
    if (!whole || equals + 1 >= attributes.size() || attributes[equals] != '=') continue;
    const char mark = attributes[equals + 1];
    const auto end = attributes.find(mark, equals + 2);
    if ((mark == '"' || mark == '\'') && end != std::string_view::npos) return attributes.substr(equals + 2, end - equals - 2);
  }
  return {};
}

// A list of selectors, by name.
class Selectors {
 public:
  explicit Selectors(std::string_view list) {
    for (const auto entry : split_list(list)) {
      const auto bracket = entry.find_first_of("[{");
      Condition condition;
      if (bracket != std::string_view::npos) {
        const auto inside = entry.substr(bracket + 1, entry.size() - bracket - 2);
        const auto equals = entry[bracket] == '[' ? inside.find('=') : std::string_view::npos;
        if (equals == std::string_view::npos) {
          condition.first = inside.ends_with("...");
          condition.words = condition.first ? std::string(inside.substr(0, inside.size() - 3)) : ">" + std::string(inside) + "<";
        } else {
          const bool word = equals > 0 && inside[equals - 1] == '~';
          condition = {inside.substr(0, equals - word), inside.substr(equals + 1), {}, false, word};
        }
      }
      by_name_[entry.substr(0, bracket)].push_back(std::move(condition));
    }
  }

  bool empty() const { return by_name_.empty(); }

  bool match(const Tag& tag) const {
    if (by_name_.empty()) return false;
    if (tag.field) return matches("field:" + std::string(tag.local), tag);
    if (matches(tag.local, tag) || matches("", tag)) return true;
    if (tag.local.size() == tag.name.size()) return false;
    const auto prefix = std::string(tag.name.substr(0, tag.name.size() - tag.local.size())) + "*";
    return matches(tag.name, tag) || matches(prefix, tag);
  }

 private:
  struct Condition {
    std::string_view attribute;  // empty: none
    std::string_view value;
    std::string words;
    bool first = false;  // the element begins with them
    bool word = false;   // of the value
  };

  static bool holds(const Condition& condition, const Tag& tag) {
    if (condition.first) return base::trim(tag.behind.substr(0, near_start)).starts_with(condition.words);
    if (!condition.words.empty()) {
      const auto start = tag.behind.substr(0, near_start);
      return start.substr(0, start.find("</" + std::string(tag.name) + ">")).find(condition.words) != std::string_view::npos;
    }
    if (condition.attribute.empty()) return true;
    const auto value = value_of(tag.attributes, condition.attribute);
    if (condition.value.ends_with('#')) return is_numbered(value, condition.value.substr(0, condition.value.size() - 1));
    return condition.word ? has_word(value, condition.value) : value == condition.value;
  }

  // "sec12", "sec12A", by "sec"
  static bool is_numbered(std::string_view value, std::string_view start) {
    if (!value.starts_with(start) || value.size() == start.size() || !base::ascii::is_digit(value[start.size()])) return false;
    return std::all_of(value.begin() + static_cast<std::ptrdiff_t>(start.size()), value.end(), base::ascii::is_alphanumeric);
  }

  bool matches(std::string_view name, const Tag& tag) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Condition& condition) { return holds(condition, tag); });
  }

  std::unordered_map<std::string_view, std::vector<Condition>> by_name_;
};

class XmlScan {
 public:
  XmlScan(std::string_view text, const AuditRule& rule)
      : text_(text), rule_(rule), units_(rule.units), words_(rule.words), left_out_(rule.not_operative), quoted_(rule.quoted), labels_(rule.labels), notes_(rule.notes), begin_(rule.begin), end_(rule.end), html_(rule.syntax == AuditSyntax::Html), counts_(begin_.empty()) {}

  SourceCount run() {
    while (at_ < text_.size()) {
      const auto mark = std::min(text_.find('<', at_), text_.size());
      words(at_, mark, true);
      at_ = mark;
      if (at_ < text_.size()) markup();
    }
    return std::move(count_);
  }

 private:
  // What holds inside an element.
  struct State {
    std::string_view name;
    bool left_out = false;
    bool in_words = false;
    bool quoted = false;
    bool in_unit = false;
    bool is_unit = false;
    bool has_unit = false;  // one inside it
  };

  void words(std::size_t start, std::size_t end, bool marked_up) {
    if (!counts_ || noting_ || start >= end || open_.empty()) return;
    const auto& state = open_.back();
    if (state.left_out || !(words_.empty() || state.in_words)) return;
    const auto words = text_.substr(start, end - start);
    // HTML in CDATA: its tags are no words.
    const bool tags = !marked_up && words.find("</") != std::string_view::npos;
    const auto characters = tags ? count_marked_up(without_tags(words)) : marked_up ? count_marked_up(words) : count_characters(words);
    if (characters > 0) count_.runs.push_back({start, characters, state.name});
  }

  void skip_to(std::string_view end) {
    const auto found = text_.find(end, at_);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  void markup() {
    const auto rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return comment();
    if (rest.starts_with("<?")) return skip_to("?>");
    if (rest.starts_with("<![CDATA[")) {
      const auto start = at_ + 9;
      skip_to("]]>");
      return words(start, std::max(start, at_ >= 3 ? at_ - 3 : at_), false);
    }
    if (rest.starts_with("<!")) return doctype();
    const auto end = tag_end();
    auto tag = read_tag(text_.substr(at_ + 1, end - at_ - 1));
    if (html_ && is_void(tag.local)) tag.empty = !tag.closes;
    at_ = std::min(text_.size(), end + 1);
    tag.behind = text_.substr(at_);
    if (tag.closes) {
      close(tag);
    } else {
      open(tag);
      if (tag.empty) close(tag);
    }
  }

  void comment() {
    const auto start = at_ + 4;
    skip_to("-->");
    if (!html_) return;
    auto inside = text_.substr(start, at_ - start);
    inside.remove_prefix(std::min(inside.find_first_not_of(' '), inside.size()));
    for (const auto& [mark, closes] : {std::pair<std::string_view, bool>{"field-start:", false}, {"field-end:", true}}) {
      if (!inside.starts_with(mark)) continue;
      Tag tag;
      const auto end = inside.find(' ', mark.size());
      tag.local = inside.substr(mark.size(), std::min(end, inside.size()) - mark.size());
      tag.name = tag.local;
      tag.field = true;
      closes ? close(tag) : open(tag);
    }
  }

  void doctype() {
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '[') ++depth;
      if (text_[at_] == ']') --depth;
      if (text_[at_] == '>' && depth <= 0) break;
    }
    ++at_;
  }

  // A ">" may stand in a value.
  std::size_t tag_end() const {
    char quote = 0;
    for (std::size_t i = at_; i < text_.size(); ++i) {
      const char c = text_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i;
      }
    }
    return text_.size();
  }

  static Tag read_tag(std::string_view inside) {
    Tag tag;
    tag.closes = inside.starts_with('/');
    tag.empty = inside.ends_with('/');
    if (tag.closes) inside.remove_prefix(1);
    if (tag.empty && !inside.empty()) inside.remove_suffix(1);
    const auto end = std::min(inside.find_first_of(" \t\r\n"), inside.size());
    tag.name = inside.substr(0, end);
    tag.local = tag.name.substr(tag.name.find(':') + 1);
    tag.attributes = inside.substr(end);
    return tag;
  }

  void open(const Tag& tag) {
    over_ = over_ || end_.match(tag);
    counts_ = !over_ && (counts_ || begin_.match(tag));
    noting_ = !units_.match(tag) && (noting_ || notes_.match(tag));
    State state = open_.empty() ? State{} : open_.back();
    const bool parent_is_unit = state.is_unit;
    state.name = tag.local;
    state.is_unit = state.has_unit = false;
    state.left_out = state.left_out || left_out_.match(tag);
    if (!state.left_out && !state.quoted && units_.match(tag)) {
      for (std::size_t i = open_.size(); i > 0 && !open_[i - 1].has_unit; --i) open_[i - 1].has_unit = true;
      count_.provisions += rule_.nesting == AuditNesting::Outermost && !state.in_unit;
      state.is_unit = state.in_unit = true;
      state.left_out = !rule_.labels_in_text && labels_.match(tag);  // the number that begins a unit
    } else if (!rule_.labels_in_text && !state.quoted && (!state.in_unit || parent_is_unit)) {
      state.left_out = state.left_out || labels_.match(tag);
    }
    state.in_words = state.in_words || words_.match(tag);
    state.quoted = state.quoted || quoted_.match(tag);
    open_.push_back(state);
  }

  // A missing end tag closes with the one around it; one without a start closes nothing.
  void close(const Tag& tag) {
    for (std::size_t depth = open_.size(); depth > 0 && open_.size() - depth < 8; --depth) {
      if (open_[depth - 1].name != tag.local) continue;
      while (open_.size() >= depth) {
        const auto& state = open_.back();
        count_.provisions += rule_.nesting == AuditNesting::Innermost && state.is_unit && !state.has_unit;
        noting_ = noting_ && !state.is_unit;
        open_.pop_back();
      }
      return;
    }
  }

  std::string_view text_;
  const AuditRule& rule_;
  Selectors units_;
  Selectors words_;
  Selectors left_out_;
  Selectors quoted_;
  Selectors labels_;
  Selectors notes_;
  Selectors begin_;
  Selectors end_;
  bool html_;
  bool counts_;        // the element is reached from which on words count
  bool over_ = false;  // ... and the one from which on they do not
  bool noting_ = false;  // ... behind the words of the unit
  std::size_t at_ = 0;
  std::vector<State> open_;
  SourceCount count_;
};

}  // namespace

SourceCount count_xml(std::string_view text, const AuditRule& rule) { return XmlScan(text, rule).run(); }

}  // namespace synoptic::read
