#include "report/comparison_words.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/utf8.h"
#include "report/day_words.h"

namespace synoptic::report {

using query::Answer;
using query::ComparedProvision;
using query::Presence;

std::string grouped(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) { return fmt::format("{} {}", grouped(count), count == 1 ? one : many); }

std::string badge(Presence presence) {
  switch (presence) {
    case Presence::Found: return "In force";
    case Presence::OnlyInBill: return "Only in a bill";
    case Presence::Repealed: return "Repealed";
    case Presence::Expired: return "Expired";
    case Presence::NotYetInForce: return "Not yet in force";
    case Presence::NoTextForDate: return "No text for this date";
    case Presence::NotFound: return "Searched and not found";
    case Presence::LanguageNotCovered: return "Language not covered";
    case Presence::NotIngested: return "Not ingested";
  }
  return {};
}

std::string badge_class(Presence presence) {
  switch (presence) {
    case Presence::Found: return "found";
    case Presence::OnlyInBill: return "bill";
    case Presence::Repealed:
    case Presence::Expired:
    case Presence::NotYetInForce: return "former";
    case Presence::NotFound: return "absent";
    case Presence::NoTextForDate:
    case Presence::LanguageNotCovered:
    case Presence::NotIngested: return "unknown";
  }
  return {};
}

const std::vector<ComparedProvision>& principal(const Answer& answer) {
  return !answer.law.empty() ? answer.law : !answer.bills.empty() ? answer.bills : answer.former;
}

void for_each_provision(const Answer& answer, const Visit& visit) {
  for (const auto& compared : answer.law) visit("law", compared);
  for (const auto& compared : answer.bills) visit("bill", compared);
  for (const auto& compared : answer.former) visit("former", compared);
  for (const auto& compared : answer.pending) visit("pending", compared);
}

bool is_bill(const ComparedProvision& compared) { return compared.provision.status == model::Status::Bill || compared.work.type == model::WorkType::Bill; }

std::string source_words(query::TextSource source) {
  switch (source) {
    case query::TextSource::Official: return "official text";
    case query::TextSource::Edition: return "text as edited by a third party";
    case query::TextSource::Digest: return "digest in our own words, not the text of the law";
  }
  return {};
}

std::string source_words(const ComparedProvision& compared) {
  if (!is_bill(compared)) return source_words(compared.source);
  return compared.source == query::TextSource::Digest ? "digest of a bill in our own words, not its text" : source_words(compared.source) + " of a bill";
}

std::string stated_validity(const ComparedProvision& compared) {
  const auto& provision = compared.provision;
  const auto& from = provision.valid_from;
  const auto& to = provision.valid_to;
  if (is_bill(compared)) {
    const auto introduced = from ? from : compared.work.date;
    return introduced ? "bill of " + day(*introduced) : "bill";
  }
  if (from && to) return fmt::format("law from {} to {}", day(*from), day(*to));
  if (from) return "law since " + day(*from);
  if (to) return "law until " + day(*to);
  if (provision.status == model::Status::NotInForce) return "not in force; the date of commencement is not known";
  if (provision.status == model::Status::Repealed) return "repealed; since when is not known";
  if (provision.status == model::Status::Expired) return "expired; since when is not known";
  return {};
}

std::string validity_words(const ComparedProvision& compared) {
  std::string words = stated_validity(compared);
  if (is_bill(compared)) return words;
  const std::string known = day_words(compared.knowledge, DayStyle::Words);
  const auto version = base::Date::parse(compared.provision.iri.version);
  if (words.empty() && known.empty() && version) words = fmt::format("as it stood on {}; since when is not known", day(*version));
  // That no text was law on the day needs no saying of one whose dates are stated.
  if (known.empty() || (!words.empty() && !compared.knowledge.has_text())) return words;
  return words.empty() ? known : words + "; " + known;
}

std::string official_link(const ComparedProvision& compared) {
  return compared.provision.url.empty() ? compared.work.source_url : compared.provision.url;
}

// A circumstance that ends in a colon is the head of a list: "where it is done:". A quotation of it stays open and says so.
std::vector<Inline> condition_inlines(const model::SanctionGroup& group, std::size_t limit, const std::string& lang) {
  const std::string mode = mode_words(group.mode);
  if (!group.circumstance) return mode.empty() ? std::vector<Inline>() : std::vector<Inline>{Inline{mode + ": "}};
  std::string_view words = base::trim(*group.circumstance);
  const bool heads_list = words.ends_with(':');
  if (heads_list) words = base::trim(words.substr(0, words.size() - 1));
  return {Inline{mode.empty() ? "“" : mode + ", “"}, Inline{.text = shortened(words, limit) + (heads_list ? " …" : ""), .lang = lang},
          Inline{heads_list ? "” (in the cases that the provision lists): " : "”: "}};
}

std::string procedure_words(const model::Facts& facts) {
  bool summary = false;
  bool indictment = false;
  bool on_the_spot = false;
  bool civil = false;
  for (const auto& group : facts.sanctions) {
    summary |= group.mode == model::Mode::Summary;
    indictment |= group.mode == model::Mode::Indictment;
    for (const auto& penalty : group.penalties) {
      on_the_spot |= penalty.kind == model::PenaltyKind::FixedFine;
      civil |= penalty.kind == model::PenaltyKind::CivilPenalty;
    }
  }
  std::string text = summary && indictment ? "summary or on indictment" : summary ? "summary" : indictment ? "on indictment" : "";
  if (on_the_spot) text += (text.empty() ? "" : "; ") + std::string("on-the-spot fine");
  if (civil) text += (text.empty() ? "" : "; ") + std::string("civil penalty");
  return text.empty() ? "—" : capitalised(text);
}

std::string short_name(const ComparedProvision& compared) {
  constexpr std::size_t room = 38;  // beside the bars of a chart
  const std::string title = shortened(compared.work_title.empty() ? compared.work.title : compared.work_title, room - std::min<std::size_t>(compared.provision.num.size() + 4, room / 2));
  return compared.provision.num.empty() ? title : title + ", " + compared.provision.num;
}

bool is_on_topic(const Answer& answer, const model::Definition& definition) {
  const std::string term = base::fold(definition.term);
  return std::any_of(answer.topic_terms.begin(), answer.topic_terms.end(), [&term](const std::string& candidate) { return base::fold(candidate) == term; });
}

bool is_near_topic(const Answer& answer, const model::Definition& definition) {
  const std::string term = base::fold(definition.term);
  return std::any_of(answer.topic_terms.begin(), answer.topic_terms.end(), [&term](const std::string& candidate) { return query::shares_a_word(base::fold(candidate), term); });
}

std::string shortened(std::string_view text, std::size_t limit) {
  std::string squeezed = base::squeeze(text);
  if (squeezed.size() <= limit) return squeezed;
  const auto cut = squeezed.rfind(' ', limit);
  squeezed.resize(cut == std::string::npos ? limit : cut);
  return base::repair_utf8(squeezed) + " …";
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

ExtentNames extent_names(const model::Profiles& profiles) {
  ExtentNames names;
  for (const auto& profile : profiles.all()) {
    names[profile.code] = profile.name();
    for (const auto& system : profile.legal_systems) {
      if (const auto name = system.names.find("en"); name != system.names.end()) names[system.code] = name->second;
    }
    names.insert(profile.penalty_classes.begin(), profile.penalty_classes.end());
  }
  return names;
}

}  // namespace synoptic::report
