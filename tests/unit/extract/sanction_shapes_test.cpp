// Ways of drafting first met in law that nobody had looked at, in invented texts; and what only looks like them.
#include <doctest/doctest.h>

#include "sanction_dump.h"

using synoptic::extract::check_sanctions;

TEST_CASE("punishments as subjects, sums of civil awards, military terms, bounds behind a comma") {
  check_sanctions("en", {{"US", "The punishment for humming is as follows:\n(1) If the hum is loud, a fine of not more than $500,000, imprisonment for not more than 15 years, or both.\n(2) In any other case, a fine under this title, imprisonment for not more than 10 years, or both.",
                      "and_or fine ..USD 500,000 | imprisonment ..15 years // and_or fine US:title-18 | imprisonment ..10 years"},
                     {"US", "Whoever hums shall be fined under this title or imprisoned not more than 5 years, or both, except that, in the case of an organization, the fine shall not be less than $25,000.",
                      "and_or fine US:title-18 | imprisonment ..5 years // fine USD 25,000.."},
                     {"US", "Whoever hums shall be fined under this title, imprisoned not more than 3 years, or both, but if the hum is aggravated, the maximum term of imprisonment is 5 years.",
                      "and_or fine US:title-18 | imprisonment ..3 years // imprisonment ..5 years"},
                     {"US", "Upon conviction, the hummer shall not be fined more than $1,000 or imprisoned for more than six months.",
                      "or fine ..USD 1,000 | imprisonment ..6 months"},
                     {"US", "If a later hum is convicted, punishment shall be a fine of not more than $50,000 per day of humming, or imprisonment for not more than two years, or both.",
                      "and_or fine relative | imprisonment ..2 years"},
                     {"US", "Any hummer shall be guilty of a felony, and subject to a fine for each offense not to exceed $40,000, and a term of imprisonment not to exceed 5 years.",
                      "and fine ..USD 40,000 | imprisonment ..5 years"},
                     {"US", "A carrier that hums shall forfeit to the United States the sum of $6,000 for each such offense.", "fine USD 6,000..USD 6,000"},
                     {"US", "A hummer shall be subject to a civil penalty of not more than $500 per violation for each day it continues.", "civil_penalty relative"},
                     {"US", "A civil penalty of not more than $25,000 per violation may be assessed by the board.", "civil_penalty ..USD 25,000"},
                     {"US", "Whoever hums shall be fined $50.\nA civil penalty under this paragraph may not exceed\n(A) $100,000 in the case of an individual; or\n(B) $1,000,000 in the case of an applicant.",
                      "fine USD 50..USD 50 // civil_penalty ..USD 100,000 // civil_penalty ..USD 1,000,000"},
                     {"US", "A singer may recover an award of damages of $500. The court in its discretion may reduce the award of damages to a sum of not less than $250.",
                      "compensation USD 500..USD 500 // compensation USD 250.."},
                     {"US", "The court may assess as damages the profits of the hum, but in no case shall a person entitled to recover receive less than the sum of $1,000.",
                      "compensation USD 1,000.."},
                     {"US-DC", "A hummer is guilty of a misdemeanor and, upon conviction, is punishable by not more than the amount set forth in [§ 22-3571.01] or imprisonment of 6 months, or both.",
                      "and_or fine US-DC:22-3571.01 | imprisonment 6 months..6 months"},
                     {"US-DC", "A hum shall subject the hummer to a fine of not more than the amount set forth in [§ 22-3571.01] or imprisonment for 90 days.",
                      "or fine US-DC:22-3571.01 | imprisonment ..90 days"},
                     {"PK", "A hummer is guilty of illegal practice punishable with fine which may extend to two thousand rupees, if he sings.", "fine ..PKR 2,000"},
                     {"PK", "Whoever hums shall commit an offence punishable on conviction with a fine or imprisonment for a term not exceeding three years, or both.",
                      "and_or fine | imprisonment ..3 years"},
                     {"PK", "Whoever hums shall be guilty of an offence under this Ordinance punishable with imprisonment of either description of a term not exceeding seven years, or fine which may extend to one million rupees, or with both.",
                      "and_or imprisonment ..7 years | fine ..PKR 1,000,000"},
                     {"PK", "A sailor who hums shall, on conviction by court-martial, be liable to suffer short imprisonment.", "imprisonment"},
                     {"PK", "The board may, instead of revoking the licence, impose on the licensee a penalty, not exceeding ten thousand rupees.",
                      "civil_penalty ..PKR 10,000"},
                     {"PK", "The fine under sub-section (1) may extend upto one hundred million rupees in case of a legal person.", "fine ..PKR 100,000,000"},
                     {"PK", "Humming shall be liable in case of,–\n(a) a director of the choir, to a penalty which may extend to one million rupees; and\n(b) the choir, to a penalty which may extend to ten million rupees.",
                      "civil_penalty ..PKR 1,000,000 // civil_penalty ..PKR 10,000,000"},
                     {"CA", "Every hummer is guilty of an offence and liable on summary conviction to a fine of not more than\n(a) $25,000 for a first offence; and\n(b) $50,000 for a second or subsequent offence.",
                      "summary fine ..CAD 25,000 // summary fine ..CAD 50,000"},
                     {"IN", "A hummer shall be liable to such fine, not exceeding two lakh rupees, as the court thinks fit.", "fine ..INR 200,000"}});
}

TEST_CASE("peines portées, élevées, infligées, encourues") {
  check_sanctions("fr", {{"FR", "Lorsque l'interdiction a été prononcée pour un chant commis en récidive, la peine est portée à cinq ans d'emprisonnement et 75 000 euros d'amende.",
                      "and imprisonment ..5 years | fine ..EUR 75,000"},
                     {"FR", "Les peines criminelles encourues par les chanteurs sont :\n1° La réclusion criminelle ou la détention criminelle à perpétuité ;\n2° La réclusion criminelle ou la détention criminelle de trente ans au plus.",
                      "or imprisonment | imprisonment ..life | imprisonment | imprisonment ..30 years"},
                     {"FR", "Le chant est puni de trois ans d'emprisonnement et de 45 000 euros d'amende. La peine d'amende peut être élevée jusqu'à la moitié de la valeur de l'orgue.",
                      "and imprisonment ..3 years | fine ..EUR 45,000 // fine relative"},
                     {"FR", "Le chant est puni de trois ans d'emprisonnement et de 75 000 euros d'amende.\nLorsqu'il est nocturne, les peines prévues par cet article sont portées au double.",
                      "and imprisonment ..3 years | fine ..EUR 75,000 // other relative"},
                     {"FR", "Les journaux ne peuvent nommer le chanteur, sous peine d'une amende de 15 000 €.", "fine ..EUR 15,000"},
                     {"FR", "Le chanteur qui se tait peut être, sur réquisitions du ministère public, condamné par le tribunal à une amende de 3 750 euros.",
                      "fine ..EUR 3,750"},
                     {"FR", "Le chant constitue une contravention de grande voirie, réprimée par une amende d'un montant de 3 750 €.", "fine ..EUR 3,750"},
                     {"FR", "Le défaut de partition donne lieu à l'application d'une amende de 1 500 euros.", "fine ..EUR 1,500"},
                     {"FR", "L'Autorité peut :\n3° Ordonner le paiement d'une amende administrative au plus égale à 10 000 € pour une personne physique et à 50 000 € pour une personne morale.",
                      "civil_penalty ..EUR 10,000 // civil_penalty ..EUR 50,000"},
                     {"FR", "Le directeur peut lui infliger une pénalité financière inférieure ou égale à 1 % du prix du billet.", "civil_penalty relative"},
                     {"FR", "L'amende civile prévue à l'article 12 du code du chant ne peut excéder 10 000 euros.", "civil_penalty ..EUR 10,000"},
                     {"FR", "Le chant sans partition entraîne l'application d'une pénalité d'un montant égal à 20 % du prix du billet.", "civil_penalty relative"}});
}

TEST_CASE("penalties that are only spoken of") {
  check_sanctions("en", {{"US", "The tune is privileged and confidential, and subject to the penalties and exceptions under sections 12 and 13 of title 18.", ""},
                     {"US", "Actions to recover damages for humming may be brought within six years and ninety days after the hum.", ""},
                     {"US", "The shore may be used by hummers and subject to rules for the following purposes:\n(4) Use as ingress and egress.\n(5) Transportation of persons.",
                      ""},
                     {"CA", "There shall be imposed on that hummer, in addition to any fine, a penalty equal to the amount of the loan.", "civil_penalty relative"},
                     {"PK", "A hummer shall be liable, in addition to any fine, to imprisonment for one year.", "imprisonment ..1 year"},
                     {"IN", "Whoever hums shall be fined fifty rupees. He shall in addition to any penalty to which he may be subject under this Act be liable to pay the cost.", "fine INR 50..INR 50"},
                     {"IN", "A hummer shall, in addition to any fine, be punished with imprisonment which may extend to one year.", "imprisonment ..1 year"},
                     {"US", "The hummer is subject to a civil penalty, which penalty may be doubled where the violation is a repeated or willful violation.",
                      "civil_penalty"},
                     {"IN", "An appeal lies only where the amount of fine or penalty determined by such order, does not exceed two lakh rupees.", ""},
                     {"IN", "The instruments may be sold to recover the penalty payable under sub-section (3).", ""},
                     {"IN", "Whoever conspires to commit an offence punishable with death or imprisonment for two years or upwards shall be punished as if he had abetted it.",
                      "other by-reference"},
                     {"US", "If the hummer is convicted of an offense for which the court-martial may sentence the hummer to death, the members shall vote.", ""}});
  check_sanctions("fr", {{"FR", "La commission informe le chanteur de son intention de lui infliger une pénalité financière.", ""},
                     {"FR", "Le fait d'infliger une amende en méconnaissance de l'article 3 est puni de 3 750 euros d'amende.", "fine ..EUR 3,750"},
                     {"FR", "Cette réduction, accordée après avis de la commission de l'application des peines, ne peut excéder trois mois par année d'incarcération.", ""}});
}

TEST_CASE("maxima doubled, terms raised by their name, fines named by a class, options in lieu") {
  check_sanctions("fr", {{"FR", "Le chant est puni d'un mois d'emprisonnement.\nLorsqu'il s'agit d'un mineur, le fait de se rendre coupable de l'une des infractions définies au présent article porte au double le maximum des peines encourues.",
                      "imprisonment ..1 month // other relative"},
                     {"FR", "Le chant est puni d'un emprisonnement de dix jours. En cas de récidive, la peine de prison pourra être portée à deux mois.",
                      "imprisonment ..10 days // imprisonment ..2 months"},
                     {"FR", "Le registre énoncera le nom du chanteur ; le tout à peine, contre le greffier, de l'amende fixée par l'article 50.",
                      "fine by-reference"},
                     {"FR", "La visite est permise en cas de procédure portant sur une infraction non passible d'une peine d'emprisonnement.", ""}});
  check_sanctions("en", {{"IE", "A singer who hums commits an offence and is liable on summary conviction to a class A fine or to imprisonment for a term not exceeding 6 months, or to both.",
                      "summary and_or fine IE:class-a-fine | imprisonment ..6 months"},
                     {"IN", "The court shall give the singer an option to pay, in lieu of forfeiture, a fine equal to the market value of the drum.",
                      "fine relative"},
                     {"US", "A hummer who is sentenced to pay a fine, assessment, or restitution, shall pay the fine, assessment, or restitution, as specified by the Director.",
                      ""}});
}

TEST_CASE("scales told class by class, penalties sized in another section, property that others forfeit") {
  check_sanctions("en", {{"US-VA", "The authorized punishments for conviction of a felony are:\nFor Class 1 felonies, imprisonment for life and a fine of not more than $100,000.\nFor Class 2 felonies, imprisonment for life or for any term not less than 20 years and a fine of not more than $100,000.\nFor Class 3 felonies, a term of imprisonment of not less than five years nor more than 20 years and a fine of not more than $90,000.",
                      "and imprisonment ..life US-VA:class-1-felony | fine ..USD 100,000 US-VA:class-1-felony // and imprisonment 20 years..life US-VA:class-2-felony | fine ..USD 100,000 US-VA:class-2-felony // and imprisonment 5 years..20 years US-VA:class-3-felony | fine ..USD 90,000 US-VA:class-3-felony"},
                     {"US", "Whoever hums shall be subject to a fine and imprisonment as provided in section 1001.",
                      "and fine by-reference | imprisonment by-reference"},
                     {"US", "A hummer shall be subject to the penalties set forth in subsections (b) and (c) of section 206 of the Hum Act.",
                      "other by-reference"},
                     {"GB", "A person who hums commits an offence. Subsection (4) of section 4 applies to a person guilty of an offence under this section.",
                      "other by-reference"},
                     {"US", "If the hum is a misdemeanor under the laws of the State, the hummer may be heard. Whoever hums shall be fined $50.",
                      "fine USD 50..USD 50"},
                     {"GB", "The Act (freezing orders in respect of property liable to forfeiture) is amended as follows. A hummer is liable on conviction to a fine.",
                      "fine"},
                     {"GB", "\"financial penalty\", in relation to a hummer, means an obligation to pay. A hummer is liable on conviction to a fine.", "fine"}});
}
