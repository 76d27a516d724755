// The numbers behind "sections" or "articles": one, a list or a range, with what may follow.
//
//   "4, 5(1) and (2) and 7 to 9"  ->  4 · 5(1) and (2) · 7 to 9
#pragma once

#include <vector>

#include "extract/citation_words.h"

namespace synoptic::extract {

struct ListItem {
  NumberMatch number;     // of "(2)(a)" alone: number_end == first
  NumberMatch range_end;  // "to 9"; empty if there is none
  std::size_t end = 0;    // behind everything, "and (2)" and "et seq." included
};

struct NumberList {
  std::vector<ListItem> items;
  std::size_t end = 0;
  explicit operator bool() const { return !items.empty(); }
};

class ListGrammar {
 public:
  // `in_words`: a list may be of words, "subdivisions one and two".
  explicit ListGrammar(const CitationWords& words, bool in_words = false) : words_(words), in_words_(in_words) {}
  // `group`: Roman numerals and capitals count ("titles II and III"). `commas`: a comma goes on with the list.
  NumberList read(const TokenText& text, std::size_t token, bool group, bool commas = true) const;

 private:
  NumberMatch numeral(const TokenText& text, std::size_t token) const;
  NumberMatch number(const TokenText& text, std::size_t token, bool group) const;
  NumberMatch next(const TokenText& text, std::size_t token, bool group) const;
  ListItem item(const TokenText& text, const NumberMatch& first, bool group) const;
  std::size_t note_end(const TokenText& text, std::size_t token) const;

  const CitationWords& words_;
  bool in_words_;
};

}  // namespace synoptic::extract
