#include "resolve/definition_scope.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "extract/phrase_set.h"
#include "extract/token.h"

namespace synoptic::resolve {

using extract::TokenKind;
using extract::TokenText;

namespace {

constexpr std::pair<std::string_view, ScopeLevel> level_names[] = {{"subdivision", ScopeLevel::Subdivision},
                                                                   {"provision", ScopeLevel::Provision},
                                                                   {"division", ScopeLevel::Division},
                                                                   {"chapter", ScopeLevel::Chapter},
                                                                   {"part", ScopeLevel::Part},
                                                                   {"title", ScopeLevel::Title},
                                                                   {"schedule", ScopeLevel::Schedule},
                                                                   {"act", ScopeLevel::Act}};

// "4", "4A", "20.1": digits first, the rest compared as text, so that 4 < 4A < 5 < 20 < 20.1.
bool number_less(std::string_view a, std::string_view b) {
  const auto split = [](std::string_view text) {
    unsigned long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return std::pair(error == std::errc() ? value : 0UL, std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)));
  };
  return split(a) < split(b);
}

// "divisions" -> "division": the plural of the words for the parts of a law.
std::string singular(std::string_view noun) {
  std::string name = base::lower(noun);
  if (name.size() > 1 && name.back() == 's') name.pop_back();
  return name;
}

bool within(std::string_view number, const ScopeTarget& target) {
  return number == target.first || (!number_less(number, target.first) && !number_less(target.last, number));
}

}  // namespace

std::string_view to_string(ScopeLevel level) {
  for (const auto& [name, value] : level_names) {
    if (value == level) return name;
  }
  return "unspecified";
}

struct DefinitionScopes::Words {
  extract::Vocabulary vocabulary;
  extract::PhraseSet levels, own, to, joints;

  // Whether the container bears the noun of the scope: "SUBCHAPTER II" for "this subchapter", never "Subtitle A".
  bool names(std::string_view label, const ScopeTarget& target) const {
    const TokenText text = extract::scan(label, vocabulary);
    const auto match = levels.match(text, 0);
    return match && static_cast<ScopeLevel>(match.value) == target.level && singular(text.of(0, match.tokens)) == target.noun;
  }

  // "4", "4A", "20.1", "II" at `at`; moves behind it and behind pinpoints in brackets, which reach less than the number does.
  std::string number(const TokenText& text, std::size_t& at) const {
    const std::size_t first = at;
    if (text.tokens[at].kind != TokenKind::Number) return {};
    ++at;
    while (text.tokens[at].glued &&
           (text.tokens[at].kind == TokenKind::Number || text.tokens[at].kind == TokenKind::Word ||
            (text.tokens[at].of(text.text) == "." && text.tokens[at + 1].kind == TokenKind::Number && text.tokens[at + 1].glued))) {
      ++at;
    }
    const std::string written(text.of(first, at));
    while (text.tokens[at].glued && text.tokens[at].of(text.text) == "(") {
      while (text.tokens[at].kind != TokenKind::End && text.tokens[at].of(text.text) != ")") ++at;
      if (text.tokens[at].kind != TokenKind::End) ++at;
    }
    return written;
  }

  void numbers(const TokenText& text, std::size_t& at, ScopeLevel level, const std::string& noun, DefinitionScope& scope) const {
    for (std::string first = number(text, at); !first.empty(); first = number(text, at)) {
      std::string last = first;
      if (const auto range = to.match(text, at)) {
        std::size_t next = at + range.tokens;
        if (const std::string end = number(text, next); !end.empty()) {
          last = end;
          at = next;
        }
      }
      scope.targets.push_back({level, noun, first, last});
      std::size_t next = at;
      while (text.tokens[next].of(text.text) == ",") ++next;
      if (const auto joint = joints.match(text, next)) next += joint.tokens;
      if (text.tokens[next].kind != TokenKind::Number) break;
      at = next;
    }
  }
};

DefinitionScopes::DefinitionScopes(const extract::Lexicon& lexicon) {
  auto words = std::make_unique<Words>();
  const auto add = [&](extract::PhraseSet& set, std::string_view section, std::string_view key, int value) {
    for (const auto& phrase : lexicon.words(section, key)) set.add(phrase, value, words->vocabulary);
  };
  for (const auto& [name, level] : level_names) add(words->levels, "definition.level", name, static_cast<int>(level));
  add(words->own, "definition.level", "this", 1);
  add(words->to, "definition.level", "to", 1);
  add(words->joints, "definition", "and", 1);
  add(words->joints, "definition", "or", 1);
  words_ = std::move(words);
}

DefinitionScopes::~DefinitionScopes() = default;
DefinitionScopes::DefinitionScopes(DefinitionScopes&&) noexcept = default;
DefinitionScopes& DefinitionScopes::operator=(DefinitionScopes&&) noexcept = default;

DefinitionScope DefinitionScopes::read(std::optional<std::string_view> words) const {
  DefinitionScope scope;
  if (!words) return scope;
  const TokenText text = extract::scan(*words, words_->vocabulary);
  bool own = false;
  for (std::size_t i = 0; text.tokens[i].kind != TokenKind::End;) {
    if (const auto match = words_->own.match(text, i)) {
      own = true;
      i += match.tokens;
      continue;
    }
    const auto noun = words_->levels.match(text, i);
    if (!noun) {
      ++i;
      continue;
    }
    const auto level = static_cast<ScopeLevel>(noun.value);
    const std::string name = singular(text.of(i, i + noun.tokens));
    i += noun.tokens;
    if (own || level == ScopeLevel::Subdivision) {  // "subsection (1)" is one of the same provision
      scope.targets.push_back({level, name, {}, {}});
      own = false;
    } else {
      words_->numbers(text, i, level, name, scope);
    }
  }
  for (const ScopeTarget& target : scope.targets) {
    if (scope.outermost == ScopeLevel::Unspecified || target.level > scope.outermost) scope.outermost = target.level;
  }
  return scope;
}

namespace {

// The parts of the work that `defined` stands in hold `used` as well.
bool stands_around(const ScopePlace& defined, const ScopePlace& used) {
  if (defined.path == nullptr || defined.path->empty()) return true;
  return used.path != nullptr && used.path->size() >= defined.path->size() &&
         std::equal(defined.path->begin(), defined.path->end(), used.path->begin());
}

}  // namespace

bool DefinitionScopes::holds(const DefinitionScope& scope, const ScopePlace& defined, const ScopePlace& used) const {
  if (defined.work != used.work) return false;
  if (scope.targets.empty()) return defined.num == used.num || stands_around(defined, used);
  // The label of the container of that level in a path, with all that stand around it.
  const auto container = [&](const ScopePlace& place, const ScopeTarget& target) {
    if (place.path == nullptr) return std::size_t{0};
    for (std::size_t i = place.path->size(); i-- > 0;) {
      if (words_->names((*place.path)[i], target)) return i + 1;
    }
    return std::size_t{0};
  };
  return std::any_of(scope.targets.begin(), scope.targets.end(), [&](const ScopeTarget& target) {
    const bool own = target.first.empty();
    if (own && target.level == ScopeLevel::Act) return true;
    if (target.level <= ScopeLevel::Provision) {
      return own || target.level == ScopeLevel::Subdivision ? defined.num == used.num : within(used.num, target);
    }
    if (own && defined.num == used.num) return true;
    const std::size_t there = container(used, target);
    if (there == 0) return false;
    if (own) {
      const std::size_t here = container(defined, target);
      return here == there &&
             std::equal(defined.path->begin(), defined.path->begin() + static_cast<std::ptrdiff_t>(here), used.path->begin());
    }
    const TokenText label = extract::scan((*used.path)[there - 1], words_->vocabulary);
    std::size_t at = words_->levels.match(label, 0).tokens;
    const std::string number = words_->number(label, at);
    return !number.empty() && within(number, target);
  });
}

bool governs_before(const DefinitionScope& a, const ScopePlace& defined_a, const DefinitionScope& b, const ScopePlace& defined_b,
                    const ScopePlace& used) {
  const auto rank = [&](const DefinitionScope& scope, const ScopePlace& defined) {
    if (scope.outermost != ScopeLevel::Unspecified) return scope.outermost;
    return defined.num == used.num ? ScopeLevel::Provision : ScopeLevel::Unspecified;
  };
  const ScopeLevel rank_a = rank(a, defined_a);
  const ScopeLevel rank_b = rank(b, defined_b);
  if (rank_a != rank_b) return rank_a < rank_b;
  return defined_a.num == used.num && defined_b.num != used.num;
}

}  // namespace synoptic::resolve
