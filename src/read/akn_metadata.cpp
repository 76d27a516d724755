#include "read/akn_metadata.h"

#include <fmt/core.h>

#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/legislation_gov_uk.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

// Publishers write days that stand for "not known" or "open": 9999-01-01, 2999-12-31, 1001-01-01.
std::optional<base::Date> real_date(std::string_view text) {
  const auto date = base::Date::parse(text.substr(0, 10));  // a time or zone may follow
  return date && date->year() > 1002 && date->year() < 2900 ? date : std::nullopt;
}

bool is_open_date(std::string_view text) {
  const auto date = base::Date::parse(text.substr(0, 10));
  return date && date->year() >= 2900;
}

AknReferences references_of(pugi::xml_node meta) {
  AknReferences references;
  for (const auto entry : child(meta, "references").children()) references.emplace(akn_id(entry), attribute(entry, "showAs"));
  return references;
}

// The value of a FRBR element; values such as "#varBillTitle" stand for what a reference shows.
std::string value_of(pugi::xml_node element, const AknReferences& references) {
  const auto value = attribute(element, "value");
  if (!value.starts_with('#')) return std::string(value);
  const auto found = references.find(value.substr(1));
  return found == references.end() ? std::string() : std::string(found->second);
}

// Of several dates of a work the one that says it is that of the document, of an expression the one up to which it is consolidated;
// estimates of the publisher are none.
std::optional<base::Date> frbr_date(pugi::xml_node level, bool of_document) {
  std::optional<base::Date> first;
  for (const auto node : level.children()) {
    if (local_name(node) != "FRBRdate") continue;
    const auto name = base::lower(attribute(node, "name"));
    const auto date = real_date(attribute(node, "date"));
    if (!date || name == "estimated") continue;
    const bool consolidation = name.ends_with("consolidated") || name.ends_with("applicability");
    const bool document = name.ends_with("document") || name.ends_with("ausfertigungsdatum");
    if (of_document ? document : consolidation) return date;
    if (!first) first = date;
  }
  return first;
}

// "https://fedlex.data.admin.ch/eli/cc/2024/620" -> "eli/cc/2024/620"
std::string_view path_of(std::string_view uri) {
  if (const auto scheme = uri.find("://"); scheme != std::string_view::npos) {
    const auto slash = uri.find('/', scheme + 3);
    return slash == std::string_view::npos ? std::string_view() : uri.substr(slash + 1);
  }
  while (uri.starts_with('/')) uri.remove_prefix(1);
  return uri;
}

// ".../eli/cc/1999/404/20240303": some put the day of a consolidation behind the address of the law itself.
std::optional<base::Date> date_behind(std::string_view& uri) {
  const auto part = uri.substr(std::min(uri.rfind('/') + 1, uri.size()));
  if (part.size() != 8 || part.find_first_not_of("0123456789") != std::string_view::npos || uri.find("/eli/") == std::string_view::npos)
    return std::nullopt;
  const auto date = real_date(fmt::format("{}-{}-{}", part.substr(0, 4), part.substr(4, 2), part.substr(6, 2)));
  if (date) uri.remove_suffix(part.size() + 1);
  return date;
}

// "/za-cpt/act/by-law/2009/events": the naming convention of Akoma Ntoso 2.0, without its prefix.
bool is_plain_naming(std::string_view uri) {
  const auto path = path_of(uri);
  const auto slash = path.find('/');
  if (!uri.starts_with('/') || slash < 2 || slash == std::string_view::npos || (slash > 3 && path[2] != '-')) return false;
  const auto rest = path.substr(slash + 1);
  return rest.starts_with("act/") || rest.starts_with("bill/") || rest.starts_with("doc/");
}

// Some give codes as addresses of an authority table: ".../authority/country/LUX", ".../authority/language/FRA".
std::string_view last_part(std::string_view value) {
  const auto slash = value.rfind('/');
  return slash == std::string_view::npos ? value : value.substr(slash + 1);
}

// ISO 3166-1 alpha-2 of the alpha-3 codes in the country table of the Publications Office of the EU; others come back as they are.
std::string country_code(std::string_view value) {
  // clang-format off
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 31> codes{{
      {"aut", "at"}, {"bel", "be"}, {"bgr", "bg"}, {"cyp", "cy"}, {"cze", "cz"}, {"deu", "de"}, {"dnk", "dk"}, {"esp", "es"}, {"est", "ee"},
      {"fin", "fi"}, {"fra", "fr"}, {"gbr", "gb"}, {"grc", "gr"}, {"hrv", "hr"}, {"hun", "hu"}, {"irl", "ie"}, {"isl", "is"}, {"ita", "it"},
      {"lie", "li"}, {"ltu", "lt"}, {"lux", "lu"}, {"lva", "lv"}, {"mlt", "mt"}, {"nld", "nl"}, {"nor", "no"}, {"pol", "pl"}, {"prt", "pt"},
      {"rou", "ro"}, {"svk", "sk"}, {"svn", "si"}, {"swe", "se"},
  }};
  // clang-format on
  const auto code = base::lower(last_part(value));
  for (const auto& [three, two] : codes) {
    if (three == code) return std::string(two);
  }
  return code.substr(0, code.find('-'));
}

std::string work_iri_of(const std::string& uri, std::string_view country, std::string_view type, const std::string& fallback) {
  if (uri.starts_with("/akn/")) {
    if (const auto iri = model::Iri::parse(uri)) return iri->work;
  }
  if (is_plain_naming(uri)) {
    if (const auto iri = model::Iri::parse("/akn" + uri)) return iri->work;
  }
  std::string path;
  auto rest = path_of(uri);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('/'), rest.size());
    if (const auto part = model::iri_component(rest.substr(0, end)); !part.empty()) path += "/" + part;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (path.empty()) path = "/" + model::iri_component(fallback.substr(0, fallback.rfind(' ', 80)));
  // ZZ is the code for an unknown territory.
  const auto code = country_code(country);
  return "/akn/" + (code.empty() ? std::string("zz") : code) + "/" + std::string(type) + path;
}

// What publishers call their acts, in names, subtypes and IRIs.
model::WorkType work_type_of(std::string_view root, std::string_view iri, std::string_view name, std::string_view subtype) {
  // clang-format off
  static constexpr std::array<std::pair<std::string_view, model::WorkType>, 12> words{{
      {"by-law", model::WorkType::Regulation}, {"regulation", model::WorkType::Regulation}, {"decree", model::WorkType::Regulation},
      {"decret", model::WorkType::Regulation}, {"statutory-instrument", model::WorkType::Regulation}, {"constitution", model::WorkType::Constitution},
      {"regolamento", model::WorkType::Regulation}, {"verordnung", model::WorkType::Regulation}, {"gn", model::WorkType::Regulation},
      {"arrete", model::WorkType::Regulation}, {"asetus", model::WorkType::Regulation}, {"code", model::WorkType::Code},
  }};
  // clang-format on
  if (root == "bill") return model::WorkType::Bill;
  if (root != "act") return model::WorkType::Other;
  for (const auto& [word, type] : words) {
    const auto part = "/" + std::string(word) + "/";
    if (name == word || subtype == word || iri.find(part) != std::string_view::npos) return type;
  }
  return model::WorkType::Act;
}

// legislation.gov.uk gives the title of the Act beside a part of it.
std::string dublin_core_title(pugi::xml_node proprietary) {
  for (const auto node : proprietary.children()) {
    if (std::string_view(node.name()) == "dc:title") return flat_text(node);
  }
  return {};
}

std::string title_of(pugi::xml_node document, pugi::xml_node work, const AknReferences& references, std::string_view lang, bool digest) {
  const auto named = [&](std::string_view element) {
    std::string first;
    for (const auto node : work.children()) {
      if (local_name(node) != element || !attribute(node, "name").empty()) continue;
      auto value = value_of(node, references);
      if (attribute(node, "xml:lang") == lang && !value.empty()) return value;
      if (first.empty()) first = std::move(value);
    }
    return first;
  };
  if (digest) return named("FRBRname");
  for (const auto place : {"preface", "coverPage"}) {
    for (const auto element : {"docTitle", "shortTitle"}) {
      auto title = akn_line(descendant(child(document, place), element), references);
      if (!title.empty()) return title;
    }
  }
  if (auto title = dublin_core_title(child(document, {"meta", "proprietary"})); !title.empty()) return title;
  for (const auto element : {"FRBRalias", "FRBRname"}) {
    if (auto title = named(element); !title.empty()) return title;
  }
  return akn_line(descendant(child(document, "preface"), "longTitle"), references);
}

std::unordered_map<std::string, AknPeriod> periods_of(pugi::xml_node meta) {
  std::unordered_map<std::string_view, std::string_view> events;
  for (const auto event : child(meta, "lifecycle").children()) events.emplace(akn_id(event), attribute(event, "date"));
  const auto day = [&](std::string_view reference) {
    const auto found = events.find(akn_id_referred_to(reference));
    return found == events.end() ? std::string_view() : found->second;
  };
  std::unordered_map<std::string, AknPeriod> periods;
  for (const auto group : child(meta, "temporalData").children()) {
    AknPeriod period;
    for (const auto interval : group.children()) {
      if (local_name(interval) != "timeInterval") continue;
      const auto start = day(attribute(interval, "start"));
      if (!period.start) period.start = real_date(start);
      period.future = period.future || is_open_date(start);
      period.end = real_date(day(attribute(interval, "end")));  // of the last interval
    }
    periods.emplace(akn_id(group), period);
  }
  return periods;
}

void read_restrictions(pugi::xml_node meta, AknMetadata& result) {
  const auto analysis = child(meta, "analysis");
  for (const auto restriction : child(analysis, "restrictions").children()) {
    auto& entry = result.restrictions[std::string(akn_id_referred_to(attribute(restriction, "href")))];
    const auto target = akn_id_referred_to(attribute(restriction, "refersTo"));
    if (const auto period = result.periods.find(std::string(target)); period != result.periods.end()) {
      entry.period = period->second;
    } else if (const auto place = result.references.find(target); place != result.references.end()) {
      entry.extent = uk_extent(place->second);
    }
  }
  for (const auto entry : child(analysis, "otherAnalysis").children()) {
    if (local_name(entry) != "status" && local_name(entry) != "match") continue;
    auto& restriction = result.restrictions[std::string(akn_id_referred_to(attribute(entry, "href")))];
    if (local_name(entry) == "match") restriction.matches = attribute(entry, "value") != "false";
    const auto status = akn_id_referred_to(attribute(entry, "refersTo"));
    if (status.ends_with("prospective")) restriction.status = model::Status::NotInForce;
    if (status.ends_with("repealed")) restriction.status = model::Status::Repealed;
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find(' ', i), text.size());
    if (end > i) words.emplace_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

// See corpus/README.md.
void read_digest(pugi::xml_node proprietary, AknMetadata& result) {
  const auto digest = child(proprietary, "digest");
  if (!digest) return;
  result.work.digest = true;
  result.work.official = false;
  result.work.source_url = attribute(digest, "source");
  if (const auto jurisdiction = attribute(digest, "jurisdiction"); !jurisdiction.empty()) result.work.jurisdiction = jurisdiction;
  if (const auto type = model::work_type(attribute(digest, "type"))) result.work.type = *type;
  for (const auto entry : proprietary.children()) {
    if (local_name(entry) != "provision") continue;
    AknDigestEntry provision;
    provision.status = model::status(attribute(entry, "status")).value_or(model::Status::Unknown);
    provision.valid_from = base::Date::parse(attribute(entry, "validFrom"));
    provision.valid_to = base::Date::parse(attribute(entry, "validTo"));
    provision.extent = words_of(attribute(entry, "extent"));
    provision.source = attribute(entry, "source");
    result.digest.emplace(attribute(entry, "eId"), std::move(provision));
  }
}

// An act whose text is of another day than its enactment is a consolidation: law on that day, unless it was repealed as a whole.
model::Status status_of(pugi::xml_node document, pugi::xml_node meta, const AknMetadata& result) {
  if (local_name(document) == "bill") return model::Status::Bill;
  for (const auto event : child(meta, "lifecycle").children()) {
    if (attribute(event, "type") == "repeal") return model::Status::Repealed;
  }
  if (local_name(document) != "act" || result.expression.version.empty()) return model::Status::Unknown;
  const auto expression_date = child(child(child(meta, "identification"), "FRBRExpression"), "FRBRdate");
  const bool consolidated =
      attribute(expression_date, "name") == "validFrom" || !result.work.date || result.work.date->iso() != result.expression.version;
  return consolidated ? model::Status::InForce : model::Status::Unknown;
}

std::string absolute(std::string_view uri) {
  return uri.find("://") == std::string_view::npos ? std::string() : std::string(uri);
}

void set_identity(pugi::xml_node document, pugi::xml_node work, AknMetadata& result) {
  auto uri = value_of(child(work, "FRBRuri"), result.references);
  if (uri.empty()) uri = value_of(child(work, "FRBRthis"), result.references);
  const auto root = local_name(document);
  const auto number = value_of(child(work, "FRBRnumber"), result.references);
  result.work.source_url = absolute(uri);
  if (const auto uk = parse_uk_uri(uri)) {
    result.work.iri = uk->iri();
    result.work.type = uk->type->type;
    result.work.number = uk->number_text();
    result.work.jurisdiction = "GB";  // the publisher is that of one jurisdiction
    return;
  }
  std::string_view law = uri;
  if (const auto day = date_behind(law)) result.expression.version = day->iso();
  uri.resize(law.size());
  const auto country = value_of(child(work, "FRBRcountry"), result.references);
  result.work.iri = work_iri_of(uri, country, root == "bill" ? "bill" : "act", number.empty() ? result.work.title : number);
  result.work.type = work_type_of(root, result.work.iri, attribute(document, "name"), attribute(child(work, "FRBRsubtype"), "value"));
  result.work.number = number;
  result.work.jurisdiction = base::ascii::upper(model::Iri{result.work.iri, "", "", ""}.country());
}

}  // namespace

AknMetadata akn_metadata(pugi::xml_node document) {
  const auto meta = child(document, "meta");
  const auto identification = child(meta, "identification");
  const auto work = child(identification, "FRBRWork");
  const auto expression = child(identification, "FRBRExpression");
  const auto proprietary = child(meta, "proprietary");
  AknMetadata result;
  result.references = references_of(meta);
  const auto language = value_of(child(expression, "FRBRlanguage"), result.references);
  const auto code = language.empty() ? attribute(child(expression, "FRBRlanguage"), "language") : std::string_view(language);
  result.lang = model::bcp47(base::lower(last_part(code)));
  if (result.lang.empty()) result.lang = "und";
  result.work.title = title_of(document, work, result.references, result.lang, bool(child(proprietary, "digest")));
  set_identity(document, work, result);
  result.work.date = frbr_date(work, true);
  result.expression.work = result.work.iri;
  result.expression.lang = model::iso639_3(result.lang);
  const auto uri = value_of(child(expression, "FRBRuri"), result.references);
  if (const auto at = uri.find('@'); at != std::string::npos) {
    if (const auto date = real_date(std::string_view(uri).substr(at + 1)))
      result.expression.version = date->iso();  // not "@20250524", a number
  }
  if (const auto date = frbr_date(expression, false); date && result.expression.version.empty()) result.expression.version = date->iso();
  if (const auto url = absolute(uri); !url.empty() && parse_uk_uri(url)) result.work.source_url = url;
  read_digest(proprietary, result);
  result.periods = periods_of(meta);
  read_restrictions(meta, result);
  result.status = status_of(document, meta, result);
  return result;
}

}  // namespace synoptic::read
