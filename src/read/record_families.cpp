#include "read/record_families.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/act_number.h"
#include "read/profiles.h"
#include "read/uslm_work.h"

namespace synoptic::read {

namespace {

// clang-format off
constexpr std::array<RecordFamily, 5> families{{
    {.marks = {"provision_ref", "provisions", "id"}, .records = "provisions", .id = "id", .title = "title", .url = "url", .status = "status",
     .number = "section", .heading = "title", .text = "content", .chapter = "chapter",
     .style = {.notes_begin = {"[Footnote]"}, .flat = true, .repeats_head = true, .markers = true, .amendment_notes = true, .stray_spaces = true}},
    {.marks = {"documents", "section_number", "document_index"}, .records = "provisions", .about = "documents",
     .id = "identifier", .title = "title", .url = "source_url", .status = "status",
     .number = "section_number", .heading = "title", .text = "text",
     .style = {.notes_begin = {"Historical and Revision Notes", "Editorial Notes", "Statutory Notes", "See Federal Rules of "}, .flat = true, .trailing_notes = true},
     .appended_acts = true},
    {.marks = {"section_desc", "section_title", "chapter"},
     .number = "section", .heading = "section_title", .text = "section_desc", .chapter = "chapter", .chapter_title = "chapter_title",
     .style = {.markers = true}, .labels_lost = true},
    {.marks = {"bns_section", "ipc_section", "extra_data"},
     .number = "bns_section", .heading = "subject", .text = "extra_data",
     .style = {.repeats_head = true}, .pieces = true},
    {.marks = {"codes", "sections", "scraped"}, .works = "codes", .records = "sections", .title = "name",
     .number = "section", .heading = "title", .text = "text", .address = "url", .cut_at = 5000},
}};

// Publishers whose addresses tell the jurisdiction, and how a law is named there.
struct Publisher {
  enum class Naming { ActNumber, LastOfAddress, CodeById };
  std::string_view host;
  std::string_view jurisdiction;
  Naming naming;
};
constexpr std::array<Publisher, 3> publishers{{
    {"indiacode.nic.in", "IN", Publisher::Naming::ActNumber},                // "act-45-1860"
    {"sso.agc.gov.sg", "SG", Publisher::Naming::LastOfAddress},              // ".../Act/PC1871"
    {"leginfo.legislature.ca.gov", "US-CA", Publisher::Naming::CodeById},    // "PEN"
}};
// clang-format on

bool has_key(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const auto end = at + name.size();
    if (at > 0 && text[at - 1] == '"' && end < text.size() && text[end] == '"') return true;
  }
  return false;
}

int number_or_zero(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? value : 0;
}

std::string_view last_path_part(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// "/akn/in/act/1860/45" -> "Act 45 of 1860"
std::string act_number(std::string_view iri) {
  const auto number = last_path_part(iri);
  const auto year = last_path_part(iri.substr(0, std::min(iri.rfind('/'), iri.size())));
  return number_or_zero(number) > 0 && number_or_zero(year) > 0 ? fmt::format("Act {} of {}", number, year) : std::string();
}

model::WorkType type_of_address(std::string_view iri) {
  return iri.find("/constitution") != std::string_view::npos ? model::WorkType::Constitution : model::WorkType::Act;
}

// ".../akn/zw/act/2004/23/eng@2022-03-11"
std::optional<RecordedLaw> by_akn_address(const LawFields& law) {
  const auto at = law.url.find("/akn/");
  if (at == std::string::npos) return std::nullopt;
  const auto iri = model::Iri::parse(std::string_view(law.url).substr(at));
  if (!iri) return std::nullopt;
  RecordedLaw result{{.iri = iri->work, .type = type_of_address(iri->work)}, iri->version};
  result.work.jurisdiction = base::ascii::upper(iri->country());
  result.work.number = act_number(iri->work);
  return result;
}

// "18 USC"
std::optional<RecordedLaw> by_code_title(const LawFields& law) {
  constexpr std::string_view code = " USC";
  if (!law.id.ends_with(code)) return std::nullopt;
  const auto title = law.id.substr(0, law.id.size() - code.size());
  if (title.empty() || title.size() > 3) return std::nullopt;
  return RecordedLaw{us_code_work(title, law.title), {}};
}

// "act-45-1860"
bool name_by_number(model::Work& work, std::string_view id) {
  const auto dash = id.rfind('-');
  if (!id.starts_with("act-") || dash == std::string_view::npos || dash <= 4) return false;
  const auto year = number_or_zero(id.substr(dash + 1));
  const auto number = number_or_zero(id.substr(4, dash - 4));
  if (year == 0 || number == 0) return false;
  work.iri = model::work_iri(work.jurisdiction, "act", {}, std::to_string(year), std::to_string(number));
  work.number = fmt::format("Act {} of {}", number, year);
  return true;
}

std::optional<RecordedLaw> by_publisher(const LawFields& law) {
  for (const auto& [host, jurisdiction, naming] : publishers) {
    if (law.url.find(host) == std::string::npos) continue;
    RecordedLaw result{{.jurisdiction = std::string(jurisdiction)}, {}};
    auto& work = result.work;
    if (naming == Publisher::Naming::ActNumber && name_by_number(work, law.id)) return result;
    if (naming == Publisher::Naming::CodeById && !law.id.empty()) {
      work.type = model::WorkType::Code;
      work.number = law.id;
      work.iri = model::work_iri(jurisdiction, "act", "code", {}, law.id);
      return result;
    }
    work.number = last_path_part(law.url);
    if (work.number.empty()) return std::nullopt;
    work.iri = model::work_iri(jurisdiction, "act", {}, {}, work.number);
    return result;
  }
  return std::nullopt;
}

// "This Act shall be called the Indian Penal Code": the law's own short title, where a profile knows it.
std::optional<RecordedLaw> by_short_title(const LawFields& law, std::span<const LawRecord> records) {
  std::string words = base::fold(law.title);
  for (const auto& record : records) {
    const auto& number = record.number;
    if (number == "1" || number.starts_with("1(") || number.starts_with("1 ")) words += " " + base::fold(record.text);
  }
  const model::TextForms::KnownWork* best = nullptr;
  const model::Profile* where = nullptr;
  std::size_t length = 0;
  for (const auto& profile : profiles().all()) {
    for (const auto& known : profile.texts.works) {
      for (const auto& name : known.names) {
        if (name.size() <= length || words.find(base::fold(name)) == std::string::npos) continue;
        best = &known;
        where = &profile;
        length = name.size();
      }
    }
  }
  if (best == nullptr) return std::nullopt;
  return RecordedLaw{
      {.iri = best->iri, .jurisdiction = where->code, .title = best->title, .type = type_of_address(best->iri), .number = act_number(best->iri)},
      {}};
}

}  // namespace

const RecordFamily* record_family(std::string_view start) {
  const auto first = start.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (first == std::string_view::npos || (start[first] != '{' && start[first] != '[')) return nullptr;
  for (const auto& family : families) {
    const bool is_list = family.records.empty();
    if (is_list != (start[first] == '[')) continue;
    if (std::all_of(std::begin(family.marks), std::end(family.marks), [&](std::string_view mark) { return has_key(start, mark); }))
      return &family;
  }
  return nullptr;
}

std::optional<RecordedLaw> identify_law(const LawFields& law, std::span<const LawRecord> records) {
  auto found = by_akn_address(law);
  if (!found) found = by_code_title(law);
  if (!found) found = by_publisher(law);
  if (!found) found = by_short_title(law, records);
  if (!found) return found;
  if (found->work.title.empty()) found->work.title = base::squeeze(law.title);
  if (found->work.source_url.empty()) found->work.source_url = law.url;
  found->work.official = false;  // somebody's edition of it
  return found;
}

}  // namespace synoptic::read
