#include "resolve/citation_place.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "base/utf8.h"
#include "model/iri.h"
#include "resolve/citation_resolver.h"

namespace synoptic::resolve {

namespace {

struct Step {
  std::string kind;    // "section"
  std::string number;  // "4A"; empty for a schedule without one
};

// What provisions are; the steps below one are a pinpoint.
constexpr std::array<std::string_view, 5> provisions{"section", "article", "regulation", "rule", "paragraph"};
constexpr std::array<std::string_view, 10> pinpoints{"subsection", "paragraph", "subparagraph", "clause", "subclause", "point", "alinea", "indent", "item", "list"};

struct Levels {
  std::string_view unit;
  std::array<std::string_view, 5> below;  // eId prefixes, outermost first
};
constexpr std::array<Levels, 2> levels{{{"section", {"subsec", "para", "subpara", "cl", "subcl"}}, {"paragraph", {"subpara", "cl", "subcl", "point", "indent"}}}};
constexpr std::array<std::string_view, 5> other_levels{"para", "subpara", "cl", "subcl", "point"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> deeper_kinds{
    {{"cl", "clause"}, {"subcl", "subclause"}, {"al", "alinea"}, {"point", "point"}, {"item", "item"}, {"indent", "indent"}}};

// The number of a provision as eIds have it ("4A", "222-33-1-1", "L1153-1"), or capitals ("IV", "A").
constexpr std::string_view number_with_digits = R"((?:[A-Za-z]{1,2}\.\s*)?[A-Za-z]{0,2}[0-9][0-9A-Za-z]*(?:[.\-\x{2010}-\x{2014}][0-9A-Za-z]+)*)";
constexpr std::string_view number_of_letters = "(?-i:[A-Z]{1,6})";

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <class List>
bool is_one_of(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

std::string kind_of(std::string_view prefix) {
  for (const auto& [short_name, kind] : deeper_kinds) {
    if (prefix == short_name) return std::string(kind);
  }
  return kind_of_prefix(prefix);
}

// The steps of an eId as they stand: "sched_1", "para_2", and a counter ("2") where a source prints a number twice.
std::vector<std::string_view> pieces_of(std::string_view eid) {
  std::vector<std::string_view> pieces;
  while (!eid.empty()) {
    const auto end = eid.find("__");
    pieces.push_back(eid.substr(0, end));
    if (end == std::string_view::npos) break;
    eid.remove_prefix(end + 2);
  }
  return pieces;
}

Step step_of(std::string_view piece) {
  const auto mark = piece.find('_');
  return {kind_of(piece.substr(0, mark)), mark == std::string_view::npos ? std::string() : std::string(piece.substr(mark + 1))};
}

bool is_counter(std::string_view piece) { return !piece.empty() && piece.find_first_not_of("0123456789") == std::string_view::npos; }

std::vector<Step> steps_of(std::string_view eid) {
  std::vector<Step> steps;
  for (const auto piece : pieces_of(eid)) {
    if (!is_counter(piece)) steps.push_back(step_of(piece));
  }
  return steps;
}

bool is_number(std::string_view number) {
  static const RE2 shape(std::string(number_with_digits) + "|" + std::string(number_of_letters));
  return RE2::FullMatch({number.data(), number.size()}, shape);
}

std::string eid_of_steps(const std::vector<Step>& steps) {
  std::string eid;
  for (const auto& step : steps) {
    if (!eid.empty()) eid += "__";
    eid += eid_prefix(step.kind);
    if (const auto number = model::eid_number(step.number); !number.empty()) eid += "_" + number;
  }
  return eid;
}

bool is_upper_roman(std::string_view text) { return !text.empty() && text.find_first_not_of("IVXLC") == std::string_view::npos; }
bool is_digits(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

std::string filled(std::string pattern, std::string_view value) {
  if (const auto place = pattern.find("{}"); place != std::string::npos) pattern.replace(place, 2, value);
  return pattern;
}

// A pattern of a pinpoint as a regular expression.
std::string below_regex(const std::string& pattern, std::string_view value) {
  const auto place = pattern.find("{}");
  const auto quoted = [](std::string_view text) {
    std::string result;
    for (const char c : text) result += c == ' ' ? std::string("\\s*") : RE2::QuoteMeta({&c, 1});
    return result;
  };
  if (place == std::string::npos) return {};
  // Bytes of a character beyond ASCII stay together.
  const std::string before = pattern.substr(0, place), after = pattern.substr(place + 2);
  const auto part = [&](const std::string& text) { return text.find_first_of("().,") == std::string::npos ? RE2::QuoteMeta(text) : quoted(text); };
  return "\\s*" + part(before) + std::string(value) + part(after);
}

// "R625-8-3" -> "R. 625-8-3"
std::string with_mark(const std::string& number, const std::string& letters) {
  const auto digit = number.find_first_of("0123456789");
  if (letters.empty() || digit == std::string::npos || digit == 0 || digit > 2 || number.find('-') == 0) return number;
  return number.substr(0, digit) + letters + number.substr(digit);
}

}  // namespace

Place split_eid(std::string_view eid) {
  Place place;
  bool in_provision = false;
  for (const auto piece : pieces_of(eid)) {
    const auto step = step_of(piece);
    const bool pinpoint = in_provision && !is_counter(piece) && is_one_of(pinpoints, step.kind) && !step.number.empty();
    if (pinpoint || !place.below.empty()) {
      place.below.push_back(step.number);
      continue;
    }
    if (!place.eid.empty()) place.eid += "__";
    place.eid += piece;
    in_provision = in_provision || is_one_of(provisions, step.kind);
  }
  return place;
}

std::string full_eid(const Place& place) {
  std::string eid = place.eid;
  const auto steps = steps_of(eid);
  const std::string_view unit = steps.empty() ? std::string_view() : std::string_view(steps.back().kind);
  const auto row = std::find_if(levels.begin(), levels.end(), [&](const Levels& one) { return one.unit == unit; });
  const auto& names = row == levels.end() ? other_levels : row->below;
  for (std::size_t i = 0; i < place.below.size(); ++i) {
    eid += "__" + std::string(names[std::min(i, names.size() - 1)]) + "_" + model::eid_number(place.below[i]);
  }
  return eid;
}

bool is_division(const Place& place) {
  constexpr std::array<std::string_view, 8> divisions{"part", "chapter", "subchapter", "title", "subtitle", "division", "book", "annex"};
  const auto steps = steps_of(place.eid);
  return !steps.empty() && is_one_of(divisions, steps.back().kind);
}

std::optional<std::string> place_path(const Place& place) {
  std::string path;
  for (const auto& step : steps_of(place.eid)) {
    if (!step.number.empty() && !is_number(step.number)) return std::nullopt;
    path += (path.empty() ? "" : "/") + step.kind + (step.number.empty() ? "" : "/" + step.number);
  }
  for (const auto& number : place.below) path += "/" + number;
  return path.empty() ? std::nullopt : std::optional(path);
}

std::optional<Place> read_place_path(std::string_view path) {
  std::vector<Step> steps;
  Place place;
  bool numbered = true;  // the last step has its number
  while (!path.empty()) {
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    const bool kind = eid_prefix(part) != part || part == "annex" || part == "book" || part == "title" || part == "part";
    if (kind) {
      steps.push_back({std::string(part), {}});
      numbered = false;
    } else if (!numbered) {
      steps.back().number = part;
      numbered = true;
    } else if (steps.empty()) {
      return std::nullopt;
    } else {
      place.below.emplace_back(part);
    }
  }
  place.eid = eid_of_steps(steps);
  return place;
}

std::string place_words(const Place& place, const PlaceWords& words) {
  const auto steps = steps_of(place.eid);
  std::string text;
  for (const auto& step : steps) {
    const auto unit = words.units.find(step.kind);
    if (unit == words.units.end() || unit->second.empty() || (!step.number.empty() && !is_number(step.number))) return "~" + full_eid(place);
    if (!text.empty()) text += words.join;
    text += unit->second.front();
    if (!step.number.empty()) text += words.between + with_mark(step.number, words.letters);
  }
  if (eid_of_steps(steps) != place.eid) {
    // What a source prints twice under one number has a counter in its eId, which no citation has: the number says it.
    const auto pieces = pieces_of(place.eid);
    if (pieces.empty() || !is_counter(pieces.back())) return "~" + full_eid(place);
  }
  for (const auto& number : place.below) {
    text += filled(is_upper_roman(number) ? words.below_roman : is_digits(number) ? words.below_digits : words.below_letters, number);
  }
  return text;
}

namespace {

// Any pinpoint below a number, as the style writes it or in brackets.
std::string below_any(const PlaceWords& words) {
  return R"((?:\s*\((?:[0-9]+[A-Za-z]{0,3}|[A-Za-z]{1,2}|[IVXLC]{1,7})\)|)" + below_regex(words.below_roman, "[IVXLC]+") + "|" + below_regex(words.below_digits, "[0-9]+[a-z]{0,3}") + "|" +
         below_regex(words.below_letters, "[a-z]{1,3}") + ")*";
}

// Reads the pinpoints at the start of the text.
void read_below(re2::StringPiece rest, Place& place) {
  static const RE2 below(R"([\s,(]*([0-9]+[A-Za-z]{0,3}|[A-Za-z]{1,7})(?:\)|°)?)");
  for (re2::StringPiece value; RE2::Consume(&rest, below, &value);) place.below.emplace_back(value.data(), value.size());
}

}  // namespace

std::string further_place_regex(const PlaceWords& words) { return "(" + std::string(number_with_digits) + below_any(words) + ")"; }

std::optional<Place> read_further_place(std::string_view text, const Place& first) {
  static const RE2 number("(" + std::string(number_with_digits) + ")");
  re2::StringPiece rest(text.data(), text.size()), value;
  auto steps = steps_of(first.eid);
  if (steps.empty() || !RE2::Consume(&rest, number, &value)) return std::nullopt;
  steps.back().number = model::eid_number(std::string(value.data(), value.size()));
  Place place{eid_of_steps(steps), {}};
  read_below(rest, place);
  return place;
}

bool is_list_of_places(std::string_view text) {
  static const RE2 several(R"((?i)^\s*(?:§\s*§|\pL{1,12}s\b))");
  return RE2::PartialMatch({text.data(), text.size()}, several);
}

std::string place_regex(const PlaceWords& words) {
  std::vector<std::string> units;
  for (const auto& [kind, names] : words.units) {
    for (const auto& name : names) {
      std::string unit = RE2::QuoteMeta(name);
      if (is_ascii_letter(name.back())) unit += "\\.?";
      if (is_ascii_letter(name.front())) unit = "\\b" + unit;  // no end of another word: "Order 2002" is no rule 2002
      units.push_back(std::move(unit));
    }
  }
  // Longer words first: "section" before "s".
  std::sort(units.begin(), units.end(), [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  std::string unit;
  for (const auto& one : units) unit += (unit.empty() ? "" : "|") + one;
  const std::string below = below_any(words);
  const std::string step = "(?:" + unit + R"()(?:\s*)" + std::string(number_with_digits) + R"(|\s+)" + std::string(number_of_letters) + R"(|\b))";
  return "((?:" + step + "(?:,?\\s*" + step + ")*" + below + R"()|~[0-9A-Za-z_.\-]+))";
}

std::optional<Place> read_place(std::string_view text, const PlaceWords& words) {
  if (text.starts_with('~')) return split_eid(text.substr(1));
  // The words of a kind, longest first over all kinds, so that "section" is not read as "s".
  std::vector<std::pair<std::string, std::string>> units;
  for (const auto& [kind, names] : words.units) {
    for (const auto& name : names) units.emplace_back(base::lower(name), kind);
  }
  std::sort(units.begin(), units.end(), [](const auto& a, const auto& b) { return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a < b; });
  static const RE2 number(R"(\.?\s*()" + std::string(number_with_digits) + "|" + std::string(number_of_letters) + ")");
  const std::string lowered = base::lower(text);
  if (lowered.size() != text.size()) return std::nullopt;  // no letter of a citation changes its length
  std::vector<Step> steps;
  Place place;
  std::size_t at = 0;
  const auto skip = [&](std::string_view marks) {
    while (at < text.size() && marks.find(text[at]) != std::string_view::npos) ++at;
  };
  for (skip(" ,"); at < text.size(); skip(" ,")) {
    const auto unit = std::find_if(units.begin(), units.end(), [&](const auto& one) {
      if (!std::string_view(lowered).substr(at).starts_with(one.first)) return false;
      const std::size_t end = at + one.first.size();
      const bool word = is_ascii_letter(one.first.back());
      return !word || end == text.size() || !is_ascii_letter(text[end]);
    });
    if (unit == units.end()) break;
    at += unit->first.size();
    re2::StringPiece rest(text.data() + at, text.size() - at), value;
    Step step{unit->second, {}};
    if (RE2::Consume(&rest, number, &value)) {
      step.number = model::eid_number(std::string(value.data(), value.size()));
      at = static_cast<std::size_t>(rest.data() - text.data());
    }
    steps.push_back(std::move(step));
  }
  read_below({text.data() + at, text.size() - at}, place);
  if (steps.empty()) return std::nullopt;
  place.eid = eid_of_steps(steps);
  return place;
}

}  // namespace synoptic::resolve
