#include "query/standing.h"

#include <doctest/doctest.h>

using namespace synoptic;
using base::Date;
using model::Status;
using query::Standing;

namespace {

model::Provision provision(Status status, const char* from, const char* to) {
  model::Provision result;
  result.status = status;
  if (from != nullptr) result.valid_from = Date::parse(from);
  if (to != nullptr) result.valid_to = Date::parse(to);
  return result;
}

Standing on(const char* day, const model::Provision& value, model::WorkType type = model::WorkType::Act) {
  model::Work work;
  work.type = type;
  work.date = Date::parse("2018-03-21");
  return query::standing_on(work, value, *Date::parse(day));
}

}  // namespace

TEST_CASE("a provision is law from its first day to its last") {
  const auto former = provision(Status::Repealed, "2018-08-05", "2023-03-31");
  CHECK(on("2018-08-04", former) == Standing::Pending);
  CHECK(on("2018-08-05", former) == Standing::Law);
  CHECK(on("2023-03-31", former) == Standing::Law);
  CHECK(on("2023-04-01", former) == Standing::Former);
}

TEST_CASE("an end that is not known excludes nothing, a repeal without a date excludes always") {
  CHECK(on("1950-01-01", provision(Status::Unknown, nullptr, nullptr)) == Standing::Law);
  CHECK(on("2020-01-01", provision(Status::Repealed, nullptr, nullptr)) == Standing::Former);
}

TEST_CASE("what is not in force becomes law on the day it commences, if that is known") {
  CHECK(on("2026-03-31", provision(Status::NotInForce, "2026-04-01", nullptr)) == Standing::Pending);
  CHECK(on("2026-04-01", provision(Status::NotInForce, "2026-04-01", nullptr)) == Standing::Law);
  CHECK(on("2026-04-01", provision(Status::NotInForce, nullptr, nullptr)) == Standing::Pending);
}

TEST_CASE("a bill is a bill from its introduction and never law") {
  const auto bill = provision(Status::Bill, nullptr, "2018-08-04");
  CHECK(on("2018-03-20", bill, model::WorkType::Bill) == Standing::Pending);
  CHECK(on("2018-04-01", bill, model::WorkType::Bill) == Standing::Bill);
  CHECK(on("2019-01-01", bill, model::WorkType::Bill) == Standing::Former);
}

TEST_CASE("a text without a first day is not law before the year in the IRI of its work") {
  const auto in_2020 = [](const char* iri) {
    model::Work work;
    work.iri = iri;
    return query::standing_on(work, provision(Status::Unknown, nullptr, nullptr), *Date::parse("2020-06-01"));
  };
  CHECK(in_2020("/akn/in/act/2023/45") == Standing::Pending);
  CHECK(in_2020("/akn/fr/act/loi/2023-01-24/2023-22") == Standing::Pending);
  CHECK(in_2020("/akn/in/act/2020/45") == Standing::Law);
  CHECK(in_2020("/akn/gb/act/ukpga/1986/64") == Standing::Law);
  CHECK(in_2020("/akn/xa/act/cap/2100") == Standing::Law);  // the last part is a number
  CHECK(in_2020("/akn/us/act/usc/18") == Standing::Law);
}
