#include "query/standing.h"

namespace synoptic::query {

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
  switch (provision.status) {
    case Status::Repealed:
    case Status::Expired: return to ? Standing::Law : Standing::Former;
    case Status::NotInForce: return from ? Standing::Law : Standing::Pending;
    default: return Standing::Law;
  }
}

}  // namespace synoptic::query
