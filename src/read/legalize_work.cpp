#include "read/legalize_work.h"

#include <fmt/core.h>

#include "base/utf8.h"
#include "read/legi_values.h"
#include "read/legislation_gov_uk.h"
#include "read/profiles.h"

namespace synoptic::read {

namespace {

std::optional<base::Date> front_matter_date(const FrontMatter& front, std::string_view key, const Output& output) {
  const auto words = front.get(key);
  auto date = base::Date::parse(words);
  if (!date && !words.empty()) {
    output.diagnostic({.severity = base::Severity::Warning, .element = std::string(key), .message = fmt::format("\"{}\" is no date; taken as not given", words)});
  }
  return date;
}

model::WorkType type_of_rank(std::string_view rank) {
  if (rank.find("constitution") != std::string_view::npos) return model::WorkType::Constitution;
  if (rank.starts_with("code")) return model::WorkType::Code;
  return model::WorkType::Act;
}

// "LOI n° 2018-703 du 3 août 2018 renforçant ..." -> "2018-703"
std::string number_in_title(std::string_view title) {
  constexpr std::string_view mark = "n° ";
  const auto at = title.find(mark);
  if (at == std::string_view::npos) return {};
  const auto rest = title.substr(at + mark.size());
  return std::string(rest.substr(0, rest.find_first_not_of("0123456789-")));
}

// Codes as every reader of LEGI names them; laws by date and number, the constitutions by date and id.
void name_legi(LegalizeWork& law, const FrontMatter& front, std::string_view id) {
  law.legi = true;
  law.style.marks = false;
  if (type_of_rank(front.get("rank")) == model::WorkType::Code) {
    law.work = legi_code(front.get("title"), id);
    return;
  }
  auto enacted = base::Date::parse(front.get("enactment_date"));
  if (!enacted) enacted = base::parse_date_words(front.get("title"), "fr");
  const auto rank = front.get("rank");  // "constitution_fr"
  law.work.number = number_in_title(front.get("title"));
  if (!law.work.number.empty()) id = law.work.number;
  law.work.iri = model::work_iri("fr", "act", rank.substr(0, rank.find('_')), enacted ? enacted->iso() : std::string(), id);
}

// IE-1997-act-26 -> /akn/ie/act/1997/26. Private Acts have numbers of their own: IE-1950-act-P1.
bool name_irish(LegalizeWork& law, std::string_view id) {
  const auto act = id.find("-act-");
  if (!id.starts_with("IE-") || act == std::string_view::npos) return false;
  const auto year = id.substr(3, act - 3);
  const auto number = id.substr(act + 5);
  law.work.iri = model::work_iri("ie", "act", {}, year, number);
  law.work.number = fmt::format("No. {} of {}", number, year);
  law.style.lost_spaces = true;
  law.amendment_marks = true;
  return true;
}

// ".../eli/cc/54/757_781_799" -> /akn/ch/act/eli/cc/54/757_781_799
bool name_by_eli(LegalizeWork& law, std::string_view source) {
  const auto eli = source.find("/eli/");
  if (eli == std::string_view::npos || eli + 5 >= source.size()) return false;
  law.work.iri = model::work_iri(law.profile->code, "act", {}, {}, {});
  for (std::size_t start = eli + 1; start < source.size();) {
    const auto end = std::min(source.find_first_of("/?#", start), source.size());
    law.work.iri += "/" + model::iri_component(source.substr(start, end - start));
    start = end + 1;
  }
  return true;
}

model::Status status_of(const FrontMatter& front, const LegalizeWork& law) {
  // Where the law's metadata are of a later day than its text, its state is that of the later day.
  const auto metadata = base::Date::parse(front.get("restrict_start_date"));
  if (metadata && law.version && *metadata > *law.version) return model::Status::Unknown;
  return model::status(front.get("status")).value_or(model::Status::Unknown);
}

}  // namespace

std::optional<LegalizeWork> legalize_work(const FrontMatter& front, const Output& output) {
  LegalizeWork law;
  const auto id = front.get("identifier");
  const auto source = front.get("source");
  law.profile = profile_of(front.get("country"));
  if (law.profile == nullptr || id.empty()) {
    output.diagnostic({.element = law.profile == nullptr ? "country" : "identifier",
                       .message = law.profile == nullptr ? fmt::format("no profile of a country '{}'", front.get("country")) : "no identifier: which law it is cannot be told",
                       .hint = law.profile == nullptr ? "a country is a file in jurisdictions/ of Synoptic's data" : "the front matter names it"});
    return std::nullopt;
  }
  law.unit = law.profile->texts.unit;
  if (const auto uk = parse_uk_uri(source)) {
    law.work.iri = uk->iri();
    law.work.number = uk->number_text();
    law.unit = uk->type->unit;
    law.work.type = uk->type->type;
  } else {
    law.work.type = type_of_rank(front.get("rank"));
    if (id.starts_with("LEGITEXT") || id.starts_with("JORFTEXT")) {
      name_legi(law, front, id);
    } else if (!name_irish(law, id) && !name_by_eli(law, source)) {
      law.work.iri = model::work_iri(law.profile->code, "act", {}, {}, id);
    }
  }
  law.work.jurisdiction = law.profile->code;
  law.work.title = front.get("title");
  if (law.work.number.empty()) law.work.number = id;
  law.work.source_url = source;
  law.work.date = front_matter_date(front, "publication_date", output);
  law.version = front_matter_date(front, "last_updated", output);
  law.lang = front.get("language").empty() ? law.profile->languages.front() : std::string(front.get("language"));
  law.extent = uk_extent(front.get("restrict_extent"));
  law.status = status_of(front, law);
  return law;
}

}  // namespace synoptic::read
