#include "read/bare_headings.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/divisions.h"
#include "read/unit_heading.h"

namespace synoptic::read {

namespace {

namespace ascii = base::ascii;

constexpr std::size_t longest_number = 80;
constexpr std::size_t longest_bare_heading = 300;
constexpr std::size_t most_headings = 12;  // above one provision

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find(' ', start), text.size());
    if (end > start) words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

// "L110-1", "R*117", "1er", "R.", "0I"
bool is_number_word(std::string_view word) {
  return std::any_of(word.begin(), word.end(), ascii::is_digit) && std::all_of(word.begin(), word.end(), [](char c) { return ascii::is_digit(c) || ascii::is_upper(c) || ascii::is_lower(c) || c == '-' || c == '*' || c == '.'; }) &&
         !word.ends_with('.');
}

// Behind the number: "bis", "quinquies", "AB", "J", "0BA-1"
bool goes_on_as_number(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return ascii::is_digit(c) || ascii::is_upper(c) || c == '-'; })) return true;
  if (word.size() == 1) return ascii::is_lower(word.front());
  constexpr std::array<std::string_view, 4> latin{"bis", "ter", "quater", "ies"};  // quinquies, sexies, vicies
  return std::any_of(latin.begin(), latin.end(), [word](auto end) { return word.substr(0, word.find('-')).ends_with(end); });
}

bool is_bare_number(std::string_view number) {
  if (number.empty() || number.size() > longest_number) return false;
  auto words = split(number);
  if (words.size() > 1 && words.front().size() <= 3 && (words.front().ends_with('.') || words.front().ends_with('*')) && ascii::is_upper(words.front().front())) words.erase(words.begin());  // "R. 612-29", "R* 71-1"
  const auto last = number.back();
  if (last == '.' || last == ';' || last == ':' || last == ',') return false;
  // "Annexe I à l'article R5141-1", "préliminaire", "unique": words instead of a number, never a sentence.
  if (!is_number_word(words.front())) return number.find(" : ") == std::string_view::npos && (words.size() == 1 || base::fold(words.front()) == "annexe");
  return std::all_of(words.begin() + 1, words.end(), goes_on_as_number);
}

class Marker {
 public:
  Marker(std::vector<MarkdownLine>& lines, const model::TextForms& forms) : lines_(lines), forms_(forms), divisions_(forms) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_provision(i)) lines_[i].level = 5;
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].level == 0 && begins_division(i)) i = mark_headings(i);
    }
  }

 private:
  bool stands_apart(std::size_t i) const { return lines_[i].level == 0 && lines_[i].apart && !lines_[i].quoted && (i + 1 == lines_.size() || lines_[i + 1].apart); }

  bool is_provision(std::size_t i) const {
    if (!stands_apart(i) || lines_[i].text.size() > longest_number) return false;
    const auto unit = read_unit_heading(base::squeeze(lines_[i].text), {.words = forms_.unit_words, .whole = true});
    return unit && !unit->num.empty() && is_bare_number(unit->num);
  }

  bool is_heading(std::size_t i) const {
    if (!stands_apart(i)) return false;
    const auto text = base::trim(lines_[i].text);
    return text.size() <= longest_bare_heading && text.back() != ';' && text.back() != ',' && text.back() != ':' && !ascii::is_lower(text.front());
  }

  // "Livre Ier", "Section 2 : Peines", "Partie législative": the word and what tells it from its like.
  bool begins_division(std::size_t i) const {
    if (!is_heading(i)) return false;
    const auto text = base::trim(lines_[i].text);
    if (!divisions_.is_division(text)) return false;
    if (text.substr(0, 80).find(" : ") != std::string_view::npos) return true;
    const auto words = split(text);
    const auto& outermost = forms_.divisions.front();
    if (words.size() <= 4 && std::any_of(words.begin(), words.end(), [&](auto word) { return base::fold(word) == outermost; })) return true;
    if (words.size() < 2) return false;
    const auto number = words[1].substr(0, words[1].find_last_not_of(".:") + 1);
    return number.find_first_not_of("IVXLCDM0123456789er") == std::string_view::npos || (number.size() == 1 && ascii::is_upper(number.front()));
  }

  // From a division to the provision below it; without one they are no headings. Answers the last line looked at.
  std::size_t mark_headings(std::size_t first) {
    std::size_t last = first;
    const auto sentence = [this](std::size_t i) { return base::trim(lines_[i].text).ends_with('.') && !begins_division(i); };
    while (last < lines_.size() && last - first <= most_headings && lines_[last].level == 0 && is_heading(last) && !sentence(last)) ++last;
    if (last == lines_.size() || lines_[last].level != 5) return first;
    for (std::size_t i = first; i < last; ++i) lines_[i].level = 2;
    return last;
  }

  std::vector<MarkdownLine>& lines_;
  const model::TextForms& forms_;
  Divisions divisions_;
};

}  // namespace

void mark_bare_headings(std::vector<MarkdownLine>& lines, const model::TextForms& forms) {
  if (!forms.unit_words.empty() && !forms.divisions.empty()) Marker(lines, forms).run();
}

}  // namespace synoptic::read
