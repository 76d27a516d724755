#include "report/element_table.h"

#include <algorithm>

#include "base/span.h"
#include "base/utf8.h"
#include "report/comparison_words.h"

namespace synoptic::report {

namespace {

using extract::ElementAnswer;
using query::ComparedProvision;
using query::ElementCell;
using Style = Inline::Style;
using Kind = Paragraph::Kind;

constexpr std::size_t most_quotes = 2;          // under a mark
constexpr std::size_t most_quotes_in_line = 4;  // of a card

std::string mark(ElementAnswer answer) {
  switch (answer) {
    case ElementAnswer::Yes: return "● yes";
    case ElementAnswer::Unclear: return "◐ unclear";
    case ElementAnswer::NotMentioned: return "○ no";
  }
  return {};
}

std::string answer_word(ElementAnswer answer) {
  switch (answer) {
    case ElementAnswer::Yes: return "yes";
    case ElementAnswer::Unclear: return "unclear";
    case ElementAnswer::NotMentioned: return "not mentioned";
  }
  return {};
}

// Words of several kinds overlap where they stand side by side: "words or gestures". They are one quotation.
std::vector<base::Span> joined_spans(const ElementCell& cell, bool defining) {
  std::vector<base::Span> spans;
  for (const auto& words : cell.words) {
    if (words.defining == defining) spans.push_back(words.span);
  }
  std::sort(spans.begin(), spans.end(), [](const base::Span& a, const base::Span& b) { return a.start < b.start; });
  std::vector<base::Span> joined;
  for (const auto& span : spans) {
    if (joined.empty() || span.start >= joined.back().end) joined.push_back(span);
    else joined.back().end = std::max(joined.back().end, span.end);
  }
  return joined;
}

// The words that say so, those of the definition first; none that stand in others which say little more.
std::vector<std::string> quotes(const ElementCell& cell, const std::string& text) {
  const auto holds = [](const std::string& longer, const std::string& shorter) {
    return longer.size() <= 2 * shorter.size() && base::lower(longer).find(base::lower(shorter)) != std::string::npos;
  };
  std::vector<std::string> found;
  for (const bool defining : {true, false}) {
    for (const auto& span : joined_spans(cell, defining)) {
      std::string quote = base::squeeze(span.of(text));
      if (std::any_of(found.begin(), found.end(), [&](const std::string& other) { return holds(other, quote); })) continue;
      std::erase_if(found, [&](const std::string& other) { return holds(quote, other); });
      found.push_back(std::move(quote));
    }
  }
  return found;
}

const extract::ElementKind* kind_named(const std::vector<extract::ElementKind>& kinds, const std::string& element) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.id == element; });
  return found == kinds.end() ? nullptr : &*found;
}

// "once is enough" where all that the words say of an element is that it is not needed; empty elsewhere.
std::string contrary_of(const ElementCell& cell, const extract::ElementKind* kind) {
  if (kind == nullptr || cell.curated || cell.answer != ElementAnswer::Yes || cell.words.empty()) return {};
  const bool all = std::all_of(cell.words.begin(), cell.words.end(), [&](const auto& words) { return kind->contrary.contains(words.kind); });
  const auto label = all ? kind->kinds.find(cell.words.front().kind) : kind->kinds.end();
  return label == kind->kinds.end() ? std::string() : label->second.in("en");
}

bool is_taken_elsewhere(const ElementCell& cell);

void add_row(const query::Comparison& comparison, const query::Answer& answer, const ComparedProvision& compared, SourceList& sources, Table& table) {
  if (compared.elements.empty() || !compared.role.empty()) return;
  const std::string& num = compared.provision.num;
  std::vector<Cell> row{{paragraph(answer.name)},
                        {Paragraph{{Inline{.text = num.empty() ? compared.work.title : num, .source = sources.number(compared)}}}}};
  bool refers = false;  // the words that refer to another provision are quoted once a row
  for (const auto& element : compared.elements) {
    row.push_back(element_cell(element, kind_named(comparison.elements, element.element), compared.provision));
    if (!is_taken_elsewhere(element)) continue;
    if (refers) row.back().paragraphs.resize(1);
    refers = true;
  }
  table.rows.push_back(std::move(row));
}

std::string label_of(const query::Comparison& comparison, const std::string& element) {
  for (const auto& kind : comparison.elements) {
    if (kind.id == element) return kind.labels.in("en");
  }
  return element;
}

std::string without_full_stop(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// "Conduct: “words”, “gestures”."; what a person laid down beside what the program found.
Paragraph line_of(const std::string& label, const ElementCell& cell, const extract::ElementKind* kind, const model::Provision& provision) {
  Paragraph line{{Inline{label + ": ", Style::Strong}}, Kind::Bullet};
  auto found = quotes(cell, provision.text);
  if (found.size() > most_quotes_in_line) found.resize(most_quotes_in_line);
  if (cell.curated) {
    line.inlines.push_back(Inline{answer_word(cell.curated->answer) + " * "});
    if (!cell.curated->words.empty()) line.inlines.push_back(Inline{.text = "“" + cell.curated->words + "” ", .style = Style::Quote, .lang = provision.lang});
    line.inlines.push_back(Inline{"(laid down by a person: " + without_full_stop(cell.curated->note) + "; the program found: " + answer_word(cell.answer), Style::Muted});
    line.inlines.push_back(Inline{found.empty() ? ")" : " ", Style::Muted});
  } else if (cell.answer == ElementAnswer::Unclear) {
    line.inlines.push_back(Inline{"unclear, not said by the words that define: "});
  } else if (const std::string contrary = contrary_of(cell, kind); !contrary.empty()) {
    line.inlines.push_back(Inline{contrary + ": "});
  }
  for (const auto& quote : found) {
    if (&quote != &found.front()) line.inlines.push_back(Inline{", "});
    line.inlines.push_back(Inline{.text = "“" + quote + "”", .style = Style::Quote, .lang = provision.lang});
  }
  if (cell.curated && !found.empty()) line.inlines.push_back(Inline{")", Style::Muted});
  return line;
}

// Unclear only because the provision refers to another one for it.
bool is_taken_elsewhere(const ElementCell& cell) {
  return !cell.curated && cell.answer == ElementAnswer::Unclear && !cell.words.empty() &&
         std::all_of(cell.words.begin(), cell.words.end(), [](const query::ElementWords& words) { return words.kind.empty(); });
}

void add_label(std::string& list, const std::string& label) { list += (list.empty() ? "" : ", ") + base::lower(label); }

}  // namespace

Cell element_cell(const ElementCell& element, const extract::ElementKind* kind, const model::Provision& provision) {
  Cell cell;
  const std::string contrary = contrary_of(element, kind);
  cell.paragraphs.push_back({{Inline{contrary.empty() ? mark(element.shown()) + (element.curated ? " *" : "") : "① " + contrary, Style::Strong}}, Kind::Body});
  std::size_t count = 0;
  if (element.curated && !element.curated->words.empty()) {
    cell.paragraphs.push_back({{Inline{.text = element.curated->words, .style = Style::Quote, .lang = provision.lang}}, Kind::Note});
    return cell;
  }
  for (auto& quote : quotes(element, provision.text)) {
    if (count++ == most_quotes) break;
    cell.paragraphs.push_back({{Inline{.text = std::move(quote), .style = Style::Quote, .lang = provision.lang}}, Kind::Note});
  }
  return cell;
}

std::optional<Paragraph> not_taken_apart(const query::Comparison& comparison) {
  std::string penalties, placeholders;
  for (const auto& answer : comparison.answers) {
    for (const auto& compared : principal(answer)) {
      auto& list = compared.role == "penalties" ? penalties : placeholders;
      if (!compared.role.empty() && list.find(compared.title()) == std::string::npos) list += (list.empty() ? "" : "; ") + compared.title();
    }
  }
  std::string text;
  if (!penalties.empty()) text = "Not in the grid, since they lay down penalties for what others define: " + penalties + ".";
  if (!placeholders.empty()) text += (text.empty() ? "" : " ") + std::string("Not in the grid, since only the place of the law is left: ") + placeholders + ".";
  return text.empty() ? std::nullopt : std::optional(paragraph(std::move(text), Kind::Note));
}

std::optional<Table> element_table(const query::Comparison& comparison, SourceList& sources) {
  Table table{.caption = "Which elements each definition has, with the words that say so", .columns = {"Jurisdiction", "Provision"}, .rows = {},
              .kind = Table::Kind::Marks, .grouped = true};
  for (const auto& kind : comparison.elements) table.columns.push_back(kind.labels.in("en"));
  for (const auto& answer : comparison.answers) {
    for (const auto& compared : principal(answer)) add_row(comparison, answer, compared, sources, table);
    if (answer.law.empty()) continue;
    for (const auto& bill : answer.bills) add_row(comparison, answer, bill, sources, table);
  }
  if (table.rows.empty()) return std::nullopt;
  return table;
}

Paragraph element_legend(const Table& table) {
  bool curated = false, contrary = false;
  for (const auto& row : table.rows) {
    for (const auto& cell : row) {
      const std::string sign = cell.paragraphs.empty() ? std::string() : plain_text(cell.paragraphs.front().inlines);
      curated |= sign.ends_with(" *");
      contrary |= sign.starts_with("①");
    }
  }
  std::string text =
      "● yes: the words that define or forbid say so. ◐ unclear: only words beside the definition do, or the provision takes it from another one. "
      "○ no: no word of the provision mentions it.";
  if (contrary) text += " ① once is enough: it need not be repeated.";
  text += " Found by lists of words; read the provision before relying on a mark.";
  if (curated) text += " * laid down by a person who read the provision, not found by the program.";
  return paragraph(std::move(text), Kind::Note);
}

std::vector<Paragraph> element_lines(const query::Comparison& comparison, const ComparedProvision& compared) {
  std::vector<Paragraph> lines;
  if (!compared.role.empty()) return lines;
  std::string missing, elsewhere, reference;
  for (const auto& cell : compared.elements) {
    const std::string label = label_of(comparison, cell.element);
    if (!cell.curated && cell.answer == ElementAnswer::NotMentioned) {
      add_label(missing, label);
    } else if (is_taken_elsewhere(cell)) {
      add_label(elsewhere, label);
      reference = base::squeeze(cell.words.front().span.of(compared.provision.text));
    } else {
      lines.push_back(line_of(label, cell, kind_named(comparison.elements, cell.element), compared.provision));
    }
  }
  if (!elsewhere.empty()) {
    lines.push_back({{Inline{"Unclear, taken from another provision (", Style::Strong},
                      Inline{.text = "“" + reference + "”", .style = Style::Quote, .lang = compared.provision.lang}, Inline{"): ", Style::Strong}, Inline{elsewhere + "."}},
                     Kind::Bullet});
  }
  if (!missing.empty()) lines.push_back({{Inline{"Not mentioned: ", Style::Strong}, Inline{missing + "."}}, Kind::Bullet});
  return lines;
}

}  // namespace synoptic::report
