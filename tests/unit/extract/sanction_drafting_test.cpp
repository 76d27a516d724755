// Turns of drafting that were met in law which no gold set holds, each in invented words.
#include <doctest/doctest.h>

#include "sanction_dump.h"

using synoptic::extract::check_sanctions;

TEST_CASE("the class of a contravention behind other words than 'amende'") {
  check_sanctions("fr", {{"FR", "Le fait de chanter sans déclaration est puni des peines prévues pour les contraventions de la troisième classe.", "fine FR:contravention-3"},
                        {"FR", "Le silence est puni par une contravention de cinquième classe.", "fine FR:contravention-5"},
                        {"FR", "Les chanteurs sont passibles des sanctions contraventionnelles de la 4e classe.", "fine FR:contravention-4"},
                        {"FR", "Le chanteur est puni des peines applicables aux contraventions de la cinquième classe.", "fine FR:contravention-5"}});
}

TEST_CASE("who is punished, and who is only spoken of") {
  check_sanctions("fr", {{"FR", "L'exposition d'une voix à un danger que l'auteur ne pouvait ignorer est punie de trois ans d'emprisonnement.", "imprisonment ..3 years"},
                        {"FR", "Le chant de nature à créer un danger pour les personnes est puni de dix ans d'emprisonnement.", "imprisonment ..10 years"},
                        {"FR", "Le chanteur n'est pas puni d'une amende de 30 euros.", ""},
                        {"FR", "Les peines suivantes ne sont pas applicables aux choristes :\n1° L'interdiction de chanter ;\n2° L'affichage.", ""},
                        {"FR", "En cas de délit flagrant puni d'une peine d'emprisonnement, l'agent peut retenir le chanteur.", ""}});
  check_sanctions("en", {{"US", "No singer, officer, or employee of the choir shall be personally liable for any civil penalty under this chapter.", ""},
                        {"PK", "171 No singer to be liable to any penalty for singing in good faith.", ""},
                        {"PK", "Any song which is punishable with simple imprisonment shall be deemed to be punishable with imprisonment of either description.", ""},
                        {"US", "A person who sings shall for the first violation be liable to a fine of not more than fifty dollars.", "fine ..USD 50"},
                        {"IN", "Whoever abets a song shall, if the song be sung in consequence of the abetment be punished with imprisonment for a term which may extend to one year.",
                         "imprisonment ..1 year"},
                        {"IN", "Provided that no person shall be released if the song alleged to have been sung by him is punishable with death or imprisonment for life.", ""}});
}

TEST_CASE("classes of offences in apposition and in a row") {
  check_sanctions("en", {{"US-VA", "Any person who hums at night is guilty of strangling a tune, a Class 6 felony.", "other US-VA:class-6-felony"},
                        {"US-VA", "He shall be guilty of humming, punishable as a Class 3 felony; provided, however, that if such person is armed with a horn he shall be guilty of a Class 2 felony.",
                         "other US-VA:class-3-felony // other US-VA:class-2-felony"},
                        {"US-VA", "If any person hums in a hall, the humming in which is not punishable under any other section, he shall be guilty of a Class 4 felony.", "other US-VA:class-4-felony"},
                        {"US-NY", "Any person who hums is guilty of a class E felony for the first violation and a class D felony for any subsequent violation.",
                         "other US-NY:class-e-felony // other US-NY:class-d-felony"},
                        {"US-NY", "A person is guilty of humming when he commits a class A misdemeanor defined in article ten. Humming is a class D felony.", "other US-NY:class-d-felony"},
                        {"US-VA", "An attempt to hum shall be a felony punishable as a Class 6 felony.", "other US-VA:class-6-felony"},
                        {"US-NY", "Humming means such conduct as a sexually motivated felony.", ""},
                        {"US-VA", "Any person who hums is guilty of grand humming, punishable by imprisonment for not less than one nor more than 20 years.", "imprisonment 1 year..20 years"},
                        {"US", "A knowing violation is a criminal contempt punishable by not more than one year's imprisonment, or a fine under this title, or both.",
                         "and_or imprisonment ..1 year | fine US:title-18"},
                        {"CA", "Every person who hums is guilty of an offence punishable on summary conviction and liable to a fine of not more than $1,000.", "summary fine ..CAD 1,000"},
                        {"CA", "Every person who hums is guilty of an indictable offence and liable to imprisonment for a term of not more than two years.", "indictment imprisonment ..2 years"}});
}

TEST_CASE("amounts in a list, behind a condition, and as the least") {
  check_sanctions("en", {{"US-CA", "A hummer shall be subject to a penalty as follows:\n(1) For any initial violation, one hundred dollars ($100).\n(2) For each subsequent violation, two hundred dollars ($200).",
                         "civil_penalty USD 100..USD 100 // civil_penalty USD 200..USD 200"},
                        {"US-CA", "A hummer shall be punished by imprisonment in the state prison for two, three, or four years.", "imprisonment 2 years..4 years"},
                        {"US-VA", "A hummer shall be sentenced to a mandatory minimum term of imprisonment of two years.", "imprisonment 2 years.."},
                        {"US-CA", "A violation is an infraction punishable by a base fine of twenty dollars for a first offense and fifty dollars for each subsequent offense.",
                         "fine USD 20..USD 20 // fine USD 50..USD 50"},
                        {"IN", "He is liable to imprisonment with or without hard labour, for a period not exceeding six months.", "imprisonment ..6 months"},
                        {"PK", "If at the time of humming the hummer is armed, the imprisonment with which such hummer shall be punished shall not be less than seven years.", "imprisonment 7 years.."},
                        {"PK", "A hummer shall be punished with fine amounting to one hundred thousand rupees.", "fine PKR 100,000..PKR 100,000"},
                        {"US", "The court may, notwithstanding any limit upon its powers, fine him not more than $100.", ""},
                        {"US", "A hummer shall be fined not more than $1,000 or sentenced to prison for a term not to exceed one year, or both.", "and_or fine ..USD 1,000 | imprisonment ..1 year"},
                        {"US", "A person that hums is liable to the Government for a civil penalty of at least $50 and not more than $500.", "civil_penalty USD 50..USD 500"},
                        {"PK", "A hummer shall be punished with fine which may extend one thousand rupees.", "fine ..PKR 1,000"},
                        {"PK", "Any person sentenced to fine may be imprisoned in default of payment of such fine for any period not exceeding eight days.", "imprisonment ..8 days"},
                        {"PK", "Illustration. If A were liable for every note, he might be imprisoned for fifty years.", ""},
                        {"US", "If he hums, the court may fine him not more than $100.", "fine ..USD 100"},
                        {"US", "A hummer shall pay a civil penalty of not more than $500 to the Commissioner.", "civil_penalty ..USD 500"},
                        {"US", "A hummer convicted in any court shall be liable to a penalty of fifty dollars, to be recovered by the person aggrieved in a civil action.",
                         "civil_penalty USD 50..USD 50"}});
  check_sanctions("fr", {{"FR", "Sont punis d'une amende de 3 000 à 10 000 F et, en cas de récidive, de 6 000 à 20 000 F ceux qui ont chanté.", "fine FRF 3,000..FRF 10,000 // fine FRF 6,000..FRF 20,000"},
                        {"FR", "Le chant est puni de 100 000 euros d'amende. Le tribunal peut porter le montant de l'amende au quadruple des dépenses.", "fine ..EUR 100,000 // fine relative"},
                        {"FR", "Le chanteur est passible d'une amende égale à 1 500 euros.", "fine ..EUR 1,500"},
                        {"FR", "Le chanteur peut être condamné au paiement d'une amende civile.", "civil_penalty"},
                        {"FR", "Le chant est puni d'une amende d'au moins 500 euros.", "fine EUR 500.."},
                        {"FR", "L'amende civile prévue aux articles 411-1 et 417 du code des chœurs ne peut excéder 10 000 euros.", "civil_penalty ..EUR 10,000"},
                        {"FR", "Est puni d'un mois d'emprisonnement le chanteur. Est puni d'une peine double le chef de chœur.", "imprisonment ..1 month // other relative"}});
}

TEST_CASE("penalties laid down elsewhere, in other words") {
  check_sanctions("en", {{"PK", "The offences shall be punishable as provided under the Choir Code.", "other by-reference"},
                        {"PK", "A hummer shall be guilty of an offence punishable in the same manner and to the same extent as provided under section 376A.", "other by-reference"},
                        {"IN", "He shall be liable to the penalty specified in that behalf in section 223 of the Choir Code.", "other by-reference"}});
  check_sanctions("fr", {{"FR", "Les chanteurs sont astreints au secret sous les sanctions prévues à l'article 226-13 du code pénal.", "other by-reference"}});
}

TEST_CASE("licences and goods taken from who is convicted") {
  check_sanctions("en", {{"US-VA", "A hummer is guilty of a Class 6 felony. The driver's license of any person convicted under this section shall be revoked.",
                         "other US-VA:class-6-felony // disqualification"},
                        {"US", "A license issued by mistake shall be revoked by the Secretary.", ""},
                        {"PK", "Whoever hums shall be punished with fine which may extend to five rupees and such horn shall be forfeited to Government.", "and fine ..PKR 5 | forfeiture"},
                        {"US", "A person who is convicted of humming shall forfeit to the United States such person's interest in any horn.", "forfeiture"},
                        {"CA", "If a person is convicted of humming, any horn may be ordered forfeited to Her Majesty.", "forfeiture"}});
}

TEST_CASE("what is fixed, reduced or ended without being a penalty") {
  check_sanctions("fr", {{"FR", "Le montant de l'allocation est égal à vingt-neuf fois le salaire minimum. L'autorité administrative peut la refuser en cas de manquement.", ""},
                        {"FR", "La composition du chœur est fixée conformément aux dispositions de l'article 24.", ""},
                        {"FR", "La superficie de la scène est réduite de moitié lors du premier renouvellement.", ""},
                        {"FR", "L'employeur qui envisage de prononcer le licenciement d'un chanteur pour motif économique le lui dit.", ""},
                        {"FR", "Lorsque l'autorité envisage de prononcer une amende administrative, elle indique au chanteur le montant envisagé.", ""}});
  check_sanctions("en", {{"US", "Upon dismissal of the charges the horn shall be returned; the court may order dismissal.", ""}});
}
