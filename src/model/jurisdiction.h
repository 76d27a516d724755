// A jurisdiction is data: one TOML profile each (corpus/jurisdictions/CC.toml). Code never switches on a country.
// Stages read sections of their own from the same file (resolve/: [[penalty_rule]]), so a profile keeps its path.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::model {

// A legal system inside a jurisdiction: law can extend to one and not to another ("GB-SCT", "Scotland").
struct LegalSystem {
  std::string code;  // ISO 3166-2
  std::map<std::string, std::string> names;
};

struct Profile {
  std::string code;                          // "GB", "US-DC"
  std::string parent;                        // "US" for "US-DC"; empty for a state
  std::vector<std::string> aliases;          // "UK"
  std::map<std::string, std::string> names;  // by language: {"en", "United Kingdom"}, {"fr", "Royaume-Uni"}
  std::vector<std::string> languages;        // BCP 47, most official first
  std::string currency;                      // ISO 4217
  std::string section_word;                  // "section", "article", "§": how a provision is cited there
  std::vector<LegalSystem> legal_systems;
  std::filesystem::path file;

  std::string name(std::string_view language = "en") const;  // English, then the code, if there is none in that language
};

class Profiles {
 public:
  // Every *.toml of the folder; a file that cannot be read is an error with file, line and column.
  static base::Result<Profiles> load(const std::filesystem::path& folder);
  // By code or alias, any case, also a legal system's code (answers the jurisdiction it is in); null if unknown.
  const Profile* find(std::string_view code) const;
  const std::vector<Profile>& all() const { return profiles_; }

 private:
  std::vector<Profile> profiles_;  // sorted by code
};

}  // namespace synoptic::model
