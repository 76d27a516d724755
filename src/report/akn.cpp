#include "report/akn.h"

#include <pugixml.hpp>

#include "report/akn_body.h"
#include "report/akn_meta.h"
#include "report/akn_plan.h"
#include "report/akn_text.h"
#include "report/akn_xml.h"

namespace synoptic::report {

AknFile write_akn(const AknSource& source, const extract::DivisionWords& words) {
  AknIds ids;
  for (const auto* agent : {"synoptic", "unknown"}) ids.unique(agent);  // what #synoptic and #unknown point to
  const auto plan = plan_akn(source, ids);
  AknXml xml;
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  document.append_child(pugi::node_pcdata).set_value("\n");
  const auto root = document.append_child("akomaNtoso");
  xml.set(root, "xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0");
  xml.set(root, "xmlns:syn", "urn:synoptic:ns");
  const bool bill = source.work.type == model::WorkType::Bill;
  const auto law = AknXml::child(root, bill ? "bill" : "act");
  xml.set(law, "name", model::to_string(source.work.type));
  xml.set(law, "contains", plan.several_versions ? "multipleVersions" : "singleVersion");
  akn_meta(xml, ids, law, plan);
  if (!source.work.title.empty()) {
    const auto preface = AknXml::child(law, "preface");
    akn_words(xml, AknXml::inline_child(AknXml::child(preface, "p"), "docTitle"), source.work.title);
  }
  akn_body(xml, ids, law, plan, words);
  return {plan.expression.expression(), akn_serialise(document), xml.replaced()};
}

}  // namespace synoptic::report
