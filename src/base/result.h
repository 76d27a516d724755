// Expected trouble travels as a value: Result<T> holds a T or the Diagnostic that says why there is none.
#pragma once

#include <tl/expected.hpp>

#include "base/diagnostic.h"

namespace synoptic::base {

template <class T>
using Result = tl::expected<T, Diagnostic>;

// return failure("no such jurisdiction: XX", "synoptic coverage lists those held");
inline tl::unexpected<Diagnostic> failure(std::string message, std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

inline tl::unexpected<Diagnostic> failure(Diagnostic diagnostic) { return tl::unexpected<Diagnostic>(std::move(diagnostic)); }

}  // namespace synoptic::base
