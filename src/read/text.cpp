#include "read/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "read/act_number.h"
#include "read/encoding.h"
#include "read/numbered_text.h"
#include "read/profiles.h"

namespace synoptic::read {

namespace {

constexpr std::size_t longest_title_line = 90;
constexpr std::size_t enacted_near = 4000;  // bytes behind the number in which the country and the date are named

// What a law is called beside its number; the words are English, and so is the text below them.
constexpr std::string_view text_language = "en";

struct LawWord {
  std::string_view word;  // folded
  std::string_view subtype;
  std::string_view name;
};
constexpr std::array<LawWord, 4> law_words{{{"ordinance", "ordinance", "Ordinance"}, {"order", "order", "Order"}, {"regulation", "regulation", "Regulation"}, {"act", "", "Act"}}};

struct Head {
  std::size_t line = 0;  // that holds the number
  ActNumber number;
  const LawWord* law = nullptr;
};

std::vector<TextLine> lines_of(std::string_view text) {
  constexpr base::ByteSet breaks("\n\f\r");
  std::vector<TextLine> lines;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(breaks.find(text, start), text.size());
    if (end > start) lines.push_back({text.substr(start, end - start), start, end, false});
    start = end + 1;
  }
  return lines;
}

// "1Act No. XLV OF 1860": a short line that is all about the number.
std::optional<Head> head_at(const TextLine& line) {
  const auto text = base::trim(line.text);
  if (text.size() > 60) return std::nullopt;
  const auto number = find_act_number(text);
  if (!number) return std::nullopt;
  const auto folded = base::fold(text);
  for (const auto& law : law_words) {
    if (folded.find(law.word) != std::string::npos) return Head{0, *number, &law};
  }
  return std::nullopt;
}

// "THE PAKISTAN PENAL CODE" -> "The Pakistan Penal Code"
std::string in_title_case(std::string_view text) {
  std::string result;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find(' ', start), text.size());
    auto word = base::lower(text.substr(start, end - start));
    const bool small = !result.empty() && (word == "of" || word == "the" || word == "and" || word == "to" || word == "for" || word == "in" || word == "on" || word == "or");
    if (!small) word = base::ascii::capitalised(word);
    result += (result.empty() ? "" : " ") + word;
    start = end + 1;
  }
  return result;
}

// The lines in capitals just above the number.
std::string title_above(const std::vector<TextLine>& lines, std::size_t number_line) {
  std::string title;
  for (std::size_t i = number_line; i > 0 && number_line - i < 3; --i) {
    const auto line = base::squeeze(lines[i - 1].text);
    if (line.empty() && title.empty()) continue;
    if (line.empty() || line.size() > longest_title_line || line != base::trim(line) || std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; })) break;
    title = line + (title.empty() ? "" : " ") + title;
  }
  return in_title_case(title);
}

// The law's own number stands below its title; the number of another may stand alone on a line as well.
std::optional<Head> find_head(const std::vector<TextLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto head = head_at(lines[i]);
    if (!head || title_above(lines, i).empty()) continue;
    head->line = i;
    return head;
  }
  return std::nullopt;
}

}  // namespace

int is_text(std::string_view start) {
  const auto first = start.find_first_not_of(" \t\r\n\f\xef\xbb\xbf");
  if (first == std::string_view::npos || start[first] == '<' || start[first] == '{' || start[first] == '[' || start.find('\0') != std::string_view::npos) return 0;
  const auto lines = lines_of(start);
  // Markdown is somebody's reading of a page, mostly of an amending Act: what it quotes would be taken for its own sections.
  if (std::any_of(lines.begin(), lines.end(), [](const TextLine& line) { return line.text.starts_with("# ") || line.text.starts_with("## "); })) return 0;
  if (!find_head(lines)) return 0;
  // Sections are numbered at the starts of lines; a text that merely cites an Act on a line of its own has none.
  const auto numbered = std::count_if(lines.begin(), lines.end(), [](const TextLine& line) {
    const auto digits = line.text.find_first_not_of("0123456789");
    return digits != 0 && digits != std::string_view::npos && digits < 5 && line.text[digits] == '.';
  });
  return numbered >= 2 ? 40 : 0;
}

void read_text(const SourceFile& file, const Output& output) {
  const Decoded decoded = decode_document(file.bytes);
  auto lines = lines_of(decoded.text);
  const auto head = find_head(lines);
  if (!head) {
    return output.diagnostic({.message = "no title in capitals with the number of the law below it (\"Act XLV of 1860\")", .hint = "it may be no statute, or a part of one"});
  }
  const auto title = title_above(lines, head->line);
  const auto* country = country_named(title, decoded.text.substr(lines[head->line].start, enacted_near));
  if (country == nullptr) {
    return output.diagnostic({.message = "neither its title nor its first words name one country that is known", .hint = "convert it to provisions.jsonl, or add the country's words to its profile"});
  }
  ReadWork result;
  result.work.jurisdiction = country->code;
  result.work.number = fmt::format("{} {}", head->law->name, head->number.words);
  result.work.title = title;
  result.work.iri = model::work_iri(country->code, "act", head->law->subtype, std::to_string(head->number.year), std::to_string(head->number.number));
  result.work.date = base::parse_date_words(decoded.text.substr(lines[head->line].end, enacted_near / 4), text_language);
  if (result.work.date && result.work.date->year() != head->number.year) result.work.date.reset();
  NumberedText split = split_sections(lines, {});
  const model::Iri expression{result.work.iri, model::iso639_3(text_language), split.dated ? split.dated->iso() : std::string(), ""};
  for (auto& section : split.sections) {
    section.start = decoded.original_offset(section.start);
    section.end = decoded.original_offset(section.end);
    result.provisions.push_back(to_provision(std::move(section), expression, result.work.jurisdiction, model::Status::Unknown, file));
  }
  output.work(std::move(result));
}

}  // namespace synoptic::read
