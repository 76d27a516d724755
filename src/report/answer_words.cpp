// The sentences that say what a jurisdiction answers.
#include <algorithm>
#include <cctype>

#include <fmt/core.h>

#include "base/language_name.h"
#include "report/comparison_report.h"
#include "report/comparison_words.h"
#include "report/day_words.h"

namespace synoptic::report {

namespace {


std::string searched(const query::Certificate& certificate) {
  return fmt::format("{} of {} searched", counted(certificate.provisions, "provision", "provisions"), counted(certificate.works.size(), "work", "works"));
}

std::string held(const query::Certificate& certificate) {
  return counted(certificate.provisions, "provision is", "provisions are");
}

// "German and Italian"; a code that has no English name here stays a code.
std::string language_list(const std::vector<std::string>& codes) {
  std::string text;
  for (std::size_t i = 0; i < codes.size(); ++i) text += (i == 0 ? "" : i + 1 == codes.size() ? " and " : ", ") + base::language_name(codes[i]);
  return text;
}

std::string uncovered(const query::Certificate& certificate) {
  if (certificate.not_covered.empty()) return {};
  return fmt::format(" Texts in {} could not be searched: the topic has no words in that language.", language_list(certificate.not_covered));
}

// " For both it is not known whether the text that is held still stood on that day."
std::string not_known(const query::Answer& answer) {
  const auto count = std::count_if(answer.law.begin(), answer.law.end(), [](const auto& compared) { return !compared.knowledge.is_known(); });
  if (count == 0) return {};
  const auto all = static_cast<std::ptrdiff_t>(answer.law.size());
  if (all == 1) return " Whether the text that is held stood on that day is not known.";
  const std::string which = count < all ? fmt::format("{} of them", count) : all == 2 ? "both" : fmt::format("all {}", all);
  return fmt::format(" For {} it is not known whether the text that is held stood on that day.", which);
}

}  // namespace

std::string searched_words(const query::Certificate& certificate) { return searched(certificate); }

std::string answer_sentence(const query::Answer& answer, const base::Date& as_of) {
  using query::Presence;
  switch (answer.presence) {
    case Presence::Found:
      return fmt::format("In force on {}: {}.{}", day(as_of), counted(answer.law.size(), "provision", "provisions"), not_known(answer));
    case Presence::OnlyInBill: return fmt::format("Only in a bill on {}: no provision was law ({}).", day(as_of), searched(answer.certificate));
    case Presence::Repealed:
      return answer.since ? fmt::format("Repealed: no longer law since {}.", day(*answer.since)) : "Repealed, on a date that is not known.";
    case Presence::Expired:
      return answer.since ? fmt::format("Expired: no longer law since {}.", day(*answer.since)) : "Expired, on a date that is not known.";
    case Presence::NotYetInForce:
      return fmt::format("Not in force on {}: {} ({}).", day(as_of),
                         answer.since ? fmt::format("the first provision held is law only from {}", day(*answer.since))
                                      : "the provision that is held is of a later text or has not commenced, and since when it will be law is not known",
                         searched(answer.certificate));
    case Presence::NoTextForDate:
      return fmt::format("No text for {}: the first one held is of {}, and since when it is law is not known ({}).", day(as_of),
                         answer.since ? day(*answer.since) : "a later day", searched(answer.certificate));
    case Presence::NotFound: return fmt::format("Searched and not found on {} ({}).{}", day(as_of), searched(answer.certificate), uncovered(answer.certificate));
    case Presence::LanguageNotCovered:
      return fmt::format("Language not covered: {} held, in {}; the topic has no words in that language, so nothing can be said.",
                         held(answer.certificate), language_list(answer.certificate.languages));
    case Presence::NotIngested: return "Not ingested: the index holds no law of this jurisdiction, so nothing can be said.";
  }
  return {};
}

namespace {

constexpr std::size_t most_works = 8;  // named in a report for people; all of them are in the JSON

// Some publishers print titles in capitals: "CRIMES AND CRIMINAL PROCEDURE" is read as "Crimes and criminal procedure". Runs of two words or
// more, so that no abbreviation is touched.
std::string without_shouting(std::string text) {
  const auto is_capital = [&](std::size_t at) { return at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; };
  const auto is_between = [&](std::size_t at) { return at < text.size() && (text[at] == ' ' || text[at] == ',' || text[at] == '-'); };
  for (std::size_t at = 0; at < text.size();) {
    if (!is_capital(at)) {
      ++at;
      continue;
    }
    std::size_t end = at, words = 1;
    while (is_capital(end) || (is_between(end) && (is_capital(end + 1) || is_between(end + 1)))) words += text[end++] == ' ';
    const bool whole = (at == 0 || !std::isalpha(static_cast<unsigned char>(text[at - 1]))) && (end == text.size() || !std::isalpha(static_cast<unsigned char>(text[end])));
    if (words > 1 && whole && end - at > 8) std::transform(text.begin() + static_cast<std::ptrdiff_t>(at + 1), text.begin() + static_cast<std::ptrdiff_t>(end), text.begin() + static_cast<std::ptrdiff_t>(at + 1), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    at = end;
  }
  return text;
}

// "Code pénal (texts of 2018-08-06 to 2026-04-02)"
std::string work_words(const query::SearchedWork& work) {
  std::string text = without_shouting(work.title);
  if (work.digest) text += ", digest";
  if (work.first.empty()) return text + " (date of the text not stated)";
  return text + spelled_days(work.first == work.last ? fmt::format(" (text of {})", work.first) : fmt::format(" (texts of {} to {})", work.first, work.last));
}

std::string term_words(const query::TriedTerm& term) {
  if (term.containing == 0 && term.defining == 0) return fmt::format("“{}” 0", term.term);
  return fmt::format("“{}” {}", term.term, grouped(term.containing)) + (term.defining == 0 ? "" : ", defined in " + grouped(term.defining));
}

// The works with most provisions first: an index of hundreds cannot be printed.
std::vector<query::SearchedWork> largest(std::vector<query::SearchedWork> works) {
  std::stable_sort(works.begin(), works.end(), [](const auto& a, const auto& b) { return a.provisions > b.provisions; });
  if (works.size() > most_works) works.resize(most_works);
  return works;
}

}  // namespace

std::vector<std::string> certificate_lines(const query::Certificate& certificate) {
  std::vector<std::string> lines;
  std::string works;
  for (const auto& work : largest(certificate.works)) works += (works.empty() ? "" : "; ") + work_words(work);
  if (certificate.works.size() > most_works) works += fmt::format("; and {} more works", certificate.works.size() - most_works);
  const bool unread = certificate.covers_nothing();  // in none of their languages the topic has words
  if (!works.empty()) lines.push_back((unread ? "Works held and not searched: " : "Works searched: ") + works + ".");
  std::string terms;
  for (const auto& term : certificate.terms) terms += (terms.empty() ? "" : "; ") + term_words(term);
  if (!terms.empty()) lines.push_back("Terms tried, with the provisions that contain them: " + terms + ".");
  std::string misses;
  for (const auto& miss : certificate.nearest_misses) misses += (misses.empty() ? "" : "; ") + without_shouting(miss.title) + (miss.heading.empty() ? "" : " (" + without_shouting(miss.heading) + ")");
  if (!misses.empty() && !unread) lines.push_back("Nearest provisions that are not on this topic: " + misses + ".");
  if (!certificate.not_covered.empty()) lines.push_back("Not covered: texts in " + language_list(certificate.not_covered) + ".");
  return lines;
}

}  // namespace synoptic::report
