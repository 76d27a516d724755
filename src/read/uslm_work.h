// Which law a USLM file is an expression of, from its root element and metadata.
//
//   <uscDoc identifier="/us/usc/t18a">             -> /akn/us/act/usc/18a (appendices are works of their own)
//   <pLaw> congress 117, number 103                -> /akn/us/act/pl/117/103;  private laws /akn/us/act/pvtl/112/1
//   <bill>, <resolution>, <engrossedAmendment>     -> /akn/us/bill/hr/118/1, sjres, hconres, ...
//   <statuteCompilation> of Public Law 91-596      -> /akn/us/act/pl/91/596: the same work, its text as amended up to the version date
//   <cfrDoc> title 27                              -> /akn/us/act/cfr/27
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "model/provision.h"
#include "model/work.h"
#include "read/xml.h"

namespace synoptic::read {

struct UslmWork {
  model::Work work;
  // Of the text: the day a release was made, a law approved, a compilation is current to, a bill last acted on.
  std::optional<base::Date> version;
  model::Status status = model::Status::InForce;  // of provisions that do not say
  std::optional<base::Date> valid_from;           // public laws: the day of approval
  std::string identifier;                         // of the root: "/us/usc/t18"
};

// The work has no IRI where the metadata names none.
UslmWork uslm_work(pugi::xml_node root);

// Official address of a section of the US Code or of the CFR; empty for other works.
std::string uslm_section_url(const UslmWork& work, std::string_view number);

// A title of the United States Code, whatever format it is read from: "18", "CRIMES AND CRIMINAL PROCEDURE".
model::Work us_code_work(std::string_view title, std::string_view heading);
// Official address of a section; empty for a range.
std::string us_code_section_url(std::string_view title, std::string_view number);
// The number of a section or a range in an eId: "2261A", "202-to-204" for "202 to 204".
std::string us_eid_number(std::string_view number);

}  // namespace synoptic::read
