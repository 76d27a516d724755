#include "read/us_bill_name.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "model/iri.h"

namespace synoptic::read {

namespace {

struct BillType {
  std::string_view code;  // in IRIs and govinfo's file names
  std::string_view name;
  std::string_view abbreviation;
  std::string_view page;  // on congress.gov
};
constexpr std::array<BillType, 10> bill_types{{{"hr", "House Bill", "H.R.", "house-bill"},
                                               {"s", "Senate Bill", "S.", "senate-bill"},
                                               {"hjres", "House Joint Resolution", "H.J.Res.", "house-joint-resolution"},
                                               {"sjres", "Senate Joint Resolution", "S.J.Res.", "senate-joint-resolution"},
                                               {"hconres", "House Concurrent Resolution", "H.Con.Res.", "house-concurrent-resolution"},
                                               {"sconres", "Senate Concurrent Resolution", "S.Con.Res.", "senate-concurrent-resolution"},
                                               {"hres", "House Simple Resolution", "H.Res.", "house-resolution"},
                                               {"sres", "Senate Simple Resolution", "S.Res.", "senate-resolution"},
                                               {"hres", "House Resolution", "H.Res.", "house-resolution"},
                                               {"sres", "Senate Resolution", "S.Res.", "senate-resolution"}}};
constexpr std::string_view ascii_digits = "0123456789";

std::string leading_digits(std::string_view text) { return std::string(text.substr(0, std::min(text.find_first_not_of(ascii_digits), text.size()))); }

// "116th", "101st"
std::string ordinal(std::string_view number) {
  const bool teen = number.size() > 1 && number[number.size() - 2] == '1';
  const char last = number.empty() ? '0' : number.back();
  const auto* suffix = teen ? "th" : last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th";
  return fmt::format("{}{}", number, suffix);
}

}  // namespace

std::optional<UsBillName> parse_us_bill(std::string_view file_name) {
  const auto text = base::lower(file_name);
  const auto congress = leading_digits(text);
  const auto number_at = text.find_first_of(ascii_digits, congress.size());
  if (congress.empty() || number_at == std::string::npos || number_at == congress.size()) return std::nullopt;
  const auto type = text.substr(congress.size(), number_at - congress.size());
  const bool known = std::any_of(bill_types.begin(), bill_types.end(), [&](const auto& entry) { return entry.code == type; });
  if (!known) return std::nullopt;
  return UsBillName{congress, type, leading_digits(std::string_view(text).substr(number_at))};
}

std::optional<UsBillName> parse_us_bill(std::string_view congress, std::string_view legislative_number) {
  auto compact = leading_digits(congress);
  for (const char c : legislative_number) {
    if (base::ascii::is_alphanumeric(c)) compact += c;
  }
  return parse_us_bill(compact);
}

std::optional<UsBillName> parse_us_bill(std::string_view congress, std::string_view type_name, std::string_view number) {
  for (const auto& type : bill_types) {
    if (type.name != type_name || congress.empty() || number.empty()) continue;
    return UsBillName{leading_digits(congress), std::string(type.code), std::string(number)};
  }
  return std::nullopt;
}

model::Work us_bill_work(const UsBillName& name) {
  model::Work work;
  work.jurisdiction = "US";
  work.type = model::WorkType::Bill;
  work.iri = model::work_iri("us", "bill", name.type, name.congress, name.number);
  for (const auto& type : bill_types) {
    if (type.code != name.type) continue;
    work.number = fmt::format("{} {}", type.abbreviation, name.number);
    work.source_url = fmt::format("https://www.congress.gov/bill/{}-congress/{}/{}", ordinal(name.congress), type.page, name.number);
    break;
  }
  return work;
}

}  // namespace synoptic::read
