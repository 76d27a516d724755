// The extractors on arbitrary text in each language they know: every span lies within the text.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "extract/extractor.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace synoptic;
  static const auto extractor = extract::Extractor::load(SYNOPTIC_SOURCE_DIR "/src/extract/lexicon").value();
  const std::string text = base::repair_utf8({reinterpret_cast<const char*>(data), size});
  const auto within = [&text](const base::Span& span) { return span.start <= span.end && span.end <= text.size(); };
  for (const auto& [lang, jurisdiction] : {std::pair{"en", "GB"}, {"fr", "FR"}}) {
    const auto facts = extractor.extract({text, lang, jurisdiction});
    for (const auto& definition : facts.definitions) require(within(definition.span) && within(definition.body));
    for (const auto& citation : facts.citations) require(within(citation.span));
    for (const auto& group : facts.sanctions) {
      for (const auto& penalty : group.penalties) require(within(penalty.span));
    }
  }
  return 0;
}
