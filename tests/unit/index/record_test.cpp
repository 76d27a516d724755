#include "index/record.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "model/json.h"

using namespace synoptic;

namespace {

index::Record sample() {
  index::Record record;
  record.work = {"/akn/xa/act/2001/7", "XA", "Noise Act 2001", model::WorkType::Code, "2001 c. 7", base::Date::parse("2001-03-04"),
                 "https://example.org/7", false, true};
  auto& provision = record.provision;
  provision.iri = *model::Iri::parse("/akn/xa/act/2001/7/eng@2010-01-01/~sec_1");
  provision.jurisdiction = "XA";
  provision.extent = {"XA-1", "XA-2"};
  provision.lang = "en";
  provision.kind = "section";
  provision.num = "1";
  provision.heading = "Noise";
  provision.path = {"Part 1", "Chapter é"};
  provision.status = model::Status::Repealed;
  provision.valid_from = base::Date::parse("0987-01-01");
  provision.valid_to = base::Date::parse("9999-12-31");
  provision.text = "(1) No trumpets.\n(2) \"no drums\"";
  provision.quoted = {{{21, 29}, "/akn/xa/act/1999/1"}};
  provision.source = {"a.tar!b.xml", "abc", {5, 5000000000}};
  provision.url = "https://example.org/7/1";
  record.file = 300;
  record.order = 70000;
  return record;
}

}  // namespace

TEST_CASE("a record reads back exactly") {
  const auto record = sample();
  const auto bytes = index::encode(record.work, record.provision, record.file, record.order);
  const auto again = index::decode(bytes);
  REQUIRE(again);
  CHECK(model::to_json(again->work, again->provision) == model::to_json(record.work, record.provision));
  CHECK(again->provision.source.span == record.provision.source.span);
  CHECK(again->work.iri == record.work.iri);
  CHECK(again->work.jurisdiction == record.work.jurisdiction);
  CHECK(again->file == 300);
  CHECK(again->order == 70000);
}

TEST_CASE("a record cut short anywhere, or longer than it should be, is an error and no crash") {
  const auto record = sample();
  const auto bytes = index::encode(record.work, record.provision, record.file, record.order);
  for (std::size_t length = 0; length < bytes.size(); ++length) CHECK_FALSE(index::decode(std::string_view(bytes).substr(0, length)));
  CHECK_FALSE(index::decode(bytes + "x"));
  CHECK_FALSE(index::decode(std::string(200, '\xFF')));
}
