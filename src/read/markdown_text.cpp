#include "read/markdown_text.h"

#include <algorithm>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "read/html_fragment.h"

namespace synoptic::read {

namespace {

bool is_blank_line(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

bool is_markdown_rule(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos || (text[first] != '-' && text[first] != '*' && text[first] != '_')) return false;
  const auto marks = static_cast<std::size_t>(std::count(text.begin(), text.end(), text[first]));
  return marks >= 3 && text.find_first_not_of(std::string(" \t\r") + text[first]) == std::string_view::npos;
}

// "| --- | :-: |", which parts the head of a table from its rows
bool is_table_rule(std::string_view text) { return text.find('|') != std::string_view::npos && text.find('-') != std::string_view::npos && text.find_first_not_of("|-: \t\r") == std::string_view::npos; }

constexpr std::size_t deepest_heading = 6;   // of Markdown; writers of deep laws go on counting
constexpr std::size_t longest_marks = 12;

// "## Title ##" -> 2, "Title"
int take_heading(std::string_view& text) {
  std::size_t level = 0;
  while (level < text.size() && text[level] == '#') ++level;
  if (level == 0 || level > longest_marks || (level < text.size() && text[level] != ' ' && text[level] != '\t')) return 0;
  auto rest = base::trim(text.substr(level));
  const auto last = rest.find_last_not_of('#');
  if (last != std::string_view::npos && last + 1 < rest.size() && rest[last] == ' ') rest = base::trim(rest.substr(0, last));
  text = rest;
  return static_cast<int>(std::min(level, deepest_heading));
}

bool is_letter_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3; }
bool is_space_byte(char c) { return c == ' ' || c == '\t'; }

struct StarRun {
  std::size_t at = 0;
  std::size_t length = 0;
  bool opens = false;
  bool closes = false;
  bool mark = false;  // has its partner
};

// Runs of stars that are emphasis, not stars: an opening one has a partner of its length behind it.
std::vector<StarRun> star_runs(std::string_view text) {
  std::vector<StarRun> runs;
  for (std::size_t i = text.find('*'); i != std::string_view::npos; i = text.find('*', i)) {
    StarRun run{.at = i};
    while (i < text.size() && text[i] == '*') ++i;
    run.length = i - run.at;
    if (run.at > 0 && text[run.at - 1] == '\\') continue;
    run.opens = i < text.size() && !is_space_byte(text[i]);
    run.closes = run.at > 0 && !is_space_byte(text[run.at - 1]);
    runs.push_back(run);
  }
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto& run = runs[i];
    const auto partner = std::find_if(open.rbegin(), open.rend(), [&](std::size_t other) { return runs[other].length == run.length; });
    if (run.closes && partner != open.rend()) {
      run.mark = runs[*partner].mark = true;
      open.erase(std::prev(partner.base()), open.end());
    } else if (run.opens) {
      if (open.size() > 64) open.erase(open.begin());  // nobody nests so deep; keeps a line of stars linear
      open.push_back(i);
    }
  }
  return runs;
}

class Words {
 public:
  Words(std::string_view text, const MarkdownStyle& style) : text_(text), style_(style), stars_(star_runs(text)) { out_.reserve(text.size()); }

  std::string run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '*') {
        star();
      } else if (c == '\\' && at_ + 1 < text_.size() && std::string_view("\\`*_{}[]()#+-.!|<>~\"&").find(text_[at_ + 1]) != std::string_view::npos) {
        out_.push_back(text_[at_ + 1]);
        at_ += 2;
      } else if (c == '[' || (c == '!' && text_.substr(at_).starts_with("!["))) {
        link(c == '!' ? 2 : 1);
      } else if (c == ']' && in_link_ > 0 && text_.substr(at_).starts_with("](")) {
        --in_link_;
        at_ = std::min(text_.find(')', at_), text_.size() - 1) + 1;
      } else {
        constexpr base::ByteSet special("*\\[]!");
        const auto end = std::min(special.find(text_, at_ + 1), text_.size());
        out_.append(text_.substr(at_, end - at_));
        at_ = end;
      }
    }
    return std::move(out_);
  }

 private:
  void star() {
    while (next_star_ < stars_.size() && stars_[next_star_].at < at_) ++next_star_;
    const bool known = next_star_ < stars_.size() && stars_[next_star_].at == at_;
    std::size_t length = known ? stars_[next_star_].length : 1;
    if (!known || !stars_[next_star_].mark) {
      out_.append(text_.substr(at_, length));
    } else if (style_.lost_spaces && !out_.empty() && is_letter_byte(out_.back()) && at_ + length < text_.size() && is_letter_byte(text_[at_ + length])) {
      out_.push_back(' ');
    }
    at_ += length;
  }

  static constexpr std::size_t longest_note = 100;
  static constexpr std::size_t longest_address = 2000;

  // "[^1]" goes, "[words](address)" leaves its words, "[" alone is a bracket.
  void link(std::size_t mark) {
    if (text_.substr(at_).starts_with("[^")) {
      const auto end = text_.substr(at_, longest_note).find(']');
      if (end != std::string_view::npos && text_.substr(at_, end).find(' ') == std::string_view::npos) {
        at_ += end + 1;
        return;
      }
    }
    const auto bracket = std::min(text_.find('[', at_ + mark), text_.size());
    const auto end = text_.substr(at_, bracket - at_).find("](");
    if (end != std::string_view::npos && text_.substr(at_ + end, longest_address).find(')') != std::string_view::npos) {
      ++in_link_;
      at_ += mark;
      return;
    }
    out_.append(text_.substr(at_, mark));
    at_ += mark;
  }

  std::string_view text_;
  MarkdownStyle style_;
  std::vector<StarRun> stars_;
  std::size_t next_star_ = 0;
  std::size_t at_ = 0;
  int in_link_ = 0;
  std::string out_;
};

std::string_view without_list_mark(std::string_view text) {
  text = base::trim(text);
  const bool mark = text.size() > 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ';
  return mark ? base::trim(text.substr(2)) : text;
}

}  // namespace

std::vector<MarkdownLine> markdown_lines(std::string_view text, std::size_t from) {
  std::vector<MarkdownLine> lines;
  bool apart = true;
  for (std::size_t start = from; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    const auto whole = text.substr(start, end - start);
    MarkdownLine line{.text = whole, .start = start, .end = end, .apart = apart};
    start = end + 1;
    apart = is_blank_line(whole);
    if (apart || is_markdown_rule(whole) || is_table_rule(whole)) continue;
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    while (line.text.starts_with('>')) {
      line.quoted = true;
      line.text.remove_prefix(line.text.starts_with("> ") ? 2 : 1);
    }
    line.level = line.quoted ? 0 : take_heading(line.text);
    line.note = line.text.starts_with("[^") && line.text.find("]:") != std::string_view::npos;
    if (!is_blank_line(line.text) || line.level > 0) lines.push_back(line);
  }
  return lines;
}

std::string markdown_words(std::string_view text, const MarkdownStyle& style) {
  if (!style.marks) return base::squeeze(text);
  text = without_list_mark(text);
  if (text.starts_with("| ") && text.ends_with('|')) text = text.substr(2, text.size() - 3);  // a row of a table
  constexpr base::ByteSet inline_marks("*\\[]"), html_marks("<&");
  std::string words;  // where they are not as they stand
  if (inline_marks.in(text)) text = words = Words(text, style).run();
  if (html_marks.in(text)) text = words = html_fragment_text(text);
  return base::squeeze(text);
}

}  // namespace synoptic::read
