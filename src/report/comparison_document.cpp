// Lays a comparison out: what has to be known of the report, an overview with a line a provision, the grid of elements, then the
// jurisdictions side by side with words, penalties and proof.
#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "query/named_places.h"
#include "report/comparison_cards.h"
#include "report/comparison_report.h"
#include "report/comparison_sheets.h"
#include "report/comparison_words.h"
#include "report/element_table.h"
#include "report/penalty_ladder.h"
#include "report/validity_timeline.h"

namespace synoptic::report {

namespace {

using query::Answer;
using query::ComparedProvision;
using Style = Inline::Style;
using Kind = Paragraph::Kind;

constexpr std::size_t overview_groups = 3;  // of penalties, a provision

class Builder {
 public:
  Builder(const query::Comparison& comparison, const model::Profiles& profiles) : comparison_(comparison), names_(extent_names(profiles)) {}

  Document build() {
    Document document;
    document.title = capitalised(comparison_.label) + ": what the law defines and punishes";
    document.subtitle = fmt::format("As the law stood on {}. Made on {} with Synoptic.", day(comparison_.as_of), day(comparison_.made_on));
    document.made_on = comparison_.made_on;
    document.facts = facts();
    if (!comparison_.definition.empty()) document.blocks.push_back(paragraph(comparison_.definition));
    document.blocks.push_back(Heading{"Overview"});
    document.blocks.push_back(overview());
    for (auto figure : {penalty_ladder(comparison_), validity_timeline(comparison_)}) {
      if (!figure.has_value()) continue;
      document.blocks.push_back(Heading{figure->title});
      document.blocks.push_back(std::move(*figure));
    }
    if (auto table = element_table(comparison_, sources_)) {
      document.blocks.push_back(Heading{"Elements of the definitions"});
      document.blocks.push_back(element_legend(*table));
      document.blocks.push_back(std::move(*table));
      if (auto others = not_taken_apart(comparison_)) document.blocks.push_back(std::move(*others));
    }
    document.blocks.push_back(Heading{"Jurisdiction by jurisdiction"});
    document.blocks.push_back(comparison_columns(comparison_, names_, sources_));
    document.sheets = comparison_sheets(comparison_, names_);
    document.sources = sources_.paragraphs();
    document.footer.push_back(paragraph("Not legal advice. Maximum penalties are what a court may impose, not what it usually does; check the official source before relying on a provision."));
    return document;
  }

 private:
  Table overview() {
    Table table{.caption = "What each jurisdiction has, a line a provision", .columns = {"Jurisdiction", "Provision", "Status and dates", "Penalty", "Procedure"}, .rows = {}};
    table.grouped = true;
    for (const auto& answer : comparison_.answers) {
      const Cell place{paragraph(answer.name), {{Inline{badge(answer.presence), Style::Strong}}, Kind::Body}};
      if (principal(answer).empty()) table.rows.push_back({place, absence_cell(answer), {paragraph("—")}, {paragraph("—")}, {paragraph("—")}});
      for (const auto& compared : principal(answer)) table.rows.push_back(overview_row(place, answer, compared));
      if (answer.law.empty()) continue;
      for (const auto& bill : answer.bills) table.rows.push_back(overview_row(place, answer, bill));
    }
    return table;
  }

  // What there is to say where no provision is shown: how much was searched, and what the concept scheme remarks.
  static Cell absence_cell(const Answer& answer) {
    using query::Presence;
    const std::string searched = searched_words(answer.certificate);
    const std::string since = answer.since ? "; the first provision held is of " + day(*answer.since) : std::string();
    switch (answer.presence) {
      case Presence::NotIngested: return {paragraph("no law of it is in the index")};
      case Presence::LanguageNotCovered: return {paragraph("texts in a language for which the topic has no words")};
      case Presence::NotYetInForce: return {paragraph("none on this day: " + searched + since)};
      case Presence::NoTextForDate: return {paragraph("no text of this day: " + searched + since)};
      default: break;
    }
    Cell cell{paragraph("none: " + searched)};
    for (const auto& remark : answer.remarks) {
      if (remark.lang == "en") cell.paragraphs.push_back(paragraph(remark.text));
    }
    return cell;
  }

  std::vector<Cell> overview_row(const Cell& place, const Answer& answer, const ComparedProvision& compared) {
    std::string validity = stated_validity(compared);
    if (validity.empty() && compared.knowledge.law_since) validity = fmt::format("law since {}, as our digest says", day(*compared.knowledge.law_since));
    return {place,
            {{{title_inline(compared, sources_)}, Kind::Body}},
            {paragraph(validity.empty() ? undated_words(compared) : capitalised(validity))},
            penalty_cell(answer, compared),
            {paragraph(procedure_words(compared.facts))}};
  }

  static std::string undated_words(const ComparedProvision& compared) {
    const auto& known = compared.knowledge;
    return known.dated && known.text_of ? "Text of " + day(*known.text_of) : "Dates not stated";
  }

  Cell penalty_cell(const Answer& answer, const ComparedProvision& compared) const {
    Cell cell;
    for (const auto& group : compared.facts.sanctions) {
      if (cell.paragraphs.size() == overview_groups) {
        cell.paragraphs.push_back(paragraph(fmt::format("… and {} more, see below", compared.facts.sanctions.size() - overview_groups)));
        break;
      }
      Paragraph line{condition_inlines(group, 80, compared.provision.lang)};
      line.inlines.push_back(Inline{group_words(group, names_, compared.provision.text)});
      cell.paragraphs.push_back(std::move(line));
    }
    if (cell.paragraphs.empty()) cell.paragraphs.push_back(paragraph("none in this provision" + elsewhere(answer, compared)));
    return cell;
  }

  // "; see section 22-3134": the provisions of the same work that the scheme names for their penalties.
  static std::string elsewhere(const Answer& answer, const ComparedProvision& compared) {
    std::string list;
    for (const auto& other : principal(answer)) {
      if (other.role != "penalties" || compared.role == "placeholder" || other.work.iri != compared.work.iri) continue;
      list += (list.empty() ? "; see " : ", ") + (other.provision.kind.empty() ? "" : other.provision.kind + " ") + other.provision.num;
    }
    return list;
  }

  std::vector<Fact> facts() const {
    const auto found = std::count_if(comparison_.answers.begin(), comparison_.answers.end(), [](const Answer& answer) { return answer.presence == query::Presence::Found; });
    return {{"Law as of", day(comparison_.as_of)},
            {"Searched", searched()},
            {"Law found in", fmt::format("{} of {}", found, counted(comparison_.answers.size(), "jurisdiction", "jurisdictions"))},
            {"Texts shown", shown()},
            {"Penalties not resolved to an amount", std::to_string(comparison_.unresolved)}};
  }

  // A work that two answers search (a state and one of its legal systems) counts once.
  std::string searched() const {
    std::map<std::string, std::size_t> works;
    std::string first, last;
    for (const auto& answer : comparison_.answers) {
      for (const auto& work : answer.certificate.works) {
        works[work.iri] = std::max(works[work.iri], work.provisions);
        if (!work.first.empty() && (first.empty() || work.first < first)) first = work.first;
        last = std::max(last, work.last);
      }
    }
    std::size_t provisions = 0;
    for (const auto& [iri, count] : works) provisions += count;
    std::string text = fmt::format("{} of {}", counted(provisions, "provision", "provisions"), counted(works.size(), "work", "works"));
    const auto from = base::Date::parse(first);
    const auto to = base::Date::parse(last);
    if (from && to) text += *from == *to ? "; text of " + day(*from) : fmt::format("; texts of {} to {}", day(*from), day(*to));
    return text;
  }

  std::string shown() const {
    std::map<query::TextSource, std::size_t> by_source;
    std::size_t bills = 0;
    for (const auto& answer : comparison_.answers) {
      for_each_provision(answer, [&](std::string_view, const ComparedProvision& compared) {
        ++by_source[compared.source];
        bills += is_bill(compared);
      });
    }
    std::string text = counted(by_source[query::TextSource::Official], "official text", "official texts");
    if (const auto count = by_source[query::TextSource::Edition]; count > 0) text += ", " + counted(count, "edition by a third party", "editions by third parties");
    text += ", " + counted(by_source[query::TextSource::Digest], "digest in our own words", "digests in our own words");
    return bills == 0 ? text : text + "; of these " + counted(bills, "is of a bill", "are of bills");
  }

  const query::Comparison& comparison_;
  ExtentNames names_;
  SourceList sources_;
};

}  // namespace

namespace {

void put_title(const std::string& iri, const std::string& title, std::string& reason) {
  const auto at = reason.find(iri);
  if (at == std::string::npos) return;
  const auto end = at + iri.size();
  if (end == reason.size() || std::string_view(" ;,)").find(reason[end]) != std::string_view::npos) reason.replace(at, iri.size(), title);
}

// Reasons name provisions by their IRIs; people know them by their titles.
void name_provisions(const query::Comparison& comparison, std::vector<model::SanctionGroup>& groups) {
  constexpr std::string_view missing = "proof provision not ingested: ";
  for (auto& group : groups) {
    for (auto& penalty : group.penalties) {
      for (auto& step : penalty.resolutions) {
        const bool is_missing = step.reason.starts_with(missing);
        if (is_missing) step.reason.erase(0, missing.size());
        for (const auto& [iri, proof] : comparison.proofs) put_title(iri, proof.title, step.reason);
        for (const auto& [iri, unheld] : comparison.unheld) put_title(iri, unheld.title.empty() ? "a provision that is not held" : unheld.title, step.reason);
        if (is_missing) step.reason += ", which lays it down, is not ingested";
      }
    }
  }
}

}  // namespace

namespace {

// "51 weeks is to be read as 6 months" is a rule on the penalty before it, which says what it comes to; the grammar keeps it as a group of
// its own, a reader need not see it twice.
void drop_rules_on_others(const ComparedProvision& compared, std::vector<model::SanctionGroup>& groups) {
  const auto& provision = compared.provision;
  const auto quoted_as_proof = [&](const model::Penalty& rule) {
    for (const auto& group : groups) {
      for (const auto& penalty : group.penalties) {
        for (const auto& step : penalty.resolutions) {
          for (const auto& proof : step.proof) {
            const auto at = provision.text.find(proof.quote);
            const bool is_own = proof.iri.find(provision.iri.work) == 0 && proof.iri.ends_with("~" + provision.iri.eid);
            if (is_own && at != std::string::npos && !proof.quote.empty() && base::Span{at, at + proof.quote.size()}.contains(rule.span.start)) return true;
          }
        }
      }
    }
    return false;
  };
  std::vector<bool> rules;
  for (const auto& group : groups) rules.push_back(std::all_of(group.penalties.begin(), group.penalties.end(), quoted_as_proof));
  std::size_t at = 0;
  std::erase_if(groups, [&](const model::SanctionGroup&) { return rules[at++]; });
}

}  // namespace

Document comparison_document(const query::Comparison& comparison, const model::Profiles& profiles) {
  // The column of one legal system says what its own courts may impose.
  query::Comparison narrowed = comparison;
  for (auto& answer : narrowed.answers) {
    for (auto* list : {&answer.law, &answer.bills, &answer.former, &answer.pending}) {
      for (auto& compared : *list) {
        query::keep_answers_for(answer.jurisdiction, compared.facts.sanctions);
        name_provisions(comparison, compared.facts.sanctions);
        drop_rules_on_others(compared, compared.facts.sanctions);
      }
    }
  }
  return Builder(narrowed, profiles).build();
}

}  // namespace synoptic::report
