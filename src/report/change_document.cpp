#include <fmt/core.h>

#include "query/version_choice.h"
#include "report/change_report.h"
#include "report/day_words.h"

namespace synoptic::report {

namespace {

using Style = Inline::Style;
using Kind = Paragraph::Kind;
using base::WordRun;

std::string words(std::size_t count) { return fmt::format("{} word{}", count, count == 1 ? "" : "s"); }

// "On 2000-01-01: text of the snapshot of 1998-07-02; whether ..."
Paragraph day_line(const query::DayText& text, std::size_t texts_of_number) {
  const auto& provision = text.stored->provision;
  std::string note = day_words(text.knowledge);
  if (note.empty() && provision.valid_from) {
    note = provision.valid_to ? fmt::format("law from {} to {}", provision.valid_from->iso(), provision.valid_to->iso()) : "law since " + provision.valid_from->iso();
  }
  if (note.empty()) note = "text of that day";
  std::string what = fmt::format("On {}: {}", text.knowledge.day.iso(), note);
  if (text.stored->work.digest) what += "; a digest in our own words, not the text of the law";
  if (texts_of_number > 1) what += fmt::format("; its source prints {} texts under this number, of which this is one", texts_of_number);
  const std::string link = provision.url.empty() ? text.stored->work.source_url : provision.url;
  return {{Inline{what + " ", Style::Plain}, Inline{provision.iri.str(), Style::Muted, link, {}}}, Kind::Note};
}

// A line of the law with what changed in it.
struct ChangedLine {
  std::vector<Inline> inlines;
  bool changed = false;
};

class ChangedLines {
 public:
  ChangedLines(const query::TextChange& change) : lang_(change.to.stored->provision.lang) {
    const std::string& before = change.from.stored->provision.text;
    const std::string& after = change.to.stored->provision.text;
    for (const auto& run : change.runs) {
      switch (run.kind) {
        case WordRun::Kind::Same: add(run.after.of(after), Style::Plain); break;
        case WordRun::Kind::Removed: add(run.before.of(before), Style::Removed); break;
        case WordRun::Kind::Added: add(run.after.of(after), Style::Added); break;
      }
    }
    lines_.push_back(std::move(line_));
  }

  std::vector<ChangedLine> take() { return std::move(lines_); }

 private:
  void add(std::string_view text, Style style) {
    for (std::size_t at = 0; at <= text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      if (end > at) {
        line_.inlines.push_back(Inline{std::string(text.substr(at, end - at)), style, {}, lang_});
        line_.changed |= style != Style::Plain;
      }
      if (end < text.size()) {
        lines_.push_back(std::move(line_));
        line_ = {};
      }
      at = end + 1;
    }
  }

  std::string lang_;
  std::vector<ChangedLine> lines_;
  ChangedLine line_;
};

void add_lines(const query::TextChange& change, bool full, Document& document) {
  std::size_t passed_over = 0;
  const auto tell = [&] {
    if (passed_over > 0) document.blocks.push_back(paragraph(fmt::format("… {} line{} without a change …", passed_over, passed_over == 1 ? "" : "s"), Kind::Note));
    passed_over = 0;
  };
  for (auto& line : ChangedLines(change).take()) {
    if (line.inlines.empty()) continue;
    if (!line.changed && !full) {
      ++passed_over;
      continue;
    }
    tell();
    document.blocks.push_back(Paragraph{std::move(line.inlines), Kind::Body});
  }
  tell();
}

std::string subtitle(const query::TextChange& change) {
  if (!change.is_same()) return fmt::format("{} removed, {} added.", words(change.removed), words(change.added));
  if (!change.is_one_text()) return "The texts of both days have the same words.";
  return change.to.knowledge.is_known() && change.from.knowledge.is_known() ? "The same text stood on both days." : "No change is known: one text is held for both days.";
}

std::string_view kind_words(query::WorkChange::Kind kind) {
  switch (kind) {
    case query::WorkChange::Kind::Changed: return "changed";
    case query::WorkChange::Kind::New: return "new";
    case query::WorkChange::Kind::Gone: return "gone";
  }
  return {};
}

}  // namespace

Document change_document(const query::TextChange& change, const ChangeOptions& options) {
  Document document;
  const auto& later = *change.to.stored;
  document.title = fmt::format("{}: changes from {} to {}", title_of(later.work, later.provision), options.from.iso(), options.to.iso());
  document.subtitle = subtitle(change);
  document.blocks.push_back(day_line(change.from, change.texts_from));
  document.blocks.push_back(day_line(change.to, change.texts_to));
  if (!change.is_same() || options.full) add_lines(change, options.full, document);
  document.footer.push_back(paragraph("Quotation marks, dashes, spaces and line breaks are not compared."));
  return document;
}

Document work_change_document(const query::WorkChange& change, const std::string& title, const ChangeOptions& options) {
  Document document;
  document.title = fmt::format("{}: changes from {} to {}", title, options.from.iso(), options.to.iso());
  std::size_t counts[3] = {0, 0, 0};
  for (const auto& part : change.parts) ++counts[static_cast<std::size_t>(part.kind)];
  document.subtitle = fmt::format("{} of {} provisions with a text on both days changed; {} new, {} gone.", counts[0], change.compared, counts[1], counts[2]);
  if (change.not_comparable > 0) {
    document.blocks.push_back(paragraph(fmt::format("Of {} provision{} no text is held that tells of both days; nothing is said about {}.", change.not_comparable,
                                                    change.not_comparable == 1 ? "" : "s", change.not_comparable == 1 ? "it" : "them"), Kind::Note));
  }
  Table table{.caption = "Provisions that differ", .columns = {"Provision", "Change", "Words removed", "Words added"}, .rows = {}};
  for (const auto& part : change.parts) {
    const auto& provision = part.stored.provision;
    const bool counted = part.kind == query::WorkChange::Kind::Changed;
    std::string name = provision.num.empty() ? provision.iri.eid : provision.num;
    if (const auto number = query::number_eid(provision.iri.eid); number != provision.iri.eid) {
      name += fmt::format(" (text {} of this number)", provision.iri.eid.substr(number.size() + 2));
    }
    table.rows.push_back({{paragraph(provision.heading.empty() ? name : name + " " + provision.heading)},
                          {paragraph(std::string(kind_words(part.kind)))},
                          {paragraph(counted ? std::to_string(part.removed) : "—")},
                          {paragraph(counted ? std::to_string(part.added) : "—")}});
  }
  if (!table.rows.empty()) document.blocks.push_back(std::move(table));
  document.footer.push_back(paragraph("Quotation marks, dashes, spaces and line breaks are not compared."));
  return document;
}

}  // namespace synoptic::report
