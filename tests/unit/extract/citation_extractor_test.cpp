#include <doctest/doctest.h>

#include "extract/extractor.h"
#include "../places.h"

using namespace synoptic;

namespace {

// "kind text -> target", one citation a line
std::string read(std::string_view text, std::string_view lang, std::string_view jurisdiction) {
  static const auto extractor = extract::Extractor::load(synoptic::test::source("src/extract/lexicon"));
  REQUIRE(extractor);
  std::string result;
  for (const auto& citation : extractor->extract({.text = text, .lang = lang, .jurisdiction = jurisdiction}).citations) {
    if (!result.empty()) result += " | ";
    result += citation.span.of(text);
    result += " -> ";
    result += citation.target.value_or("-");
  }
  return result;
}

struct Row {
  std::string_view text;
  std::string expected;
};

void check(std::string_view lang, std::string_view jurisdiction, std::initializer_list<Row> rows) {
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(read(text, lang, jurisdiction) == expected);
  }
}

}  // namespace

TEST_CASE("United States: codes by title and section, public laws, reporters") {
  check("en", "US",
        {{"Lamps (52 U.S.C. 99082(a)(1)) are lit.", "52 U.S.C. 99082(a)(1) -> /us/usc/t52/s99082/a/1"},
         {"under section 912 of title 18, United States Code, a lamp", "section 912 of title 18, United States Code -> /us/usc/t18/s912"},
         {"chapter 57 of title 5, United States Code", "chapter 57 of title 5, United States Code -> /us/usc/t5/ch57"},
         {"section 54.307 of title 47, Code of Federal Regulations", "section 54.307 of title 47, Code of Federal Regulations -> /us/cfr/t47/s54.307"},
         {"see 29 CFR 1604.11 and 29 C.F.R. part 5", "29 CFR 1604.11 -> /us/cfr/t29/s1604.11 | 29 C.F.R. part 5 -> /us/cfr/t29/p5"},
         {"section 145 of division C of Public Law 114–999", "section 145 of division C of Public Law 114–999 -> /us/pl/114/999/dC/s145"},
         {"subsection (a), (b), or (c) of section 2461 of title 10, United States Code",
          "subsection (a), (b), or (c) of section 2461 of title 10, United States Code -> /us/usc/t10/s2461"},
         {"sections 301-10.122 through 301-10.124 of title 41, Code of Federal Regulations",
          "sections 301-10.122 through 301-10.124 -> /us/cfr/t41/s301-10.122 | title 41, Code of Federal Regulations -> /us/cfr/t41"},
         // Where a line starts, a unit in capitals or its sign is the number of what follows, and cites nothing.
         {"SEC. 4. Lamps.\nSection 5 of title 9, United States Code, applies.\n“§ 46. Wicks", "Section 5 of title 9, United States Code -> /us/usc/t9/s5"},
         {"PART 7—Lamps\n§ 99 applies, PART 8 does not.", "§ 99 -> #section/99 | PART 8 -> #part/8"},
         {"section 404 of the Robert T. Lamp Disaster Relief Act (42 U.S.C. 95170c)",
          "section 404 of the Robert T. Lamp Disaster Relief Act -> - | 42 U.S.C. 95170c -> /us/usc/t42/s95170c"},
         {"Part A. Lamps Act of 1990", "Part A -> #part/A | Lamps Act of 1990 -> -"},
         {"a lamp127 STAT. 1167", ""},
         // The number of the section is lost: the title is cited.
         {"the Lamps Act (8 U.S.C. (c)(5)(A))", "Lamps Act -> - | 8 U.S.C. -> /us/usc/t8"},
         {"the Lamps Act of 1990 (42 U.S.C. 9901) and section 5 of such Act",
          "Lamps Act of 1990 -> - | 42 U.S.C. 9901 -> /us/usc/t42/s9901 | section 5 of such Act -> -"},
         {"131 Stat. 1229", "131 Stat. 1229 -> /us/stat/131/1229"},
         // The section is what is cited, as the publishers of laws link it; its parts are `targets`.
         {"subsection (a) of section 5 of title 9, United States Code", "subsection (a) of section 5 of title 9, United States Code -> /us/usc/t9/s5"},
         {"paragraph (2) of section 14 of Public Law 110–996", "paragraph (2) of section 14 of Public Law 110–996 -> /us/pl/110/996/s14/2"},
         {"subsection 1343(c) of title 31, United States Code, subchapter 59 of title 5, United States Code",
          "subsection 1343(c) of title 31, United States Code -> /us/usc/t31/s1343/c | subchapter 59 of title 5, United States Code -> /us/usc/t5/ch59"},
         {"Sections 553 and 557 of chapter 55 of title 46, United States Code",
          "Sections 553 -> /us/usc/t46/ch55/s553 | 557 -> /us/usc/t46/ch55/s557 | chapter 55 of title 46, United States Code -> /us/usc/t46/ch55"},
         {"5 U.S.C. ch. 87; 37 Stat. 936, chapter 141; 125 Stat. 993–994; 112 Stat. 2681–822",
          "5 U.S.C. ch. 87 -> /us/usc/t5/ch87 | 37 Stat. 936, chapter 141 -> /us/stat/37/936/ch141 | 125 Stat. 993–994 -> /us/stat/125/993 | "
          "112 Stat. 2681–822 -> /us/stat/112/2681-822"},
         {"the First Amendment to the Constitution of the United States",
          "First Amendment to the Constitution of the United States -> /us/cons/amd1"},
         {"article I, section 8, clause 91 of the United States Constitution and the Constitution of the United States",
          "article I, section 8, clause 91 of the United States Constitution -> /us/cons/aI/s8/91"},
         {"title 5, chapter 57, United States Code", "title 5, chapter 57, United States Code -> /us/usc/t5/ch57"},
         {"sections 4, 5 and 7a of title 9, United States Code",
          "sections 4 -> /us/usc/t9/s4 | 5 -> /us/usc/t9/s5 | 7a -> /us/usc/t9/s7a | title 9, United States Code -> /us/usc/t9"}});
}

TEST_CASE("District of Columbia: sections of its code by number alone, both ends of a range") {
  check("en", "US-DC",
        {{"as provided in § 99-611.08(c)(2).", "§ 99-611.08(c)(2) -> /us-dc/code/99-611.08"},
         {"§§ 98-1203 and 98-1206", "§§ 98-1203 -> /us-dc/code/98-1203 | 98-1206 -> /us-dc/code/98-1206"},
         {"§§ 98-1203 through 98-1206", "§§ 98-1203 -> /us-dc/code/98-1203 | 98-1206 -> /us-dc/code/98-1206"},
         {"D.C. Code § 28:9-105(l)", "D.C. Code § 28:9-105(l) -> /us-dc/code/28:9-105"},
         {"§ 98-1203(a) of subchapter VII", "§ 98-1203(a) of subchapter VII -> /us-dc/code/98-1203"},
         {"§§ 98-1623 [repealed], 98-1711 (adoptions), and 98-1712",
          "§§ 98-1623 -> /us-dc/code/98-1623 | 98-1711 -> /us-dc/code/98-1711 | 98-1712 -> /us-dc/code/98-1712"},
         // The enacted words cite a section of the same law; the codifiers' sign cites the code.
         {"as required by section 98-2309(b)", "section 98-2309(b) -> #section/98-2309/subsection/b"},
         // A number of the edition before, and the one that it has now.
         {"D.C. Code, sec. 98-507 [§ 98-521.01]", "D.C. Code, sec. 98-507 -> - | § 98-521.01 -> /us-dc/code/98-521.01"},
         {"Title 22 of the District of Columbia Code", "Title 22 of the District of Columbia Code -> -"}});
}

TEST_CASE("France: articles of codes, lists and ranges, laws by number") {
  check("fr", "FR",
        {{"l'article 222-99 du code pénal", "article 222-99 du code pénal -> code-penal/article/222-99"},
         {"aux articles L. 913-1 et L. 952-4 du code de la sécurité sociale",
          "articles L. 913-1 -> code-de-la-securite-sociale/article/L913-1 | L. 952-4 du code de la sécurité sociale -> code-de-la-securite-sociale/article/L952-4"},
         {"les articles 999 à 1009 du code de procédure civile", "articles 999 à 1009 du code de procédure civile -> code-de-procedure-civile/article/999"},
         {"l'article 15 de la loi n° 2018-999 du 3 août 2018 relative aux lampes", "article 15 de la loi n° 2018-999 du 3 août 2018 -> loi/2018-999/article/15"},
         {"l'article 199 bis A du code de la route", "article 199 bis A du code de la route -> code-de-la-route/article/199 bis A"},
         {"l'article 12 du code civil et l'article 14 dudit code, à l'article L. 5 L'Etat",
          "article 12 du code civil -> code-civil/article/12 | article 14 dudit code -> code-civil/article/14 | article L. 5 -> #article/L5"},
         {"l'article premier de la loi n° 2018-999", "article premier de la loi n° 2018-999 -> loi/2018-999/article/1"},
         {"au premier alinéa de l'article 222-99 du code pénal, le deuxième alinéa est supprimé",
          "premier alinéa de l'article 222-99 du code pénal -> code-penal/article/222-99"},
         {"le dernier alinéa des articles 6 et 7 de la loi n° 83-999 et l'article 5 de la même loi",
          "articles 6 -> loi/83-999/article/6 | 7 de la loi n° 83-999 -> loi/83-999/article/7 | article 5 de la même loi -> loi/83-999/article/5"},
         {"le livre premier du code de la route", "livre premier du code de la route -> code-de-la-route/book/1"},
         {"le code de la route et l'article R. 12 du même code", "code de la route -> code-de-la-route | article R. 12 du même code -> code-de-la-route/article/R12"}});
}

TEST_CASE("France: numbers of the tax code, the first article, the Constitution, parts behind a comma") {
  check("fr", "FR",
        {{"l'article 44 sexies-0 Z du code général des impôts", "article 44 sexies-0 Z du code général des impôts -> code-general-des-impots/article/44 sexies-0 Z"},
         {"l'article 985-0 V bis du code général des impôts, l'article 9250-0 B ter",
          "article 985-0 V bis du code général des impôts -> code-general-des-impots/article/985-0 V bis | article 9250-0 B ter -> #article/9250-0 B ter"},
         {"les articles 1er et 2 de la loi n° 2018-999", "articles 1er -> loi/2018-999/article/1 | 2 de la loi n° 2018-999 -> loi/2018-999/article/2"},
         {"l'article L. 910-1 du code du commerce", "article L. 910-1 du code du commerce -> code-de-commerce/article/L910-1"},
         {"l'article 974 de la Constitution, l'article 974 de la Constitution du 4 octobre 1958",
          "article 974 de la Constitution -> constitution-du-4-octobre-1958/article/974 | "
          "article 974 de la Constitution du 4 octobre 1958 -> constitution-du-4-octobre-1958/article/974"},
         {"l'article 3 de la Constitution du 27 octobre 1946 et l'article 8 de la Convention européenne des lampes",
          "article 3 de la Constitution -> - | article 8 de la Convention -> -"},
         {"l'article 6, paragraphe 1, point a), du règlement (UE) 2099/679",
          "article 6, paragraphe 1, point a), du règlement (UE) 2099/679 -> eli/reg/2099/679/article/6/paragraph/1/point/a"},
         {"l'article 5, alinéa 2 du code civil", "article 5, alinéa 2 du code civil -> code-civil/article/5"},
         {"aux articles 9041, 9042, alinéa 3, L. 9042-3 et L. 9042-4",
          "articles 9041 -> #article/9041 | 9042 -> #article/9042 | alinéa 3 -> - | L. 9042-3 -> #article/L9042-3 | L. 9042-4 -> #article/L9042-4"},
         {"aux alinéas 2 et 3 de l'article L. 912-2 du code du sport", "alinéas 2 et 3 de l'article L. 912-2 du code du sport -> code-du-sport/article/L912-2"},
         // Every chapter of a code has a section 2; a law numbers its titles through.
         {"la section 2 du présent chapitre, le titre II de la présente loi", "section 2 du présent chapitre -> - | titre II de la présente loi -> #title/II"}});
  check("fr", "CA", {{"le paragraphe 5(2) de la présente loi, la partie 2", "paragraphe 5(2) de la présente loi -> #section/5/subsection/2 | partie 2 -> #part/2"}});
}

TEST_CASE("France: bare articles belong to the code that numbers so") {
  check("fr", "FR", {{"Le salarié dispose du délai prévu à l'article L. 1233-67.", "article L. 1233-67 -> code-du-travail/article/L1233-67"},
                     // Several codes number so: what their articles of that number speak of decides.
                     {"Le syndicat dépose ses statuts selon l'article L. 2131-3.", "article L. 2131-3 -> code-du-travail/article/L2131-3"},
                     {"L'acte du maire est transmis au représentant de l'Etat selon l'article L. 2131-3.",
                      "article L. 2131-3 -> code-general-des-collectivites-territoriales/article/L2131-3"},
                     {"Le fonctionnaire a droit à des congés, selon l'article L. 822-1.", "article L. 822-1 -> code-general-de-la-fonction-publique/article/L822-1"},
                     // The name of another code says nothing of this one; nor does one word.
                     {"L'article 12 du code de la sécurité sociale vaut pour l'article L. 2131-3.",
                      "article 12 du code de la sécurité sociale -> code-de-la-securite-sociale/article/12 | article L. 2131-3 -> #article/L2131-3"},
                     // A number that is newer than the plans does not outweigh what a text speaks of; that of a village has both numbers.
                     {"Le salarié, l'employeur et le syndicat négocient la convention collective des salariés de l'entreprise, selon les articles L. 2122-1 et L. 2122-30.",
                      "articles L. 2122-1 -> code-du-travail/article/L2122-1 | L. 2122-30 -> code-du-travail/article/L2122-30"},
                     {"Il pleut, selon l'article L. 2131-3.", "article L. 2131-3 -> #article/L2131-3"},
                     {"au sens de l'article L. 99999-1", "article L. 99999-1 -> #article/L99999-1"}});
}

TEST_CASE("France: the law named at the end of an enumeration is that of all its members, unless the text's own code numbers so") {
  const std::string_view commerce = " au sens de l'article L. 233-1, des I et II de l'article L. 233-3 et de l'article L. 233-16 du code de commerce";
  const std::string all = "article L. 233-1 -> code-de-commerce/article/L233-1 | article L. 233-3 -> code-de-commerce/article/L233-3 | "
                          "article L. 233-16 du code de commerce -> code-de-commerce/article/L233-16";
  check("fr", "FR",
        {{commerce, all},
         {"Le délai de l'article L. 1233-67 court au sens de l'article L. 233-1, des I et II de l'article L. 233-3 et de l'article L. 233-16 du code de commerce",
          "article L. 1233-67 -> code-du-travail/article/L1233-67 | " + all},
         {"Le délai de l'article L. 1233-67 court selon les articles L. 1232-2, L. 641-4, dernier alinéa, et L. 641-10 du code de commerce",
          "article L. 1233-67 -> code-du-travail/article/L1233-67 | articles L. 1232-2 -> code-du-travail/article/L1232-2 | "
          "L. 641-4 -> code-de-commerce/article/L641-4 | L. 641-10 du code de commerce -> code-de-commerce/article/L641-10"},
         {"soumise aux articles L. 211-2 et L. 211-3, aux titres II à VII et au chapitre II du titre VIII du livre II du code minier",
          "articles L. 211-2 -> code-minier/article/L211-2 | L. 211-3 -> code-minier/article/L211-3 | titres II à VII -> - | "
          "chapitre II du titre VIII du livre II du code minier -> code-minier/book/II/title/VIII/chapter/II"},
         // Nothing tells how the rural code numbers, but its group has three digits, and a code has three or four throughout.
         {"selon l'article L. 1233-67 ou l'article L. 741-10 du code rural et de la pêche maritime",
          "article L. 1233-67 -> code-du-travail/article/L1233-67 | article L. 741-10 du code rural et de la pêche maritime -> "
          "code-rural-et-de-la-peche-maritime/article/L741-10"},
         {"selon l'article L. 740-2 ou l'article L. 741-10 du code rural et de la pêche maritime",
          "article L. 740-2 -> code-rural-et-de-la-peche-maritime/article/L740-2 | article L. 741-10 du code rural et de la pêche maritime -> "
          "code-rural-et-de-la-peche-maritime/article/L741-10"},
         {"selon l'article L. 233-1 du présent code et l'article L. 233-16 du code de commerce",
          "article L. 233-1 du présent code -> #article/L233-1 | article L. 233-16 du code de commerce -> code-de-commerce/article/L233-16"},
         {"selon l'article L. 1233-67. Selon l'article L. 233-16 du code de commerce",
          "article L. 1233-67 -> code-du-travail/article/L1233-67 | article L. 233-16 du code de commerce -> code-de-commerce/article/L233-16"}});
}

TEST_CASE("Acts by title: the form tells a title, a number in brackets its target") {
  check("en", "PK",
        {{"of the Code of Lamp Procedure, 1898 (Act V of 1898)", "Code of Lamp Procedure, 1898 (Act V of 1898) -> /pk/act/1898/5"},
         {"section 9 of the Lamps Act, 1890 (Act No. IX of 1890)", "section 9 of the Lamps Act, 1890 (Act No. IX of 1890) -> /pk/act/1890/9/section/9"}});
  check("en", "GB",
        {{"the Lighting of Lamps Act 1997 (c. 40)", "Lighting of Lamps Act 1997 (c. 40) -> ukpga/1997/40"},
         {"the Lamps (Fees) Regulations 2005 (S.I. 2005/9999)", "Lamps (Fees) Regulations 2005 -> uksi/2005/9999 | S.I. 2005/9999 -> uksi/2005/9999"},
         {"section 4 or 4A of the Public Lamps Act 1997 (c. 40)", "section 4 -> ukpga/1997/40/section/4 | 4A of the Public Lamps Act 1997 (c. 40) -> ukpga/1997/40/section/4A"},
         {"ss 2-3 of the Public Lamps Act 1997 (c. 40)", "ss 2-3 of the Public Lamps Act 1997 (c. 40) -> ukpga/1997/40/section/2"},
         {"sections 2 to 5, and 7, of the Lamps and Public Order (Scotland) Act 2021 (asp 14)",
          "sections 2 to 5 -> asp/2021/14/section/2 | 7, of the Lamps and Public Order (Scotland) Act 2021 (asp 14) -> asp/2021/14/section/7"},
         {"paragraph 3(2) of Schedule 5 to the Lamps Act 2003 (c. 42)",
          "paragraph 3(2) of Schedule 5 to the Lamps Act 2003 (c. 42) -> ukpga/2003/42/schedule/5/paragraph/3/subparagraph/2"},
         {"the Lamps Act 1998 (c. 9) and section 5 of the 1998 Act, section 6 of the 1970 Act",
          "Lamps Act 1998 (c. 9) -> ukpga/1998/9 | section 5 of the 1998 Act -> ukpga/1998/9/section/5 | section 6 of the 1970 Act -> -"},
         {"a Private Act and a Public Act", ""},
         {"section 4 of the Offences against the Lamp Act 1861 (c. 999)",
          "section 4 of the Offences against the Lamp Act 1861 (c. 999) -> ukpga/1861/999/section/4"},
         {"regulation 3 of the Lamps Act 2010 (Wicks) Regulations 2011 (S.I. 2011/9999)",
          "regulation 3 of the Lamps Act 2010 (Wicks) Regulations 2011 -> uksi/2011/9999/regulation/3 | S.I. 2011/9999 -> uksi/2011/9999"},
         {"Schedule 1, paragraph 2(3) to the Lamps Act 2003 (c. 42)",
          "Schedule 1, paragraph 2(3) to the Lamps Act 2003 (c. 42) -> ukpga/2003/42/schedule/1/paragraph/2/subparagraph/3"},
         {"section 5, paragraph (2) of section 7 of this Act", "section 5 -> #section/5 | paragraph (2) of section 7 of this Act -> #section/7/paragraph/2"}});
  check("en", "IN", {{"sections 354 and 509 of the Indian Lamps Code (45 of 1860)",
                      "sections 354 -> /in/act/1860/45/section/354 | 509 of the Indian Lamps Code (45 of 1860) -> /in/act/1860/45/section/509"}});
  check("en", "IN", {{"article 21 of the Constitution of India", "article 21 of the Constitution of India -> /in/act/constitution/constitution-of-india/article/21"}});
  check("en", "ZA", {{"the Municipal Lamps Act, 32 of 2000, and section 3 of the Wicks Act No. 29 of 1993",
                      "Municipal Lamps Act, 32 of 2000 -> /za/act/2000/32 | section 3 of the Wicks Act No. 29 of 1993 -> /za/act/1993/29/section/3"}});
  check("en", "PK", {{"the Lamps Ordinance, 2009 (XXV of 2009)", "Lamps Ordinance, 2009 (XXV of 2009) -> /pk/ordinance/2009/25"}});
  check("en", "CA", {{"subsection 2(1) of the Lamps Act and this Act", "subsection 2(1) of the Lamps Act -> -"}});
  check("fr", "CA", {{"du paragraphe 2(1) de la Loi sur les lampes.", "paragraphe 2(1) de la Loi sur les lampes -> -"}});
}

TEST_CASE("a law that no list knows: its provisions are not those of this text") {
  check("en", "GB", {{"under section 5 of the Trumpet and Drum Rules, as section 6 says", "section 5 of the Trumpet and Drum Rules -> - | section 6 -> #section/6"},
                     {"section 7 of the Agreement, section 8 of the Order", "section 7 of the Agreement -> - | section 8 -> #section/8"},
                     {"Article 121 of the Constitution of the Republic of Iraq binds", "Article 121 of the Constitution of the Republic of Iraq -> -"},
                     {"section 24 of the Constitution of the Republic of Lampland Act, 1996",
                      "section 24 of the Constitution -> - | Republic of Lampland Act, 1996 -> -"},
                     {"section 9 of the rules of good order", "section 9 -> #section/9"}});
  check("fr", "FR", {{"l'article L. 1233-67 du code des trompettes et l'article 3 de la convention de Bémol",
                      "article L. 1233-67 du code des trompettes -> - | article 3 de la convention de Bémol -> -"},
                     {"l'article L. 1233-67 du code", "article L. 1233-67 -> code-du-travail/article/L1233-67"}});
}

TEST_CASE("the European Union") {
  check("en", "GB",
        {{"Article 5 of Regulation (EU) 2099/679", "Article 5 of Regulation (EU) 2099/679 -> eli/reg/2099/679/article/5"},
         {"Article 6(1), point (a), of Regulation (EU) 2099/679; point (a) of Article 6(1) of Regulation (EU) 2099/679; at that point 5 lamps",
          "Article 6(1), point (a), of Regulation (EU) 2099/679 -> eli/reg/2099/679/article/6/paragraph/1/point/a | "
          "point (a) of Article 6(1) of Regulation (EU) 2099/679 -> eli/reg/2099/679/article/6/paragraph/1/point/a"},
         {"Council Regulation (EC) No 44/2001", "Council Regulation (EC) No 44/2001 -> eli/reg/2001/44"},
         {"CELEX 32099R0679, CELEX: 32002L0073 and CELEX 52002PC0001", "CELEX 32099R0679 -> eli/reg/2099/679 | CELEX: 32002L0073 -> eli/dir/2002/73"}});
}

TEST_CASE("parts that stand before the provision are targets of their own") {
  static const auto extractor = extract::Extractor::load(synoptic::test::source("src/extract/lexicon"));
  REQUIRE(extractor);
  const auto french = extractor->extract({.text = "aux deuxième et troisième alinéas de l'article 6", .lang = "fr", .jurisdiction = "FR"}).citations;
  REQUIRE(french.size() == 1);
  CHECK(french[0].target == "#article/6");
  CHECK(french[0].targets == std::vector<std::string>{"#article/6/alinea/2", "#article/6/alinea/3"});
  const auto brackets = extractor->extract({.text = "section 39(1)(b) to (d)", .lang = "en", .jurisdiction = "GB"}).citations;
  REQUIRE(brackets.size() == 1);
  CHECK(brackets[0].targets == std::vector<std::string>{"#section/39/subsection/1/paragraph/b", "#section/39/subsection/1/paragraph/d"});
  const auto range = extractor->extract({.text = "16 U.S.C. 9839aa–9839aa–8, 42 U.S.C. 9000e-5", .lang = "en", .jurisdiction = "US"}).citations;
  REQUIRE(range.size() == 2);
  CHECK(range[0].targets == std::vector<std::string>{"/us/usc/t16/s9839aa", "/us/usc/t16/s9839aa-8"});
  CHECK(range[1].targets.empty());
  const auto code = extractor->extract({.text = "paragraph (2) of subsection (c) of section 5 of title 9, United States Code", .lang = "en", .jurisdiction = "US"}).citations;
  REQUIRE(code.size() == 1);
  CHECK(code[0].target == "/us/usc/t9/s5");
  CHECK(code[0].targets == std::vector<std::string>{"/us/usc/t9/s5/c/2"});
}

TEST_CASE("a law that is amended: provisions named behind it are its own") {
  check("en", "GB",
        {{"(1) The Lantern (Wales) Act 2094 is modified as follows.\n(2) In section 69 (lamps), for “section 70” substitute “section 71”.",
          "Lantern (Wales) Act 2094 -> - | section 69 -> - | section 70 -> - | section 71 -> -"},
         {"(1) The Human Rights Act 1998 (c. 42) is amended as follows.\n(2) In section 6(1)—\n(a) after subsection (2) insert “or under section 7”.",
          "Human Rights Act 1998 (c. 42) -> ukpga/1998/42 | section 6(1) -> ukpga/1998/42/section/6/subsection/1 | subsection (2) -> - | "
          "section 7 -> ukpga/1998/42/section/7"},
         {"The 2094 Act is amended as follows. In section 4, after “30A” (inserted by section 18) insert “or section 5 of this Act”.",
          "section 4 -> - | section 18 -> #section/18 | section 5 of this Act -> #section/5"},
         {"The principal Act is amended as follows: in section 4 omit “lamp”.", "section 4 -> -"},
         {"Section 15 (as amended by the Trumpet Act 1999) of the Principal Act is amended— in subsection (1), for “section 16”",
          "Section 15 -> #section/15 | Trumpet Act 1999 -> - | subsection (1) -> - | section 16 -> -"},
         // not a law: the text's own provision, or none
         {"Section 5 is amended as follows: section 6 applies.", "Section 5 -> #section/5 | section 6 -> #section/6"},
         {"This Act is amended as follows. In section 6 omit “lamp”.", "section 6 -> #section/6"},
         {"Section 5 of the Human Rights Act 1998 applies. The list is amended as follows. See section 6.",
          "Section 5 of the Human Rights Act 1998 -> - | section 6 -> #section/6"}});
  check("en", "US", {{"The Lamps Act of 1990 (42 U.S.C. 9901 et seq.) is amended—\n(1) in section 5, by striking “lamp”",
                      "Lamps Act of 1990 -> - | 42 U.S.C. 9901 et seq. -> /us/usc/t42/s9901 | section 5 -> -"},
                     {"Title 18, United States Code, is amended—\n(1) in section 1030, by striking “lamp”",
                      "Title 18, United States Code -> /us/usc/t18 | section 1030 -> /us/usc/t18/s1030"},
                     // In one sentence, and in what it inserts; the next paragraph speaks of the text's own provisions.
                     {"(a) Lamps.—Section 88911 of title 5, United States Code, is amended by inserting the following:\n“(c) wicks:\n(a) of section 88903 or 88904”.\n"
                      "(b) Date.—Section 7 applies.",
                      "Section 88911 of title 5, United States Code -> /us/usc/t5/s88911 | section 88903 -> /us/usc/t5/s88903 | 88904 -> /us/usc/t5/s88904 | "
                      "Section 7 -> #section/7"},
                     {"The Lamps Act is amended by inserting before section 5 the following:\n“SEC. 4A. A lamp of section 402(c).”.",
                      "Lamps Act -> - | section 5 -> - | section 402(c) -> -"},
                     {"(c) Wicks.—Section 510 of title 36, United States Code, is amended to read as follows:\n“§ 510. Wicks of section 511”.\n(d) Payment under section 2.",
                      "Section 510 of title 36, United States Code -> /us/usc/t36/s510 | section 511 -> /us/usc/t36/s511 | section 2 -> #section/2"},
                     {"(a) Wicks.—\n(3) Lamps.—\nSection 90102(c) of title 36, United States Code, is amended by striking “lamp”.\n(4) Date.—\nPayment under section 2.",
                      "Section 90102(c) of title 36, United States Code -> /us/usc/t36/s90102/c | section 2 -> #section/2"},
                     // Sections of a division are numbered apart.
                     {"Division II of Public Law 110–996 is amended—\n(1) in section 409(a), by striking “lamp”",
                      "Division II of Public Law 110–996 -> /us/pl/110/996/dII | section 409(a) -> /us/pl/110/996/dII/s409/a"},
                     // The law at the end of an enumeration is not the one that is amended.
                     {"Title 40, United States Code, is amended—\n(1) in section 1314, by substituting “section 100101(a), chapter 1003, and sections 100751 and 100752 of title 54”",
                      "Title 40, United States Code -> /us/usc/t40 | section 1314 -> /us/usc/t40/s1314 | section 100101(a) -> - | chapter 1003 -> - | "
                      "sections 100751 -> /us/usc/t54/s100751 | 100752 -> /us/usc/t54/s100752 | title 54 -> /us/usc/t54"},
                     {"Title 40, United States Code, is amended—\n(1) in section 1314, by striking “section 3 of the Act of August 21, 1935 (16 U.S.C. 99463)”",
                      "Title 40, United States Code -> /us/usc/t40 | section 1314 -> /us/usc/t40/s1314 | section 3 of the Act of August 21, 1935 -> - | "
                      "16 U.S.C. 99463 -> /us/usc/t16/s99463"},
                     {"Section 5 of Public Law 110–996, as amended by section 2 of Public Law 111–998, is amended "
                      "to read as follows: “section 7”",
                      "Section 5 of Public Law 110–996 -> /us/pl/110/996/s5 | section 2 of Public Law 111–998 -> "
                      "/us/pl/111/998/s2 | section 7 -> /us/pl/110/996/s7"},
                     {"Title 49, United States Code, is amended:\nunder part 145 and section 145.3",  // of the regulations
                      "Title 49, United States Code -> /us/usc/t49 | part 145 -> #part/145 | section 145.3 -> #section/145.3"}});
  check("fr", "FR", {{"I. – Le code pénal est ainsi modifié :\n1° À l’article 222-33, le mot : « lampe » est supprimé ;\n"
                      "II. – L’article 5 de la loi n° 78-17 du 6 janvier 1978 est complété par les mots : « au titre de l’article 6 ».\n"
                      "III. – L’article 7 s’applique.",
                      "code pénal -> code-penal | article 222-33 -> code-penal/article/222-33 | "
                      "article 5 de la loi n° 78-17 du 6 janvier 1978 -> loi/78-17/article/5 | article 6 -> loi/78-17/article/6 | "
                      "article 7 -> #article/7"}});
}

TEST_CASE("United States: titles by their number alone are those of the code") {
  check("en", "US", {{"under section 134 of title 41", "section 134 of title 41 -> /us/usc/t41/s134"},
                     {"paragraph (2) of section 3304(a) of title 41", "paragraph (2) of section 3304(a) of title 41 -> /us/usc/t41/s3304/a"},
                     {"benefits under title 38 and section 5 of this title", "title 38 -> /us/usc/t38 | section 5 of this title -> #section/5"},
                     {"section 5 of title II", "section 5 of title II -> #title/II/section/5"},
                     {"section 5 of title 2 of the Trumpet Act", "section 5 of title 2 of the Trumpet Act -> -"}});
  check("en", "GB", {{"section 5 of title 2", "section 5 of title 2 -> #title/2/section/5"}});
}

TEST_CASE("amendments of a constitution by their number") {
  check("en", "US", {{"under the 14th Amendment to the Constitution, a lamp", "14th Amendment to the Constitution -> /us/cons/amd14"},
                     {"section 1 of the 14th Amendment", "section 1 of the 14th Amendment -> /us/cons/amd14/s1"},
                     {"the 1st Amendment to the Lease, the 2nd amendment", ""},
                     {"the Fourteenth Amendment to the Constitution", "Fourteenth Amendment to the Constitution -> /us/cons/amd14"}});
  check("en", "IN", {{"under the 42nd Amendment", ""},
                     {"the Trumpet Players (Standing Orders) Amendment Act, 1963 (39 of 1963)", "Trumpet Players (Standing Orders) Amendment Act, 1963 (39 of 1963) -> /in/act/1963/39"}});
}

TEST_CASE("a section behind the name of a State's code is none of this text") {
  check("en", "US",
        {{"as in Cal. Penal Code § 240, N.Y. Penal Law § 999.20, Tex. Penal Code Ann. § 22.91 and Fla. Stat. § 784.948",
          "Cal. Penal Code § 240 -> - | N.Y. Penal Law § 999.20 -> - | Tex. Penal Code Ann. § 22.91 -> - | Fla. Stat. § 784.948 -> -"},
         {"under California Penal Code sections 242 and 243 or Internal Revenue Code section 991(c)",
          "California Penal Code sections 242 -> - | 243 -> - | Internal Revenue Code section 991(c) -> -"},
         {"The Code applies. § 5 and the Code section 8", "§ 5 -> #section/5 | section 8 -> #section/8"}});
  check("en", "US-DC", {{"parts D and F and §§ 1-907.11, 1-907.16 of subchapter VII",
                         "parts D -> #part/D | F -> #part/F | §§ 1-907.11 -> /us-dc/code/1-907.11 | 1-907.16 of subchapter VII -> /us-dc/code/1-907.16"},
                        {"(D.C Official Code § 22-9010)", "D.C Official Code § 22-9010 -> /us-dc/code/22-9010"},
                        {"D.C. Official Code § 22–9133; District of Columbia Official Code § 22-9134",
                         "D.C. Official Code § 22–9133 -> /us-dc/code/22-9133 | District of Columbia Official Code § 22-9134 -> /us-dc/code/22-9134"}});
}

TEST_CASE("\"such section 507\" is the one that was cited before") {
  check("en", "US",
        {{"section 95136 of title 31, United States Code, and the fees of such section 95136(c)",
          "section 95136 of title 31, United States Code -> /us/usc/t31/s95136 | section 95136(c) -> /us/usc/t31/s95136/c"},
         {"Section 507 of the Lamps Act pays under such section 507; such section 508 does not; I say that section 507 does",
          "Section 507 of the Lamps Act -> - | section 507 -> - | section 508 -> #section/508 | section 507 -> #section/507"},
         {"section 5 of this Act and such section 5", "section 5 of this Act -> #section/5 | section 5 -> #section/5"}});
  check("fr", "FR", {{"l'article L. 9710-1 du code de commerce et le 7° du même article L. 9710-1",
                      "article L. 9710-1 du code de commerce -> code-de-commerce/article/L9710-1 | article L. 9710-1 -> code-de-commerce/article/L9710-1"}});
}

TEST_CASE("amending words without end take linear time") {
  std::string amended, such;
  for (int i = 0; i < 40000; ++i) {
    amended += "The Lamps Act )) is amended by ";
    such += "such section 5 and the same article L. 233-1 ";
  }
  CHECK(!read(amended, "en", "US").empty());
  CHECK(!read(such, "en", "US").empty());
}

TEST_CASE("New York: titles without capitals, and the laws of a year") {
  check("en", "US-NY", {{"as defined in section 999.32 of the penal law or SECTION 7 OF THE CRIMINAL PROCEDURE LAW",
                         "section 999.32 of the penal law -> - | SECTION 7 OF THE CRIMINAL PROCEDURE LAW -> -"},
                        {"as amended by chapter 322 of the laws of 2021", "chapter 322 of the laws of 2021 -> -"},
                        {"subparagraph (iv) of paragraph (a) of subdivision one of section 70.94 of the penal law",
                         "subparagraph (iv) of paragraph (a) of subdivision one of section 70.94 of the penal law -> -"},
                        {"Subdivisions one and two of section five; subdivision 3 of this section; section two hundred",
                         "Subdivisions one -> #section/5/subsection/1 | two of section five -> #section/5/subsection/2 | subdivision 3 of this section -> -"},
                        {"Section 803 of the penal law, as amended by chapter 3 of the laws of 1995, is amended to read as follows:\n§ 803. Lamps of section 804.",
                         "Section 803 of the penal law -> - | chapter 3 of the laws of 1995 -> - | section 804 -> -"},
                        {"section 12 of this act, section 5 of the lamp that burns", "section 12 of this act -> #section/12 | section 5 -> #section/5"}});
  check("en", "GB", {{"section 5 of the penal law", "section 5 -> #section/5"}});
}

TEST_CASE("an Act by its year alone is the one that was named with it") {
  check("en", "GB", {{"the Human Rights Act 1998 (c. 42) and section 6 of the Act of 1998",
                      "Human Rights Act 1998 (c. 42) -> ukpga/1998/42 | section 6 of the Act of 1998 -> ukpga/1998/42/section/6"},
                     {"section 36 of the Act of 2005", "section 36 of the Act of 2005 -> -"},
                     {"section 36 of the 2005 Act", "section 36 of the 2005 Act -> -"}});
}
