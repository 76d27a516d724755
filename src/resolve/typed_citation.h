// What people type to find a provision, as opposed to what laws write.
//
//   "222-33"            number 222-33
//   "s 66A"             kind section, number 66A
//   "18 usc 2261A"      work /akn/us/act/usc/18, kind section, number 2261A
//   "art. R. 625-8-3"   kind article, number R625-8-3
//   "12(1)(a) Sale of Goods Act 1979"   number 12, below {1, a}, words "Sale of Goods Act 1979"
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::resolve {

struct ProvisionQuery {
  std::string work;                // IRI of the work, where the words name it by themselves; else empty
  std::string kind;                // "section", "article", "regulation", ...; empty: only a number was typed
  std::string number;              // as in an eId (model::eid_number); letters as typed: compare without case
  std::vector<std::string> below;  // "(1)(a)" -> {"1", "a"}
  std::string words;               // everything else that was typed, to be searched as text
};

class TypedCitations {
 public:
  // `lexicons` is base::DataDir::lexicon: the words of all languages are understood at once.
  static base::Result<TypedCitations> load(const std::filesystem::path& lexicons);
  TypedCitations(TypedCitations&&) noexcept;
  TypedCitations& operator=(TypedCitations&&) noexcept;
  ~TypedCitations();

  // Nothing when the query names no provision: a bare number counts if nothing else but a work is typed, or if no year or amount looks
  // like it ("222-33", "L. 1153-1", "66A").
  std::optional<ProvisionQuery> parse(std::string_view query) const;

 private:
  TypedCitations();
  struct Grammar;
  std::unique_ptr<Grammar> grammar_;
};

}  // namespace synoptic::resolve
