// Everything the extractors found in one provision.
#pragma once

#include <vector>

#include "model/citation.h"
#include "model/definition.h"
#include "model/sanction.h"

namespace synoptic::model {

struct Facts {
  std::vector<Definition> definitions;
  std::vector<SanctionGroup> sanctions;
  std::vector<Citation> citations;
};

}  // namespace synoptic::model
