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
  Scanner(std::string_view text, const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    result_.text = text;
    result_.tokens.reserve(text.size() / 5 + 8);
  }

  TokenText run() {
    const std::string_view text = result_.text;
    while (at_ < text.size()) {
      switch (class_of(text[at_])) {
        case Class::Space: ++at_; glued_ = false; break;
        case Class::Newline: emit(TokenKind::Newline, at_ + 1).word = vocabulary_.mark('\n'); glued_ = false; break;
        case Class::Digit: number(); break;
        case Class::Letter: word(); break;
        case Class::Mark: emit(TokenKind::Mark, at_ + 1).word = vocabulary_.mark(static_cast<unsigned char>(text[at_])); break;
        case Class::Wide: wide(); break;
      }
    }
    Token end;
    end.start = end.end = static_cast<std::uint32_t>(text.size());
    result_.tokens.push_back(end);
    return std::move(result_);
  }

 private:
  Token& emit(TokenKind kind, std::size_t end) {
    Token& token = result_.tokens.emplace_back();
    token.start = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.glued = glued_;
    at_ = end;
    glued_ = true;
    return token;
  }

  // Eight bytes of the text, or what is left of it.
  std::uint64_t eight(std::size_t from) const {
    const std::size_t left = result_.text.size() - from;
    return left >= 8 ? WordKey::load(result_.text.data() + from, 8) : WordKey::load(result_.text.data() + from, left);
  }

  void number() {
    std::size_t end = at_;
    while (end < result_.text.size() && class_of(result_.text[end]) == Class::Digit) ++end;
    emit(TokenKind::Number, end);
  }

  void wide() {
    std::size_t end = at_;
    const char32_t c = base::decode(result_.text, end);
    if (base::is_space(c)) {
      at_ = end;
      glued_ = false;
    } else if (base::is_letter(c)) {
      letters_ = written_ = 0;
      first_capital_ = small_ = false;
      long_word(at_);
    } else {
      wide_mark(plain_mark(c), end);
    }
  }

  void wide_mark(char32_t mark, std::size_t end) {
    const std::size_t start = at_;
    emit(TokenKind::Mark, end).word = mark < 0x80 ? vocabulary_.mark(static_cast<unsigned char>(mark)) : vocabulary_.find(result_.text.substr(start, end - start));
  }

  // Most words are short and in ASCII: they are never copied.
  void word() {
    const std::string_view text = result_.text;
    const Letters letters(eight(at_));
    const std::size_t end = at_ + letters.count;
    letters_ = letters.count;
    first_capital_ = letters.first_capital;
    small_ = letters.small;
    if (letters.count < 8 && (end == text.size() || class_of(text[end]) != Class::Wide)) {
      return finish_word(end, vocabulary_.find_short(WordKey::of_short(letters.lower, letters.count)));
    }
    written_ = 0;
    write(letters.lower, letters.count);
    long_word(end);
  }

  // A word from `end` on, with what has been read of it.
  void long_word(std::size_t end) {
    const std::string_view text = result_.text;
    for (;;) {
      const Letters letters(eight(end));
      first_capital_ |= letters_ == 0 && letters.first_capital;
      small_ |= letters.small;
      letters_ += letters.count;
      write(letters.lower, letters.count);
      end += letters.count;
      if (letters.count == 8) continue;
      if (end == text.size() || class_of(text[end]) != Class::Wide || !wide_letter(end)) break;
    }
    write(0, 0);  // zeros behind the word, which its key counts on
    finish_word(end, written_ > Vocabulary::longest ? unknown_word : vocabulary_.find({lower_.data(), written_}, WordKey::of_padded({lower_.data(), written_})));
  }

  // A letter beyond ASCII or a combining mark at `end`, which moves behind it; false if there is none.
  bool wide_letter(std::size_t& end) {
    const std::string_view text = result_.text;
    const auto second = end + 1 < text.size() ? static_cast<unsigned char>(text[end + 1]) : 0U;
    if (static_cast<unsigned char>(text[end]) == 0xC3 && second >= 0x80 && second < 0xC0 && second != 0x97 && second != 0xB7) {  // À to ÿ but × and ÷
      const bool capital = second < 0x9F;
      count(capital);
      write(0xC3 | (std::uint64_t{capital ? second + 0x20 : second} << 8), 2);
      end += 2;
      return true;
    }
    std::size_t next = end;
    const char32_t wide = base::decode(text, next);
    const bool mark = wide >= 0x300 && wide < 0x370;  // combining
    if (!mark && !base::is_letter(wide)) return false;
    const std::string lower = base::lower(text.substr(end, next - end));
    count(lower != text.substr(end, next - end));
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

  void finish_word(std::size_t end, WordId id) {
    Token& token = emit(TokenKind::Word, end);
    token.word = id;
    token.capitalised = first_capital_;
    token.all_capitals = letters_ >= 2 && !small_;
  }

  TokenText result_;
  const Vocabulary& vocabulary_;
  std::size_t at_ = 0;
  bool glued_ = false;
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
