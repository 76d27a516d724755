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

// What the start of a file shows where it is XML: the root element's local name and its whole start tag ("<akomaNtoso xmlns=...>"), both empty
// where it is not.
struct XmlStart {
  std::string name;
  std::string tag;
  std::string_view bytes;  // the start itself
};

// How sure the bytes are of a format: 0 no, 100 certain. Looks at the start only (64 KiB at most), cheap, never throws. Formats that are XML
// go by its root, which is found once for all of them.
class Sniff {
 public:
  using OfBytes = int (*)(std::string_view start);
  using OfXml = int (*)(const XmlStart& start);
  constexpr Sniff(OfBytes of_bytes) : of_bytes_(of_bytes) {}
  constexpr Sniff(OfXml of_xml) : of_xml_(of_xml) {}
  int operator()(const XmlStart& start) const {
    if (of_bytes_ != nullptr) return of_bytes_(start.bytes);
    return start.name.empty() ? 0 : of_xml_(start);
  }
  int operator()(std::string_view start) const;

 private:
  OfBytes of_bytes_ = nullptr;
  OfXml of_xml_ = nullptr;
};

struct Format {
  std::string_view name;         // for --format
  std::string_view description;  // for --help and coverage
  Sniff sniff;
  void (*read)(const SourceFile& file, const Output& output);
  int most = surest;  // that sniff() can say; less for those that go by how lines look
};

}  // namespace synoptic::read
