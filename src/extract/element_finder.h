// The elements of a definition (conduct, repetition, place ...) by the words that speak of them. Which elements there are, what they are
// called and which words speak of them is data: lexicon/elements/*.toml.
//
//   const auto finder = ElementFinder::load(data.lexicon / "elements");
//   finder->find("uses threatening words on at least two occasions", "en")
//   -> {conduct, words, "uses threatening words"}, {repetition, required, "on at least two occasions"}
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace synoptic::extract {

// A label by language; English where there is none in the language asked for.
struct ElementLabels {
  std::map<std::string, std::string, std::less<>> by_language;
  std::string in(std::string_view language) const;
};

struct ElementKind {
  std::string id;  // "place"
  ElementLabels labels;
  std::map<std::string, ElementLabels> kinds;  // "transport"
  std::set<std::string> contrary;              // kinds that say that the element is not needed: "once" of repetition
};

struct ElementCue {
  std::string_view element;  // an id, valid as long as the finder
  std::string_view kind;     // "" for what refers to another provision
  base::Span cue;            // the words that the lexicon knows
  base::Span clause;         // with their neighbours, for people
  bool weak = false;         // may mean it or not
};

class ElementFinder {
 public:
  static base::Result<ElementFinder> load(const std::filesystem::path& folder);
  ElementFinder(ElementFinder&&) noexcept;
  ElementFinder& operator=(ElementFinder&&) noexcept;
  ~ElementFinder();

  const std::vector<ElementKind>& elements() const;  // in the order of the grid
  const ElementKind* find(std::string_view id) const;
  bool knows(std::string_view language) const;
  // In the order of the text. Cues that refer to another provision have the element "reference".
  std::vector<ElementCue> find(std::string_view text, std::string_view language) const;

 private:
  ElementFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic::extract
