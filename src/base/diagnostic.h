// A message about something that went wrong with foreign input or the environment, with the place and what to do about it.
//
//   Diagnostic{.severity = Severity::Error, .file = "fr.tar.zst!a.xml", .line = 12, .element = "ARTICLE", .message = "no NUM",
//              .hint = "the file may be truncated; fetch it again"}
//   -> "fr.tar.zst!a.xml:12: <ARTICLE>: no NUM (the file may be truncated; fetch it again)"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::base {

enum class Severity { Note, Warning, Error };

struct Diagnostic {
  Severity severity = Severity::Error;
  std::string file;                 // display name; a member of an archive is "archive.tar.zst!path/in/it"
  std::optional<std::size_t> line;  // 1-based
  std::optional<std::size_t> byte;  // 0-based offset, where a line makes no sense
  std::string element;              // XML element, JSON pointer or field the trouble is in
  std::string message;
  std::string hint;                 // what the user can do
};

std::string to_string(const Diagnostic& diagnostic);

// 1-based line of byte `offset` in `text`.
std::size_t line_of(std::string_view text, std::size_t offset);

}  // namespace synoptic::base
