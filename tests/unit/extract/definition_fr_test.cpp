#include "definition_table.h"

using namespace definition_table;

TEST_CASE("a term is set before its meaning, which starts with a capital") {
  check(Language("fr"), {
    {"2 Les définitions qui suivent s’appliquent à la présente loi.\nancre Objet lourd. (anchor)\nAgence L’Agence des ports du Canada. (Agency)\nrégion de l’Est La région à l’est du cap. (East)\n"
     "ancien Tribunal Le Tribunal des ports. (former Tribunal)\nnavire ou bateau Bâtiment qui flotte. (ship)\nbarème\nquai S’entend au sens de l’article 4 de la Loi sur les quais. (quay)",
     "ancre | à la présente loi | -\nAgence | à la présente loi | -\nrégion de l’Est | à la présente loi | -\nancien Tribunal | à la présente loi | -\nnavire | à la présente loi | -\n"
     "bateau | à la présente loi | -\nbarème | à la présente loi | -\nquai | à la présente loi | article 4 de la Loi sur les quais"},
  });
}

// Two nouns are two terms; in the lists of the Acts of Canada a second part of several words, or one that opens with a preposition, goes
// on with the same term, and its last words belong to both.
TEST_CASE("alternatives are one term or two") {
  check(Language("fr"), {
    {"Les définitions qui suivent s’appliquent au présent article.\nfret ou cargaison Biens à bord. (cargo)\nfret ou cargaison en vrac Biens sans emballage. (bulk)\nport de pêche ou de plaisance Port sans fret. (harbour)\nterre ou bien-fonds Sol. (land)",
     "fret | au présent article | -\ncargaison | au présent article | -\nfret ou cargaison en vrac | au présent article | -\nport de pêche ou de plaisance | au présent article | -\n"
     "terre | au présent article | -\nbien-fonds | au présent article | -"},
  });
}

TEST_CASE("capitals within a term") {
  check(Language("fr"), {
    {"Les définitions qui suivent s’appliquent à la présente loi.\ntarif ABC s’entend du tarif du port.\nrevenu PorT net S’entend du revenu du port. (net)\nprofit (perte) du port Somme due au port. (profit)\n"
     "Grande Course navale Course entre ports. (race)\nSa Hauteur Sa Hauteur du port. (Height)\nmarée basse au port de Nord\na.1) le port Sud, au sens de la Loi sur les ports, vise les bateaux.",
     "tarif ABC | à la présente loi | -\nrevenu PorT net | à la présente loi | -\nprofit (perte) du port | à la présente loi | -\nGrande Course navale | à la présente loi | -\nSa Hauteur | à la présente loi | -\n"
     "marée basse au port de Nord | à la présente loi | -"},
    {"Les définitions qui suivent s’appliquent à la présente loi.\nancre Objet lourd.\na) l’ancre de Sud;\nb) l’ancre de Nord.\nLa présente définition exclut une bouée. (anchor)", "ancre | à la présente loi | -"},
    {"(2) Le ratio de tirage, pour un navire, s’entend du quotient.\n(3) Dans le Code, ponton s’entend d’un bateau plat.", "ratio de tirage | - | -\nponton | Dans le Code | -"},
  });
}

TEST_CASE("the ways of the French codes") {
  check(Language("fr"), {
    {"Le naufrage commis avec préméditation constitue un sabordage. Il est puni de trois ans d'emprisonnement.\nLe retard constitue un trouble. Le capitaine répond.", "sabordage | - | -"},
    {"Hors le cas de tempête, constitue un échouage volontaire puni d'une amende toute manoeuvre vers la côte.\nLa carte, signée, constitue une balise tout au plus.", "échouage volontaire | - | -"},
    {"Constitue également un outrage au port le fait de siffler.\nEst un pilote côtier, toute personne qui guide un navire.\nSont des bouées les flotteurs fixes.",
     "outrage au port | - | -\npilote côtier | - | -\nbouées | - | -"},
    {"Tout navire qui :\n1° Est un remorqueur le jour ;", ""},
    {"Sont considérés comme documents de bord, au sens des titres Ier et II, les journaux du navire.", "documents de bord | au sens des titres Ier et II | -"},
    {"Cet agrément est dénommé « agrément A ».\nIl peut être entendu par le capitaine du port.", "agrément A | - | -"},
    {"Au sens de l'article L. 12-1 du code, un remous se définit comme une eau agitée.\nLes classes sont définies comme suit :", "remous | Au sens de l'article L. 12-1 du code | -"},
    {"Pour l'application du présent titre, on entend par :\n1° \" Quai \" : un mur ;\n2° Marée basse, une hauteur d'eau.", "Quai | Pour l'application du présent titre | -\nMarée basse | Pour l'application du présent titre | -"},
    {"On entend par :\nI. - Engins du port :\n1° (Abrogé)\n2° Grue : tout appareil de levage ;\n3° Pont : tout ouvrage.\nII. - Bassin : toute étendue d'eau.", "Grue | - | -\nPont | - | -\nBassin | - | -"},
    {"Dans le présent livre, les mots : \" quai \", \" quais \" et \" môle \" désignent les murs du port.", "quai | Dans le présent livre | -\nquais | Dans le présent livre | -\nmôle | Dans le présent livre | -"},
  });
}

TEST_CASE("verbs that define") {
  check(Language("fr"), {
    {"(2) Au présent article, remorque s’entend de tout bâtiment tiré.", "remorque | Au présent article | -"},
    {"(2) Pour l’application du paragraphe (1), capitaine s’entend notamment du second.", "capitaine | Pour l’application du paragraphe (1) | -"},
    {"Dans la présente loi,\nfanal signifie une lumière; (lantern)\nprovince ne comprend ni île, ni presqu’île. (province)", "fanal | Dans la présente loi | -\nprovince | Dans la présente loi | -"},
    {"(3) Il est entendu qu’au présent article, passager s’entend de la personne à bord.", "passager | au présent article | -"},
    {"L’expression « eaux calmes » désigne les eaux sans vent.", "eaux calmes | - | -"},
  });
}

TEST_CASE("alternatives are terms of their own, adjectives are not") {
  check(Language("fr"), {
    {"Les définitions qui suivent s’appliquent à la présente loi.\nfanal, fanal de port ou fanal côtier Toute lumière. (lantern)\nmâts ou autres espars Bois dressés. (spars)\npeint, gravé ou sculpté Façonné. (wrought)",
     "fanal | à la présente loi | -\nfanal de port | à la présente loi | -\nfanal côtier | à la présente loi | -\nmâts ou autres espars | à la présente loi | -\npeint, gravé ou sculpté | à la présente loi | -"},
  });
}

TEST_CASE("forms of the codes") {
  check(Language("fr"), {
    {"On entend par remorqueur tout navire qui tire un autre navire.", "remorqueur | - | -"},
    {"Au sens du présent code, on entend par :\n1° Capitaine : la personne qui commande ;\n2° Escale :\na) tout arrêt ;", "Capitaine | Au sens du présent code | -\nEscale | Au sens du présent code | -"},
    {"Constitue un naufrage provoqué le fait de couler un navire.", "naufrage provoqué | - | -"},
    {"Constitue une flottille au sens de la présente loi tout groupe de navires.", "flottille | au sens de la présente loi | -"},
    {"Le fait de couler un navire de propos délibéré constitue un naufrage volontaire.", "naufrage volontaire | - | -"},
    {"Pour l'application du présent article, les canots sont des navires sans pont.", "canots | Pour l'application du présent article | -"},
    {"L'abandon de navire est le fait de quitter son bord.", "abandon de navire | - | -"},
    {"Est dite côtière la navigation le long des côtes.", "côtière | - | -"},
    {"Sont considérés comme ports de refuge au sens du présent code les ports abrités.", "ports de refuge | au sens du présent code | -"},
  });
}

TEST_CASE("what is no definition in French") {
  check(Language("fr"), {
    {"Le ministre désigne un expert.", ""},
    {"L'indemnité s'entend après déduction des droits.", ""},
    {"Le fait de nager dans le port constitue une violation.", ""},
    {"Le fait de nager constitue une infraction.", ""},
    {"Constituent une créance de l'État :\na) les droits de port ;", ""},
    {"Sont considérés comme perdus les navires sans nouvelles.", ""},
    {"La mention d'un navire s'entend aussi de la mention d'un bateau.", ""},
    {"a) les barques de deux mètres : dix euros ;", ""},
  });
}
