#include "read/footnotes.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/note_words.h"

namespace synoptic::read {

namespace {

constexpr std::size_t full_line = 100;
constexpr std::size_t longest_note = 8;  // lines

constexpr auto first_letters = [] {
  std::array<bool, 256> all{};
  for (const auto opener : note_openers) all[static_cast<unsigned char>(opener.front())] = true;
  return all;
}();

std::string_view after_number(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && i < 4 && line[i] >= '0' && line[i] <= '9') ++i;
  return i == 0 || i > 3 ? std::string_view{} : base::trim(line.substr(i));
}

// "1The Code has been declared in force ...": a number run together with a capitalised word.
bool is_run_together(std::string_view line) {
  const auto letter = line.find_first_not_of("0123456789");
  if (letter == 0 || letter > 3 || letter == std::string_view::npos || letter + 1 >= line.size()) return false;
  return line[letter] >= 'A' && line[letter] <= 'Z' && line[letter + 1] >= 'a' && line[letter + 1] <= 'z';
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == ' ' || line.back() == ')' || line.back() == ']')) line.remove_suffix(1);
  if (line.ends_with("”") || line.ends_with("’")) line.remove_suffix(3);
  if (!line.ends_with('.')) return false;
  // "s." and "Sch." at the end of a line are cut in the middle of a reference.
  const auto word = line.substr(std::min(line.size(), line.find_last_of(" (") + 1));
  // So are "w.e.f." and "N.W.F.P.", but not "s.2.".
  const bool initials = word.size() > 3 && word.find('.') < word.size() - 1 && (word[word.size() - 2] < '0' || word[word.size() - 2] > '9');
  return !initials && std::find(note_short_forms.begin(), note_short_forms.end(), word) == note_short_forms.end();
}

// A page may break, and its notes follow, behind any of these; within a sentence a number run together with a word may be a slip.
bool ends_clause(std::string_view line) {
  return ends_sentence(line) || line.ends_with(';') || line.ends_with(':') || line.ends_with('_') || line.ends_with("—") || line.ends_with("―") || line.ends_with('*') ||
         line.ends_with(']');
}

// "... Act, 2022 (V of 2022), s. 2", "ss. 2 and 4": the reference is whole though no full stop follows.
bool ends_reference(std::string_view line) {
  const auto start = line.rfind("s. ");
  if (start == std::string_view::npos || start == 0 || (line[start - 1] != ' ' && line[start - 1] != 's')) return false;
  const auto numbers = line.substr(start + 3);
  return !numbers.empty() && numbers.find_first_not_of("0123456789, and") == std::string_view::npos && numbers.back() >= '0' && numbers.back() <= '9';
}

// How a note goes on behind a whole reference.
bool goes_on_behind_reference(std::string_view next) {
  return std::any_of(note_continuations.begin(), note_continuations.end(), [next](std::string_view word) { return next.starts_with(word); });
}

// Parts of a law, with which its own lines begin as well: "Chapter XVI shall ...".
bool opens_with_part(std::string_view line) {
  return std::any_of(note_parts.begin(), note_parts.end(), [line](std::string_view part) { return line.starts_with(part); });
}

bool tells_amendment(std::string_view line) {
  const auto lower = base::lower(line);
  return std::any_of(note_verbs.begin(), note_verbs.end(), [&](std::string_view verb) {
    const auto at = lower.find(verb);
    return at != std::string::npos && at > 0 && (lower[at - 1] == ' ' || lower[at - 1] == '-');
  });
}

// A note without its number, among notes.
bool opens_among_notes(std::string_view line) { return opens_footnote(line) && (!opens_with_part(line) || tells_amendment(line)); }

}  // namespace

bool opens_footnote(std::string_view line) {
  line = base::trim(line);
  if (line.empty() || !first_letters[static_cast<unsigned char>(line.front())]) return false;
  if (line.starts_with("For the purpose")) return false;  // law speaks so, notes do not
  return std::any_of(note_openers.begin(), note_openers.end(), [line](std::string_view opener) { return line.starts_with(opener); });
}

bool is_lone_marker(std::string_view line) {
  line = base::trim(line);
  if (line.empty() || line.size() > 3) return false;
  return std::all_of(line.begin(), line.end(), [](char c) { return (c >= '0' && c <= '9') || c == '*'; }) && line.front() != '*';
}

bool is_footnote(std::string_view line) {
  const auto words = after_number(base::trim(line));
  const bool section_s = words.starts_with("S. ") && (words.size() < 4 || words[3] < '0' || words[3] > '9');  // "337S. Arsh", not "1S. 153B was ins."
  return !words.empty() && !section_s && opens_footnote(words);
}

bool footnote_continues(std::string_view line, std::string_view next) {
  line = base::trim(line);
  next = base::trim(next);
  if (next.empty() || ends_sentence(line) || is_footnote(next) || is_lone_marker(next)) return false;
  if (ends_reference(line)) return goes_on_behind_reference(next);
  if (line.size() >= full_line || next.starts_with("(w.e.f")) return true;
  const char c = next.front();
  if (c >= '0' && c <= '9') return next.find_first_of(",;)") == next.find_first_not_of("0123456789");  // "Arts. 3(2) and" / "4, for ..."
  return (c >= 'a' && c <= 'z') || c == '"' || next.starts_with("“");
}

std::vector<bool> find_footnotes(const std::vector<std::string_view>& lines) {
  std::vector<bool> result(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto line = base::trim(lines[i]);
    const bool follows = i > 0 && (result[i - 1] || ends_clause(base::trim(lines[i - 1])));
    const bool note = is_footnote(line) || (follows && is_run_together(line)) || (i > 0 && result[i - 1] && opens_among_notes(line));
    const bool alone = is_lone_marker(line);
    const bool announced = alone && i + 1 < lines.size() && opens_footnote(lines[i + 1]);
    if (alone) result[i] = true;
    if (!announced && !note) continue;
    std::size_t last = announced ? i + 1 : i;
    for (std::size_t more = 0; more < longest_note && last + 1 < lines.size() && footnote_continues(lines[last], lines[last + 1]); ++more) ++last;
    std::fill(result.begin() + static_cast<std::ptrdiff_t>(i), result.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
    i = last;
  }
  return result;
}

std::string without_markers(std::string_view text, bool editorial_brackets) {
  std::string result;
  result.reserve(text.size());
  std::size_t run = 0;  // begins what is not yet copied
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    std::size_t end = i;  // of what is left out from here on
    if (c >= '0' && c <= '9') {
      std::size_t digits = i;
      while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
      if (digits - i <= 3 && digits < text.size() && (text[digits] == '[' || text[digits] == '*')) {
        end = digits;
      } else {
        i = digits;
        continue;
      }
    } else if (editorial_brackets && (c == '[' || c == ']')) {
      end = i + 1;
    } else {
      ++i;
      continue;
    }
    result.append(text, run, i - run);
    run = i = end;
  }
  result.append(text, run);
  return result;
}

}  // namespace synoptic::read
