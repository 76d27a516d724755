#include "query/standing.h"

#include <algorithm>
#include <string_view>

namespace synoptic::query {

namespace {

// The year in the IRI of a work: "/akn/in/act/2023/45", "/akn/fr/act/loi/2018-08-03/2018-703". The last part is a number, never a year.
std::optional<int> year_of(std::string_view iri) {
  for (auto at = iri.find('/'); at != std::string_view::npos; at = iri.find('/', at + 1)) {
    const auto end = iri.find('/', at + 1);
    if (end == std::string_view::npos) break;
    const auto part = iri.substr(at + 1, end - at - 1);
    const bool year = part.size() == 4 || (part.size() == 10 && part[4] == '-');
    if (!year || !std::all_of(part.begin(), part.begin() + 4, [](char c) { return c >= '0' && c <= '9'; })) continue;
    return (part[0] - '0') * 1000 + (part[1] - '0') * 100 + (part[2] - '0') * 10 + (part[3] - '0');
  }
  return std::nullopt;
}

}  // namespace

bool was_made_by(const model::Work& work, const base::Date& day) {
  const auto year = year_of(work.iri);
  return !year || *year <= day.year();
}

Standing standing_on(const model::Work& work, const model::Provision& provision, const base::Date& day) {
  using model::Status;
  const auto& from = provision.valid_from;
  const auto& to = provision.valid_to;
  if (provision.status == Status::Bill || work.type == model::WorkType::Bill) {
    const auto introduced = from ? from : work.date;
    if (introduced && day < *introduced) return Standing::Pending;
    return to && *to < day ? Standing::Former : Standing::Bill;
  }
  if (from && day < *from) return Standing::Pending;
  if (to && *to < day) return Standing::Former;
  if (!from && !was_made_by(work, day)) return Standing::Pending;
  switch (provision.status) {
    case Status::Repealed:
    case Status::Expired: return to ? Standing::Law : Standing::Former;
    case Status::NotInForce: return from ? Standing::Law : Standing::Pending;
    default: return Standing::Law;
  }
}

}  // namespace synoptic::query
