// The targets of citations (contract: extract) as IRIs and back. Targets are what laws write and what an index keeps as terms; IRIs name
// works and provisions. The shapes are data: lexicon/citation/targets.toml.
//
//   resolver.resolve("ukpga/1997/40/section/2/subsection/1", {})  -> /akn/gb/act/ukpga/1997/40/~sec_2, below {"1"}
//   resolver.resolve("#article/L1153-1", citing)                  -> the citing provision's work, art_L1153-1
//   resolver.target_of("/akn/us/act/usc/18/eng/~sec_2261A")       -> "/us/usc/t18/s2261A"
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/iri.h"
#include "resolve/target_shape.h"

namespace synoptic::resolve {

struct Resolved {
  model::Iri iri;                  // work, and eId of the provision; language and version are left to the index
  std::vector<std::string> below;  // the pinpoint below the provision, outermost first: {"1", "a"}
};

class CitationResolver {
 public:
  // `lexicons` is base::DataDir::lexicon.
  static base::Result<CitationResolver> load(const std::filesystem::path& lexicons);

  // Nothing when no shape fits, when the target does not tell the whole IRI (a French law without its date), or when an internal target
  // comes without the provision that cites.
  std::optional<Resolved> resolve(std::string_view target, const model::Iri& citing) const;
  // Nothing when no shape fits the work. Expression and version are no part of a target. An eId that a target cannot say is left out.
  std::optional<std::string> target_of(const model::Iri& iri) const;
  std::optional<std::string> target_of(std::string_view work, const std::vector<std::string>& below, std::string_view eid) const;

  // For comparing targets, and as a term of an index: lower case, "-" for dashes, without "/etseq".
  static std::string term(std::string_view target);
  // The same, cut down to the provision: "/us/usc/t18/s2261a/a/1" -> "/us/usc/t18/s2261a". Internal targets are made absolute.
  std::optional<std::string> provision_term(std::string_view target, const model::Iri& citing) const;

 private:
  std::vector<TargetShape> shapes_;
};

// "section" -> "sec" (Akoma Ntoso naming convention v1.0, 5.4, and the prefixes that the readers use); unknown kinds stay.
std::string eid_prefix(std::string_view kind);
std::string kind_of_prefix(std::string_view prefix);

}  // namespace synoptic::resolve
