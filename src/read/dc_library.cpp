#include "read/dc_library.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/utf8.h"
#include "read/dc_library_text.h"
#include "read/unique_eids.h"
#include "read/vacant_section.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

constexpr std::string_view dc_site = "https://code.dccouncil.gov/us/dc/council";

// Why the Council's codifier left a section without its text. Other reasons ("basic") only tell two sections apart.
std::optional<model::Status> status_of_reason(std::string_view reason) {
  using model::Status;
  if (reason == "Repealed") return Status::Repealed;
  if (reason == "Expired") return Status::Expired;
  constexpr std::array<std::string_view, 8> inactive{"Not Funded", "Not Applicable", "Omitted", "Transferred", "Recodified", "Abolished", "Reserved", "Renumbered"};
  for (const auto name : inactive) {
    if (reason == name) return Status::NotInForce;
  }
  if (reason.starts_with("Applicable ")) return Status::NotInForce;  // "Applicable October 1, 2025"
  return std::nullopt;
}

// Older sections say it in place of their text alone, or in brackets behind the heading: "Sunset. [Expired]", "Expired.".
model::Status status_of_words(const model::Provision& provision) {
  if (!provision.text.empty()) return status_of_notice(provision.text).value_or(model::Status::InForce);
  const auto bracket = provision.heading.rfind('[');
  const auto status = bracket == std::string::npos ? model::Status::Unknown : status_of_vacant(std::string_view(provision.heading).substr(bracket));
  return status == model::Status::Unknown ? model::Status::InForce : status;
}

std::string dc_title(pugi::xml_node container) {
  std::string title;
  for (const auto* name : {"prefix", "num", "heading"}) {
    const auto words = flat_text(child(container, name));
    if (!words.empty()) title += (title.empty() ? "" : " ") + words;
  }
  return title;
}

class DcReader {
 public:
  DcReader(const XmlDocument& document, const Output& output) : document_(document), output_(output) {}

  void section_file() {
    const auto root = document_.root();
    if (document_.is_cut_off(root)) return;
    auto& work = read_.work;
    work.iri = model::work_iri("us-dc", "act", "code", {}, {});
    work.jurisdiction = "US-DC";
    work.title = "Code of the District of Columbia";
    work.type = model::WorkType::Code;
    work.number = "D.C. Code";
    work.source_url = fmt::format("{}/code", dc_site);
    const auto number = flat_text(child(root, "num"));
    if (number.empty()) return output_.diagnostic(document_.diagnostic(root, "a section of the D.C. Code without a number; left out"));
    // The hierarchy stands in other files; the number names at least the title: 22-3133 is in Title 22.
    if (const auto dash = number.find_first_of("-:"); dash != std::string::npos) path_.push_back("Title " + number.substr(0, dash));
    section(root);
    read_.provisions[0].url = fmt::format("{}/code/sections/{}", dc_site, number.substr(0, number.find('(')));
    output_.work(std::move(read_));
  }

  void law_file() {
    const auto root = document_.root();
    auto& work = read_.work;
    std::string number;
    for (const auto node : root.children()) {
      const auto type = attribute(node, "type");
      if (local_name(node) == "num" && type == "law") number = flat_text(node);
      if (local_name(node) == "heading" && type == "short") work.title = flat_text(node);
    }
    if (number.empty()) return;  // the index of the Code
    law_ = true;
    work.iri = model::work_iri("us-dc", "act", "law", {}, number);
    work.jurisdiction = "US-DC";
    work.number = fmt::format("D.C. Law {}", number);
    work.date = effective_ = base::Date::parse(flat_text(child(root, {"meta", "effective"})));
    work.source_url = fmt::format("{}/laws/{}", dc_site, number);
    collect_expirations(root);
    structure(root);
    output_.work(std::move(read_));
  }

 private:
  void structure(pugi::xml_node parent) {
    if (auto words = dc_own_text(parent); !words.text.empty()) add(parent, std::move(words));
    for (const auto node : parent.children()) {
      if (is_text(node) || dc_is_dropped(node)) continue;
      const auto name = local_name(node);
      if (name == "section") {
        section(node);
      } else if (name == "container") {
        path_.push_back(dc_title(node));
        structure(node);
        path_.pop_back();
      }
    }
  }

  void section(pugi::xml_node node) { add(node, dc_text(node, law_)); }

  void add(pugi::xml_node node, TextBuilder::Result&& words) {
    if (document_.is_cut_off(node)) return;
    model::Provision provision;
    const auto num = child(node, "num");
    const bool is_section = local_name(node) == "section";
    provision.text = std::move(words.text);
    provision.quoted = std::move(words.quoted);
    provision.kind = is_section ? "section" : "formula";  // "Be it enacted ... that this act may be cited as ..."
    if (is_section) {
      provision.num = flat_text(num);
      provision.heading = flat_text(child(node, "heading"));
    }
    provision.path = path_;
    provision.jurisdiction = read_.work.jurisdiction;
    provision.lang = "en";
    provision.valid_from = effective_;
    provision.status = status_of_reason(flat_text(child(node, "reason"))).value_or(status_of_words(provision));
    const auto codified = expirations_.find(attribute(num, "codify:value"));
    if (codified != expirations_.end()) {
      provision.status = model::Status::Expired;
      provision.valid_to = codified->second;
    }
    if (provision.num.ends_with("(Perm)")) superseded(provision);
    const auto number = model::eid_number(provision.num);
    const auto eid = !is_section ? provision.kind : number.empty() ? "sec" : fmt::format("sec_{}", number);
    provision.iri = {read_.work.iri, model::iso639_3("en"), effective_ ? effective_->iso() : std::string(), eids_(eid)};
    provision.source = document_.source(node);
    read_.provisions.push_back(std::move(provision));
  }

  // "7-1671.04(Perm)": the permanent text while a temporary law holds in its place. Its first line is a note between asterisks that says so.
  static void superseded(model::Provision& provision) {
    provision.status = model::Status::NotInForce;
    if (provision.text.starts_with("*NOTE")) {
      const auto end = provision.text.find('\n');
      provision.text.erase(0, end == std::string::npos ? end : end + 1);
    }
  }

  // A law's own sections bear the number they have in the Code (codify:value); its annotations say which of those expire when.
  void collect_expirations(pugi::xml_node root) {
    root.find_node([this](pugi::xml_node node) {
      if (local_name(node) == "annotation" && attribute(node, "type") == "Expiration of Law") {
        constexpr std::string_view cue = "this section shall expire on ";
        const auto words = flat_text(node);
        const auto found = words.find(cue);
        const auto date = found == std::string::npos ? std::nullopt : base::parse_date_words(words.substr(found + cue.size(), 40), "en");
        if (date) expirations_.emplace(dc_code_section(attribute(node, "codified:path")), *date);
      }
      return false;
    });
  }

  const XmlDocument& document_;
  const Output& output_;
  ReadWork read_;
  bool law_ = false;
  std::optional<base::Date> effective_;
  std::vector<std::string> path_;
  std::map<std::string, base::Date, std::less<>> expirations_;  // by section of the Code
  UniqueEids eids_;
};

}  // namespace

int is_dc_library(const XmlStart& start) {
  const bool known = start.name == "section" || start.name == "document" || start.name == "container";
  return known && start.tag.find("dccouncil.us/schemas/dc-library") != std::string::npos ? 95 : 0;
}

void read_dc_library(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load_readable_part(file, output);
  if (!document) return;
  const auto name = local_name(document->root());
  if (name == "section") {
    DcReader(*document, output).section_file();
  } else if (name == "document") {
    DcReader(*document, output).law_file();
  } else if (name != "container") {
    output.diagnostic(document->diagnostic(document->root(), "not a root element of dc-library", "section, document and container are"));
  }
}

}  // namespace synoptic::read
