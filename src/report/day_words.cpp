#include "report/day_words.h"

#include <fmt/core.h>

namespace synoptic::report {

namespace {

using query::Certainty;
using query::DayKnowledge;

std::string iso(const std::optional<base::Date>& date) { return date ? date->iso() : "an unknown date"; }

std::string whether(const DayKnowledge& knowledge) { return fmt::format("whether it stood on {} is not known", knowledge.day.iso()); }

// "law since 2023-04-01, as the digest says"
std::string digest_words(const DayKnowledge& knowledge) {
  return knowledge.law_since ? fmt::format("law since {}, as the digest of it says", iso(knowledge.law_since)) : std::string();
}

std::string earlier_words(const DayKnowledge& knowledge) {
  std::string words = fmt::format("{} {}; ", knowledge.dated ? "text of the snapshot of" : "law since", iso(knowledge.text_of));
  if (knowledge.law_since) words += digest_words(knowledge) + "; ";
  words += whether(knowledge);
  if (knowledge.lacking) words += fmt::format("; the text of {} no longer has this provision", iso(knowledge.lacking));
  if (knowledge.next) words += fmt::format("; the next text held, of {}, has {} words", iso(knowledge.next), knowledge.next_same ? "the same" : "other");
  if (!knowledge.next && !knowledge.lacking) words += "; no later text is held";
  return words;
}

}  // namespace

std::string day_words(const DayKnowledge& knowledge) {
  switch (knowledge.certainty) {
    case Certainty::Proven: return digest_words(knowledge);
    case Certainty::Since: return knowledge.dated ? fmt::format("text of {}, the newest that is held", iso(knowledge.text_of)) : std::string();
    case Certainty::Earlier: return earlier_words(knowledge);
    case Certainty::Later:
      return fmt::format("text of the snapshot of {}, the first that is held; {}{}", iso(knowledge.text_of), whether(knowledge),
                         knowledge.lacking ? fmt::format("; the text of {} does not have this provision", iso(knowledge.lacking)) : std::string());
    case Certainty::Undated: return "the date of this text is not stated; " + whether(knowledge);
    case Certainty::NotYet:
      if (knowledge.law_since) return fmt::format("not yet law on {}: {}", knowledge.day.iso(), digest_words(knowledge));
      return fmt::format("no text on {}: the text of {} does not have this provision, the first one that does is of {}", knowledge.day.iso(),
                         iso(knowledge.lacking), iso(knowledge.text_of));
    case Certainty::Gone:
      return fmt::format("no text on {}: the text of {} no longer has this provision, the last one that does is of {}", knowledge.day.iso(),
                         iso(knowledge.lacking), iso(knowledge.text_of));
    case Certainty::Never: return fmt::format("no text that is held was law on {}", knowledge.day.iso());
  }
  return {};
}

}  // namespace synoptic::report
