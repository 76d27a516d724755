#include "extract/quantity.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/number_words.h"

namespace synoptic::extract {

namespace {

constexpr std::int64_t largest = 10'000'000'000'000;  // before hundredths

std::optional<std::int64_t> whole(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value > largest) return std::nullopt;
  return value;
}

void mark(std::vector<bool>& flags, WordId word) {
  if (flags.size() <= word) flags.resize(word + 1);
  flags[word] = true;
}

bool marked(const std::vector<bool>& flags, const Token& token) { return token.word < flags.size() && flags[token.word]; }

}  // namespace

QuantityReader::QuantityReader(const Lexicon& lexicon, Vocabulary& vocabulary)
    : language_(lexicon.language()),
      comma_(vocabulary.add(",")),
      dot_(vocabulary.add(".")),
      open_(vocabulary.add("(")),
      close_(vocabulary.add(")")),
      apostrophe_(vocabulary.add("'")) {
  for (const auto& [unit, words] : lexicon.table("sanction.unit")) {
    for (const auto& word : words) units_.add(word, static_cast<int>(times_.size()), vocabulary);
    times_.push_back(unit);
  }
  std::map<std::string, Money> by_word;  // one word can name the money of several countries
  for (const auto& [code, words] : lexicon.table("sanction.currency")) {
    for (const auto& word : words) by_word[word].currencies.push_back(codes_.size());
    codes_.push_back(code);
  }
  for (auto& [word, money] : by_word) {
    money_words_.add(word, static_cast<int>(money_.size()), vocabulary);
    money_.push_back(std::move(money));
  }
  for (const auto& word : lexicon.words("sanction", "sum_of")) sum_of_.add(word, 1, vocabulary);
  for (const auto& [code, countries] : lexicon.table("sanction.home")) {
    for (const auto& country : countries) homes_.emplace_back(country, code);
  }
  for (const std::string_view word : base::number_words(language_)) {
    const WordId id = vocabulary.add(word);
    mark(number_starts_, id);
    if (base::number_multiplier(word, language_) >= 1'000) mark(multipliers_, id);
  }
}

// Figures with their grouping: "500,000", "5,00,000", "15 000", "1.500,00", "0.1". A comma or point before one or two last digits is
// decimal; before three it groups, but for a lone point in English.
std::optional<QuantityReader::Number> QuantityReader::figures(const TokenText& text, std::size_t token) const {
  const auto& tokens = text.tokens;
  std::string digits(tokens[token].of(text.text));
  std::size_t at = token + 1;
  WordId grouping = unknown_word;
  std::int64_t decimals = 0;
  while (at < tokens.size() && digits.size() < 16) {
    const Token& next = tokens[at];
    if (next.kind == TokenKind::Number && !next.glued && next.end - next.start == 3 && grouping == unknown_word &&
        tokens[token].end - tokens[token].start <= 3) {
      digits += next.of(text.text);  // "15 000"
      ++at;
      continue;
    }
    const bool separator = (next.word == comma_ || next.word == dot_ || next.word == apostrophe_) && next.glued;
    if (!separator || tokens[at + 1].kind != TokenKind::Number || !tokens[at + 1].glued) break;
    const auto group = tokens[at + 1].of(text.text);
    const bool last = tokens[at + 2].word != next.word || !tokens[at + 2].glued || tokens[at + 3].kind != TokenKind::Number;
    const bool decimal = group.size() <= 2 && last && next.word != apostrophe_ && (next.word == dot_ || language_ == "fr");
    if (decimal) {
      decimals = *whole(group) * (group.size() == 1 ? 10 : 1);
      at += 2;
      break;
    }
    const bool groups = group.size() == 3 || (group.size() == 2 && next.word == comma_ && !last);
    if (!groups || (next.word == dot_ && language_ != "fr")) break;
    grouping = next.word;
    digits += group;
    at += 2;
  }
  const auto value = whole(digits);
  if (!value) return std::nullopt;
  if (tokens[at].kind == TokenKind::Number && tokens[at + 1].of(text.text) == "/" && tokens[at + 2].kind == TokenKind::Number) {
    const auto above = whole(tokens[at].of(text.text));  // "1 1/2"
    const auto below = whole(tokens[at + 2].of(text.text));
    if (above && below && *below > 0 && *above < *below) return Number{*value * 100 + *above * 100 / *below, at + 3};
  }
  return Number{*value * 100 + decimals, at};
}

std::optional<QuantityReader::Number> QuantityReader::number(const TokenText& text, std::size_t token) const {
  const Token& first = text.tokens[token];
  if (first.kind == TokenKind::Number) {
    auto number = figures(text, token);
    if (!number) return number;
    const Token& next = text.tokens[number->end];
    if (next.kind == TokenKind::Word && next.glued && !money_words_.starts(next.word)) return std::nullopt;  // "4A", "1st"
    if (marked(multipliers_, next)) {
      const auto times = base::number_multiplier(next.of(text.text), language_);
      if (number->hundredths / 100 > largest / times) return std::nullopt;
      number->hundredths *= times;
      ++number->end;
    }
    return number;
  }
  if (!marked(number_starts_, first)) return std::nullopt;
  const auto words = base::read_number_words(text.text.substr(first.start, 160), language_);
  if (!words) return std::nullopt;
  std::size_t end = token;
  while (text.tokens[end].kind != TokenKind::End && text.tokens[end].start < first.start + words->bytes) ++end;
  return Number{words->hundredths, end};
}

// Skips "(2)" or "($400)" behind an amount that says the same again.
std::size_t QuantityReader::skip_repetition(const TokenText& text, std::size_t token) const {
  if (text.tokens[token].word != open_ || text.tokens[token].glued) return token;
  std::size_t at = token + 1;
  bool amount = false;
  for (; at < token + 12 && text.tokens[at].kind != TokenKind::End; ++at) {
    if (text.tokens[at].word == close_) return amount ? at + 1 : token;
    amount |= may_start(text.tokens[at]) || units_.starts(text.tokens[at].word);
    if (!may_start(text.tokens[at]) && text.tokens[at].word != comma_ && text.tokens[at].word != dot_ && !units_.starts(text.tokens[at].word)) break;
  }
  return token;
}

bool QuantityReader::only_numbers(const TokenText& text, std::size_t token) const {
  if (text.tokens[token].kind != TokenKind::Number) return false;
  const Token& next = text.tokens[token + 1];
  if (next.kind == TokenKind::Word) return next.glued && !money_words_.starts(next.word);
  return next.word == close_ || (next.word == open_ && next.glued);
}

std::string_view QuantityReader::currency(int money, std::string_view jurisdiction) const {
  const auto country = jurisdiction.substr(0, jurisdiction.find('-'));
  const auto& candidates = money_[static_cast<std::size_t>(money)].currencies;
  for (const std::size_t candidate : candidates) {
    const bool home = std::any_of(homes_.begin(), homes_.end(), [&](const auto& entry) { return entry.first == country && entry.second == codes_[candidate]; });
    if (home) return codes_[candidate];
  }
  return codes_[candidates.front()];
}

std::string_view QuantityReader::home_currency(std::string_view jurisdiction) const {
  const auto country = jurisdiction.substr(0, jurisdiction.find('-'));
  const auto found = std::find_if(homes_.begin(), homes_.end(), [&](const auto& entry) { return entry.first == country; });
  return found == homes_.end() ? std::string_view{} : found->second;
}

std::optional<Quantity> QuantityReader::read(const TokenText& text, std::size_t token, std::string_view jurisdiction) const {
  Quantity quantity;
  const auto before = money_words_.match(text, token);
  std::size_t at = token + before.tokens;
  const auto value = number(text, at);
  if (!value) return std::nullopt;
  quantity.hundredths = value->hundredths;
  quantity.end = skip_repetition(text, value->end);
  if (before) {
    quantity.unit = currency(before.value, jurisdiction);
    quantity.money = true;
    if (const auto again = money_words_.match(text, quantity.end)) quantity.end += again.tokens;
    return quantity;
  }
  if (const auto of = quantity.hundredths >= 100'000'000 ? sum_of_.match(text, quantity.end) : PhraseSet::Match{}) {
    if (money_words_.match(text, quantity.end + of.tokens)) quantity.end += of.tokens;  // "un million d'euros"
  }
  if (const auto money = money_words_.match(text, quantity.end)) {
    quantity.unit = currency(money.value, jurisdiction);
    quantity.money = true;
    quantity.end = skip_repetition(text, quantity.end + money.tokens);
  } else if (const auto time = units_.match(text, quantity.end)) {
    quantity.unit = times_[static_cast<std::size_t>(time.value)];
    quantity.end = skip_repetition(text, quantity.end + time.tokens);
  } else {
    quantity.end = value->end;
  }
  return quantity;
}

}  // namespace synoptic::extract
