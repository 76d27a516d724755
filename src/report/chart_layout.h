// Where the parts of a chart stand, for every format that draws it. Units: a thousandth of the chart's width; y grows downwards.
//
//   chart_layout(figure.chart).height  -> 312
#pragma once

#include <string>
#include <vector>

#include "report/document.h"

namespace synoptic::report {

constexpr double chart_width = 1000;

// Lines have no height (Rule) or no width (Grid, Axis, Marker); the others fill their box, arrows point to its left or right side.
struct ChartShape {
  enum class Kind { Rule, Grid, Axis, Solid, Hatched, Outlined, FadingIn, ArrowLeft, ArrowRight, Marker };
  Kind kind;
  double x, y, width, height;
};

struct ChartText {
  enum class Kind { Group, Name, Value, Tick };
  Kind kind;
  double x;  // where it begins; of a Tick: its middle
  double y;  // of the line that the letters stand on
  std::string text;
};

struct ChartLayout {
  double height = 0;
  std::vector<ChartShape> shapes;  // in the order of painting
  std::vector<ChartText> texts;
};

ChartLayout chart_layout(const Chart& chart);

// The chart in parts none of which is higher than `height`, as long as a row and its group fit; each has the whole axis.
std::vector<Chart> chart_parts(const Chart& chart, double height);

}  // namespace synoptic::report
