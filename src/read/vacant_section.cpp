#include "read/vacant_section.h"

#include <array>

namespace synoptic::read {

model::Status status_of_vacant(std::string_view heading) {
  using model::Status;
  struct Reason {
    std::string_view word;
    Status status;
  };
  constexpr std::array<Reason, 9> reasons{{{"Repealed", Status::Repealed},
                                           {"Expired", Status::Expired},
                                           {"Terminated", Status::Expired},
                                           {"Omitted", Status::NotInForce},
                                           {"Transferred", Status::NotInForce},
                                           {"Renumbered", Status::NotInForce},
                                           {"Vacant", Status::NotInForce},
                                           {"Reserved", Status::NotInForce},
                                           {"Not Used", Status::NotInForce}}};
  std::size_t first = std::string_view::npos;
  auto status = Status::Unknown;
  for (const auto& reason : reasons) {
    if (const auto at = heading.find(reason.word); at < first) {
      first = at;
      status = reason.status;
    }
  }
  return status;
}

}  // namespace synoptic::read
