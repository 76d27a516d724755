#include "read/guillemets.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "model/iri.h"

namespace synoptic::read {

namespace {

constexpr std::string_view opening_guillemet = "«";
constexpr std::string_view closing_guillemet = "»";
constexpr std::size_t longest_name = 160;  // bytes of the name of a code

// Words that cannot be part of a code's name, so that it ends before them; an article can, behind the words that join a name.
constexpr std::array<std::string_view, 25> name_ends{"est", "sont", "dans", "par",   "il",   "elle", "sa",  "ses", "relatif", "relative",   "relatifs", "ainsi", "a",
                                                     "ou",  "tel",  "telle", "peut", "qui",  "un",   "une", "devient", "deviennent", "au", "aux",      "sur"};
constexpr std::array<std::string_view, 3> articles{"le", "la", "les"};
constexpr std::array<std::string_view, 5> joints{"de", "à", "pour", "et", "des"};

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What may follow an "et" inside a name: "code de l'entrée et du séjour", "code monétaire et financier".
bool joins_names(std::string_view behind) {
  if (behind.starts_with(" du code") || behind.starts_with(" de la loi")) return false;
  constexpr std::array<std::string_view, 6> starts{" de ", " des ", " du ", " d'", " d’", " financier"};
  return std::any_of(starts.begin(), starts.end(), [&](auto start) { return behind.starts_with(start); });
}

// "code de la santé publique est ainsi modifié" -> "code de la santé publique"
std::string code_name(std::string_view text) {
  text = text.substr(0, longest_name);
  text = text.substr(0, text.find_first_of(",;:.()\n"));
  std::string_view last = "code";
  std::size_t end = last.size();
  while (end < text.size()) {
    const auto start = std::min(text.find_first_not_of(' ', end), text.size());
    const auto word = text.substr(start, text.find(' ', start) - start);
    const auto after = start + word.size();
    const bool stops = is_one_of(word, name_ends) || (is_one_of(word, articles) && !is_one_of(last, joints)) || (word == "et" && !joins_names(text.substr(after)));
    if (word.empty() || stops) break;
    end = after;
    last = word;
  }
  return base::squeeze(text.substr(0, end));
}

// "loi n° 2004-575 du 21 juin 2004" -> "2004-575"
std::string law_number(std::string_view behind) {
  constexpr std::string_view mark = "n°";
  if (!behind.starts_with(mark)) return {};
  auto rest = behind.substr(mark.size());
  while (rest.starts_with(' ') || rest.starts_with("\u00A0")) rest.remove_prefix(rest.front() == ' ' ? 1 : 2);
  const auto number = rest.substr(0, rest.find_first_not_of("0123456789-"));
  return number.find('-') == std::string_view::npos ? std::string() : std::string(number);
}

std::string law_at(std::string_view text) {
  if (text.starts_with("code ")) {
    const auto name = code_name(text);
    return name.size() > 5 ? model::iri_component(name) : std::string();
  }
  constexpr std::array<std::string_view, 4> kinds{"loi ", "loi organique ", "ordonnance ", "décret "};
  for (const auto kind : kinds) {
    if (!text.starts_with(kind)) continue;
    if (const auto number = law_number(text.substr(kind.size())); !number.empty()) return model::iri_component(kind.substr(0, kind.size() - 1)) + "/" + number;
  }
  return {};
}

// Where the quotation that opens at `at` ends: behind its own closing_guillemet mark, or at the end of its line where a later line goes on.
std::size_t end_of_quotation(std::string_view text, std::size_t at, std::size_t line_end) {
  int depth = 0;
  while (at < line_end) {
    const auto open = text.substr(at, line_end - at).find(opening_guillemet);
    const auto close = text.substr(at, line_end - at).find(closing_guillemet);
    if (close == std::string_view::npos) return line_end;
    if (open < close) {
      ++depth;
      at += open + opening_guillemet.size();
    } else {
      at += close + closing_guillemet.size();
      if (--depth <= 0) return at;
    }
  }
  return line_end;
}

bool behind_a_colon(std::string_view text, std::size_t at) {
  const auto before = base::trim(text.substr(0, at));
  return before.ends_with(':');
}

}  // namespace

std::string last_french_law(std::string_view words) {
  for (std::size_t at = words.size(); at-- > 0;) {
    const char c = words[at];
    if (c != 'c' && c != 'l' && c != 'o' && c != 'd') continue;
    const auto before = words.substr(0, at);
    const bool begins = before.empty() || before.ends_with(' ') || before.ends_with('\'') || before.ends_with('\n') || before.ends_with("’");
    if (!begins) continue;
    if (auto law = law_at(words.substr(at)); !law.empty()) return law;
  }
  return {};
}

std::vector<model::QuotedSpan> quoted_by_guillemets(std::string_view text) {
  std::vector<model::QuotedSpan> spans;
  std::string target;
  std::size_t own = 0;  // start of the bill's own words since the last quotation
  for (std::size_t line = 0; line < text.size();) {
    const auto line_end = std::min(text.find('\n', line), text.size());
    for (std::size_t at = text.find(opening_guillemet, line); at < line_end; at = text.find(opening_guillemet, at)) {
      if (at != line && !behind_a_colon(text.substr(line, at - line), at - line)) {
        at += opening_guillemet.size();
        continue;
      }
      if (auto law = last_french_law(text.substr(own, at - own)); !law.empty()) target = std::move(law);
      const auto end = end_of_quotation(text, at, line_end);
      const bool goes_on = at == line && !spans.empty() && spans.back().span.end + 1 == at;
      if (goes_on) {
        spans.back().span.end = end;
      } else {
        spans.push_back({{at, end}, target});
      }
      at = own = end;
    }
    line = line_end + 1;
  }
  return spans;
}

}  // namespace synoptic::read
