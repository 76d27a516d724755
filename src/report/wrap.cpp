#include "report/wrap.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::report {

namespace {

// What was removed and added is told by marks, not by colour alone: "[-15 000-] {+30 000+}".
std::string marked(const Inline& run) {
  const bool removed = run.style == Inline::Style::Removed;
  const auto first = run.text.find_first_not_of(" \n");
  if ((!removed && run.style != Inline::Style::Added) || first == std::string::npos) return run.text;
  std::string text = run.text;
  return text.insert(text.find_last_not_of(" \n") + 1, removed ? "-]" : "+}").insert(first, removed ? "[-" : "{+");
}

}  // namespace

std::vector<Word> words_of(const std::vector<Inline>& inlines) {
  std::vector<Word> words;
  bool glue = false;  // the inline before ended without a space
  for (const auto& run : inlines) {
    const std::string text = marked(run);
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == ' ' || text[at] == '\n') {
        glue = false;
        ++at;
        continue;
      }
      const auto end = std::min(text.find_first_of(" \n", at), text.size());
      const auto piece = text.substr(at, end - at);
      if (glue && !words.empty()) {
        words.back().text += piece;
        words.back().columns += base::code_points(piece);
      } else {
        words.push_back({piece, run.style, base::code_points(piece)});
      }
      glue = end == text.size();
      at = end;
    }
  }
  return words;
}

std::string styled(std::string_view text, Inline::Style style, bool colour) {
  std::string result;
  if (!colour || style == Inline::Style::Plain) return result.assign(text);
  switch (style) {
    case Inline::Style::Strong: result = "\x1b[1m"; break;
    case Inline::Style::Muted: result = "\x1b[2m"; break;
    case Inline::Style::Removed: result = "\x1b[31m"; break;
    case Inline::Style::Added: result = "\x1b[32m"; break;
    default: result = "\x1b[3m"; break;
  }
  result.append(text).append("\x1b[0m");
  return result;
}

std::vector<std::string> wrap(const std::vector<Inline>& inlines, std::size_t width, bool colour) {
  std::vector<std::string> lines;
  std::string current;
  std::size_t used = 0;
  for (const auto& word : words_of(inlines)) {
    if (used != 0 && used + 1 + word.columns > width) {
      lines.push_back(std::move(current));
      current.clear();
      used = 0;
    }
    if (used != 0) {
      current += ' ';
      ++used;
    }
    current += styled(word.text, word.style, colour);
    used += word.columns;
  }
  if (used != 0 || lines.empty()) lines.push_back(std::move(current));
  return lines;
}

std::size_t visible_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\x1b') {
      i = std::min(text.find('m', i), text.size() - 1) + 1;
      continue;
    }
    base::decode(text, i);
    ++columns;
  }
  return columns;
}

}  // namespace synoptic::report
