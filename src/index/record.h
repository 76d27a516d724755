// What is stored of a provision beside its terms: all of it, and its work, in a compact form (one Zstandard frame) that reads back exactly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::index {

struct Record {
  model::Work work;
  model::Provision provision;
  std::uint32_t file = 0;   // id of the ingested file in the catalogue
  std::uint32_t order = 0;  // place in that file
};

std::string encode(const model::Work& work, const model::Provision& provision, std::uint32_t file, std::uint32_t order);
// A record that is cut short or not one at all is an error ("damaged index").
base::Result<Record> decode(std::string_view frame);

}  // namespace synoptic::index
