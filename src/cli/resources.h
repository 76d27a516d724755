// What several commands need before they start: Synoptic's own data, loaded once, with the message to print when it is not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/data_dir.h"
#include "base/date.h"
#include "base/result.h"
#include "cli/command.h"

namespace synoptic::cli {

// Prints "synoptic: ..." to stderr and answers with `code`.
int complain(const base::Diagnostic& diagnostic, int code);

// "2019-01-01", or "today"; a diagnostic that says how a date is written otherwise.
base::Result<base::Date> date_option(const std::string& text);

// "a, b, c"
std::string joined(const std::vector<std::string>& names);

// "there is no format 'htm'; did you mean 'html'?", with the list as the hint.
base::Diagnostic unknown_name(std::string_view what, const std::string& typed, const std::vector<std::string>& known);

}  // namespace synoptic::cli
