// What Xapian says when it cannot write, for people. Internal to index/.
#pragma once

#include <filesystem>

#include <xapian.h>

#include "base/diagnostic.h"

namespace synoptic::index {

inline base::Diagnostic xapian_trouble(const Xapian::Error& error, const std::filesystem::path& where) {
  base::Diagnostic diagnostic;
  diagnostic.file = where.string();
  diagnostic.message = "the index cannot be written: " + error.get_description();
  diagnostic.hint = "is there room on the disk, and may you write to the folder?";
  return diagnostic;
}

}  // namespace synoptic::index
