// The name of a bill or resolution of the Congress of the United States, however a format spells it.
//
//   parse_us_bill("116s1029rfh")          -> {"116", "s", "1029"}        the name of govinfo's file, with or without the stage
//   parse_us_bill("116", "H. J. Res. 37") -> {"116", "hjres", "37"}
//   us_bill_work({"118", "hr", "1"}).iri == "/akn/us/bill/hr/118/1"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/work.h"

namespace synoptic::read {

struct UsBillName {
  std::string congress, type, number;
};

std::optional<UsBillName> parse_us_bill(std::string_view file_name);
// `congress` as digits or "116th CONGRESS".
std::optional<UsBillName> parse_us_bill(std::string_view congress, std::string_view legislative_number);
// By the long name of its type: "Senate Concurrent Resolution".
std::optional<UsBillName> parse_us_bill(std::string_view congress, std::string_view type_name, std::string_view number);

// IRI, number ("H.J.Res. 37"), type and page at congress.gov; the title is the caller's.
model::Work us_bill_work(const UsBillName& name);

}  // namespace synoptic::read
