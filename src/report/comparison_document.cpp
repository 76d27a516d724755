// Lays a comparison out: an overview table with a line a provision, then the jurisdictions side by side with words, penalties and proof.
#include <algorithm>

#include <fmt/core.h>

#include "base/utf8.h"
#include "query/named_places.h"
#include "report/comparison_report.h"
#include "report/day_words.h"
#include "report/penalty_words.h"

namespace synoptic::report {

namespace {

using query::Answer;
using query::ComparedProvision;
using query::Presence;
using Style = Inline::Style;
using Kind = Paragraph::Kind;

constexpr std::size_t excerpt_bytes = 420;
constexpr std::size_t overview_groups = 3;  // of penalties, a provision

std::string day(const base::Date& date) { return base::date_words(date, "en"); }

std::string badge(Presence presence) {
  switch (presence) {
    case Presence::Found: return "In force";
    case Presence::OnlyInBill: return "Only in a bill";
    case Presence::Repealed: return "Repealed";
    case Presence::Expired: return "Expired";
    case Presence::NotYetInForce: return "Not yet in force";
    case Presence::NoTextForDate: return "No text for this date";
    case Presence::NotFound: return "Searched and not found";
    case Presence::LanguageNotCovered: return "Language not covered";
    case Presence::NotIngested: return "Not ingested";
  }
  return {};
}

std::string badge_class(Presence presence) {
  switch (presence) {
    case Presence::Found: return "found";
    case Presence::OnlyInBill: return "bill";
    case Presence::Repealed:
    case Presence::Expired: return "former";
    case Presence::NotYetInForce: return "former";
    case Presence::NoTextForDate: return "unknown";
    case Presence::NotFound: return "absent";
    case Presence::LanguageNotCovered: return "unknown";
    case Presence::NotIngested: return "unknown";
  }
  return {};
}

std::string source_words(const ComparedProvision& compared) {
  switch (compared.source) {
    case query::TextSource::Official: return "official text";
    case query::TextSource::Edition: return "text as edited by a third party";
    case query::TextSource::Digest: return "digest in our own words, not the text of the law";
  }
  return {};
}

bool is_bill(const ComparedProvision& compared) { return compared.provision.status == model::Status::Bill || compared.work.type == model::WorkType::Bill; }

// "law since 1 April 2023", "law from 5 August 2018 to 31 March 2023", "bill of 21 March 2018"
std::string stated_validity(const ComparedProvision& compared) {
  const auto& provision = compared.provision;
  const auto& from = provision.valid_from;
  const auto& to = provision.valid_to;
  if (is_bill(compared)) {
    const auto introduced = from ? from : compared.work.date;
    return introduced ? "bill of " + day(*introduced) : "bill";
  }
  if (from && to) return fmt::format("law from {} to {}", day(*from), day(*to));
  if (from) return "law since " + day(*from);
  if (to) return "law until " + day(*to);
  if (provision.status == model::Status::NotInForce) return "not in force; the date of commencement is not known";
  if (provision.status == model::Status::Repealed) return "repealed; since when is not known";
  if (provision.status == model::Status::Expired) return "expired; since when is not known";
  return {};
}

// The same, with what is known of the day compared on; where the source states no validity, that alone.
std::string validity_words(const ComparedProvision& compared) {
  std::string words = stated_validity(compared);
  if (is_bill(compared)) return words;
  const std::string known = day_words(compared.knowledge);
  const auto version = base::Date::parse(compared.provision.iri.version);
  if (words.empty() && known.empty() && version) words = fmt::format("as it stood on {}; since when is not known", day(*version));
  // That no text was law on the day needs no saying of one whose dates are stated.
  if (known.empty() || (!words.empty() && !compared.knowledge.has_text())) return words;
  return words.empty() ? known : words + "; " + known;
}

std::string official_link(const ComparedProvision& compared) {
  return compared.provision.url.empty() ? compared.work.source_url : compared.provision.url;
}

// At most `limit` bytes, cut between words.
std::string shortened(std::string_view text, std::size_t limit) {
  std::string squeezed = base::squeeze(text);
  if (squeezed.size() <= limit) return squeezed;
  const auto cut = squeezed.rfind(' ', limit);
  squeezed.resize(cut == std::string::npos ? limit : cut);
  return base::repair_utf8(squeezed) + " …";
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

ExtentNames extent_names(const model::Profiles& profiles) {
  ExtentNames names;
  for (const auto& profile : profiles.all()) {
    names[profile.code] = profile.name();
    for (const auto& system : profile.legal_systems) {
      if (const auto name = system.names.find("en"); name != system.names.end()) names[system.code] = name->second;
    }
  }
  return names;
}

class Builder {
 public:
  Builder(const query::Comparison& comparison, const model::Profiles& profiles) : comparison_(comparison), names_(extent_names(profiles)) {}

  Document build() {
    Document document;
    document.title = capitalised(comparison_.label) + ": what the law defines and punishes";
    document.subtitle = fmt::format("As the law stood on {}. Made on {} with Synoptic.", day(comparison_.as_of), day(comparison_.made_on));
    if (!comparison_.definition.empty()) document.blocks.push_back(paragraph(comparison_.definition));
    document.blocks.push_back(overview());
    std::vector<Column> columns;
    for (const auto& answer : comparison_.answers) columns.push_back(column(answer));
    document.blocks.push_back(std::move(columns));
    document.footer = footer();
    return document;
  }

 private:
  Table overview() const {
    Table table;
    table.caption = "Overview";
    table.columns = {"Jurisdiction", "Answer", "Provision", "Penalty"};
    for (const auto& answer : comparison_.answers) {
      const auto& shown = principal(answer);
      if (shown.empty()) {
        table.rows.push_back({{paragraph(answer.name)}, {strong(badge(answer.presence))}, {paragraph("—")}, {paragraph("—")}});
      }
      bool first = true;
      for (const auto& compared : shown) {
        table.rows.push_back({{paragraph(answer.name)},
                              {first ? strong(badge(answer.presence)) : paragraph("")},
                              {{{{title_inline(compared)}}, Kind::Body}},
                              penalty_cell(compared)});
        first = false;
      }
    }
    return table;
  }

  // What the answer rests on: the law of the day, failing that the bills, failing that what was law before.
  static const std::vector<ComparedProvision>& principal(const Answer& answer) {
    return !answer.law.empty() ? answer.law : !answer.bills.empty() ? answer.bills : answer.former;
  }

  // What is held besides, a line each: enough to ask for another day.
  void add_others(const Answer& answer, Column& column) const {
    const auto add = [&](std::string_view what, const std::vector<ComparedProvision>& list) {
      if (&list == &principal(answer)) return;
      for (const auto& compared : list) {
        column.introduction.push_back({{Inline{fmt::format("{}: ", what), Style::Muted}, title_inline(compared),
                                        Inline{fmt::format(" ({}).", validity_words(compared)), Style::Muted}},
                                       Kind::Note});
      }
    };
    add("Bill", answer.bills);
    add("Before", answer.former);
    add("Later", answer.pending);
  }

  static Paragraph strong(std::string text) { return {{Inline{std::move(text), Style::Strong}}, Kind::Body}; }

  static Inline title_inline(const ComparedProvision& compared) {
    return Inline{model::title_of(compared.work, compared.provision), Style::Plain, official_link(compared), {}};
  }

  Cell penalty_cell(const ComparedProvision& compared) const {
    Cell cell;
    for (const auto& group : compared.facts.sanctions) {
      if (cell.size() == overview_groups) {
        cell.push_back(paragraph(fmt::format("… and {} more, see below", compared.facts.sanctions.size() - overview_groups)));
        break;
      }
      cell.push_back(paragraph(condition_prefix(group, 80) + group_words(group, names_)));
    }
    if (cell.empty()) cell.push_back(paragraph("none in this provision"));
    return cell;
  }

  static std::string condition_prefix(const model::SanctionGroup& group, std::size_t limit) {
    std::string text = mode_words(group.mode);
    if (group.circumstance) {
      if (!text.empty()) text += ", ";
      text += "“" + shortened(*group.circumstance, limit) + "”";
    }
    if (!text.empty()) text += ": ";
    return text;
  }

  Column column(const Answer& answer) const {
    Column column;
    column.title = answer.name;
    column.badge = badge(answer.presence);
    column.badge_class = badge_class(answer.presence);
    column.introduction.push_back(paragraph(answer_sentence(answer, comparison_.as_of)));
    if (!answer.terms_of_art.empty()) {
      std::string terms;
      for (const auto& term : answer.terms_of_art) terms += (terms.empty() ? "“" : ", “") + term + "”";
      column.introduction.push_back(paragraph("The law’s own term: " + terms + ".", Kind::Note));
    }
    for (const auto& sub : answer.also_held) {
      column.introduction.push_back(paragraph(fmt::format("{} ({}) has law of its own on this, which is not part of this answer.", names_.contains(sub) ? names_.at(sub) : sub, sub), Kind::Note));
    }
    for (const auto& compared : principal(answer)) column.cards.push_back(card(answer, compared));
    add_others(answer, column);
    if (answer.presence != Presence::Found && answer.presence != Presence::NotIngested) add_certificate(answer, column);
    return column;
  }

  static void add_certificate(const Answer& answer, Column& column) {
    for (auto& line : certificate_lines(answer.certificate)) column.introduction.push_back(paragraph(std::move(line), Kind::Note));
  }

  Card card(const Answer& answer, const ComparedProvision& compared) const {
    Card card;
    card.title = {title_inline(compared)};
    if (!compared.provision.heading.empty()) {
      card.title.push_back(Inline{" — "});
      card.title.push_back(Inline{compared.provision.heading, Style::Plain, {}, compared.provision.lang});
    }
    card.paragraphs.push_back({{Inline{capitalised(status_line(compared)) + ".", Style::Muted}}, Kind::Note});
    add_definitions(answer, compared, card);
    add_sanctions(compared, card);
    if (!compared.note.empty()) card.paragraphs.push_back({{Inline{"Why it is here: " + compared.note + ".", Style::Muted}}, Kind::Note});
    const std::string link = official_link(compared);
    card.paragraphs.push_back({{Inline{"Shown: " + source_words(compared) + ". ", Style::Muted},
                                link.empty() ? Inline{"No official address is known.", Style::Muted} : Inline{link, Style::Muted, link, {}}},
                               Kind::Note});
    return card;
  }

  std::string status_line(const ComparedProvision& compared) const {
    std::string text = validity_words(compared);
    std::string extents;
    for (const auto& extent : compared.provision.extent) {
      extents += (extents.empty() ? "" : ", ") + (names_.contains(extent) ? names_.at(extent) : extent);
    }
    if (!extents.empty()) text += "; extends to " + extents;
    return text;
  }

  // The definitions that are about the topic; where a provision has none of these, how it begins.
  static void add_definitions(const Answer& answer, const ComparedProvision& compared, Card& card) {
    const auto& provision = compared.provision;
    bool any = false;
    for (const auto& definition : compared.facts.definitions) {
      if (!is_on_topic(answer, definition)) continue;
      any = true;
      card.paragraphs.push_back({{Inline{"Defines “"}, Inline{definition.term, Style::Strong, {}, provision.lang}, Inline{"”: "},
                                  Inline{shortened(definition.body.of(provision.text), excerpt_bytes), Style::Quote, {}, provision.lang}},
                                 Kind::Body});
    }
    if (!any) card.paragraphs.push_back({{Inline{shortened(provision.text, excerpt_bytes), Style::Quote, {}, provision.lang}}, Kind::Quotation});
  }

  static bool is_on_topic(const Answer& answer, const model::Definition& definition) {
    const std::string term = base::fold(definition.term);
    return std::any_of(answer.topic_terms.begin(), answer.topic_terms.end(), [&term](const std::string& candidate) { return base::fold(candidate) == term; });
  }

  void add_sanctions(const ComparedProvision& compared, Card& card) const {
    const auto& text = compared.provision.text;
    for (const auto& group : compared.facts.sanctions) {
      const std::string prefix = condition_prefix(group, 160);
      card.paragraphs.push_back({{Inline{prefix}, Inline{group_words(group, names_), Style::Strong}}, Kind::Bullet});
      for (const auto& penalty : group.penalties) {
        card.paragraphs.push_back({{Inline{fmt::format("“{}”", penalty.span.of(text)), Style::Quote, {}, compared.provision.lang}}, Kind::SubBullet});
        add_proofs(penalty, card);
      }
    }
    if (compared.facts.sanctions.empty()) card.paragraphs.push_back(paragraph("No penalty is laid down in this provision.", Kind::Body));
  }

  void add_proofs(const model::Penalty& penalty, Card& card) const {
    std::vector<std::string> seen;
    for (const auto& step : penalty.resolutions) {
      for (const auto& proof : step.proof) {
        const auto name = comparison_.proofs.find(proof.iri);
        const std::string text = (name == comparison_.proofs.end() ? proof.iri : name->second.title) + ": ";
        if (std::find(seen.begin(), seen.end(), text + proof.quote) != seen.end()) continue;
        seen.push_back(text + proof.quote);
        card.paragraphs.push_back({{Inline{"proved by " + text}, Inline{fmt::format("“{}”", proof.quote), Style::Quote}}, Kind::SubBullet});
        if (!proof.doubt.empty()) card.paragraphs.back().inlines.push_back(Inline{" (" + proof.doubt + ")"});
      }
    }
  }

  std::vector<Paragraph> footer() const {
    std::vector<Paragraph> lines;
    std::size_t official = 0;
    std::size_t digests = 0;
    for (const auto& answer : comparison_.answers) {
      for (const auto* list : {&answer.law, &answer.bills, &answer.former, &answer.pending}) {
        for (const auto& compared : *list) ++(compared.source == query::TextSource::Digest ? digests : official);
      }
    }
    lines.push_back(paragraph(fmt::format("{} provision{} shown in the words of a published text, {} as a digest in our own words; {} penalt{} could not be resolved to an amount.",
                                          official, official == 1 ? "" : "s", digests, comparison_.unresolved, comparison_.unresolved == 1 ? "y" : "ies")));
    lines.push_back(paragraph("Not legal advice. Maximum penalties are what a court may impose, not what it usually does; check the official source before relying on a provision."));
    return lines;
  }

  const query::Comparison& comparison_;
  ExtentNames names_;
};

}  // namespace

Document comparison_document(const query::Comparison& comparison, const model::Profiles& profiles) {
  // The column of one legal system says what its own courts may impose.
  query::Comparison narrowed = comparison;
  for (auto& answer : narrowed.answers) {
    for (auto* list : {&answer.law, &answer.bills, &answer.former, &answer.pending}) {
      for (auto& compared : *list) query::keep_answers_for(answer.jurisdiction, compared.facts.sanctions);
    }
  }
  return Builder(narrowed, profiles).build();
}

}  // namespace synoptic::report
