#include "report/chart_svg.h"

#include <algorithm>

#include <fmt/core.h>

#include "report/xml_text.h"

namespace synoptic::report {

namespace {

// In units of the view box, which is 1000 wide.
constexpr double left = 292, right = 800, top = 34, group_height = 30, row_height = 25, bar_height = 13, group_gap = 10;

double x_of(double at) { return left + std::clamp(at, 0.0, 1.0) * (right - left); }

class ChartWriter {
 public:
  ChartWriter(const Figure& figure, const std::string& id) : figure_(figure), chart_(figure.chart), id_(id) {}

  std::string write() {
    put_rows();
    const double bottom = y_ + 4;
    std::string grid;
    for (const auto& tick : chart_.ticks) {
      grid += fmt::format("<line class=\"grid\" x1=\"{0:.1f}\" y1=\"{1}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\"/><text class=\"axis\" x=\"{0:.1f}\" y=\"{3}\" text-anchor=\"middle\">{4}</text>\n",
                          x_of(tick.at), top - 4, bottom, top - 12, xml_text(tick.label));
    }
    std::string marker;
    if (chart_.marker) {
      marker = fmt::format("<line class=\"today\" x1=\"{0:.1f}\" y1=\"{1}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\"/><text class=\"axis\" x=\"{0:.1f}\" y=\"{3:.1f}\" text-anchor=\"middle\">{4}</text>\n",
                           x_of(chart_.marker->at), top - 4, bottom, bottom + 15, xml_text(chart_.marker->label));
    }
    return fmt::format(
        "<svg class=\"chart\" viewBox=\"0 0 1000 {0:.0f}\" role=\"img\" aria-labelledby=\"{1}-title {1}-desc\" xmlns=\"http://www.w3.org/2000/svg\">\n"
        "<title id=\"{1}-title\">{2}</title>\n<desc id=\"{1}-desc\">{3} The same is said in the table below.</desc>\n"
        "<defs><pattern id=\"{1}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"ground\" width=\"6\" height=\"6\"/>"
        "<line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern><linearGradient id=\"{1}-fade\"><stop class=\"fade0\" offset=\"0\"/><stop class=\"fade1\" offset=\"1\"/></linearGradient></defs>\n"
        "{4}<line class=\"axisline\" x1=\"{5}\" y1=\"{6}\" x2=\"{5}\" y2=\"{7:.1f}\"/>\n{8}{9}</svg>\n",
        bottom + (chart_.marker ? 22 : 6), id_, xml_text(figure_.title), xml_text(figure_.description), grid, left, top - 4, bottom, rows_, marker);
  }

 private:
  void put_rows() {
    std::string group;
    for (const auto& row : chart_.rows) {
      if (row.group != group) {
        if (!group.empty()) y_ += group_gap;
        group = row.group;
        rows_ += fmt::format("<line class=\"rule\" x1=\"0\" y1=\"{0:.1f}\" x2=\"1000\" y2=\"{0:.1f}\"/><text class=\"group\" x=\"0\" y=\"{1:.1f}\">{2}</text>\n", y_, y_ + 21, xml_text(group));
        y_ += group_height;
      }
      rows_ += fmt::format("<text class=\"name\" x=\"0\" y=\"{:.1f}\">{}</text>", y_ + 12, xml_text(row.name));
      for (const auto& bar : row.bars) put(bar);
      const double end = row.bars.empty() ? left : x_of(row.bars.back().to) + (row.bars.back().goes_on ? 14 : 0);
      if (!row.label.empty()) rows_ += fmt::format("<text class=\"value\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", end + 7, y_ + 12, xml_text(row.label));
      rows_ += '\n';
      y_ += row_height;
    }
  }

  void put(const Chart::Bar& bar) {
    const double from = x_of(bar.from);
    const double width = std::max(x_of(bar.to) - from, 2.0);
    const double y = y_ + 1;
    std::string style;
    switch (bar.pattern) {
      case Chart::Pattern::Solid: style = "class=\"solid\""; break;
      case Chart::Pattern::Hatched: style = fmt::format("class=\"hatched\" fill=\"url(#{}-hatch)\"", id_); break;
      case Chart::Pattern::Outlined: style = "class=\"outline\""; break;
    }
    if (bar.fades_in && bar.pattern == Chart::Pattern::Solid) style = fmt::format("fill=\"url(#{}-fade)\"", id_);
    rows_ += fmt::format("<rect {} x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/>", style, from, y, width, bar_height);
    if (bar.starts_before) rows_ += fmt::format("<path class=\"arrow\" d=\"M {:.1f} {:.1f} l -8 {} l 8 {} z\"/>", from - 2, y, bar_height / 2, bar_height / 2);
    if (bar.goes_on) rows_ += fmt::format("<path class=\"arrow\" d=\"M {:.1f} {:.1f} l 8 {} l -8 {} z\"/>", from + width + 2, y, bar_height / 2, bar_height / 2);
  }

  const Figure& figure_;
  const Chart& chart_;
  std::string id_;
  std::string rows_;
  double y_ = top;
};

}  // namespace

std::string chart_svg(const Figure& figure, const std::string& id) { return ChartWriter(figure, id).write(); }

}  // namespace synoptic::report
