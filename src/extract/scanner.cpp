#include <array>
#include <cstring>

#include "base/utf8.h"
#include "extract/token.h"

namespace synoptic::extract {

// Eight bytes at a time, mixed by multiplication; the words of laws are short.
std::uint32_t Vocabulary::hash(std::string_view word) {
  constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = word.size() * prime;
  const char* bytes = word.data();
  std::size_t left = word.size();
  for (; left >= 8; left -= 8, bytes += 8) {
    std::uint64_t part = 0;
    std::memcpy(&part, bytes, 8);
    hash = (hash ^ part) * prime;
    hash ^= hash >> 29;
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, bytes, left);
  hash = (hash ^ rest) * prime;
  return static_cast<std::uint32_t>(hash >> 32);
}

WordId Vocabulary::add(std::string_view word) {
  const std::uint32_t key = hash(word);
  if (const WordId known = find(word, key); known != unknown_word) return known;
  words_.emplace_back(word);
  if (2 * words_.size() > slots_.size()) {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.word != unknown_word) insert(slot);
    }
  }
  insert({key, static_cast<WordId>(words_.size())});
  return static_cast<WordId>(words_.size());
}

void Vocabulary::insert(Slot slot) {
  std::size_t i = slot.hash & (slots_.size() - 1);
  while (slots_[i].word != unknown_word) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = slot;
}

WordId Vocabulary::find(std::string_view word, std::uint32_t hash) const {
  if (slots_.empty()) return unknown_word;
  for (std::size_t i = hash & (slots_.size() - 1); slots_[i].word != unknown_word; i = (i + 1) & (slots_.size() - 1)) {
    if (slots_[i].hash == hash && words_[slots_[i].word - 1] == word) return slots_[i].word;
  }
  return unknown_word;
}

namespace {

// The mark a code point counts as when its word id is looked up.
char32_t plain_mark(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x02BC: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: case 0x02EE: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: return '-';
    default: return c;
  }
}

enum class Class : std::uint8_t { Space, Newline, Digit, Lower, Upper, Mark, Wide };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (std::size_t i = 0; i < 256; ++i) {
    classes[i] = i >= 128                  ? Class::Wide
                 : i == '\n'               ? Class::Newline
                 : i <= ' '                ? Class::Space
                 : i >= '0' && i <= '9'    ? Class::Digit
                 : i >= 'a' && i <= 'z'    ? Class::Lower
                 : i >= 'A' && i <= 'Z'    ? Class::Upper
                                           : Class::Mark;
  }
  return classes;
}
constexpr auto classes = make_classes();

class Scanner {
 public:
  Scanner(std::string_view text, const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    result_.text = text;
    result_.tokens.reserve(text.size() / 5 + 8);
  }

  TokenText run() {
    const std::string_view text = result_.text;
    while (at_ < text.size()) {
      switch (classes[static_cast<unsigned char>(text[at_])]) {
        case Class::Space: ++at_; glued_ = false; break;
        case Class::Newline: emit_mark(TokenKind::Newline, at_ + 1, '\n'); glued_ = false; break;
        case Class::Digit: number(); break;
        case Class::Lower:
        case Class::Upper: word(); break;
        case Class::Mark: emit_mark(TokenKind::Mark, at_ + 1, static_cast<unsigned char>(text[at_])); break;
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

  void emit_mark(TokenKind kind, std::size_t end, char32_t mark) {
    buffer_.clear();
    base::append(buffer_, mark);
    emit(kind, end).word = vocabulary_.find(buffer_);
  }

  void number() {
    std::size_t end = at_;
    while (end < result_.text.size() && classes[static_cast<unsigned char>(result_.text[end])] == Class::Digit) ++end;
    emit(TokenKind::Number, end);
  }

  void wide() {
    std::size_t end = at_;
    const char32_t c = base::decode(result_.text, end);
    if (base::is_space(c)) {
      at_ = end;
      glued_ = false;
    } else if (base::is_letter(c)) {
      word();
    } else {
      emit_mark(TokenKind::Mark, end, plain_mark(c));
    }
  }

  void word() {
    const std::string_view text = result_.text;
    buffer_.clear();
    std::size_t end = at_;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool first_capital = false;
    while (end < text.size()) {
      const Class c = classes[static_cast<unsigned char>(text[end])];
      if (c == Class::Lower) {
        // A run of small letters, which most words are, goes at once.
        const std::size_t start = end;
        while (end < text.size() && classes[static_cast<unsigned char>(text[end])] == Class::Lower) ++end;
        letters += end - start - 1;
        if (start == at_ && (end == text.size() || !continues_word(text[end]))) return known(end, text.substr(start, end - start));
        buffer_.append(text, start, end - start);
      } else if (c == Class::Upper) {
        first_capital |= letters == 0;
        ++capitals;
        buffer_.push_back(static_cast<char>(text[end++] + 32));
      } else if (c == Class::Wide) {
        std::size_t next = end;
        const char32_t wide = base::decode(text, next);
        const bool mark = wide >= 0x300 && wide < 0x370;  // combining
        if (!mark && !base::is_letter(wide)) break;
        const std::size_t before = buffer_.size();
        buffer_ += base::lower(text.substr(end, next - end));
        if (std::string_view(buffer_).substr(before) != text.substr(end, next - end)) {
          first_capital |= letters == 0;
          ++capitals;
        }
        end = next;
      } else {
        break;
      }
      ++letters;
    }
    const WordId id = vocabulary_.find(buffer_);
    Token& token = emit(TokenKind::Word, end);
    token.word = id;
    token.capitalised = first_capital;
    token.all_capitals = letters >= 2 && capitals == letters;
  }

  static bool continues_word(char c) {
    const Class kind = classes[static_cast<unsigned char>(c)];
    return kind == Class::Upper || kind == Class::Lower || kind == Class::Wide;
  }

  // A word that is written as the vocabulary has it.
  void known(std::size_t end, std::string_view written) {
    const WordId id = vocabulary_.find(written);
    emit(TokenKind::Word, end).word = id;
  }

  TokenText result_;
  const Vocabulary& vocabulary_;
  std::size_t at_ = 0;
  bool glued_ = false;
  std::string buffer_;
};

}  // namespace

TokenText scan(std::string_view text, const Vocabulary& vocabulary) { return Scanner(text, vocabulary).run(); }

}  // namespace synoptic::extract
