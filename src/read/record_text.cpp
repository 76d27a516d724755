#include "read/record_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/html_scanner.h"

namespace synoptic::read {

namespace {

namespace ascii = base::ascii;

bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// "stalking1;" -> "stalking;": a note's number behind a word in lower case.
std::string without_raised_numbers(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!ascii::is_digit(text[i]) || i < 2 || !ascii::is_lower(text[i - 1]) || !ascii::is_lower(text[i - 2])) {
      result += text[i];
      continue;
    }
    auto end = i;
    while (end < text.size() && ascii::is_digit(text[end])) ++end;
    const bool word_ends = end == text.size() || is_ascii_space(text[end]) || std::string_view(".,;:)").find(text[end]) != std::string_view::npos;
    if (end - i > 2 || !word_ends) {
      result += text[i];
      continue;
    }
    i = end - 1;
  }
  return result;
}

// "1[(b) hum]" -> "(b) hum", "2***" -> "***": numbers of notes, and the brackets that they open. Other brackets are the law's own.
std::string without_note_brackets(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::string open;  // a bracket each: 'n' of a note, 'l' of the law
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    const bool may_start = i == 0 || !ascii::is_digit(text[i - 1]);
    while (may_start && end < text.size() && end - i < 3 && ascii::is_digit(text[end])) ++end;
    if (end > i && end < text.size() && (text[end] == '[' || text[end] == '*')) {
      if (text[end] == '[') open += 'n';
      i = end + (text[end] == '[' ? 1 : 0);
      continue;
    }
    const char c = text[i++];
    if (c == '[') open += 'l';
    const bool closes_note = c == ']' && open.ends_with('n');
    if (c == ']' && !open.empty()) open.pop_back();
    if (!closes_note) result += c;
  }
  return result;
}

// "[17/2019]", "[17/2019; 15/2019]", "[Act 9 of 2006]", "[section amended by ...]": who amended it.
bool is_amendment_note(std::string_view inside) {
  if (inside.empty()) return false;
  if (inside.find_first_not_of("S0123456789/;, ") == std::string_view::npos)
    return inside.find('/') != std::string_view::npos;  // "[S 759/2022]"
  if (inside.starts_with("Act ") && inside.find(" wef ") != std::string_view::npos) return true;
  // A whole section that was put in stands in brackets as well, and it may speak of "this Act, as amended by ...".
  constexpr std::size_t longest_note = 160;
  if (inside.size() > longest_note) return false;
  for (const std::string_view verb : {" amended by ", " inserted by ", " substituted by ", " repealed by ", " added by "}) {
    if (inside.find(verb) != std::string_view::npos && inside.find(" Act ") != std::string_view::npos) return true;
  }
  return false;
}

// "Act 31 of 2022 wef 01/11/2022" at the start: its length, else 0.
std::size_t commencement_note(std::string_view text) {
  // 9 stands for digits, everything else for itself.
  constexpr std::string_view shape = "Act 9 of 9 wef 9/9/9";
  std::size_t at = 0;
  for (const char c : shape) {
    if (c != '9') {
      if (at >= text.size() || text[at] != c) return 0;
      ++at;
      continue;
    }
    const auto start = at;
    while (at < text.size() && ascii::is_digit(text[at])) ++at;
    if (at == start) return 0;
  }
  return at;
}

std::string without_amendment_notes(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    auto next = i;
    while (next < text.size() && text[next] != '[' && text[next] != 'A') ++next;
    result.append(text, i, next - i);
    if (next == text.size()) break;
    if (text[next] == 'A') {
      const auto note = commencement_note(text.substr(next));
      if (note == 0) result += 'A';
      i = next + std::max<std::size_t>(note, 1);
      continue;
    }
    const auto close = text.find_first_of("[]", next + 1);
    const bool whole = close != std::string_view::npos && text[close] == ']';
    i = whole ? close + 1 : next + 1;
    const auto bracket = text.substr(next, i - next);
    if (!whole || !is_amendment_note(base::trim(bracket.substr(1, bracket.size() - 2)))) result += bracket;
  }
  return result;
}

// "( a )" -> "(a)", "“ accessory ”" -> "“accessory”", "Gazette ." -> "Gazette."
std::string without_stray_spaces(std::string_view text) {
  constexpr std::array<std::string_view, 3> opening{"(", "“", "‘"};
  constexpr std::array<std::string_view, 7> closing{")", "”", "’", ",", ";", ".", ":"};
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ') {
      result += text[i];
      continue;
    }
    const auto rest = text.substr(i + 1);
    const bool before =
        std::any_of(closing.begin(), closing.end(), [&](auto mark) { return rest.starts_with(mark); }) && !rest.starts_with("..");
    const bool behind = std::any_of(opening.begin(), opening.end(), [&](auto mark) { return std::string_view(result).ends_with(mark); });
    if (!before && !behind) result += ' ';
  }
  return result;
}

// The word before a full stop: "subsec", "Stat" and "L" are cut short, "18", "title)", "law" and "Government" are not.
bool ends_sentence_before(std::string_view word) {
  constexpr std::array<std::string_view, 32> cut{"subsec", "subsecs", "subpar", "subpars", "par",  "pars", "ch",   "div", "cl",   "amend", "seq", "art",  "et",   "Subsec", "Subsecs", "Stat",
                                                 "Pub",    "Sept",    "Aug",    "Oct",     "Nov",  "Dec",  "Jan",  "Feb", "Mar",  "Apr",   "Art", "Cong", "Comp", "Supp",   "Rept",    "Sess"};
  if (word.empty() || std::find(cut.begin(), cut.end(), word) != cut.end()) return false;
  const char last = word.back();
  return ascii::is_digit(last) || last == ')' || last == ']' || word.ends_with("”") || (word.size() > 2 && ascii::is_lower(last));
}

// "[1]": the number of a note.
std::string without_bracketed_numbers(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto end = i + 1;
    while (text[i] == '[' && end < text.size() && ascii::is_digit(text[end])) ++end;
    if (text[i] == '[' && end > i + 1 && end < i + 4 && end < text.size() && text[end] == ']') {
      i = end;
    } else {
      result += text[i];
    }
  }
  return result;
}

// "(g) Repealed. Pub. L. 101–157": the note in the place of a subdivision, behind which the law goes on.
bool notes_repeal(std::string_view before) {
  constexpr std::array<std::string_view, 7> verbs{"Repealed", "Omitted", "Struck out", "Redesignated", "Transferred", "Renumbered", "Terminated"};
  return std::any_of(verbs.begin(), verbs.end(), [&](auto verb) { return before.ends_with(verb); });
}

std::size_t find_turn(std::string_view text, std::string_view turn) {
  auto at = text.find(turn);
  while (at != std::string_view::npos && turn.starts_with('.') && notes_repeal(text.substr(0, at))) at = text.find(turn, at + 1);
  return at;
}

// The last full stop with a space or the end of a line behind it, up to a place.
std::size_t rfind_stop(std::string_view text, std::size_t from) { return std::max(text.rfind(". ", from) + 1, text.rfind(".\n", from) + 1) - 1; }

// "1 So in original. Probably should be \"for\".": a line of its own, with what follows going on with the law.
std::string without_footnote_lines(std::string_view text) {
  std::string result;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size() - 1) + 1;
    const auto line = text.substr(start, end - start);
    const auto words = line.find_first_not_of("0123456789");
    const bool note = words != 0 && words != std::string_view::npos && (line.substr(words).starts_with(" So in original") || line.substr(words).starts_with("\u202fSo in original"));
    if (!note) result += line;
    start = end;
  }
  return result;
}

// Where editors begin to speak behind the law: the start of the first sentence with one of their turns of phrase.
std::size_t trailing_notes(std::string_view text) {
  constexpr std::array<std::string_view, 23> turns{", referred to in text, ",
                                                   "Section is comprised of ",
                                                   ", was so in the original, ",
                                                   ", referred to in introductory provisions, ",
                                                   "section was derived from section ",
                                                   ", related to authorization",
                                                   ", referred to in subsec.",
                                                   ", referred to in subsecs.",
                                                   ", referred to in par.",
                                                   ", referred to in pars.",
                                                   ", referred to in Art.",
                                                   "Section was formerly classified",
                                                   "Section was enacted as part of",
                                                   "For complete classification of this Act to the Code",
                                                   "set out as a note under",
                                                   " note under section ",
                                                   ", was in the original ",
                                                   ". Pub. L. ",
                                                   "Amendment by Pub. L.",
                                                   "So in original.",
                                                   "A prior section ",
                                                   "Section, Pub. L. ",
                                                   "prior to editorial reclassification"};
  std::size_t first = std::string_view::npos;
  for (const auto turn : turns) first = std::min(first, find_turn(text, turn));
  if (first == std::string_view::npos || first == 0) return first;
  // Back to behind a full stop that ends a sentence, not an abbreviation; without one all of it is a note.
  for (auto at = rfind_stop(text, first); at != std::string_view::npos && at > 1; at = rfind_stop(text, at - 1)) {
    const auto from = text.find_last_of(" .\n(", at - 1) + 1;  // npos + 1 is the start
    if (at + 2 < text.size() && ascii::is_upper(text[at + 2]) && ends_sentence_before(text.substr(from, at - from))) return at + 1;
  }
  return 0;
}

std::string_view without_dashes(std::string_view text) {
  for (bool more = true; more;) {
    text = base::trim(text);
    more = false;
    for (const std::string_view mark : {"—", "–", "-", "."}) {
      if (!text.starts_with(mark)) continue;
      text.remove_prefix(mark.size());
      more = true;
    }
  }
  return text;
}

// "2. —(1) In this Act" -> "(1) In this Act"; "41. Disorderly conduct Any person" -> "Any person"; "Crimes open to all.--(1)" -> "(1)"
std::string_view without_head(std::string_view text, std::string_view number, std::string_view heading) {
  auto rest = base::trim(text);
  bool numbered = false;
  for (const auto& label : {std::string(number) + ".", "(" + std::string(number) + ")."}) {
    if (numbered || number.empty() || !rest.starts_with(label)) continue;
    rest = base::trim(rest.substr(label.size()));
    numbered = true;
  }
  const bool headed = !heading.empty() && rest.starts_with(heading) && (rest.size() == heading.size() || !ascii::is_letter(rest[heading.size()]));
  if (!headed) return numbered ? without_dashes(rest) : text;
  const auto behind = rest.substr(heading.size());
  const auto words = base::trim(behind.starts_with('.') ? behind.substr(1) : behind);
  const bool dash = words.starts_with("--") || words.starts_with("—") || words.starts_with("–");
  return numbered || dash ? without_dashes(behind) : text;
}

// The length of "(a)", "(12A)", "(iv)" at the start; 0 if there is no such label.
std::size_t label_length(std::string_view text) {
  if (!text.starts_with('(')) return 0;
  const auto end = text.substr(0, 7).find(')');
  if (end == std::string_view::npos || end < 2) return 0;
  const auto inside = text.substr(1, end - 1);
  const auto digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
  const auto rest = inside.substr(digits);
  if (!std::all_of(rest.begin(), rest.end(), ascii::is_letter)) return 0;
  const bool mixed = std::any_of(rest.begin(), rest.end(), ascii::is_lower) && std::any_of(rest.begin(), rest.end(), ascii::is_upper);
  return mixed || digits > 3 || rest.size() > (digits > 0 ? 2u : 4u) ? 0 : end + 1;
}

bool ends_with_word(std::string_view text, std::string_view word) {
  return text.ends_with(word) && text.size() > word.size() && is_ascii_space(text[text.size() - word.size() - 1]);
}

// What stood before a label lets it begin a line: a mark that ends a part, not the middle of a reference ("sections 3(1), (2) and (4)").
bool may_end_line(std::string_view before) {
  before = base::trim(before);
  for (const std::string_view word : {"and", "or"}) {
    if (!ends_with_word(before, word)) continue;
    before = base::trim(before.substr(0, before.size() - word.size()));
    if (!before.ends_with(';') && !before.ends_with(',')) return false;
    break;
  }
  for (const std::string_view mark : {";", ":", "—", "–", "--", ":-"}) {
    if (before.ends_with(mark)) return true;
  }
  if (before.ends_with(',')) {
    before = base::trim(before.substr(0, before.size() - 1));
    return !before.empty() && !ascii::is_digit(before.back()) && before.back() != ')';
  }
  if (!before.ends_with('.') && !before.ends_with(".]") && !before.ends_with(";]")) return false;
  const auto word = base::lower(before.substr(before.find_last_of(" \n(") + 1));
  constexpr std::array<std::string_view, 11> cut{"s.", "ss.", "sec.", "no.", "nos.", "art.", "arts.", "cl.", "reg.", "para.", "r."};
  return std::find(cut.begin(), cut.end(), word) == cut.end();
}

// Words that begin a part of a section in the drafting of British India and its heirs.
bool begins_part(std::string_view text) {
  for (const std::string_view word :
       {"Provided that", "Provided further", "Provided also", "Provided,", "Explanation", "Illustration", "Exception"}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

// The first bytes of a quotation mark and of the words that begin a part: whatever else begins a word begins no line.
bool may_begin(char c) {
  return c == '"' || c == 'P' || c == 'E' || c == 'I' || c == "“"[0];
}

}  // namespace

std::string with_lines(std::string_view text) {
  std::string result;
  result.reserve(text.size() + 64);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto rest = text.substr(i);
    bool line = false;
    if (i > 0 && text[i] == '(') {
      line = label_length(rest) > 0 && may_end_line(result);
    } else if (i > 0 && is_ascii_space(text[i - 1]) && may_begin(text[i])) {
      const auto before = base::trim(result);
      const bool ended = before.ends_with('.') || before.ends_with(':') || before.ends_with(';') || before.ends_with(']');
      const bool term =
          (rest.starts_with("“") || rest.starts_with('"')) && (before.ends_with(';') || before.ends_with("—") || before.ends_with("--"));
      line = term || (ended && begins_part(rest));
    }
    if (line) {
      while (!result.empty() && is_ascii_space(result.back())) result.pop_back();
      if (!result.empty()) result += '\n';
    }
    result += text[i];
  }
  return result;
}

std::string record_text(std::string_view raw, std::string_view number, std::string_view heading, const RecordStyle& style) {
  for (const auto mark : style.notes_begin) {
    if (!mark.empty()) raw = raw.substr(0, raw.find(mark));
  }
  std::string text = raw.find("&#") == std::string_view::npos ? std::string(raw) : decode_html(raw);
  if (style.trailing_notes) {
    text = without_footnote_lines(without_bracketed_numbers(text));
    text.resize(std::min(trailing_notes(text), text.size()));
  }
  if (style.amendment_notes) text = without_amendment_notes(text);
  if (style.markers) text = without_raised_numbers(without_note_brackets(text));
  if (style.repeats_head) text = std::string(without_head(text, number, heading));
  std::string lines;
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    auto line = base::squeeze(std::string_view(text).substr(start, end - start));
    if (style.stray_spaces) line = without_stray_spaces(line);
    if (style.flat) line = with_lines(line);
    if (!line.empty()) lines += (lines.empty() ? "" : "\n") + line;
    start = end + 1;
  }
  return lines;
}

std::string record_heading(std::string_view raw, const RecordStyle& style) {
  auto heading = base::squeeze(style.markers ? without_note_brackets(raw) : std::string(raw));
  while (heading.ends_with('.') || heading.ends_with('-')) heading.pop_back();
  return heading;
}

bool is_repeal_note(std::string_view text) {
  text = base::trim(text);
  if (text.empty() || text.size() > 200) return false;
  const auto lower = base::lower(text);
  std::string_view rest = lower;
  if (rest.starts_with('[')) {
    const auto close = rest.find(']');
    if (close == std::string_view::npos) return false;
    const auto inside = base::trim(rest.substr(1, close - 1));
    const auto behind = base::trim(rest.substr(close + 1));
    rest = behind.empty() ? inside : behind;
  }
  while (!rest.empty() && (rest.front() == '-' || rest.front() == ' ' || rest.front() == '.')) rest.remove_prefix(1);
  for (const std::string_view word : {"repealed", "rep. by", "rep by", "omitted", "abrog"}) {
    if (rest.starts_with(word)) return true;
  }
  return false;
}

}  // namespace synoptic::read
