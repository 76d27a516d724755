#include "read/justice_ca.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/justice_ca_text.h"
#include "read/justice_ca_work.h"
#include "read/provision_number.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

// Where a provision stands.
struct Place {
  std::string eid;                // of the schedule around it: "sched_1", "related", "pending"; empty in the body
  std::vector<std::string> path;  // headings of what is around it
  bool not_in_force = false;
  bool own_law = true;             // false among provisions of other Acts that the publisher prints behind this one
  AmendedAct amends;               // what these say "the Act" of
  std::optional<base::Date> from;  // since when what is around it is in force
};

// "17 to 19" and "17 à 19" are one eId: what is left are the numbers.
std::string number_in_eid(const std::string& number) {
  std::string eid;
  for (std::size_t i = 0; i < number.size();) {
    const auto end = std::min(number.find(' ', i), number.size());
    const auto word = number.substr(i, end - i);
    if (i == 0 || word.find_first_of("0123456789") != std::string::npos) eid += (eid.empty() ? "" : "-") + model::eid_number(word);
    i = end + 1;
  }
  return eid;
}

std::string heading_words(pugi::xml_node heading) {
  auto words = justice_words(child(heading, "Label"));
  const auto title = justice_words(child(heading, "TitleText"));
  if (!words.empty() && !title.empty()) words += ' ';
  words += title;
  constexpr std::string_view dash = "— ";  // before the Act that a related provision is from
  return words.starts_with(dash) ? words.substr(dash.size()) : words;
}

std::optional<base::Date> in_force_from(pugi::xml_node element) {
  return base::Date::parse(attribute(element, "lims:inforce-start-date"));
}

class JusticeReader {
 public:
  JusticeReader(const XmlDocument& document, const Output& output)
      : document_(document), output_(output), law_(justice_work(document.root())) {}

  void run() {
    const auto root = document_.root();
    if (law_.work.iri.empty()) {
      return output_.diagnostic(document_.diagnostic(root, "no chapter or number in <Identification> that says which law this is",
                                                     "it cannot be cited; left out"));
    }
    for (const auto node : root.children()) {
      const auto name = local_name(node);
      if (name == "Introduction") {
        if (const auto preamble = child(node, "Preamble"))
          loose(preamble, {preamble}, "preamble", "preamble", {.from = in_force_from(node)});
      } else if (name == "Repealed") {
        loose(node, {node}, "act", "act", {});
      } else if (name == "Schedule") {
        schedule(node, {});
      } else {
        structure(node, {});
      }
    }
    output_.work({std::move(law_.work), std::move(provisions_)});
  }

 private:
  // A body, or a piece of another Act among the related provisions. Headings are siblings of what they head.
  void structure(pugi::xml_node parent, Place place) {
    const auto depth = place.path.size();
    std::vector<int> levels;  // of the headings on the path beyond `depth`
    for (const auto node : parent.children()) {
      const auto name = local_name(node);
      if (name == "Heading") {
        heading(node, depth, levels, place);
      } else if (name == "Section") {
        section(node, place);
      } else if (name == "Schedule") {
        schedule(node, place);
      } else if (name == "RelatedOrNotInForce") {
        heading_names_ = place.amends;
        structure(node, place);
      } else if (name == "BillPiece" || name == "Body") {
        structure(node, place);
      } else if (name == "AmendedText") {
        loose(node, {node}, place.eid.empty() ? "body" : place.eid, "formula", place);
      }
    }
  }

  void heading(pugi::xml_node node, std::size_t depth, std::vector<int>& levels, Place& place) {
    // The title of a piece of another Act stands above that Act's own headings, whatever its level.
    const int level = attribute(node, "style") == "nifrp" ? 0 : node.attribute("level").as_int(1);
    while (!levels.empty() && levels.back() >= level) levels.pop_back();
    place.path.resize(depth + levels.size());
    levels.push_back(level);
    place.path.push_back(heading_words(node));
    if (auto named = justice_act_named(node); !named.empty()) heading_names_ = std::move(named);
  }

  void section(pugi::xml_node node, const Place& place) {
    if (document_.is_cut_off(node)) return;
    if (!heading_names_.empty()) amended_ = heading_names_;  // what another section named is forgotten
    const bool in_force = !place.not_in_force && !is_not_in_force(node);
    auto text = justice_text(node, amended_, in_force);
    const auto label = justice_words(child(node, "Label"));
    auto provision = start(node, std::move(text), place);
    provision.kind = "section";
    provision.num = label;
    while (provision.num.ends_with('.')) provision.num.pop_back();
    provision.heading = justice_words(child(node, "MarginalNote"));
    const auto number = number_in_eid(provision.num);
    const auto own = number.empty() ? std::string("sec") : "sec_" + number;
    const bool has_page = place.own_law && place.eid.empty() && !law_.section_url.empty() && provision.num.find(' ') == std::string::npos;
    if (has_page) provision.url = law_.section_url + provision.num + ".html";
    const auto num = provision.num;
    const auto eid = finish(std::move(provision), place.eid.empty() ? own : place.eid + "__" + own);
    if (!in_force) return;
    for (const auto part : justice_parts_not_in_force(node)) not_in_force(part, eid, num, place);
  }

  // A subsection or paragraph that is no law yet in a section that is.
  void not_in_force(pugi::xml_node part, const std::string& section, const std::string& number, Place place) {
    place.not_in_force = true;
    auto provision = start(part, justice_text(part, amended_, false), place);
    if (provision.text.empty()) return;
    const auto label = model::eid_number(justice_words(child(part, "Label")));
    const auto name = local_name(part);
    const std::string prefix(name == "Subsection" ? "subsec" : name == "Paragraph" ? "para" : name == "Subparagraph" ? "subpara" : "part");
    provision.kind = base::lower(name);
    provision.num = number + justice_words(child(part, "Label"));
    provision.heading = justice_words(child(part, "MarginalNote"));
    finish(std::move(provision), section + "__" + prefix + (label.empty() ? "" : "_" + label));
  }

  void schedule(pugi::xml_node node, Place place) {
    const auto id = attribute(node, "id");
    const auto head = child(node, "ScheduleFormHeading");
    const auto number = number_in_eid(clean_number(justice_words(child(head, "Label"))));
    const auto outer = place.eid;
    place.not_in_force = place.not_in_force || is_not_in_force(node) || id == "NifProvs";
    place.from = in_force_from(node);
    if (id == "NifProvs" || id == "RelatedProvs") {
      place.eid = id == "NifProvs" ? "pending" : "related";
      place.own_law = false;
      place.amends = law_.chapter;
    } else {
      place.eid = (outer.empty() ? "" : outer + "__") + (number.empty() ? std::string("sched") : "sched_" + number);
    }
    place.path.push_back(heading_words(head));
    pieces(node, head, place);
  }

  // What stands between the sections, inner schedules and headed groups of a schedule is one provision a stretch.
  void pieces(pugi::xml_node parent, pugi::xml_node head, const Place& place) {
    std::vector<pugi::xml_node> stretch;
    const auto flush = [&] {
      if (!stretch.empty()) loose(head ? head : parent, stretch, place.eid, "schedule", place);
      stretch.clear();
    };
    if (const auto origin = child(head, "OriginatingRef"); origin && !descendant(parent, "Section")) stretch.push_back(origin);
    for (const auto node : parent.children()) {
      if (is_text(node) || node == head) continue;
      const auto name = local_name(node);
      if (name == "Schedule") {
        flush();
        schedule(node, place);
      } else if (name == "BillPiece" || name == "RelatedOrNotInForce" || name == "Section") {
        flush();
        name == "Section" ? section(node, place) : structure(node, place);
      } else if (name == "DocumentInternal" && descendant(node, "GroupHeading")) {
        flush();
        groups(node, place);
      } else {
        stretch.push_back(node);
      }
    }
    if (!document_.is_cut_off(parent)) flush();
  }

  // Treaties: articles with their headings, nested or one behind the other. A heading with nothing below it heads the next ones.
  void groups(pugi::xml_node parent, Place place) {
    const auto depth = place.path.size();
    std::vector<pugi::xml_node> headings;
    std::vector<pugi::xml_node> stretch;
    const auto flush = [&] {
      if (stretch.empty()) return;
      if (headings.size() > 1) place.path.resize(depth);
      for (std::size_t i = 0; i + 1 < headings.size(); ++i) place.path.push_back(heading_words(headings[i]));
      article(headings.empty() ? pugi::xml_node() : headings.back(), stretch, place);
      headings.clear();
      stretch.clear();
    };
    for (const auto node : parent.children()) {
      const auto name = local_name(node);
      if (name == "GroupHeading") {
        flush();
        headings.push_back(node);
      } else if (name == "Group") {
        flush();
        auto inner = place;
        for (const auto outer : headings) inner.path.push_back(heading_words(outer));
        groups(node, inner);
      } else if (!is_text(node)) {
        stretch.push_back(node);
      }
    }
    if (!document_.is_cut_off(parent)) flush();
  }

  void article(pugi::xml_node heading, const std::vector<pugi::xml_node>& parts, const Place& place) {
    auto provision = start(parts.front(), justice_text(parts, amended_, !place.not_in_force), place);
    if (provision.text.empty()) return;
    provision.source.span.end = document_.span(parts.back()).end;
    if (heading) provision.source.span.start = document_.span(heading).start;
    const auto label = justice_words(child(heading, "Label"));
    const bool is_article = base::lower(label).starts_with("article");
    provision.kind = is_article ? "article" : "schedule";
    provision.num = clean_number(label);
    provision.heading = is_article ? justice_words(child(heading, "TitleText")) : heading_words(heading);
    // By position, not by number: "ARTICLE PREMIER" and "ARTICLE 1" are the same article in two languages.
    const auto eid = fmt::format("{}__grp_{}", place.eid, ++groups_[place.eid]);
    finish(std::move(provision), eid);
  }

  // Words outside of any section.
  void loose(pugi::xml_node holder, const std::vector<pugi::xml_node>& parts, const std::string& eid, std::string_view kind,
             const Place& place) {
    if (document_.is_cut_off(parts.back())) return;
    auto provision = start(parts.front(), justice_text(parts, amended_, !place.not_in_force), place);
    if (provision.text.empty()) return;
    provision.source.span.end = document_.span(parts.back()).end;
    provision.kind = kind;
    if (kind == "schedule") {
      provision.num = clean_number(justice_words(child(holder, "Label")));
      provision.heading = justice_words(child(holder, "TitleText"));
    }
    finish(std::move(provision), eid);
  }

  model::Provision start(pugi::xml_node node, JusticeText&& text, const Place& place) const {
    model::Provision provision;
    provision.iri = law_.expression;
    provision.jurisdiction = law_.work.jurisdiction;
    provision.lang = law_.lang;
    provision.path = place.path;
    std::erase(provision.path, std::string());  // a heading without words
    provision.text = std::move(text.words.text);
    provision.quoted = std::move(text.words.quoted);
    provision.source = document_.source(node);
    auto from = in_force_from(node);
    if (!from) from = place.from;
    if (from && law_.records_begin && *from > *law_.records_begin) provision.valid_from = from;
    if (text.repealed) {
      provision.status = model::Status::Repealed;
    } else if (place.not_in_force || is_not_in_force(node)) {
      provision.status = model::Status::NotInForce;
    } else {
      provision.status = from ? model::Status::InForce : law_.status;
    }
    return provision;
  }

  std::string finish(model::Provision&& provision, const std::string& eid) {
    const auto unique = eids_.unique(eid);
    provision.iri.eid = unique;
    provisions_.push_back(std::move(provision));
    return unique;
  }

  const XmlDocument& document_;
  const Output& output_;
  JusticeWork law_;
  AmendedAct amended_;
  AmendedAct heading_names_;                     // by the heading above: "Criminal Code"
  std::unordered_map<std::string, int> groups_;  // articles counted in each schedule
  EidRegistry eids_;
  std::vector<model::Provision> provisions_;
};

}  // namespace

int is_justice_ca(const XmlStart& start) {
  if (start.name != "Statute" && start.name != "Regulation" && start.name != "Bill") return 0;
  for (const std::string_view mark : {"justice.gc.ca/lims", "bill-origin=", "bill-type=", "regulation-type="}) {
    if (start.tag.find(mark) != std::string::npos) return 90;
  }
  return 0;
}

void read_justice_ca(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load_readable_part(file, output);
  if (!document) return;
  JusticeReader(*document, output).run();
}

}  // namespace synoptic::read
