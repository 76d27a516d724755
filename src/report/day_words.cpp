#include "report/day_words.h"

#include <fmt/core.h>

namespace synoptic::report {

namespace {

using query::Certainty;
using query::DayKnowledge;

class DayWriter {
 public:
  DayWriter(const DayKnowledge& knowledge, DayStyle style) : knowledge_(knowledge), style_(style) {}

  std::string write() const {
    const auto& known = knowledge_;
    switch (known.certainty) {
      case Certainty::Proven: return digest();
      case Certainty::Since: return known.dated ? fmt::format("text of {}, the newest that is held", day(known.text_of)) : std::string();
      case Certainty::Earlier: return earlier();
      case Certainty::Later:
        return fmt::format("text of {}{}, the first that is held; {}{}", style_ == DayStyle::Words ? "" : "the snapshot of ", day(known.text_of), whether(),
                           known.lacking ? fmt::format("; the text of {} does not have this provision", day(known.lacking)) : std::string());
      case Certainty::Undated: return "the date of this text is not stated; " + whether();
      case Certainty::NotYet:
        if (known.law_since) return fmt::format("not yet law on {}: {}", day(known.day), digest());
        return fmt::format("no text on {}: the text of {} does not have this provision, the first one that does is of {}", day(known.day), day(known.lacking), day(known.text_of));
      case Certainty::Gone:
        return fmt::format("no text on {}: the text of {} no longer has this provision, the last one that does is of {}", day(known.day), day(known.lacking), day(known.text_of));
      case Certainty::Never: return fmt::format("no text that is held was law on {}", day(known.day));
    }
    return {};
  }

 private:
  std::string day(const std::optional<base::Date>& date) const {
    if (!date) return "an unknown date";
    return style_ == DayStyle::Words ? base::date_words(*date, "en") : date->iso();
  }

  std::string whether() const { return fmt::format("whether it stood on {} is not known", day(knowledge_.day)); }

  // "law since 2023-04-01, as the digest of it says"
  std::string digest() const {
    const std::string_view who = style_ == DayStyle::Words ? "our digest" : "the digest of it";
    return knowledge_.law_since ? fmt::format("law since {}, as {} says", day(knowledge_.law_since), who) : std::string();
  }

  // For people: what a card says of each provision; that nobody knows whether a text still stands is said once, above the cards.
  std::string newest() const {
    const auto& known = knowledge_;
    std::string words = known.law_since ? fmt::format("law since {}, as our digest says; ", day(known.law_since)) : std::string();
    return words + fmt::format("{} {}, the newest that is held", known.dated ? "text of" : "law since", day(known.text_of));
  }

  std::string earlier() const {
    const auto& known = knowledge_;
    if (style_ == DayStyle::Words && !known.next && !known.lacking) return newest();
    const std::string_view text = style_ == DayStyle::Words ? "text of" : "text of the snapshot of";
    std::string words = fmt::format("{} {}; ", known.dated ? text : "law since", day(known.text_of));
    if (known.law_since) words += digest() + "; ";
    words += whether();
    if (known.lacking) words += fmt::format("; the text of {} no longer has this provision", day(known.lacking));
    if (known.next) words += fmt::format("; the next text held, of {}, has {} words", day(known.next), known.next_same ? "the same" : "other");
    if (!known.next && !known.lacking) words += "; no later text is held";
    return words;
  }

  const DayKnowledge& knowledge_;
  DayStyle style_;
};

}  // namespace

std::string day_words(const DayKnowledge& knowledge, DayStyle style) { return DayWriter(knowledge, style).write(); }

std::string spelled_days(std::string_view text) {
  constexpr std::size_t length = 10;  // of "2024-09-22"
  const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  std::string spelled;
  for (std::size_t at = 0; at < text.size();) {
    const bool starts = is_digit(at) && (at == 0 || !is_digit(at - 1)) && !is_digit(at + length);
    const auto day = starts ? base::Date::parse(text.substr(at, length)) : std::nullopt;
    if (day && day->iso() == text.substr(at, length)) {
      spelled += base::date_words(*day, "en");
      at += length;
    } else {
      spelled.push_back(text[at++]);
    }
  }
  return spelled;
}

}  // namespace synoptic::report
