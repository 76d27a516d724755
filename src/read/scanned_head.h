// What stands above the sections of a law on scanned pages: whether it is a bill or an Act, its number, its name, whose law it is.
//
//   if (const auto head = find_scanned_head(lines, 0)) head->bill ...
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/act_number.h"
#include "read/markdown_text.h"
#include "read/reader.h"

namespace synoptic::read {

struct ScannedHead {
  bool bill = false;
  std::string_view subtype;  // "ordinance"
  std::optional<ActNumber> number;
  std::size_t formula = 0;   // line of the enacting formula
  std::size_t text = 0;      // line from which on the words are the law's: its preamble
};

// The head of the first law from a line on; nothing if there is no enacting formula, or it does not say what the text is.
std::optional<ScannedHead> find_scanned_head(const std::vector<MarkdownLine>& lines, std::size_t from);

// "It is hereby enacted as follows", "... is pleased to make and promulgate the following Ordinance"
bool is_enacting_formula(std::string_view words);
// Quick: false for nearly every text that has none in it.
bool may_enact(std::string_view text);
// "ACT No. XXI OF 2018", "(XLV of 1960)": its own number, not that of a law of a province or of the law that it amends.
std::optional<ActNumber> own_act_number(const std::string& line);

// "(1) This Act may be called the Night Whistling Act; 2049." -> "Night Whistling Act, 2049"; empty if no line says so. Lines from `from` to
// before `last`.
std::string scanned_short_title(const std::vector<MarkdownLine>& lines, std::size_t from, std::size_t last);

// The country that the title, the section on extent, the words near by or else the whole page name; empty if none of them names one alone.
std::string scanned_country(const std::string& title, const std::vector<MarkdownLine>& lines, std::size_t from, std::size_t last, std::string_view page);

// Type, number and IRI, by its title and its head. A number that a program read off a page is believed if its year is about that of the
// title; without one the title names the law.
void identify_scanned(model::Work& work, const ScannedHead& head);

}  // namespace synoptic::read
