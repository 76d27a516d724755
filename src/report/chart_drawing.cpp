#include "report/chart_drawing.h"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "report/chart_layout.h"
#include "report/xml_text.h"

namespace synoptic::report {

const std::string_view drawing_name_spaces =
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

namespace {

constexpr std::string_view dark = "27313D", pale = "D5D9DE", red = "8A1F2D", muted = "4D5661", ink = "1B1F24";
constexpr double text_height = 22, above_line = 16;  // of the box of a text, of which this much is above the line that the letters stand on

std::string solid(std::string_view colour) { return fmt::format("<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", colour); }
std::string stroke(std::string_view colour, int width, std::string_view dash = "") {
  return fmt::format("<a:ln w=\"{}\">{}{}</a:ln>", width, solid(colour), dash.empty() ? "" : fmt::format("<a:prstDash val=\"{}\"/>", dash));
}
const std::string no_stroke = "<a:ln><a:noFill/></a:ln>";

class Drawing {
 public:
  explicit Drawing(double unit) : unit_(unit) {}

  void put(const ChartShape& shape) {
    switch (shape.kind) {
      case ChartShape::Kind::Rule:
      case ChartShape::Kind::Grid: return put_line(shape, 1, pale);
      case ChartShape::Kind::Axis: return put_line(shape, 1.5, ink);
      case ChartShape::Kind::Marker: return put_line(shape, 2, red);
      case ChartShape::Kind::Solid: return put_box(shape, solid(dark) + no_stroke);
      case ChartShape::Kind::Hatched:
        return put_box(shape, fmt::format("<a:pattFill prst=\"wdUpDiag\"><a:fgClr><a:srgbClr val=\"{}\"/></a:fgClr><a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>", dark) + stroke(dark, 9'525));
      case ChartShape::Kind::Outlined: return put_box(shape, solid("FFFFFF") + stroke(dark, 9'525, "sysDash"));
      case ChartShape::Kind::FadingIn:
        return put_box(shape, fmt::format("<a:gradFill><a:gsLst><a:gs pos=\"0\"><a:srgbClr val=\"FFFFFF\"/></a:gs><a:gs pos=\"100000\"><a:srgbClr val=\"{}\"/></a:gs></a:gsLst><a:lin ang=\"0\" scaled=\"0\"/></a:gradFill>", dark) + no_stroke);
      case ChartShape::Kind::ArrowLeft: return put_arrow(shape, 16'200'000);
      case ChartShape::Kind::ArrowRight: return put_arrow(shape, 5'400'000);
    }
  }

  void put(const ChartText& text) {
    constexpr double tick_width = 150;
    const bool tick = text.kind == ChartText::Kind::Tick;
    const bool group = text.kind == ChartText::Kind::Group;
    const int size = group ? 16 : 13;  // half points
    const double x = tick ? text.x - tick_width / 2 : text.x;
    const double width = tick ? tick_width : text.kind == ChartText::Kind::Name ? 288 : chart_width - x;
    body_ += fmt::format("<wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>{}</wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr>"
                         "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>{}</w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>{}<w:color w:val=\"{}\"/><w:sz w:val=\"{}\"/><w:szCs w:val=\"{}\"/></w:rPr>"
                         "<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr wrap=\"{}\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"/></wps:wsp>\n",
                         place(x, text.y - above_line, width, text_height), no_stroke, tick ? "<w:jc w:val=\"center\"/>" : "", group ? "<w:b/>" : "", tick ? muted : ink, size, size, xml_text(text.text),
                         text.kind == ChartText::Kind::Value ? "none" : "square");
  }

  const std::string& body() const { return body_; }

 private:
  long emu(double units) const { return std::lround(units * unit_); }
  std::string place(double x, double y, double width, double height, int turn = 0) const {
    return fmt::format("<a:xfrm{}><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm>", turn == 0 ? "" : fmt::format(" rot=\"{}\"", turn), emu(x), emu(y), emu(width), emu(height));
  }
  void put_geometry(const std::string& where, std::string_view geometry, const std::string& look) {
    body_ += fmt::format("<wps:wsp><wps:cNvSpPr/><wps:spPr>{}<a:prstGeom prst=\"{}\"><a:avLst/></a:prstGeom>{}</wps:spPr><wps:bodyPr/></wps:wsp>\n", where, geometry, look);
  }
  // A narrow box: LibreOffice 7.4 turns a whole group by 90 degrees that begins with an upright line.
  void put_line(const ChartShape& shape, double thickness, std::string_view colour) {
    put_geometry(place(shape.x, shape.y, std::max(shape.width, thickness), std::max(shape.height, thickness)), "rect", solid(colour) + no_stroke);
  }
  void put_box(const ChartShape& shape, const std::string& look) { put_geometry(place(shape.x, shape.y, shape.width, shape.height), "rect", look); }
  // A triangle that points upwards, turned about its middle (in 60,000ths of a degree).
  void put_arrow(const ChartShape& shape, int turn) {
    const double x = shape.x + (shape.width - shape.height) / 2;
    const double y = shape.y + (shape.height - shape.width) / 2;
    put_geometry(place(x, y, shape.height, shape.width, turn), "triangle", solid(dark) + no_stroke);
  }

  double unit_;  // EMU
  std::string body_;
};

}  // namespace

std::string chart_drawing(const Chart& chart, std::string_view title, std::string_view description, std::size_t width, std::size_t number) {
  const auto layout = chart_layout(chart);
  const double unit = static_cast<double>(width) / chart_width;
  const long height = std::lround(layout.height * unit);
  Drawing drawing(unit);
  for (const auto& shape : layout.shapes) drawing.put(shape);
  for (const auto& text : layout.texts) drawing.put(text);
  const std::string words = xml_text(description);
  return fmt::format(
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{0}\" cy=\"{1}\"/>"
      "<wp:docPr id=\"{2}\" name=\"Figure {2}\" title=\"{3}\" descr=\"{4}\"/><wp:cNvGraphicFramePr/>"
      "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      "<a:ext cx=\"{0}\" cy=\"{1}\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{0}\" cy=\"{1}\"/></a:xfrm></wpg:grpSpPr>\n{5}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
      "<mc:Fallback><w:t>{4}</w:t></mc:Fallback></mc:AlternateContent></w:r>",
      width, height, number, xml_text(title), words, drawing.body());
}

}  // namespace synoptic::report
