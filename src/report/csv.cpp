#include "report/csv.h"

#include <algorithm>

namespace synoptic::report {

std::string csv_line(const std::vector<std::string>& fields, std::size_t width) {
  std::string line;
  for (std::size_t i = 0; i < std::max(fields.size(), width); ++i) {
    if (i != 0) line += ',';
    if (i >= fields.size()) continue;
    std::string field = fields[i];
    if (!field.empty() && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos) field.insert(0, 1, '\'');
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      line += field;
      continue;
    }
    line += '"';
    for (const char c : field) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace synoptic::report
