#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/legi.h"
#include "read/source.h"
#include "read/xml.h"
#include "../real_data.h"

using namespace synoptic;

namespace {

std::string article(std::string_view meta, std::string_view content) {
  return "<ARTICLE><META><META_COMMUN><ID>LEGIARTI1</ID></META_COMMUN><META_SPEC><META_ARTICLE>" + std::string(meta) +
         "</META_ARTICLE></META_SPEC></META><CONTEXTE><TEXTE nature=\"CODE\" cid=\"LEGITEXT1\"><TITRE_TXT>Code des prés</TITRE_TXT></TEXTE></CONTEXTE>" +
         "<BLOC_TEXTUEL><CONTENU>" + std::string(content) + "</CONTENU></BLOC_TEXTUEL></ARTICLE>";
}

}  // namespace

TEST_CASE("legi: a version that never was law is valid on no day") {
  const auto reading = test::read_with(
      "legi", article("<NUM>1</NUM><ETAT>MODIFIE_MORT_NE</ETAT><DATE_DEBUT>2001-01-01</DATE_DEBUT><DATE_FIN>2001-01-01</DATE_FIN>", "Un."));
  const auto* provision = reading.find("art_1");
  REQUIRE(provision != nullptr);
  CHECK(provision->status == model::Status::NotInForce);
  CHECK(!model::valid_on(*provision, *base::Date::parse("2001-01-01")));
}

TEST_CASE("legi: no dates, no number, a wrong date") {
  const auto reading = test::read_with("legi", article("<NUM/><DATE_DEBUT>demain</DATE_DEBUT><DATE_FIN>2999-01-01</DATE_FIN>", "Un."));
  REQUIRE(reading.provisions() == 1);
  const auto& provision = reading.works[0].provisions[0];
  CHECK(provision.iri.str() == "/akn/fr/act/code/code-des-pres/fra/~art");
  CHECK(provision.status == model::Status::Unknown);
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].line == 1);
}

TEST_CASE("legi: what is no article or broken is a diagnostic") {
  CHECK(test::read_with("legi", "<ARTICLE><META/></ARTICLE>").diagnostics.size() == 1);
  CHECK(test::read_with("legi", "<ARTICLE><META>").diagnostics.size() == 1);
  CHECK(test::read_with("legi", "<OTHER/>").diagnostics.size() == 1);
  CHECK(test::read_with("legi", "").diagnostics.size() == 1);
}

TEST_CASE("legi: the official examples") {
  const auto archive = synoptic::test::real_data("fr.tar.zst");
  if (archive.empty()) return;
  std::size_t files = 0;
  std::size_t trouble = 0;
  std::vector<model::Provision> provisions;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        if (read::is_legi(read::xml_start(file.bytes.substr(0, 65536))) == 0) return true;
        ++files;
        read::read_legi(file, {[&](read::ReadWork&& work) {
                                 for (auto& provision : work.provisions) provisions.push_back(std::move(provision));
                               },
                               [&](base::Diagnostic&&) { ++trouble; }});
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files == 4);
  CHECK(trouble == 0);
  REQUIRE(provisions.size() == 1);
  CHECK(provisions[0].iri.str() == "/akn/fr/act/code/code-des-instruments-monetaires-et-des-medailles/fra@1952-06-29/~art_1");
  CHECK(provisions[0].valid_to == base::Date::parse("2000-12-31"));
  CHECK(provisions[0].path.size() == 3);
}
