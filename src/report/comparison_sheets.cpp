#include "report/comparison_sheets.h"

#include <algorithm>

#include "base/language_name.h"
#include "report/comparison_words.h"

namespace synoptic::report {

namespace {

using query::Answer;
using query::ComparedProvision;
using Row = std::vector<Cell>;

Cell words(std::string text) { return {paragraph(std::move(text))}; }

Cell number(double value, std::string text) {
  Cell cell = words(std::move(text));
  cell.value = value;
  return cell;
}

Cell number(std::size_t value) { return number(static_cast<double>(value), std::to_string(value)); }

Cell date(const std::optional<base::Date>& day) {
  if (!day) return words("");
  Cell cell = words(day->iso());
  cell.value = *day;
  return cell;
}

Cell date(const std::string& iso) {
  const auto day = base::Date::parse(iso);
  return day ? date(day) : words(iso);
}

Cell linked(const ComparedProvision& compared) {
  return {Paragraph{{Inline{.text = compared.title(), .link = official_link(compared)}}}};
}

// The most or the least that a penalty threatens, in its unit; life has no number.
Cell amount(const std::optional<model::Amount>& value) {
  if (!value) return words("");
  if (!value->hundredths) return words(to_string(*value));
  return number(static_cast<double>(*value->hundredths) / 100, to_string(*value));
}

std::string unit(const model::Penalty& penalty) { return penalty.max ? penalty.max->unit : penalty.min ? penalty.min->unit : std::string(); }

// "unresolved: no rule for ..." ; what a class comes to, a line a legal system.
std::string resolution_state(const model::Penalty& penalty) {
  std::string text;
  for (const auto& step : penalty.resolutions) {
    const std::string extent = step.extent.empty() ? "" : step.extent + ": ";
    if (!text.empty()) text += "\n";
    switch (step.value) {
      case model::Resolution::Value::Fixed: text += extent + (step.max ? to_string(*step.max) : step.min ? "at least " + to_string(*step.min) : ""); break;
      case model::Resolution::Value::Unlimited: text += extent + "without limit"; break;
      case model::Resolution::Value::Unspecified: text += extent + "not stated by the law"; break;
      case model::Resolution::Value::Unresolved: text += extent + "not resolved: " + step.reason; break;
    }
  }
  return text;
}

// "in_force" -> "in force", "and_or" -> "and/or": names that programs read, for people.
std::string spaced(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', name == "and_or" ? '/' : ' ');
  return text;
}

class Sheets {
 public:
  Sheets(const std::vector<extract::ElementKind>& elements, const ExtentNames& names) : kinds_(elements), names_(names) {}

  void add(const Answer& answer) {
    for_each_provision(answer, [&](std::string_view list, const ComparedProvision& compared) {
      const Row start{words(answer.name), words(answer.jurisdiction), words(std::string(list)), linked(compared)};
      add_provision(start, answer, compared);
      add_penalties(start, compared);
      add_definitions(start, answer, compared);
      add_elements(start, compared);
    });
    if (principal(answer).empty()) {
      Row row{words(answer.name), words(answer.jurisdiction), words(""), words("—"), words(badge(answer.presence))};
      row.resize(provisions_.columns.size());
      provisions_.rows.push_back(std::move(row));
    }
    add_certificate(answer);
  }

  std::vector<Table> take() {
    std::vector<Table> tables;
    for (auto* table : {&provisions_, &penalties_, &definitions_, &elements_, &works_, &terms_}) {
      if (!table->rows.empty()) tables.push_back(std::move(*table));
    }
    return tables;
  }

 private:
  static Table table(std::string caption, std::vector<std::string> columns) { return {.caption = std::move(caption), .columns = std::move(columns), .rows = {}}; }

  void add_provision(Row row, const Answer& answer, const ComparedProvision& compared) {
    const auto& provision = compared.provision;
    std::string extents;
    for (const auto& extent : provision.extent) extents += (extents.empty() ? "" : ", ") + extent;
    for (auto& cell : Row{words(badge(answer.presence)), words(provision.heading), words(base::language_name(provision.lang)), words(spaced(to_string(provision.status))),
                          date(provision.valid_from), date(provision.valid_to), words(extents), words(source_words(compared)), date(provision.iri.version),
                          words(validity_words(compared)), words(procedure_words(compared.facts)), words(compared.note), words(provision.iri.str())}) {
      row.push_back(std::move(cell));
    }
    provisions_.rows.push_back(std::move(row));
  }

  void add_penalties(const Row& start, const ComparedProvision& compared) {
    std::size_t group_number = 0;
    for (const auto& group : compared.facts.sanctions) {
      ++group_number;
      for (const auto& penalty : group.penalties) {
        Row row = start;
        for (auto& cell : Row{number(group_number), words(mode_words(group.mode)), words(group.circumstance.value_or("")), words(spaced(to_string(group.join))),
                              words(std::string(penalty_noun(penalty.kind))), amount(penalty.min), amount(penalty.max), words(unit(penalty)), words(penalty.scale),
                              words(resolution_state(penalty)), words(penalty_words(penalty, names_)), words(std::string(penalty.span.of(compared.provision.text)))}) {
          row.push_back(std::move(cell));
        }
        penalties_.rows.push_back(std::move(row));
      }
    }
  }

  void add_definitions(const Row& start, const Answer& answer, const ComparedProvision& compared) {
    for (const auto& definition : compared.facts.definitions) {
      Row row = start;
      for (auto& cell : Row{words(definition.term), words(is_on_topic(answer, definition) ? "yes" : "no"),
                            words(std::string(definition.body.of(compared.provision.text))), words(base::language_name(compared.provision.lang))}) {
        row.push_back(std::move(cell));
      }
      definitions_.rows.push_back(std::move(row));
    }
  }

  void add_elements(const Row& start, const ComparedProvision& compared) {
    if (!compared.role.empty()) return;
    for (const auto& element : compared.elements) {
      std::string quotes;
      for (const auto& found : element.words) quotes += (quotes.empty() ? "" : "\n") + std::string(found.span.of(compared.provision.text));
      Row row = start;
      for (auto& cell : Row{words(label_of(element.element)), words(spaced(to_string(element.shown()))), words(spaced(to_string(element.answer))), words(quotes),
                            words(element.curated ? "yes" : "no"), words(element.curated ? element.curated->words : ""), words(element.curated ? element.curated->note : "")}) {
        row.push_back(std::move(cell));
      }
      elements_.rows.push_back(std::move(row));
    }
  }

  void add_certificate(const Answer& answer) {
    for (const auto& work : answer.certificate.works) {
      works_.rows.push_back({words(answer.name), words(answer.jurisdiction), words(work.title), words(work.digest ? "digest in our own words" : "text"),
                             date(work.first), date(work.last), number(work.versions), number(work.provisions), words(work.iri)});
    }
    for (const auto& term : answer.certificate.terms) {
      const bool counted = answer.law.empty();  // see TriedTerm
      terms_.rows.push_back({words(answer.name), words(answer.jurisdiction), words(term.term), words(term.lang), number(term.defining),
                             counted ? number(term.containing) : words("not counted")});
    }
  }

  std::string label_of(const std::string& element) const {
    const auto found = std::find_if(kinds_.begin(), kinds_.end(), [&](const auto& kind) { return kind.id == element; });
    return found == kinds_.end() ? element : found->labels.in("en");
  }

  const std::vector<extract::ElementKind>& kinds_;
  const ExtentNames& names_;
  Table provisions_ = table("Provisions", {"Jurisdiction", "Code", "List", "Provision", "Answer", "Heading", "Language", "Status", "Law from", "Law to", "Extent",
                                           "Text shown", "Text of", "Dates", "Procedure", "Why it is here", "IRI"});
  Table penalties_ = table("Penalties", {"Jurisdiction", "Code", "List", "Provision", "Group", "Mode", "Circumstance", "Joined by", "Kind", "At least", "At most", "Unit", "Class",
                                         "The class comes to", "In words", "Words of the provision"});
  Table definitions_ = table("Definitions", {"Jurisdiction", "Code", "List", "Provision", "Term", "On the topic", "Definition", "Language"});
  Table elements_ = table("Elements", {"Jurisdiction", "Code", "List", "Provision", "Element", "Answer", "Found by the program", "Words found", "Laid down by a person",
                                       "Words laid down", "Reason"});
  Table works_ = table("Works searched", {"Jurisdiction", "Code", "Work", "Kind", "First text", "Last text", "Texts", "Provisions", "IRI"});
  Table terms_ = table("Terms tried", {"Jurisdiction", "Code", "Term", "Language", "Provisions defining it", "Provisions containing it"});
};

}  // namespace

std::vector<Table> comparison_sheets(const query::Comparison& comparison, const ExtentNames& names) {
  Sheets sheets(comparison.elements, names);
  for (const auto& answer : comparison.answers) sheets.add(answer);
  return sheets.take();
}

}  // namespace synoptic::report
