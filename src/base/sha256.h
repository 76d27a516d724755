// SHA-256 (FIPS 180-4) of bytes, as 64 lower-case hexadecimal digits. Identifies a source file and proves a quotation.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::base {

std::string sha256(std::string_view bytes);

}  // namespace synoptic::base
