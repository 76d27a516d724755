#include "cli/identify.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/resources.h"
#include "model/jurisdiction.h"
#include "query/citation_finder.h"
#include "query/named_places.h"
#include "query/version_choice.h"

namespace synoptic::cli {

namespace {

// By the styles of citation; nothing where they do not read it as one law.
base::Result<model::Iri> cited(const std::string& typed, const query::Searcher& searcher, const base::DataDir& data) {
  const auto profiles = model::Profiles::load(data.jurisdictions);
  if (!profiles) return tl::unexpected(profiles.error());
  const auto styles = resolve::CitationStyles::load(*profiles);
  if (!styles) return tl::unexpected(styles.error());
  const auto meanings = query::CitationFinder(searcher.reader(), *styles, *profiles).find(typed);
  if (meanings.size() == 1) return model::Iri{meanings.front().law.work.iri, {}, {}, meanings.front().law.place.eid};
  return base::failure("nothing here is cited as '" + typed + "'", "look for it with 'synoptic search'");
}

}  // namespace

base::Result<model::Iri> identify(const std::string& typed, const query::Searcher& searcher, const base::DataDir& data) {
  if (auto iri = model::Iri::parse(typed)) return *iri;
  if (typed.starts_with('/')) return base::failure("'" + typed + "' is not an IRI", "IRIs look like /akn/gb/act/ukpga/1997/40/~sec_2; 'synoptic search' prints them");
  constexpr std::size_t most = 12;
  const auto result = searcher.search({.query = typed, .limit = most, .snippets = false});
  if (!result) return tl::unexpected(result.error());
  // Languages of one provision, and texts printed under one number, are one.
  std::vector<model::Iri> meant;
  std::string list;
  for (const auto& hit : result->hits) {
    if (hit.score < query::score_of_citation) continue;
    auto iri = hit.stored.provision.iri;
    iri.lang.clear();
    iri.version.clear();
    iri.eid = query::number_eid(iri.eid);
    if (std::find(meant.begin(), meant.end(), iri) != meant.end()) continue;
    list += "\n  " + hit.stored.provision.iri.str() + "  " + hit.stored.work.title;
    meant.push_back(std::move(iri));
  }
  if (meant.size() == 1) return meant.front();
  if (meant.empty()) return cited(typed, searcher, data);
  return base::failure("'" + typed + "' may be any of these:" + list + (result->hits.size() == most ? "\n  ..." : ""), "name the law, too, or give the IRI");
}

base::Result<std::string> legal_system(const std::string& typed, const base::DataDir& data, const query::IndexReader& reader, const model::Iri& iri) {
  if (typed.empty()) return std::string();
  const auto profiles = model::Profiles::load(data.jurisdictions);
  if (!profiles) return tl::unexpected(profiles.error());
  const auto places = query::named_places({typed}, reader, *profiles);
  if (!places) return tl::unexpected(places.error());
  const auto& place = places->all.front();
  if (base::lower(place.code) != base::lower(iri.country())) {
    return base::failure(iri.str() + " is not law of " + place.code, "--in names a legal system of the same jurisdiction here");
  }
  return place.system;
}

std::optional<base::Diagnostic> not_extending(const model::Iri& iri, const query::IndexReader& reader, const std::string& system) {
  if (system.empty()) return std::nullopt;
  std::vector<std::string> extents;
  for (const auto& text : reader.texts_of_number(iri.work, iri.eid)) {
    if (query::extends_to(text.provision, system)) return std::nullopt;
    for (const auto& extent : text.provision.extent) {
      if (std::find(extents.begin(), extents.end(), extent) == extents.end()) extents.push_back(extent);
    }
  }
  if (extents.empty()) return std::nullopt;
  base::Diagnostic diagnostic;
  diagnostic.message = iri.str() + ": no text that is held extends to " + system;
  diagnostic.hint = "the texts held extend to " + joined(extents);
  return diagnostic;
}

tl::expected<Subject, int> find_subject(const std::vector<std::string>& typed, const std::string& system, const Environment& environment) {
  const auto fail = [](const base::Diagnostic& diagnostic, int code) { return tl::unexpected(complain(diagnostic, code)); };
  auto data = base::find_data(environment.data);
  if (!data) return fail(data.error(), wrong_usage);
  auto searcher = query::Searcher::open(environment.index, *data);
  if (!searcher) return fail(searcher.error(), bad_input);
  auto iri = identify(one_line(typed), *searcher, *data);
  if (!iri) return fail(iri.error(), not_found);
  auto place = legal_system(system, *data, searcher->reader(), *iri);
  if (!place) return fail(place.error(), wrong_usage);
  if (const auto elsewhere = not_extending(*iri, searcher->reader(), *place)) return fail(*elsewhere, not_found);
  return Subject{std::move(*data), std::move(*searcher), std::move(*iri), std::move(*place)};
}

std::string one_line(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace synoptic::cli
