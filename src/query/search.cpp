#include "query/search.h"

#include <algorithm>
#include <map>

#include "index/provision_terms.h"
#include "index/schema.h"
#include "model/jurisdiction.h"
#include "query/concept_scheme.h"
#include "query/day_filter.h"
#include "query/filters.h"
#include "query/index_impl.h"
#include "query/link_filter.h"
#include "query/match_count.h"
#include "query/parsed_query.h"
#include "query/query_builder.h"
#include "query/snippet.h"
#include "query/version_choice.h"
#include "resolve/typed_citation.h"

namespace synoptic::query {

namespace prefix = index::prefix;
using Xapian::Query;

namespace {

constexpr double weight_of_number_alone = 4;  // a number beside other words, which name no law that is held
constexpr double weight_of_known_provision = 100;
constexpr std::size_t slips_a_word = 2;

// Exactly `weight` for each document of `query`.
Query weighted(const Query& query, double weight) {
  auto* source = new Xapian::FixedWeightPostingSource(weight);
  return {Query::OP_FILTER, Query(source->release()), query};
}

Query either(const Query& a, const Query& b) { return a.empty() ? b : b.empty() ? a : Query(Query::OP_OR, a, b); }
Query filtered(const Query& query, const Query& filter) {
  return filter.empty() ? query : Query(Query::OP_FILTER, query.empty() ? Query::MatchAll : query, filter);
}

struct Plan {
  Xapian::Database database;
  Query query;
  Query counted;  // finds the same, for totals and facets
  std::vector<Xapian::Database> shards;
  bool any_word = false;  // `counted` finds what has any of its terms, and asks for nothing besides
  std::set<std::string, std::less<>> stems;
  std::string correction;
  std::vector<std::string> notes;
};

}  // namespace

struct Searcher::Impl {
  explicit Impl(IndexReader index, base::DataDir where) : reader(std::move(index)), data(std::move(where)) {}

  IndexReader reader;
  PointInTime time{reader};
  base::DataDir data;
  mutable Analyzers analyzers;
  // Each is read when first needed: a plain search needs none of them.
  mutable std::optional<model::Profiles> profiles;
  mutable std::optional<resolve::TypedCitations> citations;
  mutable std::optional<ConceptScheme> scheme;
  mutable std::optional<QueryWords> query_words;
  mutable std::map<std::vector<std::size_t>, Xapian::Database> databases;
  mutable std::map<std::size_t, std::optional<index::SpellingFile>> dictionaries;  // by shard

  base::Result<const model::Profiles*> load_profiles() const {
    if (!profiles) {
      auto loaded = model::Profiles::load(data.jurisdictions);
      if (!loaded) return tl::unexpected(loaded.error());
      profiles = std::move(*loaded);
    }
    return &*profiles;
  }

  // The shards asked for as one database.
  const Xapian::Database& database(const std::vector<std::size_t>& shards) const {
    const auto& impl = reader.impl();
    if (shards.size() == impl.shards.size()) return impl.all;
    auto [place, fresh] = databases.try_emplace(shards);
    if (fresh) {
      for (const auto shard : shards) place->second.add_database(impl.shards[shard].second);
    }
    return place->second;
  }

  // From the words of the shards asked for.
  std::string suggestion(const std::vector<std::size_t>& shards, const std::string& word) const {
    index::SpellingChoice choice(word, slips_a_word);
    for (const auto shard : shards) {
      const auto [place, fresh] = dictionaries.try_emplace(shard);
      if (fresh) place->second = reader.impl().dictionary(shard);
      if (place->second) place->second->offer(choice);
    }
    return choice.best();
  }

  base::Result<Plan> plan(const SearchRequest& request) const;
  base::Result<Query> concept_query(const SearchRequest& request, QueryBuilder& builder) const;
  base::Result<Query> citation_query(const std::string& typed, const Xapian::Database& database, std::string& words) const;
};

base::Result<Query> Searcher::Impl::concept_query(const SearchRequest& request, QueryBuilder& builder) const {
  if (!scheme) {
    std::vector<base::Diagnostic> ignored;  // `coverage` and the tests of the corpus report these
    scheme = ConceptScheme::load(data.concept_files(), ignored);
  }
  const auto match = scheme->match(request.concept_id);
  if (match.found == nullptr) {
    base::Diagnostic diagnostic;
    diagnostic.message = "there is no concept '" + request.concept_id + "'";
    if (!match.suggestions.empty()) diagnostic.message += "; did you mean '" + match.suggestions.front() + "'?";
    diagnostic.hint = "concepts are named by id or by any of their labels";
    return base::failure(std::move(diagnostic));
  }
  Query query;
  for (const auto& label : ConceptScheme::search_labels(*match.found, "", "")) query = either(query, builder.phrase_anywhere(label));
  for (const auto& provision : match.found->provisions) {
    const std::string term = index::bounded_term(prefix::provision, provision.iri.work + "/~" + provision.iri.eid);
    query = either(query, weighted(Query(term), weight_of_known_provision));
  }
  return query;
}

// The provision that was typed ("18 usc 2261A"), with its weight; empty if none was, or none such is held. `words` becomes what is left to
// be searched as words.
base::Result<Query> Searcher::Impl::citation_query(const std::string& typed, const Xapian::Database& database, std::string& words) const {
  if (typed.find_first_of("0123456789") == std::string::npos) return Query();
  if (!citations) {
    auto loaded = resolve::TypedCitations::load(data.lexicon);
    if (!loaded) return tl::unexpected(loaded.error());
    citations = std::move(*loaded);
  }
  const auto parsed = citations->parse(typed);
  if (!parsed) return Query();
  Query query;
  for (const auto& key : {index::number_key(parsed->number), index::bare_number_key(parsed->number)}) {
    const std::string term = index::bounded_term(prefix::number, key);
    if (key.empty() || !query.empty() || !database.term_exists(term)) continue;
    query = Query(term);
    if (!parsed->work.empty()) query = Query(Query::OP_FILTER, query, Query(index::bounded_term(prefix::work, parsed->work)));
  }
  double weight = score_of_citation;
  if (query.empty()) return query;
  // What else was typed may be the name of the law; otherwise it is searched as words.
  const std::string law = index::bounded_term(prefix::law, index::law_key(parsed->words));
  if (!parsed->words.empty() && database.term_exists(law)) {
    query = Query(Query::OP_FILTER, query, Query(law));
    words.clear();
  } else if (parsed->words.empty()) {
    words.clear();
  } else {
    weight = weight_of_number_alone;
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  return enquire.get_mset(0, 1).empty() ? Query() : weighted(query, weight);
}

base::Result<Plan> Searcher::Impl::plan(const SearchRequest& request) const {
  analyzers.forget_if_full();
  static const model::Profiles no_profiles;
  const model::Profiles* known = &no_profiles;
  if (!request.jurisdictions.empty()) {
    auto loaded = load_profiles();
    if (!loaded) return tl::unexpected(loaded.error());
    known = *loaded;
  }
  auto where = places(request.jurisdictions, request.with_parts, reader, *known);
  if (!where) return tl::unexpected(where.error());
  Plan plan;
  plan.notes = std::move(where->notes);
  plan.database = database(where->shards);
  for (const auto shard : where->shards) plan.shards.push_back(reader.impl().shards[shard].second);
  auto parsed = parse_query(request.query);
  std::string words = parsed.words;
  auto citation = citation_query(parsed.words, plan.database, words);
  if (!citation) return tl::unexpected(citation.error());
  if (!citation->empty()) parsed.words = words;  // otherwise the number is a word like others

  if (!query_words) {
    auto loaded = QueryWords::load(data.lexicon, analyzers);
    if (!loaded) return tl::unexpected(loaded.error());
    query_words = std::move(*loaded);
  }
  const auto suggest = [this, &where](const std::string& word) { return suggestion(where->shards, word); };
  QueryBuilder builder(plan.database, *reader.impl().orders, suggest, analyzers, *query_words, request.langs.empty() ? reader.languages() : request.langs);
  auto built = builder.build(parsed);
  const Query every_word = request.all_words ? builder.every_word(parsed.words) : Query();
  const bool nothing_asked = parsed.words.empty() && parsed.phrases.empty() && parsed.fields.empty() && citation->empty();
  Query topic;
  if (!request.concept_id.empty()) {
    auto found = concept_query(request, builder);
    if (!found) return tl::unexpected(found.error());
    topic = *found;
  }
  auto links = link_filter(request.cites, request.cited_by, reader, data);
  if (!links) return tl::unexpected(links.error());
  std::move(links->notes.begin(), links->notes.end(), std::back_inserter(plan.notes));
  const Query filter = filter_query(request);
  plan.any_word = !built.counted.empty() && citation->empty() && built.required.empty() && built.excluded.empty() && every_word.empty() && topic.empty() &&
                  where->extent.empty() && filter.empty() && !links->query && !request.as_of;
  const auto complete = [&](Query query) {
    if (!citation->empty()) query = either(*citation, query);
    if (!built.required.empty()) query = query.empty() ? built.required : Query(Query::OP_FILTER, query, built.required);
    if (nothing_asked) query = topic.empty() ? Query::MatchAll : topic;
    // Words that the index does not know, and links that nobody has: no filter makes them found.
    if (query.empty() || (links->query && links->query->empty())) return Query(Query::MatchNothing);
    query = filtered(query, every_word);
    if (!nothing_asked && !topic.empty()) query = Query(Query::OP_AND, query, topic);
    query = filtered(filtered(filtered(query, where->extent), filter), links->query.value_or(Query()));
    if (!built.excluded.empty()) query = Query(Query::OP_AND_NOT, query, built.excluded);
    if (request.as_of) query = Query(Query::OP_AND_NOT, query, outside_validity(*request.as_of));
    return query;
  };
  plan.query = complete(built.ranked);
  plan.counted = complete(built.counted);
  plan.stems = builder.stems();
  plan.correction = built.correction;
  return plan;
}

Searcher::Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

base::Result<Searcher> Searcher::open(const std::filesystem::path& index, const base::DataDir& data) {
  auto reader = IndexReader::open(index);
  if (!reader) return tl::unexpected(reader.error());
  Searcher searcher;
  searcher.impl_ = std::make_unique<Impl>(std::move(*reader), data);
  return searcher;
}

const IndexReader& Searcher::reader() const { return impl_->reader; }
const PointInTime& Searcher::time() const { return impl_->time; }

namespace {

void weigh(Xapian::Enquire& enquire) {
  // Long provisions are long because the subject is: length counts less than in prose (b 0.35 instead of 0.75 or 0.5).
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.35, 0.5));
}

Xapian::Enquire enquire_for(const Plan& plan, const SearchRequest& request) {
  Xapian::Enquire enquire(plan.database);
  enquire.set_query(plan.query);
  weigh(enquire);
  enquire.set_sort_by_relevance_then_value(index::slot_iri, false);  // equal scores: the same order whatever thread wrote first
  if (!request.all_versions) enquire.set_collapse_key(index::slot_group);
  return enquire;
}

// The provision of a ranked document. Where several sources hold texts under its IRI, the best match, and among equal ones the first in
// their fixed order: which of them stands first in the database is chance.
StoredProvision text_of(const Plan& plan, const IndexReader::Impl& index, const Xapian::MSetIterator& item) {
  auto stored = index.load(item.get_document());
  const std::string term = index::bounded_term(prefix::iri, stored.provision.iri.str());
  const auto texts = plan.database.get_termfreq(term);
  if (texts < 2) return stored;
  Xapian::Enquire enquire(plan.database);
  enquire.set_query(Query(Query::OP_FILTER, plan.query, Query(term)));
  weigh(enquire);
  const auto found = enquire.get_mset(0, texts);
  for (auto other = found.begin(); other != found.end() && other.get_weight() == found.begin().get_weight(); ++other) {
    auto candidate = index.load(other.get_document());
    if (other == found.begin() || fixed_order(candidate) < fixed_order(stored)) stored = std::move(candidate);
  }
  return stored;
}

// How many versions of a ranked provision match. What Xapian counts when it keeps the best of them is only what it looked at.
std::size_t count_versions(const Plan& plan, const IndexReader::Impl& index, const Xapian::Document& best, const model::Iri& iri, const DayFilter* day) {
  const auto& shard = index.shard_of(best);
  const std::string term = index::bounded_term(prefix::provision, iri.work + "/~" + iri.eid);
  const auto texts = shard.get_termfreq(term);
  if (texts < 2) return 1;
  Xapian::Enquire enquire(shard);
  enquire.set_query(Query(Query::OP_FILTER, plan.counted, Query(term)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const auto group = best.get_value(index::slot_group);
  const auto found = enquire.get_mset(0, texts, texts, nullptr, day);
  std::size_t versions = 0;
  for (auto text = found.begin(); text != found.end(); ++text) versions += text.get_document().get_value(index::slot_group) == group;
  return versions;
}

std::unique_ptr<DayFilter> day_filter(const Plan& plan, const SearchRequest& request, const PointInTime& time) {
  return request.as_of ? std::make_unique<DayFilter>(plan.database, time, *request.as_of) : nullptr;
}

// The exact total, and the facets if they were asked for: every match is visited, but none is ranked.
void count(const Plan& plan, const SearchRequest& request, const DayFilter* day, SearchResult& result) {
  if (plan.any_word && !request.facets) {
    result.total = count_any(plan.shards, {plan.counted.get_unique_terms_begin(), plan.counted.get_terms_end()}, request.all_versions);
    return;
  }
  Xapian::Enquire enquire(plan.database);
  enquire.set_query(plan.counted);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  MatchCounter counter(request.all_versions, request.facets);
  enquire.add_matchspy(&counter);
  enquire.get_mset(0, 1, plan.database.get_doccount(), nullptr, day);
  result.total = counter.total();
  result.facets = counter.facets();
}

}  // namespace

base::Result<SearchResult> Searcher::search(const SearchRequest& request) const {
  return guarded([&]() -> base::Result<SearchResult> {
    auto plan = impl_->plan(request);
    if (!plan) return tl::unexpected(plan.error());
    SearchResult result;
    result.notes = std::move(plan->notes);
    result.correction = plan->correction;
    result.corrected = !plan->correction.empty();
    if (plan->query.empty() || plan->database.get_doccount() == 0) return result;
    auto enquire = enquire_for(*plan, request);
    const auto day = day_filter(*plan, request, impl_->time);
    const auto found = enquire.get_mset(static_cast<Xapian::doccount>(request.offset), static_cast<Xapian::doccount>(request.limit), 0, nullptr, day.get());
    if (request.total || request.facets) count(*plan, request, day.get(), result);
    for (auto item = found.begin(); item != found.end(); ++item) {
      const auto& index = impl_->reader.impl();
      Hit hit;
      hit.stored = text_of(*plan, index, item);
      hit.score = item.get_weight();
      if (!request.all_versions) hit.versions = count_versions(*plan, index, item.get_document(), hit.stored.provision.iri, day.get());
      if (day) hit.knowledge = day->knowledge_of(hit.stored);
      if (request.snippets) {
        auto& analyzer = impl_->analyzers.of(hit.stored.provision.lang);
        hit.snippet = make_snippet(hit.stored.provision.text, plan->stems, analyzer);
      }
      result.hits.push_back(std::move(hit));
    }
    return result;
  });
}

base::Result<std::vector<RankedIri>> Searcher::rank(const SearchRequest& request) const {
  return guarded([&]() -> base::Result<std::vector<RankedIri>> {
    auto plan = impl_->plan(request);
    if (!plan) return tl::unexpected(plan.error());
    std::vector<RankedIri> ranked;
    if (plan->query.empty() || plan->database.get_doccount() == 0) return ranked;
    auto enquire = enquire_for(*plan, request);
    const auto day = day_filter(*plan, request, impl_->time);
    const auto found = enquire.get_mset(static_cast<Xapian::doccount>(request.offset), static_cast<Xapian::doccount>(request.limit), 0, nullptr, day.get());
    for (auto item = found.begin(); item != found.end(); ++item) {
      ranked.push_back({item.get_document().get_value(index::slot_iri), item.get_weight()});
    }
    return ranked;
  });
}

}  // namespace synoptic::query
