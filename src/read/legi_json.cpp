#include "read/legi_json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <simdjson.h>

#include "base/utf8.h"
#include "read/html_fragment.h"
#include "read/json_tree.h"
#include "read/legi_values.h"

namespace synoptic::read {

namespace {

namespace dom = simdjson::dom;

class LegiJsonReader {
 public:
  LegiJsonReader(const SourceFile& file, const Output& output) : file_(file), output_(output) {}

  void run() {
    JsonTreeWalker walker(file_.bytes, {.open = [this](const auto& node) { open(node); }, .close = [this](const auto& node) { close(node); }});
    if (const auto trouble = walker.run()) {
      report(base::Severity::Error, trouble->byte, {}, trouble->message, "what is whole was read; the file may be cut off: fetch it again");
    }
    if (!has_root_) return report(base::Severity::Error, 0, {}, "no code in this file: no node with children", {});
    output_.work({std::move(work_), std::move(provisions_)});
  }

 private:
  void open(const JsonTreeNode& node) {
    dom::object data;
    const bool parsed = parse(node, data);
    const std::string_view title = parsed ? text(data, "title", node) : std::string_view{};
    if (has_root_) return path_.push_back(base::squeeze(title));
    has_root_ = true;
    path_.emplace_back();  // of the root, no part of any path
    if (!parsed) return;
    if (title.empty()) report(base::Severity::Warning, node.data.start, "data.title", "the code has no title; named after its id", {});
    work_ = legi_code(title, text(data, "id", node));
    snapshot_ = base::Date::parse(text(data, "dateDebutVersion", node));
  }

  void close(const JsonTreeNode& node) {
    if (node.opened) path_.pop_back();
    if (node.type == "article") article(node);
  }

  void article(const JsonTreeNode& node) {
    dom::object data;
    if (!parse(node, data)) return;
    const auto interval = LegiInterval::from(date(data, "dateDebut", node), date(data, "dateFin", node));
    auto provision = legi_article(work_, text(data, "num", node), interval);
    const auto id = text(data, "id", node);
    const auto cid = text(data, "cid", node);
    ids_.make_unique(provision.iri, cid.empty() ? id : cid);
    if (!id.empty()) provision.url = fmt::format("https://www.legifrance.gouv.fr/codes/article_lc/{}", id);
    provision.status = legi_status(text(data, "etat", node), interval, snapshot_);
    for (std::size_t i = 1; i < path_.size(); ++i) {
      if (!path_[i].empty()) provision.path.push_back(path_[i]);
    }
    auto html = text(data, "texteHtml", node);
    if (html.empty()) html = text(data, "texte", node);
    provision.text = html_fragment_text(html);
    provision.source = {file_.name, file_.sha256, node.whole};
    provisions_.push_back(std::move(provision));
  }

  // The data of one node. The parser wants bytes behind its input that it may read, hence the copy.
  bool parse(const JsonTreeNode& node, dom::object& data) {
    if (node.data.empty()) {
      report(base::Severity::Error, node.whole.start, "data", "this node has no data; left out", {});
      return false;
    }
    auto error = parse_bytes(node.data.of(file_.bytes), data);
    if (error == simdjson::UTF8_ERROR) {
      if (!std::exchange(told_encoding_, true)) {
        report(base::Severity::Warning, node.data.start, "data", "not UTF-8; read as Windows-1252 where it is not", {});
      }
      error = parse_bytes(base::from_windows_1252(node.data.of(file_.bytes)), data);
    }
    if (error == simdjson::SUCCESS) return true;
    report(base::Severity::Error, node.data.start, "data", fmt::format("not JSON: {}; this node is left out", simdjson::error_message(error)), {});
    return false;
  }

  simdjson::error_code parse_bytes(std::string_view json, dom::object& data) {
    buffer_.assign(json);
    buffer_.append(simdjson::SIMDJSON_PADDING, ' ');
    dom::element element;
    if (const auto error = parser_.parse(buffer_.data(), json.size(), false).get(element)) return error;
    return element.get(data);
  }

  // The string under `key`; empty for null or none. Another type is reported and counts as none.
  std::string_view text(const dom::object& data, std::string_view key, const JsonTreeNode& node) {
    dom::element element;
    if (data.at_key(key).get(element) != simdjson::SUCCESS || element.is_null()) return {};
    std::string_view value;
    if (element.get(value) != simdjson::SUCCESS) wrong_type(node, key, "a string");
    return value;
  }

  // Milliseconds since 1970. Where a time zone got into them (22:00 or 23:00 UTC the day before), midnight in Paris is meant.
  std::optional<base::Date> date(const dom::object& data, std::string_view key, const JsonTreeNode& node) {
    constexpr std::int64_t two_hours = 2 * 3600 * 1000;
    constexpr std::int64_t year_9999 = 253'402'300'800'000;
    dom::element element;
    if (data.at_key(key).get(element) != simdjson::SUCCESS || element.is_null()) return std::nullopt;
    std::int64_t value = 0;
    if (element.get(value) != simdjson::SUCCESS || value > year_9999 || value < -year_9999) {
      wrong_type(node, key, "a date in milliseconds");
      return std::nullopt;
    }
    return base::Date::from_unix_milliseconds(value + two_hours);
  }

  void wrong_type(const JsonTreeNode& node, std::string_view key, std::string_view wanted) {
    report(base::Severity::Warning, node.data.start, fmt::format("data.{}", key), fmt::format("not {}; taken as not given", wanted), {});
  }

  void report(base::Severity severity, std::size_t byte, std::string element, std::string message, std::string hint) {
    output_.diagnostic({.severity = severity, .byte = byte, .element = std::move(element), .message = std::move(message), .hint = std::move(hint)});
  }

  const SourceFile& file_;
  const Output& output_;
  dom::parser parser_;
  std::string buffer_;
  bool has_root_ = false;
  bool told_encoding_ = false;
  model::Work work_;
  std::optional<base::Date> snapshot_;
  std::vector<std::string> path_;
  LegiArticleIds ids_;
  std::vector<model::Provision> provisions_;
};

}  // namespace

int is_legi_json(std::string_view start) {
  const auto first = start.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == std::string_view::npos || start[first] != '{') return 0;
  for (const auto mark : {"\"data\"", "\"children\"", "\"LEGITEXT"}) {
    if (start.find(mark) == std::string_view::npos) return 0;
  }
  return 95;
}

void read_legi_json(const SourceFile& file, const Output& output) { LegiJsonReader(file, output).run(); }

}  // namespace synoptic::read
