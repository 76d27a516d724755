#include "read/legislation_gov_uk.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "model/iri.h"

namespace synoptic::read {

namespace {

using model::WorkType;

// clang-format off
constexpr std::array uk_types{
    UkDocumentType{"UnitedKingdomPublicGeneralAct", "ukpga", WorkType::Act, "section", "{year} c. {number}"},
    UkDocumentType{"UnitedKingdomLocalAct", "ukla", WorkType::Act, "section", "{year} c. {number}"},
    UkDocumentType{"UnitedKingdomPrivateAct", "ukppa", WorkType::Act, "section", "{year} c. {number}"},
    UkDocumentType{"UnitedKingdomChurchMeasure", "ukcm", WorkType::Act, "section", "{year} No. {number}"},
    UkDocumentType{"ScottishAct", "asp", WorkType::Act, "section", "{year} asp {number}"},
    UkDocumentType{"ScottishOldAct", "aosp", WorkType::Act, "section", "{year} c. {number}"},
    UkDocumentType{"WelshAssemblyMeasure", "mwa", WorkType::Act, "section", "{year} nawm {number}"},
    UkDocumentType{"WelshNationalAssemblyAct", "anaw", WorkType::Act, "section", "{year} anaw {number}"},
    UkDocumentType{"WelshParliamentAct", "asc", WorkType::Act, "section", "{year} asc {number}"},
    UkDocumentType{"NorthernIrelandAct", "nia", WorkType::Act, "section", "{year} c. {number} (N.I.)"},
    UkDocumentType{"NorthernIrelandAssemblyMeasure", "mnia", WorkType::Act, "section", "{year} c. {number} (N.I.)"},
    UkDocumentType{"NorthernIrelandParliamentAct", "apni", WorkType::Act, "section", "{year} c. {number} (N.I.)"},
    UkDocumentType{"NorthernIrelandOrderInCouncil", "nisi", WorkType::Regulation, "article", "S.I. {year}/{number} (N.I.)"},
    UkDocumentType{"IrelandAct", "aip", WorkType::Act, "section", "{year} c. {number}"},
    UkDocumentType{"EnglandAct", "aep", WorkType::Act, "section", "{year} c. {number}"},
    UkDocumentType{"GreatBritainAct", "apgb", WorkType::Act, "section", "{year} c. {number}"},
    UkDocumentType{"UnitedKingdomStatutoryInstrument", "uksi", WorkType::Regulation, "regulation", "S.I. {year}/{number}"},
    UkDocumentType{"ScottishStatutoryInstrument", "ssi", WorkType::Regulation, "regulation", "S.S.I. {year}/{number}"},
    UkDocumentType{"WelshStatutoryInstrument", "wsi", WorkType::Regulation, "regulation", "S.I. {year}/{number} (W.)"},
    UkDocumentType{"NorthernIrelandStatutoryRule", "nisr", WorkType::Regulation, "regulation", "S.R. {year}/{number}"},
    UkDocumentType{"NorthernIrelandStatutoryRuleOrOrder", "nisro", WorkType::Regulation, "regulation", "S.R. & O. {year}/{number} (N.I.)"},
    UkDocumentType{"UnitedKingdomStatutoryRuleOrOrder", "uksro", WorkType::Regulation, "regulation", "S.R. & O. {year}/{number}"},
    UkDocumentType{"UnitedKingdomChurchInstrument", "ukci", WorkType::Regulation, "paragraph", "{year} No. {number}"},
    UkDocumentType{"UnitedKingdomMinisterialOrder", "ukmo", WorkType::Regulation, "article", "{year} No. {number}"},
    UkDocumentType{"UnitedKingdomMinisterialDirection", "ukmd", WorkType::Regulation, "paragraph", "{year} No. {number}"},
    UkDocumentType{"UnitedKingdomDraftStatutoryInstrument", "ukdsi", WorkType::Regulation, "regulation", "draft S.I. {year}, ISBN {number}"},
    UkDocumentType{"ScottishDraftStatutoryInstrument", "sdsi", WorkType::Regulation, "regulation", "draft S.S.I. {year}, ISBN {number}"},
    UkDocumentType{"WelshDraftStatutoryInstrument", "wdsi", WorkType::Regulation, "regulation", "draft S.I. {year} (W.), ISBN {number}"},
    UkDocumentType{"NorthernIrelandDraftStatutoryRule", "nidsr", WorkType::Regulation, "regulation", "draft S.R. {year}, ISBN {number}"},
    UkDocumentType{"EuropeanUnionRegulation", "eur", WorkType::Regulation, "article", "Regulation (EU) {year}/{number}"},
    UkDocumentType{"EuropeanUnionDecision", "eudn", WorkType::Regulation, "article", "Decision (EU) {year}/{number}"},
    UkDocumentType{"EuropeanUnionDirective", "eudr", WorkType::Other, "article", "Directive (EU) {year}/{number}"},
    UkDocumentType{"EuropeanUnionTreaty", "eut", WorkType::Other, "article", "{year} {number}"},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> labels{{
    {"section", "sec"}, {"article", "art"}, {"regulation", "reg"}, {"rule", "rule"}, {"paragraph", "para"}, {"schedule", "sched"},
    {"part", "part"}, {"chapter", "chp"}, {"annex", "annex"}, {"appendix", "app"}, {"attachment", "att"}, {"division", "dvs"},
    {"title", "title"}, {"crossheading", "xhead"}, {"subsection", "subsec"}, {"clause", "cl"},
}};
// clang-format on

bool is_all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i <= text.size();) {
    const auto end = std::min(text.find(separator, i), text.size());
    parts.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return parts;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
}

bool is_numbering(std::string_view word) {
  return word.size() == 1 || word.find_first_of("0123456789") != std::string_view::npos || word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

std::string_view label_prefix(std::string_view word) {
  for (const auto& [name, prefix] : labels) {
    if (name == word) return prefix;
  }
  return {};
}

}  // namespace

const UkDocumentType* uk_type_by_path(std::string_view path) {
  const auto* found = std::find_if(uk_types.begin(), uk_types.end(), [&](const UkDocumentType& type) { return type.path == path; });
  return found == uk_types.end() ? nullptr : found;
}

const UkDocumentType* uk_type_by_class(std::string_view class_name) {
  const auto* found = std::find_if(uk_types.begin(), uk_types.end(), [&](const UkDocumentType& type) { return type.class_name == class_name; });
  return found == uk_types.end() ? nullptr : found;
}

std::string UkIdentity::iri() const { return model::work_iri("GB", "act", type->path, year, number); }

std::string UkIdentity::number_text() const {
  std::string text(type->number);
  replace(text, "{year}", year);
  replace(text, "{number}", number);
  return text;
}

std::optional<UkIdentity> parse_uk_uri(std::string_view uri) {
  static constexpr std::string_view host = "legislation.gov.uk/";
  const auto at = uri.find(host);
  if (at == std::string_view::npos) return std::nullopt;
  uri = uri.substr(at + host.size());
  if (uri.starts_with("id/")) uri = uri.substr(3);
  const auto parts = split(uri, '/');
  UkIdentity identity;
  identity.type = uk_type_by_path(parts[0]);
  if (identity.type == nullptr || parts.size() < 3) return std::nullopt;
  if (is_all_digits(parts[1])) {  // calendar year
    identity.year = parts[1];
    identity.number = parts[2];
  } else if (parts.size() >= 4) {  // regnal: monarch, years of the reign, chapter
    identity.year = std::string(parts[1]) + "/" + std::string(parts[2]);
    identity.number = parts[3];
  } else {
    return std::nullopt;
  }
  return identity;
}

std::string uk_eid(std::string_view id) {
  std::string eid;
  bool number = false;  // the next word is part of the number of the last label
  for (const auto word : split(id, '-')) {
    if (const auto prefix = label_prefix(word); !prefix.empty()) {
      if (!eid.empty()) eid += "__";
      eid += prefix;
      number = false;
    } else if (eid.empty()) {
      return {};
    } else if (!number || is_numbering(word)) {  // "part-II-Definitions": the title is no part of the number
      eid += number ? "-" : "_";
      const auto range = word.find("..");  // "section-1..25"
      eid += model::eid_number(word.substr(0, range));
      if (range != std::string_view::npos && range + 2 < word.size()) eid += "-" + model::eid_number(word.substr(range + 2));
      number = true;
    }
  }
  return eid;
}

std::string_view eid_prefix(std::string_view element) {
  const auto prefix = label_prefix(element);
  return prefix.empty() ? element : prefix;
}

std::vector<std::string> uk_extent(std::string_view restriction) {
  std::vector<std::string> extent;
  for (std::size_t i = 0; i < restriction.size();) {
    const auto end = std::min(restriction.find('+', i), restriction.size());
    const auto part = restriction.substr(i, end - i);
    if (part == "E") extent.emplace_back("GB-ENG");
    if (part == "W") extent.emplace_back("GB-WLS");
    if (part == "S") extent.emplace_back("GB-SCT");
    if (part == "N.I." || part == "NI") extent.emplace_back("GB-NIR");
    i = end + 1;
  }
  return extent;
}

}  // namespace synoptic::read
