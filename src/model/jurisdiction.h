// A jurisdiction is data: one TOML profile each (corpus/jurisdictions/CC.toml). Code never switches on a country.
// Stages read sections of their own from the same file (resolve/: [[penalty_rule]]), so a profile keeps its path.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/text_shape.h"

namespace synoptic::model {

// A legal system inside a jurisdiction: law can extend to one and not to another ("GB-SCT", "Scotland").
struct LegalSystem {
  std::string code;  // ISO 3166-2
  std::map<std::string, std::string> names;
};

// How the texts of a jurisdiction look where no mark-up says what is what (Markdown, plain text, web pages): [texts] in its profile.
struct TextForms {
  // A collection that texts name instead of a law's number: the code of a state.
  struct KnownWork {
    std::string iri;                 // "/akn/us-hi/act/hrs"
    std::string title;               // "Hawaii Revised Statutes"
    std::vector<std::string> names;  // as texts call it
  };
  std::vector<std::string> country_words;  // folded words that name the country in its texts: "pakistan"
  std::string unit = "section";            // kind of its provisions: "section", "article"
  std::vector<std::string> unit_words;     // what stands before their numbers: "article", "art.", "§"
  std::vector<std::string> divisions;      // folded words that begin the headings above them, outermost first: "part", "chapter"
  std::vector<std::string> schedules;      // folded words that name what follows the provisions: "schedule", "annexe"
  std::vector<std::string> notes;          // folded headings whose text is no law: "editorial notes"
  std::vector<KnownWork> works;
  std::vector<TextShape> shapes;           // of files that a generic reader (Markdown, HTML, text) reads
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
  std::map<std::string, std::string> penalty_classes;  // what a class of penalty is called: {"FR:contravention-5", "contravention of the 5th class"}
  TextForms texts;
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
