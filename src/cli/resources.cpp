#include "cli/resources.h"

#include <cstdio>

#include <fmt/core.h>

#include "base/edit_distance.h"

namespace synoptic::cli {

int complain(const base::Diagnostic& diagnostic, int code) {
  fmt::print(stderr, "synoptic: {}\n", base::to_string(diagnostic));
  return code;
}

base::Result<base::Date> date_option(const std::string& text) {
  if (text == "today") return base::Date::today();
  if (const auto date = base::Date::parse(text)) return *date;
  return base::failure("'" + text + "' is not a date", "write it as YYYY-MM-DD, for example 2019-01-01");
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

base::Diagnostic unknown_name(std::string_view what, const std::string& typed, const std::vector<std::string>& known) {
  const auto guess = base::nearest(typed, known);
  base::Diagnostic diagnostic;
  diagnostic.message = fmt::format("there is no {} '{}'{}", what, typed, guess ? fmt::format("; did you mean '{}'?", *guess) : std::string());
  diagnostic.hint = "known are " + joined(known);
  return diagnostic;
}

}  // namespace synoptic::cli
