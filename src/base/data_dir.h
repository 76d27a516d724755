// Where Synoptic's own data is: profiles, concepts, lexicons, digests. Found in this order: the --data option, $SYNOPTIC_DATA,
// share/synoptic beside the installed program, the source tree the program was built in.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::base {

struct DataDir {
  std::filesystem::path jurisdictions;  // *.toml
  std::filesystem::path concepts;       // *.ttl, *.rdf
  std::filesystem::path digests;        // CC/*.xml
  std::filesystem::path lexicon;        // en.toml, fr.toml
  std::vector<std::filesystem::path> own_concepts{};  // the reader's, besides: files or folders

  // The shipped concepts first, so that one of the reader's own can add to them.
  std::vector<std::filesystem::path> concept_files() const;
  std::filesystem::path curated_elements() const { return jurisdictions.parent_path() / "elements"; }  // *.toml; may be missing
};

// `given` is the value of --data, empty when not given.
Result<DataDir> find_data(const std::filesystem::path& given = {});

}  // namespace synoptic::base
