#include "resolve/typed_citation.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/lexicon.h"
#include "extract/phrase_set.h"
#include "extract/provision_number.h"
#include "model/iri.h"
#include "resolve/citation_resolver.h"

namespace synoptic::resolve {

using extract::NumberMatch;
using extract::TokenKind;
using extract::TokenText;

// All languages share one vocabulary: what is typed does not say its language.
struct TypedCitations::Grammar {
  extract::Vocabulary vocabulary;
  std::vector<extract::NumberGrammar> numbers;
  extract::PhraseSet units, volumes, works;
  std::vector<std::string> kinds, volume_targets, work_targets;
  std::optional<CitationResolver> resolver;

  void add(const extract::Lexicon& lexicon);
  std::string work_of(const std::string& target) const {
    const auto resolved = resolver->resolve(target, {});
    return resolved ? resolved->iri.work : std::string();
  }
};

namespace {

void add_all(const std::vector<std::string>& phrases, std::string value, extract::PhraseSet& set, std::vector<std::string>& values,
             extract::Vocabulary& vocabulary) {
  for (const auto& phrase : phrases) set.add(phrase, static_cast<int>(values.size()), vocabulary);
  values.push_back(std::move(value));
}

// What the query is read into; [first, last) tokens are taken.
struct TypedReading {
  ProvisionQuery query;
  std::vector<bool> taken;
  bool with_unit = false;

  void take(std::size_t first, std::size_t last) { std::fill(taken.begin() + static_cast<std::ptrdiff_t>(first), taken.begin() + static_cast<std::ptrdiff_t>(last), true); }
};

bool distinctive(std::string_view number) {
  const bool digits_only = number.find_first_not_of("0123456789") == std::string_view::npos;
  const bool date = number.size() == 10 && number[4] == '-' && number[7] == '-';
  return !digits_only && !date;
}

}  // namespace

void TypedCitations::Grammar::add(const extract::Lexicon& lexicon) {
  numbers.emplace_back(lexicon, vocabulary);
  for (const auto& [kind, phrases] : lexicon.table("citation.typed")) add_all(phrases, kind, units, kinds, vocabulary);
  for (const auto& [target, phrases] : lexicon.table("citation.volume")) add_all(phrases, target, volumes, volume_targets, vocabulary);
  for (const char* section : {"citation.code_name", "citation.abbreviation"}) {
    for (const auto& [target, phrases] : lexicon.table(section)) {
      if (target != "*") {
        add_all(phrases, target, works, work_targets, vocabulary);
        continue;
      }
      for (const auto& phrase : phrases) add_all({phrase}, model::iri_component(phrase), works, work_targets, vocabulary);
    }
  }
}

TypedCitations::TypedCitations() : grammar_(std::make_unique<Grammar>()) {}
TypedCitations::TypedCitations(TypedCitations&&) noexcept = default;
TypedCitations& TypedCitations::operator=(TypedCitations&&) noexcept = default;
TypedCitations::~TypedCitations() = default;

base::Result<TypedCitations> TypedCitations::load(const std::filesystem::path& lexicons) {
  auto resolver = CitationResolver::load(lexicons);
  if (!resolver) return tl::unexpected(resolver.error());
  TypedCitations typed;
  typed.grammar_->resolver = std::move(*resolver);
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(lexicons, error)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const auto lexicon = extract::Lexicon::load(file);
    if (!lexicon) return tl::unexpected(lexicon.error());
    typed.grammar_->add(*lexicon);
  }
  return typed;
}

std::optional<ProvisionQuery> TypedCitations::parse(std::string_view query) const {
  const Grammar& grammar = *grammar_;
  const std::string repaired = base::repair_utf8(query);
  const TokenText text = extract::scan(repaired, grammar.vocabulary);
  const std::size_t end = text.tokens.size() - 1;
  TypedReading reading{{}, std::vector<bool>(end), false};

  const auto number_at = [&](std::size_t i) {
    NumberMatch best;
    const extract::NumberGrammar* by = nullptr;
    for (const auto& numbers : grammar.numbers) {
      const auto match = numbers.match(text, i);
      if (match && (!by || match.end > best.end)) best = match, by = &numbers;
    }
    return std::pair{best, by};
  };
  const auto set_number = [&](const NumberMatch& match, const extract::NumberGrammar& numbers, bool with_unit) {
    auto number = numbers.number(text, match);
    if (match.prefixed) number[0] = static_cast<char>(number[0] >= 'a' && number[0] <= 'z' ? number[0] - 32 : number[0]);
    reading.query.number = model::eid_number(number);
    reading.query.below = numbers.subdivisions(text, match.number_end, match.end);
    reading.with_unit = with_unit;
    reading.take(match.first, match.end);
  };

  for (std::size_t i = 0; i < end;) {
    const bool volume_number = text.tokens[i].kind == TokenKind::Number && i + 1 < end;
    if (const auto volume = volume_number ? grammar.volumes.match(text, i + 1) : extract::PhraseSet::Match{}) {
      std::string target = grammar.volume_targets[static_cast<std::size_t>(volume.value)];
      if (const auto place = target.find("{n}"); place != std::string::npos) target.replace(place, 3, text.tokens[i].of(repaired));
      reading.query.work = grammar.work_of(target);
      reading.query.kind = "section";
      reading.take(i, i + 1 + volume.tokens);
      i += 1 + volume.tokens;
      continue;
    }
    if (const auto work = grammar.works.match(text, i)) {
      reading.query.work = grammar.work_of(grammar.work_targets[static_cast<std::size_t>(work.value)]);
      reading.take(i, i + work.tokens);
      i += work.tokens;
      continue;
    }
    if (const auto unit = grammar.units.match(text, i); unit && !reading.with_unit) {
      if (const auto [match, numbers] = number_at(i + unit.tokens); match) {
        if (!reading.query.number.empty()) std::fill(reading.taken.begin(), reading.taken.begin() + static_cast<std::ptrdiff_t>(i), false);
        reading.query.kind = grammar.kinds[static_cast<std::size_t>(unit.value)];
        reading.take(i, i + unit.tokens);
        set_number(match, *numbers, true);
        i = match.end;
        continue;
      }
    }
    if (const auto [match, numbers] = number_at(i); match && reading.query.number.empty()) {
      set_number(match, *numbers, false);
      i = match.end;
      continue;
    }
    ++i;
  }
  if (reading.query.number.empty()) return std::nullopt;

  for (std::size_t i = 0; i < end; ++i) {
    if (reading.taken[i]) continue;
    if (!reading.query.words.empty() && !text.tokens[i].glued) reading.query.words.push_back(' ');
    reading.query.words += text.tokens[i].of(repaired);
  }
  const bool alone = reading.query.words.empty();
  if (!reading.with_unit && !alone && reading.query.work.empty() && !distinctive(reading.query.number)) return std::nullopt;
  return reading.query;
}

}  // namespace synoptic::resolve
