// The names of the model's enumerations, as the contract spells them.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "model/amount.h"
#include "model/citation.h"
#include "model/provision.h"
#include "model/sanction.h"
#include "model/work.h"

namespace synoptic::model {

namespace {

template <class Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

template <class Enum, std::size_t N>
std::string_view name_of(Enum value, const Names<Enum, N>& names) {
  for (const auto& [candidate, name] : names) {
    if (candidate == value) return name;
  }
  return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(std::string_view wanted, const Names<Enum, N>& names) {
  for (const auto& [value, name] : names) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

constexpr Names<WorkType, 6> work_types{{{WorkType::Act, "act"},
                                         {WorkType::Code, "code"},
                                         {WorkType::Regulation, "regulation"},
                                         {WorkType::Bill, "bill"},
                                         {WorkType::Constitution, "constitution"},
                                         {WorkType::Other, "other"}}};
constexpr Names<Status, 6> statuses{{{Status::InForce, "in_force"},
                                     {Status::NotInForce, "not_in_force"},
                                     {Status::Repealed, "repealed"},
                                     {Status::Expired, "expired"},
                                     {Status::Bill, "bill"},
                                     {Status::Unknown, "unknown"}}};
constexpr Names<PenaltyKind, 12> penalty_kinds{{{PenaltyKind::Death, "death"},
                                                {PenaltyKind::Imprisonment, "imprisonment"},
                                                {PenaltyKind::Fine, "fine"},
                                                {PenaltyKind::FixedFine, "fixed_fine"},
                                                {PenaltyKind::CivilPenalty, "civil_penalty"},
                                                {PenaltyKind::Compensation, "compensation"},
                                                {PenaltyKind::CommunityService, "community_service"},
                                                {PenaltyKind::Disqualification, "disqualification"},
                                                {PenaltyKind::Forfeiture, "forfeiture"},
                                                {PenaltyKind::Corporal, "corporal"},
                                                {PenaltyKind::Employment, "employment"},
                                                {PenaltyKind::Other, "other"}}};
constexpr Names<Mode, 3> modes{{{Mode::Any, ""}, {Mode::Summary, "summary"}, {Mode::Indictment, "indictment"}}};
constexpr Names<Join, 4> joins{{{Join::None, ""}, {Join::And, "and"}, {Join::Or, "or"}, {Join::AndOr, "and_or"}}};
constexpr Names<CitationKind, 4> citation_kinds{
    {{CitationKind::Work, "work"}, {CitationKind::Provision, "provision"}, {CitationKind::Internal, "internal"},
     {CitationKind::Elsewhere, "elsewhere"}}};

std::string grouped(std::int64_t whole) {
  std::string digits = std::to_string(whole);
  for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > (whole < 0 ? 1 : 0); i -= 3) {
    digits.insert(static_cast<std::size_t>(i), ",");
  }
  return digits;
}

}  // namespace

std::string_view to_string(WorkType type) { return name_of(type, work_types); }
std::optional<WorkType> work_type(std::string_view name) { return value_of(name, work_types); }
std::string_view to_string(Status value) { return name_of(value, statuses); }
std::optional<Status> status(std::string_view name) { return value_of(name, statuses); }
std::string_view to_string(PenaltyKind kind) { return name_of(kind, penalty_kinds); }
std::optional<PenaltyKind> penalty_kind(std::string_view name) { return value_of(name, penalty_kinds); }
std::string_view to_string(Mode mode) { return name_of(mode, modes); }
std::string_view to_string(Join join) { return name_of(join, joins); }
std::string_view to_string(CitationKind kind) { return name_of(kind, citation_kinds); }

std::string title_of(const Work& work, const Provision& provision) {
  if (provision.num.empty()) return work.title;
  const bool has_kind = !provision.kind.empty() && !provision.num.starts_with(provision.kind);
  std::string kind = has_kind ? provision.kind + " " : std::string();
  std::replace(kind.begin(), kind.end(), '_', ' ');
  return fmt::format("{}, {}{}", work.title, kind, provision.num);
}

bool valid_on(const Provision& provision, const base::Date& day) {
  return !(provision.valid_from && day < *provision.valid_from) && !(provision.valid_to && *provision.valid_to < day);
}

bool Amount::is_time() const {
  return unit == "hour" || unit == "day" || unit == "week" || unit == "month" || unit == "year" || unit == "life";
}

std::string to_string(const Amount& amount) {
  if (!amount.hundredths) return amount.is_life() ? "life" : amount.unit;
  const std::int64_t whole = *amount.hundredths / 100;
  const std::int64_t rest = *amount.hundredths % 100;
  std::string number = grouped(whole);
  if (rest != 0) number += fmt::format(".{:02}", rest);
  if (amount.is_time()) return fmt::format("{} {}{}", number, amount.unit, *amount.hundredths == 100 ? "" : "s");
  return fmt::format("{} {}", amount.unit, number);
}

}  // namespace synoptic::model
