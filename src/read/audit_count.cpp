#include "read/audit_count.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

bool counts(char32_t c) { return base::is_letter(c) || base::is_digit(c); }

// "&eacute;", "&#233;", "&#xE9;" are a letter, "&nbsp;" and "&mdash;" are none. `name` without the marks.
bool entity_counts(std::string_view name) {
  if (name.starts_with('#')) {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto digits = name.substr(hex ? 2 : 1);
    unsigned long code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    return code < 0x110000 && counts(static_cast<char32_t>(code));
  }
  static constexpr std::array<std::string_view, 11> endings{"acute", "grave", "circ", "uml", "cedil", "tilde", "ring", "lig", "slash", "caron", "fada"};
  return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return name.size() > ending.size() && name.ends_with(ending); });
}

}  // namespace

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      count += (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
      ++i;
    } else {
      count += counts(base::decode(text, i));
    }
  }
  return count;
}

std::string without_tags(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const auto mark = std::min(html.find('<', at), html.size());
    text += html.substr(at, mark - at);
    if (mark == html.size()) break;
    const auto end = html.find('>', mark);
    const bool tag = mark + 1 < html.size() && (html[mark + 1] == '/' || html[mark + 1] == '!' || base::is_letter(static_cast<unsigned char>(html[mark + 1])));
    if (!tag || end == std::string_view::npos) {
      text += '<';
      at = mark + 1;
    } else {
      text += ' ';
      at = end + 1;
    }
  }
  return text;
}

std::size_t count_marked_up(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto mark = std::min(text.find('&', at), text.size());
    count += count_characters(text.substr(at, mark - at));
    if (mark == text.size()) break;
    const auto end = text.find(';', mark);
    if (end == std::string_view::npos || end - mark > 12 || text.substr(mark, end - mark).find(' ') != std::string_view::npos) {
      at = mark + 1;
      continue;
    }
    count += entity_counts(text.substr(mark + 1, end - mark - 1));
    at = end + 1;
  }
  return count;
}

std::vector<std::string_view> split_list(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i < list.size();) {
    const auto end = std::min(list.find(separator, i), list.size());
    if (end > i) parts.push_back(list.substr(i, end - i));
    i = end + 1;
  }
  return parts;
}

std::size_t find_first_mark(std::string_view text, std::string_view marks) {
  auto first = std::string_view::npos;
  for (const auto mark : split_list(marks, '|')) first = std::min(first, text.find(mark));
  return first;
}

SourceCount count_source(std::string_view text, const AuditRule& rule) {
  switch (rule.syntax) {
    case AuditSyntax::Xml:
    case AuditSyntax::Html: return count_xml(text, rule);
    case AuditSyntax::Json: return count_json(text, rule);
    case AuditSyntax::Lines: return count_lines(text, rule);
  }
  return {};
}

}  // namespace synoptic::read
