#include "base/number_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"

namespace synoptic::base {

namespace {

enum class Kind : std::uint8_t { Unit, Teen, Ten, Score, Hundred, Multiplier, And, Article, Half, Dozen };

struct Word {
  std::string_view text;
  Kind kind;
  std::int64_t value;
};

// Kind::Score is the French "vingt" that "quatre" multiplies.
constexpr std::array english{
    Word{"zero", Kind::Unit, 0},      Word{"one", Kind::Unit, 1},        Word{"two", Kind::Unit, 2},          Word{"three", Kind::Unit, 3},
    Word{"four", Kind::Unit, 4},      Word{"five", Kind::Unit, 5},       Word{"six", Kind::Unit, 6},          Word{"seven", Kind::Unit, 7},
    Word{"eight", Kind::Unit, 8},     Word{"nine", Kind::Unit, 9},       Word{"ten", Kind::Teen, 10},         Word{"eleven", Kind::Teen, 11},
    Word{"twelve", Kind::Teen, 12},   Word{"thirteen", Kind::Teen, 13},  Word{"fourteen", Kind::Teen, 14},    Word{"fifteen", Kind::Teen, 15},
    Word{"sixteen", Kind::Teen, 16},  Word{"seventeen", Kind::Teen, 17}, Word{"eighteen", Kind::Teen, 18},    Word{"nineteen", Kind::Teen, 19},
    Word{"twenty", Kind::Ten, 20},    Word{"thirty", Kind::Ten, 30},     Word{"forty", Kind::Ten, 40},        Word{"fourty", Kind::Ten, 40},        Word{"fifty", Kind::Ten, 50},
    Word{"sixty", Kind::Ten, 60},     Word{"seventy", Kind::Ten, 70},    Word{"eighty", Kind::Ten, 80},       Word{"ninety", Kind::Ten, 90},
    Word{"hundred", Kind::Hundred, 100},
    Word{"thousand", Kind::Multiplier, 1'000},      Word{"lakh", Kind::Multiplier, 100'000},       Word{"lakhs", Kind::Multiplier, 100'000},
    Word{"lac", Kind::Multiplier, 100'000},         Word{"lacs", Kind::Multiplier, 100'000},       Word{"million", Kind::Multiplier, 1'000'000},
    Word{"crore", Kind::Multiplier, 10'000'000},    Word{"crores", Kind::Multiplier, 10'000'000},  Word{"billion", Kind::Multiplier, 1'000'000'000},
    Word{"and", Kind::And, 0},        Word{"a", Kind::Article, 1},       Word{"an", Kind::Article, 1},        Word{"half", Kind::Half, 0},
    Word{"dozen", Kind::Dozen, 12},
};

constexpr std::array french{
    Word{"zéro", Kind::Unit, 0},     Word{"un", Kind::Unit, 1},         Word{"une", Kind::Unit, 1},          Word{"deux", Kind::Unit, 2},
    Word{"trois", Kind::Unit, 3},    Word{"quatre", Kind::Unit, 4},     Word{"cinq", Kind::Unit, 5},         Word{"six", Kind::Unit, 6},
    Word{"sept", Kind::Unit, 7},     Word{"huit", Kind::Unit, 8},       Word{"neuf", Kind::Unit, 9},         Word{"dix", Kind::Teen, 10},
    Word{"onze", Kind::Teen, 11},    Word{"douze", Kind::Teen, 12},     Word{"treize", Kind::Teen, 13},      Word{"quatorze", Kind::Teen, 14},
    Word{"quinze", Kind::Teen, 15},  Word{"seize", Kind::Teen, 16},     Word{"vingt", Kind::Score, 20},      Word{"vingts", Kind::Score, 20},
    Word{"trente", Kind::Ten, 30},   Word{"quarante", Kind::Ten, 40},   Word{"cinquante", Kind::Ten, 50},    Word{"soixante", Kind::Ten, 60},
    Word{"septante", Kind::Ten, 70}, Word{"huitante", Kind::Ten, 80},   Word{"octante", Kind::Ten, 80},      Word{"nonante", Kind::Ten, 90},
    Word{"cent", Kind::Hundred, 100}, Word{"cents", Kind::Hundred, 100},
    Word{"mille", Kind::Multiplier, 1'000},             Word{"mil", Kind::Multiplier, 1'000},         Word{"million", Kind::Multiplier, 1'000'000},
    Word{"millions", Kind::Multiplier, 1'000'000},      Word{"milliard", Kind::Multiplier, 1'000'000'000},
    Word{"milliards", Kind::Multiplier, 1'000'000'000}, Word{"et", Kind::And, 0},
};

constexpr std::int64_t largest = 1'000'000'000'000'000;  // beyond it no law goes, and hundredths would overflow

struct Read {
  const Word* word = nullptr;
  std::size_t end = 0;
};

std::span<const Word> words_of(std::string_view language) {
  if (language.starts_with("fr")) return french;
  if (language.starts_with("en")) return english;
  return {};
}

const Word* find(std::span<const Word> words, std::string_view text) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.text == text; });
  return found == words.end() ? nullptr : &*found;
}

// As next_word() of ASCII alone, which is nearly all there is; nothing if another byte comes first.
std::optional<Read> next_plain_word(std::span<const Word> words, std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size() && (text[at] == ' ' || text[at] == '-' || text[at] == '\n')) ++at;
  std::array<char, 16> lower{};
  std::size_t size = 0;
  while (at + size < text.size() && size < lower.size() && ascii::is_letter(text[at + size])) {
    lower[size] = ascii::lower(text[at + size]);
    ++size;
  }
  const auto last = at + size < text.size() ? static_cast<unsigned char>(text[at + size]) : 0U;
  if (size == lower.size() || last >= 0x80 || (size == 0 && last <= ' ')) return std::nullopt;
  if (size == 0) return Read{};
  return Read{find(words, {lower.data(), size}), at + size};
}

// The word at `from`, after spaces and hyphens.
Read next_word(std::span<const Word> words, std::string_view text, std::size_t from) {
  if (const auto plain = next_plain_word(words, text, from)) return *plain;
  std::size_t at = from;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = decode(text, next);
    if (!is_space(c) && c != '-' && c != 0x2010 && c != 0x2011) break;
    at = next;
  }
  std::size_t end = at;
  while (end < text.size() && end - at < 16) {
    std::size_t next = end;
    if (!is_letter(decode(text, next))) break;
    end = next;
  }
  if (end == at) return {};
  return {find(words, lower(text.substr(at, end - at))), end};
}

// Adds words up: part_ is what stands since the last multiplier, total_ what the multipliers have closed.
class Sum {
 public:
  explicit Sum(bool french_rules) : french_(french_rules) {}

  bool take(const Word& word) {
    switch (word.kind) {
      case Kind::Unit:
      case Kind::Teen:
      case Kind::Ten: return below_hundred(word.value);
      case Kind::Score:
        if (part_ > 0 && part_ % 100 == 4) return part_ += 76, true;  // quatre-vingts
        return below_hundred(word.value);
      case Kind::Hundred:
        if (part_ == 0 || part_ > 99) return false;
        part_ = (part_ == none ? 1 : part_) * 100;
        return true;
      case Kind::Multiplier: return multiply(word.value);
      case Kind::Dozen:
        if (part_ == 0 || part_ > 99 || total_ != 0) return false;
        part_ = (part_ == none ? 1 : part_) * 12;
        return true;
      default: return false;
    }
  }

  // "and" may stand after hundreds and multipliers in English, between tens and one or eleven in French.
  bool may_join(const Word& next) const {
    if (!french_) return (part_ == none ? total_ > 0 : part_ > 0 && part_ % 100 == 0) && next.kind <= Kind::Ten && next.value > 0;
    const std::int64_t rest = part_ % 100;
    return rest >= 20 && rest % 10 == 0 && (next.value == 1 || (next.value == 11 && rest == 60));
  }

  bool empty() const { return part_ == none && total_ == 0; }
  std::int64_t value() const { return total_ + (part_ == none ? 0 : part_); }

 private:
  static constexpr std::int64_t none = -1;

  bool below_hundred(std::int64_t value) {
    if (part_ == none) return part_ = value, true;
    if (part_ == 0 || value == 0) return false;
    const std::int64_t rest = part_ % 100;
    if (rest != 0) {
      const bool after_tens = rest >= 20 && rest % 10 == 0 && value < 10;
      const bool french_teens = french_ && (((rest == 60 || rest == 80) && value < 20) || (rest == 10 && value >= 7 && value <= 9));
      if (!after_tens && !french_teens) return false;
    }
    part_ += value;
    return true;
  }

  bool multiply(std::int64_t by) {
    if (by >= last_ || part_ == 0) return false;
    if (part_ == none && !(french_ && by == 1'000)) return false;  // "mille" stands alone, "thousand" does not
    const std::int64_t factor = part_ == none ? 1 : part_;
    if (factor > largest / by) return false;
    total_ += factor * by;
    last_ = by;
    part_ = none;
    return true;
  }

  bool french_;
  std::int64_t total_ = 0;
  std::int64_t part_ = none;
  std::int64_t last_ = largest;
};

// "half a million", "half a year": what stands before is nothing, or "one and a".
std::optional<NumberWords> read_half(std::span<const Word> words, std::string_view text, std::int64_t whole, std::size_t end) {
  NumberWords number{whole * 100 + 50, end};
  const Read article = next_word(words, text, end);
  const bool with_article = whole == 0 && article.word != nullptr && article.word->kind == Kind::Article;
  if (with_article) number.bytes = article.end;
  const Read multiplier = next_word(words, text, number.bytes);
  if (multiplier.word != nullptr && (multiplier.word->kind == Kind::Multiplier || multiplier.word->kind == Kind::Dozen)) {
    number.hundredths *= multiplier.word->value;
    number.bytes = multiplier.end;
  }
  return number;
}

}  // namespace

std::optional<NumberWords> read_number_words(std::string_view text, std::string_view language) {
  const auto words = words_of(language);
  Sum sum(language.starts_with("fr"));
  Read read = next_word(words, text, 0);
  if (read.word == nullptr) return std::nullopt;
  if (read.word->kind == Kind::Half) return read_half(words, text, 0, read.end);
  if (read.word->kind == Kind::Article) {
    const Read next = next_word(words, text, read.end);
    const bool counted = next.word != nullptr && (next.word->kind == Kind::Hundred || next.word->kind == Kind::Multiplier || next.word->kind == Kind::Dozen);
    if (!counted) return std::nullopt;
    sum.take({"one", Kind::Unit, 1});
    read = next;
  }
  std::size_t end = 0;
  while (read.word != nullptr && sum.take(*read.word)) {
    end = read.end;
    read = next_word(words, text, end);
    if (read.word == nullptr || read.word->kind != Kind::And) continue;
    Read next = next_word(words, text, read.end);
    if (next.word != nullptr && next.word->kind == Kind::Article) next = next_word(words, text, next.end);
    if (next.word != nullptr && next.word->kind == Kind::Half) return read_half(words, text, sum.value(), next.end);
    next = next_word(words, text, read.end);
    if (next.word == nullptr || !sum.may_join(*next.word)) break;
    read = next;
  }
  if (end == 0 || sum.empty()) return std::nullopt;
  return NumberWords{sum.value() * 100, end};
}

std::span<const std::string_view> number_words(std::string_view language) {
  const auto texts = [](std::span<const Word> words) {
    std::vector<std::string_view> result;
    for (const Word& word : words) {
      if (word.kind != Kind::And) result.push_back(word.text);
    }
    return result;
  };
  static const std::vector<std::string_view> english_texts = texts(english);
  static const std::vector<std::string_view> french_texts = texts(french);
  if (language.starts_with("fr")) return french_texts;
  if (language.starts_with("en")) return english_texts;
  return {};
}

std::int64_t number_multiplier(std::string_view word, std::string_view language) {
  const Word* found = find(words_of(language), lower(word));
  return found != nullptr && (found->kind == Kind::Multiplier || found->kind == Kind::Hundred) ? found->value : 0;
}

}  // namespace synoptic::base
