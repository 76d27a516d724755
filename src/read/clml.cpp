#include "read/clml.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/clml_metadata.h"
#include "read/clml_text.h"
#include "read/clml_versions.h"
#include "read/legislation_gov_uk.h"
#include "read/provision_number.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

// What the elements around a provision say about it; nearest wins.
struct ClmlScope {
  std::vector<std::string> path;
  std::string schedule;  // eId of the schedule or attachment the provision is in; empty in the body
  std::string division;  // eId of the innermost part: tells apart numbers that start again in each
  std::string extent;
  std::string status;
  std::optional<base::Date> from;
  std::optional<base::Date> end;  // first day on which the text is no longer law
  bool matches = true;            // the text is law at the date of the file
  bool in_schedule = false;

  void apply(pugi::xml_node element) {
    if (const auto value = attribute(element, "RestrictExtent"); !value.empty()) extent = value;
    const auto start_date = base::Date::parse(attribute(element, "RestrictStartDate"));
    const auto end_date = base::Date::parse(attribute(element, "RestrictEndDate"));
    if (start_date || end_date) {
      from = start_date;
      end = end_date;
    }
    if (const auto match = attribute(element, "Match"); !match.empty()) matches = match != "false";
    if (const auto value = attribute(element, "Status"); !value.empty()) status = value;
  }
};

// Omitted and repealed text is printed as rows of dots.
bool is_rows_of_dots(std::string_view text) {
  bool dots = false;
  for (const char c : text) {
    if (c != '.' && c != ' ' && c != '\n' && c != '[' && c != ']') return false;
    dots = dots || c == '.';
  }
  return dots;
}

bool has_provisions(pugi::xml_node element) {
  for (const auto part : element.children()) {
    if (clml_role(part) == ClmlRole::Provision) return true;
    if (clml_role(part) != ClmlRole::Text && has_provisions(part)) return true;
  }
  return false;
}

class ClmlReader {
 public:
  ClmlReader(const XmlDocument& document, ReadWork& out) : document_(document), metadata_(clml_metadata(document)), out_(out), versions_(document) {
    out_.work = metadata_.work;
  }

  void read() {
    ClmlScope scope;
    const auto root = document_.root();
    if (clml_role(root) == ClmlRole::Container) container(root, scope);
    scope.apply(root);
    for (const auto part : root.children()) {
      if (clml_role(root) != ClmlRole::Container && clml_role(part) == ClmlRole::Container) container(part, scope);
    }
    for (const auto version : versions_.left()) read_unreferred(version, scope);
    const auto eids = choose_eids(eids_);
    for (std::size_t i = 0; i < eids.size(); ++i) out_.provisions[i].iri.eid = eids[i];
  }

  // Texts for other parts of the kingdom to which nothing refers, and whether they were read: whole provisions are.
  const std::vector<std::pair<pugi::xml_node, bool>>& unreferred() const { return unreferred_; }

 private:
  void read_unreferred(pugi::xml_node version, ClmlScope scope) {
    scope.apply(version);
    const auto before = out_.provisions.size();
    for (const auto part : version.children()) {
      if (part.type() == pugi::node_element) dispatch(part, scope);
    }
    unreferred_.emplace_back(version, out_.provisions.size() > before);
  }

  static std::string heading_of(pugi::xml_node element) {
    auto title = child(element, "Title");
    if (!title) title = child(element, {"TitleBlock", "Title"});
    auto heading = clml_line(title);
    return is_rows_of_dots(heading) ? std::string() : heading;
  }

  // A range of repealed sections has its end in the punctuation: <Pnumber PuncAfter="—25">1</Pnumber>.
  static std::string number_of(pugi::xml_node pnumber) {
    auto number = clml_line(pnumber);
    const auto after = attribute(pnumber, "PuncAfter");
    if (after.find_first_of("0123456789") != std::string_view::npos) number += after;
    return clean_number(number);
  }

  // "Part I Disability"; a protocol attached to a treaty has its name in its preliminaries.
  static std::string label_of(pugi::xml_node element) {
    if (local_name(element) == "EURetained" && local_name(element.parent()) == "Attachment") {
      return clml_line(child(element, {"EUPrelims", "MultilineTitle"}));
    }
    auto label = clml_line(child(element, "Number"));
    const auto heading = heading_of(element);
    if (!label.empty() && !heading.empty()) label += ' ';
    return label + heading;
  }

  static std::string own_eid(pugi::xml_node element, std::string_view kind, const std::string& number) {
    auto eid = uk_eid(attribute(element, "id"));
    if (!eid.empty()) return eid;
    eid = eid_prefix(kind);
    return number.empty() ? eid : eid + "_" + model::eid_number(number);
  }

  void enter(pugi::xml_node element, ClmlScope& scope) {
    scope.apply(element);
    const auto name = local_name(element);
    if (auto label = label_of(element); !label.empty() && name != "Schedules") scope.path.push_back(std::move(label));
    const auto number = clean_number(clml_line(child(element, "Number")));
    if (name == "Schedule" || name == "Appendix" || name == "Attachment") {
      const auto kind = base::lower(name);
      auto counted = number;
      if (name == "Attachment" && number.empty()) counted = std::to_string(++attachments_);
      const auto eid = own_eid(element, kind, counted);
      scope.schedule = scope.schedule.empty() || eid.starts_with(scope.schedule) ? eid : scope.schedule + "__" + eid;
      scope.division.clear();
      scope.in_schedule = name != "Attachment";
    } else if (name == "Part" || name == "Chapter" || name.starts_with("EU")) {
      if (number.empty()) return;
      const auto kind = base::lower(name.starts_with("EU") ? name.substr(2) : name);
      auto eid = uk_eid(attribute(element, "id"));
      if (eid.empty()) {
        eid = std::string(eid_prefix(kind)) + "_" + model::eid_number(number);
        const auto& outer = scope.division.empty() ? scope.schedule : scope.division;
        if (!outer.empty()) eid = outer + "__" + eid;
      }
      scope.division = eid;
    }
  }

  void container(pugi::xml_node element, ClmlScope scope) {
    enter(element, scope);
    std::vector<pugi::xml_node> loose;
    for (const auto part : element.children()) {
      if (part.type() != pugi::node_element) continue;
      if (clml_role(part) == ClmlRole::Text) {
        loose.push_back(part);
        continue;
      }
      flush(element, loose, scope);
      dispatch(part, scope);
    }
    flush(element, loose, scope);
  }

  void dispatch(pugi::xml_node element, const ClmlScope& scope) {
    switch (clml_role(element)) {
      case ClmlRole::Container: container(element, scope); break;
      case ClmlRole::Group: group(element, scope); break;
      case ClmlRole::Provision: provision(element, element, {}, scope); break;
      case ClmlRole::Division:
        if (has_provisions(element)) {
          container(element, scope);
        } else {
          division(element, scope);
        }
        break;
      case ClmlRole::Text:
      case ClmlRole::Label:
      case ClmlRole::Skipped: return;
    }
    concurrent_versions(element, scope);
  }

  // The text of the same provision for another part of the kingdom stands at the end of the file.
  void concurrent_versions(pugi::xml_node element, const ClmlScope& scope) {
    for (const auto version : versions_.take(element)) {
      ClmlScope inner = scope;
      inner.apply(version);
      for (const auto part : version.children()) dispatch(part, inner);
    }
  }

  void group(pugi::xml_node group, ClmlScope scope) {
    scope.apply(group);
    const auto heading = heading_of(group);
    std::vector<pugi::xml_node> loose;
    std::size_t provisions = 0;
    for (const auto part : group.children()) provisions += clml_role(part) == ClmlRole::Provision;
    for (const auto part : group.children()) {
      if (part.type() != pugi::node_element) continue;
      if (clml_role(part) == ClmlRole::Provision) {
        flush(group, loose, scope);
        provision(part, provisions == 1 ? group : part, heading, scope);
        concurrent_versions(part, scope);
      } else if (clml_role(part) == ClmlRole::Text) {
        loose.push_back(part);
      } else if (clml_role(part) != ClmlRole::Label) {
        flush(group, loose, scope);
        dispatch(part, scope);
      }
    }
    flush(group, loose, scope);
  }

  void provision(pugi::xml_node p1, pugi::xml_node source, const std::string& heading, ClmlScope scope) {
    scope.apply(p1);
    const auto variants = versions_.variants_of(p1);
    ClmlScope own = scope;
    for (const auto& variant : variants) own.extent = without(own.extent, variant.extent);
    provision_text(p1, source, heading, own);
    for (const auto& variant : variants) {
      own.extent = variant.extent;
      provision_text(variant.text->first_child(), source, heading, own);
      if (variant.last) out_.provisions.back().source.span.end = document_.span(variant.last).end;
    }
  }

  // "E+W+S" without "S" is "E+W"; what is not said stays so.
  static std::string without(std::string_view extent, std::string_view other) {
    const auto taken = uk_extent(other);
    std::string rest;
    for (std::size_t start = 0; start < extent.size();) {
      const auto end = std::min(extent.find('+', start), extent.size());
      const auto part = extent.substr(start, end - start);
      const auto code = uk_extent(part);
      if (code.empty() || std::find(taken.begin(), taken.end(), code.front()) == taken.end()) rest.append(rest.empty() ? "" : "+").append(part);
      start = end + 1;
    }
    return rest;
  }

  // `source`: the element whose bytes are the provision's. Where the text was put together from two places they reach from it to the second.
  void provision_text(pugi::xml_node p1, pugi::xml_node source, const std::string& heading, const ClmlScope& scope) {
    const auto number = number_of(child(p1, "Pnumber"));
    TextBuilder builder;
    for (const auto part : p1.children()) {
      if (local_name(part) != "Pnumber") append_clml(builder, part);
    }
    auto provision = start(scope, builder.take());
    provision.kind = scope.in_schedule ? "schedule_paragraph" : metadata_.unit;
    const std::string prefix(eid_prefix(scope.in_schedule ? "paragraph" : metadata_.unit));
    auto own = number.empty() ? prefix : prefix + "_" + model::eid_number(number);
    auto eid = uk_eid(attribute(p1, "id"));
    if (!eid.empty() && !scope.in_schedule) {
      provision.kind = kind_of(eid, provision.kind);
      // The number rather than the id, where ranges are run together ("section-125" for sections 1 to 25).
      if (!number.empty() && scope.schedule.empty()) eid = std::string(eid_prefix(provision.kind)) + "_" + model::eid_number(number);
    }
    if (eid.empty()) eid = scope.schedule.empty() ? own : scope.schedule + "__" + own;
    const auto longer = scope.division.empty() ? eid : scope.division + "__" + own;
    choose(eid, longer);
    provision.num = number;
    provision.heading = heading;
    provision.source = document_.source(source);
    finish(std::move(provision));
  }

  // The unit of the id wins over that of the document: orders made as regulations exist.
  static std::string kind_of(std::string_view eid, const std::string& otherwise) {
    for (const std::string_view kind : {"section", "article", "regulation", "rule", "paragraph"}) {
      const auto prefix = eid_prefix(kind);
      if (eid.starts_with(prefix) && eid.substr(prefix.size()).starts_with('_')) return std::string(kind);
    }
    return otherwise;
  }

  void division(pugi::xml_node element, ClmlScope scope) {
    scope.apply(element);
    TextBuilder builder;
    for (const auto part : element.children()) {
      if (clml_role(part) != ClmlRole::Label) append_clml(builder, part);
    }
    auto provision = start(scope, builder.take());
    if (provision.text.empty()) return;
    provision.kind = "division";
    provision.num = clean_number(clml_line(child(element, "Number")));
    provision.heading = heading_of(element);
    const auto& outer = scope.division.empty() ? scope.schedule : scope.division;
    const auto own = "dvs" + (provision.num.empty() ? std::string() : "_" + model::eid_number(provision.num));
    const auto eid = outer.empty() ? own : outer + "__" + own;
    choose(eid, eid);
    provision.source = document_.source(element);
    finish(std::move(provision));
  }

  // Words that stand in a container outside of any provision: an unnumbered schedule, the lead-in of a part.
  void flush(pugi::xml_node element, std::vector<pugi::xml_node>& loose, const ClmlScope& scope) {
    if (loose.empty()) return;
    TextBuilder builder;
    for (const auto part : loose) append_clml(builder, part);
    auto provision = start(scope, builder.take());
    provision.source = document_.source(loose.front());
    provision.source.span.end = document_.span(loose.back()).end;
    loose.clear();
    if (provision.text.empty()) return;
    auto holder = element;
    while (local_name(holder).ends_with("Body") && holder.parent().type() == pugi::node_element) holder = holder.parent();
    provision.kind = clml_role(holder) == ClmlRole::Group ? (scope.in_schedule ? "schedule_paragraph" : metadata_.unit) : base::lower(local_name(holder));
    provision.num = clean_number(clml_line(child(holder, "Number")));
    provision.heading = heading_of(holder);
    auto eid = uk_eid(attribute(holder, "id"));
    if (eid.empty()) eid = !scope.division.empty() ? scope.division : !scope.schedule.empty() ? scope.schedule : "body";
    choose(eid, eid);
    finish(std::move(provision));
  }

  model::Provision start(const ClmlScope& scope, TextBuilder::Result&& words) const {
    model::Provision provision;
    provision.iri = metadata_.expression;
    provision.jurisdiction = metadata_.work.jurisdiction;
    provision.extent = uk_extent(scope.extent);
    provision.lang = metadata_.lang;
    provision.path = scope.path;
    provision.text = std::move(words.text);
    provision.quoted = std::move(words.quoted);
    provision.status = status(scope, provision.text);
    if (scope.status == "Prospective") return provision;  // its dates are those of the text, not of its being law
    provision.valid_from = scope.from ? scope.from : metadata_.in_force_from;
    if (scope.end) provision.valid_to = scope.end->previous();
    return provision;
  }

  model::Status status(const ClmlScope& scope, std::string_view text) const {
    if (scope.status == "Repealed" || is_rows_of_dots(text) || (text.empty() && metadata_.revised)) return model::Status::Repealed;
    if (scope.status == "Prospective") return model::Status::NotInForce;
    if (scope.matches) return metadata_.status;
    // Out of force at the date of the file: not yet, or no longer.
    const bool ended = scope.end && scope.end->iso() <= metadata_.expression.version;
    return ended ? model::Status::Repealed : model::Status::NotInForce;
  }

  void choose(std::string brief, std::string full) { eids_.push_back({std::move(brief), std::move(full)}); }
  void finish(model::Provision&& provision) { out_.provisions.push_back(std::move(provision)); }

  const XmlDocument& document_;
  const ClmlMetadata metadata_;
  ReadWork& out_;
  ClmlVersions versions_;
  std::vector<std::pair<pugi::xml_node, bool>> unreferred_;
  std::vector<EidChoice> eids_;
  int attachments_ = 0;
};

constexpr std::string_view name_space = "http://www.legislation.gov.uk/namespaces/";

}  // namespace

int is_clml(const XmlStart& start) {
  const auto& [name, tag, bytes] = start;
  const bool ours = tag.find(name_space) != std::string::npos;
  if (name == "Legislation" || name == "EN") return ours ? 100 : 40;
  if (name == "Primary" || name == "Secondary" || name == "Fragment" || name == "EURetained") {
    return ours || bytes.find("legislation.gov.uk") != std::string_view::npos ? 90 : 30;
  }
  return name == "feed" && bytes.find(name_space) != std::string_view::npos ? 60 : 0;
}

void read_clml(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load(file);
  if (!document) return output.diagnostic(base::Diagnostic(document.error()));
  const auto note = [&](std::string message) {
    auto diagnostic = document->diagnostic(document->root(), std::move(message));
    diagnostic.severity = base::Severity::Note;
    output.diagnostic(std::move(diagnostic));
  };
  const auto root = local_name(document->root());
  if (root == "EN") return note("explanatory notes are not law: nothing read");
  if (root == "feed") return note("a list of documents, no law in it: nothing read");
  ReadWork work;
  ClmlReader reader(*document, work);
  reader.read();
  for (const auto& [version, was_read] : reader.unreferred()) {
    auto diagnostic = document->diagnostic(version, "nothing refers to this text for another part of the kingdom",
                                           was_read ? "it was read as a provision of its own" : "it is part of a provision, and of which is not known: it was left out");
    diagnostic.severity = base::Severity::Warning;
    output.diagnostic(std::move(diagnostic));
  }
  if (work.provisions.empty()) return note("no provisions in this file: metadata or a table of contents");
  if (work.work.iri.empty()) {
    return output.diagnostic(document->diagnostic(document->root(), "the file does not say which law it is",
                                                  "it needs a DocumentURI or DocumentMainType, Year and Number"));
  }
  output.work(std::move(work));
}

}  // namespace synoptic::read
