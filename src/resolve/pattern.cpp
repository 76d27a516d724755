#include "resolve/pattern.h"

#include <mutex>
#include <stdexcept>

#include <re2/re2.h>

namespace synoptic::resolve {

struct Pattern::Compiled {
  std::string words;
  base::Diagnostic where;
  std::once_flag once;
  std::unique_ptr<RE2> regex;

  const RE2& get() {
    std::call_once(once, [this] { regex = std::make_unique<RE2>("(" + words + ")", RE2::Quiet); });
    return *regex;
  }
};

Pattern::Pattern(std::string words, base::Diagnostic where) : compiled_(std::make_shared<Compiled>()) {
  compiled_->words = std::move(words);
  compiled_->where = std::move(where);
}

const std::string& Pattern::words() const { return compiled_->words; }

std::optional<base::Diagnostic> Pattern::problem() const {
  const RE2& regex = compiled_->get();
  if (regex.ok()) return std::nullopt;
  base::Diagnostic diagnostic = compiled_->where;
  diagnostic.message = "bad pattern '" + compiled_->words + "': " + regex.error();
  return diagnostic;
}

const RE2& Pattern::regex() const {
  const RE2& regex = compiled_->get();
  if (!regex.ok()) throw std::runtime_error(base::to_string(*problem()));
  return regex;
}

}  // namespace synoptic::resolve
