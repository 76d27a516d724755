#include <algorithm>

#include <fmt/core.h>

#include "query/version_choice.h"
#include "report/comparison_words.h"
#include "report/history_report.h"
#include "report/penalty_words.h"

namespace synoptic::report {

namespace {

using query::HistoryStep;
using query::ProvisionHistory;
using Kind = Paragraph::Kind;
using Style = Inline::Style;

std::string word_counts(const query::FactChanges& changes) {
  return fmt::format("{} word{} removed, {} added", changes.removed, changes.removed == 1 ? "" : "s", changes.added);
}

std::string what_words(const HistoryStep& step) {
  switch (step.kind) {
    case HistoryStep::Kind::First: return {};
    case HistoryStep::Kind::New: return "new";
    case HistoryStep::Kind::Gone: return "no longer there";
    case HistoryStep::Kind::Back: return "there again: " + word_counts(step.changes);
    case HistoryStep::Kind::Changed: break;
  }
  return word_counts(step.changes) + (step.changes.has_facts() ? "" : "; no definition, no penalty and no list changed");
}

// "The same in the texts of 2002-12-31, 2007-11-21 and 2010-08-11."
std::string same_words(const HistoryStep& step) {
  std::string list;
  for (std::size_t i = 0; i < step.dates.size(); ++i) {
    if (i > 0) list += i + 1 == step.dates.size() ? " and " : ", ";
    list += step.dates[i].empty() ? "an unknown date" : step.dates[i];
  }
  return step.dates.size() < 2 ? std::string() : fmt::format("the same words in the texts of {}", list);
}

// What a first text says, so that what changes later can be understood.
std::vector<std::string> first_facts(const HistoryStep& step, const ExtentNames& names) {
  std::vector<std::string> lines;
  if (step.kind != HistoryStep::Kind::First && step.kind != HistoryStep::Kind::New) return lines;
  for (const auto& definition : step.facts.definitions) lines.push_back("defines “" + definition.term + "”");
  for (const auto& group : step.facts.sanctions) {
    std::string prefix = mode_words(group.mode);
    if (group.circumstance) prefix += (prefix.empty() ? "“" : ", “") + *group.circumstance + "”";
    lines.push_back((prefix.empty() ? "" : prefix + ": ") + group_words(group, names));
  }
  return lines;
}

void add_step(const HistoryStep& step, const ExtentNames& names, std::vector<Paragraph>& paragraphs) {
  std::vector<Inline> line{Inline{capitalised(when_words(step)), Style::Strong}};
  if (const auto what = what_words(step); !what.empty()) line.push_back(Inline{": " + what});
  if (step.text) {
    const auto& url = step.text->provision.url.empty() ? step.text->work.source_url : step.text->provision.url;
    line.push_back(Inline{"; "});
    line.push_back(Inline{step.text->provision.iri.str(), Style::Muted, url, {}});
  }
  paragraphs.push_back({std::move(line), Kind::Bullet});
  auto lines = first_facts(step, names);
  for (auto& fact : fact_lines(step.changes, names)) lines.push_back(std::move(fact));
  if (const auto same = same_words(step); !same.empty()) lines.push_back(same);
  if (step.texts_of_number > 1) lines.push_back(fmt::format("the source prints {} texts under this number, of which this is one", step.texts_of_number));
  for (auto& fact : lines) paragraphs.push_back(paragraph(std::move(fact), Kind::SubBullet));
}

std::string heading_of(const ProvisionHistory& history, const model::Profiles& profiles) {
  const auto* profile = profiles.find(history.provision.jurisdiction);
  std::string text = fmt::format("{}: {}", profile != nullptr ? profile->name() : history.provision.jurisdiction, title_of(history.work, history.provision));
  const auto& eid = history.provision.iri.eid;
  if (const auto number = query::number_eid(eid); number != eid) text += fmt::format(" (text {} of this number)", eid.substr(number.size() + 2));
  for (const auto& part : history.provision.extent) text += (&part == &history.provision.extent.front() ? ", for " : ", ") + part;
  return text;
}

}  // namespace

Document history_document(const std::string& title, const std::vector<ProvisionHistory>& histories, const model::Profiles& profiles) {
  const ExtentNames names = extent_names(profiles);
  Document document;
  document.title = title + ": what changed when";
  document.subtitle = "As far as texts are held. Between two dated texts the day of a change is not known unless the later one states it.";
  document.blocks.push_back(Heading{"Text by text"});
  for (const auto& history : histories) {
    // The first text that is held is no change; one that an earlier text of the law did not have is.
    const auto changes = static_cast<std::size_t>(std::count_if(history.steps.begin(), history.steps.end(), [](const HistoryStep& step) { return step.kind != HistoryStep::Kind::First; }));
    Column column{.title = heading_of(history, profiles), .badge = changes == 0 ? "no change known" : fmt::format("{} change{}", changes, changes == 1 ? "" : "s"),
                  .badge_class = history.steps.empty() ? "unknown" : history.steps.back().kind == HistoryStep::Kind::Gone ? "former" : "found", .introduction = {}, .cards = {}};
    auto& paragraphs = column.introduction;
    if (history.digest) paragraphs.push_back(paragraph("Told from digests in our own words: words that changed are ours, penalties and dates the law's.", Kind::Note));
    for (const auto& step : history.steps) add_step(step, names, paragraphs);
    if (history.undated > 0) {
      paragraphs.push_back(paragraph(fmt::format("{} more text{} of an unknown date {} held.", history.undated, history.undated == 1 ? "" : "s", history.undated == 1 ? "is" : "are"), Kind::Note));
    }
    document.blocks.push_back(std::vector<Column>{std::move(column)});
  }
  document.footer.push_back(paragraph("Not legal advice. What is not held is not told: check the official source before relying on a date."));
  return document;
}

}  // namespace synoptic::report
