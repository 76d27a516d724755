#include <fmt/core.h>

#include "report/comparison_words.h"
#include "report/element_table.h"
#include "report/pair_report.h"
#include "report/source_list.h"
#include "resolve/severity.h"

namespace synoptic::report {

namespace {

using base::WordRun;
using query::ComparedProvision;
using Style = Inline::Style;
using Kind = Paragraph::Kind;

std::string counted(std::size_t count) { return fmt::format("{} word{}", count, count == 1 ? "" : "s"); }

// "Public Order Act 1986, section 5 (text of 2024-01-31)"
std::string name_of(const ComparedProvision& compared) {
  const std::string title = compared.title();
  return compared.provision.iri.version.empty() ? title : fmt::format("{} (text of {})", title, compared.provision.iri.version);
}

std::string severity_words(resolve::Order order) {
  switch (order) {
    case resolve::Order::Equal: return "equally severe";
    case resolve::Order::Dominates: return "the first is more severe";
    case resolve::Order::Dominated: return "the second is more severe";
    case resolve::Order::Incomparable: return "neither is more severe in all respects";
  }
  return {};
}

class PairDocument {
 public:
  PairDocument(const query::TextPair& pair, const std::vector<extract::ElementKind>& elements, const ExtentNames& names) : pair_(pair), elements_(elements), names_(names) {}

  Document build() {
    Document document;
    document.title = fmt::format("{} beside {}", name_of(pair_.left), name_of(pair_.right));
    document.subtitle = pair_.one_language ? fmt::format("{} in common, {} only in the first, {} only in the second.", counted(pair_.common), counted(pair_.only_left), counted(pair_.only_right))
                                           : std::string("The texts are in two languages: their words are not compared.");
    document.facts = {{"First", described(pair_.left)}, {"Second", described(pair_.right)}};
    add(document, "Penalties", sanctions());
    add(document, "Definitions", definitions());
    add_elements(document);
    add(document, "The words", words());
    document.sources = sources_.paragraphs();
    document.footer.push_back(paragraph("Quotation marks, dashes, spaces and line breaks are not compared. Not legal advice: check the official source before relying on a provision."));
    return document;
  }

 private:
  static void add(Document& document, std::string heading, Table table) {
    if (table.rows.empty()) return;
    document.blocks.push_back(Heading{std::move(heading)});
    document.blocks.push_back(std::move(table));
  }

  static std::string described(const ComparedProvision& compared) {
    const std::string validity = validity_words(compared);
    return name_of(compared) + ": " + source_words(compared) + (validity.empty() ? "" : "; " + validity);
  }

  Table table(std::string caption, std::string first) {
    return {.caption = std::move(caption), .columns = {std::move(first), name_of(pair_.left), name_of(pair_.right)}, .rows = {}};
  }

  Cell sanction_cell(const ComparedProvision& compared, const std::optional<std::size_t>& index) {
    if (!index) return {paragraph("—")};
    const auto& group = compared.facts.sanctions[*index];
    Cell cell{{{Inline{.text = group_words(group, names_), .style = Style::Strong, .source = sources_.number(compared)}}, Kind::Body}};
    for (const auto& penalty : group.penalties) {
      cell.paragraphs.push_back({{Inline{.text = fmt::format("“{}”", penalty.span.of(compared.provision.text)), .style = Style::Quote, .lang = compared.provision.lang}}, Kind::Note});
    }
    return cell;
  }

  Table sanctions() {
    auto result = table("Penalties under the same condition in one row", "Condition");
    result.columns.emplace_back("Severity");
    for (const auto& row : pair_.sanctions) {
      const auto& compared = row.left ? pair_.left : pair_.right;
      const auto& group = compared.facts.sanctions[row.left ? *row.left : *row.right];
      auto condition = condition_inlines(group, 120, compared.provision.lang);
      if (condition.empty()) condition.push_back(Inline{"plain case"});
      if (auto& last = condition.back().text; last.ends_with(": ")) last.resize(last.size() - 2);
      const bool both = row.left && row.right;
      const auto order = both ? severity_words(resolve::compare(pair_.left.facts.sanctions[*row.left], pair_.right.facts.sanctions[*row.right])) : std::string("—");
      result.rows.push_back({{{std::move(condition), Kind::Body}}, sanction_cell(pair_.left, row.left), sanction_cell(pair_.right, row.right), {paragraph(order)}});
    }
    return result;
  }

  static Cell definition_cell(const ComparedProvision& compared, const std::optional<std::size_t>& index) {
    if (!index) return {paragraph("—")};
    const auto& definition = compared.facts.definitions[*index];
    return {{{Inline{"“"}, Inline{.text = definition.term, .style = Style::Strong, .lang = compared.provision.lang}, Inline{"”: "},
              Inline{.text = shortened(definition.body.of(compared.provision.text), 1'200), .style = Style::Quote, .lang = compared.provision.lang}},
             Kind::Body}};
  }

  Table definitions() {
    auto result = table("Definitions of the same term in one row", "Term");
    for (const auto& row : pair_.definitions) {
      const auto& compared = row.left ? pair_.left : pair_.right;
      const auto& term = compared.facts.definitions[row.left ? *row.left : *row.right].term;
      result.rows.push_back({{{{Inline{.text = term, .lang = compared.provision.lang}}, Kind::Body}}, definition_cell(pair_.left, row.left), definition_cell(pair_.right, row.right)});
    }
    return result;
  }

  void add_elements(Document& document) {
    if (pair_.left.elements.empty() || pair_.right.elements.empty()) return;
    auto result = table("What each definition mentions, with the words that say so", "Element");
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      result.rows.push_back({{paragraph(elements_[i].labels.in("en"))}, element_cell(pair_.left.elements[i], &elements_[i], pair_.left.provision),
                             element_cell(pair_.right.elements[i], &elements_[i], pair_.right.provision)});
    }
    document.blocks.push_back(Heading{"Elements"});
    document.blocks.push_back(element_legend(result));
    document.blocks.push_back(std::move(result));
  }

  // One side of a line: what only this side has is lit.
  static Cell line_cell(const query::LinePair& line, const ComparedProvision& compared, bool left) {
    const auto& span = left ? line.left : line.right;
    if (!span) return {};
    const std::string text(span->of(compared.provision.text));
    Paragraph words;
    const auto put = [&](std::string_view part, Style style) { words.inlines.push_back(Inline{.text = std::string(part), .style = style, .lang = compared.provision.lang}); };
    if (!line.left || !line.right) put(text, Style::Plain);
    for (const auto& run : line.runs) {
      if (run.kind == WordRun::Kind::Same) put((left ? run.before : run.after).of(text), Style::Plain);
      else if (run.kind == (left ? WordRun::Kind::Removed : WordRun::Kind::Added)) put((left ? run.before : run.after).of(text), left ? Style::Removed : Style::Added);
    }
    return {std::move(words)};
  }

  Table words() {
    auto result = table(pair_.one_language ? "Line by line: what only the first has is struck out, what only the second has underlined; a line that stands alone has no counterpart"
                                           : "The lines of either text",
                        "Row");
    std::size_t number = 0;
    for (const auto& line : pair_.lines) {
      result.rows.push_back({{paragraph(std::to_string(++number))}, line_cell(line, pair_.left, true), line_cell(line, pair_.right, false)});
    }
    return result;
  }

  const query::TextPair& pair_;
  const std::vector<extract::ElementKind>& elements_;
  const ExtentNames& names_;
  SourceList sources_;
};

}  // namespace

Document pair_document(const query::TextPair& pair, const std::vector<extract::ElementKind>& elements, const ExtentNames& names) {
  return PairDocument(pair, elements, names).build();
}

}  // namespace synoptic::report
