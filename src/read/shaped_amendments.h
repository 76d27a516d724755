// How bills of American states print amendments: what is new in capitals, what is struck out in brackets, and the section that is amended in
// full behind "to read as follows:".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/provision.h"

namespace synoptic::read {

// "[he or she] SUCH PERSON: [(iv)] (III) one" -> "SUCH PERSON: (III) one"; a bracket without its partner stays.
std::string without_struck(std::string_view text);

// What stands behind the first line that ends with one of `endings`, as far as the text goes. Its target is how the line names it: "Section
// 250.50 of the penal law, as added by ..., is amended to read as follows:" -> "Section 250.50 of the penal law".
std::optional<model::QuotedSpan> quoted_behind(std::string_view text, const std::vector<std::string>& endings);

}  // namespace synoptic::read
