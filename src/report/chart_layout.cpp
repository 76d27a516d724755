#include "report/chart_layout.h"

#include <algorithm>

namespace synoptic::report {

namespace {

constexpr double left = 292, right = 790, top = 34, group_height = 30, row_height = 25, bar_height = 13, group_gap = 10;
constexpr double arrow_width = 8, below_rows = 4, below_chart = 6, below_marker = 22;

double x_of(double at) { return left + std::clamp(at, 0.0, 1.0) * (right - left); }

ChartShape::Kind kind_of(const Chart::Bar& bar) {
  switch (bar.pattern) {
    case Chart::Pattern::Hatched: return ChartShape::Kind::Hatched;
    case Chart::Pattern::Outlined: return ChartShape::Kind::Outlined;
    case Chart::Pattern::Solid: break;
  }
  return bar.fades_in ? ChartShape::Kind::FadingIn : ChartShape::Kind::Solid;
}

class LayoutMaker {
 public:
  explicit LayoutMaker(const Chart& chart) : chart_(chart) {}

  ChartLayout make() {
    put_rows();
    const double bottom = y_ + below_rows;
    std::vector<ChartShape> behind;
    for (const auto& tick : chart_.ticks) {
      behind.push_back({ChartShape::Kind::Grid, x_of(tick.at), top - 4, 0, bottom - top + 4});
      layout_.texts.push_back({ChartText::Kind::Tick, x_of(tick.at), top - 12, tick.label});
    }
    behind.push_back({ChartShape::Kind::Axis, left, top - 4, 0, bottom - top + 4});
    layout_.shapes.insert(layout_.shapes.begin(), behind.begin(), behind.end());
    if (chart_.marker) {
      layout_.shapes.push_back({ChartShape::Kind::Marker, x_of(chart_.marker->at), top - 4, 0, bottom - top + 4});
      layout_.texts.push_back({ChartText::Kind::Tick, x_of(chart_.marker->at), bottom + 15, chart_.marker->label});
    }
    layout_.height = bottom + (chart_.marker ? below_marker : below_chart);
    return std::move(layout_);
  }

 private:
  void put_rows() {
    std::string group;
    for (const auto& row : chart_.rows) {
      if (row.group != group) {
        if (!group.empty()) y_ += group_gap;
        group = row.group;
        layout_.shapes.push_back({ChartShape::Kind::Rule, 0, y_, chart_width, 0});
        layout_.texts.push_back({ChartText::Kind::Group, 0, y_ + 21, group});
        y_ += group_height;
      }
      put(row);
      y_ += row_height;
    }
  }

  void put(const Chart::Row& row) {
    layout_.texts.push_back({ChartText::Kind::Name, 0, y_ + 12, row.name});
    for (const auto& bar : row.bars) put(bar);
    const double end = row.bars.empty() ? left : x_of(row.bars.back().to) + (row.bars.back().goes_on ? 14 : 0);
    if (!row.label.empty()) layout_.texts.push_back({ChartText::Kind::Value, end + 7, y_ + 12, row.label});
  }

  void put(const Chart::Bar& bar) {
    const double from = x_of(bar.from);
    const double width = std::max(x_of(bar.to) - from, 2.0);
    const double y = y_ + 1;
    layout_.shapes.push_back({kind_of(bar), from, y, width, bar_height});
    if (bar.starts_before) layout_.shapes.push_back({ChartShape::Kind::ArrowLeft, from - 2 - arrow_width, y, arrow_width, bar_height});
    if (bar.goes_on) layout_.shapes.push_back({ChartShape::Kind::ArrowRight, from + width + 2, y, arrow_width, bar_height});
  }

  const Chart& chart_;
  ChartLayout layout_;
  double y_ = top;
};

}  // namespace

ChartLayout chart_layout(const Chart& chart) { return LayoutMaker(chart).make(); }

std::vector<Chart> chart_parts(const Chart& chart, double height) {
  constexpr double around = top + below_rows + below_marker;
  std::vector<Chart> parts{{chart.ticks, {}, chart.marker}};
  double used = around;
  for (const auto& row : chart.rows) {
    const bool heads = parts.back().rows.empty() || parts.back().rows.back().group != row.group;
    const double needed = row_height + (heads ? group_gap + group_height : 0);
    if (!parts.back().rows.empty() && used + needed > height) {
      parts.push_back({chart.ticks, {}, chart.marker});
      used = around + group_gap + group_height + row_height;
    } else {
      used += needed;
    }
    parts.back().rows.push_back(row);
  }
  return parts;
}

}  // namespace synoptic::report
