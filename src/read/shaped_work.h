// Which law a shaped file holds: the templates of its shape filled with what its head and its name say.
#pragma once

#include <optional>

#include "base/date.h"
#include "model/work.h"
#include "read/shaped_text.h"

namespace synoptic::read {

struct ShapedWork {
  model::Work work;
  std::string lang;                   // BCP 47
  std::optional<base::Date> version;  // of the text
  model::Status status = model::Status::Unknown;
};

// Nothing, and a diagnostic, if neither head nor name say which law it is.
std::optional<ShapedWork> shaped_work(const FoundShape& found, const SourceFile& file, const LineWords& words, const Output& output);

}  // namespace synoptic::read
