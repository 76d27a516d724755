#include "read/vacant_section.h"

#include <array>
#include <string>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

using model::Status;

struct Notice {
  std::string_view words;  // lower case
  Status status;
  bool more = false;       // may go on: "opphevet ved vedtak 18 nov 1905", "recodified as § 9-101"
};
constexpr std::array<Notice, 21> notices{{{"repealed", Status::Repealed}, {"expired", Status::Expired}, {"terminated", Status::Expired}, {"omitted", Status::NotInForce},
                                          {"reserved", Status::NotInForce}, {"vacant", Status::NotInForce}, {"not funded", Status::NotInForce}, {"not used", Status::NotInForce},
                                          {"recodified as ", Status::NotInForce, true}, {"renumbered as ", Status::NotInForce, true}, {"transferred to ", Status::NotInForce, true},
                                          {"abrogé", Status::Repealed, true}, {"abrogato", Status::Repealed, true}, {"aufgehoben", Status::Repealed, true}, {"weggefallen", Status::Repealed, true},
                                          {"vervallen", Status::Repealed, true}, {"ophævet", Status::Repealed, true}, {"opphevet", Status::Repealed, true}, {"upphävd", Status::Repealed, true},
                                          {"kumottu", Status::Repealed, true}, {"kehtetu", Status::Repealed, true}}};
constexpr std::size_t longest_notice = 100;  // bytes; a text that goes on beyond it says more than that it is gone

}  // namespace

model::Status status_of_vacant(std::string_view heading) {
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

std::optional<model::Status> status_of_notice(std::string_view text) {
  constexpr std::string_view frame = "[]()*. \t\n";
  const auto first = text.find_first_not_of(frame);
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(frame) - first + 1);
  if (text.size() > longest_notice || text.find('\n') != std::string_view::npos) return std::nullopt;
  const auto words = base::lower(text);
  for (const auto& notice : notices) {
    if (words == notice.words || (notice.more && words.starts_with(notice.words))) return notice.status;
  }
  return std::nullopt;
}

}  // namespace synoptic::read
