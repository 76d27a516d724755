#include "query/element_grid.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::query {

namespace {

constexpr std::size_t most_words = 2;       // of one kind in one cell
constexpr std::size_t many_definitions = 3;  // so many in a provision are a list, of which only one is meant

// Where the list ends that a circumstance heads ("where it is done:"): behind the last of the lines that begin with a number or a letter.
std::size_t list_end(std::string_view text, std::size_t at) {
  const auto is_item = [](std::string_view line) {
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    const auto number = line.find_first_not_of("0123456789");
    if (number != 0) return number != std::string_view::npos && (line.substr(number).starts_with("°") || line[number] == '.' || line[number] == ')');
    return line.starts_with('(') || (line.size() > 1 && line[1] == ')');
  };
  std::size_t end = at;
  for (std::size_t line = text.find('\n', at); line != std::string_view::npos;) {
    const auto next = text.find('\n', line + 1);
    if (!is_item(text.substr(line + 1, next == std::string_view::npos ? next : next - line - 1))) break;
    end = next == std::string_view::npos ? text.size() : next;
    line = next;
  }
  return end;
}

// The parts of the text that define or forbid: of a list of definitions the one of the topic (failing that, those with a name like it), else everything but the circumstances under
// which a penalty changes.
class Regions {
 public:
  Regions(const model::Provision& provision, const model::Facts& facts, const std::vector<std::string>& terms) {
    if (facts.definitions.size() >= many_definitions) {
      for (const bool exactly : {true, false}) {
        for (const auto& definition : facts.definitions) {
          const std::string term = base::fold(definition.term);
          const auto meant = [&](const std::string& name) { return exactly ? name == term : shares_a_word(name, term); };
          if (std::none_of(terms.begin(), terms.end(), meant)) continue;
          defining_.push_back(definition.span);
          defining_.push_back(definition.body);
        }
        if (!defining_.empty()) return;
      }
    }
    defining_.push_back({0, provision.text.size()});
    // Where no penalty stands without a circumstance (what is paid on the spot instead of one aside), the first circumstance is part of what
    // is forbidden.
    const auto on_the_spot = [](const model::Penalty& penalty) { return penalty.kind == model::PenaltyKind::FixedFine; };
    const bool has_plain = std::any_of(facts.sanctions.begin(), facts.sanctions.end(), [&](const auto& group) {
      return (!group.circumstance || group.circumstance->empty()) && !std::all_of(group.penalties.begin(), group.penalties.end(), on_the_spot);
    });
    for (const auto& group : facts.sanctions) {
      if (!group.circumstance || group.circumstance->empty() || (!has_plain && &group == &facts.sanctions.front())) continue;
      const auto at = provision.text.find(*group.circumstance);
      if (at == std::string::npos) continue;
      const auto end = at + group.circumstance->size();
      beside_.push_back({at, base::trim(*group.circumstance).ends_with(':') ? list_end(provision.text, end) : end});
    }
  }

  bool defines(const base::Span& span) const {
    const auto holds = [&span](const base::Span& region) { return region.contains(span.start); };
    return std::any_of(defining_.begin(), defining_.end(), holds) && std::none_of(beside_.begin(), beside_.end(), holds);
  }

 private:
  std::vector<base::Span> defining_;
  std::vector<base::Span> beside_;
};

// Where the text names the topic itself: "sexual harassment" says nothing of the ground that its definition protects.
std::vector<base::Span> names_in(const std::string& text, const model::Facts& facts, const std::vector<std::string>& terms) {
  std::vector<base::Span> names;
  for (const auto& definition : facts.definitions) {
    const bool on_topic = std::find(terms.begin(), terms.end(), base::fold(definition.term)) != terms.end();
    if (!on_topic || definition.term.empty()) continue;
    const std::string lower = base::lower(text);
    const std::string term = base::lower(definition.term);
    if (lower.size() != text.size()) return names;  // a letter whose lower case has another length: no offsets to trust
    for (auto at = lower.find(term); at != std::string::npos; at = lower.find(term, at + term.size())) names.push_back({at, at + term.size()});
  }
  return names;
}

bool is_within(const std::vector<base::Span>& spans, const base::Span& span) {
  return std::any_of(spans.begin(), spans.end(), [&span](const auto& outer) { return outer.contains(span.start) && span.end <= outer.end; });
}

// What a publisher leaves where a law was: "Expired.", "Repealed by Act 12 of 2020". It defines nothing, so it lacks nothing either.
bool is_placeholder(const model::Provision& provision) {
  constexpr std::size_t most_words_of_one = 8;
  const bool is_over = provision.status == model::Status::Repealed || provision.status == model::Status::Expired;
  std::size_t words = 0;
  bool inside = false;
  for (const char c : provision.text) {
    const bool letter = static_cast<unsigned char>(c) > ' ';
    words += letter && !inside;
    inside = letter;
  }
  return is_over && words <= most_words_of_one;
}

bool is_quoted(const model::Provision& provision, const base::Span& span) {
  return std::any_of(provision.quoted.begin(), provision.quoted.end(), [&span](const auto& part) { return part.span.contains(span.start); });
}

// The words that define come first; of each kind only a few, and none that overlap.
void add_words(ElementCell& cell, std::string_view text, std::string_view kind, const base::Span& span, bool defining) {
  const auto is_known = [&](const ElementWords& words) { return words.kind == kind && (words.span.overlaps(span) || words.span.of(text) == span.of(text)); };
  if (std::any_of(cell.words.begin(), cell.words.end(), is_known)) return;
  const auto of_kind = std::count_if(cell.words.begin(), cell.words.end(), [&](const auto& words) { return words.kind == kind; });
  if (static_cast<std::size_t>(of_kind) >= most_words) return;
  cell.words.push_back({std::string(kind), span, defining});
}

}  // namespace

bool shares_a_word(std::string_view a, std::string_view b) {
  constexpr std::size_t long_word = 7;
  for (std::size_t at = 0; at < a.size();) {
    const auto end = std::min(a.find(' ', at), a.size());
    const auto word = a.substr(at, end - at);
    if (word.size() >= long_word && (" " + std::string(b) + " ").find(" " + std::string(word) + " ") != std::string::npos) return true;
    at = end + 1;
  }
  return false;
}

base::Result<ElementGrid> ElementGrid::load(const std::filesystem::path& lexicon, const std::filesystem::path& curated) {
  auto finder = extract::ElementFinder::load(lexicon);
  if (!finder) return tl::unexpected(finder.error());
  auto cells = extract::load_curated_elements(curated, *finder);
  if (!cells) return tl::unexpected(cells.error());
  return ElementGrid(std::move(*finder), std::move(*cells));
}

std::vector<ElementCell> ElementGrid::cells(const model::Provision& provision, const model::Facts& facts, const std::vector<std::string>& terms) const {
  std::vector<ElementCell> cells;
  if (!finder_.knows(provision.lang) || is_placeholder(provision)) return cells;
  for (const auto& element : finder_.elements()) cells.push_back({element.id, ElementAnswer::NotMentioned, {}, {}});
  const Regions regions(provision, facts, terms);
  const auto names = names_in(provision.text, facts, terms);
  std::optional<base::Span> reference;
  const auto cues = finder_.find(provision.text, provision.lang);
  for (const bool defining : {true, false}) {
    for (const auto& cue : cues) {
      if (regions.defines(cue.cue) != defining || is_quoted(provision, cue.cue) || is_within(names, cue.cue)) continue;
      const auto cell = std::find_if(cells.begin(), cells.end(), [&cue](const auto& candidate) { return candidate.element == cue.element; });
      if (cell == cells.end()) {
        if (defining && !reference) reference = cue.clause;
        continue;
      }
      const bool sure = defining && !cue.weak;
      if (sure && cell->answer != ElementAnswer::Yes) cell->words.clear();  // what made it unclear no longer matters
      if (!sure && cell->answer == ElementAnswer::Yes) continue;
      cell->answer = sure ? ElementAnswer::Yes : ElementAnswer::Unclear;
      add_words(*cell, provision.text, cue.kind, cue.clause, defining);
    }
  }
  const auto curated = curated_.find(provision.iri.work + "/~" + provision.iri.eid);
  for (auto& cell : cells) {
    if (reference && cell.answer == ElementAnswer::NotMentioned) {
      cell.answer = ElementAnswer::Unclear;
      cell.words.push_back({"", *reference, true});
    }
    if (curated == curated_.end()) continue;
    if (const auto found = curated->second.find(cell.element); found != curated->second.end()) cell.curated = found->second;
  }
  return cells;
}

}  // namespace synoptic::query
