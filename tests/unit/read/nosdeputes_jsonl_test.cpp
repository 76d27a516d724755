#include "read/nosdeputes_jsonl.h"

#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/guillemets.h"
#include "read/reader_registry.h"

using namespace synoptic;

namespace {

const std::string bill = R"({"type": "loi", "loi": "9", "titre": "Bruits", "date": "2030-02-01", "source": "http://www.assemblee-nationale.fr/20/projets/pl0009.asp"})"
                         "\n";

std::string paragraph(std::string_view article, std::string_view text) {
  return R"({"type": "alinea", "loi": "9", "article": ")" + std::string(article) + R"(", "alinea": "1", "texte": "<p>)" + std::string(text) + "</p>\"}\n";
}

std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> result;
  for (const auto& one : read::quoted_by_guillemets(text)) result.push_back(one.target + "=" + std::string(one.span.of(text)));
  return result;
}

}  // namespace

TEST_CASE("guillemets: what is to become part of another law") {
  using Words = std::vector<std::string>;
  CHECK(quoted("Au code des bois, le mot : « un » est remplacé par les mots : « plus de « un » ou deux ».") ==
        Words{"code-des-bois=« un »", "code-des-bois=« plus de « un » ou deux »"});
  CHECK(quoted("L'article 2 de la loi n° 2029-7 du 4 mars est ainsi rédigé :\n« Art. 2. – Un.\n« Deux. »\nII. – Trois.") == Words{"loi/2029-7=« Art. 2. – Un.\n« Deux. »"});
  CHECK(quoted("Un « hibou » est un oiseau, dit « duc ».").empty());
  CHECK(quoted("Le mot : « sans fin").size() == 1);
  CHECK(quoted("» : « » »").size() == 1);
}

TEST_CASE("guillemets: the law that was named last") {
  CHECK(read::last_french_law("Au code pénal et au code de la santé publique, il est dit") == "code-de-la-sante-publique");
  CHECK(read::last_french_law("du code de la construction et de l'habitation est modifié") == "code-de-la-construction-et-de-l-habitation");
  CHECK(read::last_french_law("du code pénal et les mots") == "code-penal");
  CHECK(read::last_french_law("la loi organique n° 2029-3 du 2 mai 2029") == "loi-organique/2029-3");
  CHECK(read::last_french_law("la présente loi, le décodage") == "");
  CHECK(read::last_french_law("le code ") == "");
}

TEST_CASE("nosdeputes: a line that breaks costs its article, not the bill") {
  const auto broken = paragraph("2", "Cut").substr(0, 60) + "\n";
  const auto reading = test::read_with("nosdeputes_jsonl", bill + paragraph("1er", "Un.") + paragraph("2", "Deux.") + broken + paragraph("2", "Trois.") + paragraph("3", "Quatre."));
  REQUIRE(reading.works.size() == 1);
  CHECK(reading.works[0].work.iri == "/akn/fr/bill/an/20/9");
  CHECK(reading.find("art_1") != nullptr);
  CHECK(reading.find("art_2") == nullptr);
  REQUIRE(reading.find("art_3") != nullptr);
  CHECK(reading.find("art_3")->status == model::Status::Bill);
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].line == 4);
}

TEST_CASE("nosdeputes: hostile files are diagnostics") {
  CHECK(test::read_with("nosdeputes_jsonl", R"x({"type": "loi", "loi": "9", "titre": "x", "source": "javascript:alert(1)"})x").diagnostics.size() == 1);
  CHECK(test::read_with("nosdeputes_jsonl", bill).diagnostics.size() == 1);
  CHECK(test::read_with("nosdeputes_jsonl", bill + "[[[[\n7\n" + paragraph("1", "<script>x</script>Un.")).find("art_1")->text == "Un.");
  const auto deep = test::read_with("nosdeputes_jsonl", bill + paragraph("1", "Un.") + std::string(20'000, '[') + "\n" + paragraph("2", "Deux."));
  CHECK(deep.find("art_2") != nullptr);
  CHECK(read::detect_format("\xef\xbb\xbf" + bill)->name == "nosdeputes_jsonl");
}
