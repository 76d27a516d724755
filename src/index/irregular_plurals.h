// Plurals that a stemmer does not see through, for words of law: "children" is indexed and looked for as "child".
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace synoptic::index {

struct IrregularPlural {
  std::string_view plural, singular;  // folded
};

// English; sorted by the plural.
inline constexpr std::array irregular_plurals{
    IrregularPlural{"chairmen", "chairman"},
    IrregularPlural{"chairwomen", "chairwoman"},
    IrregularPlural{"children", "child"},
    IrregularPlural{"craftsmen", "craftsman"},
    IrregularPlural{"feet", "foot"},
    IrregularPlural{"firemen", "fireman"},
    IrregularPlural{"fishermen", "fisherman"},
    IrregularPlural{"foremen", "foreman"},
    IrregularPlural{"grandchildren", "grandchild"},
    IrregularPlural{"guardsmen", "guardsman"},
    IrregularPlural{"halves", "half"},
    IrregularPlural{"journeymen", "journeyman"},
    IrregularPlural{"knives", "knife"},
    IrregularPlural{"men", "man"},
    IrregularPlural{"midwives", "midwife"},
    IrregularPlural{"ombudsmen", "ombudsman"},
    IrregularPlural{"policemen", "policeman"},
    IrregularPlural{"salesmen", "salesman"},
    IrregularPlural{"seamen", "seaman"},
    IrregularPlural{"servicemen", "serviceman"},
    IrregularPlural{"servicewomen", "servicewoman"},
    IrregularPlural{"stepchildren", "stepchild"},
    IrregularPlural{"teeth", "tooth"},
    IrregularPlural{"thieves", "thief"},
    IrregularPlural{"tradesmen", "tradesman"},
    IrregularPlural{"watchmen", "watchman"},
    IrregularPlural{"wives", "wife"},
    IrregularPlural{"women", "woman"},
    IrregularPlural{"workmen", "workman"},
    IrregularPlural{"workwomen", "workwoman"},
};
static_assert(std::is_sorted(irregular_plurals.begin(), irregular_plurals.end(),
                             [](const auto& a, const auto& b) { return a.plural < b.plural; }));

// The singular of an irregular plural; the word itself otherwise.
constexpr std::string_view singular_of(std::string_view folded) {
  const auto found = std::lower_bound(irregular_plurals.begin(), irregular_plurals.end(), folded,
                                      [](const IrregularPlural& entry, std::string_view word) { return entry.plural < word; });
  return found != irregular_plurals.end() && found->plural == folded ? found->singular : folded;
}

}  // namespace synoptic::index
