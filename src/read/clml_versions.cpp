#include "read/clml_versions.h"

#include <algorithm>

#include "read/clml_text.h"

namespace synoptic::read {

namespace {

constexpr int deepest_version = 200;  // elements inside a provision that are looked into
constexpr std::size_t most_extents = 16;  // "E", "E+W", ...: four territories have no more sets; each is a copy of the provision

// "S" of a version, on itself or on the element in it.
std::string_view extent_of(pugi::xml_node version) {
  if (const auto own = attribute(version, "RestrictExtent"); !own.empty()) return own;
  for (const auto part : version.children()) {
    if (const auto own = attribute(part, "RestrictExtent"); !own.empty()) return own;
  }
  return {};
}

// Elements below with references of their own, outermost first; nothing inside of these.
void collect_referring(pugi::xml_node element, int depth, std::vector<pugi::xml_node>& found) {
  if (depth > deepest_version) return;
  for (const auto part : element.children()) {
    if (part.type() != pugi::node_element) continue;
    if (!attribute(part, "AltVersionRefs").empty()) {
      found.push_back(part);
    } else {
      collect_referring(part, depth + 1, found);
    }
  }
}

bool is_law(pugi::xml_node version) {
  const auto has_role = [](pugi::xml_node part) { return part.type() == pugi::node_element && clml_role(part) != ClmlRole::Skipped && local_name(part) != "Formula"; };
  return std::any_of(version.children().begin(), version.children().end(), has_role) && !clml_line(version).empty();
}

}  // namespace

ClmlVersions::ClmlVersions(const XmlDocument& document) {
  for (const auto version : child(document.root(), "Versions").children()) {
    if (open_.emplace(attribute(version, "id"), version).second) all_.push_back(version);
  }
}

std::vector<pugi::xml_node> ClmlVersions::referred_to(pugi::xml_node element) const {
  std::vector<pugi::xml_node> found;
  std::string_view references = attribute(element, "AltVersionRefs");
  while (!references.empty()) {
    const auto end = std::min(references.find(' '), references.size());
    if (const auto version = open_.find(references.substr(0, end)); version != open_.end()) found.push_back(version->second);
    references.remove_prefix(std::min(end + 1, references.size()));
  }
  return found;
}

std::vector<pugi::xml_node> ClmlVersions::take(pugi::xml_node element) {
  auto found = referred_to(element);
  for (const auto version : found) open_.erase(attribute(version, "id"));
  return found;
}

std::vector<ClmlVersions::Variant> ClmlVersions::variants_of(pugi::xml_node provision) {
  std::vector<pugi::xml_node> referring;
  if (!open_.empty()) collect_referring(provision, 0, referring);
  std::vector<std::string> extents;
  std::vector<pugi::xml_node> used;
  for (const auto part : referring) {
    for (const auto version : referred_to(part)) {
      const std::string extent(extent_of(version));
      if (extent.empty() || !is_law(version)) continue;
      const bool known = std::find(extents.begin(), extents.end(), extent) != extents.end();
      if (!known && extents.size() == most_extents) continue;  // left over, and named as such
      used.push_back(version);
      if (!known) extents.push_back(extent);
    }
  }
  std::vector<Variant> variants;
  for (const auto& extent : extents) {
    Variant variant{extent, std::make_unique<pugi::xml_document>(), {}};
    const auto copy = variant.text->append_copy(provision);
    std::vector<pugi::xml_node> parts;
    collect_referring(copy, 0, parts);
    for (auto part : parts) {
      const auto versions = referred_to(part);
      const auto other = std::find_if(versions.begin(), versions.end(), [&](const auto& version) { return extent_of(version) == extent; });
      if (other == versions.end()) continue;
      if (!variant.last || variant.last.offset_debug() < other->offset_debug()) variant.last = *other;
      for (const auto words : other->children()) part.parent().insert_copy_before(words, part);
      part.parent().remove_child(part);
    }
    variants.push_back(std::move(variant));
  }
  for (const auto version : used) open_.erase(attribute(version, "id"));
  return variants;
}

std::vector<pugi::xml_node> ClmlVersions::left() const {
  std::vector<pugi::xml_node> left;
  for (const auto version : all_) {
    if (open_.contains(attribute(version, "id")) && is_law(version)) left.push_back(version);
  }
  return left;
}

}  // namespace synoptic::read
