#include "read/akn_conversion.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "read/akn_text.h"

namespace synoptic::read {

namespace {

using Entries = std::unordered_map<std::string_view, pugi::xml_node>;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// What the writer had to percent-encode in a href.
std::string decode_uri(std::string_view uri) {
  std::string result;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const int high = i + 2 < uri.size() && uri[i] == '%' ? hex_digit(uri[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(uri[i + 2]);
    if (low < 0) {
      result.push_back(uri[i]);
    } else {
      result.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  return result;
}

Entries by_eid(pugi::xml_node parent, std::string_view name) {
  Entries entries;
  for (const auto element : parent.children()) {
    if (local_name(element) == name) entries.emplace(attribute(element, "eId"), element);
  }
  return entries;
}

class Conversion {
 public:
  Conversion(const XmlDocument& document, pugi::xml_node law)
      : document_(document), law_(law), meta_(child(law, "meta")), proprietary_(child(meta_, "proprietary")), entries_(by_eid(proprietary_, "provision")) {
    read_work();
    read_validity();
    read_extent();
  }

  std::size_t read(const Output& output) {
    group(child(law_, "body"), {});
    const std::size_t count = provisions_.size();
    // Those with an official address of their own go out with their own copy of the work.
    ReadWork current{work_, {}};
    for (auto& [provision, source] : provisions_) {
      if (source != current.work.source_url) {
        if (!current.provisions.empty()) output.work(std::exchange(current, {work_, {}}));
        current.work.source_url = source;
      }
      current.provisions.push_back(std::move(provision));
    }
    if (!current.provisions.empty()) output.work(std::move(current));
    return count;
  }

 private:
  struct Period {
    std::optional<base::Date> first;
    std::optional<base::Date> last;
  };

  void read_work() {
    const auto identification = child(meta_, "identification");
    const auto level = child(identification, "FRBRWork");
    const auto conversion = child(proprietary_, "conversion");
    const auto digest = child(proprietary_, "digest");
    const auto facts = digest ? digest : conversion;
    work_.iri = attribute(child(level, "FRBRuri"), "value");
    work_.jurisdiction = attribute(facts, "jurisdiction");
    if (work_.jurisdiction.empty()) work_.jurisdiction = base::ascii::upper(attribute(child(level, "FRBRcountry"), "value"));
    work_.title = attribute(child(level, "FRBRname"), "value");
    work_.type = model::work_type(attribute(facts, "type")).value_or(model::WorkType::Other);
    work_.number = attribute(child(level, "FRBRnumber"), "value");
    const auto date = child(level, "FRBRdate");
    if (attribute(date, "name") != "unknown") work_.date = base::Date::parse(attribute(date, "date"));
    work_.source_url = attribute(facts, "source");
    work_.official = attribute(conversion, "official") != "false";
    work_.digest = bool(digest);
    expression_.work = work_.iri;
    auto uri = attribute(child(child(identification, "FRBRExpression"), "FRBRuri"), "value");
    if (!uri.starts_with(work_.iri) || uri.size() == work_.iri.size()) return;
    uri.remove_prefix(work_.iri.size() + 1);
    const auto at = uri.find('@');
    expression_.lang = uri.substr(0, at);
    if (at != std::string_view::npos) expression_.version = uri.substr(at + 1);
  }

  void read_validity() {
    std::unordered_map<std::string_view, std::optional<base::Date>> events;
    for (const auto event : child(meta_, "lifecycle").children()) events.emplace(attribute(event, "eId"), base::Date::parse(attribute(event, "date")));
    const auto day = [&](pugi::xml_node interval, const char* end) {
      const auto found = events.find(akn_id_referred_to(attribute(interval, end)));
      return found == events.end() ? std::nullopt : found->second;
    };
    for (const auto group : child(meta_, "temporalData").children()) {
      const auto interval = child(group, "timeInterval");
      Period period{day(interval, "start"), day(interval, "end")};
      if (period.last) period.last = period.last->previous();
      periods_.emplace(attribute(group, "eId"), period);
    }
  }

  void read_extent() {
    const auto places = by_eid(child(meta_, "references"), "TLCLocation");
    for (const auto restriction : child(child(meta_, "analysis"), "restrictions").children()) {
      auto& extent = extents_[std::string(akn_id_referred_to(attribute(restriction, "href")))];
      const auto list = attribute(restriction, "refersTo");
      for (std::size_t i = 0; i < list.size();) {
        const auto end = std::min(list.find(' ', i), list.size());
        if (const auto place = places.find(akn_id_referred_to(list.substr(i, end - i))); place != places.end()) extent.emplace_back(attribute(place->second, "showAs"));
        i = end + 1;
      }
    }
  }

  std::string line(pugi::xml_node element) const { return akn_line(element, {}); }

  // A division holds divisions and provisions, a provision holds words.
  bool is_provision(pugi::xml_node element) const { return entries_.contains(attribute(element, "eId")) || child(element, "content"); }

  void group(pugi::xml_node parent, std::vector<std::string> path) {
    if (parent != child(law_, "body")) {
      auto title = line(child(parent, "num"));
      const auto heading = line(child(parent, "heading"));
      if (!title.empty() && !heading.empty()) title += ' ';
      title += heading;
      if (!title.empty()) path.push_back(std::move(title));
    }
    for (const auto element : parent.children()) {
      const auto role = akn_role(element);
      if (element.type() != pugi::node_element || (role != AknRole::Hierarchy && role != AknRole::Unit)) continue;
      if (is_provision(element)) {
        provision(element, path);
      } else {
        group(element, path);
      }
    }
  }

  void provision(pugi::xml_node element, const std::vector<std::string>& path) {
    const auto eid = attribute(element, "eId");
    const auto found = entries_.find(eid);
    const auto entry = found == entries_.end() ? pugi::xml_node() : found->second;
    const auto given = [&](const char* name, std::string_view otherwise) {
      const auto value = entry.attribute(name);
      return value ? std::string(value.value()) : std::string(otherwise);
    };
    TextBuilder builder;
    append_akn(builder, child(element, "content"), {});
    auto words = builder.take();
    for (auto& quoted : words.quoted) quoted.target = decode_uri(quoted.target);
    model::Provision provision;
    provision.iri = expression_.with_eid(given("identifier", eid));
    provision.iri.version = given("version", expression_.version);
    provision.jurisdiction = given("jurisdiction", work_.jurisdiction);
    provision.lang = given("lang", model::bcp47(expression_.lang));
    provision.kind = given("kind", akn_kind(element));
    provision.num = line(child(element, "num"));
    provision.heading = line(child(element, "heading"));
    provision.path = path;
    provision.status = model::status(attribute(entry, "status")).value_or(model::Status::Unknown);
    provision.text = std::move(words.text);
    provision.quoted = std::move(words.quoted);
    provision.source = document_.source(element);
    provision.url = given("url", "");
    if (const auto extent = extents_.find(std::string(eid)); extent != extents_.end()) {
      provision.extent = extent->second;
    } else if (const auto whole = extents_.find(""); whole != extents_.end()) {
      provision.extent = whole->second;
    }
    if (const auto period = periods_.find(akn_id_referred_to(attribute(element, "period"))); period != periods_.end()) {
      provision.valid_from = period->second.first;
      provision.valid_to = period->second.last;
    }
    provisions_.push_back({std::move(provision), given("source", work_.source_url)});
  }

  const XmlDocument& document_;
  pugi::xml_node law_;
  pugi::xml_node meta_;
  pugi::xml_node proprietary_;
  Entries entries_;
  model::Work work_;
  model::Iri expression_;
  std::unordered_map<std::string_view, Period> periods_;
  std::unordered_map<std::string, std::vector<std::string>> extents_;  // by eId; "" is the whole document
  std::vector<std::pair<model::Provision, std::string>> provisions_;   // with the official address of the work
};

}  // namespace

bool is_akn_conversion(pugi::xml_node law) { return bool(child(child(child(law, "meta"), "proprietary"), "conversion")); }

std::size_t read_akn_conversion(const XmlDocument& document, pugi::xml_node law, const Output& output) { return Conversion(document, law).read(output); }

}  // namespace synoptic::read
