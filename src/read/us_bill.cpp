#include "read/us_bill.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/unique_eids.h"
#include "read/us_bill_name.h"
#include "read/us_bill_text.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

// <action-date date="20190305">March 5, 2019</action-date>
std::optional<base::Date> action_date(pugi::xml_node element) {
  const auto compact = attribute(element, "date");
  if (compact.size() == 8) {
    if (const auto date = base::Date::parse(fmt::format("{}-{}-{}", compact.substr(0, 4), compact.substr(4, 2), compact.substr(6)))) return date;
  }
  return base::parse_date_words(flat_text(element), "en");
}

// The day of the last action printed on this stage of the bill.
std::optional<base::Date> version_of(pugi::xml_node root) {
  std::optional<base::Date> result;
  const auto collect = [&](pugi::xml_node below, std::string_view name) {
    below.find_node([&](pugi::xml_node node) {
      if (local_name(node) == name) {
        if (const auto date = action_date(node)) result = date;
      }
      return false;
    });
  };
  collect(child(root, "attestation"), "attestation-date");
  if (!result) collect(child(root, "form"), "action-date");
  if (!result) result = base::Date::parse(flat_text(child(root, {"metadata", "dublinCore", "date"})));
  return result;
}

std::string us_bill_title(pugi::xml_node root) {
  for (const auto body : root.children()) {
    if (local_name(body) != "legis-body" || us_bill_is_dropped(body)) continue;
    if (auto title = flat_text(descendant(child(body, "section"), "short-title")); !title.empty()) return title;
  }
  if (auto title = flat_text(child(root, {"form", "official-title"})); !title.empty()) return title;
  return flat_text(child(root, {"metadata", "dublinCore", "title"}));
}

// "116 HR 1500 RH: Consumers First Act" where the form has no number.
std::optional<UsBillName> us_bill_name(pugi::xml_node root) {
  const auto form = child(root, "form");
  if (auto name = parse_us_bill(flat_text(child(form, "congress")), flat_text(child(form, "legis-num")))) return name;
  const auto title = flat_text(child(root, {"metadata", "dublinCore", "title"}));
  const auto space = title.find(' ');
  if (space == std::string::npos) return std::nullopt;
  return parse_us_bill(std::string_view(title).substr(0, space), std::string_view(title).substr(space));
}

std::string heading_of_level(pugi::xml_node level) {
  std::string name(local_name(level));
  if (name.starts_with("appropriations")) return flat_text(child(level, "header"));
  name = base::ascii::capitalised(name);
  const auto number = flat_text(child(level, "enum"));
  const auto header = flat_text(child(level, "header"));
  return header.empty() ? fmt::format("{} {}", name, number) : fmt::format("{} {}—{}", name, number, header);
}

class UsBillReader {
 public:
  UsBillReader(const XmlDocument& document, const Output& output) : document_(document), output_(output) {}

  void run() {
    const auto root = document_.root();
    const auto name = us_bill_name(root);
    if (!name) {
      return output_.diagnostic(document_.diagnostic(root, "no congress and number that say which bill this is", "it cannot be cited; left out"));
    }
    read_.work = us_bill_work(*name);
    read_.work.title = us_bill_title(root);
    if (const auto version = version_of(root)) version_ = version->iso();
    for (const auto body : root.children()) {
      const bool is_body = local_name(body) == "legis-body" || local_name(body) == "resolution-body";
      if (is_body && !us_bill_is_dropped(body)) structure(body);
    }
    output_.work(std::move(read_));
  }

 private:
  void structure(pugi::xml_node parent) {
    for (const auto node : parent.children()) {
      if (is_text(node) || us_bill_is_dropped(node)) continue;
      if (local_name(node) == "section") {
        add(node, us_bill_text(node));
      } else if (us_bill_is_big_level(node)) {
        if (auto words = us_bill_loose_text(node); !words.text.empty()) add(node, std::move(words));
        path_.push_back(heading_of_level(node));
        structure(node);
        path_.pop_back();
      }
    }
  }

  void add(pugi::xml_node node, TextBuilder::Result&& words) {
    if (document_.is_cut_off(node)) return;
    model::Provision provision;
    const bool is_section = local_name(node) == "section";
    provision.text = std::move(words.text);
    provision.quoted = std::move(words.quoted);
    provision.kind = local_name(node);
    provision.num = flat_text(child(node, "enum"));
    while (provision.num.ends_with('.')) provision.num.pop_back();
    provision.heading = flat_text(child(node, "header"));
    provision.path = path_;
    provision.jurisdiction = read_.work.jurisdiction;
    provision.lang = "en";
    provision.status = model::Status::Bill;
    const auto number = model::eid_number(provision.num);
    const std::string prefix = is_section ? "sec" : provision.kind;
    provision.iri = {read_.work.iri, model::iso639_3("en"), version_, eids_(number.empty() ? prefix : fmt::format("{}_{}", prefix, number))};
    provision.source = document_.source(node);
    read_.provisions.push_back(std::move(provision));
  }

  const XmlDocument& document_;
  const Output& output_;
  ReadWork read_;
  std::string version_;
  std::vector<std::string> path_;
  UniqueEids eids_;
};

}  // namespace

int is_us_bill(const XmlStart& start) {
  if (start.name != "bill" && start.name != "resolution") return 0;
  if (start.tag.find("uslm") != std::string::npos) return 0;
  const bool stage = start.tag.find("-stage=") != std::string::npos;
  return stage || start.bytes.find("US Congress//DTDs") != std::string_view::npos ? 90 : 0;
}

void read_us_bill(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load_readable_part(file, output);
  if (!document) return;
  UsBillReader(*document, output).run();
}

}  // namespace synoptic::read
