#include "report/penalty_ladder.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "report/comparison_words.h"
#include "resolve/severity.h"

namespace synoptic::report {

namespace {

using model::Amount;
using model::PenaltyKind;
using query::ComparedProvision;

constexpr std::int64_t lowest = 0;  // a fine or another measure: everything but custody
constexpr std::int64_t life = 36'600, death = 36'601;
constexpr std::size_t most_rungs = 8;  // whose names have room side by side

struct Rung {
  std::string label;
  std::int64_t days;  // at most, as resolve::longest_days counts
};

// How high one track of a provision reaches.
struct Reach {
  std::int64_t days = -1;     // -1: no penalty at all
  std::string term;           // "2 years"
  std::string fine;           // "fine up to GBP 1,000": the highest, as far as sums can be compared
  std::optional<Amount> sum;  // of it
  bool open = false;          // custody whose length is not stated
  bool has_penalty() const { return days >= 0; }
};

void raise(Reach& reach, std::int64_t days, const std::string& term) {
  if (days > reach.days) reach.term = term;
  reach.days = std::max(reach.days, days);
}

void raise_fine(Reach& reach, const std::optional<Amount>& sum, const std::string& words, bool unlimited = false) {
  if (reach.fine == "fine without limit") return;
  const bool higher = sum && (!reach.sum || (reach.sum->unit == sum->unit && reach.sum->hundredths < sum->hundredths));
  if (!reach.fine.empty() && !higher && !unlimited) return;
  reach.fine = words;
  reach.sum = sum;
}

void add_fine(const model::Penalty& penalty, Reach& reach) {
  const std::string noun = penalty.kind == PenaltyKind::FixedFine ? "on-the-spot fine" : "fine";
  const auto up_to = [&](const Amount& sum) { raise_fine(reach, sum, noun + " up to " + to_string(sum)); };
  if (penalty.max) return up_to(*penalty.max);
  if (penalty.resolutions.empty()) raise_fine(reach, {}, noun + " of no stated amount");
  for (const auto& step : penalty.resolutions) {
    // What is threatened to a company ("organisation", "legal person") is no measure of what a person may get.
    if (!step.applies_to.empty()) continue;
    switch (step.value) {
      case model::Resolution::Value::Unlimited: raise_fine(reach, {}, "fine without limit", true); break;
      case model::Resolution::Value::Fixed:
        if (step.max && !step.max->is_time() && !step.gives) up_to(*step.max);
        break;
      case model::Resolution::Value::Unspecified: raise_fine(reach, {}, noun + " of no stated amount"); break;
      case model::Resolution::Value::Unresolved: raise_fine(reach, {}, noun + " of an amount not resolved"); break;
    }
  }
}

bool is_on_the_spot(const model::Penalty& penalty) { return penalty.kind == PenaltyKind::FixedFine; }

// What is paid on the spot is paid instead of a trial: it is no case of its own beside what a court may impose.
void add(const model::SanctionGroup& group, bool court, Reach& reach) {
  for (const auto& penalty : group.penalties) {
    if (court && is_on_the_spot(penalty)) continue;
    raise(reach, lowest, "");
    if (penalty.kind == PenaltyKind::Death) raise(reach, death, "death");
    if (penalty.kind == PenaltyKind::Fine || penalty.kind == PenaltyKind::FixedFine) add_fine(penalty, reach);
    if (penalty.kind != PenaltyKind::Imprisonment) continue;
    const auto most = resolve::effective_max(penalty);
    reach.open |= !most;
    if (most && most->is_time()) raise(reach, most->is_life() ? life : std::min(resolve::longest_days(*most), life - 1), to_string(*most));
  }
}

std::string words_of(const Reach& reach) {
  if (!reach.has_penalty()) return "none in this provision";
  std::string text = reach.term;
  if (reach.open && text.empty()) text = "imprisonment, length not stated";
  if (!reach.fine.empty()) text += (text.empty() ? "" : ", ") + reach.fine;
  return text.empty() ? "other measures" : text;
}

struct Entry {
  std::string group, name, title;
  Reach plain, graver;  // of the plain case; of any case
};

Entry entry_of(const query::Answer& answer, const ComparedProvision& compared) {
  Entry entry{answer.name, short_name(compared), compared.title(), {}, {}};
  const auto by_court = [](const model::SanctionGroup& group) { return !std::all_of(group.penalties.begin(), group.penalties.end(), is_on_the_spot); };
  const bool court = std::any_of(compared.facts.sanctions.begin(), compared.facts.sanctions.end(), by_court);
  for (const auto& group : compared.facts.sanctions) {
    if (!group.circumstance) add(group, court, entry.plain);
    add(group, court, entry.graver);
  }
  return entry;
}

// The rungs up to the first that nothing goes beyond. Where they are too many, the lowest ones on which nothing ends are left out.
std::vector<Rung> rungs_for(const std::vector<Entry>& entries) {
  std::set<std::int64_t> reached;
  for (const auto& entry : entries) reached.insert({entry.plain.days, entry.graver.days});
  std::vector<Rung> rungs{{"fine", lowest}};
  for (const auto& term : {Amount::of(1, "month"), Amount::of(3, "month"), Amount::of(6, "month"), Amount::of(1, "year"), Amount::of(2, "year"), Amount::of(3, "year"), Amount::of(5, "year"),
                           Amount::of(7, "year"), Amount::of(10, "year"), Amount::of(15, "year"), Amount::of(20, "year"), Amount::of(30, "year")}) {
    if (rungs.size() > 1 && rungs.back().days >= *reached.rbegin()) break;
    rungs.push_back({to_string(term), resolve::longest_days(term)});
  }
  if (reached.contains(life) || reached.contains(death)) rungs.push_back({"life", life});
  if (reached.contains(death)) rungs.push_back({"death", death});
  for (std::size_t i = 1; i + 1 < rungs.size() && rungs.size() > most_rungs;) {
    if (reached.contains(rungs[i].days)) ++i;
    else rungs.erase(rungs.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return rungs;
}

double position(std::int64_t days, const std::vector<Rung>& rungs) {
  if (days < 0) return 0;
  std::size_t rung = 0;
  while (rung + 1 < rungs.size() && rungs[rung + 1].days <= days) ++rung;
  double part = 0;
  if (rung + 1 < rungs.size()) part = static_cast<double>(days - rungs[rung].days) / static_cast<double>(rungs[rung + 1].days - rungs[rung].days);
  return (static_cast<double>(rung) + 1 + part) / static_cast<double>(rungs.size());
}

Chart::Row row_of(const Entry& entry, const std::vector<Rung>& rungs) {
  Chart::Row row{entry.group, entry.name, {}, words_of(entry.graver)};
  const double plain = position(entry.plain.days, rungs);
  const double graver = position(entry.graver.days, rungs);
  if (plain > 0) row.bars.push_back({.from = 0, .to = plain});
  if (graver > plain) row.bars.push_back({.from = plain, .to = graver, .pattern = Chart::Pattern::Hatched});
  if (!row.bars.empty()) row.bars.back().goes_on = entry.graver.open;
  return row;
}

std::vector<Cell> table_row(const Entry& entry) {
  const bool only_in_cases = !entry.plain.has_penalty() && entry.graver.has_penalty();
  return {{paragraph(entry.group)}, {paragraph(entry.title)}, {paragraph(only_in_cases ? "only in the cases that it names" : words_of(entry.plain))}, {paragraph(words_of(entry.graver))}};
}

}  // namespace

std::optional<Figure> penalty_ladder(const query::Comparison& comparison) {
  Figure figure;
  figure.title = "How high the penalties reach";
  figure.description =
      "Each provision that is law on the day, as a bar up to the longest imprisonment that it threatens; a fine or another measure alone is the lowest rung. Solid is the "
      "plain case, hatched what is added under circumstances that the provision names. An arrow: imprisonment whose length the provision does not state.";
  std::vector<Entry> entries;
  for (const auto& answer : comparison.answers) {
    for (const auto& compared : answer.law) {
      entries.push_back(entry_of(answer, compared));
    }
  }
  if (std::none_of(entries.begin(), entries.end(), [](const Entry& entry) { return entry.graver.has_penalty(); })) return std::nullopt;
  const auto rungs = rungs_for(entries);
  for (std::size_t i = 0; i < rungs.size(); ++i) figure.chart.ticks.push_back({static_cast<double>(i + 1) / static_cast<double>(rungs.size()), rungs[i].label});
  figure.table = {.caption = "The highest penalty of each provision", .columns = {"Jurisdiction", "Provision", "Plain case", "Under any circumstance"}, .rows = {}, .grouped = true};
  for (const auto& entry : entries) {
    figure.chart.rows.push_back(row_of(entry, rungs));
    figure.table.rows.push_back(table_row(entry));
  }
  return figure;
}

}  // namespace synoptic::report
