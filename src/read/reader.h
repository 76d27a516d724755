// What a format reader is: two functions over bytes. A reader never opens a path; it hands over one work at a time and reports what it
// cannot understand with its place, then goes on.
//
//   const Format clml{"clml", "UK legislation, Crown Legislation Markup Language", is_clml, read_clml};
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::read {

// One file, decompressed and out of its archive. `name` is for display and for SourceRef::file ("fr.tar.zst!a/b.json").
// `bytes` is the file as published (BOM and encoding included): SourceRef spans count in it.
struct SourceFile {
  std::string name;
  std::string_view bytes;
  std::string sha256;
};

// An expression of a work with its provisions, in the order of the text.
struct ReadWork {
  model::Work work;
  std::vector<model::Provision> provisions;
};

struct Output {
  std::function<void(ReadWork&&)> work;
  std::function<void(base::Diagnostic&&)> diagnostic;  // fill in line, element, message, hint; the file name is added by the caller
};

inline constexpr int surest = 100;

struct Format {
  std::string_view name;         // for --format
  std::string_view description;  // for --help and coverage
  // How sure the bytes are of this format: 0 no, 100 certain. Looks at the start only (64 KiB at most), cheap, never throws.
  int (*sniff)(std::string_view start);
  void (*read)(const SourceFile& file, const Output& output);
  int most = surest;  // that sniff() can say; less for those that go by how lines look
};

}  // namespace synoptic::read
