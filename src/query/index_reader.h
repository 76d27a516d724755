// A finished index, opened for reading: provisions by identity, by work, by date. Everything that shows or compares law starts here.
// Reads one generation of the index; a writer that switches to the next one meanwhile does not disturb it.
//
//   const auto reader = IndexReader::open("indexes/default");
//   reader->find(*Iri::parse("/akn/fr/act/code/code-penal/~art_222-33"), Date::parse("2019-01-01"))
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "model/iri.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::query {

// A provision together with the work it belongs to.
struct StoredProvision {
  model::Work work;
  model::Provision provision;
};

// What the index holds of one work.
struct WorkHolding {
  model::Work work;
  std::vector<std::string> titles;    // that of `work`, and those of other languages and editions
  std::vector<std::string> numbers;   // as published, of the same
  std::vector<std::string> langs;     // BCP 47
  std::vector<std::string> versions;  // "2024-01-31"; "" when the date of the text is not known; sorted
  std::size_t provisions = 0;         // over all languages and versions
};

// A text of a work as it stood on one day as a whole, as opposed to texts whose provisions each bear the date from which they are law.
struct WholeText {
  std::string lang;  // BCP 47
  base::Date date;
  std::size_t provisions = 0;
};

class IndexReader {
 public:
  // No index there, an index of another schema, a damaged one: the diagnostic says which, and what to do.
  static base::Result<IndexReader> open(const std::filesystem::path& index);
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;
  ~IndexReader();

  // Exactly this IRI. Where a digest and an official text share it, the official text.
  std::optional<StoredProvision> get(const model::Iri& iri) const;
  // The provision an IRI means: exact where held; without a version (or with one that is not held) the text that was law on `as_of`,
  // without `as_of` the newest text held. Official text wins over a digest of the same provision and day. A language that is not
  // given may be any; texts that are law win over bills and repealed ones.
  std::optional<StoredProvision> find(const model::Iri& iri, const std::optional<base::Date>& as_of = {}) const;
  // Every version of a provision in every language, oldest first; "/akn/fr/act/code/code-penal", "art_222-33".
  std::vector<StoredProvision> versions(std::string_view work, std::string_view eid) const;
  // The same, and what sources print under the same number besides: texts for other legal systems, doubles ("sec_1" and "sec_1__2").
  std::vector<StoredProvision> texts_of_number(std::string_view work, std::string_view eid) const;
  // True if texts of a work of two days or more are held, digests aside; known without reading any of them.
  bool has_several_days(const std::string& work) const;
  // The dated texts of such a work in every language, by date; digests are none. A work of which texts of one day alone are held has none.
  std::vector<WholeText> whole_texts(std::string_view work) const;
  // The eIds of all that such a work has under one date, in the order of the text; lang is BCP 47.
  std::vector<std::string> eids(std::string_view work, std::string_view lang, const base::Date& day) const;
  // All that is held of a work, in the order of the text; with a day, only what was law then (an unknown end excludes nothing).
  std::vector<StoredProvision> provisions_of(std::string_view work, const std::optional<base::Date>& as_of = {}) const;

  // Provisions that define the term (any inflection of it), in any of the languages given (all that are held if none); those of one
  // jurisdiction, parts with codes of their own aside ("US" without "US-DC"), or of all.
  std::vector<StoredProvision> defining(std::string_view term, const std::vector<std::string>& langs = {}, std::string_view jurisdiction = {}) const;
  // Keys (index::term_key) of defined terms that have all words of this one and more, with how many provisions define them; most first.
  std::vector<std::pair<std::string, std::size_t>> longer_term_keys(std::string_view term, const std::vector<std::string>& langs = {}) const;
  // Provisions that define the term of a key.
  std::vector<StoredProvision> defining_key(std::string_view term_key) const;
  // The same for one work and the key of a term (index::term_key).
  std::vector<StoredProvision> defining_in(std::string_view work, std::string_view term_key) const;
  // Provisions that cite this one, or its work as a whole where `iri` has no eId. `keys`: further keys that such citations have.
  std::vector<StoredProvision> citing(const model::Iri& iri, std::size_t limit = 100, const std::vector<std::string>& keys = {}) const;
  // Some provision of a work; nothing if none is held. Cheap, where all that is asked is whether a work is there, and what it is called.
  std::optional<StoredProvision> first_of(std::string_view work) const;

  // "GB", "US-DC": what is held, sorted.
  const std::vector<std::string>& jurisdictions() const;
  bool holds(std::string_view jurisdiction) const;
  const std::vector<std::string>& languages() const;  // BCP 47, the commonest first
  std::size_t size() const;                           // provisions
  std::vector<WorkHolding> works(std::string_view jurisdiction = {}) const;
  // Every provision, in no particular order; return false to stop early.
  void for_each(const std::function<bool(const StoredProvision&)>& visit) const;

  const std::filesystem::path& folder() const;

  struct Impl;  // the Xapian side, for query/ only
  const Impl& impl() const { return *impl_; }

 private:
  IndexReader();
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic::query
