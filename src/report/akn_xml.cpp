#include "report/akn_xml.h"

#include "report/xml_text.h"

namespace synoptic::report {

namespace {

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
  element.append_attribute(name).set_value(xml_clean(value, &replaced_).c_str());
}

void AknXml::text(pugi::xml_node element, std::string_view words) {
  if (!words.empty()) element.append_child(pugi::node_pcdata).set_value(xml_clean(words, &replaced_).c_str());
}

std::string akn_serialise(const pugi::xml_document& document) {
  StringSink sink;
  document.save(sink, "", pugi::format_raw, pugi::encoding_utf8);
  if (!sink.bytes.ends_with('\n')) sink.bytes.push_back('\n');
  return std::move(sink.bytes);
}

}  // namespace synoptic::report
