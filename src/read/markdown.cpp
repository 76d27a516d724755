#include "read/markdown.h"

#include <string>
#include <utility>
#include <vector>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "read/front_matter.h"
#include "read/markdown_text.h"
#include "read/shaped_text.h"
#include "read/unit_heading.h"

namespace synoptic::read {

namespace {

constexpr std::size_t longest_address = 13;  // bytes of the link of a footnote's number: "](note-12)"

// "[4](1)[Rangpur]", the number of a footnote as a link before the brackets of what was amended -> "F4[Rangpur]", which AmendmentMarks drop
std::string with_note_marks(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto open = std::min(text.find('[', at), text.size());
    result += text.substr(at, open - at);
    at = open;
    if (at == text.size()) break;
    const auto number = text.find_first_not_of("0123456789", at + 1);
    const auto end = number == std::string_view::npos || number == at + 1 || !text.substr(number).starts_with("](") ? std::string_view::npos : text.substr(0, number + longest_address).find(')', number);
    if (end == std::string_view::npos) {
      result += text[at++];
      continue;
    }
    if (text.substr(end + 1).starts_with('[')) {
      result += 'F';
      result += text.substr(at + 1, number - at - 1);
    }
    at = end + 1;
  }
  return result;
}

// "**[****§707-733.6] Continuous**": the marks of two runs that touch mean nothing.
std::string without_touching_marks(std::string_view text) {
  std::string result;
  for (std::size_t start = 0; start < text.size();) {
    const auto marks = std::min(text.find("****", start), text.size());
    result += text.substr(start, marks - start);
    start = marks + 4;
  }
  return result;
}

// No-break, thin and double spaces: patterns have single plain ones.
bool has_strange_space(std::string_view text) {
  constexpr base::ByteSet beginnings(" \xC2\xE2");
  for (auto at = beginnings.find(text); at != std::string_view::npos; at = beginnings.find(text, at + 1)) {
    const auto here = text.substr(at, 3);
    if (here.starts_with("  ") || here.starts_with("\u00A0") || here == "\u202F" || here == "\u2009") return true;
  }
  return false;
}

// The lines of a document; `forms` owns those that are not as they stand in it.
std::vector<ShapedLine> shaped_lines(std::string_view text, std::vector<std::string>& forms) {
  std::vector<ShapedLine> lines;
  auto marked = markdown_lines(text);
  const auto matter = FrontMatter::parse(text);
  const auto front = matter ? matter->end : 0;
  forms.reserve(marked.size());
  for (const auto& line : marked) {
    if (line.note) continue;
    const auto whole = text.substr(line.start, line.end - line.start);
    auto form = base::trim(whole);
    auto words = line.text;
    const bool marks_touch = form.find("****") != std::string_view::npos;
    if (marks_touch || has_strange_space(form)) {
      forms.push_back(marks_touch ? without_touching_marks(form) : base::squeeze(form));
      form = forms.back();
      if (marks_touch && line.level == 0 && !line.quoted) words = form;
    }
    // Fixed-width paragraphs are indented by two or more, what goes on by one.
    const bool continues = whole.starts_with(' ') && !whole.starts_with("  ");
    lines.push_back({form, words, line.start, line.end, line.level, line.start < front, continues});
  }
  return lines;
}

}  // namespace

int is_markdown(std::string_view start) {
  const auto from = start.starts_with("\xEF\xBB\xBF") ? std::size_t{3} : std::size_t{0};
  start.remove_prefix(from);
  const auto first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || (start[first] != '#' && !start.substr(first).starts_with("---"))) return 0;
  std::vector<std::string> forms;
  return find_shape("markdown", shaped_lines(start.substr(0, 16 * 1024), forms)) ? 60 : 0;
}

void read_markdown(const SourceFile& file, const Output& output) {
  const Decoded decoded = decode_document(file.bytes);
  std::vector<std::string> forms;
  const auto lines = shaped_lines(decoded.text, forms);
  const auto found = find_shape("markdown", lines);
  if (!found) {
    return output.diagnostic({.message = "Markdown of no known shape", .hint = "describe how it looks in [[texts.shape]] of its jurisdiction's profile (corpus/jurisdictions)"});
  }
  AmendmentMarks marks;
  read_shaped(file, output, decoded, *found, lines, [&](std::string_view text) { return markdown_words(marks.drop(text.find("](") == std::string_view::npos ? text : std::string_view(with_note_marks(text))), {}); });
}

}  // namespace synoptic::read
