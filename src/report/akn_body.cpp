#include "report/akn_body.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "report/akn_text.h"

namespace synoptic::report {

namespace {

class Body {
 public:
  Body(AknXml& xml, AknIds& ids, pugi::xml_node body, const AknPlan& plan, const extract::DivisionWords& words)
      : xml_(xml), ids_(ids), body_(body), plan_(plan), words_(words) {}

  void write() {
    for (const auto& entry : plan_.entries) {
      enter(*entry.provision);
      provision(open_.empty() ? body_ : open_.back().node, entry);
    }
  }

 private:
  struct Division {
    std::string title;
    std::string eid;
    pugi::xml_node node;
  };

  // Closes the divisions that the provision is not in and opens those that it is.
  void enter(const model::Provision& provision) {
    std::size_t common = 0;
    while (common < open_.size() && common < provision.path.size() && open_[common].title == provision.path[common]) ++common;
    open_.resize(common);
    for (std::size_t i = common; i < provision.path.size(); ++i) {
      if (!provision.path[i].empty()) open(provision.path[i], provision.lang);
    }
  }

  pugi::xml_node element(pugi::xml_node parent, const AknName& name, std::string_view eid) {
    const auto node = AknXml::child(parent, name.element.c_str());
    if (name.element == "hcontainer") xml_.set(node, "name", name.name);
    xml_.set(node, "eId", eid);
    return node;
  }

  void words(pugi::xml_node parent, const char* name, std::string_view text) {
    if (!text.empty()) akn_words(xml_, AknXml::child(parent, name), text);
  }

  void open(const std::string& title, std::string_view lang) {
    const auto division = akn_division(title, lang, words_);
    const auto outer = open_.empty() ? std::string() : open_.back().eid + "__";
    auto number = division.number;
    if (number.empty()) number = std::to_string(++unnumbered_[outer + division.prefix]);
    const auto eid = ids_.unique(outer + division.prefix + "_" + number);
    const auto node = element(open_.empty() ? body_ : open_.back().node, division.name, eid);
    words(node, "num", division.num);
    words(node, "heading", division.heading);
    open_.push_back({title, eid, node});
  }

  void provision(pugi::xml_node parent, const AknPlan::Entry& entry) {
    const auto& provision = *entry.provision;
    const auto node = element(parent, akn_provision_name(provision.kind), entry.eid);
    const auto& given = provision.iri.eid;
    if (given != entry.eid && !given.empty() && given.find_first_of(" \t\r\n") == std::string::npos) xml_.set(node, "wId", given);
    if (!entry.period.empty()) xml_.set(node, "period", "#" + entry.period);
    if (provision.status == model::Status::Repealed) xml_.set(node, "status", "removed");
    if (provision.lang != plan_.lang && !provision.lang.empty()) xml_.set(node, "xml:lang", provision.lang);
    words(node, "num", provision.num);
    words(node, "heading", provision.heading);
    if (!provision.text.empty()) akn_text(xml_, ids_, AknXml::child(node, "content"), provision, entry.eid);
  }

  AknXml& xml_;
  AknIds& ids_;
  pugi::xml_node body_;
  const AknPlan& plan_;
  const extract::DivisionWords& words_;
  std::vector<Division> open_;
  std::unordered_map<std::string, int> unnumbered_;  // by eId without the number
};

}  // namespace

void akn_body(AknXml& xml, AknIds& ids, pugi::xml_node document, const AknPlan& plan, const extract::DivisionWords& words) {
  Body(xml, ids, AknXml::child(document, "body"), plan, words).write();
}

}  // namespace synoptic::report
