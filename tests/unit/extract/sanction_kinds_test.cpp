// Every kind of penalty, join, track and look-alike, in invented words of both languages' drafting.
#include <doctest/doctest.h>

#include "sanction_dump.h"

using synoptic::extract::check_sanctions;

TEST_CASE("imprisonment of every name and length") {
  check_sanctions("en", {{"PK", "Whoever hums shall be punished with rigorous imprisonment for a term which may extend to seven years.", "imprisonment ..7 years"},
               {"IN", "Whoever hums shall be punished with simple imprisonment for one month.", "imprisonment 1 month..1 month"},
               {"PK", "A hummer shall be punished with imprisonment of either description for a term of not less than two years and not more than five years.", "imprisonment 2 years..5 years"},
               {"US", "A hummer shall be imprisoned for any term of years or for life.", "imprisonment ..life"},
               {"PK", "A hummer shall be punished with imprisonment for life.", "imprisonment life..life"},
               {"US-DC", "A hummer shall suffer imprisonment in the city jail for not less than 3 nor more than 9 months.", "imprisonment 3 months..9 months"},
               {"GB", "A hummer is liable on conviction on indictment to imprisonment for life.", "indictment imprisonment ..life"}});
  check_sanctions("fr", {{"FR", "Le bourdon est puni de vingt ans de réclusion criminelle.", "imprisonment ..20 years"},
               {"FR", "Ce chant est puni de la détention criminelle à perpétuité.", "imprisonment ..life"},
               {"FR", "Le chant est puni de deux ans d'emprisonnement.", "imprisonment ..2 years"},
               {"CA", "Le chanteur encourt comme peine maximale un emprisonnement de moins de deux ans.", "imprisonment ..2 years"},
               {"FR", "Si le chant réveille le quartier, une peine d'emprisonnement de cinq ans pourra, en outre, être prononcée.", "imprisonment ..5 years"}});
}

TEST_CASE("sums of money in every dress") {
  check_sanctions("en", {{"PK", "A piper is liable to fine which may extend to five lakh rupees.", "fine ..PKR 500,000"},
               {"IN", "A piper shall be punished with fine not exceeding two crore rupees.", "fine ..INR 20,000,000"},
               {"PK", "A piper shall be punished with fine which may extend to Rs. 5,00,000.", "fine ..PKR 500,000"},
               {"US", "A piper shall be fined not less than two hundred dollars ($200) and not more than $1,000.", "fine USD 200..USD 1,000"},
               {"GB", "A piper is liable on summary conviction to a fine and, if the piping continues, to a further fine not exceeding £50 for each day on which it continues.", "summary fine // summary fine relative"},
               {"US", "A piper shall be fined not more than the greater of $5,000,000 or three times the value of the pipe.", "fine ..USD 5,000,000 relative"},
               {"US", "A piper shall be fined not more than $10,000 if an individual, or $40,000 if an organization.", "fine ..USD 10,000 // fine ..USD 40,000"},
               {"US", "Any master who pipes at night shall forfeit to the harbour the sum of $500.", "civil_penalty USD 500..USD 500"},
               {"GB", "The court shall order the piper to forfeit and pay for each offence a sum not exceeding £20.", "fine ..GBP 20"}});
  check_sanctions("fr", {{"FR", "Les peines sont portées à sept ans d'emprisonnement et à un million d'euros d'amende.", "and imprisonment ..7 years | fine ..EUR 1,000,000"},
               {"FR", "Le contrevenant est puni d'une amende de 4,5 millions d'euros.", "fine ..EUR 4,500,000"},
               {"FR", "Le contrevenant est puni d'une amende de 500 à 3 000 F.", "fine FRF 500..FRF 3,000"},
               {"FR", "La coupe est punie d'une amende de 2 000 euros par hectare.", "fine relative"},
               {"FR", "La coupe est punie de jours-amende.", "fine relative"},
               {"FR", "Le siffleur est puni d'une amende égale à trois fois la valeur du sifflet.", "fine relative"},
               {"FR", "Il est interdit de siffler, sous peine d'une amende de 150 euros.", "fine ..EUR 150"}});
}

TEST_CASE("fixed penalties and civil penalties") {
  check_sanctions("en", {{"GB", "The amount of the fixed penalty (which may differ between halls), being not more than level 2 on the standard scale, is to be set by regulations.", "fixed_fine GB:level-2"},
               {"US", "A licensee is subject to a civil penalty of not more than $10,000 for each violation.", "civil_penalty ..USD 10,000"},
               {"US-DC", "A person who hums in the library shall be subject to a civil fine of $75.", "civil_penalty USD 75..USD 75"},
               {"CA", "The penalty for a violation may not exceed $250,000.", "civil_penalty ..CAD 250,000"}});
  check_sanctions("fr", {{"FR", "L'amende forfaitaire est de 40 euros. Le montant de l'amende forfaitaire minorée est de 30 euros et le montant de l'amende forfaitaire majorée est de 90 euros.",
                "or fixed_fine ..EUR 40 | fixed_fine ..EUR 30 | fixed_fine ..EUR 90"},
               {"FR", "Les manquements sont sanctionnés par une amende administrative, prononcée par le préfet, dont le montant ne peut excéder 3 000 € pour une personne physique et 15 000 € pour une personne morale.",
                "civil_penalty ..EUR 3,000 // civil_penalty ..EUR 15,000"},
               {"FR", "L'autorité administrative peut prononcer une amende. Le montant de l'amende ne peut excéder 2 000 euros.", "civil_penalty ..EUR 2,000"},
               {"FR", "Le plaideur dilatoire peut être condamné à une amende civile d'un maximum de 10 000 euros.", "civil_penalty ..EUR 10,000"},
               {"FR", "Le juge peut assortir cette injonction d'une astreinte d'un montant maximum de 300 euros par jour de retard.", "civil_penalty relative"}});
}

TEST_CASE("compensation, service, bans, forfeiture, the body and life") {
  check_sanctions("en", {{"US", "The owner may recover an award of statutory damages for all copies made, in a sum of not less than $500 or more than $20,000.", "compensation USD 500..USD 20,000"},
               {"GB", "The tribunal may order the employer to pay to the complainant such amount, not exceeding £4,000, as it considers appropriate.", "compensation ..GBP 4,000"},
               {"GB", "The amount of the basic award of compensation (before any reduction) shall not be less than £900.", "compensation GBP 900.."},
               {"GB", "The tribunal shall make an award of compensation not exceeding ten weeks' pay.", "compensation relative"},
               {"US", "A person who hums is liable to community service not exceeding 240 hours.", "community_service ..240 hours"},
               {"GB", "The court convicting a keeper may make either or both of the following orders—\n(a) an order for the disposal of the goose;\n(b) an order disqualifying the keeper from having custody of any goose.",
                "and_or forfeiture | disqualification"},
               {"PK", "Whoever kills the goose shall be punished with death.", "death"},
               {"PK", "Whoever hurts the goose shall be liable to daman and may also be punished with imprisonment which may extend to one year.", "and compensation | imprisonment ..1 year"},
               {"PK", "The offender shall be punished with stripes.", "corporal"}});
  check_sanctions("fr", {{"FR", "L'appelant peut être condamné à des dommages-intérêts.", "compensation"},
               {"FR", "Le salarié a droit à une indemnité forfaitaire égale à six mois de salaire.", "compensation relative"},
               {"FR", "Le siffleur est puni d'un travail d'intérêt général pour une durée de vingt à cent vingt heures.", "community_service 20 hours..120 hours"},
               {"FR", "L'interdiction du territoire français peut être prononcée, soit à titre définitif, soit pour une durée de dix ans au plus, à l'encontre de tout étranger coupable de sifflement.", "other ..life"},
               {"FR", "L'interdiction de séjour ne peut excéder une durée de dix ans en cas de condamnation pour crime et une durée de cinq ans en cas de condamnation pour délit.",
                "disqualification ..10 years // disqualification ..5 years"},
               {"FR", "Le tribunal ordonne, s'il y a lieu, la suppression, l'enlèvement ou la confiscation du sifflet.", "forfeiture"},
               {"FR", "En cas de récidive, le tribunal peut interdire pendant une durée de un à trois ans la vente des sifflets.", "disqualification 1 year..3 years"}});
}

TEST_CASE("sanctions of a service or a profession") {
  check_sanctions("en", {{"PK", "The competent authority may impose one or more of the following penalties:\n(a) censure;\n(b) compulsory retirement;\n(c) dismissal from service.", "and_or employment | employment | employment"},
               {"GB", "If a firm has hummed, the Bank may do one or more of the following—\n(a) publish a statement to that effect;\n(b) impose on the firm a penalty of such amount as it considers appropriate;\n"
                      "(c) with a view to ending the humming, direct that person to refrain from it;\n(d) prohibit that person from holding an office in a firm.",
                "and_or other | civil_penalty | other | disqualification"}});
  check_sanctions("fr", {{"FR", "Les sanctions disciplinaires applicables aux choristes sont, selon la gravité des faits, l'avertissement, le blâme et la radiation.", "or employment | employment | employment"}});
}

TEST_CASE("how penalties go together") {
  check_sanctions("en", {{"US", "A piper shall be fined not more than $500 or imprisoned not more than six months, or both.", "and_or fine ..USD 500 | imprisonment ..6 months"},
               {"PK", "A piper shall be punished with imprisonment which may extend to one year and with fine.", "and imprisonment ..1 year | fine"},
               {"GB", "A piper is liable to imprisonment for a term not exceeding three months or to a fine.", "or imprisonment ..3 months | fine"},
               {"IN", "A piper shall be punished with imprisonment which may extend to seven years, or with fine, or with whipping, or with any combination of such punishments.", "and_or imprisonment ..7 years | fine | corporal"},
               {"US-DC", "A piper may be punished by a fine of up to twice the sum so gained and may be imprisoned for not more than one year, or both.", "and_or fine relative | imprisonment ..1 year"}});
  check_sanctions("fr", {{"FR", "Le siffleur est puni de six mois d'emprisonnement et de 7 500 euros d'amende.", "and imprisonment ..6 months | fine ..EUR 7,500"},
               {"FR", "Le siffleur est puni d'une amende de 4 500 euros et d'un emprisonnement de six mois, ou de l'une de ces deux peines.", "and_or fine ..EUR 4,500 | imprisonment ..6 months"},
               {"FR", "Le premier fait est puni d'un an d'emprisonnement et de 15 000 euros d'amende et celui défini au II de 3 750 euros d'amende et d'une peine de travail d'intérêt général.",
                "and imprisonment ..1 year | fine ..EUR 15,000 // and fine ..EUR 3,750 | community_service"}});
}

TEST_CASE("tracks: by procedure, repetition, aggravation and person") {
  check_sanctions("en", {{"GB", "A piper is liable—\n(a) on summary conviction, to a fine not exceeding the statutory maximum;\n(b) on conviction on indictment, to a fine.", "summary fine GB:statutory-maximum // indictment fine"},
               {"US", "A piper shall be fined $100 for a first offense, $250 for a second offense, and $500 for each subsequent offense.", "fine USD 100..USD 100 // fine USD 250..USD 250 // fine USD 500..USD 500"},
               {"US-DC", "A piper shall be fined not more than $500, and if the pipe has some value shall be fined not more than $900.", "fine ..USD 500 // fine ..USD 900"},
               {"PK", "A piper shall be punished with fine which may extend to ten rupees, and shall be subject for every such subsequent offence to imprisonment which may extend to two months.",
                "fine ..PKR 10 // imprisonment ..2 months"}});
  check_sanctions("fr", {{"FR", "La menace est punie d'un an d'emprisonnement. La peine est portée à la réclusion criminelle à perpétuité si l'infraction est punie de trente ans de réclusion criminelle et à trente ans de réclusion criminelle si elle "
                      "est punie de vingt ans.",
                "imprisonment ..1 year // imprisonment ..life // imprisonment ..30 years"},
               {"FR", "La peine privative de liberté encourue par l'auteur est réduite de moitié s'il a averti le chef de chœur. Lorsque la peine encourue est la réclusion criminelle à perpétuité, celle-ci est ramenée à vingt ans de réclusion "
                      "criminelle.",
                "imprisonment relative // imprisonment ..20 years"},
               {"FR", "Les peines encourues par les personnes morales sont :\n1° L'amende, suivant les modalités prévues par l'article 131-38 ;\n2° Les peines mentionnées à l'article 131-39.", "and fine by-reference | other by-reference"}});
}

TEST_CASE("penalties laid down elsewhere") {
  check_sanctions("en", {{"US", "Whoever hums shall be subject to the penalties set forth in section 216 of this title.", "other by-reference"},
               {"PK", "Whoever abets humming shall be punished with the punishment provided for the offence.", "other by-reference"},
               {"GB", "The director is liable to be proceeded against and punished accordingly.", "other by-reference"},
               {"CA", "Every person who hums is guilty of an offence punishable on summary conviction.", "summary other CA:summary-conviction"}});
  check_sanctions("fr", {{"FR", "Le complice encourt les peines prévues à l'article 12 du code des concerts.", "other by-reference"},
               {"FR", "La tentative est punie des mêmes peines.", ""},
               {"FR", "Sera punie des peines prévues à l'alinéa précédent la répétition sans public.", ""}});
}

TEST_CASE("what looks like a penalty and is none") {
  check_sanctions("en", {{"GB", "The offence must be one punishable on indictment with imprisonment for more than 2 years.", ""},
               {"PK", "A person who has been guilty of an offence punishable with death or imprisonment for life shall not be released on bail.", ""},
               {"GB", "A trustee is not liable for damages for anything done in good faith.", ""},
               {"US", "Any term for which he may be imprisoned shall not begin on a Sunday.", ""},
               {"US", "No court shall hear a claim exceeding $75,000, nor impose a fee of more than $400.", ""},
               {"IN", "A member shall be paid a salary of fifty thousand rupees a month.", ""},
               {"US", "There is authorized to be appropriated $5,000,000 for the prevention of fines.", ""}});
  check_sanctions("fr", {{"FR", "Les contraventions punies d'une amende proportionnelle sont de la compétence du tribunal.", ""},
               {"FR", "L'exclusion ne s'applique ni aux crimes, ni aux délits punis d'au moins cinq ans d'emprisonnement.", ""},
               {"FR", "Sont exclus ceux qui ont été condamnés à une peine égale ou supérieure à un an d'emprisonnement.", ""},
               {"FR", "La demande est portée devant le directeur lorsque le montant des amendes n'excède pas 150 000 euros.", ""},
               {"FR", "Le juge qui prononce la révocation du contrôle ordonne un nouvel examen.", ""},
               {"FR", "Le juge peut ordonner, au besoin sous astreinte, la production des partitions.", ""},
               {"FR", "Le délai de prescription de l'action est de six années.", ""}});
}

TEST_CASE("a scale of fines in rows that count up from 1") {
  check_sanctions("en", {{"GB", "Maximum fines on summary conviction:\nlevel 1: £30;\nlevel 2: £60;\nlevel 3: £90.", "fine ..GBP 30 GB:level-1 // fine ..GBP 60 GB:level-2 // fine ..GBP 90 GB:level-3"},
               {"GB", "The scale of fines is shown below—\nLevel on the scale  Amount of fine\n1  £30\n2  £60\n3  £90", "fine ..GBP 30 GB:level-1 // fine ..GBP 60 GB:level-2 // fine ..GBP 90 GB:level-3"},
               {"GB", "The fine for noise is shown below—\nYear  Amount\n1  £30\n2  £60\n3  £90", ""},  // no scale is named
               {"US-DC", "A school that hums is punished with a supplement, attorney's fees and the following add-ons:\nLevel 1: Humming 0.37 $943\nLevel 2: Loud humming 1.34 $782", ""},
               {"GB", "The charge for each level of hearing is—\nlevel 1: £30;\nlevel 2: £60;\nlevel 3: £90.", ""},  // no fine
               {"GB", "A fine of some level—\n2  £60\n3  £90\n4  £120", ""}});
}

TEST_CASE("an announced list goes on behind words that stand inside one of its items") {
  check_sanctions("fr", {{"FR", "Les siffleurs encourent les peines complémentaires suivantes :\n1° La confiscation du sifflet ;\n2° L'affichage de la décision.\nLe prononcé de la peine d'affichage est obligatoire.\n3° L'interdiction de siffler.",
                "and_or forfeiture | other | disqualification"}});
}

TEST_CASE("offences whose grade is described by what follows") {
  check_sanctions("en", {{"US-DC", "A piper is guilty of a misdemeanor punishable by a fine of not more than $300, or imprisonment not to exceed 90 days, or both.", "and_or fine ..USD 300 | imprisonment ..90 days"},
               {"US-DC", "A piper is guilty of a felony.", "other US-DC:felony"}});
}
