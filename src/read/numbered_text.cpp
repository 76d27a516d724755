#include "read/numbered_text.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.h"
#include "read/footnotes.h"
#include "read/section_candidates.h"

namespace synoptic::read {

namespace {

// Behind an optional marker and bracket: "5[CHAPTER XVIA".
std::string_view behind_bracket(std::string_view line) {
  line = base::trim(line);
  const auto bracket = line.find('[');
  if (bracket != std::string_view::npos && line.substr(0, bracket).find_first_not_of("0123456789 *") == std::string_view::npos) line.remove_prefix(bracket + 1);
  return base::trim(line);
}

bool starts_with_any(std::string_view line, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [line](std::string_view word) { return line.starts_with(word); });
}

bool is_capitals(std::string_view line) {
  bool letters = false;
  for (const char c : line) {
    if (c >= 'a' && c <= 'z') return false;
    letters |= c >= 'A' && c <= 'Z';
  }
  return letters;
}

// "XVI shall be liable", "XII], the evidence": the middle of a sentence, which a heading's number does not begin.
bool goes_on_in_words(std::string_view number) {
  const auto end = std::min(number.find_first_not_of("IVXLCABD0123456789"), number.size());
  const auto next = number.find_first_not_of(" ],", end);
  return next != std::string_view::npos && next > end && number[next] >= 'a' && number[next] <= 'z';
}

bool is_chapter(std::string_view line) {
  line = behind_bracket(line);
  if (!starts_with_any(line, {"CHAPTER", "PART ", "PART-", "Chapter ", "Chapter-"}) || line.size() > 120) return false;
  const auto number = base::trim(line.substr(line.find_first_of(" -.") == std::string_view::npos ? line.size() : line.find_first_of(" -.") + 1));
  const auto digits = number.substr(std::min(number.find_first_not_of("-. _"), number.size()));
  if (line.starts_with("Chapter") && goes_on_in_words(digits)) return false;
  return !digits.empty() && digits.find_first_of("IVXLC0123456789") == 0 && line.find(" of the ") == std::string_view::npos;
}

bool is_schedule(std::string_view line) {
  line = behind_bracket(line);
  if (line.size() > 80) return false;
  while (starts_with_any(line, {"\"", "THE "})) line.remove_prefix(line.front() == '"' ? 1 : 4);
  static constexpr std::array<std::string_view, 12> ordinals{"FIRST ", "SECOND ", "THIRD ", "FOURTH ", "FIFTH ", "SIXTH ", "SEVENTH ", "EIGHTH ", "NINTH ", "TENTH ", "ELEVENTH ", "TWELFTH "};
  for (const auto ordinal : ordinals) {
    if (line.starts_with(ordinal)) line.remove_prefix(ordinal.size());
  }
  return starts_with_any(line, {"SCHEDULE", "APPENDIX", "ANNEX"}) && line.find("contd") == std::string_view::npos;
}

bool is_preamble(std::string_view line) {
  return starts_with_any(behind_bracket(line), {"WHEREAS", "Whereas", "AND WHEREAS", "An Act ", "AN ACT ", "An Ordinance ", "AN ORDINANCE ", "Preamble"}) ||
         line.find("is hereby enacted") != std::string_view::npos;
}

// A new line in the statute, not only on the paper.
bool begins_subdivision(std::string_view line) {
  if (line.starts_with('(')) return line.find(')') != std::string_view::npos && line.find(')') < 8;
  return starts_with_any(line, {"Explanation", "Illustration", "Provided", "Exception", "Proviso", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"});
}

bool ends_subdivision(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with(']')) text.remove_suffix(1);
  return text.ends_with('.') || text.ends_with(';') || text.ends_with(':') || text.ends_with("__") || text.ends_with("—") || text.ends_with("–") || text.ends_with("―") ||
         text.ends_with("; or") || text.ends_with("; and");
}

// Lines of the page as lines of the statute: one a subdivision.
class Unwrapper {
 public:
  void line(std::string_view raw) {
    const auto text = base::squeeze(raw);
    if (text.empty()) return;
    if (text_.empty()) {
      text_ = text;
    } else if (begins_subdivision(text) || ends_subdivision(text_)) {
      text_ += "\n" + text;
    } else if (text_.ends_with('-') && text_.size() > 1 && text_[text_.size() - 2] != '-' && text.front() >= 'a' && text.front() <= 'z') {
      text_ += text;
    } else {
      text_ += " " + text;
    }
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

bool says_nothing(std::string_view text) {
  const auto bare = base::trim(text);
  if (bare.find_first_not_of("*. []\n") == std::string_view::npos) return !bare.empty();
  return bare.size() < 400 && starts_with_any(bare, {"Omitted", "Repealed", "[Omitted", "[Repealed", "Rep. by", "[Rep. by", "Omitted by"});
}

// "Dated: 30-11-2025", "Date: 05-03-2024", alone on its line.
std::optional<base::Date> edition_date(std::string_view line) {
  line = base::trim(line);
  if (!starts_with_any(line, {"Dated:", "Date:"})) return std::nullopt;
  const auto value = base::trim(line.substr(line.find(':') + 1));
  int parts[3] = {0, 0, 0};
  std::size_t part = 0;
  for (const char c : value) {
    if (c == '-' || c == '.' || c == '/') {
      if (++part > 2) return std::nullopt;
    } else if (c >= '0' && c <= '9' && parts[part] < 1000) {
      parts[part] = parts[part] * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  return part == 2 ? base::Date::from(parts[2], static_cast<unsigned>(parts[1]), static_cast<unsigned>(parts[0])) : std::nullopt;
}

bool is_ruled_line(std::string_view line) {
  line = base::trim(line);
  return line.size() > 3 && line.find_first_not_of("_-=") == std::string_view::npos;
}

class Splitter {
 public:
  Splitter(const std::vector<TextLine>& lines, const TextStyle& style) : lines_(lines), style_(style), skipped_(lines.size(), false) {}

  NumberedText run() {
    if (lines_.empty()) return {};
    mark_footnotes();
    mark_furniture();
    const std::size_t body = find_body();
    const std::size_t schedules = find_schedules(body);
    auto chosen = choose_rising(find_section_starts(lines_, skipped_, body, schedules));
    report_missing(chosen);
    add_titled(chosen, body, schedules);
    const std::size_t first = chosen.empty() ? schedules : chosen.front().line;
    if (preamble_found_ && body < first) {
      add_plain(NumberedSection::Kind::Preamble, "", body, first);
    } else {
      std::size_t known = body;  // from here on the source itself says that it is a section: what the numbers leave out is kept
      while (known < first && !lines_[known].boundary) ++known;
      for (std::size_t i = body; i < known; ++i) i = !skipped_[i] && is_chapter(lines_[i].text) ? take_chapter(i, known) : i;
      if (known < first) add_plain(NumberedSection::Kind::Preamble, "", known, first);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) add_section(chosen[i], i + 1 < chosen.size() ? chosen[i + 1].line : schedules);
    add_schedules(schedules);
    return std::move(result_);
  }

 private:
  void mark_footnotes() {
    if (!style_.footnotes) return;
    std::vector<std::string_view> texts;
    texts.reserve(lines_.size());
    for (const auto& line : lines_) texts.push_back(line.text);
    skipped_ = find_footnotes(texts);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      // "1S. 153B was ins. by": note 1 on section 153B, which the source took for a section.
      const auto letter = lines_[i].text.find_first_not_of("0123456789");
      const bool note = letter != std::string_view::npos && lines_[i].text.substr(letter).starts_with("S. ") && lines_[i].text.find_first_of("0123456789", letter) == letter + 3;
      if (lines_[i].boundary && !note) skipped_[i] = false;
    }
  }

  void mark_furniture() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto date = edition_date(lines_[i].text);
      if (date) result_.dated = date;
      skipped_[i] = skipped_[i] || date || is_ruled_line(lines_[i].text);
    }
  }

  // Before the preamble stand the title and the table of contents, if sections are counted from the beginning again after it.
  std::size_t find_body() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (skipped_[i] || !is_preamble(lines_[i].text)) continue;
      if (bytes_before(i) * 2 > bytes_before(lines_.size())) return 0;
      const auto before = choose_rising(find_section_starts(lines_, skipped_, 0, i));
      const auto after = choose_rising(find_section_starts(lines_, skipped_, i, lines_.size()));
      const bool titled = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(i), lines_.end(), [](const TextLine& line) { return line.titled; });
      if (after.empty() ? !titled : (!before.empty() && after.front().number > before.front().number && after.front().number.number > 2)) return 0;
      for (const auto& entry : before) contents_.push_back(entry.number);
      preamble_found_ = true;
      // The first chapter's heading may stand above the preamble.
      for (std::size_t line = before.empty() ? 0 : before.back().line + 1; line < i; ++line) {
        if (!skipped_[line] && is_chapter(lines_[line].text)) line = take_chapter(line, i);
      }
      return i;
    }
    return 0;
  }

  // Bytes of the file up to a line: what stands before the law is shorter than the law.
  std::size_t bytes_before(std::size_t line) const { return lines_[std::max<std::size_t>(line, 1) - 1].end - lines_.front().start; }

  std::size_t find_schedules(std::size_t body) const {
    bool section_seen = false;
    for (std::size_t i = body; i < lines_.size(); ++i) {
      if (section_seen && !skipped_[i] && (is_schedule(lines_[i].text) || is_untitled_schedule(i))) return i;
      section_seen |= lines_[i].boundary || begins_numbered(lines_[i].text);
    }
    return lines_.size();
  }

  // A schedule that lost its title: behind the sections, with a preamble of its own ("Whereas it is expedient to make the Code ..."), or the
  // line above that, which says whose schedule it is ("[See sections 2(c) and 11]").
  bool is_untitled_schedule(std::size_t i) const {
    if (i == 0 || bytes_before(i) * 2 <= bytes_before(lines_.size())) return false;
    if (is_referral(lines_[i].text)) return i + 1 < lines_.size() && begins_preamble(lines_[i + 1].text);
    return begins_preamble(lines_[i].text) && ends_subdivision(lines_[i - 1].text);
  }

  static bool begins_preamble(std::string_view line) { return starts_with_any(base::trim(line), {"Whereas ", "WHEREAS "}); }

  static bool is_referral(std::string_view line) {
    line = base::trim(line);
    return starts_with_any(line, {"[See section", "[see section", "(See section", "(see section"}) && (line.ends_with(']') || line.ends_with(')'));
  }

  static bool begins_numbered(std::string_view line) {
    line = behind_bracket(line);
    return line.starts_with("1. ") || line.starts_with("1.\t") || line.starts_with("2. ");
  }

  std::string clean(std::string_view text) const { return style_.footnotes ? without_markers(text, style_.editorial_brackets) : std::string(text); }

  // Sections that have a heading and no number, among those that have one.
  void add_titled(std::vector<ChosenStart>& chosen, std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (lines_[i].titled && !skipped_[i]) chosen.push_back({.line = i, .titled = true});
    }
    std::sort(chosen.begin(), chosen.end(), [](const ChosenStart& a, const ChosenStart& b) { return a.line < b.line; });
  }

  // Chapter headings between sections belong to the place of what follows. A heading is one line "CHAPTER II" and up to two in capitals.
  std::size_t take_chapter(std::size_t i, std::size_t last) {
    const bool part = behind_bracket(lines_[i].text).starts_with("PART");
    std::string title = base::squeeze(clean(lines_[i].text));
    for (std::size_t more = 0; more < 2 && i + 1 < last && !skipped_[i + 1] && is_capitals(lines_[i + 1].text) && !is_chapter(lines_[i + 1].text); ++more) {
      title += " " + base::squeeze(clean(lines_[++i].text));
    }
    group_.clear();
    if (!style_.places) return i;
    if (part || path_.empty()) {
      path_.assign(1, title);
    } else {
      path_.resize(path_.front().starts_with("PART") ? 1 : 0);
      path_.push_back(title);
    }
    return i;
  }

  void add_section(const ChosenStart& start, std::size_t last) {
    const TextLine& line = lines_[start.line];
    NumberedSection section{.num = start.titled ? std::string() : start.number.str(), .path = path_, .start = line.start, .end = line.end};
    if (!group_.empty()) section.path.push_back(group_);
    result_.cuts += !line.boundary;
    std::vector<std::string> rest{clean(line.text.substr(start.rest))};
    const bool loses_dash = line.boundary;
    for (std::size_t i = start.line + 1; i < last; ++i) {
      if (skipped_[i]) continue;
      if (is_chapter(lines_[i].text)) {
        i = take_chapter(i, last);
        continue;
      }
      if (lines_[i].group) {
        group_ = base::squeeze(lines_[i].text);
        continue;
      }
      rest.push_back(clean(lines_[i].text));
      section.end = lines_[i].end;
    }
    split_heading(section, rest, loses_dash);
    if (section.text.empty() && says_nothing(section.heading)) std::swap(section.text, section.heading);
    section.repealed = says_nothing(section.text);
    result_.sections.push_back(std::move(section));
  }

  static void split_heading(NumberedSection& section, std::vector<std::string>& rest, bool loses_dash) {
    Unwrapper body;
    std::size_t next = 1;
    std::string head = base::squeeze(rest.front());
    auto end = find_heading_end(head);
    if (end.text == std::string_view::npos && loses_dash && rest.size() > 1) {
      end = heading_at_break(head, base::squeeze(rest[1]));
      next = 2;
    }
    // A heading may be wrapped on paper, over two lines or three.
    for (; end.text == std::string_view::npos && !loses_dash && next < rest.size() && next < 4 && !begins_subdivision(base::trim(rest[next])); ++next) {
      head += " " + base::squeeze(rest[next]);
      end = find_heading_end(head);
    }
    if (end.text == std::string_view::npos) {
      end = {head.size(), head.size(), false};
      if (!loses_dash) next = 1, head = base::squeeze(rest.front()), end = {head.size(), head.size(), false};
    }
    std::string heading = base::squeeze(std::string_view(head).substr(0, end.heading));
    while (heading.ends_with('.') || heading.ends_with(' ') || heading.ends_with(':') || heading.ends_with('_') || heading.ends_with('-')) heading.pop_back();
    section.heading = std::move(heading);
    body.line(std::string_view(head).substr(end.text));
    for (; next < rest.size(); ++next) body.line(rest[next]);
    section.text = body.take();
  }

  // The source cut the line at a dash and lost it, or at the end of the line. Which, the two halves tell; both come back joined in `head`.
  static HeadingEnd heading_at_break(std::string& head, const std::string& next) {
    constexpr std::size_t printed_line = 70;
    const bool goes_on = !next.empty() && next.front() >= 'a' && next.front() <= 'z';
    const std::size_t length = head.size();
    const auto end = find_heading_end(next.substr(0, 160));
    const bool ends_soon = end.text != std::string_view::npos && end.heading < 100;
    const bool wrapped = length >= printed_line && ends_soon && next.substr(0, end.heading).find(" shall ") == std::string::npos && !next.starts_with('(');
    if (wrapped || (goes_on && ends_soon)) {
      head += (length < printed_line ? "-" : " ") + next;
      const std::size_t offset = length + 1;
      return {offset + end.heading, offset + end.text, end.dash};
    }
    head += " " + next;
    const auto words = next.find_first_not_of("_ -.");
    return {length, words == std::string::npos ? head.size() : length + 1 + words, true};
  }

  void add_plain(NumberedSection::Kind kind, std::string num, std::size_t first, std::size_t last) {
    NumberedSection section{.kind = kind, .num = std::move(num), .start = lines_[first].start, .end = lines_[first].end};
    Unwrapper body;
    for (std::size_t i = first; i < last; ++i) {
      if (skipped_[i]) continue;
      if (kind == NumberedSection::Kind::Preamble && is_chapter(lines_[i].text)) {
        i = take_chapter(i, last);
        continue;
      }
      if (i == first && is_schedule(lines_[i].text)) {
        section.heading = base::squeeze(clean(lines_[i].text));
        continue;
      }
      body.line(clean(lines_[i].text));
      section.end = lines_[i].end;
    }
    section.text = body.take();
    if (!section.text.empty()) result_.sections.push_back(std::move(section));
  }

  void add_schedules(std::size_t first) {
    std::size_t number = 0;
    while (first < lines_.size()) {
      std::size_t next = first + 1;
      while (next < lines_.size() && (skipped_[next] || !is_schedule(lines_[next].text))) ++next;
      add_plain(NumberedSection::Kind::Schedule, std::to_string(++number), first, next);
      first = next;
    }
  }

  void report_missing(const std::vector<ChosenStart>& chosen) {
    std::set<SectionNumber> held;
    for (const auto& start : chosen) held.insert(start.number);
    for (const auto& number : contents_) {
      if (!held.contains(number)) result_.announced.push_back(number.str());
    }
  }

  const std::vector<TextLine>& lines_;
  const TextStyle& style_;
  std::vector<bool> skipped_;
  std::vector<SectionNumber> contents_;
  std::vector<std::string> path_;
  std::string group_;
  bool preamble_found_ = false;
  NumberedText result_;
};

}  // namespace

NumberedText split_sections(const std::vector<TextLine>& lines, const TextStyle& style) { return Splitter(lines, style).run(); }

model::Provision to_provision(NumberedSection&& section, const model::Iri& expression, const std::string& jurisdiction, model::Status status, const SourceFile& file) {
  using Part = NumberedSection::Kind;
  model::Provision provision{.jurisdiction = jurisdiction, .lang = model::bcp47(expression.lang), .num = section.num, .heading = std::move(section.heading)};
  provision.kind = section.kind == Part::Section ? "section" : section.kind == Part::Schedule ? "schedule" : "preamble";
  const std::string prefix = section.kind == Part::Section ? section.num.empty() ? "sec_nn" : "sec_" : section.kind == Part::Schedule ? "sched_" : "preamble";
  provision.iri = expression.with_eid(prefix + model::eid_number(section.num));
  provision.path = std::move(section.path);
  provision.status = section.repealed ? model::Status::Repealed : status;
  provision.text = std::move(section.text);
  provision.source = {file.name, file.sha256, {section.start, section.end}};
  return provision;
}

}  // namespace synoptic::read
