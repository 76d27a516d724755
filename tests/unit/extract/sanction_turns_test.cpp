// More turns of drafting that were met in law which no gold set holds, each in invented words; as sanction_drafting_test.cpp, by what is turned.
#include <doctest/doctest.h>

#include "sanction_dump.h"

using synoptic::extract::check_sanctions;

TEST_CASE("tracks of one sentence") {
  check_sanctions("en", {{"GB", "A person guilty of humming is liable on summary conviction, or on conviction on indictment, to a fine.", "summary fine // indictment fine"},
                     {"GB", "A hummer is liable on summary conviction or conviction on indictment to a fine or imprisonment for a term not exceeding 2 years or both.",
                      "summary and_or fine | imprisonment ..2 years // indictment and_or fine | imprisonment ..2 years"},
                     {"GB", "A hummer is liable on summary conviction to a fine not exceeding level 5 on the standard scale; and a person guilty of loud humming is liable—\n"
                            "(a) on summary conviction, to a fine not exceeding the statutory maximum;\n(b) on conviction on indictment, to a fine.",
                      "summary fine GB:level-5 // summary fine GB:statutory-maximum // indictment fine"},
                     {"GB", "(1) A hummer is liable on summary conviction to imprisonment for a term not exceeding 12 months.\n(4) The reference in subsection (1) to 12 months is to be read—\n"
                            "(a) in its application to England and Wales, and\n(b) in its application to Northern Ireland,\nas a reference to 6 months.",
                      "summary imprisonment ..12 months // summary imprisonment ..6 months"},
                     {"PK", "The Court may sentence the offender to fine not exceeding two hundred rupees, and, in default of payment, to simple imprisonment for a term which may extend to one month.",
                      "fine ..PKR 200 // imprisonment ..1 month"},
                     {"CA", "A person who hums is, if a window breaks, guilty of\n(a) an indictable offence and liable to imprisonment for a term of not more than five years; or\n"
                            "(b) an offence punishable on summary conviction.",
                      "indictment imprisonment ..5 years // summary other CA:summary-conviction"}});
}

TEST_CASE("classes of offences, and offences that are only told by their class") {
  check_sanctions("en", {{"US-NY", "Predatory humming is a class A-II felony.", "other US-NY:class-a-ii-felony"},
                     {"US-VA", "Every person who attempts to hum in a way which is a misdemeanor shall be punishable by the same punishment prescribed for the offense the commission of which was attempted.",
                      "other by-reference"},
                     {"US-CA", "Humming shall be punished as a misdemeanor, except that a person who hummed before may be punished pursuant to subdivision (h) of Section 1170.",
                      "other US-CA:misdemeanor // other by-reference"},
                     {"GB", "A company that hums is liable on summary conviction to a fine not exceeding level 5 on the standard scale and, for continued contravention, a daily default fine not exceeding one-tenth of level 5 on the standard scale.",
                      "summary and fine GB:level-5 | fine GB:level-5"}});
}

TEST_CASE("who orders, awards and deprives") {
  check_sanctions("en", {{"GB", "Where a person is convicted of humming, the court may order a trumpet to be forfeited if it appears to have been used.", "forfeiture"},
                     {"GB", "The court by which a hummer is convicted—\n(a) shall order the forfeiture of the trumpet; and\n(b) may order the forfeiture of any cart which was used to carry it.", "forfeiture // forfeiture"},
                     {"GB", "Where a person is convicted of humming, the court must order him to be disqualified for such period not less than twelve months as the court thinks fit.", "disqualification 12 months.."},
                     {"GB", "(1) The tribunal may—\n(a) make a declaration;\n(b) order the respondent to pay compensation to the complainant.", "compensation"},
                     {"US", "If an employer has hummed, the court shall order him to stop and award compensation for any loss of sleep.\nThe complainant shall be awarded reasonable attorney fees.", "compensation // other"},
                     {"US", "Every trumpet in which a lamp is unlawfully concealed shall be forfeited to the United States.", "forfeiture"},
                     {"US", "The Court shall have power to punish by fine or imprisonment, at its discretion, such contempt of its authority.", "or fine | imprisonment"},
                     {"US", "The Postal Service may impose or remit fines on carriers that hum.", "fine"},
                     {"PK", "The Court may sentence the offender in lieu of singing, to imprisonment for any term not exceeding twelve months, or to a fine not exceeding five hundred rupees.",
                      "or imprisonment ..12 months | fine ..PKR 500"},
                     {"PK", "In every case in which a hummer is punishable with imprisonment which may be of either description, the Court may direct that it shall be simple.", ""}});
}

TEST_CASE("how much, away from the name of the penalty") {
  check_sanctions("en", {{"GB", "The authority may impose a financial penalty on a hummer.\n(4) The amount of a financial penalty imposed under this section is to be determined by the authority, but must not be more than £30,000.",
                      "civil_penalty ..GBP 30,000"},
                     {"GB", "(1) The Secretary of State may give the hummer a notice requiring the payment of a penalty.\n(2) The penalty must be of an amount not exceeding £3,000.", "civil_penalty ..GBP 3,000"},
                     {"GB", "The maximum period of disqualification under this section is 5 years.", "disqualification ..5 years"},
                     {"GB", "In any case where a court has power to fine a person for humming, the fine shall not on any occasion exceed £2,500.", "fine ..GBP 2,500"},
                     {"GB", "A hummer shall be liable on summary conviction to such penalty by way of imprisonment or fine as may be provided by regulations.", "summary or imprisonment | fine"},
                     {"GB", "The tribunal shall make an award to be paid by the hummer to the complainant.\n(3) The amount of the award shall be £3,830.", "compensation GBP 3,830..GBP 3,830"},
                     {"PK", "Whoever abets a song shall be punished with imprisonment for a term which may extend to one-fourth part of the longest term provided for that offence; or with such fine as is provided for that offence, or with both.",
                      "and_or imprisonment relative | fine by-reference"}});
}

TEST_CASE("droits perdus, sommes mesurées, frais à supporter") {
  check_sanctions("fr", {{"FR", "Le chanteur est puni d'un an d'emprisonnement et de 3 750 euros d'amende ou de l'une de ces deux peines seulement et peut, en outre, être interdit pendant cinq ans au plus des droits énumérés à l'article 131-26.",
                      "and_or imprisonment ..1 year | fine ..EUR 3,750 | disqualification ..5 years"},
                     {"FR", "Est puni d'une amende de 30 euros le fait de chanter. Les coupables pourront, en outre, être privés des droits mentionnés en l'article 131-26.", "fine ..EUR 30 // disqualification"},
                     {"FR", "Est puni d'un emprisonnement de six mois et de l'amende prévue au premier alinéa de l'article L. 362-1 le fait de chanter.", "and imprisonment ..6 months | fine by-reference"},
                     {"FR", "Le chanteur sera puni d'un emprisonnement de cinq ans au plus et d'une amende qui ne pourra excéder le montant des chansons d'une année. Si le coupable est un choriste, la peine sera celle de dix ans d'emprisonnement.",
                      "and imprisonment ..5 years | fine relative // imprisonment ..10 years"},
                     {"FR", "Est puni de la peine d'amende prévue pour les contraventions de la cinquième classe le fait de chanter.\nEn cas de récidive, la peine d'amende prévue pour la récidive des contraventions de la cinquième classe est applicable.",
                      "fine FR:contravention-5 // fine FR:contravention-5"},
                     {"FR", "Le contrevenant est passible d'une amende de 150 à 12 000 euros. Il doit supporter les frais de réparations et, en outre, dédommager les voisins.",
                      "fine EUR 150..EUR 12,000 // and other | compensation"},
                     {"CA", "Le chanteur est passible d'une amende maximale de 2 000 $ et d'un emprisonnement maximal d'un an, ou de l'une de ces peines.", "and_or fine ..CAD 2,000 | imprisonment ..1 year"}});
}

TEST_CASE("a least beside a most, a list behind its announcement, measures that count") {
  check_sanctions("en", {{"CA", "Every person who hums is guilty of an indictable offence and is liable to imprisonment for a term of not more than 14 years and to a minimum punishment of imprisonment for a term of six months.",
                      "indictment imprisonment 6 months..14 years"},
                     {"GB", "If the hum is in category 1, the penalty is—\n(a) for careless humming, 30% of the loss, and\n(b) for deliberate humming, 70% of the loss.", "civil_penalty relative // civil_penalty relative"},
                     {"CA", "A hummer is liable to a penalty. The maximum penalty in respect of a violation that may be fixed is $250,000.", "civil_penalty ..CAD 250,000"},
                     {"US", "A carrier shall be subject to a civil penalty of $200 for each passenger carried.", "civil_penalty relative"},
                     {"US", "A carrier shall be subject to a civil penalty of $200 for each such violation.", "civil_penalty USD 200..USD 200"},
                     {"GB", "The amount of a penalty imposed under section 96 (other than one for singing) is to be such amount not exceeding £2,000,000 as the authority may determine.", "civil_penalty ..GBP 2,000,000"},
                     {"GB", "H is liable to a penalty under this paragraph of £100.\n4 The penalty under this paragraph is £10 for each day that the humming continues.", "civil_penalty GBP 100..GBP 100 // civil_penalty relative"},
                     {"GB", "(1) A hummer is liable on summary conviction to imprisonment for a term not exceeding 12 months.\n(4) In relation to an offence committed before that day, the references in subsection (1) to 12 months are to be read as references to 6 months.",
                      "summary imprisonment ..12 months // summary imprisonment ..6 months"},
                     {"IN", "Where the holder of a licence has been convicted of humming, the licence may be revoked by the licensing authority.", "disqualification"},
                     {"PK", "In a case in which a sentence of imprisonment for life has been passed, the Government may commute the punishment for imprisonment of either description for a term not exceeding fourteen years.", ""},
                     {"GB", "Any reference to penal servitude for life shall be construed as a reference to imprisonment for life.", ""}});
  check_sanctions("fr", {{"FR", "Les chanteurs peuvent être condamnés à la peine complémentaire de suspension du micro pour une durée maximale d'un an, assortie de l'interdiction de souscrire un autre contrat.",
                      "and_or disqualification ..1 year | disqualification"},
                     {"FR", "Le tribunal peut ordonner la fermeture totale ou partielle, définitive ou temporaire, pour une durée au plus de cinq ans, de la salle.", "disqualification ..5 years"},
                     {"FR", "Toute violation sera punie des peines encourues pour le délit d'usurpation de chant.", "other by-reference"},
                     {"FR", "La détention ne peut excéder un mois, lorsque la peine d'emprisonnement encourue est inférieure ou égale à sept ans.", ""},
                     {"FR", "Est passible d'une amende égale à 50 000 euros, ou de 5 % des recettes lorsque ce montant est plus élevé, le fait de chanter.", "fine ..EUR 50,000 relative"}});
}

TEST_CASE("what was taken is given back, posts are lost, cells of tables punish nobody") {
  check_sanctions("fr", {{"FR", "Est puni d'un an d'emprisonnement le fait de percevoir une aide en chantant. L'auteur est tenu de restituer les sommes perçues.", "imprisonment ..1 year // other"},
                     {"FR", "Le dépositaire est tenu de restituer la trompette qu'il a reçue.", ""},
                     {"FR", "Est puni de 3 750 euros d'amende le fait de bâtir une scène. Le tribunal ordonne la remise en état des lieux.", "fine ..EUR 3,750 // other"},
                     {"FR", "Les sanctions disciplinaires sont :\n1° L'avertissement ;\n2° Le blâme ;\n3° La mise à pied ;\n4° L'exclusion définitive.", "or employment | employment | employment | employment"}});
  check_sanctions("en", {{"US", "An employee who hums shall be subject to disciplinary action consisting of removal, reduction in grade, debarment from Federal employment for a period not to exceed 5 years, suspension from duty, or reprimand.",
                      "or employment | employment | employment ..5 years | employment | employment"},
                     {"SG", "Whoever hums shall be punished with imprisonment for a term not exceeding 20 years (if the hum is loud), 15 years (if it is not).", "imprisonment ..20 years // imprisonment ..15 years"},
                     {"GB", "A person convicted of humming may be ordered to repay the ticket.", "other"},
                     {"PK", "Criminal humming except when the 506 The person hummed at.\noffence is punishable with imprisonment for seven years.", ""}});
}

TEST_CASE("bounds behind 'for each', life as a word of its own, examples, words put for others") {
  check_sanctions("en", {{"US", "A hummer may be assessed a civil penalty of not more than $70,000 for each violation, but not less than $5,000 for each willful violation.", "civil_penalty USD 5,000..USD 70,000"},
                     {"US", "A hummer may be assessed a civil money penalty of not more than $1,000 for each violation.", "civil_penalty ..USD 1,000"},
                     {"US-HI", "Persons convicted of humming shall be sentenced to life imprisonment without the possibility of parole.", "imprisonment life..life"},
                     {"US", "The court shall award the claimant damages adequate to compensate for the hum. The court may increase the damages up to three times the amount found.",
                      "compensation // compensation relative"},
                     {"US", "A hummer shall, upon conviction, be subject to the penalties imposed under 26 U.S.C. 5871.", "other by-reference"},
                     {"US", "The court may assess a civil penalty against the State—\n(A) in an amount not to exceed $110,000, in the case of a first hum; or\n(B) in an amount not to exceed $220,000, for any later hum.",
                      "civil_penalty ..USD 110,000 // civil_penalty ..USD 220,000"},
                     {"US-CA", "Humming is punishable by imprisonment in the county jail not exceeding one year, or in the state prison for two, three, or four years.",
                      "or imprisonment ..1 year | imprisonment 2 years..4 years"},
                     {"US-VA", "A violation shall be punishable by confinement in a state correctional facility for life or for any term not less than five years.\nFor a violation of clause (iii), the punishment shall include a mandatory minimum term of confinement for life.",
                      "imprisonment 5 years..life // imprisonment life..life"},
                     {"US", "A hummer shall be liable for a monetary penalty not to exceed $10,000. This penalty shall be assessed in the same manner as the penalties of subsection (d).", "civil_penalty ..USD 10,000"},
                     {"PK", "Whoever hums to have another convicted shall be punished as a person convicted of that offence would be liable to be punished.\nIllustration\nA hums. The punishment of humming is imprisonment for life, or rigorous imprisonment for a term which may extend to ten years.",
                      "other by-reference"}});
  check_sanctions("fr", {{"FR", "À l'article 4, les mots : « deux ans d'emprisonnement et de 30 000 € d'amende » sont remplacés par les mots : « trois ans d'emprisonnement et de 75 000 € d'amende ».",
                      "and imprisonment ..3 years | fine ..EUR 75,000"},
                     {"FR", "La violation de l'interdiction est punie de l'amende prévue par le 5° de l'article 131-13 du code pénal pour les contraventions de la cinquième classe.", "fine FR:contravention-5"},
                     {"FR", "Le chanteur sera condamné à l'amende prévue en l'article précédent.", "fine by-reference"},
                     {"FR", "L'organisateur est tenu de rembourser le billet. Est puni de 15 000 euros d'amende le fait de chanter.", "fine ..EUR 15,000"}});
}

TEST_CASE("tracks under one announcement, times told ahead, services that exclude") {
  check_sanctions("en", {{"US-DC", "A person convicted of humming shall be subject to the following penalties:\n(1) For the first conviction, by a fine not more than $100 or by imprisonment for not more than 180 days, or both;\n"
                               "(2) For the second conviction, by a fine not more than $200 or by imprisonment for not more than 3 years, or both.",
                      "and_or fine ..USD 100 | imprisonment ..180 days // and_or fine ..USD 200 | imprisonment ..3 years"},
                     {"US", "A hummer shall, in addition to any civil penalty, be subject, upon conviction, to a fine of not more than $50,000 for each day of humming, or to imprisonment for not more than one year, or both.",
                      "and_or fine relative | imprisonment ..1 year"},
                     {"US", "When resentencing a hummer, the court shall not impose a sentence of life imprisonment.", ""}});
  check_sanctions("fr", {{"FR", "Sont punis de la détention criminelle à temps de dix à vingt ans les chanteurs.", "imprisonment 10 years..20 years"},
                     {"FR", "Le chant est puni d'une amende de 30 euros.\nLa juridiction peut également prononcer, à titre de peine complémentaire, pour une durée de cinq ans au plus, l'interdiction des droits civiques.",
                      "fine ..EUR 30 // disqualification ..5 years"},
                     {"FR", "Les peines encourues par les personnes morales responsables de l'infraction définie au présent article sont celles prévues à l'article 441-12.", "other by-reference"},
                     {"FR", "Le chant est puni d'une amende de 30 euros. Les chanteurs peuvent être exclus des services de l'opéra.", "fine ..EUR 30 // disqualification"}});
}
