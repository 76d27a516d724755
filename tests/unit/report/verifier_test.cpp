// What is no report, and reports that somebody has bent: messages, never a crash. The agreement with scripts/verify-report over
// the digests is tests/scripts/verify_report_test.py.
#include "report/verifier.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "report/evidence.h"
#include "../places.h"

using namespace synoptic;

namespace {

base::Result<report::Verification> verify(const std::string& text) {
  static const auto data = base::find_data(synoptic::test::source("corpus"));
  REQUIRE(data);
  static const auto extractor = extract::Extractor::load(data->lexicon);
  static const auto profiles = model::Profiles::load(data->jurisdictions);
  REQUIRE(extractor);
  REQUIRE(profiles);
  static const auto resolver = resolve::SanctionResolver::load(*profiles);
  REQUIRE(resolver);
  static const auto grid = query::ElementGrid::load(data->lexicon / "elements", data->curated_elements());
  REQUIRE(grid);
  return report::Verifier(*extractor, *resolver, *grid, {}).verify(text);
}

std::string sealed(nlohmann::ordered_json report) {
  report["checksum"] = report::checksum(report);
  return report.dump();
}

}  // namespace

TEST_CASE("what is no comparison is refused with the place") {
  const auto broken = verify("{\n \"as_of\": \"2020-01-01\",\n \"answers\": [");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().line == 3);
  CHECK_FALSE(verify(""));
  CHECK_FALSE(verify("[]"));
  CHECK_FALSE(verify(R"({"answers": [], "as_of": "soon"})"));
  CHECK_FALSE(verify("\xff\xfe"));
}

TEST_CASE("a report nested 100,000 deep is refused, not followed") {
  const std::string deep = R"({"as_of": "2020-01-01", "answers": )" + std::string(100000, '[') + std::string(100000, ']') + "}";
  const auto refused = verify(deep);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("deep") != std::string::npos);
}

TEST_CASE("an empty comparison is verified, one that was changed is not") {
  const auto good = verify(sealed({{"as_of", "2020-01-01"}, {"answers", nlohmann::ordered_json::array()}}));
  REQUIRE(good);
  CHECK(good->verified());
  const auto changed = verify(R"({"as_of": "2020-01-01", "answers": [], "checksum": "0"})");
  REQUIRE(changed);
  CHECK_FALSE(changed->verified());
}

TEST_CASE("a provision without evidence is not verified") {
  const auto result = verify(sealed({{"as_of", "2020-01-01"}, {"answers", {{{"law", {{{"iri", "/akn/xa/act/2001/7/~sec_1"}}}}}}}}));
  REQUIRE(result);
  CHECK_FALSE(result->verified());
}

TEST_CASE("evidence of the wrong shape is a problem of its cell") {
  using Json = nlohmann::ordered_json;
  const Json shapes[] = {Json(7), Json("x"), Json::array(), Json::object(), Json{{"file", 7}}, Json{{"file", "/nowhere"}, {"spans", "x"}}};
  for (const auto& shape : shapes) {
    CAPTURE(shape.dump());
    Json cell{{"iri", "/akn/xa/act/2001/7/~sec_1"}, {"text", "x"}, {"source", 5}, {"citation", "x"}, {"sanctions", "y"}, {"evidence", shape}};
    const auto result = verify(sealed({{"as_of", "2020-01-01"}, {"answers", Json::array({{{"law", Json::array({cell})}}})}}));
    REQUIRE(result);
    REQUIRE(result->cells.size() == 1);
    CHECK_FALSE(result->cells[0].problems.empty());
  }
}
