#include "report/comparison_cards.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/language_name.h"
#include "report/comparison_report.h"
#include "report/comparison_words.h"
#include "report/day_words.h"
#include "report/element_table.h"

namespace synoptic::report {

namespace {

using query::Answer;
using query::ComparedProvision;
using query::Presence;
using Style = Inline::Style;
using Kind = Paragraph::Kind;

constexpr std::size_t excerpt_bytes = 420;

class CardBuilder {
 public:
  CardBuilder(const query::Comparison& comparison, const ExtentNames& names, SourceList& sources) : comparison_(comparison), names_(names), sources_(sources) {}

  Column column(const Answer& answer) {
    Column column;
    column.title = answer.name;
    column.badge = badge(answer.presence);
    column.badge_class = badge_class(answer.presence);
    column.introduction.push_back(paragraph(answer_sentence(answer, comparison_.as_of)));
    if (!answer.terms_of_art.empty()) column.introduction.push_back(own_terms(answer));
    add_remarks(answer, column);
    for (const auto& sub : answer.also_held) {
      const auto name = names_.find(sub);
      column.introduction.push_back(paragraph(fmt::format("{} ({}) has law of its own on this, which is not part of this answer.", name == names_.end() ? sub : name->second, sub), Kind::Note));
    }
    for (const auto& compared : principal(answer)) column.cards.push_back(card(answer, compared));
    add_others(answer, column);
    add_definers(answer, column);
    if (answer.presence != Presence::Found && answer.presence != Presence::NotIngested) {
      for (auto& line : certificate_lines(answer.certificate)) column.introduction.push_back(paragraph(std::move(line), Kind::Note));
    }
    return column;
  }

 private:
  static Paragraph own_terms(const Answer& answer) {
    Paragraph line{{Inline{"The law’s own term: "}}, Kind::Note};
    for (const auto& term : answer.terms_of_art) {
      line.inlines.push_back(Inline{&term == &answer.terms_of_art.front() ? "“" : ", “"});
      line.inlines.push_back(Inline{.text = term.term, .lang = term.lang});
      line.inlines.push_back(Inline{"”"});
    }
    line.inlines.push_back(Inline{"."});
    return line;
  }

  // In English where there is one, else in what there is.
  static void add_remarks(const Answer& answer, Column& column) {
    const auto english = [](const query::ConceptRemark& remark) { return remark.lang == "en"; };
    const bool any_english = std::any_of(answer.remarks.begin(), answer.remarks.end(), english);
    for (const auto& remark : answer.remarks) {
      if (any_english && !english(remark)) continue;
      column.introduction.push_back({{Inline{.text = remark.text, .lang = remark.lang}}, Kind::Note});
    }
  }

  // What is held besides, a line each: enough to ask for another day.
  void add_others(const Answer& answer, Column& column) {
    const auto add = [&](std::string_view what, const std::vector<ComparedProvision>& list) {
      if (&list == &principal(answer)) return;
      for (const auto& compared : list) {
        column.introduction.push_back({{Inline{fmt::format("{}: ", what), Style::Muted}, title_inline(compared, sources_),
                                        Inline{fmt::format(" ({}).", validity_words(compared)), Style::Muted}},
                                       Kind::Note});
      }
    };
    add("Bill", answer.bills);
    add("Before", answer.former);
    add("Later", answer.pending);
  }

  void add_definers(const Answer& answer, Column& column) {
    if (answer.also_defining.empty()) return;
    Paragraph line{{Inline{"Also defines a term of the topic, for a purpose of its own: ", Style::Muted}}, Kind::Note};
    for (const auto& one : answer.also_defining) {
      if (&one != &answer.also_defining.front()) line.inlines.push_back(Inline{"; ", Style::Muted});
      line.inlines.push_back(Inline{.text = one.title, .style = Style::Muted, .link = one.link});
      line.inlines.push_back(Inline{fmt::format(" (“{}”)", one.term), Style::Muted});
    }
    line.inlines.push_back(Inline{".", Style::Muted});
    column.introduction.push_back(std::move(line));
  }

  // The answer of a legal system ("Scotland") beside that of its state, if it has the provision too and the provision extends to it alone.
  const Answer* set_out_under(const Answer& answer, const ComparedProvision& compared) const {
    const auto& extent = compared.provision.extent;
    if (extent.size() != 1 || extent.front() == answer.jurisdiction) return nullptr;
    for (const auto& other : comparison_.answers) {
      const auto same = [&](const ComparedProvision& there) { return there.provision.iri == compared.provision.iri; };
      if (other.jurisdiction == extent.front() && std::any_of(other.law.begin(), other.law.end(), same)) return &other;
    }
    return nullptr;
  }

  Card card(const Answer& answer, const ComparedProvision& compared) {
    Card card;
    card.title = {title_inline(compared, sources_)};
    if (!compared.provision.heading.empty()) {
      card.title.push_back(Inline{" — "});
      card.title.push_back(Inline{.text = compared.provision.heading, .lang = compared.provision.lang});
    }
    card.paragraphs.push_back({{Inline{capitalised(status_line(compared)) + ".", Style::Muted}}, Kind::Note});
    if (const auto* other = set_out_under(answer, compared)) {
      card.paragraphs.push_back(paragraph(fmt::format("Set out under {}.", other->name)));
      return card;
    }
    add_definitions(answer, compared, card);
    add_sanctions(compared, card);
    add_elements(compared, card);
    if (!compared.note.empty()) card.paragraphs.push_back({{Inline{"Why it is here: " + compared.note + ".", Style::Muted}}, Kind::Note});
    const std::string link = official_link(compared);
    card.paragraphs.push_back({{Inline{"Shown: " + source_words(compared) + ". ", Style::Muted},
                                link.empty() ? Inline{"No official address is known.", Style::Muted} : Inline{.text = link, .style = Style::Muted, .link = link}},
                               Kind::Note});
    return card;
  }

  std::string status_line(const ComparedProvision& compared) const {
    std::string text = validity_words(compared);
    std::string extents;
    for (const auto& extent : compared.provision.extent) {
      const auto name = names_.find(extent);
      extents += (extents.empty() ? "" : ", ") + (name == names_.end() ? extent : name->second);
    }
    if (!extents.empty()) text += "; extends to " + extents;
    std::string languages;
    for (const auto& lang : compared.also_in) languages += (languages.empty() ? "" : ", ") + base::language_name(lang);
    if (!languages.empty()) text += "; also held in " + languages;
    return text;
  }

  // The definitions that are about the topic; where a provision has none of these, how it begins.
  static void add_definitions(const Answer& answer, const ComparedProvision& compared, Card& card) {
    const auto& provision = compared.provision;
    const auto& all = compared.facts.definitions;
    const bool exact = std::any_of(all.begin(), all.end(), [&](const auto& definition) { return is_on_topic(answer, definition); });
    bool any = false;
    for (const auto& definition : all) {
      if (exact ? !is_on_topic(answer, definition) : !is_near_topic(answer, definition)) continue;
      any = true;
      card.paragraphs.push_back({{Inline{"Defines “"}, Inline{.text = definition.term, .style = Style::Strong, .lang = provision.lang}, Inline{"”: "},
                                  Inline{.text = shortened(definition.body.of(provision.text), excerpt_bytes), .style = Style::Quote, .lang = provision.lang}},
                                 Kind::Body});
    }
    if (any) return;
    card.paragraphs.push_back({{Inline{.text = shortened(provision.text, excerpt_bytes), .style = Style::Quote, .lang = provision.lang}}, Kind::Quotation});
  }

  void add_sanctions(const ComparedProvision& compared, Card& card) {
    const auto& text = compared.provision.text;
    std::vector<std::string> seen;  // proofs: the next class of the same kind needs no second quotation of its scale
    for (const auto& group : compared.facts.sanctions) {
      Paragraph line{condition_inlines(group, 160, compared.provision.lang), Kind::Bullet};
      line.inlines.push_back(Inline{group_words(group, names_), Style::Strong});
      card.paragraphs.push_back(std::move(line));
      for (const auto& penalty : group.penalties) {
        card.paragraphs.push_back({{Inline{.text = fmt::format("“{}”", penalty.span.of(text)), .style = Style::Quote, .lang = compared.provision.lang}}, Kind::SubBullet});
        add_proofs(penalty, seen, card);
      }
    }
    if (compared.facts.sanctions.empty() && !compared.elements.empty()) card.paragraphs.push_back(paragraph("No penalty is laid down in this provision.", Kind::Body));
  }

  // Where to look for what could not be proved.
  void add_open(const model::Resolution& step, std::vector<std::string>& seen, Card& card) {
    if (step.value != model::Resolution::Value::Unresolved) return;
    const auto add = [&](const std::string& title, Inline provision) {
      if (title.empty() || step.reason.find(title) == std::string::npos || std::find(seen.begin(), seen.end(), title) != seen.end()) return;
      seen.push_back(title);
      card.paragraphs.push_back({{Inline{"see "}, std::move(provision)}, Kind::SubBullet});
    };
    for (const auto& [iri, unheld] : comparison_.unheld) add(unheld.title, Inline{.text = unheld.title, .link = unheld.link});
    for (const auto& [iri, proof] : comparison_.proofs) add(proof.title, Inline{.text = proof.title, .link = proof.link});
  }

  void add_proofs(const model::Penalty& penalty, std::vector<std::string>& seen, Card& card) {
    for (const auto& step : penalty.resolutions) {
      add_open(step, seen, card);
      for (const auto& proof : step.proof) {
        const auto name = comparison_.proofs.find(proof.iri);
        const bool held = name != comparison_.proofs.end();
        const std::string title = held ? name->second.title : proof.iri;
        if (std::find(seen.begin(), seen.end(), title + proof.quote) != seen.end()) continue;
        seen.push_back(title + proof.quote);
        Inline provision{.text = title, .source = held ? sources_.number(name->second) : 0};
        Inline quote{.text = fmt::format("“{}”", proof.quote), .style = Style::Quote, .lang = held ? name->second.provision.lang : std::string()};
        card.paragraphs.push_back({{Inline{"proved by "}, std::move(provision), Inline{": "}, std::move(quote)}, Kind::SubBullet});
        if (const std::string remark = remark_on(step, proof); !remark.empty()) card.paragraphs.back().inlines.push_back(Inline{" (" + remark + ")"});
      }
    }
  }

  // What is not known of the proof on the day, and when the rule holds.
  static std::string remark_on(const model::Resolution& step, const model::Proof& proof) {
    const bool tells = !step.note.empty() && step.value != model::Resolution::Value::Unspecified && !step.gives && &proof == &step.proof.back();
    const std::string doubt = spelled_days(proof.doubt);
    return doubt + (doubt.empty() || !tells ? "" : "; ") + (tells ? step.note : "");
  }

  void add_elements(const ComparedProvision& compared, Card& card) const {
    auto lines = element_lines(comparison_, compared);
    if (lines.empty()) return;
    card.paragraphs.push_back(paragraph("Elements:"));
    std::move(lines.begin(), lines.end(), std::back_inserter(card.paragraphs));
  }

  const query::Comparison& comparison_;
  const ExtentNames& names_;
  SourceList& sources_;
};

}  // namespace

Inline title_inline(const ComparedProvision& compared, SourceList& sources) {
  return Inline{.text = compared.title(), .link = official_link(compared), .lang = compared.provision.lang, .source = sources.number(compared)};
}

std::vector<Column> comparison_columns(const query::Comparison& comparison, const ExtentNames& names, SourceList& sources) {
  CardBuilder builder(comparison, names, sources);
  std::vector<Column> columns;
  for (const auto& answer : comparison.answers) columns.push_back(builder.column(answer));
  return columns;
}

}  // namespace synoptic::report
