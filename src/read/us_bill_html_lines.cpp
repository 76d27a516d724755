#include "read/us_bill_html_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "read/html_scanner.h"

namespace synoptic::read {

namespace {

constexpr std::string_view class_prefix = "lbex";
constexpr std::size_t deepest = 512;  // elements below are read as if they stood in that one

// Names of classes begin with these, behind the prefix.
constexpr std::array<std::string_view, 3> section_heads{"Sectionlevel", "SectionLevelTrad", "InitialCapTrad"};
constexpr std::array<std::string_view, 6> level_heads{"TitleLevel", "SubTitleLevel", "ChapterLevel", "SubChapterLevel", "PartLevel", "HeaderApprop"};
constexpr std::array<std::string_view, 3> left_out{"Toc", "Endsmt", "SmtlegisNum"};
constexpr std::array<std::string_view, 9> inline_tags{"a", "b", "em", "i", "img", "span", "strong", "sub", "sup"};

template <std::size_t n>
bool begins_with_any(std::string_view name, const std::array<std::string_view, n>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) { return name.starts_with(beginning); });
}

class UsBillLineMaker {
 public:
  explicit UsBillLineMaker(std::string_view page) : page_(page) {}

  std::vector<UsBillLine> run() {
    HtmlScanner scanner(page_);
    while (const auto token = scanner.next()) {
      if (token->kind == HtmlToken::Kind::Text) words(*token);
      if (token->kind == HtmlToken::Kind::Open) open(*token);
      if (token->kind == HtmlToken::Kind::Close) close(token->name);
    }
    flush();
    return std::move(lines_);
  }

 private:
  struct Element {
    std::string tag;
    std::string level;  // class of the heading that its words stand in
    bool is_head = false;
    bool is_left_out = false;
  };

  static bool breaks(std::string_view tag) { return std::find(inline_tags.begin(), inline_tags.end(), tag) == inline_tags.end(); }

  void open(const HtmlToken& token) {
    if (token.name == "td" || token.name == "th") {
      line_ += ' ';  // cells of a row stand in one line
    } else if (breaks(token.name)) {
      flush();
    }
    if (token.empty || elements_.size() >= deepest) return;
    Element element{.tag = token.name};
    auto cls = html_attribute(token.content, "class");
    cls.erase(0, cls.starts_with(class_prefix) ? class_prefix.size() : cls.size());
    element.is_head = begins_with_any(cls, section_heads);
    element.is_left_out = begins_with_any(cls, left_out);
    const bool goes_on = !breaks(token.name) || !cls.empty();
    if (begins_with_any(cls, level_heads)) {
      element.level = std::move(cls);
    } else if (goes_on && !elements_.empty()) {
      element.level = elements_.back().level;
    }
    heads_ += element.is_head ? 1 : 0;
    left_out_ += element.is_left_out ? 1 : 0;
    elements_.push_back(std::move(element));
  }

  // Closes what was left open inside; an end without a beginning is nothing.
  void close(std::string_view tag) {
    if (breaks(tag) && tag != "td" && tag != "th") flush();
    auto at = elements_.size();
    while (at > 0 && elements_[at - 1].tag != tag && elements_.size() - at < 32) --at;
    if (at == 0 || elements_[at - 1].tag != tag) return;
    for (; elements_.size() >= at; elements_.pop_back()) {
      heads_ -= elements_.back().is_head ? 1 : 0;
      left_out_ -= elements_.back().is_left_out ? 1 : 0;
    }
  }

  void words(const HtmlToken& token) {
    if (left_out_ > 0) return;
    const auto words = decode_html(token.content);
    line_ += words;
    if (heads_ > 0) head_ = line_.size();
    if (base::trim(words).empty()) return;
    if (!visible_) start_ = token.span.start;
    visible_ = true;
    end_ = token.span.end;
    if (level_.empty() && !elements_.empty()) level_ = elements_.back().level;
  }

  void flush() {
    if (visible_) lines_.push_back({base::squeeze(line_), base::squeeze(std::string_view(line_).substr(0, head_)).size(), std::move(level_), start_, end_});
    line_.clear();
    level_.clear();
    visible_ = false;
    head_ = 0;
  }

  std::string_view page_;
  std::vector<UsBillLine> lines_;
  std::vector<Element> elements_;
  std::string line_;
  std::string level_;
  bool visible_ = false;  // the line is more than white space
  std::size_t head_ = 0;  // bytes of it
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  int heads_ = 0;     // open elements that set the number or heading of a section
  int left_out_ = 0;  // ... that are no law
};

}  // namespace

std::vector<UsBillLine> us_bill_lines(std::string_view page) { return UsBillLineMaker(page).run(); }

}  // namespace synoptic::read
