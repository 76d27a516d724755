// How tests print what a reader made of a file: one line a provision, then one line a diagnostic.
//
//   = /akn/gb/act/ukpga/1997/40 | act | Protection from Harassment Act 1997 | 1997 c. 40 | 1997-03-21 | en
//   sec_2 [2] Offence of harassment | in_force 1997-06-16..  GB-ENG,GB-WLS | (1) A person ...¶(2) ... | 10..20 section 5
//   ! 12: <section>: no number
//
// A dump is compared with tests/samples/FORMAT/NAME.dump by samples_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/reader.h"

namespace synoptic::test {

struct Reading {
  std::vector<read::ReadWork> works;
  std::vector<base::Diagnostic> diagnostics;

  // The first provision with that eId of any work; null if there is none.
  const model::Provision* find(std::string_view eid) const;
  std::size_t provisions() const;
};

// Reads bytes with the format of that name. `name` becomes SourceRef::file.
Reading read_with(std::string_view format, std::string_view bytes, std::string name = "sample.xml");

std::string dump(const read::ReadWork& work);
std::string dump(const Reading& reading);

}  // namespace synoptic::test
