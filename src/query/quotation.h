// Quotations in what people write, and how they compare with the law they are said to be from: word by word, without case, kinds of
// quotation marks, dashes and spaces; "..." and "[...]" stand for words left out, "[t]he" for "the".
//
//   for (const auto& quotation : quotations(text, blocks)) match_quotation(quotation.span.of(text), provision.text)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/word_diff.h"

namespace synoptic::query {

inline constexpr std::size_t shortest_quotation = 5;  // words; shorter ones are terms, not quotations of law

struct Quotation {
  base::Span span;  // bytes of the text, without the marks
  bool block = false;
  std::size_t words = 0;
};

// Between quotation marks within a paragraph, and the given block quotations; none inside another.
std::vector<Quotation> quotations(std::string_view text, const std::vector<base::Span>& blocks);

struct QuotationMatch {
  bool exact = false;        // word for word
  double similarity = 0;     // 0 to 1: the share of its words that the place in the law has in this order
  base::Span place;          // bytes of the law's text: where it is, or comes nearest
  std::vector<base::WordRun> difference;  // of the quotation (before) and the law at that place (after); empty where exact
};

QuotationMatch match_quotation(std::string_view quotation, std::string_view law);

}  // namespace synoptic::query
