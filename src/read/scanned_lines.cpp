#include "read/scanned_lines.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/utf8.h"
#include "read/act_number.h"
#include "read/drafting_words.h"
#include "read/scanned_items.h"

namespace synoptic::read {

namespace {

using ItemKind = ScannedItem::Kind;

constexpr int longest_gap = 5;        // numbers that a page may have lost between two sections
constexpr int last_page_number = 60;  // headings with higher numbers are quoted sections or slips
constexpr std::size_t looked_ahead = 3;

// "the following shall be substituted, namely:―": what follows is another law's.
bool introduces(std::string_view line) {
  constexpr std::size_t longest_mark = 8;  // bytes
  const auto word = anglo_drafting.introducing;
  const auto tail = line.size() > word.size() + longest_mark ? line.size() - word.size() - longest_mark : 0;
  const auto at = line.find(word, tail);
  if (at == std::string_view::npos || !amends(anglo_drafting, line)) return false;
  const auto behind = line.substr(at + word.size());
  return std::none_of(behind.begin(), behind.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

class NumberFollower {
 public:
  NumberFollower(ScannedItems&& items, const Decoded& decoded) : decoded_(decoded), items_(std::move(items.items)) {
    law_.next = items.next;
    law_.end = items.end;
  }

  ScannedLaw run() {
    for (at_ = 0; at_ < items_.size() && !law_.broken; ++at_) {
      const auto& item = items_[at_];
      switch (item.kind) {
        case ItemKind::Number: take_number(item); break;
        case ItemKind::Title: take_title(item); break;
        case ItemKind::Group: quoting_ ? take_text(item) : take_group(item); break;
        case ItemKind::Text: take_text(item); break;
      }
      quoting_ = quoting_ || introduces(item.words);
    }
    law_.can_be_followed = law_.sections >= 2 && refused_ <= law_.sections;
    return std::move(law_);
  }

 private:
  enum class Verdict { Own, Repeated, Misread, Beyond, Text };

  int expected() const { return last_ + static_cast<int>(bare_.size()) + certain_ + 1; }

  Verdict judge(const ScannedItem& item) const {
    const bool strict = quoting_ && !item.amends;
    if (item.suffix) return item.value == last_ && !strict ? Verdict::Own : Verdict::Text;
    if (strict || item.weak) return item.value == expected() ? Verdict::Own : Verdict::Text;
    if (item.value <= last_) {
      const auto seen = headings_.find(item.value);
      return seen != headings_.end() && seen->second == beginning(item.words) ? Verdict::Repeated : Verdict::Misread;
    }
    const int excess = expected() - item.value;
    if (excess > 0) return !bare_.empty() && (excess == 1 || must_be_false(excess, item.value)) ? Verdict::Own : Verdict::Misread;
    if (-excess > longest_gap) return Verdict::Beyond;
    return excess < 0 && lies_behind(item.value) ? Verdict::Misread : Verdict::Own;
  }

  // The next number stands behind headings for which there is none left.
  bool must_be_false(int excess, int value) const {
    constexpr std::size_t most = 2;
    return value == last_ + 1 && bare_.size() <= most && excess == static_cast<int>(bare_.size());
  }

  // A number that this one leaps over comes soon.
  bool lies_behind(int value) const {
    std::size_t looked = 0;
    for (auto i = at_ + 1; i < items_.size() && looked < looked_ahead; ++i) {
      if (items_[i].kind != ItemKind::Number || items_[i].suffix || items_[i].weak) continue;
      if (items_[i].value >= expected() && items_[i].value < value) return true;
      ++looked;
    }
    return false;
  }

  static std::string beginning(std::string_view heading) {
    constexpr std::size_t enough = 20;
    return base::fold(heading.substr(0, enough));
  }

  void take_number(const ScannedItem& item) {
    switch (judge(item)) {
      case Verdict::Own: return begin_own(item);
      case Verdict::Repeated:
        repeating_ = true;
        ++law_.repeated;
        return;
      case Verdict::Misread:
        if (item.amends && amends_another(item)) return break_off();
        if (item.amends || (!quoting_ && item.heading)) return begin_titled(item, item.number);
        break;
      case Verdict::Beyond:
        refused_ += item.heading && item.value <= last_page_number;
        if (item.amends) return begin_titled(item, item.number);
        break;
      case Verdict::Text: break;
    }
    add_within(item, item.number + ". " + item.words);
  }

  void begin_own(const ScannedItem& item) {
    // More headings than numbers: if all of those that could be something else have to be, they are.
    if (!item.suffix && expected() - item.value == static_cast<int>(bare_.size()) && !bare_.empty()) {
      for (const auto line : bare_) law_.lines[line].titled = law_.lines[line].boundary = false, law_.lines[line].within = true, --law_.sections;
    }
    begin(item, item.number + ". " + item.words);
    if (item.suffix) return;
    last_ = item.value;
    headings_.emplace(last_, beginning(item.words));
    bare_.clear();
    certain_ = 0;
  }

  // Its number was there before, and it changes another law than the section above it: pages of two laws are mixed, and where the first of
  // them breaks off cannot be told.
  bool amends_another(const ScannedItem& item) const {
    const auto act = find_act_number(item.words);
    return act && amended_ && item.value <= last_ && (act->number != amended_->number || act->year != amended_->year);
  }

  void break_off() {
    law_.broken = true;
    while (!law_.lines.empty()) {
      const bool begins = !law_.lines.back().within && !law_.lines.back().group;
      law_.lines.pop_back();
      if (begins) break;
    }
    --law_.sections;
  }

  void take_title(const ScannedItem& item) { quoting_ && !item.amends ? add_within(item, item.words) : begin_titled(item, {}); }

  void begin_titled(const ScannedItem& item, const std::string& shown) {
    begin(item, item.words);
    law_.lines.back().titled = true;
    if (!shown.empty()) law_.misread.emplace(law_.lines.back().start, shown);
    if (item.amends) {
      ++certain_;
    } else {
      bare_.push_back(law_.lines.size() - 1);
    }
  }

  void begin(const ScannedItem& item, std::string words) {
    repeating_ = false;
    quoting_ = false;
    add(item, std::move(words));
    law_.lines.back().boundary = item.heading;
    ++law_.sections;
    if (auto act = find_act_number(item.words)) amended_ = std::move(act);
  }

  void take_group(const ScannedItem& item) {
    if (repeating_) return;
    add(item, item.words);
    law_.lines.back().group = true;
  }

  void take_text(const ScannedItem& item) { add_within(item, item.words); }

  void add_within(const ScannedItem& item, std::string words) {
    if (repeating_) return;
    add(item, std::move(words));
    law_.lines.back().within = true;
  }

  void add(const ScannedItem& item, std::string words) {
    law_.words.push_back(std::move(words));
    law_.lines.push_back({.text = law_.words.back(), .start = decoded_.original_offset(item.start), .end = decoded_.original_offset(item.end)});
  }

  const Decoded& decoded_;
  std::vector<ScannedItem> items_;
  std::size_t at_ = 0;
  ScannedLaw law_;
  std::unordered_map<int, std::string> headings_;
  std::vector<std::size_t> bare_;  // since the last number: lines that begin sections if their headings are what they look like
  std::optional<ActNumber> amended_;  // by the section above
  int certain_ = 0;                // ... and headings that can be nothing else
  int last_ = 0;
  std::size_t refused_ = 0;
  bool quoting_ = false;
  bool repeating_ = false;
};

// "16" for 46, "1" for 11, "83" for 8: one digit was misread, lost or made up. Of numbers of one digit nothing would be left.
bool is_one_digit_off(std::string_view shown, std::string_view number) {
  if (std::max(shown.size(), number.size()) < 2) return false;
  const auto [from_start, unused] = std::mismatch(shown.begin(), shown.end(), number.begin(), number.end());
  auto same = static_cast<std::size_t>(from_start - shown.begin());
  const auto longer = std::max(shown.size(), number.size());
  const auto shorter = std::min(shown.size(), number.size());
  if (longer - shorter > 1) return false;
  std::size_t behind = 0;
  while (behind < shorter - same && shown[shown.size() - 1 - behind] == number[number.size() - 1 - behind]) ++behind;
  return same + behind + 1 >= longer;
}

}  // namespace

ScannedLaw scanned_law(const std::vector<MarkdownLine>& lines, std::size_t from, const Decoded& decoded) {
  return NumberFollower(scanned_items(lines, from), decoded).run();
}

std::size_t number_by_counting(std::vector<NumberedSection>& sections, const std::unordered_map<std::size_t, std::string>& misread) {
  const auto is_section = [](const NumberedSection& section) { return section.kind == NumberedSection::Kind::Section; };
  int before = 0;
  std::size_t without = 0;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!is_section(sections[i])) continue;
    if (!sections[i].num.empty()) {
      before = std::atoi(sections[i].num.c_str());
      continue;
    }
    std::size_t next = i;
    while (next < sections.size() && is_section(sections[next]) && sections[next].num.empty()) ++next;
    const bool closed = next < sections.size() && is_section(sections[next]);
    bool fits = closed && std::atoi(sections[next].num.c_str()) == before + static_cast<int>(next - i) + 1;
    for (auto at = i; fits && at < next; ++at) {
      const auto shown = misread.find(sections[at].start);
      fits = shown == misread.end() || is_one_digit_off(shown->second, std::to_string(before + static_cast<int>(at - i) + 1));
    }
    for (auto at = i; at < next; ++at) {
      // Of a law the first section says its title.
      const bool first = before == 0 && at == i && sections[at].heading.starts_with(anglo_drafting.first_heading);
      if (fits || first) sections[at].num = std::to_string(before + static_cast<int>(at - i) + 1);
      without += !fits && !first;
    }
    i = next - 1;
  }
  return without;
}

std::vector<std::string> numbers_lost(const std::vector<NumberedSection>& sections) {
  std::vector<std::string> lost;
  int before = 0;
  int between = 0;  // sections without number
  for (const auto& section : sections) {
    if (section.kind != NumberedSection::Kind::Section) continue;
    if (section.num.empty()) {
      ++between;
      continue;
    }
    const int number = std::atoi(section.num.c_str());
    for (int missing = before + 1; between == 0 && missing < number && missing <= before + longest_gap; ++missing) lost.push_back(std::to_string(missing));
    before = number;
    between = 0;
  }
  return lost;
}

}  // namespace synoptic::read
