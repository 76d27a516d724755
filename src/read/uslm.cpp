#include "read/uslm.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/utf8.h"
#include "read/unique_eids.h"
#include "read/uslm_text.h"
#include "read/uslm_work.h"
#include "read/vacant_section.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

// "2261A" of <num value="2261A">§ 2261A.</num>; without a value what is left of the words.
std::string uslm_number(pugi::xml_node element) {
  const auto num = child(element, "num");
  if (const auto value = attribute(num, "value"); !value.empty()) return base::repair_utf8(base::squeeze(value));
  auto words = uslm_words(num);
  const auto digit = words.find_first_of("0123456789");
  if (digit == std::string::npos) return words;
  words.erase(0, digit);
  while (!words.empty() && (words.back() == '.' || words.back() == ']')) words.pop_back();
  return words;
}

// The heading (and subheading) without the bracket that closes a repealed section's "[§ 151."
std::string heading_of(pugi::xml_node element) {
  auto heading = uslm_words(child(element, "heading"));
  if (const auto second = uslm_words(child(element, "subheading")); !second.empty()) heading += (heading.empty() ? "" : " ") + second;
  if (heading.ends_with(']') && heading.find('[') == std::string::npos) heading.pop_back();
  return heading;
}

std::string_view eid_prefix(std::string_view name) {
  if (name == "section") return "sec";
  if (name == "courtRule") return "rule";
  if (name == "reorganizationPlan") return "plan";
  if (name == "subtitle") return "subtitle";
  if (name == "chapter") return "chp";
  if (name == "subchapter") return "subchp";
  return name;
}

std::string_view uslm_kind(std::string_view name) {
  if (name == "courtRule") return "rule";
  if (name == "reorganizationPlan") return "plan";
  return name;
}

// The Office of the Law Revision Counsel's @status; of an element or of what it stands in.
model::Status uslm_status(std::string_view status, model::Status otherwise) {
  if (status.empty()) return otherwise;
  if (status == "repealed") return model::Status::Repealed;
  if (status == "expired" || status == "terminated") return model::Status::Expired;
  return model::Status::NotInForce;  // omitted, transferred, renumbered, reserved, vacant
}

class UslmReader {
 public:
  UslmReader(const XmlDocument& document, const Output& output) : document_(document), output_(output), law_(uslm_work(document.root())) {}

  void run() {
    const auto root = document_.root();
    if (law_.work.iri.empty()) {
      return output_.diagnostic(document_.diagnostic(root, "no number in the metadata that says which law this is", "it cannot be cited; left out"));
    }
    structure(root, law_.status);
    output_.work({std::move(law_.work), std::move(provisions_)});
  }

 private:
  // Everything above the sections.
  void structure(pugi::xml_node parent, model::Status outer) {
    const auto depth = path_.size();
    std::vector<int> ranks;  // of the appropriations whose headings are on the path beyond `depth`
    for (const auto node : parent.children()) {
      if (is_text(node) || uslm_is_dropped(node)) continue;
      const auto status = uslm_status(attribute(node, "status"), outer);
      const auto name = local_name(node);
      const auto role = uslm_role(node);
      if (role == UslmRole::Section) {
        provision(node, uslm_text(node), status);
      } else if (name == "appropriations") {
        appropriations(node, ranks, status);
      } else if (role == UslmRole::BigLevel) {
        level(node, status);
      } else if (role == UslmRole::Container || (name == "content" && uslm_role(parent) == UslmRole::Container)) {
        structure(node, status);  // amendmentInstruction/content holds the text to be substituted for the whole bill
      }
    }
    path_.resize(depth);
  }

  void level(pugi::xml_node node, model::Status status) {
    const bool is_work = !law_.identifier.empty() && attribute(node, "identifier") == law_.identifier;
    provision(node, uslm_loose_text(node), status);
    if (!is_work) path_.push_back(title_of(node));
    structure(node, status);
    if (!is_work) path_.pop_back();
  }

  // Siblings whose @level says which of them head the others and the sections between them.
  void appropriations(pugi::xml_node node, std::vector<int>& ranks, model::Status status) {
    const auto name = attribute(node, "level");
    const int rank = name == "major" ? 1 : name == "intermediate" ? 2 : 3;
    for (; !ranks.empty() && ranks.back() >= rank; ranks.pop_back()) path_.pop_back();
    provision(node, uslm_loose_text(node), status);
    ranks.push_back(rank);
    path_.push_back(title_of(node));
    structure(node, status);
  }

  static std::string title_of(pugi::xml_node node) {
    auto number = uslm_words(child(node, "num"));
    if (number.starts_with('[')) number.erase(0, 1);
    const auto heading = heading_of(node);
    if (number.empty() || heading.empty()) return number + heading;
    const bool joined = number.ends_with("—") || number.ends_with("–");
    return joined ? number + heading : number + " " + heading;
  }

  // A section even if it has no words (repealed), a level only with words of its own.
  void provision(pugi::xml_node node, TextBuilder::Result&& words, model::Status status) {
    if (document_.is_cut_off(node) || (words.text.empty() && uslm_role(node) != UslmRole::Section)) return;
    model::Provision provision;
    const auto name = local_name(node);
    provision.text = std::move(words.text);
    provision.quoted = std::move(words.quoted);
    provision.num = uslm_number(node);
    provision.heading = heading_of(node);
    provision.kind = uslm_kind(name);
    provision.path = path_;
    provision.jurisdiction = law_.work.jurisdiction;
    provision.lang = "en";
    // "§ 555.130 [Reserved]" of the CFR has no @status; a bill's stays a bill's.
    const bool vacant = provision.text.empty() && status == model::Status::InForce;
    provision.status = vacant ? status_of_notice(provision.heading).value_or(model::Status::Unknown) : status;
    provision.valid_from = law_.valid_from;
    provision.iri = {law_.work.iri, model::iso639_3(provision.lang), law_.version ? law_.version->iso() : std::string(), eid_of(name, provision)};
    if (name == "section") provision.url = uslm_section_url(law_, provision.num);
    provision.source = document_.source(node);
    provisions_.push_back(std::move(provision));
  }

  std::string eid_of(std::string_view name, const model::Provision& provision) {
    const auto number = us_eid_number(provision.num);
    const auto prefix = eid_prefix(name);
    return eids_(number.empty() ? std::string(prefix) : fmt::format("{}_{}", prefix, number));
  }

  const XmlDocument& document_;
  const Output& output_;
  UslmWork law_;
  std::vector<std::string> path_;
  UniqueEids eids_;
  std::vector<model::Provision> provisions_;
};

}  // namespace

int is_uslm(const XmlStart& start) {
  const bool uslm = start.tag.find("schemas.gpo.gov/xml/uslm") != std::string::npos || start.tag.find("xml.house.gov/schemas/uslm") != std::string::npos;
  return uslm ? 90 : 0;
}

void read_uslm(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load_readable_part(file, output);
  if (!document) return;
  UslmReader(*document, output).run();
}

}  // namespace synoptic::read
