// Where the parts of a chart stand, and the chart as a drawing of a word processor.
#include "report/chart_layout.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <pugixml.hpp>

#include "report/chart_drawing.h"

using namespace synoptic::report;

namespace {

Chart bars(std::size_t groups, std::size_t rows_in_each) {
  Chart chart;
  chart.ticks = {{0.5, "2 years"}, {1, "5 years"}};
  chart.marker = Chart::Tick{0.9, "1 October 2026"};
  for (std::size_t i = 0; i < groups * rows_in_each; ++i) {
    chart.rows.push_back({"Utopia " + std::to_string(i / rows_in_each), "Act " + std::to_string(i), {{.from = 0, .to = 0.5, .goes_on = true}}, "2 years"});
  }
  return chart;
}

}  // namespace

TEST_CASE("nothing of a chart stands outside of it, and every bar has its words beside it") {
  const auto layout = chart_layout(bars(3, 4));
  for (const auto& shape : layout.shapes) {
    CHECK(shape.x >= 0);
    CHECK(shape.x + shape.width <= chart_width);
    CHECK(shape.y + shape.height <= layout.height);
  }
  const auto is_kind = [](ChartText::Kind kind) { return [kind](const ChartText& text) { return text.kind == kind; }; };
  CHECK(std::count_if(layout.texts.begin(), layout.texts.end(), is_kind(ChartText::Kind::Group)) == 3);
  CHECK(std::count_if(layout.texts.begin(), layout.texts.end(), is_kind(ChartText::Kind::Name)) == 12);
  CHECK(std::count_if(layout.texts.begin(), layout.texts.end(), is_kind(ChartText::Kind::Tick)) == 3);  // two and the marker
}

TEST_CASE("a chart that is too high for a page is drawn in parts with the whole axis, and no row is lost") {
  const Chart chart = bars(5, 20);
  const auto parts = chart_parts(chart, 600);
  CHECK(parts.size() > 1);
  std::size_t rows = 0;
  for (const auto& part : parts) {
    CHECK(chart_layout(part).height <= 600);
    CHECK(part.ticks.size() == 2);
    CHECK(part.marker.has_value());
    for (const auto& row : part.rows) CHECK(row.name == chart.rows[rows++].name);
  }
  CHECK(rows == chart.rows.size());
  CHECK(chart_parts(chart, 100'000).size() == 1);
  CHECK(chart_parts(chart, 1).size() == chart.rows.size());  // a row is never cut
}

TEST_CASE("a drawing is well formed, sized as asked, described, and foreign words do not break it") {
  Chart chart = bars(1, 1);
  chart.rows[0].name = "Act <w:b> & \"1\"";
  const std::string runs = chart_drawing(chart, "How high", "A \"bar\" & <b>", 1'000'000, 7);
  const std::string root = "<w:p xmlns:w=\"w\" " + std::string(drawing_name_spaces) + ">" + runs + "</w:p>";
  pugi::xml_document tree;
  REQUIRE(tree.load_buffer(root.data(), root.size()));
  const auto drawing = tree.first_child().child("w:r").child("mc:AlternateContent").child("mc:Choice").child("w:drawing").child("wp:inline");
  CHECK(drawing.child("wp:extent").attribute("cx").as_int() == 1'000'000);
  CHECK(std::string(drawing.child("wp:docPr").attribute("descr").value()) == "A \"bar\" & <b>");
  CHECK(drawing.child("wp:docPr").attribute("id").as_int() == 7);
  const auto names = tree.select_nodes("//w:t");
  CHECK(std::any_of(names.begin(), names.end(), [&](const auto& node) { return node.node().text().get() == chart.rows[0].name; }));
  const auto fallback = tree.select_node("//mc:Fallback/w:t");
  CHECK(std::string(fallback.node().text().get()) == "A \"bar\" & <b>");
}
