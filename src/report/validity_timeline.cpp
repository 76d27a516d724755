#include "report/validity_timeline.h"

#include <algorithm>
#include <vector>

#include "report/comparison_words.h"

namespace synoptic::report {

namespace {

using query::ComparedProvision;

constexpr int longest_axis = 30;  // years before the day of the comparison

int year_of(const base::Date& day) { return static_cast<int>(day.ymd().year()); }

// Years and parts of them.
double years(const base::Date& day) {
  const auto ymd = day.ymd();
  return year_of(day) + (static_cast<double>(static_cast<unsigned>(ymd.month())) - 1) / 12 + (static_cast<double>(static_cast<unsigned>(ymd.day())) - 1) / 372;
}

struct Span {
  const ComparedProvision* compared;
  std::string group;
  Chart::Pattern pattern;
  std::optional<base::Date> from, to;
  bool from_known = true;
};

std::optional<Span> span_of(const query::Answer& answer, std::string_view list, const ComparedProvision& compared) {
  Span span{&compared, answer.name, Chart::Pattern::Solid, compared.provision.valid_from, compared.provision.valid_to, true};
  if (is_bill(compared)) {
    span.pattern = Chart::Pattern::Outlined;
    if (!span.from) span.from = compared.work.date;
  } else if (list == "former") {
    span.pattern = Chart::Pattern::Hatched;
  }
  if (!span.from) span.from = compared.knowledge.law_since;
  if (!span.from) {
    span.from_known = false;
    span.from = base::Date::parse(compared.provision.iri.version);
  }
  if (!span.from && !span.to) return std::nullopt;
  return span;
}

// The axis from one whole year to another.
struct Axis {
  int first, last;
  double at(double year) const { return (year - first) / (last - first); }
};

Axis axis_of(const std::vector<Span>& spans, const base::Date& as_of) {
  Axis axis{year_of(as_of), year_of(as_of) + 1};
  for (const auto& span : spans) {
    if (span.from) axis.first = std::min(axis.first, year_of(*span.from));
    for (const auto& day : {span.from, span.to}) {
      if (day) axis.last = std::max(axis.last, std::min(year_of(*day), year_of(as_of) + 10) + 1);
    }
    if (span.to) axis.first = std::min(axis.first, year_of(*span.to) - 1);
  }
  axis.first = std::max(axis.first, year_of(as_of) - longest_axis);
  return axis;
}

std::vector<Chart::Tick> ticks_of(const Axis& axis) {
  int step = 1;
  for (const int candidate : {1, 2, 5, 10}) {
    step = candidate;
    if ((axis.last - axis.first) / candidate <= 8) break;
  }
  std::vector<Chart::Tick> ticks;
  for (int year = axis.first + (step - axis.first % step) % step; year <= axis.last; year += step) ticks.push_back({axis.at(year), std::to_string(year)});
  return ticks;
}

Chart::Row row_of(const Span& span, const Axis& axis) {
  Chart::Row row{span.group, short_name(*span.compared), {}, {}};
  Chart::Bar bar{.from = 0, .to = 1, .pattern = span.pattern};
  if (span.from) {
    const double from = axis.at(years(*span.from));
    bar.from = std::clamp(from, 0.0, 1.0);
    bar.starts_before = from < 0;
  }
  bar.fades_in = !span.from_known;
  const auto end = span.to ? std::optional(axis.at(years(span.to->next()))) : std::nullopt;
  bar.to = end ? std::clamp(*end, bar.from, 1.0) : 1.0;
  bar.goes_on = !end || *end > 1;
  row.bars.push_back(bar);
  return row;
}

}  // namespace

std::optional<Figure> validity_timeline(const query::Comparison& comparison) {
  Figure figure;
  figure.title = "Since when, and until when";
  figure.description =
      "Each provision as a bar over the years in which it is or was law. Solid is law, hatched law that has ended, outlined a bill; a bar that fades in begins on a day that is "
      "not known, at the date of its text. The upright line is the day of the comparison.";
  figure.table = {.caption = "The dates of each provision", .columns = {"Jurisdiction", "Provision", "Status and dates"}, .rows = {}, .grouped = true};
  std::vector<Span> spans;
  for (const auto& answer : comparison.answers) {
    const std::size_t first = spans.size();
    for_each_provision(answer, [&](std::string_view list, const ComparedProvision& compared) {
      if (auto span = span_of(answer, list, compared)) spans.push_back(std::move(*span));
    });
    std::stable_sort(spans.begin() + static_cast<std::ptrdiff_t>(first), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
  }
  if (spans.empty()) return std::nullopt;
  const Axis axis = axis_of(spans, comparison.as_of);
  figure.chart.ticks = ticks_of(axis);
  figure.chart.marker = Chart::Tick{axis.at(years(comparison.as_of)), base::date_words(comparison.as_of, "en")};
  for (const auto& span : spans) {
    figure.chart.rows.push_back(row_of(span, axis));
    figure.table.rows.push_back({{paragraph(span.group)}, {paragraph(span.compared->title())}, {paragraph(capitalised(validity_words(*span.compared)))}});
  }
  return figure;
}

}  // namespace synoptic::report
