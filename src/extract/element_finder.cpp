#include "extract/element_finder.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "extract/lexicon.h"
#include "extract/phrase_set.h"
#include "extract/token.h"

namespace synoptic::extract {

namespace {

constexpr std::string_view reference = "reference";
constexpr std::string_view ignored = "ignore";
constexpr std::string_view label_file = "labels";
constexpr std::size_t neighbours = 4;  // tokens shown before and behind a cue, within its clause ...
constexpr std::size_t near_end = 7;    // ... and all up to its end, if there are no more than these

// "follow{,s,ed}" -> follow, follows, followed
std::vector<std::string> forms(const std::string& phrase) {
  const auto open = phrase.find('{');
  const auto close = phrase.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {phrase};
  std::vector<std::string> all;
  for (std::size_t at = open + 1; at <= close;) {
    const auto end = std::min(phrase.find(',', at), close);
    for (const auto& rest : forms(phrase.substr(close + 1))) all.push_back(phrase.substr(0, open) + phrase.substr(at, end - at) + rest);
    at = end + 1;
  }
  return all;
}

ElementLabels labels_of(const Lexicon& lexicon, const std::string& section) {
  ElementLabels labels;
  for (const auto& [language, words] : lexicon.table(section)) {
    if (!words.empty()) labels.by_language[language] = words.front();
  }
  return labels;
}

// A list at the head of the file, which may be missing.
std::vector<std::string> optional_words(const Lexicon& lexicon, std::string_view key) {
  for (auto& [name, words] : lexicon.table("")) {
    if (name == key) return words;
  }
  return {};
}

bool ends_clause(const TokenText& text, const Token& token) {
  if (token.kind == TokenKind::Newline || token.kind == TokenKind::End) return true;
  if (token.kind != TokenKind::Mark) return false;
  const auto mark = token.of(text.text);
  if (mark == "\u037E") return true;  // the Greek question mark, which looks like a semicolon and is typed for one
  return mark == "," || mark == ";" || mark == ":" || mark == "." || mark == "(" || mark == ")" || mark == "—" || mark == "\"" || mark == "“" || mark == "”";
}

// A hyphen and an apostrophe hold words together.
bool is_joint(const TokenText& text, const Token& token) {
  return token.kind == TokenKind::Mark && !ends_clause(text, token);
}

// A hyphen or an apostrophe between two words without room: "individual's", "de-fer".
bool is_inside_word(const TokenText& text, std::size_t mark) {
  if (mark == 0 || mark + 1 >= text.tokens.size() || !is_joint(text, text.tokens[mark])) return false;
  return text.tokens[mark - 1].end == text.tokens[mark].start && text.tokens[mark].end == text.tokens[mark + 1].start;
}

// Where a quotation of a cue ends: at the marks between clauses and at the words that begin another one ("which", "lorsque").
struct Edges {
  const TokenText& text;
  const std::set<WordId>& breaks;

  bool at(std::size_t token, bool with_breaks) const {
    const auto& one = text.tokens[token];
    return ends_clause(text, one) || (with_breaks && one.word != unknown_word && breaks.contains(one.word));
  }
};

// How many words stand from `at` on, in steps of `step`, up to the end of the clause.
std::size_t words_to_end(const Edges& edges, std::size_t at, int step, bool with_breaks) {
  const TokenText& text = edges.text;
  std::size_t count = 0;
  while (at < text.tokens.size() && !edges.at(at, with_breaks) && count <= near_end) {
    count += !is_joint(text, text.tokens[at]);
    if (at == 0 && step < 0) break;
    at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + step);
  }
  return count;
}

// In statutes a capital inside a sentence makes a name: "the Superior Court", "the Act of 2003".
bool is_name(const TokenText& text, std::size_t at, std::size_t tokens) {
  const auto word = text.tokens[at].of(text.text);
  if (tokens != 1 || at == 0 || word.empty() || word[0] < 'A' || word[0] > 'Z') return false;
  const auto& before = text.tokens[at - 1];
  return before.kind == TokenKind::Word || is_joint(text, before);
}

base::Span clause_of(const TokenText& text, const std::set<WordId>& trimmed, const std::set<WordId>& breaks, std::size_t first, std::size_t last) {
  const Edges edges{text, breaks};
  const auto can_go = [&](const Token& token) {
    return is_joint(text, token) || token.kind == TokenKind::Number || (token.word != unknown_word && trimmed.contains(token.word));
  };
  const auto room = [&](std::size_t words) { return words <= near_end ? words : neighbours; };
  // What leads to a cue in a short clause belongs to it ("activity that the law protects is exempt"); in a long one only what is near does.
  const bool far = first > 0 && words_to_end(edges, first - 1, -1, false) > near_end;
  std::size_t start = first;
  for (std::size_t left = first == 0 ? 0 : room(words_to_end(edges, first - 1, -1, far)); start > 0 && left > 0 && !edges.at(start - 1, far); --start) left -= !is_joint(text, text.tokens[start - 1]);
  while (start >= 2 && is_inside_word(text, start - 1)) start -= 2;
  std::size_t end = last;
  for (std::size_t left = room(words_to_end(edges, last, 1, true)); end + 1 < text.tokens.size() && left > 0 && !edges.at(end, true); ++end) left -= !is_joint(text, text.tokens[end]);
  while (end + 2 < text.tokens.size() && is_inside_word(text, end)) end += 2;
  while (start < first && can_go(text.tokens[start])) ++start;
  while (end > last && can_go(text.tokens[end - 1])) --end;
  return {text.tokens[start].start, text.tokens[end - 1].end};
}

}  // namespace

struct ElementFinder::Impl {
  struct Meaning {
    std::string element;
    std::string kind;
    bool weak = false;
  };

  struct Language {
    Vocabulary vocabulary;
    PhraseSet phrases;
    std::vector<std::vector<Meaning>> meanings;  // by the value of a phrase
    std::set<WordId> trimmed;
    std::set<WordId> breaks;
  };

  std::vector<ElementKind> elements;
  std::map<std::string, Language, std::less<>> languages;

  void add_labels(const Lexicon& lexicon) {
    for (const auto& id : lexicon.words("", "order")) {
      ElementKind kind{id, labels_of(lexicon, id), {}, {}};
      for (const auto& section : lexicon.sections(id + ".")) kind.kinds[section.substr(id.size() + 1)] = labels_of(lexicon, section);
      for (const auto& contrary : optional_words(lexicon, "contrary")) {
        if (contrary.starts_with(id + ".")) kind.contrary.insert(contrary.substr(id.size() + 1));
      }
      elements.push_back(std::move(kind));
    }
  }

  // Throws std::invalid_argument for a section that labels.toml does not know.
  void add_language(const Lexicon& lexicon) {
    auto& language = languages[std::string(lexicon.language())];
    std::map<std::string, std::vector<Meaning>> phrases;
    for (const auto& section : lexicon.sections("")) {
      const auto dot = section.find('.');
      if (dot == std::string::npos) continue;
      const Meaning meaning{section.substr(0, dot), section.substr(dot + 1), false};
      const auto known = std::find_if(elements.begin(), elements.end(), [&](const auto& element) { return element.id == meaning.element; });
      const bool is_known = meaning.element == reference || meaning.element == ignored || (known != elements.end() && known->kinds.contains(meaning.kind));
      if (!is_known) throw std::invalid_argument("labels.toml has no [" + section + "]");
      for (const auto& [key, list] : lexicon.table(section)) {
        for (const auto& phrase : list) {
          for (const auto& form : forms(phrase)) phrases[form].push_back({meaning.element, meaning.kind, key == "weak"});
        }
      }
    }
    for (const auto& word : lexicon.words("", "trim")) language.trimmed.insert(language.vocabulary.add(word));
    for (const auto& word : optional_words(lexicon, "break")) language.breaks.insert(language.vocabulary.add(word));
    for (auto& [phrase, meanings] : phrases) {
      language.phrases.add(phrase, static_cast<int>(language.meanings.size()), language.vocabulary);
      language.meanings.push_back(std::move(meanings));
    }
  }
};

std::string ElementLabels::in(std::string_view language) const {
  for (const auto wanted : {language, std::string_view("en")}) {
    if (const auto found = by_language.find(wanted); found != by_language.end()) return found->second;
  }
  return {};
}

ElementFinder::ElementFinder() : impl_(std::make_unique<Impl>()) {}
ElementFinder::ElementFinder(ElementFinder&&) noexcept = default;
ElementFinder& ElementFinder::operator=(ElementFinder&&) noexcept = default;
ElementFinder::~ElementFinder() = default;

base::Result<ElementFinder> ElementFinder::load(const std::filesystem::path& folder) {
  ElementFinder finder;
  const auto labels = Lexicon::load(folder / "labels.toml");
  if (!labels) return tl::unexpected(labels.error());
  finder.impl_->add_labels(*labels);
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".toml" || entry.path().stem() == label_file) continue;
    const auto lexicon = Lexicon::load(entry.path());
    if (!lexicon) return tl::unexpected(lexicon.error());
    try {
      finder.impl_->add_language(*lexicon);
    } catch (const std::exception& trouble) {
      return base::failure({.file = entry.path().string(), .message = trouble.what(), .hint = "see the head of the file for its form"});
    }
  }
  return finder;
}

const std::vector<ElementKind>& ElementFinder::elements() const { return impl_->elements; }

const ElementKind* ElementFinder::find(std::string_view id) const {
  for (const auto& element : impl_->elements) {
    if (element.id == id) return &element;
  }
  return nullptr;
}

bool ElementFinder::knows(std::string_view language) const { return impl_->languages.contains(language.substr(0, language.find('-'))); }

std::vector<ElementCue> ElementFinder::find(std::string_view text, std::string_view lang) const {
  std::vector<ElementCue> cues;
  const auto found = impl_->languages.find(lang.substr(0, lang.find('-')));
  if (found == impl_->languages.end()) return cues;
  const auto& language = found->second;
  const TokenText cut = scan(text, language.vocabulary);
  // A phrase speaks for its element to its end, so that "harass" in it is not found once more; to other elements its words may speak as well
  // ("makes the workplace hostile"). What is to be ignored, and what refers to another provision, says nothing else.
  std::map<std::string_view, std::size_t> spoken_for;
  std::size_t silent = 0;
  for (std::size_t i = 0; i < cut.tokens.size(); ++i) {
    const auto match = i < silent ? PhraseSet::Match{} : language.phrases.match(cut, i);
    if (!match || is_name(cut, i, match.tokens)) continue;
    const std::size_t end = i + match.tokens;
    const base::Span cue{cut.tokens[i].start, cut.tokens[end - 1].end};
    std::vector<std::string_view> heard;
    for (const auto& meaning : language.meanings[static_cast<std::size_t>(match.value)]) {
      if (meaning.element == ignored || meaning.element == reference) silent = std::max(silent, end);
      if (meaning.element == ignored || i < spoken_for[meaning.element]) continue;
      cues.push_back({meaning.element, meaning.kind, cue, clause_of(cut, language.trimmed, language.breaks, i, end), meaning.weak});
      heard.push_back(meaning.element);
    }
    for (const auto element : heard) spoken_for[element] = end;
  }
  return cues;
}

}  // namespace synoptic::extract
