#include "read/pakistan_json.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <simdjson.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/act_number.h"
#include "read/encoding.h"
#include "read/numbered_text.h"

namespace synoptic::read {

namespace {

namespace ondemand = simdjson::ondemand;

struct Statute {
  std::string id;
  std::string title;
  std::string description;
  std::string status;
  std::string issued;
  std::string url;
};

// The type is the last of these words in the title: "Pakistan Penal Code" is an Act, "... (Amendment) Act ... Ordinance" an ordinance.
struct StatuteKind {
  std::string_view word;
  std::string_view subtype;  // of the IRI; empty for Acts
  model::WorkType type;
};
constexpr std::array<StatuteKind, 6> statute_kinds{{{"Act", "", model::WorkType::Act},
                                     {"Ordinance", "ordinance", model::WorkType::Act},
                                     {"Order", "order", model::WorkType::Act},
                                     {"Rules", "rules", model::WorkType::Regulation},
                                     {"Regulation", "regulation", model::WorkType::Regulation},
                                     {"Constitution", "constitution", model::WorkType::Constitution}}};

const StatuteKind& statute_kind(std::string_view title) {
  const StatuteKind* best = &statute_kinds[0];
  std::size_t best_at = 0;
  for (const auto& kind : statute_kinds) {
    const auto at = title.rfind(kind.word);
    if (at != std::string_view::npos && at + 1 > best_at) {
      best = &kind;
      best_at = at + 1;
    }
  }
  return *best;
}

model::Work work_of(const Statute& statute) {
  model::Work work{.title = base::squeeze(statute.title), .date = base::Date::parse(statute.issued), .source_url = statute.url};
  work.jurisdiction = base::ascii::upper(statute.id.substr(0, statute.id.find('-')));
  const StatuteKind& kind = statute_kind(work.title);
  work.type = kind.type;
  if (const auto number = find_act_number(statute.description)) {
    work.number = fmt::format("{} {}", kind.subtype.empty() ? "Act" : kind.word, number->words);
    work.iri = model::work_iri(work.jurisdiction, "act", kind.subtype, std::to_string(number->year), std::to_string(number->number));
  } else {
    work.iri = model::work_iri(work.jurisdiction, "act", kind.subtype, "", statute.id.substr(statute.id.find('-') + 1));
  }
  return work;
}

// Walks the raw string of the file beside the decoded one, so that each line knows the bytes it came from.
class RawPosition {
 public:
  RawPosition(std::string_view raw, std::size_t offset) : raw_(raw), offset_(offset) {}
  // Bytes of the file up to `decoded` bytes of the decoded string; only ever forward.
  std::size_t at(std::size_t decoded) {
    while (decoded_ < decoded && raw_at_ < raw_.size()) {
      const auto plain = std::min(raw_.substr(raw_at_, decoded - decoded_).find('\\'), std::min(raw_.size() - raw_at_, decoded - decoded_));
      raw_at_ += plain;
      decoded_ += plain;
      if (decoded_ < decoded && raw_at_ < raw_.size()) escape();
    }
    return offset_ + raw_at_;
  }

 private:
  void escape() {
    if (raw_at_ + 1 >= raw_.size() || raw_[raw_at_ + 1] != 'u') {
      raw_at_ += 2;
      ++decoded_;
      return;
    }
    const unsigned long unit = std::stoul("0" + std::string(raw_.substr(raw_at_ + 2, 4)), nullptr, 16);
    const bool pair = unit >= 0xd800 && unit < 0xdc00;
    raw_at_ = std::min(raw_.size(), raw_at_ + (pair ? 12 : 6));
    decoded_ += pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }

  std::string_view raw_;
  std::size_t offset_;
  std::size_t raw_at_ = 0;
  std::size_t decoded_ = 0;
};

class StatuteReader {
 public:
  StatuteReader(const SourceFile& file, const Output& output) : file_(file), output_(output), bom_(file.bytes.starts_with(utf8_bom) ? utf8_bom.size() : 0), json_(file.bytes.substr(bom_)) {}

  void run() {
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object statute;
    auto error = parser.iterate(json_).get(document);
    if (error == simdjson::SUCCESS) error = document.get_object().get(statute);
    if (error != simdjson::SUCCESS) {
      return complain(fmt::format("not a JSON object: {}", simdjson::error_message(error)), "the file may be cut off; fetch it again", 0);
    }
    for (auto field : statute) {
      std::string_view key;
      if (field.unescaped_key().get(key) != simdjson::SUCCESS) break;
      const std::string name(key);
      if (name == "provisions") {
        provisions(field.value());
      } else {
        property(name, field.value());
      }
      if (broken_) break;
    }
    finish();
  }

 private:
  void complain(std::string message, std::string hint, std::size_t byte) {
    output_.diagnostic({.byte = byte, .message = std::move(message), .hint = std::move(hint)});
    broken_ = true;
  }

  void property(const std::string& name, simdjson::simdjson_result<ondemand::value> value) {
    for (const auto& [wanted, target] : {std::pair{"id", &statute_.id}, {"title", &statute_.title}, {"description", &statute_.description},
                                         {"status", &statute_.status}, {"issued_date", &statute_.issued}, {"url", &statute_.url}}) {
      std::string_view text;
      if (name == wanted && value.get_string().get(text) == simdjson::SUCCESS) *target = text;
    }
  }

  void provisions(simdjson::simdjson_result<ondemand::value> value) {
    ondemand::array items;
    if (value.get_array().get(items) != simdjson::SUCCESS) return complain("\"provisions\" is not a list", "fetch the file again", 0);
    for (auto item : items) {
      ondemand::object object;
      if (item.get_object().get(object) != simdjson::SUCCESS) {
        return complain("the list of provisions breaks off", "the file may be cut off; fetch it again", last_byte_);
      }
      provision(object);
      if (broken_) return;
    }
  }

  void provision(ondemand::object& object) {
    for (auto field : object) {
      std::string_view key;
      ondemand::value value;
      if (field.unescaped_key().get(key) != simdjson::SUCCESS || field.value().get(value) != simdjson::SUCCESS) {
        return complain("a provision breaks off", "the file may be cut off; fetch it again", last_byte_);
      }
      const bool title = key == "title";
      if (!title && key != "content") continue;
      const std::string_view token = value.raw_json_token();
      std::string_view text;
      if (value.get_string().get(text) != simdjson::SUCCESS) {
        return complain("a provision without words", "the file may be cut off; fetch it again", last_byte_);
      }
      add_lines(text, token, title);
    }
  }

  void add_lines(std::string_view text, std::string_view token, bool boundary) {
    if (!token.starts_with('"')) return;
    const auto offset = static_cast<std::size_t>(token.data() - json_.data()) + 1 + bom_;
    last_byte_ = offset;
    // The token may reach to the next one; its string ends at the quotation mark that is not escaped.
    std::size_t length = 1;
    while (length < token.size() && token[length] != '"') length += token[length] == '\\' ? 2 : 1;
    RawPosition position(token.substr(1, std::min(length, token.size()) - 1), offset);
    if (boundary && text.starts_with("Section ")) {
      position.at(8);
      text.remove_prefix(8);
      texts_.emplace_back(text);
      lines_.push_back({texts_.back(), offset, position.at(8 + text.size()), true});
      return;
    }
    for (std::size_t start = 0; start < text.size();) {
      const auto end = std::min(text.find('\n', start), text.size());
      const auto first = position.at(start);
      texts_.emplace_back(text.substr(start, end - start));
      lines_.push_back({texts_.back(), first, position.at(end), false});
      start = end + 1;
    }
  }

  void finish() {
    if (lines_.empty()) {
      if (!broken_) complain("no provisions in it", "fetch the file again", 0);
      return;
    }
    NumberedText split = split_sections(lines_, {.places = false});
    ReadWork result{work_of(statute_), {}};
    const model::Iri expression{result.work.iri, "eng", split.dated ? split.dated->iso() : std::string(), ""};
    const auto status = model::status(statute_.status).value_or(model::Status::Unknown);
    for (auto& section : split.sections) result.provisions.push_back(to_provision(std::move(section), expression, result.work.jurisdiction, status, file_));
    if (!split.announced.empty()) {
      std::string list;
      for (const auto& number : split.announced) list += (list.empty() ? "" : ", ") + number;
      output_.diagnostic({.severity = base::Severity::Warning, .message = "the table of contents names sections whose text is not in the file: " + list,
                          .hint = "look them up at " + statute_.url});
    }
    output_.work(std::move(result));
  }

  const SourceFile& file_;
  const Output& output_;
  std::size_t bom_;
  simdjson::padded_string json_;
  Statute statute_;
  std::deque<std::string> texts_;
  std::vector<TextLine> lines_;
  std::size_t last_byte_ = 0;
  bool broken_ = false;
};

}  // namespace

// "title": "Section 509. Insulting modesty"
static bool has_value(std::string_view text, std::string_view key, std::string_view start_of_value) {
  for (auto at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    const auto value = text.find_first_not_of(" \t\r\n:", at + key.size());
    if (value != std::string_view::npos && text.substr(value).starts_with(start_of_value)) return true;
  }
  return false;
}

int is_pakistan_json(std::string_view start) {
  const auto text = start.substr(std::min(start.find_first_not_of(" \t\r\n\xef\xbb\xbf"), start.size()));
  if (!text.starts_with('{')) return 0;
  const auto head = text.substr(0, 8192);
  // Others of this shape (records_json) have the section itself in each record, and no number in its title.
  const bool numbered = has_value(head, "\"title\"", "\"Section ") && has_value(head, "\"provision_ref\"", "\"sec");
  return numbered && head.find("\"provisions\"") != std::string_view::npos ? 90 : 0;
}

void read_pakistan_json(const SourceFile& file, const Output& output) { StatuteReader(file, output).run(); }

}  // namespace synoptic::read
