// The <meta> of a document.
#pragma once

#include <pugixml.hpp>

#include "report/akn_plan.h"
#include "report/akn_xml.h"

namespace synoptic::report {

void akn_meta(AknXml& xml, AknIds& ids, pugi::xml_node document, const AknPlan& plan);

}  // namespace synoptic::report
