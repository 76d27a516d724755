// Counts members and the words in them in JSON, and in JSON Lines, by a scan of its tokens.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/audit_count.h"

namespace synoptic::read {

namespace {

// "type=article": a member with that value; "content": a member that holds anything but null.
struct Wanted {
  std::string_view key;
  std::string_view value;
};

std::vector<Wanted> wanted_of(std::string_view list) {
  std::vector<Wanted> result;
  for (const auto entry : split_list(list)) {
    const auto equals = std::min(entry.find('='), entry.size());
    result.push_back({entry.substr(0, equals), entry.substr(std::min(equals + 1, entry.size()))});
  }
  return result;
}

class JsonScan {
 public:
  JsonScan(std::string_view text, const AuditRule& rule) : text_(text), rule_(rule), units_(wanted_of(rule.units)), left_out_(split_list(rule.not_operative)), quoted_(split_list(rule.quoted)) {
    for (const auto group : split_list(rule.words)) words_.push_back(split_list(group, '|'));
  }

  SourceCount run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        string();
      } else if (c == '{' || c == '[') {
        open(c == '{');
      } else if (c == '}' || c == ']') {
        close();
      } else if (c == ':') {
        if (!open_.empty()) open_.back().value = true;
      } else if (c == ',') {
        if (!open_.empty()) open_.back().value = !open_.back().object;
      } else if (c == 'n' && !open_.empty() && open_.back().object && text_.substr(at_).starts_with("null")) {
        at_ += 3;  // nothing
      }
      ++at_;
    }
    while (!open_.empty()) close();
    for (const auto& [raw, member] : pieces_) {
      if (!is_repeated(raw)) words(raw, member);
    }
    return std::move(count_);
  }

 private:
  struct Frame {
    bool object = false;
    bool left_out = false;
    bool value = false;  // a value comes next, not a key
    bool unit = false;
    std::string_view key;
    std::string_view number;
    // For each group of members that hold text: which of its members is the best so far, and where its string stands.
    std::vector<std::pair<std::size_t, std::string_view>> best;
  };

  void open(bool object) {
    Frame frame;
    if (!open_.empty()) {
      const auto& outer = open_.back();
      frame.left_out = outer.left_out || is_left_out(outer.key);
      if (!object) frame.key = outer.key;  // what is in a list is what the list is called
    }
    frame.object = object;
    frame.value = !object;
    frame.best.assign(object ? words_.size() : 0, {SIZE_MAX, {}});
    open_.push_back(std::move(frame));
  }

  bool is_left_out(std::string_view key) const {
    return std::any_of(left_out_.begin(), left_out_.end(), [&](std::string_view entry) {
      const bool outermost = entry.ends_with("@1");
      return key == (outermost ? entry.substr(0, entry.size() - 2) : entry) && (!outermost || open_.size() == 1);
    });
  }

  void close() {
    if (open_.empty()) return;
    const auto frame = std::move(open_.back());
    open_.pop_back();
    if (!frame.object || frame.left_out || quotes(frame)) return;
    count_.provisions += frame.unit && (rule_.number.empty() || numbers_.insert(whole_number(frame.number)).second);
    for (std::size_t i = 0; i < frame.best.size(); ++i) {
      if (frame.best[i].first == SIZE_MAX) continue;
      if (rule_.number.empty()) {
        words(frame.best[i].second, words_[i][frame.best[i].first]);
      } else {
        pieces_.emplace_back(frame.best[i].second, words_[i][frame.best[i].first]);
      }
    }
  }

  // "Explanation to section 137 (1)" -> "137"
  static std::string_view whole_number(std::string_view number) {
    number.remove_prefix(std::min(number.find_first_of("0123456789"), number.size()));
    return number.substr(0, static_cast<std::size_t>(std::find_if_not(number.begin(), number.end(), [](char c) { return base::ascii::is_digit(c) || base::ascii::is_upper(c); }) - number.begin()));
  }

  // "is to be filed. [Act 18 of 2049 wef 15/10/2049]"
  std::string without_notes(std::string_view line) const {
    std::string kept;
    for (std::size_t at = 0; at < line.size();) {
      const auto open = std::min(line.find('[', at), line.size());
      kept += line.substr(at, open - at);
      const auto close = line.find_first_of("[]", std::min(open + 1, line.size()));
      const bool note = close != std::string_view::npos && line[close] == ']' && find_first_mark(line.substr(open, close - open), rule_.bracketed) != std::string_view::npos;
      if (!note && open < line.size()) kept += '[';
      at = note ? close + 1 : open + 1;
    }
    return kept;
  }

  // Another piece holds the same words and more, or the same earlier.
  bool is_repeated(std::string_view raw) const {
    constexpr std::size_t most = 4000;  // each is compared with each
    return pieces_.size() <= most && std::any_of(pieces_.begin(), pieces_.end(), [&](const auto& piece) {
      const auto other = piece.first;
      return other.size() == raw.size() ? other.data() < raw.data() && other == raw : other.size() > raw.size() && other.find(raw) != std::string_view::npos;
    });
  }

  // Its words are those of another law.
  bool quotes(const Frame& frame) const {
    return std::any_of(frame.best.begin(), frame.best.end(), [&](const auto& best) {
      return best.first != SIZE_MAX && std::any_of(quoted_.begin(), quoted_.end(), [&](std::string_view mark) { return best.second.starts_with(mark); });
    });
  }

  void string() {
    const auto start = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, text_.size());
    const auto content = text_.substr(start, at_ - start);
    if (open_.empty() || !open_.back().object) return;
    auto& frame = open_.back();
    if (!frame.value) {
      frame.key = content;
      return;
    }
    if (frame.key == rule_.number) frame.number = content;
    for (const auto& unit : units_) frame.unit = frame.unit || (unit.key == frame.key && (unit.value.empty() || unit.value == content));
    for (std::size_t i = 0; i < words_.size() && !content.empty(); ++i) {
      const auto place = std::find(words_[i].begin(), words_[i].end(), frame.key);
      const auto rank = static_cast<std::size_t>(place - words_[i].begin());
      if (place != words_[i].end() && rank < frame.best[i].first) frame.best[i] = {rank, content};
    }
  }

  // A run a line of the string, with its escapes undone and, in HTML, without tags.
  void words(std::string_view raw, std::string_view member) {
    raw = raw.substr(0, find_first_mark(raw, rule_.cut));
    const bool html = raw.find('<') != std::string_view::npos && (raw.find("</") != std::string_view::npos || raw.find("<\\/") != std::string_view::npos || raw.find("/>") != std::string_view::npos);
    LineFilter filter(rule_);
    std::string line;
    std::size_t start = 0;
    const auto flush = [&](std::size_t next) {
      if (!rule_.bracketed.empty()) line = without_notes(line);
      const auto characters = html ? count_marked_up(without_tags(line)) : count_characters(line);
      if (filter.operative(line) && characters > 0) count_.runs.push_back({static_cast<std::size_t>(raw.data() - text_.data()) + start, characters, member});
      line.clear();
      start = next;
    };
    for (std::size_t i = 0; i < raw.size();) {
      if (raw[i] != '\\') {
        line.push_back(raw[i++]);
      } else if (i + 1 < raw.size() && raw[i + 1] == 'u') {
        base::append(line, code_unit(raw, i));
      } else {
        const bool newline = i + 1 < raw.size() && raw[i + 1] == 'n';
        if (!newline && i + 1 < raw.size()) line.push_back(std::string_view("\"\\/").find(raw[i + 1]) == std::string_view::npos ? ' ' : raw[i + 1]);
        i += 2;
        if (newline && !html) flush(i);  // a tag may go on over the end of a line
      }
    }
    flush(raw.size());
  }

  // \uD83D\uDE00 is one character.
  static char32_t code_unit(std::string_view raw, std::size_t& i) {
    const auto hex = [&](std::size_t at) {
      char32_t value = 0;
      for (const char c : raw.substr(std::min(at, raw.size()), 4)) {
        const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(c | 0x20));
        value = value * 16 + static_cast<char32_t>(digit == std::string_view::npos ? 0 : digit);
      }
      return value;
    };
    const char32_t first = hex(i + 2);
    i += 6;
    if (first < 0xD800 || first > 0xDBFF || !raw.substr(std::min(i, raw.size())).starts_with("\\u")) return first >= 0xD800 && first <= 0xDFFF ? 0xFFFD : first;
    const char32_t second = hex(i + 2);
    if (second < 0xDC00 || second > 0xDFFF) return 0xFFFD;
    i += 6;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }

  std::string_view text_;
  const AuditRule& rule_;
  std::vector<Wanted> units_;
  std::vector<std::string_view> left_out_;
  std::vector<std::string_view> quoted_;
  std::set<std::string_view> numbers_;
  std::vector<std::pair<std::string_view, std::string_view>> pieces_;  // strings, and the members that hold them
  std::vector<std::vector<std::string_view>> words_;
  std::size_t at_ = 0;
  std::vector<Frame> open_;
  SourceCount count_;
};

}  // namespace

SourceCount count_json(std::string_view text, const AuditRule& rule) {
  auto count = JsonScan(text, rule).run();
  std::stable_sort(count.runs.begin(), count.runs.end(), [](const auto& a, const auto& b) { return a.offset < b.offset; });
  return count;
}

}  // namespace synoptic::read
