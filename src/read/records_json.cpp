#include "read/records_json.h"

#include <fmt/core.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/encoding.h"
#include "read/provision_number.h"
#include "read/record_families.h"
#include "read/uslm_work.h"
#include "read/vacant_section.h"

namespace synoptic::read {

namespace {

namespace ondemand = simdjson::ondemand;

bool same_field_name(std::string_view a, std::string_view b) {
  return !b.empty() && a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return x == y || (x ^ 32) == y; });
}

// A string, or a number as it is written.
std::string text_of(ondemand::value value) {
  ondemand::json_type type{};
  if (value.type().get(type) != simdjson::SUCCESS) return {};
  if (type == ondemand::json_type::number) return std::string(base::trim(value.raw_json_token()));
  std::string_view text;
  if (type != ondemand::json_type::string || value.get_string().get(text) != simdjson::SUCCESS) return {};
  return std::string(text);  // checked by the parser
}

// "Explanation to section 5" -> "5"
std::string_view from_digit(std::string_view number) {
  return number.substr(std::min(number.find_first_of("0123456789"), number.size()));
}

// "137 (1)\n(b)" -> "137"
std::string base_number(std::string_view number) {
  const auto trimmed = from_digit(number);
  std::size_t end = 0;
  while (end < trimmed.size() && ((trimmed[end] >= '0' && trimmed[end] <= '9') || (trimmed[end] >= 'A' && trimmed[end] <= 'Z'))) ++end;
  return std::string(trimmed.substr(0, end));
}

// The parts of a number as they are to be sorted: "140 (2)(b)" -> 140, 2, 'b'.
std::vector<int> sort_key(std::string_view number) {
  std::vector<int> key;
  for (std::size_t i = 0; i < number.size();) {
    if (number[i] >= '0' && number[i] <= '9') {
      int value = 0;
      for (; i < number.size() && number[i] >= '0' && number[i] <= '9'; ++i) value = std::min(value * 10 + (number[i] - '0'), 1'000'000);
      key.push_back(value);
      continue;
    }
    if ((number[i] | 32) >= 'a' && (number[i] | 32) <= 'z') key.push_back(number[i]);
    ++i;
  }
  return key;
}

int first_number(std::string_view number) {
  const auto key = sort_key(number);
  return key.empty() ? 0 : key[0];
}

// "§ 2 FINDINGS.", "§ 4 Section 4" with words that a quotation mark opens: a section of an Act that a note of the Code quotes.
bool is_of_quoted_act(const LawRecord& record, const std::string& number) {
  const auto text = base::trim(record.text);
  if (text.starts_with("“") || text.starts_with('"')) return true;
  if (record.heading == "Section " + number) return true;
  const bool capitals = std::none_of(record.heading.begin(), record.heading.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return capitals && record.heading.ends_with('.');
}

class RecordsReader {
 public:
  RecordsReader(const SourceFile& file, const Output& output, const RecordFamily& family)
      : file_(file),
        output_(output),
        family_(family),
        bom_(file.bytes.starts_with(utf8_bom) ? utf8_bom.size() : 0),
        json_(file.bytes.substr(bom_)) {}

  void run() {
    ondemand::parser parser;
    ondemand::document document;
    ondemand::value root;
    auto error = parser.iterate(json_).get(document);
    if (error == simdjson::SUCCESS) error = document.get_value().get(root);
    if (error != simdjson::SUCCESS) return complain(fmt::format("not JSON: {}", simdjson::error_message(error)), 0);
    if (family_.works.empty()) {
      family_.records.empty() ? list(root) : law(root);
      emit();
    } else {
      laws(root);
    }
  }

 private:
  void complain(std::string message, std::size_t byte) {
    if (broken_) return;
    broken_ = true;
    output_.diagnostic({.byte = byte, .message = std::move(message), .hint = "the file may be cut off; fetch it again"});
  }

  // {"codes": {"PEN": {"name": ..., "sections": [...]}}}
  void laws(ondemand::value root) {
    each_field(root, [&](std::string_view name, ondemand::value value) {
      if (!same_field_name(name, family_.works)) return;
      each_field(value, [&](std::string_view key, ondemand::value inner) {
        fields_ = LawFields{.id = std::string(key)};
        records_.clear();
        law(inner);
        if (!records_.empty()) fields_.url = records_[0].address;
        emit();
      });
    });
  }

  void law(ondemand::value value) {
    each_field(value, [&](std::string_view name, ondemand::value field) {
      if (same_field_name(name, family_.records)) {
        list(field);
      } else if (same_field_name(name, family_.about)) {
        ondemand::array items;
        if (field.get_array().get(items) != simdjson::SUCCESS) return;
        bool first = true;
        for (auto item : items) {
          ondemand::value about;
          if (item.get(about) != simdjson::SUCCESS) break;
          if (std::exchange(first, false)) each_field(about, [&](std::string_view key, ondemand::value inner) { property(key, inner); });
        }
      } else {
        property(name, field);
      }
    });
  }

  void property(std::string_view name, ondemand::value value) {
    for (const auto& [wanted, target] : {std::pair{family_.id, &fields_.id},
                                         {family_.title, &fields_.title},
                                         {family_.url, &fields_.url},
                                         {family_.status, &fields_.status}}) {
      if (same_field_name(name, wanted)) *target = text_of(value);
    }
  }

  template <class Visit>
  void each_field(ondemand::value value, Visit visit) {
    ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS) return complain("an object was expected here", last_byte_);
    for (auto field : object) {
      std::string_view name;
      ondemand::value inner;
      if (field.unescaped_key().get(name) != simdjson::SUCCESS || field.value().get(inner) != simdjson::SUCCESS) {
        return complain("the file breaks off or is damaged behind this place", last_byte_);
      }
      const std::string key(name);  // the parser may use its memory again
      visit(key, inner);
      if (broken_) return;
    }
  }

  void list(ondemand::value value) {
    ondemand::array items;
    if (value.get_array().get(items) != simdjson::SUCCESS) return complain("a list of sections was expected here", last_byte_);
    for (auto item : items) {
      ondemand::object object;
      std::string_view raw;
      const bool whole = item.get_object().get(object) == simdjson::SUCCESS && object.raw_json().get(raw) == simdjson::SUCCESS;
      raw = base::trim(raw);
      if (!whole || !raw.ends_with('}')) {
        return complain("the list of sections breaks off", last_byte_);
      }
      LawRecord record;
      const auto start = static_cast<std::size_t>(raw.data() - json_.data()) + bom_;
      record.span = {start, start + raw.size()};
      last_byte_ = record.span.end;
      if (object.reset().error() != simdjson::SUCCESS) return complain("a section is damaged", start);
      for (auto field : object) {
        std::string_view name;
        ondemand::value inner;
        if (field.unescaped_key().get(name) != simdjson::SUCCESS || field.value().get(inner) != simdjson::SUCCESS)
          return complain("a section is damaged", start);
        const std::string key(name);
        record_field(record, key, inner);
      }
      records_.push_back(std::move(record));
    }
  }

  void record_field(LawRecord& record, std::string_view name, ondemand::value value) const {
    for (const auto& [wanted, target] : {std::pair{family_.number, &record.number},
                                         {family_.heading, &record.heading},
                                         {family_.text, &record.text},
                                         {family_.chapter, &record.chapter},
                                         {family_.chapter_title, &record.chapter_title},
                                         {family_.address, &record.address}}) {
      if (same_field_name(name, wanted)) *target = text_of(value);
    }
  }

  void emit() {
    if (records_.empty()) {
      if (!broken_)
        output_.diagnostic({.severity = base::Severity::Note,
                            .message = "no sections in this file",
                            .hint = "its maker had none; look the law up at its publisher"});
      return;
    }
    if (family_.pieces) join_pieces();
    const auto law = identify_law(fields_, records_);
    if (!law) {
      return output_.diagnostic({.message = "nothing in the file says which law this is",
                                 .hint = "name its short title in [[texts.work]] of the jurisdiction's profile (corpus/jurisdictions)"});
    }
    ReadWork work{law->work, {}};
    int last = 0;
    std::vector<std::string> quoted, cut, empty;
    EidRegistry eids;
    for (auto& record : records_) {
      const auto number = clean_number(record.number);
      if (family_.appended_acts && first_number(number) < last && is_of_quoted_act(record, number)) {
        quoted.push_back(number);
        continue;
      }
      if (family_.cut_at > 0 && base::code_points(record.text) >= family_.cut_at) {
        cut.push_back(number);
        continue;
      }
      last = std::max(last, first_number(number));
      work.provisions.push_back(provision(record, number, *law, eids));
      const auto& added = work.provisions.back();
      if (added.text.empty() && added.status != model::Status::Repealed) empty.push_back(number);
    }
    using base::Severity;
    warn(Severity::Warning, cut, fmt::format("left out, since the maker of this file cut their text at {} characters", family_.cut_at), work.work);
    warn(Severity::Warning, empty, "without text in this file", work.work);
    warn(Severity::Note, quoted, "left out, since they are of Acts that editors' notes quote", work.work);
    if (family_.labels_lost) {
      output_.diagnostic({.severity = Severity::Warning, .element = work.work.title, .message = "the maker of this file dropped numbers and letters of subdivisions: \"clause (a)\" cannot be found in it", .hint = "take another edition to cite subdivisions"});
    }
    output_.work(std::move(work));
  }

  // Which sections, as far as a line holds them.
  void warn(base::Severity severity, const std::vector<std::string>& numbers, std::string message, const model::Work& work) {
    constexpr std::size_t most = 12;
    if (numbers.empty()) return;
    std::string which = work.title + ", section" + (numbers.size() == 1 ? "" : "s");
    for (std::size_t i = 0; i < std::min(most, numbers.size()); ++i) which += (i == 0 ? " " : ", ") + numbers[i];
    if (numbers.size() > most) which += fmt::format(" and {} more", numbers.size() - most);
    output_.diagnostic({.severity = severity, .element = std::move(which), .message = std::move(message), .hint = "the publisher has them"});
  }

  // Records of parts of a section make one record, in the order of their numbers; one that repeats the whole section adds nothing.
  void join_pieces() {
    std::stable_sort(records_.begin(), records_.end(),
                     [](const auto& a, const auto& b) { return sort_key(from_digit(a.number)) < sort_key(from_digit(b.number)); });
    std::vector<LawRecord> joined;
    for (auto& record : records_) {
      record.text = std::string(base::trim(record.text));
      if (record.text == "None") continue;  // how the maker's program wrote that there is nothing
      const auto number = base_number(record.number);
      if (joined.empty() || joined.back().number != number) {
        joined.push_back(std::move(record));
        joined.back().number = number;
      } else if (joined.back().text.find(record.text) == std::string::npos) {
        auto& whole = joined.back().text;
        whole = record.text.find(whole) != std::string::npos ? record.text : whole + "\n" + record.text;
        if (joined.back().heading != record.heading) joined.back().heading.clear();  // of its first part alone
      }
    }
    records_ = std::move(joined);
  }

  model::Provision provision(LawRecord& record, const std::string& number, const RecordedLaw& law, EidRegistry& eids) const {
    model::Provision provision;
    const bool article = law.work.type == model::WorkType::Constitution;
    provision.kind = article ? "article" : "section";
    provision.num = number;
    provision.heading = record_heading(record.heading, family_.style);
    provision.text = record_text(record.text, number, provision.heading, family_.style);
    if (auto place = place_of(record); !place.empty()) provision.path.push_back(std::move(place));
    provision.jurisdiction = law.work.jurisdiction;
    provision.lang = "en";
    provision.status = model::status(fields_.status).value_or(model::Status::Unknown);
    // The file says of the law that it is in force; a section that has no words in it is not known to be.
    if (provision.text.empty() && provision.status == model::Status::InForce) provision.status = status_of_notice(provision.heading).value_or(model::Status::Unknown);
    if (is_repeal_note(provision.text) || is_repeal_note(provision.heading)) provision.status = model::Status::Repealed;
    const auto eid = us_eid_number(number);
    provision.iri = {law.work.iri, model::iso639_3(provision.lang), law.version, {}};
    provision.iri.eid = eids.unique(std::string(article ? "art" : "sec") + (eid.empty() ? "" : "_" + eid));
    provision.url = record.address;
    provision.source = {file_.name, file_.sha256, record.span};
    return provision;
  }

  // "PART 1 - PRELIMINARY", or a number and a title: "Chapter 16 criminal force and assault".
  static std::string place_of(const LawRecord& record) {
    auto place = base::squeeze(record.chapter);
    const bool bare = !place.empty() && place.find_first_not_of("0123456789IVXLCDM") == std::string::npos;
    if (bare) place = "Chapter " + place;
    if (!record.chapter_title.empty()) place += (place.empty() ? "" : " ") + base::squeeze(record.chapter_title);
    return place;
  }

  const SourceFile& file_;
  const Output& output_;
  const RecordFamily& family_;
  std::size_t bom_;
  simdjson::padded_string json_;
  LawFields fields_;
  std::vector<LawRecord> records_;
  std::size_t last_byte_ = 0;
  bool broken_ = false;
};

}  // namespace

int is_records_json(std::string_view start) {
  return record_family(start) != nullptr ? 85 : 0;
}

void read_records_json(const SourceFile& file, const Output& output) {
  const auto* family = record_family(std::string_view(file.bytes).substr(0, 64 * 1024));
  if (family == nullptr) {
    return output.diagnostic(
        {.message = "not a list of sections in JSON of a shape that is known", .hint = "see the families in the README"});
  }
  RecordsReader(file, output, *family).run();
}

}  // namespace synoptic::read
