// The topics that reports are about, as a SKOS concept scheme (W3C Recommendation of 18 August 2009): labels in every language, what
// lay people call it, what each jurisdiction's law calls it, and the provisions known to belong. Read from Turtle or RDF/XML; a foreign
// thesaurus such as EuroVoc loads as well. What SKOS has no word for comes from our vocabulary <urn:synoptic:ns#>, see corpus/README.md.
//
//   std::vector<base::Diagnostic> diagnostics;
//   const auto scheme = ConceptScheme::load({data.concepts}, diagnostics);
//   scheme.match("catcalling").found->id == "street-harassment"
//   scheme.find("street-harassment")->label("fr") == "harcèlement de rue"
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/iri.h"

namespace synoptic::query {

struct Label {
  std::string lang;  // BCP 47; empty where the file does not say
  std::string text;
  friend bool operator==(const Label&, const Label&) = default;
};

// The days on which something that is said of the law is true, both ends with it; an end that is not known is open.
struct Period {
  std::optional<base::Date> from, until;
  bool includes(const base::Date& day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

// What the law of a jurisdiction calls the topic: {"FR", "fr", "outrage sexiste", since 2018-08-06}.
struct TermOfArt {
  std::string jurisdiction;
  std::string lang;
  std::string term;
  Period used = {};
};

// A provision that belongs to the topic: {"FR", /akn/fr/act/code/code-penal/~art_R625-8-3, "simple form, since 1 April 2023"}.
struct ConceptProvision {
  std::string jurisdiction;
  model::Iri iri;    // work and eId, no expression: the reader of the scheme picks the version of the day it asks about
  std::string note;  // why it belongs, in English; may be empty
  std::string role;  // "penalties", "placeholder": it defines nothing itself; empty: it defines or forbids
};

// What a reader of a report should know about the topic in a jurisdiction, in our words.
struct ConceptRemark {
  std::string jurisdiction;
  std::string lang;
  std::string text;
  Period holds = {};
};

struct Concept {
  std::string id;   // last component of the URI: "street-harassment"; the whole URI where another concept took that already
  std::string uri;  // "urn:synoptic:concept/street-harassment", "http://eurovoc.europa.eu/1279"
  std::map<std::string, std::string> labels;  // skos:prefLabel by language
  std::vector<Label> alternatives;            // skos:altLabel: lay words, old names
  std::vector<Label> hidden;                  // skos:hiddenLabel: usual slips; matched, never shown
  std::map<std::string, std::string> definitions;
  std::vector<std::string> broader, narrower, related;  // ids where the concept is loaded, else URIs; both directions are filled in
  std::vector<std::string> matches;                     // skos:exactMatch, skos:closeMatch: URIs in other schemes
  std::vector<TermOfArt> terms_of_art;
  std::vector<ConceptProvision> provisions;  // in the order of the file: the most telling first
  std::vector<ConceptRemark> remarks;

  std::string label(std::string_view language = "en") const;  // English, then any, then the id, if there is none in that language
  std::string definition(std::string_view language = "en") const;
  std::vector<ConceptProvision> provisions_in(std::string_view jurisdiction) const;
  std::vector<TermOfArt> terms_in(std::string_view jurisdiction) const;
  // What can be said of that day: the terms that the law had then, and the remarks that were true.
  std::vector<TermOfArt> terms_in(std::string_view jurisdiction, const base::Date& day) const;
  std::vector<ConceptRemark> remarks_in(std::string_view jurisdiction, const base::Date& day) const;
};

// The outcome of looking up somebody's words.
struct ConceptMatch {
  const Concept* found = nullptr;        // valid as long as the scheme; null: see suggestions
  std::vector<std::string> suggestions;  // labels near to the words, best first, at most 5
};

class ConceptScheme {
 public:
  // Files (.ttl, .nt, .rdf, .xml, .owl) and folders of such, walked in sorted order. A file that cannot be read in whole is reported
  // with file and line; what was understood of it and all other files are kept.
  static ConceptScheme load(const std::vector<std::filesystem::path>& paths, std::vector<base::Diagnostic>& diagnostics);

  const Concept* find(std::string_view id_or_uri) const;
  // By id, label, alternative label or term of art in any language, folded ("Harcelement de rue", "street-harassment", "outrage sexiste").
  ConceptMatch match(std::string_view words) const;
  const std::vector<Concept>& all() const { return concepts_; }  // sorted by id

  // What to search for in the law of a jurisdiction, in one language: its terms of art first, then the label and its alternatives; no
  // doubles. An empty jurisdiction takes all terms of art, an empty language all languages.
  static std::vector<Label> search_terms(const Concept& topic, std::string_view jurisdiction);
  static std::vector<std::string> search_labels(const Concept& topic, std::string_view jurisdiction, std::string_view language);

 private:
  void add(std::vector<Concept> concepts, std::vector<base::Diagnostic>& diagnostics);
  void connect();
  void index_labels();

  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> by_name_;   // id and URI
  std::unordered_map<std::string, std::size_t> by_label_;  // folded
  std::vector<std::string> label_names_;                   // as written, for suggestions
};

}  // namespace synoptic::query
