// The counters behind an audit. They scan bytes and know nothing of the readers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/audit_rules.h"

namespace synoptic::read {

struct SourceCount {
  struct Run {
    std::size_t offset = 0;  // in the text that was counted
    std::size_t characters = 0;
    std::string_view element;  // the element or member it stands in
  };
  std::size_t provisions = 0;
  std::vector<Run> runs;  // operative words, in the order of the text
};

// `text` is the file as UTF-8 without BOM, and must outlive the count.
SourceCount count_source(std::string_view text, const AuditRule& rule);
SourceCount count_xml(std::string_view text, const AuditRule& rule);
SourceCount count_json(std::string_view text, const AuditRule& rule);
SourceCount count_lines(std::string_view text, const AuditRule& rule);

// Which lines of a text are operative, asked line by line in their order.
class LineFilter {
 public:
  explicit LineFilter(const AuditRule& rule);
  bool operative(std::string_view line);
  bool is_unit(std::string_view line) const;

 private:
  bool in_contents(std::string_view line);

  std::vector<std::string_view> units_, left_out_, notes_, notes_end_, contents_;
  bool noting_ = false;
  bool listing_ = false;
  std::string first_entry_;  // of the table of contents
};

// Letters and digits; an entity counts as what it stands for where it stands for a letter.
std::size_t count_characters(std::string_view text);
std::size_t count_marked_up(std::string_view text);
// What stands outside of tags; a '<' that opens none is text.
std::string without_tags(std::string_view html);
// Where the first of the marks that "|" parts stands; npos if none does.
std::size_t find_first_mark(std::string_view text, std::string_view marks);
// Whether a line begins as one of the patterns says (audit_rules.h).
bool begins_as_one_of(std::string_view line, const std::vector<std::string_view>& patterns);
std::vector<std::string_view> split_list(std::string_view list, char separator = ' ');

}  // namespace synoptic::read
