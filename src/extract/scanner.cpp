#include <array>

#include "base/utf8.h"
#include "extract/token.h"

namespace synoptic::extract {

WordId Vocabulary::add(std::string_view word) {
  const auto next = static_cast<WordId>(ids_.size() + 1);
  return ids_.try_emplace(std::string(word), next).first->second;
}

WordId Vocabulary::find(std::string_view word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? unknown_word : found->second;
}

namespace {

// The mark a code point counts as when its word id is looked up.
char32_t plain_mark(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x02BC: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: return '"';
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
        buffer_.push_back(text[end++]);
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

  TokenText result_;
  const Vocabulary& vocabulary_;
  std::size_t at_ = 0;
  bool glued_ = false;
  std::string buffer_;
};

}  // namespace

TokenText scan(std::string_view text, const Vocabulary& vocabulary) { return Scanner(text, vocabulary).run(); }

}  // namespace synoptic::extract
