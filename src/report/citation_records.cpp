#include "report/citation_records.h"

#include <array>

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace synoptic::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view note_mark = "IRI: ";

std::string note_of(const CitationRecord& record) { return std::string(note_mark) + record.iri.str(); }

std::string language_of(const CitationRecord& record) { return model::bcp47(record.law.lang); }

// The year of a law: of its date, else of its number's year where the title ends with one.
Json date_parts(const base::Date& date) {
  const auto ymd = date.ymd();
  return {{"date-parts", Json::array({Json::array({static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())})})}};
}

// CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
std::string write_csl(const CitationRecord& record) {
  const auto& work = record.law.work;
  const bool bill = work.type == model::WorkType::Bill;
  Json item{{"id", record.iri.str()}, {"type", bill ? "bill" : work.type == model::WorkType::Regulation ? "regulation" : "legislation"}, {"title", work.title}};
  if (work.type == model::WorkType::Code) item["container-title"] = work.title;
  if (!work.number.empty()) item["number"] = work.number;
  if (!record.place.empty()) item["section"] = record.place;
  if (work.date) item["issued"] = date_parts(*work.date);
  if (!record.law.version.empty()) item["version"] = record.law.version;
  if (!record.jurisdiction.empty()) item["jurisdiction"] = record.jurisdiction;
  if (!record.law.lang.empty()) item["language"] = language_of(record);
  if (!record.url.empty()) item["URL"] = record.url;
  item["note"] = note_of(record);
  return Json::array({std::move(item)}).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// Characters that TeX reads as commands; the others are UTF-8, as biber and Zotero read it.
std::string tex(std::string_view text) {
  std::string result;
  for (const char c : base::squeeze(text)) {
    switch (c) {
      case '\\': result += "\\textbackslash{}"; break;
      case '~': result += "\\textasciitilde{}"; break;
      case '^': result += "\\textasciicircum{}"; break;
      case '{': case '}': case '#': case '$': case '%': case '&': case '_':
        result += '\\';
        [[fallthrough]];
      default: result += c;
    }
  }
  return result;
}

// "ukpga-1986-64-sec-4A"
std::string bibtex_key(const CitationRecord& record) {
  std::string key;
  for (const char c : record.iri.work.substr(record.iri.work.find('/', 5) + 1) + (record.iri.eid.empty() ? "" : "-" + record.iri.eid)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain || (!key.empty() && key.back() != '-')) key += plain ? c : '-';
  }
  return key;
}

std::string write_bibtex(const CitationRecord& record) {
  const auto& work = record.law.work;
  std::string text = "@misc{" + bibtex_key(record);
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += ",\n  " + std::string(name) + " = {" + value + "}";
  };
  field("title", "{" + tex(work.title) + (record.place.empty() ? "" : ", " + tex(record.place)) + "}");
  field("number", tex(work.number));
  if (work.date) field("year", std::to_string(work.date->year())), field("date", work.date->iso());
  field("version", record.law.version);
  field("address", tex(record.jurisdiction));
  field("langid", language_of(record));
  field("url", base::squeeze(record.url));
  field("note", tex(note_of(record)));
  return text + "\n}\n";
}

// RIS, types STAT and BILL: https://en.wikipedia.org/wiki/RIS_(file_format); a tag a line, two spaces, a dash, CR LF.
std::string write_ris(const CitationRecord& record) {
  const auto& work = record.law.work;
  std::string text;
  const auto tag = [&](std::string_view name, std::string_view value) {
    if (!value.empty() || name == "ER") text += std::string(name) + "  - " + base::squeeze(value) + "\r\n";
  };
  tag("TY", work.type == model::WorkType::Bill ? "BILL" : "STAT");
  tag("TI", work.title);
  tag("M1", work.number);
  tag("SE", record.place);
  if (work.date) tag("DA", work.date->iso().replace(4, 1, "/").replace(7, 1, "/"));
  tag("ET", record.law.version);
  tag("CY", record.jurisdiction);
  tag("LA", language_of(record));
  tag("UR", record.url);
  tag("N1", note_of(record));
  tag("ER", "");
  return text;
}

constexpr std::array formats{
    CitationRecordFormat{"csl-json", "Citation Style Language, for Zotero, pandoc, citeproc", write_csl},
    CitationRecordFormat{"bibtex", "BibTeX and biblatex", write_bibtex},
    CitationRecordFormat{"ris", "RIS, for Zotero, EndNote, Mendeley", write_ris},
};

// TeX's escapes undone, as far as tex() makes them.
std::string plain(std::string_view text) {
  std::string result;
  constexpr std::string_view tilde = "\\textasciitilde{}";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with(tilde)) {
      result += '~';
      i += tilde.size() - 1;
    } else if (text[i] != '\\') {
      result += text[i];
    }
  }
  return result;
}

}  // namespace

std::span<const CitationRecordFormat> citation_record_formats() { return formats; }

std::optional<model::Iri> iri_of_record(std::string_view text) {
  text = base::trim(text);
  const bool record = text.starts_with('@') || text.starts_with('[') || text.starts_with('{') || text.starts_with("TY  -");
  const auto mark = text.find(note_mark);
  if (!record || mark == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(mark + note_mark.size());
  const auto iri = plain(line.substr(0, line.find_first_of("\r\n\"")));
  return model::Iri::parse(std::string_view(iri).substr(0, iri.find_first_of(",} ")));
}

}  // namespace synoptic::report
