// A line with names for what changes in it, and the template that uses these names. Much less than a regular expression, and linear: a name
// takes all up to the literal that follows it in the pattern, or to the end.
//
//   match_line("#### § {num}. {heading}", "#### § 152. Concealment of assets") -> {num: "152", heading: "Concealment of assets"}
//   fill("/akn/us/act/usc/{number}", {{"number", "18"}}) == "/akn/us/act/usc/18"
//
// {num} is a number: it has no white space and begins with a digit, of any script, or has one behind capitals ("L123-4"). {number:any} and every
// other name take what there is, {x} not less than one character.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace synoptic::read {

using Captures = std::vector<std::pair<std::string_view, std::string_view>>;  // name in the pattern, words in the line

std::optional<Captures> match_line(std::string_view pattern, std::string_view line);
// The first pattern that matches.
std::optional<Captures> match_any(const std::vector<std::string>& patterns, std::string_view line);
// As match_line, anywhere in the text.
std::optional<Captures> find_in(std::string_view pattern, std::string_view text);
// Empty if there is none.
std::string_view capture(const Captures& captures, std::string_view name);
// Names without a capture leave nothing. `component`: what is put in becomes a component of an IRI.
std::string fill(std::string_view pattern, const Captures& captures, bool component = false);

}  // namespace synoptic::read
