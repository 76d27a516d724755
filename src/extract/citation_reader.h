// Reads the citations of one text: chains like "subsection (2) of section 5 of the Bank Act", laws by name or number, codes by title and
// section. One reader a text; the grammar it reads with is shared.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/article_plan.h"
#include "extract/citation_list.h"
#include "extract/citation_words.h"
#include "extract/extractor.h"
#include "extract/named_work.h"
#include "model/citation.h"

namespace synoptic::extract {

// One link of a chain: "subsection (2)" or "sections 4, 5 and 7".
struct ChainStep {
  std::string kind;
  std::size_t first = 0;  // the word "sections", or the number where there is none
  NumberList list;
  bool pinpoint = false;  // a part that is no target by itself: « premier alinéa »
  bool parts_behind = false;  // its parts follow it: "article 6, paragraph 1, ..."
};

// The law at the end of a chain, or by itself.
struct WorkReference {
  enum class Form { None, Named, Own, Earlier };
  Form form = Form::None;
  std::size_t first = 0, last = 0;  // tokens; `first` is where the name starts, behind "of the"
  std::optional<std::string> target;
  WordId noun = unknown_word;  // "act", "code": what "that ..." will call it
  bool by_title = false;  // a code's title by its number: "title 31, United States Code"
  bool apart = false;     // behind a list it is a citation of its own ("title 31, United States Code")
  std::string year = {};  // of a title that ends with one
  explicit operator bool() const { return form != Form::None; }
};

class CitationReader {
 public:
  CitationReader(const CitationWords& words, const NamedWorks& titles, const ArticlePlan& plan, const TokenText& text, const Input& input);
  std::vector<model::Citation> run();

 private:
  using Steps = std::vector<ChainStep>;

  // Each answers the token behind what it read, or the token itself.
  std::size_t chain(std::size_t token);
  bool heads_provision(std::size_t token) const;
  std::size_t prefixed(std::size_t token);
  std::optional<ChainStep> ordinal_step(std::size_t token) const;
  std::size_t volume(std::size_t token);
  std::size_t standalone_work(std::size_t token, std::uint8_t cues);
  std::size_t title_ending(std::size_t token);

  std::optional<ChainStep> step(std::size_t token, bool commas = true) const;
  std::size_t parts_behind(Steps& steps, std::size_t end) const;
  std::size_t law_start(const ChainStep& outermost, std::size_t end) const;
  std::size_t of_end(std::size_t token, std::string_view kind) const;
  std::size_t law_before(std::size_t token) const;
  std::size_t section_behind(std::size_t token) const;
  std::size_t page_end(std::size_t page, std::string& number) const;
  std::optional<ChainStep> volume_step(std::size_t token) const;
  WorkReference amendment(std::size_t token) const;
  WorkReference numbered_amendment(std::size_t token) const;
  std::size_t finish(Steps steps, std::size_t end);

  // citation_works.cpp
  WorkReference work_at(std::size_t token) const;
  WorkReference named_in_country(std::size_t token) const;
  WorkReference law_number(std::size_t token) const;
  WorkReference act_number(std::size_t token) const;
  WorkReference union_act(std::size_t token) const;
  WorkReference celex(std::size_t token) const;
  WorkReference named_by_year(std::size_t token) const;
  WorkReference named_by_day(std::size_t token) const;
  std::string act_target(std::string shape, const Token& number, const Token& year) const;
  WorkReference own_or_earlier(std::size_t token) const;
  WorkReference unlisted(std::size_t token) const;
  WorkReference small_title(std::size_t token) const;
  WorkReference named(const TitleMatch& title) const;
  WorkReference volume_of_title(const Steps& steps, std::size_t end) const;
  std::size_t date_end(std::size_t token) const;
  std::optional<std::string> number_of_year(const TitleMatch& title, std::size_t token, std::size_t& end) const;
  std::optional<std::string> bracketed_number(const TitleMatch& title, std::size_t token, std::size_t& end) const;

  WorkReference cited_before(const Steps& steps) const;

  // citation_amended.cpp
  void find_amending();
  void remember(const WorkReference& work, std::size_t end);
  void amend(std::size_t token);
  bool sentence_ends(std::size_t first, std::size_t last) const;
  std::size_t line_start(std::size_t token);
  bool numbered_line(std::size_t token) const;
  int line_mark(std::size_t token) const;
  int mark_above(std::size_t line) const;
  WorkReference of_amended(const Steps& steps);
  bool amended_ends(std::size_t line) const;
  bool goes_on_elsewhere(const Steps& steps) const;
  WorkReference within_division(WorkReference work, const Steps& steps) const;
  WorkReference title_of_code(const Steps& steps) const;

  // citation_bare_articles.cpp
  struct BareArticle {
    model::Citation* citation = nullptr;
    std::string_view number;
    const model::Citation* named = nullptr;  // the member of its enumeration that names its law
  };
  std::size_t token_at(std::size_t byte) const;
  bool enumerates(const model::Citation& first, const model::Citation& second) const;
  bool names_own_law(const model::Citation& citation) const;
  std::vector<BareArticle> bare_articles();
  bool is_of_enumeration(const BareArticle& article, const std::optional<std::string>& own) const;
  void name_bare_articles();

  // citation_targets.cpp
  std::optional<std::size_t> end_of_law(std::string_view target, std::string_view kind, std::string_view number) const;
  std::optional<std::string> target(const WorkReference& work, const Steps& steps, const ListItem& item) const;
  std::string named_path(const Steps& steps, const ListItem& item) const;
  std::string short_path(const Steps& steps, const ListItem& item) const;
  std::optional<std::string> internal_target(const Steps& steps, const ListItem& item, WordId own_noun) const;
  ListItem dash_range(const ListItem& item) const;
  std::vector<std::string> range_targets(const WorkReference& work, const Steps& steps, const ListItem& item, const std::optional<std::string>& first) const;
  void emit(const Steps& steps, const WorkReference& work);
  void emit_apart(const Steps& steps, const WorkReference& work);
  void emit(std::size_t first, std::size_t last, model::CitationKind kind, std::optional<std::string> target, std::string_view rule);

  const CitationWords& words_;
  const NamedWorks& titles_;
  const ArticlePlan& plan_;
  const TokenText& text_;
  const Input& input_;
  ListGrammar lists_;
  std::string country_;                      // lower case, without a subdivision
  const OwnCode* own_code_ = nullptr;        // of the jurisdiction
  const std::map<std::string, std::string>* kinds_ = nullptr;
  const NamedPhrases* names_ = nullptr;      // of the jurisdiction
  bool deep_ = false;
  bool hyphens_span_ = false;                // "2-5" is a range, not a number
  std::size_t floor_ = 0;                    // everything before this token is read
  std::map<WordId, std::optional<std::string>> last_works_;  // by noun: what "that Act" refers to
  std::map<std::pair<WordId, std::string>, std::optional<std::string>> year_works_;  // by noun and year: "the 1998 Act"
  std::vector<std::size_t> amending_;        // where words amend a law, the first of them last
  std::vector<std::pair<std::size_t, WorkReference>> cited_;  // by the token behind them, while such words are to come
  WorkReference amended_;                    // by the last of them
  enum class AmendedUntil { End, NumberedLine, NextLikeIt };
  AmendedUntil amended_until_ = AmendedUntil::End;  // a paragraph with a number of its own ends it, or the next line that is marked so
  std::pair<int, int> amended_marks_;        // of the line that amends, and of the text's first line that has one
  bool amended_quoted_ = false;              // in words that are inserted
  std::optional<std::size_t> first_marked_;
  std::size_t marks_read_ = 0;
  std::size_t line_asked_ = 0, line_started_ = 0;
  std::size_t amended_read_ = 0;             // up to here no other one begins
  std::vector<model::Citation> citations_;
};

}  // namespace synoptic::extract
