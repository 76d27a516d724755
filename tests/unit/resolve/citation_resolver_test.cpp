#include <doctest/doctest.h>

#include "resolve/citation_resolver.h"
#include "../places.h"

using namespace synoptic;
using resolve::CitationResolver;

namespace {

const CitationResolver& resolver() {
  static const auto loaded = CitationResolver::load(synoptic::test::source("src/extract/lexicon"));
  REQUIRE(loaded);
  return *loaded;
}

std::string iri_of(std::string_view target, std::string_view citing = {}) {
  const auto resolved = resolver().resolve(target, model::Iri::parse(citing).value_or(model::Iri{}));
  if (!resolved) return "-";
  std::string text = resolved->iri.str();
  for (const auto& step : resolved->below) text += " (" + step + ")";
  return text;
}

}  // namespace

TEST_CASE("targets and IRIs name the same provisions, both ways") {
  struct Row {
    std::string_view target, iri;
  };
  const Row rows[] = {
      {"/us/usc/t18/s2261A", "/akn/us/act/usc/18/~sec_2261A"},
      {"/us/usc/t18", "/akn/us/act/usc/18"},
      {"/us/cfr/t29/s1604.11", "/akn/us/act/cfr/29/~sec_1604.11"},
      {"/us/pl/117/103", "/akn/us/act/pl/117/103"},
      {"/us/pl/117/103/s2", "/akn/us/act/pl/117/103/~sec_2"},
      {"/us-dc/code/22-3133", "/akn/us-dc/act/code/~sec_22-3133"},
      {"ukpga/1997/40/section/2", "/akn/gb/act/ukpga/1997/40/~sec_2"},
      {"ukpga/1997/40/schedule/1/paragraph/2", "/akn/gb/act/ukpga/1997/40/~sched_1__para_2"},
      {"uksi/2005/1/regulation/3", "/akn/gb/act/uksi/2005/1/~reg_3"},
      {"asp/2002/3", "/akn/gb/act/asp/2002/3"},
      {"ukpga/geo6/6-7/48/section/2", "/akn/gb/act/ukpga/geo6-6-7/48/~sec_2"},
      {"code-penal/article/222-33", "/akn/fr/act/code/code-penal/~art_222-33"},
      {"code-minier/article/L111-1", "/akn/fr/act/code/code-minier-nouveau/~art_L111-1"},
      {"code-forestier/article/L111-1", "/akn/fr/act/code/code-forestier-nouveau/~art_L111-1"},
      {"code-general-des-impots/annex/IV/article/17", "/akn/fr/act/code/code-general-des-impots-annexe-iv/~art_17"},
      {"constitution-du-4-octobre-1958/article/1", "/akn/fr/act/constitution/1958-10-04/legitext000006071194/~art_1"},
      {"/pk/act/1860/45/section/509", "/akn/pk/act/1860/45/~sec_509"},
      {"/pk/ordinance/2001/8", "/akn/pk/act/ordinance/2001/8"},
      {"/in/act/1860/45/section/354D", "/akn/in/act/1860/45/~sec_354D"},
      {"C-46/section/264", "/akn/ca/act/c-46/~sec_264"},
      {"2014/31", "/akn/ca/act/2014/31"},
      {"eli/reg/2016/679/article/5", "/akn/eu/act/regulation/2016/679/~art_5"},
  };
  for (const auto& [target, iri] : rows) {
    CAPTURE(target);
    CHECK(iri_of(target) == iri);
    CHECK(resolver().target_of(*model::Iri::parse(iri)) == target);
  }
}

TEST_CASE("what stands below a provision is a pinpoint, not a part of its eId") {
  CHECK(iri_of("/us/usc/t18/s2261A/a/1") == "/akn/us/act/usc/18/~sec_2261A (a) (1)");
  CHECK(iri_of("ukpga/1997/40/section/2/subsection/1") == "/akn/gb/act/ukpga/1997/40/~sec_2 (1)");
  CHECK(iri_of("/us/pl/114/223/dC/s145") == "/akn/us/act/pl/114/223/~sec_145");
}

TEST_CASE("an internal target belongs to the work that cites it") {
  CHECK(iri_of("#section/5/subsection/2", "/akn/gb/act/ukpga/1997/40/eng@2024-01-31/~sec_2") == "/akn/gb/act/ukpga/1997/40/~sec_5 (2)");
  CHECK(iri_of("#article/R*2122-1", "/akn/fr/act/code/code-penal/fra/~art_1") == "/akn/fr/act/code/code-penal/~art_R2122-1");
  CHECK(iri_of("#section/5") == "-");
}

TEST_CASE("a French law is known by its number, its IRI by its date too") {
  CHECK(iri_of("loi/2018-703/article/15") == "-");
  CHECK(resolver().target_of(*model::Iri::parse("/akn/fr/act/loi/2018-08-03/2018-703/fra/~art_15")) == "loi/2018-703/article/15");
  CHECK(resolver().provision_term("loi/2018-703/article/15", {}) == "loi/2018-703/article/15");
}

TEST_CASE("terms of an index compare without case, dashes and sequels, at the level of the provision") {
  CHECK(CitationResolver::term("/us/usc/t42/s300mm–21/etseq") == "/us/usc/t42/s300mm-21");
  CHECK(resolver().provision_term("/us/usc/t18/s2261A/a/1", {}) == "/us/usc/t18/s2261a");
  CHECK(resolver().provision_term("#section/5", *model::Iri::parse("/akn/us/act/usc/18/eng/~sec_2")) == "/us/usc/t18/s5");
  CHECK(resolver().provision_term("R*2122-1", {}) == "r*2122-1");
}
