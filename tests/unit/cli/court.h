// Answers about penalties like `synoptic penalties IRI --as-of DAY` and `synoptic extract`, over an index made for a test.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "../penalty_notation.h"
#include "../query/scratch_index.h"
#include "cli/resolution.h"
#include "query/point_in_time.h"
#include "query/standing.h"
#include "read/source.h"
#include "resolve/aggravation.h"
#include "../places.h"

namespace synoptic::test {

class Court {
 public:
  explicit Court(const std::filesystem::path& index)
      : reader_(open(index)),
        time_(reader_),
        extractor_(*extract::Extractor::load(data().lexicon)),
        aggravation_(*resolve::AggravationReader::load(data().lexicon)),
        resolution_(*cli::Resolution::load(data(), reader_)),
        resolver_(*resolve::SanctionResolver::load(*model::Profiles::load(data().jurisdictions))) {}

  // The law of that day; nothing where there was none.
  std::optional<model::Provision> law(const model::Iri& iri, const base::Date& day) const {
    const auto text = time_.find(iri, day);
    if (!text.stored) return std::nullopt;
    const auto standing = query::standing_on(text.stored->work, text.stored->provision, day);
    if (standing == query::Standing::Pending || standing == query::Standing::Former) return std::nullopt;
    return text.stored->provision;
  }

  std::vector<model::SanctionGroup> sanctions(const model::Provision& provision, const base::Date& day) const {
    auto facts = extractor_.extract({provision.text, provision.lang, provision.jurisdiction});
    resolution_.resolve(provision, day, facts);
    return std::move(facts.sanctions);
  }

  // The same without one of the provisions that prove: "/akn/gb/act/ukpga/2012/10/~sec_85".
  std::vector<model::SanctionGroup> sanctions_without(const model::Provision& provision, const base::Date& day, const std::string& hidden) const {
    auto facts = extractor_.extract({provision.text, provision.lang, provision.jurisdiction});
    resolver_.resolve(provision, day, facts.sanctions, [&, source = resolution_.source()](const model::Iri& iri, const base::Date& on) -> std::optional<resolve::HeldProvision> {
      return iri.str() == hidden ? std::nullopt : source(iri, on);
    });
    return std::move(facts.sanctions);
  }

  resolve::Aggravation aggravation(const model::Provision& provision, const std::vector<model::SanctionGroup>& groups) const {
    return aggravation_.read(provision.text, provision.lang, groups);
  }

 private:
  static query::IndexReader open(const std::filesystem::path& index) {
    auto reader = query::IndexReader::open(index);
    REQUIRE(reader);
    return std::move(*reader);
  }

  query::IndexReader reader_;
  query::PointInTime time_;
  extract::Extractor extractor_;
  resolve::AggravationReader aggravation_;
  cli::Resolution resolution_;
  resolve::SanctionResolver resolver_;
};

// An index of the digests that come with the program.
class DigestIndex {
 public:
  DigestIndex() { REQUIRE(ingest({.paths = {synoptic::test::source("corpus/digests")}, .index = path()})); }
  std::filesystem::path path() const { return folder_.path() / "index"; }

 private:
  ScratchFolder folder_;
};

// An index of a few official texts: those files of the archives beside the source tree whose names end so.
class OfficialIndex {
 public:
  // False, and said so: the archives are not at hand.
  static bool at_hand() {
    if (std::filesystem::exists(archives() / "fr.tar.zst")) return true;
    MESSAGE("skipped: ../shared/data is absent");
    return false;
  }

  OfficialIndex(const std::vector<std::string>& archive_names, const std::vector<std::string>& wanted) {
    std::vector<std::filesystem::path> paths;
    for (const auto& name : archive_names) paths.push_back(archives() / name);
    std::size_t found = 0;
    const auto keep = [&](const read::SourceFile& file) {
      const auto named = std::find_if(wanted.begin(), wanted.end(), [&](const std::string& name) { return file.name.ends_with(name); });
      if (named != wanted.end()) folder_.write("sources/" + std::to_string(++found) + "/" + std::filesystem::path(*named).filename().string(), file.bytes);
      return true;
    };
    read::for_each_file(paths, keep, [](base::Diagnostic&&) {});
    CHECK(found == wanted.size());
    REQUIRE(ingest({.paths = {folder_.path() / "sources"}, .index = path()}));
  }
  std::filesystem::path path() const { return folder_.path() / "index"; }

 private:
  static std::filesystem::path archives() { return synoptic::test::source("../shared/data"); }
  ScratchFolder folder_;
};

}  // namespace synoptic::test
