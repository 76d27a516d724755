#include "base/word_diff.h"

#include <algorithm>
#include <unordered_map>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/sequence_diff.h"
#include "base/utf8.h"

namespace synoptic::base {

namespace {

struct Token {
  Span span;
  std::string key;  // what it is compared by
  bool is_word = false;
};

bool is_invisible(char32_t c) { return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060; }

bool is_word_part(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  return is_letter(c) || is_digit(c) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

// Marks that differ in typography only have one key.
std::string mark_key(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x02BC: case 0x00B4: case 0x0060: return "'";
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0x00AB: case 0x00BB: return "\"";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0x00AD: return "-";
    default: {
      std::string key;
      append(key, c);
      return key;
    }
  }
}

std::string composed(const std::string& word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return word;
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return word;
  std::string result;
  normalizer->normalize(icu::UnicodeString::fromUTF8(word), error).toUTF8String(result);
  return U_FAILURE(error) ? word : result;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Token> cut() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t start = at;
      const char32_t c = decode(text_, at);
      if (is_invisible(c)) continue;
      if (is_space(c)) {
        end_word();
      } else if (is_word_part(c)) {
        append(word_, c);
        if (!in_word_) start_ = start;
        in_word_ = true;
        end_ = at;
      } else {
        end_word();
        if (c == 0x2026) {  // an ellipsis is three points
          for (int i = 0; i < 3; ++i) tokens_.push_back({{i == 0 ? start : at, at}, ".", false});
        } else {
          tokens_.push_back({{start, at}, mark_key(c), false});
        }
      }
    }
    end_word();
    return std::move(tokens_);
  }

 private:
  static bool is_number(std::string_view key) { return key.find_first_not_of("0123456789") == std::string_view::npos; }

  void end_word() {
    if (!in_word_) return;
    in_word_ = false;
    auto key = composed(word_);
    word_.clear();
    // "15 000": groups of three digits behind a number of up to three or of such groups, with nothing but space between.
    if (!tokens_.empty() && grouping_ && key.size() == 3 && is_number(key)) {
      auto& number = tokens_.back();
      if (only_space(number.span.end, start_)) {
        number.key += key;
        number.span.end = end_;
        return;
      }
    }
    grouping_ = key.size() <= 3 && is_number(key);
    tokens_.push_back({{start_, end_}, std::move(key), true});
    last_word_ = tokens_.size();
  }

  bool only_space(std::size_t from, std::size_t to) const {
    if (last_word_ != tokens_.size()) return false;  // a mark stands between
    return text_.substr(from, to - from).find('\n') == std::string_view::npos;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::string word_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  bool in_word_ = false;
  bool grouping_ = false;
  std::size_t last_word_ = 0;
};

// A change: tokens [before, before_end) became [after, after_end).
struct Change {
  std::size_t before = 0, before_end = 0;
  std::size_t after = 0, after_end = 0;
};

class Differ {
 public:
  Differ(std::string_view before, std::string_view after) : texts_{before, after}, tokens_{Cutter(before).cut(), Cutter(after).cut()} {}

  std::vector<WordRun> run() {
    find_changes();
    join_neighbours();
    std::size_t before = 0;
    std::size_t after = 0;
    for (const auto& change : changes_) {
      put(WordRun::Kind::Same, before, change.before, after, change.after);
      put(WordRun::Kind::Removed, change.before, change.before_end, change.after, change.after);
      put(WordRun::Kind::Added, change.before_end, change.before_end, change.after, change.after_end);
      before = change.before_end;
      after = change.after_end;
    }
    put(WordRun::Kind::Same, before, tokens_[0].size(), after, tokens_[1].size());
    close();
    return std::move(runs_);
  }

 private:
  void find_changes() {
    std::unordered_map<std::string_view, std::uint32_t> ids;
    std::vector<std::uint32_t> sequences[2];
    for (int side = 0; side < 2; ++side) {
      for (const auto& token : tokens_[side]) sequences[side].push_back(ids.try_emplace(token.key, static_cast<std::uint32_t>(ids.size())).first->second);
    }
    std::size_t before = 0;
    std::size_t after = 0;
    for (const auto& run : common_runs(sequences[0], sequences[1])) {
      if (run.before != before || run.after != after) changes_.push_back({before, run.before, after, run.after});
      before = run.before + run.length;
      after = run.after + run.length;
    }
    if (before != tokens_[0].size() || after != tokens_[1].size()) changes_.push_back({before, tokens_[0].size(), after, tokens_[1].size()});
  }

  static std::size_t size(const Change& change) { return std::max(change.before_end - change.before, change.after_end - change.after); }

  // A word or two between two larger changes is a coincidence, not something that stayed; marks alone always are.
  void join_neighbours() {
    std::vector<Change> joined;
    for (const auto& change : changes_) {
      if (!joined.empty()) {
        auto& last = joined.back();
        const std::size_t between = change.before - last.before_end;
        const auto first = tokens_[0].begin() + static_cast<std::ptrdiff_t>(last.before_end);
        const auto words = static_cast<std::size_t>(std::count_if(first, first + static_cast<std::ptrdiff_t>(between), [](const Token& token) { return token.is_word; }));
        const bool replaced = last.before_end > last.before && last.after_end > last.after && change.before_end > change.before && change.after_end > change.after;
        if (replaced && words <= 2 && between <= size(last) && between <= size(change)) {
          last.before_end = change.before_end;
          last.after_end = change.after_end;
          continue;
        }
      }
      joined.push_back(change);
    }
    changes_ = std::move(joined);
  }

  // Bytes from behind the token before to the end of the last one.
  Span bytes(int side, std::size_t first, std::size_t last) {
    const std::size_t start = done_[side];
    if (first != last) done_[side] = tokens_[side][last - 1].span.end;
    return {start, done_[side]};
  }

  void put(WordRun::Kind kind, std::size_t before, std::size_t before_end, std::size_t after, std::size_t after_end) {
    if (before == before_end && after == after_end) return;
    const int counted = kind == WordRun::Kind::Added ? 1 : 0;
    const auto first = kind == WordRun::Kind::Added ? after : before;
    const auto last = kind == WordRun::Kind::Added ? after_end : before_end;
    std::size_t words = 0;
    for (auto i = first; i < last; ++i) words += tokens_[counted][i].is_word;
    runs_.push_back({kind, bytes(0, before, before_end), bytes(1, after, after_end), words});
  }

  // White space behind the last word goes with it.
  void close() {
    for (int side = 0; side < 2; ++side) {
      if (done_[side] == texts_[side].size()) continue;
      const auto takes = [side](const WordRun& run) { return run.kind != (side == 0 ? WordRun::Kind::Added : WordRun::Kind::Removed); };
      const auto last = std::find_if(runs_.rbegin(), runs_.rend(), takes);
      auto* run = last != runs_.rend() ? &*last : &*runs_.insert(runs_.begin(), WordRun{});
      (side == 0 ? run->before : run->after).end = texts_[side].size();
    }
  }

  std::string_view texts_[2];
  std::vector<Token> tokens_[2];
  std::size_t done_[2] = {0, 0};
  std::vector<Change> changes_;
  std::vector<WordRun> runs_;
};

}  // namespace

std::vector<WordRun> word_diff(std::string_view before, std::string_view after) { return Differ(before, after).run(); }

bool same_words(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto tokens_a = Cutter(a).cut();
  const auto tokens_b = Cutter(b).cut();
  return std::equal(tokens_a.begin(), tokens_a.end(), tokens_b.begin(), tokens_b.end(), [](const Token& x, const Token& y) { return x.key == y.key; });
}

}  // namespace synoptic::base
