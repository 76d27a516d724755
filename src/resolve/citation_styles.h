// How citations are written, as data of the profiles (corpus/jurisdictions/CC.toml):
//
//   [[citation_style]]                     # a style, in the profile of the country whose usage it is
//   name = "oscola"
//   about = "OSCOLA, 4th edition"
//   language = "en"                        # of its dates; dates = "{month} {day}, {year}" where it writes them otherwise
//   form = "{title}[, {place}] ({country})"      # for laws of a jurisdiction that has no form of its own
//   version = " (as at {version:words})"   # behind the form, where one version of the text is meant
//   also = ["{place} of the {title}"]      # understood, never written
//   units = { section = ["s", "section"] } # the first is written, all are understood
//
//   [[citation]]                           # the forms of the works whose IRI has this shape; the first that fits counts
//   work = "/akn/gb/act/uksi/{year}/{number}"
//   oscola = "{title}, SI {year}/{number}[, {place}]"
//   eli = "http://www.legislation.gov.uk/id/uksi/{year}/{number}[/{path}]"
//
//   [[cited_work]]                         # what a work is called where its own title is not what people write
//   iri = "/akn/fr/act/code/code-penal"
//   title = "Code pénal"
//   names = { fr = "C. pén." }
//
// Fields of a pattern (citation_pattern.h): {title}, {name} (of the cited work in this style, else the title), {country}, {number_text} (of
// the work, as published), {version}, the components of `work`, and for the provision {place} (words), {path} ("section/4A"), {num}, {eid}.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/jurisdiction.h"
#include "model/work.h"
#include "resolve/citation_place.h"

namespace synoptic::resolve {

// What is cited: a law, a place in it, one version of its text.
struct CitedLaw {
  model::Work work;     // `iri` at least; forms with a title need that, too
  std::string lang;     // as in IRIs; empty: any
  std::string version;  // "2024-01-31"; empty: the law as such
  Place place;
};

// What a text says by the pattern of one style.
struct CitationReading {
  std::string style;
  std::string work;     // IRI, where the words tell it by themselves; else empty
  std::string title;    // the name of the law as written; empty where the form has none
  std::string country;  // as written; empty where the form has none
  std::string shape;    // of the works that the form is for ("/akn/gb/act/uksi/{year}/{number}"); empty: any
  std::string version;
  Place place;
};

struct StyleName {
  std::string name;
  std::string about;
};

class CitationStyles {
 public:
  // The styles and forms of all profiles; what is wrong in one is a diagnostic with its file.
  static base::Result<CitationStyles> load(const model::Profiles& profiles);
  CitationStyles(CitationStyles&&) noexcept;
  CitationStyles& operator=(CitationStyles&&) noexcept;
  ~CitationStyles();

  // In the order of the profiles' codes, "eli" and "url" (addresses, which only forms of works have) last.
  const std::vector<StyleName>& names() const;
  // Nothing where the style has no form for the work, or its form cannot say the place.
  std::optional<std::string> write(const CitedLaw& law, std::string_view style) const;
  // The place alone in the words of the style: "s 4A(1)".
  std::string place_in(const CitedLaw& law, std::string_view style) const;
  // Every reading of the text as one citation; none of longer texts than citations are (1,000 bytes).
  std::vector<CitationReading> read(std::string_view text) const;

  // The words for places in all styles.
  const PlaceWords& place_words_of_all() const;
  // The names by which profiles call works: name, IRI.
  const std::vector<std::pair<std::string, std::string>>& work_names() const;
  // The title that a profile gives to a work; else its own.
  std::string title_of(const model::Work& work) const;
  // True if the work's IRI has the shape of a reading.
  static bool has_shape(std::string_view work, std::string_view shape);

 private:
  CitationStyles();
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace synoptic::resolve
