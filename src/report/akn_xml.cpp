#include "report/akn_xml.h"

#include "base/utf8.h"

namespace synoptic::report {

namespace {

// XML 1.0, production Char; what base::decode answers U+FFFD for is none either.
bool is_xml_char(char32_t c) { return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF); }

class StringSink : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
  std::string bytes;
};

}  // namespace

pugi::xml_node AknXml::child(pugi::xml_node parent, const char* name) {
  if (!parent.first_child()) parent.append_child(pugi::node_pcdata).set_value("\n");
  const auto node = parent.append_child(name);
  parent.append_child(pugi::node_pcdata).set_value("\n");
  return node;
}

pugi::xml_node AknXml::inline_child(pugi::xml_node parent, const char* name) { return parent.append_child(name); }

void AknXml::set(pugi::xml_node element, const char* name, std::string_view value) {
  element.append_attribute(name).set_value(clean(value).c_str());
}

void AknXml::text(pugi::xml_node element, std::string_view words) {
  if (!words.empty()) element.append_child(pugi::node_pcdata).set_value(clean(words).c_str());
}

std::string AknXml::clean(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = base::decode(text, i);
    if (c == '\r') {
      result.push_back(' ');  // parsers make line ends of it
    } else if (is_xml_char(c) && (c != 0xFFFD || i - start == 3)) {
      result.append(text, start, i - start);
    } else {
      result += "\uFFFD";
      ++replaced_;
    }
  }
  return result;
}

std::string akn_serialise(const pugi::xml_document& document) {
  StringSink sink;
  document.save(sink, "", pugi::format_raw, pugi::encoding_utf8);
  if (!sink.bytes.ends_with('\n')) sink.bytes.push_back('\n');
  return std::move(sink.bytes);
}

}  // namespace synoptic::report
