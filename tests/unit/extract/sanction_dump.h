// Facts of a text in one line each, for tests that read as tables.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "extract/extractor.h"
#include "../places.h"

namespace synoptic::extract {

inline const Extractor& real_extractor() {
  static const auto extractor = Extractor::load(synoptic::test::source("src/extract/lexicon"));
  return *extractor;
}

// "summary and_or imprisonment ..6 months | fine .. GB:level-5" a group, groups joined by " // "
inline std::string dump_sanctions(std::string_view text, std::string_view lang, std::string_view jurisdiction) {
  const auto facts = real_extractor().extract({text, lang, jurisdiction});
  std::string out;
  const auto amount = [](const std::optional<model::Amount>& value) { return value ? model::to_string(*value) : std::string(); };
  for (const auto& group : facts.sanctions) {
    if (!out.empty()) out += " // ";
    if (group.mode != model::Mode::Any) out += fmt::format("{} ", to_string(group.mode));
    if (group.join != model::Join::None) out += fmt::format("{} ", to_string(group.join));
    for (std::size_t i = 0; i < group.penalties.size(); ++i) {
      const auto& penalty = group.penalties[i];
      out += fmt::format("{}{}", i == 0 ? "" : " | ", to_string(penalty.kind));
      if (penalty.min || penalty.max) out += fmt::format(" {}..{}", amount(penalty.min), amount(penalty.max));
      if (!penalty.scale.empty()) out += " " + penalty.scale;
    }
  }
  return out;
}

struct SanctionSample {
  const char* jurisdiction;
  const char* text;
  const char* expected;  // as dump_sanctions() writes it
};

inline void check_sanctions(const char* language, std::initializer_list<SanctionSample> samples) {
  for (const SanctionSample& sample : samples) {
    CAPTURE(std::string(sample.text));
    CHECK(dump_sanctions(sample.text, language, sample.jurisdiction) == std::string(sample.expected));
  }
}

}  // namespace synoptic::extract
