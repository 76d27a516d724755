#include "query/certificate.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "query/standing.h"

namespace synoptic::query {

namespace {

constexpr std::size_t most_near_misses = 3;

bool contains(const std::vector<std::string>& list, std::string_view value) { return std::find(list.begin(), list.end(), value) != list.end(); }

void add_works(const Searcher& searcher, const std::string& jurisdiction, Certificate& certificate) {
  for (auto& holding : searcher.reader().works(jurisdiction)) {
    SearchedWork work{holding.work.iri, holding.work.title, holding.work.digest, {}, {}, holding.versions.size(), holding.provisions};
    for (const auto& version : holding.versions) {
      if (!version.empty() && work.first.empty()) work.first = version;
      if (!version.empty()) work.last = version;
    }
    certificate.provisions += holding.provisions;
    for (const auto& language : holding.langs) {
      if (!contains(certificate.languages, language)) certificate.languages.push_back(language);
    }
    certificate.works.push_back(std::move(work));
  }
  std::sort(certificate.languages.begin(), certificate.languages.end());
  std::sort(certificate.works.begin(), certificate.works.end(), [](const auto& a, const auto& b) { return std::tie(a.title, a.iri) < std::tie(b.title, b.iri); });
}

void add_coverage(const extract::Extractor& extractor, Certificate& certificate) {
  for (const auto& language : certificate.languages) {
    const bool has_words = std::any_of(certificate.terms.begin(), certificate.terms.end(), [&](const auto& term) { return term.lang.empty() || term.lang == language; });
    if (!has_words || !extractor.knows(language)) certificate.not_covered.push_back(language);
  }
}

void count_terms(const Searcher& searcher, const CertificateRequest& request, Certificate& certificate) {
  for (auto& term : certificate.terms) {
    SearchRequest search;
    search.query = "\"" + term.term + "\"";
    search.jurisdictions = {request.system.empty() ? request.jurisdiction : request.system};
    search.with_parts = false;
    search.as_of = request.as_of;
    search.limit = 0;
    search.snippets = false;
    if (const auto found = searcher.search(search)) term.containing = found->total;
    for (const auto& stored : searcher.reader().defining(term.term, {}, request.jurisdiction)) {
      const bool there = !request.includes || request.includes(stored.provision);
      term.defining += there && standing_on(stored.work, stored.provision, request.as_of) == Standing::Law;
    }
  }
}

void add_misses(const Searcher& searcher, const Concept& topic, const CertificateRequest& request, Certificate& certificate) {
  SearchRequest search;
  search.query = topic.label(request.language);
  search.jurisdictions = {request.system.empty() ? request.jurisdiction : request.system};
  search.with_parts = false;
  search.as_of = request.as_of;
  search.limit = 4 * most_near_misses + request.shown.size();
  search.snippets = false;
  search.total = false;
  const auto found = searcher.search(search);
  if (!found) return;
  std::set<std::string> sections;  // one miss of each: three subsections of a section tell no more than one
  for (const auto& hit : found->hits) {
    const auto& provision = hit.stored.provision;
    if (request.includes && !request.includes(provision)) continue;
    if (request.shown.contains(provision.iri.work + "~" + provision.iri.eid)) continue;
    if (!sections.insert(provision.iri.work + "~" + provision.iri.eid.substr(0, provision.iri.eid.find("__"))).second) continue;
    certificate.nearest_misses.push_back({provision.iri.str(), title_of(hit.stored.work, provision), provision.heading, hit.score});
    if (certificate.nearest_misses.size() == most_near_misses) break;
  }
}

}  // namespace

std::vector<TriedTerm> terms_to_try(const Concept& topic, std::string_view jurisdiction, const std::vector<std::string>& held) {
  std::vector<TriedTerm> terms;
  for (const auto& label : ConceptScheme::search_terms(topic, jurisdiction)) {
    if (label.lang.empty() || contains(held, label.lang)) terms.push_back({label.text, label.lang, 0, 0});
  }
  return terms;
}

Certificate certify(const Searcher& searcher, const extract::Extractor& extractor, const Concept& topic, const CertificateRequest& request) {
  Certificate certificate;
  add_works(searcher, request.jurisdiction, certificate);
  certificate.terms = terms_to_try(topic, request.jurisdiction, certificate.languages);
  add_coverage(extractor, certificate);
  if (request.absence) count_terms(searcher, request, certificate);
  add_misses(searcher, topic, request, certificate);
  return certificate;
}

}  // namespace synoptic::query
