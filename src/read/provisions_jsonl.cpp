#include "read/provisions_jsonl.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/core.h>
#include <simdjson.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/encoding.h"

namespace synoptic::read {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;


std::string_view text_of(const simdjson::simdjson_result<element>& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

std::optional<base::Date> date_of(const simdjson::simdjson_result<element>& value) { return base::Date::parse(text_of(value)); }

std::vector<std::string> list_of(const simdjson::simdjson_result<element>& value) {
  std::vector<std::string> result;
  simdjson::dom::array items;
  if (value.get(items) != simdjson::SUCCESS) return result;
  for (const auto item : items) {
    std::string_view text;
    if (item.get(text) == simdjson::SUCCESS && !text.empty()) result.emplace_back(text);
  }
  return result;
}

// Spans of the contract count code points.
std::vector<model::QuotedSpan> quoted_of(const object& record, const std::string& text) {
  std::vector<model::QuotedSpan> result;
  simdjson::dom::array items;
  if (record["quoted"].get(items) != simdjson::SUCCESS || items.size() == 0) return result;
  const base::CodePointIndex index(text);
  const std::uint64_t length = base::code_points(text);
  for (const auto item : items) {
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    if (item["start"].get(start) != simdjson::SUCCESS || item["end"].get(end) != simdjson::SUCCESS) continue;
    if (start >= end || end > length) continue;
    result.push_back({{index.to_byte(start), index.to_byte(end)}, std::string(text_of(item["target"]))});
  }
  return result;
}

model::Work work_of(const object& record, const model::Iri& iri, const std::string& jurisdiction) {
  model::Work work{.iri = iri.work, .jurisdiction = jurisdiction, .title = iri.work};
  const auto given = record["work"];
  if (const auto title = text_of(given["title"]); !title.empty()) work.title = title;
  work.type = model::work_type(text_of(given["type"])).value_or(model::WorkType::Other);
  work.number = text_of(given["number"]);
  work.date = date_of(given["date"]);
  work.source_url = text_of(given["source_url"]);
  bool flag = false;
  if (given["official"].get(flag) == simdjson::SUCCESS) work.official = flag;
  if (given["digest"].get(flag) == simdjson::SUCCESS) work.digest = flag;
  return work;
}

// "sec_4A" says what it is and which; used where the line itself does not.
std::pair<std::string, std::string> from_eid(std::string_view eid) {
  const auto last = eid.substr(eid.rfind("__") == std::string_view::npos ? 0 : eid.rfind("__") + 2);
  const auto line = last.find('_');
  if (line == std::string_view::npos) return {"provision", std::string(last)};
  const auto prefix = last.substr(0, line);
  std::string kind = prefix == "sec" ? "section" : prefix == "art" ? "article" : prefix == "reg" ? "regulation" : "provision";
  return {std::move(kind), std::string(last.substr(line + 1))};
}

model::Provision provision_of(const object& record, model::Iri&& iri) {
  model::Provision provision;
  provision.jurisdiction = text_of(record["jurisdiction"]);
  if (provision.jurisdiction.empty()) provision.jurisdiction = base::ascii::upper(iri.country());
  provision.lang = text_of(record["lang"]);
  if (provision.lang.empty()) provision.lang = model::bcp47(iri.lang);
  std::tie(provision.kind, provision.num) = from_eid(iri.eid);
  if (const auto kind = text_of(record["kind"]); !kind.empty()) provision.kind = kind;
  if (const auto num = text_of(record["num"]); !num.empty()) provision.num = num;
  provision.iri = std::move(iri);
  provision.heading = text_of(record["heading"]);
  provision.path = list_of(record["path"]);
  provision.extent = list_of(record["extent"]);
  provision.status = model::status(text_of(record["status"])).value_or(model::Status::Unknown);
  provision.valid_from = date_of(record["valid_from"]);
  provision.valid_to = date_of(record["valid_to"]);
  provision.text = text_of(record["text"]);
  provision.url = text_of(record["url"]);
  provision.quoted = quoted_of(record, provision.text);
  return provision;
}

// Walks the lines, and gathers the provisions of one expression that follow each other.
class ProvisionLineReader {
 public:
  ProvisionLineReader(const SourceFile& file, const Output& output) : file_(file), output_(output) {}

  void run() {
    std::size_t start = file_.bytes.starts_with(utf8_bom) ? utf8_bom.size() : 0;
    for (; start < file_.bytes.size(); ++line_) {
      const auto end = std::min(file_.bytes.find('\n', start), file_.bytes.size());
      line(start, end);
      start = end + 1;
    }
    flush();
  }

 private:
  void line(std::size_t start, std::size_t end) {
    if (base::trim(file_.bytes.substr(start, end - start)).empty()) return;
    // simdjson looks a little beyond the end: within the file that is the next line, near the end it has to copy.
    const bool room = file_.bytes.size() - end >= simdjson::SIMDJSON_PADDING;
    object record;
    const auto error = parser_.parse(file_.bytes.data() + start, end - start, !room).get(record);
    if (error == simdjson::INCORRECT_TYPE) return complain("not a JSON object", "each line has to be one provision");
    if (error != simdjson::SUCCESS) {
      return complain(fmt::format("not valid JSON: {}", simdjson::error_message(error)), "the file may be cut off; write it again");
    }
    auto iri = model::Iri::parse(text_of(record["iri"]));
    if (!iri) return complain("no \"iri\", or not one that begins with /akn/COUNTRY/TYPE/", "see the fields that `synoptic provisions` prints");
    if (text_of(record["text"]).data() == nullptr) return complain("no \"text\"", "see the fields that `synoptic provisions` prints");
    model::Provision provision = provision_of(record, std::move(*iri));
    model::Work work = work_of(record, provision.iri, provision.jurisdiction);
    if (current_.provisions.empty() || current_.work.iri != work.iri || current_.provisions.back().iri.expression() != provision.iri.expression()) {
      flush();
      current_.work = std::move(work);
    }
    // The line is the source: what it says about its own source is a stranger's word and may name any file.
    provision.source = {file_.name, file_.sha256, {start, end}};
    current_.provisions.push_back(std::move(provision));
  }

  void flush() {
    if (!current_.provisions.empty()) output_.work(std::exchange(current_, {}));
  }

  void complain(std::string message, std::string hint) const {
    output_.diagnostic({.line = line_, .message = std::move(message), .hint = std::move(hint)});
  }

  const SourceFile& file_;
  const Output& output_;
  simdjson::dom::parser parser_;
  ReadWork current_;
  std::size_t line_ = 1;
};

}  // namespace

int is_provisions_jsonl(std::string_view start) {
  if (start.starts_with(utf8_bom)) start.remove_prefix(utf8_bom.size());
  const auto text = start.substr(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  if (!text.starts_with('{')) return 0;
  const auto line = text.substr(0, text.find('\n'));
  const auto key = line.find("\"iri\"");
  if (key == std::string_view::npos) return 0;
  const auto value = line.find_first_not_of(" \t:", key + 5);
  return value != std::string_view::npos && line.substr(value).starts_with("\"/akn/") ? 95 : 0;
}

void read_provisions_jsonl(const SourceFile& file, const Output& output) { ProvisionLineReader(file, output).run(); }

}  // namespace synoptic::read
