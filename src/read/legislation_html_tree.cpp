#include "read/legislation_html_tree.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/html_scanner.h"
#include "read/legislation_gov_uk.h"

namespace synoptic::read {

namespace {

// Sorted. Elements of HTML that have the same name in Akoma Ntoso, or do not matter to the words.
constexpr std::array<std::string_view, 20> same_in_akn{"abbr", "b",   "caption", "del", "i",     "ins", "li",    "ol", "p", "span",
                                                     "sub",  "sup", "table",   "td",  "tbody", "th",  "thead", "tr", "u", "ul"};
// Sorted. Classes that make an element what it is.
constexpr std::array<std::string_view, 33> akn_classes{"attachment", "attachments", "authorialNote", "blockContainer", "block",
                                                       "body",       "chapter",     "conclusions",   "container",      "content",
                                                       "hcontainer", "heading",     "intro",         "level",          "longTitle",
                                                       "mainBody",   "meta",        "mod",           "note",           "num",
                                                       "p",          "paragraph",   "part",          "preamble",       "preface",
                                                       "schedule",   "section",     "subchapter",    "subheading",     "subparagraph",
                                                       "subsection", "tblock",      "wrapUp"};

bool is_akn_class(std::string_view name) {
  static const std::vector<std::string_view> sorted = [] {
    std::vector<std::string_view> names(akn_classes.begin(), akn_classes.end());
    std::sort(names.begin(), names.end());
    return names;
  }();
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find(' ', i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

// What a tag becomes.
struct TreeElement {
  enum class Kind { Node, Transparent, Dropped };
  Kind kind = Kind::Transparent;
  std::string name;
  std::string given_name;  // the name attribute of a generic element
};

TreeElement element_of(const HtmlToken& tag, const std::vector<std::string>& classes) {
  using enum TreeElement::Kind;
  const auto first = classes.empty() ? std::string() : classes[0];
  if (tag.name == "footer" || tag.name == "img" || first == "marker" || first == "fnRef" || first == "noteRef" || first == "crest")
    return {Dropped, {}, {}};
  if (first == "hcontainer" || first == "block") return {Node, first, classes.size() > 1 ? classes[1] : std::string()};
  if (is_akn_class(first)) return {Node, first, {}};
  if (first == "docTitle" || first == "docNumber" || first == "docDate" || first == "formula") return {Node, first, {}};
  if (tag.name == "article") return {Node, first == "bill" ? "bill" : "act", classes.size() > 2 ? classes[2] : first};
  if (tag.name == "blockquote") return {Node, "quotedStructure", {}};
  if (tag.name == "q") return {Node, "quotedText", {}};
  if (tag.name == "a") return {Node, "ref", {}};
  if (tag.name == "br") return {Node, "eol", {}};
  if (std::binary_search(same_in_akn.begin(), same_in_akn.end(), tag.name)) return {Node, tag.name, {}};
  return {Transparent, {}, {}};  // h1 to h6 around numbers and headings, cite, div without a class
}

class TreeMaker {
 public:
  explicit TreeMaker(const Decoded& page) : page_(page), scanner_(page.text) {
    result_.tree = std::make_unique<pugi::xml_document>();
    open_.push_back({"", result_.tree->append_child("akomaNtoso"), 0});
  }

  LegislationPage run() {
    while (!result_.trouble) {
      const auto token = scanner_.next();
      if (!token) break;
      switch (token->kind) {
        case HtmlToken::Kind::Comment:
          break;
        case HtmlToken::Kind::Text:
          text(*token);
          break;
        case HtmlToken::Kind::Open:
          open(*token);
          break;
        case HtmlToken::Kind::Close:
          close(*token);
          break;
      }
    }
    if (!result_.trouble && open_.size() > 1)
      complain(open_.back(), "the page ends before this element does", "it seems truncated; fetch it again");
    return std::move(result_);
  }

 private:
  struct Open {
    std::string tag;      // of HTML
    pugi::xml_node node;  // what its content goes into; null where it is left out
    std::size_t start = 0;
  };

  void complain(const Open& element, std::string message, std::string hint) {
    result_.trouble = base::Diagnostic{
        .line = base::line_of(page_.text, element.start), .element = element.tag, .message = std::move(message), .hint = std::move(hint)};
  }

  void text(const HtmlToken& token) {
    auto& to = open_.back();
    if (title_ && to.tag == "title") *title_ += decode_html(token.content);
    if (!to.node || !in_article_) return;
    const auto words = decode_html(token.content);
    if (!words.empty()) to.node.append_child(pugi::node_pcdata).set_value(words.c_str());
  }

  void open(const HtmlToken& tag) {
    if (tag.name == "title" && !in_article_) title_.emplace();
    if (tag.name == "article") in_article_ = true;
    if (tag.empty && tag.name == "meta") return property(tag);
    const auto parent = open_.back().node;
    pugi::xml_node node = parent;
    if (in_article_ && parent) node = append(parent, tag);
    if (tag.empty) return;
    open_.push_back({tag.name, node, tag.span.start});
    if (open_.size() > static_cast<std::size_t>(max_xml_depth))
      complain(open_.back(), "elements nested too deep", "no law is; the page is damaged or not law");
  }

  pugi::xml_node append(pugi::xml_node parent, const HtmlToken& tag) {
    if (auto type = html_attribute(tag.content, "typeof"); !type.empty()) return parent.append_child(type.c_str());  // the metadata
    const auto element = element_of(tag, words_of(html_attribute(tag.content, "class")));
    if (element.kind == TreeElement::Kind::Dropped) return {};
    if (element.kind == TreeElement::Kind::Transparent) return parent;
    auto node = parent.append_child(element.name.c_str());
    const auto set = [&](const char* name, const std::string& value) {
      if (!value.empty()) node.append_attribute(name).set_value(value.c_str());
    };
    set("name", element.given_name);
    const auto id = html_attribute(tag.content, "id");
    set("eId", id);
    set("href", html_attribute(tag.content, "href"));
    set("ukl:ChangeId", html_attribute(tag.content, "data-ukl-changeid"));  // the marks of a quotation are in the text already
    restrict(element.name == "act" ? std::string() : id, tag);
    result_.spans[node.hash_value()] = {page_.original_offset(tag.span.start), page_.original_offset(tag.span.end)};
    return node;
  }

  // <meta property="date" content="2026-01-22"> inside of what it is a property of.
  void property(const HtmlToken& tag) {
    auto& to = open_.back();
    const auto name = html_attribute(tag.content, "property");
    if (to.node && in_article_ && !name.empty())
      to.node.append_attribute(name.c_str()).set_value(html_attribute(tag.content, "content").c_str());
  }

  void restrict(const std::string& id, const HtmlToken& tag) {
    if (tag.content.find("data-x-") == std::string_view::npos) return;
    auto& entry = result_.restrictions[id];
    if (const auto extent = html_attribute(tag.content, "data-x-extent"); !extent.empty()) entry.extent = uk_extent(extent);
    const auto start = base::Date::parse(html_attribute(tag.content, "data-x-restrict-start-date"));
    const auto end = base::Date::parse(html_attribute(tag.content, "data-x-restrict-end-date"));
    if (start || end) entry.period = AknPeriod{.start = start, .end = end};
    if (html_attribute(tag.content, "data-x-match") == "false") entry.matches = false;
    const auto status = base::lower(html_attribute(tag.content, "data-x-status"));
    if (status == "prospective") entry.status = model::Status::NotInForce;
    if (status == "repealed") entry.status = model::Status::Repealed;
  }

  void close(const HtmlToken& tag) {
    auto found = std::find_if(open_.rbegin(), open_.rend() - 1, [&](const Open& element) { return element.tag == tag.name; });
    if (found == open_.rend() - 1) return;  // closes nothing
    const auto keep = static_cast<std::size_t>(open_.rend() - found) - 1;
    const auto node = open_[keep].node;
    if (const auto span = result_.spans.find(node.hash_value()); node && node != open_[keep - 1].node && span != result_.spans.end()) {
      span->second.end = page_.original_offset(tag.span.end);
    }
    open_.resize(keep);
    if (tag.name == "article") finish_law(node);
  }

  // The page's title is that of the Act, but for pages that give its address.
  void finish_law(pugi::xml_node law) {
    in_article_ = false;
    const auto title = title_ ? base::squeeze(*title_) : std::string();
    if (!law || title.empty() || title.find("://") != std::string::npos) return;
    law.child("meta").append_child("proprietary").append_child("dc:title").append_child(pugi::node_pcdata).set_value(title.c_str());
  }

  const Decoded& page_;
  HtmlScanner scanner_;
  LegislationPage result_;
  std::vector<Open> open_;
  std::optional<std::string> title_;
  bool in_article_ = false;
};

}  // namespace

LegislationPage legislation_page(const Decoded& page) {
  return TreeMaker(page).run();
}

}  // namespace synoptic::read
