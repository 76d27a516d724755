#include "read/justice_ca_work.h"

#include <fmt/core.h>

#include <array>
#include <charconv>

#include "base/utf8.h"
#include "read/justice_ca_text.h"

namespace synoptic::read {

namespace {

constexpr std::string_view justice_site = "https://laws-lois.justice.gc.ca";

// How the publisher writes numbers and addresses in each of its languages.
struct JusticeStyle {
  std::string_view lang;
  std::string_view revised;  // of the Revised Statutes of 1985
  std::string_view annual;
  std::string_view acts;  // folder of the justice_site
  std::string_view regulations;
  std::string_view section;
};
constexpr std::array<JusticeStyle, 2> styles{{{"en", "R.S.C. 1985, c. {}", "S.C. {}, c. {}", "eng/acts", "eng/regulations", "section"},
                                       {"fr", "L.R.C. (1985), ch. {}", "L.C. {}, ch. {}", "fra/lois", "fra/reglements", "article"}}};

const JusticeStyle& style_of(std::string_view lang) {
  return lang == "fr" ? styles[1] : styles[0];
}

int number_in(pugi::xml_node parent, std::string_view name) {
  const auto text = justice_words(child(parent, name));
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

std::optional<base::Date> date_in(pugi::xml_node date) {
  const int month = number_in(date, "MM");
  const int day = number_in(date, "DD");
  if (month < 1 || day < 1) return std::nullopt;
  return base::Date::from(number_in(date, "YYYY"), static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<base::Date> stage_date(pugi::xml_node identification, std::string_view stage) {
  for (const auto node : child(identification, "BillHistory").children()) {
    if (local_name(node) == "Stages" && attribute(node, "stage") == stage) return date_in(child(node, "Date"));
  }
  return std::nullopt;
}

std::string justice_title(pugi::xml_node identification) {
  auto title = justice_words(child(identification, "ShortTitle"));
  return title.empty() ? justice_words(child(identification, "LongTitle")) : title;
}

void act(JusticeWork& result, pugi::xml_node identification, const JusticeStyle& style) {
  auto& work = result.work;
  const auto chapter = child(identification, "Chapter");
  const auto consolidated = child(chapter, "ConsolidatedNumber");
  const auto number = justice_words(consolidated);
  const auto annual = child(chapter, "AnnualStatuteId");
  const auto annual_number = justice_words(child(annual, "AnnualStatuteNumber"));
  const auto year = justice_words(child(annual, "YYYY"));
  work.date = stage_date(identification, "assented-to");
  if (!annual_number.empty()) {
    work.number = fmt::format(fmt::runtime(style.annual), year, annual_number);
  } else if (attribute(consolidated, "official") == "yes") {
    work.number = fmt::format(fmt::runtime(style.revised), number);
  } else {
    work.number = number;
  }
  if (!number.empty()) {
    result.chapter = number;
    work.iri = model::work_iri("ca", "act", {}, {}, number);
    work.source_url = fmt::format("{}/{}/{}/", justice_site, style.acts, number);
    result.section_url = work.source_url + std::string(style.section) + "-";
  } else if (!annual_number.empty() && !year.empty()) {
    work.iri = model::work_iri("ca", "act", {}, year, annual_number);
    work.source_url =
        fmt::format("{}/{}/{}_{}/", justice_site, style.lang == "fr" ? "fra/LoisAnnuelles" : "eng/AnnualStatutes", year, annual_number);
  }
}

// Before assent, or where the chapter is not known yet: "/akn/ca/bill/41-2/c-36".
void bill(JusticeWork& result, pugi::xml_node identification) {
  auto& work = result.work;
  const auto number = justice_words(child(identification, "BillNumber"));
  const auto parliament = child(identification, "Parliament");
  const auto session = fmt::format("{}-{}", justice_words(child(parliament, "Number")), justice_words(child(parliament, "Session")));
  if (number.empty() || session.size() < 3) return;
  work.type = model::WorkType::Bill;
  work.iri = model::work_iri("ca", "bill", {}, session, number);
  work.number = number;
  work.source_url = fmt::format("https://www.parl.ca/legisinfo/en/bill/{}/{}", session, base::lower(number));
  result.status = model::Status::Bill;
}

void regulation(JusticeWork& result, pugi::xml_node identification, const JusticeStyle& style) {
  auto& work = result.work;
  work.type = model::WorkType::Regulation;
  work.number = justice_words(child(identification, "InstrumentNumber"));
  if (work.number.empty()) return;
  const auto number = model::iri_component(work.number);
  work.iri = model::work_iri("ca", "act", "regulation", {}, number);
  work.date = date_in(child(identification, {"RegistrationDate", "Date"}));
  work.source_url = fmt::format("{}/{}/{}/", justice_site, style.regulations, work.number);
  for (char& c : work.source_url) {
    if (c == ' ') c = '_';
  }
  result.section_url = work.source_url + std::string(style.section) + "-";
}

}  // namespace

JusticeWork justice_work(pugi::xml_node root) {
  JusticeWork result;
  result.lang = attribute(root, "xml:lang") == "fr" ? "fr" : "en";
  result.work.jurisdiction = "CA";  // the format is that of one publisher
  const auto& style = style_of(result.lang);
  const auto identification = child(root, "Identification");
  const auto name = local_name(root);
  result.work.title = justice_title(identification);
  if (name == "Regulation") {
    regulation(result, identification, style);
    result.records_begin = base::Date::from(2006, 3, 22);  // the publisher's earliest point in time for regulations
  } else {
    act(result, identification, style);
    result.records_begin = base::Date::from(2003, 1, 1);  // and for Acts
  }
  if (name == "Bill" && (!result.work.date || result.work.iri.empty())) bill(result, identification);
  auto version = base::Date::parse(attribute(root, "lims:current-date"));
  if (!version) version = base::Date::parse(attribute(root, "lims:pit-date"));
  if (!version && name == "Bill") version = result.work.date;
  result.expression = {result.work.iri, model::iso639_3(result.lang), version ? version->iso() : std::string(), {}};
  return result;
}

}  // namespace synoptic::read
