#include "read/ecfr.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/utf8.h"
#include "read/text_builder.h"
#include "read/unique_eids.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

constexpr std::array<std::string_view, 18> ecfr_dropped{"AUTH", "SOURCE", "CITA", "SECAUTH", "PARAUTH", "FTNT",  "FTREF",  "EDNOTE",  "EFFDNOT",
                                                   "EFFDNOTP", "CFRTOC", "APPRO", "CROSSREF", "AMDDATE", "HEADER", "STARS", "PG", "img"};
constexpr std::array<std::string_view, 22> ecfr_lines{"P",    "FP",   "FP-1", "FP-2",  "FP-DASH", "FP1-2", "FRP", "PSPACE", "HD1",     "HD2", "HD3",
                                                 "HED1", "HED2", "HED",  "TABLE", "TR",      "LI",    "LDRWK", "EXTRACT", "EXAMPLE", "NOTE", "br"};

bool is_one_of(pugi::xml_node node, const auto& names) { return std::find(names.begin(), names.end(), local_name(node)) != names.end(); }
// DIV1 to DIV9 by what they are; <DIV> alone lays out a table.
std::string_view division_type(pugi::xml_node node) { return attribute(node, "TYPE"); }
bool is_division(pugi::xml_node node) { return local_name(node).size() == 4 && local_name(node).starts_with("DIV"); }

class EcfrTextReader {
 public:
  void visit(pugi::xml_node node) {
    if (is_text(node)) return builder_.text(node.value());
    if (is_one_of(node, ecfr_dropped)) return;
    const auto name = local_name(node);
    const bool cell = name == "TD" || name == "TH";
    const bool line = is_one_of(node, ecfr_lines);
    if (line) builder_.line();
    if (cell) builder_.space();
    for (const auto part : node.children()) visit(part);
    if (line) builder_.line();
    if (cell) builder_.space();
  }

  TextBuilder::Result take() { return builder_.take(); }

 private:
  TextBuilder builder_;
};

std::string division_text(pugi::xml_node division) {
  EcfrTextReader reader;
  for (const auto node : division.children()) {
    if (!is_text(node) && local_name(node) != "HEAD" && !is_division(node)) reader.visit(node);
  }
  return reader.take().text;
}

class EcfrReader {
 public:
  EcfrReader(const XmlDocument& document, const Output& output) : document_(document), output_(output) {}

  void run() {
    const auto root = document_.root();
    const auto body = descendant(root, "ECFRBRWS");
    const auto title = child(body, "DIV1");
    const auto number = attribute(title, "N");
    if (number.empty()) return output_.diagnostic(document_.diagnostic(root, "no title of the CFR in this file (DIV1 with a number)"));
    auto& work = read_.work;
    work.iri = model::work_iri("us", "act", "cfr", {}, number);
    work.jurisdiction = "US";
    work.type = model::WorkType::Regulation;
    work.number = fmt::format("{} C.F.R.", number);
    work.title = "Code of Federal Regulations, " + flat_text(child(title, "HEAD"));
    work.title.erase(std::min(work.title.find("--Volume"), work.title.size()));
    work.source_url = fmt::format("https://www.ecfr.gov/current/title-{}", number);
    if (const auto date = base::parse_date_words(flat_text(child(body, "AMDDATE")), "en")) version_ = date->iso();
    for (const auto volume : body.children()) {
      if (local_name(volume) == "DIV1") structure(volume);
    }
    output_.work(std::move(read_));
  }

 private:
  void structure(pugi::xml_node parent) {
    for (const auto node : parent.children()) {
      if (!is_division(node)) continue;
      const auto type = division_type(node);
      if (type == "SECTION" || type == "APPENDIX") {
        add(node, division_text(node));
        continue;
      }
      if (auto text = division_text(node); !text.empty()) add(node, std::move(text));
      path_.push_back(flat_text(child(node, "HEAD")));
      structure(node);
      path_.pop_back();
    }
  }

  void add(pugi::xml_node node, std::string text) {
    if (document_.is_cut_off(node)) return;
    model::Provision provision;
    const bool is_section = division_type(node) == "SECTION";
    provision.kind = base::lower(division_type(node));
    provision.num = base::repair_utf8(attribute(node, "N"));
    for (const std::string_view mark : {"§", " ", "\u00a0"}) {
      while (provision.num.starts_with(mark)) provision.num.erase(0, mark.size());
    }
    provision.heading = heading_of(node, provision.num);
    provision.text = std::move(text);
    provision.path = path_;
    provision.jurisdiction = read_.work.jurisdiction;
    provision.lang = "en";
    provision.status = provision.heading.ends_with("[Reserved]") ? model::Status::NotInForce : model::Status::InForce;
    provision.iri = {read_.work.iri, model::iso639_3("en"), version_, eids_(eid_of(provision))};
    if (is_section && !provision.num.empty()) provision.url = fmt::format("{}/section-{}", read_.work.source_url, provision.num);
    provision.source = document_.source(node);
    read_.provisions.push_back(std::move(provision));
  }

  // An appendix is numbered in words: "Appendix A to Part 5" -> "appendix-a-to-part-5".
  static std::string eid_of(const model::Provision& provision) {
    const bool is_section = provision.kind == "section";
    const auto number = is_section ? model::eid_number(provision.num) : model::iri_component(provision.num);
    std::string prefix = is_section ? "sec" : provision.kind;
    if (number.empty()) return prefix;
    return number.starts_with(prefix) ? number : fmt::format("{}_{}", prefix, number);
  }

  // "Definitions." of "§ 1.1   Definitions."
  static std::string heading_of(pugi::xml_node node, std::string_view number) {
    auto heading = flat_text(child(node, "HEAD"));
    const auto found = number.empty() ? std::string::npos : heading.find(number);
    if (found < 6) {
      heading.erase(0, found + number.size());
      if (heading.starts_with("—")) heading.erase(0, std::string_view("—").size());
    } else if (heading.starts_with("§§") && heading.ends_with("]")) {
      heading.erase(0, heading.rfind('['));  // a range, its dash another one in the attribute: "§§ 1.2-1.9 [Reserved]"
    }
    return std::string(base::trim(heading));
  }

  const XmlDocument& document_;
  const Output& output_;
  ReadWork read_;
  std::string version_;
  std::vector<std::string> path_;
  UniqueEids eids_;
};

}  // namespace

int is_ecfr(const XmlStart& start) {
  return start.name == "DLPSTEXTCLASS" && start.bytes.find("<ECFRBRWS") != std::string_view::npos ? 95 : 0;
}

void read_ecfr(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load_readable_part(file, output);
  if (!document) return;
  EcfrReader(*document, output).run();
}

}  // namespace synoptic::read
