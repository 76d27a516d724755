// Scope words as the places where a definition holds, and which of two definitions governs a place: the one with the inner scope.
//
//   const DefinitionScopes scopes(lexicon);                        // one language's
//   scopes.read("In this Part")                                    -> outermost Part, {own Part}
//   scopes.read("For the purposes of sections 3 and 5 to 7")       -> outermost Provision, {3..3, 5..7}
//   scopes.holds(scope, defined_at, used_at)
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"

namespace synoptic::resolve {

// From the inside out. Unspecified: no scope words, or none that name a place of a law; the definition is then certain for its own
// provision only and presumed for the part of the work that it stands in (the whole, where the law has no parts). Chapter stands inside
// Part as in British and Canadian Acts.
enum class ScopeLevel : std::uint8_t { Subdivision, Provision, Division, Chapter, Part, Title, Schedule, Act, Unspecified };

std::string_view to_string(ScopeLevel level);

struct ScopeTarget {
  ScopeLevel level = ScopeLevel::Unspecified;
  std::string noun;   // "subchapter": of several words of one level, the one that containers must bear
  std::string first;  // number as written ("4A", "20.1"); empty: the part the definition itself stands in ("this Part")
  std::string last;   // of a range "5 to 7"; otherwise equal to `first`
};

struct DefinitionScope {
  ScopeLevel outermost = ScopeLevel::Unspecified;
  std::vector<ScopeTarget> targets;
};

// Where a provision stands: num "4A", path as the contract prints it ({"Part 1 Harassment", "Chapter 2"}), one work.
struct ScopePlace {
  std::string_view work;
  std::string_view num;
  const std::vector<std::string>* path = nullptr;
};

class DefinitionScopes {
 public:
  explicit DefinitionScopes(const extract::Lexicon& lexicon);
  ~DefinitionScopes();
  DefinitionScopes(DefinitionScopes&&) noexcept;
  DefinitionScopes& operator=(DefinitionScopes&&) noexcept;

  DefinitionScope read(std::optional<std::string_view> words) const;
  // Whether a definition made at `defined` with that scope reaches `used`. A part of the work that `defined` does not name in its path
  // cannot be compared: the definition then reaches its own provision only.
  bool holds(const DefinitionScope& scope, const ScopePlace& defined, const ScopePlace& used) const;

 private:
  struct Words;
  std::unique_ptr<const Words> words_;
};

// Whether `a`, made at `defined_a`, governs `used` before `b`: the inner scope, and of two alike the one made in the provision itself.
bool governs_before(const DefinitionScope& a, const ScopePlace& defined_a, const DefinitionScope& b, const ScopePlace& defined_b,
                    const ScopePlace& used);

}  // namespace synoptic::resolve
