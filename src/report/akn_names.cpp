#include "report/akn_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "model/iri.h"
#include "read/legislation_gov_uk.h"

namespace synoptic::report {

namespace {

// Group ANhier of the schema.
constexpr std::array<std::string_view, 27> hierarchy{
    "clause", "section", "part", "paragraph", "chapter", "title", "article", "book", "tome", "division", "list", "point", "indent", "alinea",
    "rule", "subrule", "proviso", "subsection", "subpart", "subparagraph", "subchapter", "subtitle", "subdivision", "subclause", "sublist",
    "level", "transitional"};

bool is_hierarchy(std::string_view name) { return std::find(hierarchy.begin(), hierarchy.end(), name) != hierarchy.end(); }

std::string_view without_punctuation(std::string_view word) {
  while (!word.empty() && std::string_view(".:,;").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

bool is_punctuation(std::string_view word) { return word == ":" || word == "-" || word == "—" || word == "–" || word == "."; }

// "12", "IV", "Ier", "B", "2A", "(a)": what can number a division.
bool is_number(std::string_view word) {
  word = without_punctuation(word);
  if (word.empty()) return false;
  const auto roman = word.find_first_not_of("IVXLCDM");
  return word.size() == 1 || word.find_first_of("0123456789") == 0 || roman == std::string_view::npos || word.substr(roman) == "er" || word.substr(roman) == "ER";
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i <= text.size();) {
    const auto end = std::min(text.find(' ', i), text.size());
    words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

AknName division_name(std::string_view element) {
  if (element.empty()) return {"hcontainer", "division"};
  return is_hierarchy(element) ? AknName{std::string(element), ""} : AknName{"hcontainer", std::string(element)};
}

}  // namespace

AknName akn_provision_name(std::string_view kind) {
  if (kind == "schedule_paragraph") return {"paragraph", ""};
  if (is_hierarchy(kind)) return {std::string(kind), ""};
  return {"hcontainer", kind.empty() ? std::string("provision") : std::string(kind)};
}

AknDivision akn_division(std::string_view title, std::string_view lang, const extract::DivisionWords& words) {
  const auto parts = words_of(title);
  std::size_t numbered = 0;  // words of the number
  std::string number;
  auto element = words.element(lang, without_punctuation(parts[0]));
  if (!element.empty() && parts.size() == 1) {  // "SCHEDULE"
    numbered = 1;
  } else if (!element.empty()) {  // "Part 2 Harassment"; where a dash joins number and heading, all of it is the heading: "TITLE I—MONEY"
    const auto word = parts[1].substr(0, parts[1].find("—"));
    if (is_number(word)) number = without_punctuation(word);
    if (is_number(parts[1])) numbered = 2;
  } else if (parts.size() > 1) {  // "Première partie : ..."
    const auto second = without_punctuation(parts[1]);
    if (parts.size() == 2 || is_punctuation(parts[2]) || second != parts[1]) element = words.element(lang, second);
    if (!element.empty()) {
      numbered = 2;
      number = parts[0];
    }
  }
  if (numbered > 0 && numbered < parts.size() && is_punctuation(parts[numbered])) ++numbered;
  AknDivision division{division_name(element), "", "", "", model::eid_number(number)};
  const std::size_t split = numbered == 0 ? 0 : static_cast<std::size_t>(parts[numbered - 1].data() + parts[numbered - 1].size() - title.data());
  division.num = title.substr(0, split);
  division.heading = title.substr(std::min(title.size(), split == 0 ? 0 : split + 1));
  division.prefix = read::eid_prefix(element.empty() ? std::string_view("hcontainer") : element);
  return division;
}

std::string AknIds::unique(std::string_view wish) {
  std::string id;
  for (std::size_t i = 0; i < wish.size();) {
    const std::size_t start = i;
    const char32_t c = base::decode(wish, i);
    if (c < 0x20 || base::is_space(c)) {
      id.push_back('-');
    } else {
      id.append(wish, start, i - start);
    }
  }
  if (id.empty()) id = "body";
  const std::string stem = id;
  for (int count = 2; !used_.insert(id).second; ++count) id = stem + "__" + std::to_string(count);
  return id;
}

}  // namespace synoptic::report
