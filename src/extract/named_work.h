// Where the title of a law starts and ends in running text, by the form that titles have in a language: capitals up to "Act" with its year,
// or "Loi sur ..." up to where the sentence goes on. Titles that the list knows are taken as they stand.
#pragma once

#include "extract/citation_words.h"
#include "extract/title_list.h"

namespace synoptic::extract {

struct TitleMatch {
  std::size_t first = 0, last = 0;  // tokens [first, last)
  std::optional<std::string> target;
  std::size_t noun = 0;  // the token that says what it is: "Act"
  explicit operator bool() const { return last > first; }
};

class NamedWorks {
 public:
  NamedWorks(const CitationWords& words, const TitleList& titles) : words_(words), titles_(titles) {}

  // The title that ends with the word at `head` ("Act") and starts at `floor` or behind it.
  TitleMatch ending_at(const TokenText& text, std::size_t head, std::size_t floor, std::string_view jurisdiction) const;
  // Whether a title starts or ends with one of the words that titles do.
  bool has_form(const TokenText& title) const;
  // The title that starts at `token`, or behind an article there, as its own words tell: one of the list, "Loi sur ...", "Code of ... 1898".
  TitleMatch opening_at(const TokenText& text, std::size_t token, std::string_view jurisdiction) const;
  // The same, or one that its last word tells, where it is known that a title starts here: "of the | Bank Act".
  TitleMatch starting_at(const TokenText& text, std::size_t token, std::string_view jurisdiction) const;

 private:
  std::size_t title_start(const TokenText& text, std::size_t head, std::size_t floor) const;
  std::size_t tail_end(const TokenText& text, std::size_t end) const;
  TitleMatch opened_at(const TokenText& text, std::size_t token, std::string_view jurisdiction) const;
  std::size_t prose_end(const TokenText& text, std::size_t token) const;
  bool goes_on(const TokenText& text, std::size_t head) const;
  bool is_initial(const TokenText& text, std::size_t dot) const;
  bool is_head(const TokenText& text, std::size_t token) const;

  const CitationWords& words_;
  const TitleList& titles_;
};

}  // namespace synoptic::extract
