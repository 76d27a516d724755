// The facts that are a provision's own: what stands inside an amendment is law of another Act and is left out.
#pragma once

#include "extract/extractor.h"
#include "model/facts.h"
#include "model/provision.h"

namespace synoptic::query {

model::Facts own_facts(const extract::Extractor& extractor, const model::Provision& provision);

}  // namespace synoptic::query
