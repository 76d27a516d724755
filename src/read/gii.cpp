#include "read/gii.h"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/gii_text.h"
#include "read/provision_number.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

constexpr std::string_view gii_site = "https://www.gesetze-im-internet.de";

// What the publisher calls the gii_parts of a law in <enbez>, by how the name begins.
struct Part {
  std::string_view name;
  std::string_view kind;
  std::string_view eid;
  std::string_view page;  // of the gii_site: "__238.html"
};
constexpr std::array<Part, 12> gii_parts{{{"§§", "section", "sec", ""},
                                      {"§", "section", "sec", "__"},
                                      {"Artikel", "article", "art", "art_"},
                                      {"Art", "article", "art", "art_"},
                                      {"Anlage", "annex", "annex", ""},
                                      {"Anhang", "annex", "annex", ""},
                                      {"Eingangsformel", "formula", "formula", ""},
                                      {"Schlussformel", "formula", "formula", ""},
                                      {"Schlußformel", "formula", "formula", ""},
                                      {"Präambel", "preamble", "preamble", ""},
                                      {"Inhaltsübersicht", "", "", ""},
                                      {"Inhaltsverzeichnis", "", "", ""}}};

// The publisher's words for a provision without text. Others ("gegenstandslos") do not tell.
std::optional<model::Status> status_of(std::string_view words) {
  if (words == "(weggefallen)" || words == "(aufgehoben)") return model::Status::Repealed;
  if (words == "(zukünftig in Kraft)") return model::Status::NotInForce;
  return std::nullopt;
}

model::WorkType gii_work_type(const std::string& title) {
  const auto lower = base::lower(title);
  if (lower.starts_with("grundgesetz")) return model::WorkType::Constitution;
  const std::array<std::pair<std::string_view, model::WorkType>, 4> types{{{"gesetzbuch", model::WorkType::Code},
                                                                           {"verordnung", model::WorkType::Regulation},
                                                                           {"gesetz", model::WorkType::Act},
                                                                           {"ordnung", model::WorkType::Act}}};
  // "Gesetz zur Durchführung der Verordnung ..." is what stands first.
  auto best = std::pair(std::string::npos, model::WorkType::Other);
  for (const auto& [word, type] : types) {
    if (const auto at = lower.find(word); at < best.first) best = {at, type};
  }
  return best.second;
}

// "30.9.2024" at the start of the words
std::optional<base::Date> german_date(std::string_view words) {
  std::array<int, 3> values{};
  const char* at = words.data();
  const char* const end = at + words.size();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto [next, error] = std::from_chars(at, end, values[i]);
    if (error != std::errc{} || values[i] < 1 || (i < 2 && (next == end || *next != '.'))) return std::nullopt;
    at = i < 2 ? next + 1 : next;
  }
  return base::Date::from(values[2], static_cast<unsigned>(values[1]), static_cast<unsigned>(values[0]));
}

// The last day of a law that the publisher marks as repealed, where one date without a condition says so:
// "V aufgeh. durch Art. 4 V v. 3.6.2024 I Nr. 179 mWv 1.8.2026", "... tritt mit Ablauf des 31.12.2025 außer Kraft".
std::optional<base::Date> last_day(std::string_view comment) {
  struct Form {
    std::string_view before;
    std::string_view after;
    bool first_day_without;
  };
  constexpr std::array<Form, 3> forms{{{" mWv ", "", true}, {" mit Ablauf des ", " außer Kraft", false}, {" am ", " außer Kraft", true}}};
  for (const auto& form : forms) {
    const auto at = comment.rfind(form.before);
    if (at == std::string_view::npos || !comment.ends_with(form.after)) continue;
    const auto words = comment.substr(at + form.before.size());
    const auto date = german_date(words);
    const auto digits = words.find_first_not_of("0123456789.");
    if (!date || words.substr(std::min(digits, words.size())) != form.after) continue;
    return form.first_day_without ? date->previous() : date;
  }
  return std::nullopt;
}

class GiiReader {
 public:
  GiiReader(const XmlDocument& document, const Output& output) : document_(document), output_(output) {}

  void run() {
    bool first = true;
    for (const auto norm : document_.root().children()) {
      if (local_name(norm) != "norm" || document_.is_cut_off(norm)) continue;
      if (first && !work(norm)) return;
      first = false;
      add(norm);
    }
    if (!first) output_.work(std::move(read_));
  }

 private:
  bool work(pugi::xml_node norm) {
    const auto data = child(norm, "metadaten");
    auto& work = read_.work;
    const auto name = gii_words(child(data, "jurabk"));
    if (name.empty()) {
      output_.diagnostic(
          document_.diagnostic(norm, "no <jurabk>, the abbreviation that a law is known by", "it cannot be cited; left out"));
      return false;
    }
    work.jurisdiction = "DE";  // the format is that of one publisher
    work.iri = model::work_iri("de", "act", {}, {}, name);
    work.title = gii_words(child(data, "kurzue"));
    if (work.title.empty()) work.title = gii_words(child(data, "langue"));
    work.type = gii_work_type(work.title);
    work.number = name;
    work.date = base::Date::parse(gii_words(child(data, "ausfertigung-datum")));
    work.source_url = fmt::format("{}/{}/", gii_site, folder(name));
    auto built = std::string(attribute(document_.root(), "builddate").substr(0, 8));
    if (built.size() == 8) built.insert(6, "-").insert(4, "-");
    version_ = base::Date::parse(built);
    for (const auto node : data.children()) {
      if (local_name(node) == "standangabe" && gii_words(child(node, "standtyp")) == "Aufh")
        last_day_ = last_day(gii_words(child(node, "standkommentar")));
    }
    return true;
  }

  // "M_nzG 2002" -> "m_nzg_2002": how the gii_site names its folders.
  static std::string folder(const std::string& name) {
    std::string result;
    for (std::size_t i = 0; i < name.size();) {
      const char32_t c = base::decode(name, i);
      if (c >= 'A' && c <= 'Z') {
        result += static_cast<char>(c - 'A' + 'a');
      } else {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        result += plain ? static_cast<char>(c) : '_';
      }
    }
    return result;
  }

  void add(pugi::xml_node norm) {
    const auto data = child(norm, "metadaten");
    if (const auto heading = child(data, "gliederungseinheit")) heading_of_part(heading);
    const auto name = gii_words(child(data, "enbez"));
    auto text = gii_text(child(norm, {"textdaten", "text"}));
    if (name.empty()) {
      if (!text.empty()) loose(norm, std::move(text));
      return;
    }
    const Part* part = part_of(name);
    if (part != nullptr && part->kind.empty()) return;  // a table of contents
    model::Provision provision = start(norm, std::move(text));
    provision.heading = gii_words(child(data, "titel"));
    provision.num = number_of(name);
    if (auto status = status_of(provision.heading); status || (status = status_of(provision.text))) {
      provision.status = *status;
      provision.valid_to.reset();  // its own last day is not said
    }
    if (provision.text.empty() && provision.status == model::Status::InForce) provision.status = model::Status::Unknown;
    name_it(provision, part);
  }

  // "(XXXX) §§ 12 bis 14": a name that the publisher gave to what the law itself left without one.
  static std::string number_of(std::string name) {
    constexpr std::string_view gone = "(XXXX)";
    if (name.starts_with(gone)) name.erase(0, gone.size());
    return base::squeeze(name);
  }

  const Part* part_of(const std::string& name) const {
    const auto number = number_of(name);
    for (const auto& part : gii_parts) {
      if (std::string_view(number).starts_with(part.name)) return &part;
    }
    return nullptr;
  }

  void name_it(model::Provision& provision, const Part* part) {
    std::string eid;
    if (part == nullptr) {
      provision.kind = "part";  // "I.", "Muster 3"
      eid = model::iri_component(provision.num);
      if (eid.empty()) eid = "part";
    } else {
      provision.kind = part->kind;
      const bool numbered = part->kind == "section" || part->kind == "article";
      const auto name = std::string_view(provision.num);
      const auto rest = base::trim(name.substr(part->name.size()));
      const auto number = numbered ? numbers_in(rest) : model::iri_component(rest);
      if (!part->page.empty() && number.find('-') == std::string::npos)
        provision.url = fmt::format("{}{}{}.html", read_.work.source_url, part->page, number);
      provision.num = part->kind == "formula" || part->kind == "preamble" ? "" : rest;
      eid = std::string(part->eid) + (number.empty() || provision.num.empty() ? "" : "_" + number);
      if (!numbered) provision.path.clear();  // behind the last part, not in it
    }
    provision.iri.eid = eids_.unique(eid);
    read_.provisions.push_back(std::move(provision));
  }

  // "12 bis 14", "12, 13 und 14" -> "12-14", "12-13-14"
  static std::string numbers_in(std::string_view words) {
    std::string result;
    bool first = true;
    for (std::size_t i = 0; i < words.size();) {
      const auto end = std::min(words.find(' ', i), words.size());
      const auto word = words.substr(i, end - i);
      if (first || word.find_first_of("0123456789") != std::string_view::npos)
        result += (result.empty() ? "" : "-") + model::eid_number(word);
      first = false;
      i = end + 1;
    }
    return result;
  }

  // <gliederungskennzahl> has three digits a level: 010 is part 1, 010020 its second chapter.
  void heading_of_part(pugi::xml_node heading) {
    const auto level = gii_words(child(heading, "gliederungskennzahl")).size() / 3;
    auto title = gii_words(child(heading, "gliederungsbez"));
    const auto rest = gii_words(child(heading, "gliederungstitel"));
    if (!title.empty() && !rest.empty()) title += ' ';
    title += rest;
    if (level == 0 || level > 16 || title.empty()) return;
    path_.resize(std::min(path_.size(), level - 1));
    path_.push_back(std::move(title));
  }

  // Words of a whole law without sections, or of a part before its sections.
  void loose(pugi::xml_node norm, std::string&& text) {
    auto provision = start(norm, std::move(text));
    const bool is_part = !path_.empty();
    provision.kind = is_part ? "part" : "act";
    if (is_part) provision.path.pop_back();
    if (is_part) provision.heading = path_.back();
    provision.iri.eid = eids_.unique(is_part ? "part" : "body");
    read_.provisions.push_back(std::move(provision));
  }

  model::Provision start(pugi::xml_node norm, std::string&& text) const {
    model::Provision provision;
    provision.iri = {read_.work.iri, model::iso639_3("de"), version_ ? version_->iso() : std::string(), {}};
    provision.jurisdiction = read_.work.jurisdiction;
    provision.lang = "de";
    provision.path = path_;
    provision.text = std::move(text);
    provision.valid_to = last_day_;
    provision.status = last_day_ && version_ && *version_ > *last_day_ ? model::Status::Repealed : model::Status::InForce;
    provision.source = document_.source(norm);
    return provision;
  }

  const XmlDocument& document_;
  const Output& output_;
  ReadWork read_;
  std::optional<base::Date> version_;   // the day the publisher built the file
  std::optional<base::Date> last_day_;  // of the whole law
  std::vector<std::string> path_;
  EidRegistry eids_;
};

}  // namespace

int is_gii(const XmlStart& start) {
  if (start.name != "dokumente") return 0;
  return start.tag.find("builddate=") != std::string::npos || start.bytes.find("gii-norm.dtd") != std::string_view::npos ||
                 start.bytes.find("<norm") != std::string_view::npos
             ? 90
             : 0;
}

void read_gii(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load_readable_part(file, output);
  if (!document) return;
  GiiReader(*document, output).run();
}

}  // namespace synoptic::read
