#include "report/xml_text.h"

#include "base/utf8.h"

namespace synoptic::report {

namespace {

// XML 1.0, production Char; what base::decode answers U+FFFD for is none either.
bool is_xml_char(char32_t c) { return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF); }

}  // namespace

std::string xml_clean(std::string_view text, std::size_t* replaced) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = base::decode(text, i);
    if (c == '\r') {
      result.push_back(' ');
    } else if (is_xml_char(c) && (c != 0xFFFD || i - start == 3)) {
      result.append(text, start, i - start);
    } else {
      result += "\uFFFD";
      if (replaced != nullptr) ++*replaced;
    }
  }
  return result;
}

std::string xml_text(std::string_view text) {
  const std::string clean = xml_clean(text);
  std::string result;
  result.reserve(clean.size() + clean.size() / 16);
  for (const char c : clean) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result += c;
    }
  }
  return result;
}

}  // namespace synoptic::report
