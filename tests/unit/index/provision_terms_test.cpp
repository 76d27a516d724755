#include "index/provision_terms.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "index/schema.h"

using namespace synoptic;
using index::number_key;

TEST_CASE("a number is the same however its word, dots and spaces are written") {
  CHECK(number_key("R. 625-8-3") == "r625-8-3");
  CHECK(number_key("R625-8-3") == "r625-8-3");
  CHECK(number_key("article R. 625-8-3") == "r625-8-3");
  CHECK(number_key("§ 2261A") == "2261a");
  CHECK(number_key("section 66A") == "66a");
  CHECK(number_key("Art. 5") == "5");
  CHECK(number_key("222-33") == "222-33");
  CHECK(number_key("222‑33") == "222-33");
  CHECK(number_key("1604.11") == "1604.11");
  CHECK(number_key("3(1)(a)") == "3");
  CHECK(number_key("Schedule") == "");
}

TEST_CASE("a letter in front may be part of the number or not: both ways lead there") {
  CHECK(number_key("s 66A") == "s66a");
  CHECK(index::bare_number_key("s 66A") == "66a");
  CHECK(index::bare_number_key("R. 625-8-3") == "625-8-3");
  model::Provision provision;
  provision.num = "R625-8-3";
  CHECK(index::number_keys(provision) == std::vector<std::string>{"r625-8-3", "625-8-3"});
}

TEST_CASE("a defined term is found in any inflection") {
  index::Analyzer english("en");
  index::Analyzer french("fr");
  CHECK(index::term_key("Consumers", english) == index::term_key("consumer", english));
  CHECK(index::term_key("data controllers", english) == "data control");
  CHECK(index::term_key("les œuvres", french) == index::term_key("Les Oeuvre", french));
  CHECK(index::term_key("—", english).empty());
  CHECK(index::term_key("the 1988 Act", english) == index::term_key("1988 Act", english));
  CHECK(index::term_key("The", english) == "the");
}

TEST_CASE("a law is known by its title and by the end of its IRI") {
  model::Work work;
  work.title = "Code pénal";
  work.iri = "/akn/fr/act/code/code-penal";
  const auto keys = index::law_keys(work);
  CHECK(std::find(keys.begin(), keys.end(), index::law_key("CODE PENAL")) != keys.end());
  work.title.clear();
  work.iri = "/akn/us/act/usc/18";
  CHECK(index::law_keys(work) == std::vector<std::string>{"usc18", "18usc"});
}

TEST_CASE("imprisonment compares across units, and life is above all") {
  using model::Amount;
  CHECK(index::prison_days(Amount::of(12, "month")) == doctest::Approx(index::prison_days(Amount::of(1, "year"))));
  CHECK(index::prison_days(Amount::of(99, "year")) < index::prison_days(Amount::life()));
  CHECK(index::prison_days(Amount::of(100, "EUR")) == 0);
  CHECK(index::prison_days({}) == 0);
}

TEST_CASE("no term is longer than the index takes, and long ones stay apart") {
  const std::string long_name(400, 'x');
  CHECK(index::bounded_term("Q:", long_name).size() < 245);
  CHECK(index::bounded_term("Q:", long_name + "a") != index::bounded_term("Q:", long_name + "b"));
  CHECK(index::bounded_term("Q:", std::string("a\0b", 3)).find('\0') == std::string::npos);
}
