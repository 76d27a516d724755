// The law that a citation means, looked up in an index: an IRI, an address of a publisher, or words in any style that the profiles
// describe.
//
//   finder.find("Public Order Act 1986, s 4A(1)")  -> one meaning: /akn/gb/act/ukpga/1986/64, sec_4A, {"1"}; held
//   finder.find("Interpretation Act, s 5")         -> one a law that is called so
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/jurisdiction.h"
#include "query/index_reader.h"
#include "query/work_titles.h"
#include "resolve/citation_styles.h"

namespace synoptic::query {

enum class Held { Provision, Work, Nothing };  // what of it the index has

struct CitationMeaning {
  resolve::CitedLaw law;
  Held held = Held::Nothing;
};

class CitationFinder {
 public:
  // All must outlive it.
  CitationFinder(const IndexReader& reader, const resolve::CitationStyles& styles, const model::Profiles& profiles);

  // The meanings of the text, of which the index holds the law if it holds that of any. Empty if it is no citation of anything known.
  std::vector<CitationMeaning> find(std::string_view text) const;
  // The meanings of a law's name with a place in it, where it is known which words are which.
  std::vector<CitationMeaning> find_named(std::string_view title, const resolve::Place& place) const;
  // The same for a law and a place in it: its title, the language of the version, and how much of it is held.
  // `title`: the law's name as it was written (index::law_key), which tells the language where it has one name a language.
  CitationMeaning complete(resolve::CitedLaw law, const std::string& title = {}) const;
  // The title that a law was perhaps meant to be called by, where find() finds nothing.
  std::optional<std::string> suggestion(std::string_view text) const;
  const WorkTitles& titles() const { return titles_; }

 private:
  struct Named {
    resolve::CitedLaw law;
    std::string title;  // key of the title as written
  };
  std::vector<Named> read(std::string_view text) const;
  std::string held_eid(const resolve::CitedLaw& law) const;
  bool is_in(std::string_view work, const std::string& country) const;

  const IndexReader& reader_;
  const resolve::CitationStyles& styles_;
  const model::Profiles& profiles_;
  WorkTitles titles_;
};

// The identity of what is cited: with its pinpoint as deeper steps of the eId.
model::Iri iri_of(const resolve::CitedLaw& law);
// An IRI as what it cites.
resolve::CitedLaw cited_law(const model::Iri& iri);

}  // namespace synoptic::query
