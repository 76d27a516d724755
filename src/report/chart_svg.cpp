#include "report/chart_svg.h"

#include <fmt/core.h>

#include "report/chart_layout.h"
#include "report/xml_text.h"

namespace synoptic::report {

namespace {

std::string line(std::string_view name, const ChartShape& shape) {
  return fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", name, shape.x, shape.y, shape.x + shape.width, shape.y + shape.height);
}

std::string box(const std::string& style, const ChartShape& shape) {
  return fmt::format("<rect {} x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"/>\n", style, shape.x, shape.y, shape.width, shape.height);
}

// From the flat side to the point and back: `dx` is negative where it points to the left.
std::string arrow(double x, double dx, const ChartShape& shape) {
  return fmt::format("<path class=\"arrow\" d=\"M {:.1f} {:.1f} l {:.1f} {:.1f} l {:.1f} {:.1f} z\"/>\n", x, shape.y, dx, shape.height / 2, -dx, shape.height / 2);
}

std::string shape_svg(const ChartShape& shape, const std::string& id) {
  switch (shape.kind) {
    case ChartShape::Kind::Rule: return line("rule", shape);
    case ChartShape::Kind::Grid: return line("grid", shape);
    case ChartShape::Kind::Axis: return line("axisline", shape);
    case ChartShape::Kind::Marker: return line("today", shape);
    case ChartShape::Kind::Solid: return box("class=\"solid\"", shape);
    case ChartShape::Kind::Hatched: return box(fmt::format("class=\"hatched\" fill=\"url(#{}-hatch)\"", id), shape);
    case ChartShape::Kind::Outlined: return box("class=\"outline\"", shape);
    case ChartShape::Kind::FadingIn: return box(fmt::format("fill=\"url(#{}-fade)\"", id), shape);
    case ChartShape::Kind::ArrowLeft: return arrow(shape.x + shape.width, -shape.width, shape);
    case ChartShape::Kind::ArrowRight: return arrow(shape.x, shape.width, shape);
  }
  return {};
}

std::string text_svg(const ChartText& text) {
  const auto put = [&text](std::string_view name, std::string_view anchor) {
    return fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\"{}>{}</text>\n", name, text.x, text.y, anchor, xml_text(text.text));
  };
  switch (text.kind) {
    case ChartText::Kind::Group: return put("group", "");
    case ChartText::Kind::Name: return put("name", "");
    case ChartText::Kind::Value: return put("value", "");
    case ChartText::Kind::Tick: return put("axis", " text-anchor=\"middle\"");
  }
  return {};
}

}  // namespace

std::string chart_svg(const Figure& figure, const std::string& id) {
  const auto layout = chart_layout(figure.chart);
  std::string parts;
  for (const auto& shape : layout.shapes) parts += shape_svg(shape, id);
  for (const auto& text : layout.texts) parts += text_svg(text);
  return fmt::format(
      "<svg class=\"chart\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" aria-labelledby=\"{2}-title {2}-desc\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title id=\"{2}-title\">{3}</title>\n<desc id=\"{2}-desc\">{4} The same is said in the table below.</desc>\n"
      "<defs><pattern id=\"{2}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"ground\" width=\"6\" height=\"6\"/>"
      "<line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern><linearGradient id=\"{2}-fade\"><stop class=\"fade0\" offset=\"0\"/><stop class=\"fade1\" offset=\"1\"/></linearGradient></defs>\n"
      "{5}</svg>\n",
      chart_width, layout.height, id, xml_text(figure.title), xml_text(figure.description), parts);
}

}  // namespace synoptic::report
