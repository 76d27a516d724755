#include "read/clml_metadata.h"

#include "read/clml_text.h"
#include "read/legislation_gov_uk.h"

namespace synoptic::read {

namespace {

// The address of the document, from wherever the file says it: fragments have no metadata.
std::string document_uri(pugi::xml_node root) {
  std::string found;
  for (const char* name : {"IdURI", "DocumentURI"}) {
    if (parse_uk_uri(attribute(root, name))) return std::string(attribute(root, name));
    root.find_node([&](pugi::xml_node node) {
      if (found.empty() && parse_uk_uri(attribute(node, name))) found = attribute(node, name);
      return !found.empty();
    });
    if (!found.empty()) return found;
  }
  for (const auto node : child(root, "Metadata").children()) {
    if (local_name(node) == "identifier" && parse_uk_uri(node.child_value())) return node.child_value();
  }
  return found;
}

// Where a reader finds this text on the web: the address of the document, not of its abstract identity.
std::string source_url(pugi::xml_node root, const UkIdentity& identity) {
  const auto uri = attribute(root, "DocumentURI");
  if (!uri.empty()) return std::string(uri);
  return "http://www.legislation.gov.uk/" + std::string(identity.type->path) + "/" + identity.year + "/" + identity.number;
}

pugi::xml_node classified(pugi::xml_node metadata) {
  for (const auto name : {"PrimaryMetadata", "SecondaryMetadata", "EUMetadata", "ENmetadata"}) {
    if (const auto found = child(metadata, name)) return found;
  }
  return {};
}

// The Act's own title in the language of the text; dc:title comes twice in some Welsh files.
std::string title(pugi::xml_node root, const std::string& lang) {
  pugi::xml_node first;
  for (const auto node : child(root, "Metadata").children()) {
    if (local_name(node) != "title") continue;
    if (!first) first = node;
    if (attribute(node, "xml:lang") == lang) return clml_line(node);
  }
  if (first) return clml_line(first);
  for (const auto name : {"PrimaryPrelims", "SecondaryPrelims"}) {
    if (const auto prelims = descendant(root, name)) return clml_line(child(prelims, "Title"));
  }
  return {};
}

std::string number_text(pugi::xml_node root, const UkIdentity& identity) {
  for (const auto name : {"PrimaryPrelims", "SecondaryPrelims"}) {
    if (const auto prelims = descendant(root, name)) {
      if (auto number = clml_line(child(prelims, "Number")); !number.empty()) return number;
    }
  }
  return identity.number_text();
}

std::string unit(const UkDocumentType& type, std::string_view minor) {
  if (minor == "order") return "article";
  if (minor == "regulation") return "regulation";
  if (minor == "rule") return "rule";
  return std::string(minor.empty() ? type.unit : minor == "scheme" ? "paragraph" : type.unit);
}

std::optional<base::Date> date_attribute(pugi::xml_node node) { return base::Date::parse(attribute(node, "Date")); }

// The one day on which all of it comes into force; nothing when there are several.
std::optional<base::Date> commencement(pugi::xml_node coming_into_force) {
  std::optional<base::Date> day;
  for (const auto node : coming_into_force.children()) {
    if (local_name(node) != "DateTime") continue;
    const auto next = date_attribute(node);
    if (!next || (day && *day != *next)) return std::nullopt;
    day = next;
  }
  return day;
}

void set_identity(ClmlMetadata& result, pugi::xml_node root, pugi::xml_node main) {
  const auto classification = child(main, "DocumentClassification");
  auto identity = parse_uk_uri(document_uri(root));
  const auto* type = uk_type_by_class(attribute(child(classification, "DocumentMainType"), "Value"));
  if (!identity && type != nullptr) {
    identity = UkIdentity{type, std::string(attribute(child(main, "Year"), "Value")), std::string(attribute(child(main, "Number"), "Value"))};
  }
  if (!identity) return;
  if (type == nullptr) type = identity->type;
  result.work.iri = identity->iri();
  result.work.type = type->type;
  result.work.number = number_text(root, *identity);
  result.work.source_url = source_url(root, *identity);
  result.unit = unit(*type, attribute(child(classification, "DocumentMinorType"), "Value"));
}

}  // namespace

ClmlMetadata clml_metadata(const XmlDocument& document) {
  const auto root = document.root();
  const auto metadata = child(root, "Metadata");
  const auto main = classified(metadata);
  ClmlMetadata result;
  result.lang = attribute(root, "xml:lang");
  if (result.lang.empty()) result.lang = clml_line(child(metadata, "language"));
  if (result.lang.empty()) result.lang = "en";
  result.work.jurisdiction = "GB";  // the format is that of one publisher
  result.work.title = title(root, result.lang);
  set_identity(result, root, main);

  const auto document_status = attribute(child(main, {"DocumentClassification", "DocumentStatus"}), "Value");
  result.revised = document_status == "revised";
  for (const auto name : {"EnactmentDate", "Made"}) {
    if (const auto date = date_attribute(child(main, name)); date && !result.work.date) result.work.date = date;
  }
  if (result.revised) {
    result.status = model::Status::InForce;
  } else if (document_status == "draft") {
    result.status = model::Status::Bill;
  } else {
    result.in_force_from = commencement(child(main, "ComingIntoForce"));
  }
  result.expression.work = result.work.iri;
  result.expression.lang = model::iso639_3(result.lang);
  if (const auto valid = base::Date::parse(child(metadata, "valid").child_value())) {
    result.expression.version = valid->iso();
  } else if (result.work.date) {
    result.expression.version = result.work.date->iso();
  }
  return result;
}

}  // namespace synoptic::read
