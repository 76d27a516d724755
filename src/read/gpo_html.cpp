#include "read/gpo_html.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/encoding.h"
#include "read/html_scanner.h"
#include "read/provision_number.h"
#include "read/text_builder.h"
#include "read/uslm_work.h"
#include "read/vacant_section.h"

namespace synoptic::read {

namespace {

// Sorted.
constexpr std::array<std::string_view, 12> gpo_lines{"br", "caption", "div", "h2", "h3", "h4", "h5", "li", "p", "table", "tr", "ul"};

// The value behind "name:" in a comment, up to white space.
std::string_view field_of(std::string_view comment, std::string_view name) {
  const auto at = comment.find(name);
  if (at == std::string_view::npos) return {};
  const auto value = comment.substr(at + name.size());
  return value.substr(0, value.find_first_of(" \t\r\n"));
}

// What stands between two <!-- documentid:... -->.
struct Item {
  std::string title;              // of the Code: "18"
  std::string name;               // "Sec. 2261A", "[Secs. 202 to 204"
  std::vector<std::string> path;  // "TITLE 18-CRIMES", "PART I-CRIMES", ..., the item itself
  std::optional<base::Date> through;
  std::string head;
  TextBuilder text;
  std::size_t start = 0;
  bool has_head = false;
};

class GpoReader {
 public:
  GpoReader(const SourceFile& file, const Output& output) : file_(file), output_(output), decoded_(decode_document(file.bytes)) {}

  void run() {
    HtmlScanner scanner(decoded_.text);
    while (const auto token = scanner.next()) {
      switch (token->kind) {
        case HtmlToken::Kind::Comment:
          comment(*token);
          break;
        case HtmlToken::Kind::Text:
          words(token->content);
          break;
        default:
          tag(*token);
      }
    }
    flush(decoded_.text.size(), !fields_.empty() || !page_ended_);
    if (!read_.work.iri.empty()) output_.work(std::move(read_));
  }

 private:
  bool in_field(std::string_view name) const { return fields_.size() == 1 && fields_[0] == name; }
  bool in_head() const { return in_field("head") || in_field("repealedhead"); }

  void comment(const HtmlToken& token) {
    const auto words = base::trim(token.content);
    if (words.starts_with("documentid:")) {
      flush(token.span.start, !fields_.empty());
      begin(words, token.span.start);
    } else if (!item_) {
      return;
    } else if (words.starts_with("itempath:")) {
      item_->name = words.substr(words.rfind('/') + 1);
    } else if (words.starts_with("expcite:")) {
      places(words.substr(words.find(':') + 1));
    } else if (words.starts_with("field-start:")) {
      fields_.emplace_back(words.substr(words.find(':') + 1));
      item_->has_head = item_->has_head || in_head();
    } else if (words.starts_with("field-end:") && !fields_.empty()) {
      fields_.pop_back();
    }
  }

  void begin(std::string_view comment, std::size_t start) {
    item_.emplace();
    fields_.clear();
    dropped_ = cells_ = 0;
    item_->start = start;
    const auto id = field_of(comment, "documentid:");
    item_->title = base::lower(id.substr(0, id.find('_')));
    auto day = std::string(field_of(comment, "currentthrough:"));
    if (day.size() == 8) day.insert(6, "-").insert(4, "-");
    item_->through = base::Date::parse(day);
  }

  // "TITLE 18-CRIMES AND CRIMINAL PROCEDURE!@!PART I-CRIMES!@!Sec. 1"
  void places(std::string_view cite) {
    constexpr std::string_view mark = "!@!";
    for (std::size_t at = 0; at <= cite.size();) {
      const auto end = std::min(cite.find(mark, at), cite.size());
      auto place = decode_html(cite.substr(at, end - at));
      if (place.starts_with('[')) place.erase(0, 1);
      if (const auto dash = place.find('-'); dash != std::string::npos) place.replace(dash, 1, "—");
      item_->path.push_back(base::squeeze(place));
      at = end + mark.size();
    }
  }

  void words(std::string_view raw) {
    if (!item_ || dropped_ > 0) return;
    if (in_head()) {
      item_->head += decode_html(raw);
    } else if (in_field("statute")) {
      raw.find('&') == std::string_view::npos ? item_->text.text(raw) : item_->text.text(decode_html(raw));
    }
  }

  // Marks of footnotes are links inside <sup>; another <sup> is an exponent.
  void tag(const HtmlToken& token) {
    page_ended_ = page_ended_ || (token.kind == HtmlToken::Kind::Close && token.name == "html");
    if (!item_) return;
    const bool open = token.kind == HtmlToken::Kind::Open;
    if (dropped_ > 0) {
      if (token.name == "sup") dropped_ += open ? 1 : -1;
      return;
    }
    if (token.name == "sup") {
      in_sup_ = open;
    } else if (open && in_sup_ && token.name == "a" && html_attribute(token.content, "href").find("_target") != std::string::npos) {
      dropped_ = 1;
      in_sup_ = false;
    } else if (in_field("statute")) {
      layout(token.name, open);
    }
  }

  void layout(std::string_view name, bool open) {
    if (name == "td" || name == "th") {
      item_->text.space();
      cells_ = open ? 1 : 0;
    } else if (std::binary_search(gpo_lines.begin(), gpo_lines.end(), name)) {
      cells_ > 0 ? item_->text.space() : item_->text.line();
    }
  }

  void flush(std::size_t end, bool broken) {
    if (!item_) return;
    auto item = std::move(*item_);
    item_.reset();
    if (item.title.empty() || !item.has_head) return;
    if (broken) {
      output_.diagnostic({.byte = decoded_.original_offset(item.start),
                          .element = item.name,
                          .message = "the page breaks off here; this section is left out",
                          .hint = "the file may be cut off; fetch it again"});
      return;
    }
    if (read_.work.iri.empty()) {
      auto heading = item.path.empty() ? std::string() : item.path[0];
      const auto dash = heading.find("—");
      read_.work =
          us_code_work(item.title, dash == std::string::npos ? std::string() : heading.substr(dash + std::string_view("—").size()));
    }
    add(item, end);
  }

  void add(Item& item, std::size_t end) {
    model::Provision provision;
    auto words = item.text.take();
    const auto head = base::squeeze(item.head);
    const bool gone = head.starts_with('[');  // what stands below "[§3651. Repealed" are notes, whatever their field is called
    if (!gone) provision.text = std::move(words.text);
    provision.num = number_of(item.name);
    provision.heading = heading_of(head);
    const bool rule = base::trim(item.name).starts_with("Rule");
    provision.kind = rule ? "rule" : "section";
    if (item.path.size() > 2) provision.path.assign(item.path.begin() + 1, item.path.end() - 1);
    provision.jurisdiction = read_.work.jurisdiction;
    provision.lang = "en";
    provision.status = provision.text.empty() ? status_of_vacant(provision.heading) : model::Status::InForce;
    const auto number = us_eid_number(provision.num);
    const auto title = model::work_iri("us", "act", "usc", {}, item.title);
    provision.iri = {title, model::iso639_3("en"), item.through ? item.through->iso() : std::string(), {}};
    provision.iri.eid = eids_.unique(std::string(rule ? "rule" : "sec") + (number.empty() ? "" : "_" + number));
    provision.url = us_code_section_url(item.title, provision.num);
    provision.source = {file_.name, file_.sha256, {decoded_.original_offset(item.start), decoded_.original_offset(end)}};
    read_.provisions.push_back(std::move(provision));
  }

  // "[Secs. 202 to 204" -> "202 to 204"
  static std::string number_of(std::string_view name) {
    const auto digit = name.find_first_of("0123456789");
    return digit == std::string_view::npos ? std::string() : base::squeeze(name.substr(digit));
  }

  // "[§202. Repealed. Pub. L. 98-473]" -> "Repealed. Pub. L. 98-473"
  static std::string heading_of(std::string head) {
    const bool bracket = head.starts_with('[');
    if (const auto end = head.find(". "); end != std::string::npos && (bracket || head.starts_with("§") || head.starts_with("Rule")))
      head.erase(0, end + 2);
    if (bracket && head.ends_with(']')) head.pop_back();
    return head;
  }

  const SourceFile& file_;
  const Output& output_;
  Decoded decoded_;
  ReadWork read_;
  std::optional<Item> item_;
  std::vector<std::string> fields_;  // open ones, outermost first: a footnote stands inside the statute
  int dropped_ = 0;                  // <sup> elements that are open around what is left out
  int cells_ = 0;
  bool in_sup_ = false;
  bool page_ended_ = false;
  EidRegistry eids_;
};

}  // namespace

int is_gpo_html(std::string_view start) {
  const bool marks = start.find("<!-- documentid:") != std::string_view::npos && start.find("<!-- itempath:") != std::string_view::npos;
  return marks && start.find("U.S.C.") != std::string_view::npos ? 90 : 0;
}

void read_gpo_html(const SourceFile& file, const Output& output) {
  GpoReader(file, output).run();
}

}  // namespace synoptic::read
