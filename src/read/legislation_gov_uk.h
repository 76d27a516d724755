// The identifiers of legislation.gov.uk (URI scheme: https://www.legislation.gov.uk/developer/uris), which both its CLML and its Akoma
// Ntoso carry.
//
//   parse_uk_uri("http://www.legislation.gov.uk/id/ukpga/Geo6/6-7/48/section/2")->iri() == "/akn/gb/act/ukpga/geo6-6-7/48"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/work.h"

namespace synoptic::read {

// What the type of a document says about it.
struct UkDocumentType {
  std::string_view class_name;  // DocumentMainType and Class: "UnitedKingdomPublicGeneralAct"
  std::string_view path;        // in URIs: "ukpga"
  model::WorkType type;
  std::string_view unit;        // element of the AKN naming convention that its provisions are: "section", "article"
  std::string_view number;      // how it is numbered: "{year} c. {number}"
};

const UkDocumentType* uk_type_by_path(std::string_view path);
const UkDocumentType* uk_type_by_class(std::string_view class_name);

struct UkIdentity {
  const UkDocumentType* type = nullptr;
  std::string year;    // "1997", or regnal "Geo6/6-7"
  std::string number;  // "40"

  std::string iri() const;
  std::string number_text() const;  // "1997 c. 40"
};

// Nothing for an address that is not of a document there.
std::optional<UkIdentity> parse_uk_uri(std::string_view uri);

// "section-4A" -> "sec_4A", "schedule-2-part-1-paragraph-3" -> "sched_2__part_1__para_3"; empty if the first word is none of its labels.
std::string uk_eid(std::string_view id);
// "section" -> "sec", "paragraph" -> "para"; an unknown name comes back as it is.
std::string_view eid_prefix(std::string_view element);

// "E+W+S" -> {"GB-ENG", "GB-WLS", "GB-SCT"}
std::vector<std::string> uk_extent(std::string_view restriction);

}  // namespace synoptic::read
