// Whatever cite writes it reads back: parse(format(x)) = x, for every provision of the digests in every style, with pinpoints and versions.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "../unit/query/scratch_index.h"
#include "query/citation_finder.h"
#include "query/version_choice.h"
#include "report/citation_records.h"
#include "../unit/places.h"
#include "base/utf8.h"
#include "resolve/citation_pattern.h"

using namespace synoptic;

namespace {

// An index of its own, and what is needed to cite from it.
class Library {
 public:
  explicit Library(const std::filesystem::path& sources) {
    REQUIRE(test::ingest({.paths = {sources}, .index = folder_.path() / "index"}));
    auto reader = query::IndexReader::open(folder_.path() / "index");
    auto profiles = model::Profiles::load(test::data().jurisdictions);
    REQUIRE(reader);
    REQUIRE(profiles);
    reader_ = std::make_unique<query::IndexReader>(std::move(*reader));
    profiles_ = std::move(*profiles);
    auto styles = resolve::CitationStyles::load(profiles_);
    REQUIRE_MESSAGE(styles, (styles ? std::string() : base::to_string(styles.error())));
    styles_ = std::make_unique<resolve::CitationStyles>(std::move(*styles));
    finder_ = std::make_unique<query::CitationFinder>(*reader_, *styles_, profiles_);
    reader_->for_each([&](const query::StoredProvision& stored) {
      iris_.push_back(stored.provision.iri);
      return true;
    });
    REQUIRE(!iris_.empty());
  }
  const std::vector<model::Iri>& iris() const { return iris_; }
  const resolve::CitationStyles& styles() const { return *styles_; }
  const query::CitationFinder& finder() const { return *finder_; }

 private:
  test::ScratchFolder folder_;
  std::unique_ptr<query::IndexReader> reader_;
  model::Profiles profiles_;
  std::unique_ptr<resolve::CitationStyles> styles_;
  std::unique_ptr<query::CitationFinder> finder_;
  std::vector<model::Iri> iris_;
};

const Library& digests() {
  static const Library library(synoptic::test::source("corpus/digests"));
  return library;
}

// What words cannot say: the counter of a number that a source prints twice, and the language, which the version tells again.
model::Iri sayable(const resolve::CitedLaw& law) {
  auto iri = query::iri_of(law);
  if (law.version.empty()) iri.lang.clear();
  if (law.place.below.empty()) iri.eid = query::number_eid(iri.eid);
  return iri;
}

// How many styles had a way to write it. An address of a publisher has no pinpoint, and names no version where it has no place for one.
int check_styles(const Library& library, const resolve::CitedLaw& law) {
  int written = 0;
  for (const auto& style : library.styles().names()) {
    const auto text = library.styles().write(law, style.name);
    if (!text) continue;
    CAPTURE(style.name);
    CAPTURE(*text);
    const auto found = library.finder().find(*text);
    REQUIRE(!found.empty());
    // A bill and the Act that it became may bear one title: then all of them are candidates, and nothing else is.
    const auto letters = [](const resolve::CitedLaw& one) { return resolve::letters_of(base::fold(one.work.title)); };
    for (const auto& one : found) CHECK_MESSAGE((found.size() == 1 || letters(one.law) == letters(law)), one.law.work.title);
    const auto same = std::find_if(found.begin(), found.end(), [&](const auto& one) { return one.law.work.iri == law.work.iri; });
    REQUIRE(same != found.end());
    auto expected = law;
    auto got = same->law;
    if (style.name == "eli" || style.name == "url") {
      if (got.version.empty()) expected.version.clear();
      if (got.place.below.empty()) expected.place.below.clear();
    }
    CHECK(sayable(got).str() == sayable(expected).str());
    ++written;
  }
  return written;
}

void check_records(const resolve::CitedLaw& law) {
  const auto iri = query::iri_of(law);
  for (const auto& format : report::citation_record_formats()) {
    const auto text = format.write({law, iri, "s 1", "Somewhere", "https://example.org/{a}_b?c=\"d\"&e#f"});
    CAPTURE(text);
    const auto read = report::iri_of_record(text);
    REQUIRE(read);
    CHECK(read->str() == iri.str());
  }
}

}  // namespace

TEST_CASE("a citation of any provision of the digests is read back, in every style") {
  for (const auto& iri : digests().iris()) {
    CAPTURE(iri.str());
    const auto dated = digests().finder().complete(query::cited_law(iri)).law;
    auto undated = dated;
    undated.version.clear();
    undated.lang.clear();
    CHECK(check_styles(digests(), dated) >= 4);
    CHECK(check_styles(digests(), undated) >= 4);
    check_records(dated);
  }
}

TEST_CASE("a pinpoint and a version are part of what is read back") {
  CHECK(rc::check("pinpoints", [] {
    const auto& library = digests();
    const auto iri = *rc::gen::elementOf(library.iris());
    auto law = library.finder().complete(query::cited_law(iri)).law;
    law.place.eid = query::number_eid(law.place.eid);
    law.place.below = *rc::gen::elementOf(std::vector<std::vector<std::string>>{{}, {"1"}, {"2", "a"}, {"3", "b", "ii"}, {"II", "4"}, {"12A"}});
    if (*rc::gen::arbitrary<bool>()) law.version.clear(), law.lang.clear();
    RC_ASSERT(resolve::split_eid(resolve::full_eid(law.place)) == law.place);
    RC_ASSERT(check_styles(library, law) >= 4);
    check_records(law);
  }));
}

TEST_CASE("real law: what is written of the laws of Pakistan is read back") {
  const auto archive = synoptic::test::source("../shared/data/pk.tar.zst");
  if (!std::filesystem::exists(archive)) {
    MESSAGE("skipped: ../shared/data is absent");
    return;
  }
  const Library library(archive);
  std::size_t written = 0;
  for (std::size_t i = 0; i < library.iris().size(); i += 5) {
    CAPTURE(library.iris()[i].str());
    written += static_cast<std::size_t>(check_styles(library, library.finder().complete(query::cited_law(library.iris()[i])).law));
  }
  CHECK(written > library.iris().size() / 5);
}

TEST_CASE("a Regulation of the European Union is read back, and understood in all the ways of writing it") {
  const Library library(synoptic::test::source("tests/samples/markup/eu_journal.xhtml"));
  for (const auto& iri : library.iris()) {
    CAPTURE(iri.str());
    CHECK(check_styles(library, library.finder().complete(query::cited_law(iri)).law) >= 4);
  }
  const std::string work = "/akn/eu/act/regulation/2041/68";
  for (const std::string_view text : {"Regulation (EU) 2041/68", "Article 1(1)(a) of Regulation (EU) 2041/68", "Regulation (EC) No 68/2041, art 1", "article 1 du règlement (UE) n° 68/2041",
                                      "CELEX 32041R0068", "32041R0068", "http://data.europa.eu/eli/reg/2041/68/oj"}) {
    CAPTURE(text);
    const auto found = library.finder().find(text);
    REQUIRE(found.size() == 1);
    CHECK(found.front().law.work.iri == work);
  }
}

TEST_CASE("Roman numerals are read back") {
  for (int i = 1; i < 4000; ++i) {
    const auto text = resolve::roman_numeral(std::to_string(i));
    REQUIRE(text);
    CHECK(resolve::digits_of_roman(*text) == std::to_string(i));
  }
  CHECK(!resolve::roman_numeral("4000"));
  CHECK(!resolve::digits_of_roman("IIX"));
}
