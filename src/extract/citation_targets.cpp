// What a citation points to, in the words of the contract: works by their shapes, provisions behind them.
#include <algorithm>

#include "extract/citation_reader.h"

namespace synoptic::extract {

using model::CitationKind;

namespace {

bool starts_with_any(std::string_view text, const std::vector<std::string>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](const std::string& start) { return text.starts_with(start); });
}

// The short style of United States Legislative Markup: /us/usc/t5/ch57, /us/pl/114/223/dC/s145. Parts of the regulations are "p".
std::string_view short_mark(std::string_view kind, std::string_view number) {
  if (kind == "section") return "s";
  if (kind == "article") return "a";
  if (kind == "chapter") return "ch";
  if (kind == "subchapter") return "sch";
  if (kind == "division") return "d";
  if (kind == "title") return "t";
  if (kind == "subtitle") return "st";
  if (kind == "part") return number.find_first_not_of("0123456789") == std::string_view::npos ? "p" : "pt";
  if (kind == "subpart") return "sp";
  return "";
}

bool is_one_of(const std::vector<WordId>& words, WordId word) { return std::find(words.begin(), words.end(), word) != words.end(); }

// One more component of a path.
void add(std::string& path, std::initializer_list<std::string_view> pieces) {
  path.push_back('/');
  for (const auto piece : pieces) path.append(piece);
}

// The number of an item and what stands below it; "(2)(a)" alone has its first bracket as number.
struct ItemNumber {
  std::string number;
  std::vector<std::string> below;
};

ItemNumber read_item(const NumberGrammar& numbers, const TokenText& text, const ListItem& item) {
  ItemNumber result;
  result.below = numbers.subdivisions(text, item.number.number_end, item.number.end);
  if (item.number.number_end > item.number.first) {
    result.number = numbers.number(text, item.number);
  } else if (!result.below.empty()) {
    result.number = result.below.front();
    result.below.erase(result.below.begin());
  }
  return result;
}

}  // namespace

std::string CitationReader::short_path(const Steps& steps, const ListItem& item) const {
  std::string path;
  for (std::size_t i = steps.size(); i-- > 0;) {
    const ListItem& cited = i == 0 ? item : steps[i].list.items.front();
    const auto [number, below] = read_item(words_.numbers, text_, cited);
    std::string_view mark = short_mark(steps[i].kind, number);
    // "subsection 1343(c) of title 31", "subchapter 59 of title 5": sections and chapters are what has numbers of its own there.
    const bool digits = cited.number.number_end > cited.number.first && text_.tokens[cited.number.first].kind == TokenKind::Number;
    const bool in_section = std::any_of(steps.begin() + static_cast<std::ptrdiff_t>(i) + 1, steps.end(), [](const ChainStep& step) { return step.kind == "section"; });
    if (digits && mark.empty() && !in_section) mark = "s";
    if (digits && steps[i].kind == "subchapter" && i + 1 == steps.size()) mark = "ch";
    add(path, {mark, number});
    for (const auto& step : below) add(path, {step});
  }
  return path;
}

std::string CitationReader::named_path(const Steps& steps, const ListItem& item) const {
  std::string path;
  const auto& depths = words_.levels.at("section");
  for (std::size_t i = steps.size(); i-- > 0;) {
    const auto [number, below] = read_item(words_.numbers, text_, i == 0 ? item : steps[i].list.items.front());
    std::string kind = steps[i].kind;
    const auto depth = static_cast<std::size_t>(std::find(depths.begin(), depths.end(), kind) - depths.begin());
    const bool from_section = deep_ && depth < depths.size() && !below.empty() && below.size() <= depth + 1;
    add(path, {from_section ? "section" : std::string_view(kind)});
    add(path, {number});
    const auto levels = words_.levels.find(from_section ? "section" : kind);
    const std::size_t skip = from_section ? depth + 1 - below.size() : 0;
    for (std::size_t k = 0; k < below.size() && levels != words_.levels.end() && k + skip < levels->second.size(); ++k) {
      add(path, {levels->second[k + skip]});
      add(path, {below[k]});
    }
  }
  return path;
}

std::optional<std::string> CitationReader::internal_target(const Steps& steps, const ListItem& item, WordId own_noun) const {
  for (std::size_t i = 0; own_code_ && i < steps.size(); ++i) {
    if (steps[i].kind != "section" || !is_one_of(own_code_->units, text_.tokens[steps[i].first].word)) continue;
    const auto number = read_item(words_.numbers, text_, i == 0 ? item : steps[i].list.items.front()).number;
    if (number.find(own_code_->contains) == std::string::npos) continue;
    std::string target = own_code_->target;
    add(target, {number});
    return target;
  }
  const auto& kind = steps.back().kind;
  const auto [number, below] = read_item(words_.numbers, text_, steps.size() == 1 ? item : steps.back().list.items.front());
  // "subsection (2)" is a part of a provision that the words do not name.
  const bool relative = std::find(words_.parts.begin(), words_.parts.end(), kind) != words_.parts.end();
  if (relative && !(deep_ && !below.empty())) return std::nullopt;
  // « section 2 du présent chapitre »: every chapter of a code has one.
  const auto outermost = words_.units.match(text_, steps.back().first);
  if (steps.back().pinpoint || (outermost && words_.is_numbered_within(words_.units.name(outermost), own_noun))) return std::nullopt;
  std::string path = named_path(steps, item);
  path.front() = '#';
  return path;
}

// Where the law ends in the target of its provision of that number, or of a part of it: "/us/usc/t31" in "/us/usc/t31/s5136/c".
std::optional<std::size_t> CitationReader::end_of_law(std::string_view target, std::string_view kind, std::string_view number) const {
  std::string component;
  if (starts_with_any(target, words_.short_style)) {
    add(component, {short_mark(kind, number), number});
  } else if (starts_with_any(target, words_.bare_style)) {
    add(component, {number});
  } else {
    add(component, {kind});
    add(component, {number});
  }
  const auto start = target.find(component);
  const auto behind = start + component.size();
  return start != std::string_view::npos && (behind == target.size() || target[behind] == '/') ? std::optional(start) : std::nullopt;
}

std::optional<std::string> CitationReader::target(const WorkReference& work, const Steps& steps, const ListItem& item) const {
  if (!work || work.form == WorkReference::Form::Own) return internal_target(steps, item, work.noun);
  if (!work.target) return std::nullopt;
  if (starts_with_any(*work.target, words_.short_style)) return *work.target + short_path(steps, item);
  if (starts_with_any(*work.target, words_.bare_style)) {
    const auto section = std::find_if(steps.begin(), steps.end(), [](const ChainStep& step) { return step.kind == "section"; });
    if (section == steps.end()) return std::nullopt;  // "title 22 of the D.C. Code"
    std::string path = *work.target;
    add(path, {read_item(words_.numbers, text_, section == steps.begin() ? item : section->list.items.front()).number});
    return path;
  }
  return *work.target + named_path(steps, item);
}

void CitationReader::emit(std::size_t first, std::size_t last, CitationKind kind, std::optional<std::string> target, std::string_view rule) {
  model::Citation citation;
  citation.span = {text_.tokens[first].start, text_.tokens[last - 1].end};
  citation.kind = kind;
  citation.target = std::move(target);
  citation.rule = rule;
  citations_.push_back(std::move(citation));
}

// What a list or range belongs to, cited by itself: "chapter 553 of title 46, United States Code".
void CitationReader::emit_apart(const Steps& steps, const WorkReference& work) {
  if (steps.size() == 1) return emit(work.first, work.last, CitationKind::Work, work.target, "title");
  const Steps above(steps.begin() + 1, steps.end());
  emit(above.front().first, work.last, CitationKind::Provision, target(work, above, above.front().list.items.front()), "provision");
}

// "sections 1475-1477", "3839aa-3839aa-8": a range where the second number is not below the first; "2000e-5" is one number. The United
// States' identifiers name such a range as it is written (/us/usc/t10/s1475-1477), so it stays the target; its ends are what it spans.
// Where no number has a hyphen, "sections 2-5" is a range like any other.
ListItem CitationReader::dash_range(const ListItem& item) const {
  const auto& tokens = text_.tokens;
  if (item.range_end || item.number.end != item.number.number_end) return {};
  for (std::size_t k = item.number.first + 1; k + 1 < item.number.number_end; ++k) {
    if (tokens[k].word != words_.dash || tokens[k + 1].kind != TokenKind::Number) continue;
    const auto first = tokens[item.number.first].of(text_.text), second = tokens[k + 1].of(text_.text);
    const bool below = second.size() < first.size() || (second.size() == first.size() && second < first);
    if (below) return {};
    return {{item.number.first, k, k}, {k + 1, item.number.number_end, item.number.end}, item.end};
  }
  return {};
}

// What a range spans, as far as the words tell: its two ends. "39(1)(b) to (d)" ends below the same number.
std::vector<std::string> CitationReader::range_targets(const WorkReference& work, const Steps& steps, const ListItem& item, const std::optional<std::string>& first) const {
  if (!first) return {};
  if (item.range_end.number_end > item.range_end.first || item.number.number_end == item.number.first) {
    auto end = target(work, steps, ListItem{item.range_end, {}, item.end});
    return end ? std::vector{*first, std::move(*end)} : std::vector<std::string>{};
  }
  auto last = words_.numbers.subdivisions(text_, item.range_end.first, item.range_end.end);
  if (last.size() != 1 || item.number.end == item.number.number_end) return {};
  return {*first, first->substr(0, first->rfind('/') + 1) + last.front()};
}

// One citation a number or range. The law belongs to the last of several, unless it is cited apart.
void CitationReader::emit(const Steps& steps, const WorkReference& work) {
  if (work.form == WorkReference::Form::Named) {
    last_works_[work.noun] = work.target;
    if (!work.year.empty()) year_works_[{work.noun, work.year}] = work.target;
  }
  if (steps.empty()) {
    if (work) emit(work.first, work.last, CitationKind::Work, work.target, "work");
    return;
  }
  const bool dash_ranges = work.target && starts_with_any(*work.target, words_.dash_ranges);
  const auto& items = steps.front().list.items;
  const CitationKind kind = !work || work.form == WorkReference::Form::Own ? CitationKind::Internal
                            : work.form == WorkReference::Form::Earlier   ? CitationKind::Elsewhere
                                                                          : CitationKind::Provision;
  const std::size_t chain_end = std::max(steps.back().list.end, work.last);
  const auto is_part = [](const ChainStep& step) { return step.pinpoint || step.list.items.front().number.number_end == step.list.items.front().number.first; };
  if ((items.size() > 1 || work.by_title || steps.front().pinpoint) && steps.size() > 1 && is_part(steps.front())) {
    // "subsections (a) and (b) of section 5" cite one provision, whose parts they list. So does one part of a section of a code's title,
    // as the publishers of the United States' laws link it: "subsection (c) of section 3903 of title 41".
    auto whole = steps.begin() + 1;
    while ((work.by_title || whole->pinpoint) && whole + 1 != steps.end() && is_part(*whole)) ++whole;
    const Steps above(whole, steps.end());
    if (above.front().list.items.size() > 1) return emit(above, work);
    emit(steps.front().first, chain_end, kind, target(work, above, above.front().list.items.front()), "provision");
    for (const ListItem& item : items) {
      if (auto part = target(work, steps, item)) citations_.back().targets.push_back(std::move(*part));
    }
    return;
  }
  const bool several = items.size() > 1 || items.front().range_end.number_end > items.front().range_end.first;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    const bool whole = last && (!several || !work.apart);
    const std::size_t first = i == 0 ? steps.front().first : items[i].number.first;
    const bool both_ends = items[i].range_end && own_code_ && own_code_->range_ends;
    const auto spanned = hyphens_span_ ? dash_range(items[i]) : ListItem{};
    auto cited = target(work, steps, spanned.range_end ? ListItem{spanned.number, {}, spanned.end} : items[i]);
    const bool in_own_code = both_ends && cited && cited->starts_with(own_code_->target);
    const CitationKind item_kind = kind == CitationKind::Provision && !whole ? CitationKind::Elsewhere : kind;
    emit(first, in_own_code ? items[i].number.end : whole ? chain_end : items[i].end, item_kind, cited, "provision");
    if (const auto range = dash_ranges ? dash_range(items[i]) : ListItem{}; range.range_end) {
      citations_.back().targets = range_targets(work, steps, range, target(work, steps, ListItem{range.number, {}, range.end}));
    }
    if (spanned.range_end) citations_.back().targets = range_targets(work, steps, spanned, cited);
    if (!items[i].range_end) continue;
    citations_.back().targets = range_targets(work, steps, items[i], cited);
    if (in_own_code) emit(items[i].range_end.first, whole ? chain_end : items[i].end, kind, target(work, steps, ListItem{items[i].range_end, {}, items[i].end}), "provision");
  }
  if (work.apart && several && work.last > work.first) emit_apart(steps, work);
}

}  // namespace synoptic::extract
