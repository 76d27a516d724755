#include "index/schema.h"

#include "base/sha256.h"

namespace synoptic::index {

std::string bounded_term(std::string_view prefix, std::string_view rest) {
  constexpr std::size_t limit = 240;  // NUL bytes count twice in Xapian, hence some room
  std::string term(prefix);
  if (prefix.size() + rest.size() <= limit && rest.find('\0') == std::string_view::npos) return term.append(rest);
  term.append(rest.substr(0, 120));
  for (char& c : term) {
    if (c == '\0') c = ' ';
  }
  return term.append("#").append(base::sha256(rest).substr(0, 32));
}

}  // namespace synoptic::index
