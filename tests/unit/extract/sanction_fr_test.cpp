#include <doctest/doctest.h>

#include "sanction_dump.h"

using synoptic::extract::dump_sanctions;

namespace {
struct Sample {
  const char* text;
  const char* expected;
};

void check(std::initializer_list<Sample> samples) {
  for (const Sample& sample : samples) {
    CAPTURE(std::string(sample.text));
    CHECK(dump_sanctions(sample.text, "fr", "FR") == std::string(sample.expected));
  }
}
}  // namespace

TEST_CASE("peines principales et aggravées") {
  check({{"Le fait de siffler la nuit est puni d'un an d'emprisonnement et de 15 000 € d'amende.", "and imprisonment ..1 year | fine ..EUR 15,000"},
         {"Ces peines sont portées à trois ans d’emprisonnement et 45 000 euros d’amende lorsque les faits sont commis :\n1° La nuit ;\n2° En réunion.",
          "and imprisonment ..3 years | fine ..EUR 45,000"},
         {"Est puni de l'amende prévue pour les contraventions de la 5e classe le fait de chanter faux.", "fine FR:contravention-5"},
         {"Quiconque siffle est puni :\n1° S'il s'agit d'un air gai, de deux mois d'emprisonnement et de 3 750 € d'amende ;\n2° S'il s'agit d'un air triste, d'un an d'emprisonnement.",
          "and imprisonment ..2 months | fine ..EUR 3,750 // imprisonment ..1 year"}});
}
