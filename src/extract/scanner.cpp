#include <algorithm>
#include <array>
#include <bit>

#include "base/utf8.h"
#include "extract/token.h"

namespace synoptic::extract {

namespace {

// The mark a code point counts as when its word id is looked up.
char32_t plain_mark(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x02BC: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: case 0x02EE: return '"';
    case 0x00AD: case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: return '-';
    default: return c;
  }
}

enum class Class : std::uint8_t { Space, Newline, Digit, Letter, Mark, Wide };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (std::size_t i = 0; i < 256; ++i) {
    const bool letter = (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z');
    classes[i] = i >= 128 ? Class::Wide : i == '\n' ? Class::Newline : i <= ' ' ? Class::Space : i >= '0' && i <= '9' ? Class::Digit : letter ? Class::Letter : Class::Mark;
  }
  return classes;
}
constexpr auto classes = make_classes();

Class class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

// Eight bytes at once: how many of them, from the first on, are ASCII letters, whether those are capitals, and all of them in lower case.
struct Letters {
  static constexpr std::uint64_t ones = 0x0101010101010101ULL;
  static constexpr std::uint64_t highest = 0x80 * ones;

  explicit Letters(std::uint64_t bytes) {
    const std::uint64_t low = (bytes | (0x20 * ones)) & ~highest;
    const std::uint64_t letters = (low + (0x80 - 'a') * ones) & ~(low + (0x7F - 'z') * ones) & ~bytes & highest;
    count = static_cast<std::size_t>(std::countr_zero(letters ^ highest)) / 8;  // 8 if there is nothing but letters
    const std::uint64_t mask = count == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1;
    lower = (bytes | (0x20 * ones)) & mask;
    const std::uint64_t capitals = ~(bytes << 2) & highest & mask;  // bit 5 of a letter is its case
    first_capital = (capitals & 0x80) != 0;
    small = capitals != (highest & mask);
  }

  std::size_t count;
  std::uint64_t lower;  // of these letters, zeros behind them
  bool first_capital;
  bool small;  // not all of them are capitals
};

class Scanner {
 public:
  Scanner(std::string_view text, const Vocabulary& vocabulary) : text_(text), vocabulary_(vocabulary) {
    result_.text = text;
    result_.tokens.reserve(text.size() / 4 + 8);
  }

  TokenText run() {
    const std::size_t size = text_.size();
    std::size_t at = 0;
    bool glued = false;
    while (at < size) {
      const std::size_t start = at;
      switch (class_of(text_[at])) {
        case Class::Space:
          ++at;
          glued = false;
          continue;
        case Class::Newline:
          put(start, ++at, TokenKind::Newline, glued, vocabulary_.mark('\n'));
          glued = false;
          continue;
        case Class::Digit:
          while (at < size && class_of(text_[at]) == Class::Digit) ++at;
          put(start, at, TokenKind::Number, glued, unknown_word);
          break;
        case Class::Letter: at = word(start, glued); break;
        case Class::Mark:
          put(start, ++at, TokenKind::Mark, glued, vocabulary_.mark(static_cast<unsigned char>(text_[start])));
          break;
        case Class::Wide: at = wide(start, glued); continue;
      }
      glued = true;
      if (at < size && text_[at] == ' ') {
        ++at;
        glued = false;
      }
    }
    put(size, size, TokenKind::End, false, unknown_word);
    return std::move(result_);
  }

 private:
  [[gnu::always_inline]] void put(std::size_t start, std::size_t end, TokenKind kind, bool glued, WordId word, bool capitalised = false,
                                  bool all_capitals = false) {
    result_.tokens.push_back(
        {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), word, kind, capitalised, all_capitals, glued});
    result_.topics |= vocabulary_.topics(word);
  }

  // Eight bytes of the text, or what is left of it.
  std::uint64_t eight(std::size_t from) const {
    const std::size_t left = text_.size() - from;
    return left >= 8 ? WordKey::load(text_.data() + from, 8) : WordKey::load(text_.data() + from, left);
  }
  bool ends_ascii(std::size_t end) const { return end == text_.size() || class_of(text_[end]) != Class::Wide; }

  // A space, mark or word that begins beyond ASCII; the byte behind it.
  std::size_t wide(std::size_t start, bool& glued) {
    std::size_t end = start;
    const char32_t c = base::decode(text_, end);
    const bool space = base::is_space(c);
    if (base::is_letter(c)) {
      letters_ = written_ = 0;
      first_capital_ = small_ = false;
      end = long_word(start, start, glued);
    } else if (!space) {
      const char32_t mark = plain_mark(c);
      const bool plain = mark < 0x80;
      put(start, end, TokenKind::Mark, glued,
          plain ? vocabulary_.mark(static_cast<unsigned char>(mark)) : vocabulary_.find(text_.substr(start, end - start)));
    }
    glued = !space;
    return end;
  }

  // Most words are short and in ASCII: they are never copied.
  std::size_t word(std::size_t start, bool glued) {
    const Letters letters(eight(start));
    const std::size_t end = start + letters.count;
    if (letters.count < 8 && ends_ascii(end)) {
      const WordId id = vocabulary_.find_short(WordKey::of_short(letters.lower, letters.count));
      put(start, end, TokenKind::Word, glued, id, letters.first_capital, letters.count >= 2 && !letters.small);
      return end;
    }
    if (letters.count == 8) {
      const Letters rest(eight(end));
      if (rest.count < 8 && ends_ascii(end + rest.count)) {
        const WordId id = vocabulary_.find_two(letters.lower, rest.lower, 8 + rest.count);
        put(start, end + rest.count, TokenKind::Word, glued, id, letters.first_capital, !letters.small && !rest.small);
        return end + rest.count;
      }
    }
    letters_ = letters.count;
    first_capital_ = letters.first_capital;
    small_ = letters.small;
    written_ = 0;
    write(letters.lower, letters.count);
    return long_word(start, end, glued);
  }

  // A word from `end` on, with what has been read of it; the byte behind it.
  std::size_t long_word(std::size_t start, std::size_t end, bool glued) {
    for (;;) {
      const Letters letters(eight(end));
      first_capital_ |= letters_ == 0 && letters.first_capital;
      small_ |= letters.small;
      letters_ += letters.count;
      write(letters.lower, letters.count);
      end += letters.count;
      if (letters.count == 8) continue;
      if (end == text_.size() || class_of(text_[end]) != Class::Wide || !wide_letter(end)) break;
    }
    write(0, 0);  // zeros behind the word, which its key counts on
    const std::string_view lower(lower_.data(), std::min(written_, Vocabulary::longest));
    const WordId id = written_ > Vocabulary::longest ? unknown_word : vocabulary_.find(lower, WordKey::of_padded(lower));
    put(start, end, TokenKind::Word, glued, id, first_capital_, letters_ >= 2 && !small_);
    return end;
  }

  // A letter beyond ASCII or a combining mark at `end`, which moves behind it; false if there is none.
  bool wide_letter(std::size_t& end) {
    const auto second = end + 1 < text_.size() ? static_cast<unsigned char>(text_[end + 1]) : 0U;
    if (static_cast<unsigned char>(text_[end]) == 0xC3 && second >= 0x80 && second < 0xC0 && second != 0x97 && second != 0xB7) {  // À to ÿ but × and ÷
      const bool capital = second < 0x9F;
      count(capital);
      write(0xC3 | (std::uint64_t{capital ? second + 0x20 : second} << 8), 2);
      end += 2;
      return true;
    }
    std::size_t next = end;
    const char32_t wide = base::decode(text_, next);
    const bool mark = wide >= 0x300 && wide < 0x370;  // combining
    if (!mark && !base::is_letter(wide)) return false;
    const std::string lower = base::lower(text_.substr(end, next - end));
    count(lower != text_.substr(end, next - end));
    for (const char c : lower) write(static_cast<unsigned char>(c), 1);
    end = next;
    return true;
  }

  void count(bool capital) {
    first_capital_ |= capital && letters_ == 0;
    small_ |= !capital;
    ++letters_;
  }

  // Up to eight bytes, the lowest first; the rest of them is zero.
  void write(std::uint64_t bytes, std::size_t size) {
    if (written_ <= Vocabulary::longest) WordKey::store(lower_.data() + written_, bytes);
    written_ += size;
  }

  const std::string_view text_;
  TokenText result_;
  const Vocabulary& vocabulary_;
  // of the word that is being read
  std::array<char, Vocabulary::longest + 16> lower_{};
  std::size_t written_ = 0;  // bytes; more than fit there are counted only, for no word known is longer
  std::size_t letters_ = 0;
  bool first_capital_ = false;
  bool small_ = false;  // some letter is no capital
};

}  // namespace

TokenText scan(std::string_view text, const Vocabulary& vocabulary) { return Scanner(text, vocabulary).run(); }

}  // namespace synoptic::extract
