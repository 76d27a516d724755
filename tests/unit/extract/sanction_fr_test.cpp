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
          "and imprisonment ..2 months | fine ..EUR 3,750 // imprisonment ..1 year"},
         {"Le siffleur est puni d'un emprisonnement de six mois à deux ans et d'une amende de 4 500 euros ou de l'une de ces deux peines seulement.",
          "and_or imprisonment 6 months..2 years | fine ..EUR 4,500"},
         {"Le concert interdit est puni de la réclusion criminelle à perpétuité et de 1 000 000 F d'amende.", "and imprisonment ..life | fine ..FRF 1,000,000"},
         {"Le sifflet est puni d'une amende comprise entre une et trois fois la valeur de l'instrument.", "fine relative"},
         {"Le fait d'accorder une autre personne est puni des mêmes peines.", ""}});
}

TEST_CASE("la liste des cas derrière la peine en est la circonstance") {
  const auto circumstances = [](const char* text) {
    std::string all;
    for (const auto& group : synoptic::extract::real_extractor().extract({text, "fr", "FR"}).sanctions) all += group.circumstance.value_or("-") + " | ";
    return all;
  };
  CHECK(circumstances("Siffler est puni de 100 euros d'amende.\nLes faits sont punis de deux ans d'emprisonnement et de 30 000 € d'amende :\n1° Lorsqu'ils ont été commis la nuit ;\n"
                      "1° bis Lorsqu'un enfant dormait ;\n2° S'il pleuvait.\nLa tentative est punissable.") == "- | Lorsqu'ils ont été commis la nuit ;\n1° bis Lorsqu'un enfant dormait ;\n2° S'il pleuvait. | ");
  CHECK(circumstances("Est puni de 100 euros d'amende :\n1° Le fait de siffler ;\n2° Le fait de chanter.") == "- | ");
}

TEST_CASE("barèmes, peines complémentaires, personnes morales") {
  check({{"Le montant de l'amende est le suivant :\n1° 40 euros au plus pour les contraventions de la 1re classe ;\n2° 160 euros au plus pour les contraventions de la 2e classe, montant qui peut être porté à 300 euros en cas de récidive.",
          "fine ..EUR 40 FR:contravention-1 // fine ..EUR 160 FR:contravention-2 // fine ..EUR 300 FR:contravention-2"},
         {"L'échelle des peines d'emprisonnement est la suivante :\n1° Neuf ans au plus ;\n2° Quatre ans au plus ;\n3° Un mois au plus.", "imprisonment ..9 years // imprisonment ..4 years // imprisonment ..1 month"},
         {"Les siffleurs encourent également les peines complémentaires suivantes :\n1° La confiscation du sifflet ;\n2° Un travail d'intérêt général pour une durée de vingt à cent vingt heures ;\n3° L'interdiction de siffler, "
          "pour une durée de cinq ans au plus.",
          "and_or forfeiture | community_service 20 hours..120 hours | disqualification ..5 years"},
         {"Les personnes morales encourent les peines suivantes :\n-l'amende, suivant les modalités prévues par l'article 131-38 ;\n-les peines mentionnées aux 2° et 9° de l'article 131-39.",
          "and fine by-reference | other by-reference"},
         {"L'action publique peut être éteinte par le versement d'une amende forfaitaire d'un montant de 300 euros. Le montant de l'amende forfaitaire minorée est de 250 euros et le montant de l'amende forfaitaire majorée est de 600 euros.",
          "or fixed_fine ..EUR 300 | fixed_fine ..EUR 250 | fixed_fine ..EUR 600"}});
}

TEST_CASE("sanctions administratives et disciplinaires") {
  check({{"En cas de manquement, l'autorité administrative peut prononcer une amende dont le montant ne peut excéder 4 000 euros. Ce montant est porté au double en cas de nouveau manquement.",
          "civil_penalty ..EUR 4,000 // civil_penalty relative"},
         {"L'autorité peut prononcer contre tout chanteur volontaire :\n1° L'avertissement ;\n2° Le blâme.", "or employment | employment"}});
}

TEST_CASE("ce qui ressemble à une peine") {
  check({{"L'action se prescrit par six années ; la redevance est de 150 euros par mètre carré.", ""},
         {"Nul ne peut siffler s'il a été condamné à une peine d'emprisonnement supérieure à trois mois.", ""},
         {"Lorsqu'ils sont punis de dix ans d'emprisonnement, les délits se prescrivent par vingt années.", ""},
         {"Le plafond annuel est fixé à 8 723 euros et majoré de 11 % outre-mer.", ""}});
}
