// A provision on its way into the index, with everything that it is found by.
#pragma once

#include <cstdint>
#include <vector>

#include "index/provision_terms.h"
#include "model/facts.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::index {

struct Indexable {
  const model::Work& work;
  const model::Provision& provision;
  const model::Facts& facts;
  const CitedKeys& cited;
  std::uint32_t file = 0;   // id in the catalogue
  std::uint32_t order = 0;  // place in that file
};

}  // namespace synoptic::index
