#include "report/akn_meta.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace synoptic::report {

namespace {

// The schema requires a date on every level; 9999-01-01 is how publishers say that there is none.
constexpr std::string_view no_date = "9999-01-01";
constexpr const char* us = "#synoptic";

class Meta {
 public:
  Meta(AknXml& xml, AknIds& ids, pugi::xml_node document, const AknPlan& plan)
      : xml_(xml), ids_(ids), meta_(AknXml::child(document, "meta")), plan_(plan), digest_(plan.work->digest) {}

  void write() {
    identification();
    lifecycle();
    analysis();
    temporal_data();
    references();
    proprietary();
  }

 private:
  pugi::xml_node value(pugi::xml_node parent, const char* name, std::string_view text) {
    const auto element = AknXml::child(parent, name);
    xml_.set(element, "value", text);
    return element;
  }

  void date(pugi::xml_node parent, std::string_view day, const char* name) {
    const auto element = AknXml::child(parent, "FRBRdate");
    xml_.set(element, "date", day.empty() ? no_date : day);
    xml_.set(element, "name", day.empty() ? "unknown" : name);
  }

  void author(pugi::xml_node parent, const char* who) { xml_.set(AknXml::child(parent, "FRBRauthor"), "href", who); }

  void identification() {
    const auto& work = *plan_.work;
    const auto identification = AknXml::child(meta_, "identification");
    xml_.set(identification, "source", us);
    auto level = AknXml::child(identification, "FRBRWork");
    value(level, "FRBRthis", work.iri + "/!main");
    value(level, "FRBRuri", work.iri);
    date(level, work.date ? work.date->iso() : std::string(), "work");
    author(level, "#unknown");
    value(level, "FRBRcountry", base::lower(work.jurisdiction));
    value(level, "FRBRsubtype", model::to_string(work.type));
    if (!work.number.empty()) value(level, "FRBRnumber", work.number);
    if (!work.title.empty()) value(level, "FRBRname", work.title);
    const auto expression = plan_.expression.expression();
    level = AknXml::child(identification, "FRBRExpression");
    value(level, "FRBRthis", expression + "/!main");
    value(level, "FRBRuri", expression);
    date(level, plan_.expression.version, "version");
    author(level, digest_ ? us : "#unknown");
    const auto language = AknXml::child(level, "FRBRlanguage");
    xml_.set(language, "language", plan_.expression.lang.empty() ? "und" : plan_.expression.lang);
    level = AknXml::child(identification, "FRBRManifestation");
    value(level, "FRBRthis", expression + "/!main.xml");
    value(level, "FRBRuri", expression + ".xml");
    date(level, base::Date::today().iso(), "conversion");
    author(level, us);
    value(level, "FRBRformat", "application/akn+xml");
  }

  // What happened on these days the sources seldom say, so the events have no type.
  void lifecycle() {
    for (const auto& period : plan_.periods) {
      for (const auto& day : {period.start, period.end}) {
        if (day) events_.try_emplace(*day);
      }
    }
    if (events_.empty()) return;
    const auto lifecycle = AknXml::child(meta_, "lifecycle");
    xml_.set(lifecycle, "source", us);
    int count = 0;
    for (auto& [day, eid] : events_) {
      eid = ids_.unique("evn_" + std::to_string(++count));
      const auto event = AknXml::child(lifecycle, "eventRef");
      xml_.set(event, "eId", eid);
      xml_.set(event, "date", day.iso());
      xml_.set(event, "source", us);
    }
  }

  void restriction(pugi::xml_node parent, const std::string& eid, const std::vector<std::string>& extent) {
    const auto restriction = AknXml::child(parent, "restriction");
    if (!eid.empty()) xml_.set(restriction, "href", "#" + eid);
    std::string places;
    for (const auto& code : extent) {
      auto [place, fresh] = places_.try_emplace(code);
      if (fresh) place->second = ids_.unique("loc_" + code);
      places += (places.empty() ? "#" : " #") + place->second;
    }
    xml_.set(restriction, "refersTo", places);
    xml_.set(restriction, "type", "jurisdiction");
  }

  // One extent for all is that of the document.
  void analysis() {
    const auto& entries = plan_.entries;
    const auto& common = entries.front().provision->extent;
    const bool same = std::all_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.provision->extent == common; });
    if (same && common.empty()) return;
    const auto analysis = AknXml::child(meta_, "analysis");
    xml_.set(analysis, "source", us);
    const auto restrictions = AknXml::child(analysis, "restrictions");
    xml_.set(restrictions, "source", us);
    if (same) return restriction(restrictions, "", common);
    for (const auto& entry : entries) {
      if (!entry.provision->extent.empty()) restriction(restrictions, entry.eid, entry.provision->extent);
    }
  }

  void temporal_data() {
    if (plan_.periods.empty()) return;
    validity_ = ids_.unique("validity");
    const auto data = AknXml::child(meta_, "temporalData");
    xml_.set(data, "source", us);
    for (const auto& period : plan_.periods) {
      const auto group = AknXml::child(data, "temporalGroup");
      xml_.set(group, "eId", period.eid);
      const auto interval = AknXml::child(group, "timeInterval");
      if (period.start) xml_.set(interval, "start", "#" + events_.at(*period.start));
      if (period.end) xml_.set(interval, "end", "#" + events_.at(*period.end));
      xml_.set(interval, "refersTo", "#" + validity_);
    }
  }

  void reference(pugi::xml_node parent, const char* name, std::string_view eid, std::string_view href, std::string_view shown) {
    const auto element = AknXml::child(parent, name);
    xml_.set(element, "eId", eid);
    xml_.set(element, "href", href);
    xml_.set(element, "showAs", shown);
  }

  void references() {
    const auto references = AknXml::child(meta_, "references");
    xml_.set(references, "source", us);
    reference(references, "TLCOrganization", "synoptic", "/akn/ontology/organization/synoptic", "Synoptic");
    reference(references, "TLCOrganization", "unknown", "/akn/ontology/organization/unknown", "not stated by the source");
    for (const auto& [code, eid] : places_) reference(references, "TLCLocation", eid, "/akn/ontology/location/" + model::iri_component(code), code);
    if (!validity_.empty()) reference(references, "TLCConcept", validity_, "/akn/ontology/concept/validity", "the days on which the text is law");
  }

  void proprietary() {
    const auto& work = *plan_.work;
    const auto proprietary = AknXml::child(meta_, "proprietary");
    xml_.set(proprietary, "source", us);
    const auto conversion = AknXml::child(proprietary, digest_ ? "syn:digest" : "syn:conversion");
    xml_.set(conversion, "jurisdiction", work.jurisdiction);
    xml_.set(conversion, "type", model::to_string(work.type));
    if (!work.source_url.empty()) xml_.set(conversion, "source", work.source_url);
    if (digest_) xml_.set(AknXml::child(proprietary, "syn:conversion"), "of", "digest");
    if (!work.official) xml_.set(proprietary.child("syn:conversion"), "official", "false");
    for (const auto& entry : plan_.entries) file(proprietary, entry.provision->source);
    for (const auto& entry : plan_.entries) provision(proprietary, entry);
  }

  void file(pugi::xml_node proprietary, const model::SourceRef& source) {
    auto [known, fresh] = files_.try_emplace({source.file, source.sha256});
    if (!fresh || source.file.empty()) return;
    known->second = ids_.unique("file_" + std::to_string(files_.size()));
    const auto file = AknXml::child(proprietary, "syn:file");
    xml_.set(file, "eId", known->second);
    xml_.set(file, "name", source.file);
    if (!source.sha256.empty()) xml_.set(file, "sha256", source.sha256);
  }

  void provision(pugi::xml_node proprietary, const AknPlan::Entry& entry) {
    const auto& provision = *entry.provision;
    const auto element = AknXml::child(proprietary, "syn:provision");
    const auto set = [&](const char* name, std::string_view text, bool wanted) {
      if (wanted) xml_.set(element, name, text);
    };
    const auto name = akn_provision_name(provision.kind);
    set("eId", entry.eid, true);
    set("identifier", provision.iri.eid, provision.iri.eid != entry.eid);
    set("version", provision.iri.version, provision.iri.version != plan_.expression.version);
    set("kind", provision.kind, provision.kind != (name.name.empty() ? name.element : name.name));
    set("status", model::to_string(provision.status), provision.status != model::Status::Unknown);
    set("jurisdiction", provision.jurisdiction, provision.jurisdiction != plan_.work->jurisdiction);
    set("lang", provision.lang, provision.lang != plan_.lang);
    set("url", provision.url, !provision.url.empty());
    set("source", entry.url, !entry.url.empty());
    if (provision.source.file.empty()) return;
    set("file", "#" + files_.at({provision.source.file, provision.source.sha256}), true);
    set("start", std::to_string(provision.source.span.start), true);
    set("end", std::to_string(provision.source.span.end), true);
  }

  AknXml& xml_;
  AknIds& ids_;
  pugi::xml_node meta_;
  const AknPlan& plan_;
  bool digest_;
  std::map<base::Date, std::string> events_;           // day -> eId
  std::map<std::string, std::string> places_;          // code -> eId
  std::map<std::pair<std::string, std::string>, std::string> files_;  // name and sha256 -> eId
  std::string validity_;
};

}  // namespace

void akn_meta(AknXml& xml, AknIds& ids, pugi::xml_node document, const AknPlan& plan) { Meta(xml, ids, document, plan).write(); }

}  // namespace synoptic::report
