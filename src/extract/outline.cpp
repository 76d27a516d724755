#include "extract/outline.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <string>

namespace synoptic::extract {

namespace {

enum class Style : std::uint8_t { Digit, Lower, Roman, Upper, UpperRoman, Degree, LetterParen, DigitDot, UpperDot, LowerDot, Dash };

constexpr std::size_t deepest = 12;

struct Label {
  Style style = Style::Digit;
  std::string text;
  std::size_t end = 0;
};

bool has_roman_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return std::string_view("ivxlIVXL").find(c) != std::string_view::npos; });
}

bool follows(std::string_view before, std::string_view label) {
  return before.size() == 1 && label.size() == 1 && label[0] == before[0] + 1;
}

// "9", "10"
bool counts_on(std::string_view before, std::string_view label) {
  int last = 0;
  int next = 0;
  const auto a = std::from_chars(before.data(), before.data() + before.size(), last);
  const auto b = std::from_chars(label.data(), label.data() + label.size(), next);
  return a.ec == std::errc() && b.ec == std::errc() && next == last + 1;
}

class Builder {
 public:
  Builder(const TokenText& text, const SanctionWords& words) : text_(text), words_(words) { result_.nodes.emplace_back(); }

  Outline run() {
    const auto& tokens = text_.tokens;
    std::size_t start = 0;  // of the current run of text
    bool line_start = true;
    for (std::size_t i = 0; i + 1 < tokens.size();) {
      if (tokens[i].kind == TokenKind::Newline) {
        line_start = true;
        ++i;
        continue;
      }
      const bool candidate = line_start || (tokens[i].word == words_.open && breaks_before(i));
      if (candidate) {
        if (auto label = read_label(i, line_start)) {
          flush(start, i);
          open(*label);
          start = i = label->end;
          line_start = label->style != Style::Dash;  // "(2)(a)", "1° a)"
          continue;
        }
        if (line_start && i > start) {
          flush(start, i);
          start = i;
          unlabelled(i);
        }
      }
      line_start = false;
      ++i;
    }
    flush(start, tokens.size() - 1);
    return std::move(result_);
  }

 private:
  struct Level {
    Style style;
    std::string label;
    int node;
  };

  int current() const { return levels_.empty() ? 0 : levels_.back().node; }

  void flush(std::size_t first, std::size_t last) {
    while (last > first && text_.tokens[last - 1].kind == TokenKind::Newline) --last;
    if (first < last) result_.nodes[static_cast<std::size_t>(current())].pieces.push_back({-1, first, last});
  }

  // The mark before token `i` lets a label stand inside a line: "; (b)", "— (a)", "; or (c)".
  bool breaks_before(std::size_t i) const {
    if (i == 0 || text_.tokens[i].glued) return i > 0 && text_.tokens[i - 1].word == words_.dash && text_.tokens[i].glued;
    const auto stops = [this](const Token& token) { return token.word == words_.semicolon || token.word == words_.colon || token.word == words_.dash; };
    const Token& before = text_.tokens[i - 1];
    if (stops(before)) return true;
    return i >= 2 && before.kind == TokenKind::Word && before.end - before.start <= 3 && text_.tokens[i - 2].word == words_.semicolon;
  }

  std::optional<Label> read_label(std::size_t i, bool line_start) const {
    const auto& tokens = text_.tokens;
    const auto text_of = [&](std::size_t t) { return std::string(tokens[t].of(text_.text)); };
    if (tokens[i].word == words_.open && i + 2 < tokens.size()) {
      std::size_t close = i + 2;
      std::string label = text_of(i + 1);
      if (tokens[i + 1].kind == TokenKind::Number && tokens[close].kind == TokenKind::Word && tokens[close].glued) label += text_of(close++);
      if (tokens[close].word != words_.close || label.size() > 6) return std::nullopt;
      if (tokens[i + 1].kind == TokenKind::Number) return Label{Style::Digit, label, close + 1};
      if (tokens[i + 1].kind != TokenKind::Word) return std::nullopt;
      return letter(label, close + 1);
    }
    if (!line_start) return std::nullopt;
    if (tokens[i].word == words_.dash && tokens[i + 1].kind != TokenKind::Newline) return Label{Style::Dash, "-", i + 1};
    const bool number = tokens[i].kind == TokenKind::Number;
    if (!number && tokens[i].kind != TokenKind::Word) return std::nullopt;
    const std::string label = text_of(i);
    const auto mark = tokens[i + 1].of(text_.text);
    if (number && (mark == "°" || mark == "º")) {
      std::size_t end = i + 2;
      if (tokens[end].kind == TokenKind::Word && !tokens[end].capitalised && tokens[end].end - tokens[end].start <= 6 && is_repeat(tokens[end].of(text_.text))) ++end;
      return Label{Style::Degree, label, end};
    }
    if (label.size() <= 2 && mark == ")" && tokens[i + 1].glued) return Label{Style::LetterParen, label, i + 2};
    if (number && mark == "." && tokens[i + 1].glued && !tokens[i + 2].glued && label.size() <= 2) return Label{Style::DigitDot, label, i + 2};
    if (!number && label.size() == 1 && !tokens[i].capitalised && mark == "." && tokens[i + 1].glued && !tokens[i + 2].glued && tokens[i + 2].capitalised) {
      return Label{Style::LowerDot, label, i + 2};
    }
    if (!number && label.size() <= 5 && tokens[i].capitalised && (label.size() == 1 || tokens[i].all_capitals) && (has_roman_letters(label) || label.size() == 1) &&
        ((mark == "." && tokens[i + 1].glued) || tokens[i + 1].word == words_.dash)) {
      std::size_t end = i + 2;
      while (tokens[end].word == words_.dash || tokens[end].word == words_.dot) ++end;
      return Label{has_roman_letters(label) && label.size() > 1 ? Style::UpperRoman : upper_style(label), label, end};
    }
    return std::nullopt;
  }

  // Latin words that number what was put in between: "4° bis".
  static bool is_repeat(std::string_view word) {
    return word == "bis" || word == "ter" || word == "quater" || word == "sexies" || word.starts_with("quinqu") || word == "septies" || word == "octies";
  }

  Style upper_style(const std::string& label) const {
    const Level* roman = level(Style::UpperRoman);
    if (label == "I" && level(Style::UpperDot) == nullptr) return Style::UpperRoman;
    return roman != nullptr && has_roman_letters(label) ? Style::UpperRoman : Style::UpperDot;
  }

  const Level* level(Style style) const {
    const auto found = std::find_if(levels_.begin(), levels_.end(), [style](const Level& level) { return level.style == style; });
    return found == levels_.end() ? nullptr : &*found;
  }

  // "(i)" goes on from "(h)", or begins a list of Roman numerals.
  std::optional<Label> letter(const std::string& label, std::size_t end) const {
    const bool upper = std::isupper(static_cast<unsigned char>(label[0])) != 0;
    const Style plain = upper ? Style::Upper : Style::Lower;
    const Style roman = upper ? Style::UpperRoman : Style::Roman;
    if (label.size() > 4 || !std::all_of(label.begin(), label.end(), [](unsigned char c) { return std::isalpha(c) != 0; })) return std::nullopt;
    if (!has_roman_letters(label)) return label.size() <= 3 ? std::optional(Label{plain, label, end}) : std::nullopt;
    const Level* letters = level(plain);
    if (letters != nullptr && follows(letters->label, label)) return Label{plain, label, end};
    if (label.size() == 1 && label != "i" && label != "I" && level(roman) == nullptr) return Label{plain, label, end};
    return Label{roman, label, end};
  }

  void open(const Label& label) {
    const auto same = std::find_if(levels_.begin(), levels_.end(), [&](const Level& level) { return level.style == label.style; });
    if (same != levels_.end()) levels_.erase(same, levels_.end());
    if (levels_.size() >= deepest) levels_.pop_back();
    const int parent = current();
    const int node = static_cast<int>(result_.nodes.size());
    result_.nodes.push_back({parent, {}});
    result_.nodes[static_cast<std::size_t>(parent)].pieces.push_back({node, 0, 0});
    levels_.push_back({label.style, label.text, node});
  }

  // "4° ...\nwords\n5° ...": the words stand inside item 4, whose list goes on. Looks a few lines ahead only.
  bool goes_on(std::size_t i) const {
    const Level& last = levels_.back();
    if (last.style != Style::Degree && last.style != Style::LetterParen) return false;
    for (std::size_t lines = 0, at = i; lines < 4 && at < std::min(i + 600, text_.tokens.size() - 2); ++at) {
      if (text_.tokens[at].kind != TokenKind::Newline) continue;
      ++lines;
      const auto label = read_label(at + 1, true);
      if (!label) continue;
      return label->style == last.style && (follows(last.label, label->text) || counts_on(last.label, label->text));
    }
    return false;
  }

  // A line without a label ends a list: the words that close the sentence belong to its parent, a new sentence to the provision.
  void unlabelled(std::size_t i) {
    if (levels_.empty()) return;
    std::size_t before = i;
    while (before > 0 && (text_.tokens[before - 1].kind == TokenKind::Newline || text_.tokens[before - 1].word == words_.quote)) --before;
    if (goes_on(i)) return;
    if (before > 0 && text_.tokens[before - 1].word == words_.colon && words_.role(text_, i).role == Role::Condition) return;  // "Provided that"
    if (before > 0 && text_.tokens[before - 1].word == words_.dot) {
      levels_.clear();
    } else {
      levels_.pop_back();
    }
  }

  const TokenText& text_;
  const SanctionWords& words_;
  Outline result_;
  std::vector<Level> levels_;
};

}  // namespace

Outline outline(const TokenText& text, const SanctionWords& words) { return Builder(text, words).run(); }

}  // namespace synoptic::extract
