#include "read/akn.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/akn_conversion.h"
#include "read/akn_metadata.h"
#include "read/akn_text.h"
#include "read/legislation_gov_uk.h"
#include "read/provision_number.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

struct AknScope {
  std::vector<std::string> path;
  std::string schedule;  // eId of the schedule the provision is in; empty in the body
  std::string division;  // eId of the innermost part: tells apart numbers that start again in each
  std::vector<std::string> extent;
  std::optional<AknPeriod> period;
  std::optional<model::Status> status;
  bool matches = true;  // the text is law on the day of the expression
};

// Omitted text is printed as rows of dots.
bool is_dotted_out(std::string_view text) {
  return text.find_first_of(".…") != std::string_view::npos && text.find_first_not_of(". \n[]()…") == std::string_view::npos;
}

// Normattiva prints what took an article's place as words in double brackets: "((ARTICOLO ABROGATO DAL D.LGS. 26 AGOSTO 2016, N. 179))".
bool is_abrogation(std::string_view text) {
  while (text.starts_with('(')) text.remove_prefix(1);
  return text.starts_with("ARTICOLO ABROGATO");
}

// Normattiva sets its notes on later law below a rule of dashes, as the last paragraphs of the article: "------------ AGGIORNAMENTO (52)
// ...".
bool is_update_note(pugi::xml_node paragraph) {
  if (local_name(paragraph) != "paragraph" || child(paragraph, "num")) return false;
  const auto words = flat_text(paragraph);
  const auto behind = words.find_first_not_of("- ");
  return behind != std::string::npos && behind >= 4 && std::string_view(words).substr(behind).starts_with("AGGIORNAMENTO");
}

// An article of which nothing is left but its number, and a note that says why (Fedlex: "Aufgehoben in der Volksabstimmung vom ...").
model::Status status_without_text(pugi::xml_node element) {
  const auto tells = element.find_node([](pugi::xml_node node) {
    if (local_name(node) != "authorialNote") return false;
    const auto words = flat_text(node);
    constexpr std::array<std::string_view, 3> gone{"Aufgehoben", "Abrog", "Repealed"};
    return std::any_of(gone.begin(), gone.end(), [&](std::string_view word) { return words.find(word) != std::string::npos; });
  });
  return tells ? model::Status::Repealed : model::Status::Unknown;
}

// Elements that only group: what is numbered in them are the provisions.
bool is_grouping(std::string_view name) {
  static constexpr std::array<std::string_view, 15> names{"body",     "mainBody",    "part",       "subpart", "book",
                                                          "tome",     "title",       "subtitle",   "chapter", "subchapter",
                                                          "division", "subdivision", "hcontainer", "proviso", "transitional"};
  for (const auto candidate : names) {
    if (candidate == name) return true;
  }
  return false;
}

bool has_units(pugi::xml_node element) {
  for (const auto part : element.children()) {
    const auto role = akn_role(part);
    if (role == AknRole::Unit) return true;
    if ((role == AknRole::Hierarchy || role == AknRole::Document || local_name(part) == "content") && has_units(part)) return true;
  }
  return false;
}

bool has_hierarchy(pugi::xml_node element) {
  for (const auto part : element.children()) {
    const auto role = akn_role(part);
    if (role == AknRole::Unit || role == AknRole::Hierarchy) return true;
  }
  return false;
}

class AknReader {
 public:
  AknReader(const XmlDocument& document, pugi::xml_node root, const AknRestrictions& more)
      : document_(document), root_(root), metadata_(akn_metadata(root)) {
    metadata_.restrictions.insert(more.begin(), more.end());
    const auto whole = metadata_.restrictions.find("");
    if (whole != metadata_.restrictions.end()) apply(whole->second, scope_);
  }

  const AknMetadata& metadata() const { return metadata_; }

  std::vector<model::Provision> read() {
    group(root_, scope_);
    // Schedules may stand behind the act instead of in it.
    for (const auto part : root_.parent().children()) {
      if (local_name(part) == "components" || local_name(part) == "attachments") group(part, scope_);
    }
    const auto eids = choose_eids(eids_);
    for (std::size_t i = 0; i < eids.size(); ++i) provisions_[i].iri.eid = eids[i];
    return std::move(provisions_);
  }

 private:
  static void apply(const AknRestriction& restriction, AknScope& scope) {
    if (!restriction.extent.empty()) scope.extent = restriction.extent;
    if (restriction.period) scope.period = restriction.period;
    if (restriction.status) scope.status = restriction.status;
    if (restriction.matches) scope.matches = *restriction.matches;
  }

  void apply(pugi::xml_node element, AknScope& scope) const {
    if (const auto id = akn_id(element); !id.empty()) {
      const auto found = metadata_.restrictions.find(std::string(id));
      if (found != metadata_.restrictions.end()) apply(found->second, scope);
    }
    if (auto period = attribute(element, "period"); !period.empty()) {
      if (period.starts_with('#')) period.remove_prefix(1);
      const auto found = metadata_.periods.find(std::string(period));
      if (found != metadata_.periods.end()) scope.period = found->second;
    }
    if (attribute(element, "status") == "removed") scope.status = model::Status::Repealed;
  }

  std::string line(pugi::xml_node element) const { return akn_line(element, metadata_.references); }

  std::string heading_of(pugi::xml_node element) const {
    auto heading = line(child(element, "heading"));
    if (const auto below = line(child(element, "subheading")); !below.empty()) heading += (heading.empty() ? "" : " ") + below;
    while (heading.ends_with('*')) heading.pop_back();  // the mark of a note
    return is_dotted_out(heading) ? std::string() : heading;
  }

  std::string label_of(pugi::xml_node element) const {
    auto label = line(child(element, "num"));
    if (label == "-") label.clear();  // the publisher had none
    if (label.empty() && local_name(element) == "doc") label = attribute(descendant(child(element, "meta"), "FRBRalias"), "value");
    const auto heading = heading_of(element);
    if (!label.empty() && !heading.empty()) label += ' ';
    return label + heading;
  }

  // "schedule1", or what the document says it is also called: "Schedule 1".
  std::string document_eid(pugi::xml_node doc) const {
    const auto name = attribute(doc, "name");
    const auto digits = name.find_first_of("0123456789");
    auto number = clean_number(attribute(descendant(child(doc, "meta"), "FRBRalias"), "value"));
    if (digits != std::string_view::npos) number = name.substr(digits);
    const auto kind = base::lower(name.substr(0, digits));
    const auto prefix = eid_prefix(kind);
    if (number.empty() && prefix == kind) return "att_" + model::iri_component(name);
    return std::string(prefix == kind ? "att" : prefix) + (number.empty() ? "" : "_" + model::eid_number(number));
  }

  void enter(pugi::xml_node element, AknScope& scope) const {
    if (element == root_) return;
    apply(element, scope);
    const auto kind = akn_kind(element);
    if (auto label = label_of(element); !label.empty() && kind != "schedules") scope.path.push_back(std::move(label));
    const auto number = clean_number(line(child(element, "num")));
    const auto own = std::string(eid_prefix(kind)) + (number.empty() ? "" : "_" + model::eid_number(number));
    if (kind == "schedule" || kind == "annex" || kind == "appendix") {
      scope.schedule = scope.schedule.empty() ? own : scope.schedule + "__" + own;
      scope.division.clear();
    } else if (kind == "doc") {
      const auto eid = document_eid(element);
      scope.schedule = scope.schedule.empty() ? eid : scope.schedule + "__" + eid;
      scope.division.clear();
    } else if (!number.empty()) {
      const auto& outer = scope.division.empty() ? scope.schedule : scope.division;
      scope.division = outer.empty() ? own : outer + "__" + own;
    }
  }

  void group(pugi::xml_node element, AknScope scope) {
    enter(element, scope);
    std::vector<pugi::xml_node> loose;
    for (const auto part : element.children()) {
      if (part.type() != pugi::node_element) continue;
      const auto role = akn_role(part);
      if (role == AknRole::Label || role == AknRole::Skipped) continue;
      // Some publishers put whole sections inside the content of an element.
      const bool wrapped = role == AknRole::Text && local_name(part) == "content" && has_units(part);
      if (role == AknRole::Text && !wrapped) {
        loose.push_back(part);
        continue;
      }
      flush(element, loose, scope);
      const auto name = local_name(part);
      const bool groups = role == AknRole::Document || wrapped || name == "body" || name == "mainBody" || has_units(part) ||
                          (role == AknRole::Hierarchy && is_grouping(name) && has_hierarchy(part) && !child(part, "intro"));
      if (groups) {
        group(part, scope);
      } else {
        provision(part, scope);
      }
    }
    flush(element, loose, scope);
  }

  void provision(pugi::xml_node element, AknScope scope) {
    apply(element, scope);
    TextBuilder builder;
    for (const auto part : element.children()) {
      if (akn_role(part) == AknRole::Label || akn_role(part) == AknRole::Skipped || is_update_note(part)) continue;
      append_akn(builder, part, metadata_.references);
    }
    auto provision = start(scope, builder.take());
    provision.num = clean_number(line(child(element, "num")));
    provision.heading = heading_of(element);
    const bool named = !provision.heading.empty() || !provision.num.empty();
    if (provision.text.empty() && (akn_role(element) != AknRole::Unit || !named)) return;
    const auto kind = akn_kind(element);
    const bool paragraph = !scope.schedule.empty() && (kind == "paragraph" || kind == "level");
    provision.kind = paragraph ? "schedule_paragraph" : base::lower(kind);
    provision.source = document_.source(element);
    if (kind == "schedule") {
      finish_schedule(std::move(provision), element, scope);
      return;
    }
    const std::string prefix(eid_prefix(paragraph ? std::string_view("paragraph") : kind));
    const auto own = provision.num.empty() ? unnumbered_eid(element, prefix) : prefix + "_" + model::eid_number(provision.num);
    auto brief = own;
    if (!scope.schedule.empty() && !own.starts_with(scope.schedule)) {
      brief = provision.num.empty() && akn_role(element) == AknRole::Unit ? scope.schedule : scope.schedule + "__" + own;
    }
    finish(std::move(provision), element, brief, full_eid(element, scope, brief, own));
  }

  // With its place in the work: as the document itself says, where its eIds follow the naming convention, else from the parts around it.
  static std::string full_eid(pugi::xml_node element, const AknScope& scope, const std::string& brief, const std::string& own) {
    const auto given = attribute(element, "eId");
    if (given.find('_') == std::string_view::npos) return scope.division.empty() ? brief : scope.division + "__" + own;
    std::string eid;
    for (const char c : given) eid += c == '/' ? std::string("__") : std::string(1, c);
    return eid.find_first_of(" #?~!@") == std::string::npos ? eid : brief;
  }

  // A schedule that is one text, without numbered paragraphs.
  void finish_schedule(model::Provision&& provision, pugi::xml_node element, AknScope scope) {
    enter(element, scope);
    provision.path = scope.path;
    finish(std::move(provision), element, scope.schedule, scope.schedule);
  }

  static std::string unnumbered_eid(pugi::xml_node element, const std::string& prefix) {
    const auto id = akn_id(element);
    if (id.empty()) return model::iri_component(prefix);
    const auto uk = uk_eid(id);
    return uk.empty() ? model::iri_component(id) : uk;
  }

  // Words that stand in a part or schedule outside of any provision.
  void flush(pugi::xml_node element, std::vector<pugi::xml_node>& loose, const AknScope& scope) {
    if (loose.empty()) return;
    TextBuilder builder;
    for (const auto part : loose) append_akn(builder, part, metadata_.references);
    auto provision = start(scope, builder.take());
    provision.source = document_.source(loose.front());
    provision.source.span.end = document_.span(loose.back()).end;
    loose.clear();
    if (provision.text.empty()) return;
    auto holder = element;
    while (holder != root_ && (local_name(holder) == "body" || local_name(holder) == "mainBody")) holder = holder.parent();
    provision.kind = local_name(holder) == "doc" ? "schedule" : base::lower(akn_kind(holder));
    provision.num = clean_number(line(child(holder, "num")));
    provision.heading = heading_of(holder);
    const auto eid = !scope.division.empty() ? scope.division : !scope.schedule.empty() ? scope.schedule : std::string("body");
    finish(std::move(provision), holder, eid, eid);
  }

  model::Provision start(const AknScope& scope, TextBuilder::Result&& words) const {
    model::Provision provision;
    provision.iri = metadata_.expression;
    provision.jurisdiction = metadata_.work.jurisdiction;
    provision.extent = scope.extent;
    provision.lang = metadata_.lang;
    provision.path = scope.path;
    provision.text = std::move(words.text);
    provision.quoted = std::move(words.quoted);
    provision.status = status_in(scope);
    if (scope.period && scope.status != model::Status::NotInForce) {
      provision.valid_from = scope.period->start;
      if (scope.period->end) provision.valid_to = scope.period->end->previous();
    }
    if (is_dotted_out(provision.text) || is_abrogation(provision.text)) provision.status = model::Status::Repealed;
    return provision;
  }

  model::Status status_in(const AknScope& scope) const {
    if (scope.status) return *scope.status;
    if (scope.period && scope.period->future) return model::Status::NotInForce;
    if (scope.matches) return metadata_.status;
    const bool ended = scope.period && scope.period->end && scope.period->end->iso() <= metadata_.expression.version;
    return ended ? model::Status::Repealed : model::Status::NotInForce;
  }

  // A digest names its provisions itself: they have the eId of the official text.
  void finish(model::Provision&& provision, pugi::xml_node element, std::string brief, std::string full) {
    if (metadata_.work.digest) {
      brief = full = akn_id(element);
      if (const auto found = metadata_.digest.find(brief); found != metadata_.digest.end()) {
        provision.status = found->second.status;
        provision.valid_from = found->second.valid_from;
        provision.valid_to = found->second.valid_to;
        provision.extent = found->second.extent;
      }
    }
    if (provision.text.empty() && provision.status == model::Status::InForce && !metadata_.work.digest && akn_role(element) == AknRole::Unit) {
      provision.status = status_without_text(element);
    }
    eids_.push_back({std::move(brief), std::move(full)});
    provisions_.push_back(std::move(provision));
  }

  const XmlDocument& document_;
  pugi::xml_node root_;
  AknMetadata metadata_;
  AknScope scope_;
  std::vector<model::Provision> provisions_;
  std::vector<EidChoice> eids_;
};

// The official address of each provision of a digest is its own, so each goes out with its own copy of the work.
void emit_digest(const AknMetadata& metadata, std::vector<model::Provision>&& provisions, const Output& output) {
  for (auto& provision : provisions) {
    ReadWork work{metadata.work, {}};
    const auto entry = metadata.digest.find(provision.iri.eid);
    if (entry != metadata.digest.end() && !entry->second.source.empty()) work.work.source_url = entry->second.source;
    work.provisions.push_back(std::move(provision));
    output.work(std::move(work));
  }
}

void add_components(pugi::xml_node parent, std::vector<pugi::xml_node>& laws) {
  for (const auto component : parent.children()) {
    for (const auto inner : component.children()) {
      if (local_name(inner) == "act" || local_name(inner) == "bill") laws.push_back(inner);
    }
  }
}

// Acts and bills, those in a collection too: a collection holds its components or refers to those that stand behind it.
std::vector<pugi::xml_node> laws_of(pugi::xml_node root) {
  std::vector<pugi::xml_node> laws;
  bool collection = false;
  for (const auto part : root.children()) {
    const auto name = local_name(part);
    if (name == "act" || name == "bill" || name == "doc") laws.push_back(part);
    if (name == "components" && collection) add_components(part, laws);
    if (name != "documentCollection") continue;
    collection = true;
    const auto body = child(part, "collectionBody");
    add_components(body ? body : part, laws);
  }
  return laws;
}

}  // namespace

std::size_t read_akn_law(const XmlDocument& document, pugi::xml_node law, const AknRestrictions& more, const Output& output) {
  AknReader reader(document, law, more);
  auto provisions = reader.read();
  const auto count = provisions.size();
  if (count == 0) return 0;
  if (reader.metadata().work.digest) {
    emit_digest(reader.metadata(), std::move(provisions), output);
  } else {
    output.work({reader.metadata().work, std::move(provisions)});
  }
  return count;
}

int is_akn(const XmlStart& start) {
  return start.name == "akomaNtoso" ? 100 : 0;
}

void read_akn(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load(file);
  if (!document) return output.diagnostic(base::Diagnostic(document.error()));
  std::size_t count = 0;
  for (const auto law : laws_of(document->root())) {
    count += is_akn_conversion(law) ? read_akn_conversion(*document, law, output) : read_akn_law(*document, law, {}, output);
  }
  if (count > 0) return;
  auto diagnostic = document->diagnostic(document->root().first_child(), "no provisions in this file: not an act or a bill, or empty");
  diagnostic.severity = base::Severity::Note;
  output.diagnostic(std::move(diagnostic));
}

}  // namespace synoptic::read
