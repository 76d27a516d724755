#include "model/iri.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace synoptic::model {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 26> languages{{
    {"en", "eng"}, {"fr", "fra"}, {"de", "deu"}, {"it", "ita"}, {"ur", "urd"}, {"cy", "cym"}, {"gd", "gla"}, {"ga", "gle"}, {"es", "spa"},
    {"nl", "nld"}, {"da", "dan"}, {"sv", "swe"}, {"fi", "fin"}, {"no", "nor"}, {"nb", "nob"}, {"nn", "nno"}, {"et", "est"}, {"hi", "hin"},
    {"bn", "ben"}, {"af", "afr"}, {"xh", "xho"}, {"zu", "zul"}, {"sw", "swa"}, {"rm", "roh"}, {"pt", "por"}, {"haw", "haw"},
}};

// "eng@2024-01-01", "eng": with a version any short code will do, without one only a known language ("/akn/us-hi/act/hrs" is a work).
bool is_language(std::string_view part) {
  const auto mark = part.find_first_of("@:");
  const auto code = part.substr(0, mark);
  if (code.size() < 2 || code.size() > 3) return false;
  for (const char c : code) {
    if (c < 'a' || c > 'z') return false;
  }
  if (mark != std::string_view::npos) return true;
  for (const auto& [two, three] : languages) {
    if (code == two || code == three) return true;
  }
  return false;
}

bool is_ascii_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::optional<Iri> Iri::parse(std::string_view text) {
  if (!text.starts_with("/akn/")) return std::nullopt;
  Iri iri;
  auto rest = text;
  if (const auto mark = rest.find("/~"); mark != std::string_view::npos) {
    iri.eid = rest.substr(mark + 2);
    rest = rest.substr(0, mark);
  } else if (const auto main = rest.find("/!"); main != std::string_view::npos) {
    const auto tilde = rest.find('~', main);
    if (tilde != std::string_view::npos) iri.eid = rest.substr(tilde + 1);
    rest = rest.substr(0, main);
  }
  while (rest.ends_with('/')) rest.remove_suffix(1);
  // The expression is the last component that looks like a language, behind at least country, type and one more.
  const auto slash = rest.rfind('/');
  const auto last = rest.substr(slash + 1);
  std::size_t depth = 0;
  for (const char c : rest.substr(0, slash)) depth += c == '/';
  if (depth >= 3 && is_language(last)) {
    const auto at = last.find('@');
    iri.lang = last.substr(0, at);
    if (at != std::string_view::npos) iri.version = last.substr(at + 1);
    rest = rest.substr(0, slash);
  }
  iri.work = rest;
  std::size_t parts = 0;
  for (const char c : rest) parts += c == '/';
  if (parts < 3) return std::nullopt;
  return iri;
}

std::string Iri::expression() const {
  std::string text = work;
  if (!lang.empty()) {
    text += "/" + lang;
    if (!version.empty()) text += "@" + version;
  }
  return text;
}

std::string Iri::str() const {
  std::string text = expression();
  if (!eid.empty()) text += "/~" + eid;
  return text;
}

std::string_view Iri::country() const {
  if (work.size() < 6) return {};
  const auto rest = std::string_view(work).substr(5);
  return rest.substr(0, rest.find('/'));
}

Iri Iri::with_eid(std::string_view id) const {
  Iri result = *this;
  result.eid = id;
  return result;
}

std::string work_iri(std::string_view jurisdiction, std::string_view type, std::string_view subtype, std::string_view date, std::string_view number) {
  std::string iri = "/akn/" + base::lower(jurisdiction) + "/" + iri_component(type);
  for (const auto part : {subtype, date, number}) {
    if (!part.empty()) iri += "/" + iri_component(part);
  }
  return iri;
}

std::string iri_component(std::string_view text) {
  std::string result;
  for (const char c : base::fold(text)) {
    if (is_ascii_alnum(c) || c == '.' || c == '_') {
      result.push_back(c);
    } else if (!result.empty() && result.back() != '-') {
      result.push_back('-');
    }
  }
  while (!result.empty() && (result.back() == '-' || result.back() == '.')) result.pop_back();
  return result;
}

std::string eid_number(std::string_view number) {
  std::string result;
  for (std::size_t i = 0; i < number.size();) {
    const std::size_t start = i;
    const char32_t c = base::decode(number, i);
    const bool dash = c == '-' || (c >= 0x2010 && c <= 0x2014);
    if (base::is_letter(c) || base::is_digit(c)) {
      result.append(number, start, i - start);
    } else if (dash || (c == '.' && !result.empty() && base::is_digit(static_cast<unsigned char>(result.back())))) {
      result.push_back(dash ? '-' : '.');
    } else if (c == '_' || c == '/' || c == ':') {
      result.push_back('-');
    }
  }
  while (!result.empty() && (result.back() == '.' || result.back() == '-')) result.pop_back();
  if (result.starts_with("1er")) result.erase(1, 2);  // French laws write the first article in one of two ways
  return result;
}

std::string iso639_3(std::string_view code) {
  const auto primary = code.substr(0, code.find('-'));
  for (const auto& [two, three] : languages) {
    if (two == primary) return std::string(three);
  }
  return std::string(primary);
}

std::string bcp47(std::string_view code) {
  for (const auto& [two, three] : languages) {
    if (three == code) return std::string(two);
  }
  return std::string(code);
}

}  // namespace synoptic::model
