// The sentences that say what a jurisdiction answers.
#include <fmt/core.h>

#include "report/comparison_report.h"

namespace synoptic::report {

namespace {

std::string day(const base::Date& date) { return base::date_words(date, "en"); }

std::string searched(const query::Certificate& certificate) {
  return fmt::format("{} provision{} of {} work{} searched", certificate.provisions, certificate.provisions == 1 ? "" : "s", certificate.works,
                     certificate.works == 1 ? "" : "s");
}

}  // namespace

std::string answer_sentence(const query::Answer& answer, const base::Date& as_of) {
  using query::Presence;
  switch (answer.presence) {
    case Presence::Found:
      return fmt::format("In force on {}: {} provision{}.", day(as_of), answer.law.size(), answer.law.size() == 1 ? "" : "s");
    case Presence::OnlyInBill: return fmt::format("Only in a bill on {}: no provision was law ({}).", day(as_of), searched(answer.certificate));
    case Presence::Repealed:
      return answer.since ? fmt::format("Repealed: no longer law since {}.", day(*answer.since)) : "Repealed, on a date that is not known.";
    case Presence::Expired:
      return answer.since ? fmt::format("Expired: no longer law since {}.", day(*answer.since)) : "Expired, on a date that is not known.";
    case Presence::NotFound: {
      std::string text = fmt::format("Searched and not found on {} ({}).", day(as_of), searched(answer.certificate));
      if (answer.since) text += fmt::format(" The first provision held is law only from {}.", day(*answer.since));
      return text;
    }
    case Presence::NotIngested: return "Not ingested: the index holds no law of this jurisdiction, so nothing can be said.";
  }
  return {};
}

}  // namespace synoptic::report
