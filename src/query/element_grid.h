// A definition taken apart: for each element (conduct, repetition, intent or effect, place ...) the words of the provision that speak of it.
//
// Yes: the words that define or forbid say so. Not mentioned: no word of the provision does. Unclear: only words beside the definition do (an
// aggravating circumstance, a neighbouring definition), or the provision takes its elements from another one. What a person laid down in
// corpus/elements/*.toml stands beside what the machine found and never in its place.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/curated_elements.h"
#include "extract/element_finder.h"
#include "model/facts.h"
#include "model/provision.h"

namespace synoptic::query {

using extract::CuratedElement;
using extract::ElementAnswer;

struct ElementWords {
  std::string kind;    // "transport"; "" for words that refer to another provision
  base::Span span;     // in the provision's text
  bool defining = true;  // stands in the words that define or forbid
};

struct ElementCell {
  std::string element;  // "place"
  ElementAnswer answer = ElementAnswer::NotMentioned;  // of the machine
  std::vector<ElementWords> words;                     // the first ones of each kind
  std::optional<CuratedElement> curated;

  ElementAnswer shown() const { return curated ? curated->answer : answer; }
};

// "harassment and violence" and "workplace harassment", folded: a long word in common. So a definition in a list is found whose name is not
// just that of the topic.
bool shares_a_word(std::string_view a, std::string_view b);

class ElementGrid {
 public:
  // `curated` is a folder of TOML files, [[cell]] with provision, element, answer, words, note; it may be missing.
  static base::Result<ElementGrid> load(const std::filesystem::path& lexicon, const std::filesystem::path& curated);

  const std::vector<extract::ElementKind>& elements() const { return finder_.elements(); }
  const extract::ElementFinder& finder() const { return finder_; }
  // One cell an element, in their order; none at all where nobody has taught the program the words of that language, nor of what stands in
  // the place of a law that is over ("Expired.").
  // `terms` are the folded names of the topic: their definitions are the ones that count.
  std::vector<ElementCell> cells(const model::Provision& provision, const model::Facts& facts, const std::vector<std::string>& terms) const;

 private:
  ElementGrid(extract::ElementFinder finder, extract::CuratedElements curated) : finder_(std::move(finder)), curated_(std::move(curated)) {}

  extract::ElementFinder finder_;
  extract::CuratedElements curated_;
};

}  // namespace synoptic::query
