// The <body> of a document: the divisions that the provisions are in, and the provisions.
#pragma once

#include <pugixml.hpp>

#include "extract/division_words.h"
#include "report/akn_plan.h"
#include "report/akn_xml.h"

namespace synoptic::report {

void akn_body(AknXml& xml, AknIds& ids, pugi::xml_node document, const AknPlan& plan, const extract::DivisionWords& words);

}  // namespace synoptic::report
