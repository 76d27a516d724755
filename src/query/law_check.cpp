#include "query/law_check.h"

#include <algorithm>
#include <array>

#include "base/edit_distance.h"
#include "base/utf8.h"
#include "query/standing.h"
#include "query/text_change.h"
#include "query/version_choice.h"

namespace synoptic::query {

namespace {

constexpr double similar_enough = 0.6;   // of a quotation beside a citation: less is another text
constexpr double surely_quoted = 0.75;   // of one that stands alone: less may be no law at all
constexpr std::size_t far_away = 600;    // bytes between a quotation and the citation that it belongs to

constexpr std::array<std::pair<Finding, std::string_view>, 12> finding_names{{{Finding::Found, "found"},
                                                                              {Finding::NotFound, "not_found"},
                                                                              {Finding::NotHeld, "not_held"},
                                                                              {Finding::Ambiguous, "ambiguous"},
                                                                              {Finding::Repealed, "repealed"},
                                                                              {Finding::Expired, "expired"},
                                                                              {Finding::NotInForce, "not_in_force"},
                                                                              {Finding::Bill, "bill"},
                                                                              {Finding::Changed, "changed"},
                                                                              {Finding::Differs, "differs"},
                                                                              {Finding::Elsewhere, "elsewhere"},
                                                                              {Finding::Unclear, "unclear"}}};

Finding finding_of(const StoredProvision& stored, const base::Date& day) {
  switch (standing_on(stored.work, stored.provision, day)) {
    case Standing::Bill: return Finding::Bill;
    case Standing::Pending: return Finding::NotInForce;
    case Standing::Former: return stored.provision.status == model::Status::Expired ? Finding::Expired : Finding::Repealed;
    case Standing::Law: break;
  }
  return Finding::Found;
}

std::size_t distance(const base::Span& a, const base::Span& b) { return a.end <= b.start ? b.start - a.end : b.end <= a.start ? a.start - b.end : 0; }

// The words with which a search for a quotation starts: as a phrase, without marks of its own.
std::string phrase_of(std::string_view words) {
  constexpr std::size_t most = 12;
  std::string phrase = "\"";
  std::size_t count = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < words.size() && count < most;) {
    const std::size_t start = at;
    const char32_t c = base::decode(words, at);
    if (c == 0x2026 || c == '[' || words.substr(start).starts_with("...")) {
      if (count > 3) break;
      phrase = "\"";
      count = 0;
    }
    const bool part = base::is_letter(c) || base::is_digit(c) || c == '\'' || c == 0x2019;
    if (!part && in_word) ++count, phrase += ' ';
    if (part) phrase.append(words, start, at - start);
    in_word = part;
  }
  return phrase + "\"";
}

// Law of jurisdictions that nobody asked about.
bool is_elsewhere(const CheckedItem& item, const std::vector<std::string>& jurisdictions) {
  std::vector<std::string> works;
  if (item.stored) works.push_back(item.stored->work.iri);
  for (const auto& meaning : item.meanings) works.push_back(meaning.law.work.iri);
  if (jurisdictions.empty() || works.empty()) return false;
  return std::none_of(works.begin(), works.end(), [&](const std::string& work) {
    const auto iri = model::Iri::parse(work);
    return iri && std::any_of(jurisdictions.begin(), jurisdictions.end(), [&](const auto& code) {
      const auto country = base::lower(code);
      return iri->country() == country || iri->country().starts_with(country + "-");
    });
  });
}

}  // namespace

std::string_view to_string(Finding finding) {
  for (const auto& [value, name] : finding_names) {
    if (value == finding) return name;
  }
  return "unclear";
}

bool is_trouble(Finding finding) { return finding != Finding::Found && finding != Finding::Unclear; }

// The provision of the law whose number looks most like the one that it does not have.
std::vector<std::string> LawCheck::near_numbers(const resolve::CitedLaw& law) const {
  const auto number = [](const std::string& eid) { return eid.substr(eid.find('_') + 1); };
  std::vector<std::string> numbers, eids;
  for (const auto& stored : searcher_.reader().provisions_of(law.work.iri)) {
    eids.push_back(stored.provision.iri.eid);
    numbers.push_back(number(eids.back()));
  }
  const auto guess = base::nearest(number(law.place.eid), numbers);
  if (!guess) return {};
  const auto place = std::find(numbers.begin(), numbers.end(), *guess) - numbers.begin();
  return {law.work.iri + "/~" + eids[static_cast<std::size_t>(place)]};
}

// The text of the day, what it was then, and whether it changed.
void LawCheck::check_text(CheckedItem& item, const CheckRequest& request) const {
  const auto& law = item.meanings.front().law;
  const model::Iri iri{law.work.iri, "", "", law.place.eid};
  auto text = searcher_.time().find(iri, request.as_of);
  item.knowledge = text.knowledge;
  item.stored = text.stored ? std::move(text.stored) : searcher_.reader().find(iri);
  if (!item.stored) return;
  item.finding = finding_of(*item.stored, request.as_of);
  if (item.finding == Finding::Found && text.knowledge.certainty == Certainty::Gone) item.finding = Finding::Repealed;
  if (item.finding == Finding::Found && text.knowledge.certainty == Certainty::NotYet) item.finding = Finding::NotInForce;
  if (item.finding != Finding::Found || !request.since || *request.since >= request.as_of) return;
  const auto change = change_of(searcher_.time(), iri, *request.since, request.as_of);
  if (!change.has_both() || change.is_same()) return;
  item.finding = Finding::Changed;
  item.changed = starts_on(change.to.stored->provision);
}

CheckedItem LawCheck::check_citation(std::string_view text, const DocumentCitation& citation, const CheckRequest& request, Checked& known) const {
  CheckedItem item;
  item.span = citation.span;
  item.meanings = citation.meanings;
  if (item.meanings.empty()) {
    item.finding = !citation.names_law ? Finding::Unclear : citation.target.empty() ? Finding::NotFound : Finding::NotHeld;
    if (item.finding == Finding::NotFound) {
      if (auto title = tools_.finder.suggestion(citation.span.of(text))) item.suggestions.push_back(std::move(*title));
    }
    return item;
  }
  if (item.meanings.size() > 1) {
    item.finding = Finding::Ambiguous;
    return item;
  }
  const auto& meaning = item.meanings.front();
  const auto [place, fresh] = known.try_emplace(meaning.law.work.iri + "/~" + meaning.law.place.eid);
  if (!fresh) {
    auto same = place->second;
    same.span = item.span;
    same.meanings = std::move(item.meanings);
    return same;
  }
  switch (meaning.held) {
    case Held::Nothing: item.finding = Finding::NotHeld; break;
    case Held::Work:
      item.finding = resolve::is_division(meaning.law.place) ? Finding::Unclear : Finding::NotFound;
      if (item.finding == Finding::NotFound) item.suggestions = near_numbers(meaning.law);
      break;
    case Held::Provision:
      item.finding = Finding::Found;
      if (!meaning.law.place.eid.empty()) check_text(item, request);
  }
  place->second = item;
  return item;
}

// A quotation that the text of the day does not have may be of another text of the same provision.
void LawCheck::look_at_other_days(CheckedItem& item, std::string_view words) const {
  const auto& iri = item.stored->provision.iri;
  for (auto& other : searcher_.reader().versions(iri.work, iri.eid)) {
    if (other.provision.iri == iri || !match_quotation(words, other.provision.text).exact) continue;
    item.changed = starts_on(item.stored->provision);
    item.suggestions.push_back(other.provision.iri.str());
    item.finding = Finding::Changed;
    return;
  }
}

std::optional<CheckedItem> LawCheck::search_quotation(std::string_view words, const base::Date& day) const {
  const auto result = searcher_.search({.query = phrase_of(words), .as_of = day, .limit = 5, .snippets = false});
  if (!result) return std::nullopt;
  std::optional<CheckedItem> best;
  for (const auto& hit : result->hits) {
    auto match = match_quotation(words, hit.stored.provision.text);
    if (best && match.similarity <= best->match->similarity) continue;
    CheckedItem item;
    item.stored = hit.stored;
    item.match = std::move(match);
    best = std::move(item);
  }
  return best;
}

std::optional<CheckedItem> LawCheck::check_quotation(std::string_view text, const Quotation& quotation, std::span<const CheckedItem> citations,
                                                     const CheckRequest& request) const {
  const auto words = quotation.span.of(text);
  // Of the citations around it the one whose law has most of the words; of equals the nearest.
  const CheckedItem* cited = nullptr;
  std::optional<QuotationMatch> match;
  std::size_t best_distance = 0;
  for (const auto& citation : citations) {
    const auto away = distance(citation.span, quotation.span);
    if (!citation.stored || away > far_away) continue;
    auto found = match_quotation(words, citation.stored->provision.text);
    const bool better = !match || found.similarity > match->similarity || (found.similarity == match->similarity && away < best_distance);
    if (better) match = std::move(found), cited = &citation, best_distance = away;
  }
  CheckedItem item;
  if (cited != nullptr && match->similarity >= similar_enough) {
    item.stored = cited->stored;
    item.knowledge = cited->knowledge;
    item.finding = !match->exact ? Finding::Differs : cited->finding == Finding::Changed ? Finding::Found : cited->finding;
    item.match.emplace(std::move(*match));
    if (item.finding == Finding::Differs) look_at_other_days(item, words);
  } else if (auto elsewhere = search_quotation(words, request.as_of); elsewhere && elsewhere->match->similarity >= surely_quoted) {
    item = std::move(*elsewhere);
    item.finding = !item.match->exact ? Finding::Differs : cited != nullptr ? Finding::Elsewhere : finding_of(*item.stored, request.as_of);
    if (item.finding == Finding::Differs) look_at_other_days(item, words);
  } else if (cited != nullptr && best_distance <= far_away / 4) {
    item.stored = cited->stored;
    item.finding = Finding::NotFound;
  } else {
    return std::nullopt;
  }
  item.quotation = true;
  item.span = quotation.span;
  return item;
}

CheckResult LawCheck::check(std::string_view text, const std::vector<base::Span>& blocks, const CheckRequest& request) const {
  const auto& jurisdictions = request.jurisdictions.empty() ? searcher_.reader().jurisdictions() : request.jurisdictions;
  CheckResult result;
  Checked known;
  for (const auto& citation : document_citations(text, jurisdictions, request.langs, tools_)) {
    result.items.push_back(check_citation(text, citation, request, known));
  }
  const auto citations = result.items;
  std::size_t first = 0;  // of the citations that are not too far before
  for (const auto& quotation : quotations(text, blocks)) {
    while (first < citations.size() && citations[first].span.end + far_away < quotation.span.start) ++first;
    std::size_t last = first;
    while (last < citations.size() && citations[last].span.start <= quotation.span.end + far_away) ++last;
    if (auto item = check_quotation(text, quotation, std::span(citations).subspan(first, last - first), request)) {
      result.items.push_back(std::move(*item));
    } else {
      ++result.quotations_passed_over;
    }
  }
  std::erase_if(result.items, [&](const CheckedItem& item) { return is_elsewhere(item, request.jurisdictions); });
  std::stable_sort(result.items.begin(), result.items.end(), [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
  return result;
}

}  // namespace synoptic::query
