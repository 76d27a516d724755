// One run over a provision, line by line: cue words wake the form that may stand there; what the forms find is collected in order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/definition_apposition.h"
#include "extract/definition_label.h"
#include "extract/definition_naming.h"
#include "extract/definition_outline.h"
#include "extract/definition_scope_words.h"
#include "extract/definition_statement.h"
#include "extract/definition_term.h"
#include "extract/definition_verbs.h"
#include "extract/definition_words.h"
#include "model/definition.h"

namespace synoptic::extract {

// The rule of a term within the meaning of another one, whose words go on behind it.
inline constexpr std::string_view lent_rule = "lent";
inline constexpr std::string_view named_rule = "named";

// A term found, still in tokens.
struct FoundTerm {
  TokenRange term;
  std::optional<base::Span> scope;
  VerbKind kind = VerbKind::Means;
  std::size_t body = 0;  // token where the meaning starts
  std::string_view rule;
};

class DefinitionPass {
 public:
  // `labels`: LabelForm bits, the brackets that define in the text's jurisdiction, and whether its terms stand bare.
  DefinitionPass(const TokenText& text, const DefinitionWords& words, std::uint8_t labels)
      : text_(text),
        words_(words),
        terms_(text, words),
        verbs_(text, words),
        labels_(text, words, labels),
        naming_(text, words),
        statements_(text, words),
        bare_terms_((labels & bare_terms) != 0) {}

  std::vector<FoundTerm> run();

 private:
  // Where a bare term may start, and how sure that is.
  // Adjoined: behind scope words without a comma.
  enum class Anchor : std::uint8_t { None, Sentence, Announced, Scoped, Adjoined, Listed };

  void read(const Line& line);
  std::size_t mark(const Line& line, std::size_t token);
  std::size_t quoted(const Line& line, std::size_t token);
  bool stated(const TermSeries& series, std::size_t token, bool opens_line);
  std::optional<VerbMatch> verb_of(const TermSeries& series, std::size_t token, bool opens_line) const;
  bool is_construed(std::size_t token) const;
  std::size_t equated(std::size_t next) const;
  bool is_lent(std::size_t token) const;
  std::size_t phrase_before(std::size_t token, const PhraseSet& set, std::size_t longest) const;
  std::size_t scope(const Line& line, std::size_t token);
  std::size_t verb(std::size_t token);
  std::size_t cue(const Line& line, std::size_t token, std::uint8_t cues);
  std::size_t named(std::size_t token);
  bool lone_item(const Line& line);
  void add_listed(const Line& line, const ListedTerm& listed);
  void confirm_waiting();
  void by_case(const Line& line);
  std::size_t chained(std::size_t token, const VerbMatch& verb);
  bool states(const VerbMatch& verb);
  bool may_define(std::size_t token, const VerbMatch& verb) const;
  bool holds_clause(const VerbMatch& verb) const;
  bool names_at_start(std::size_t verb) const;
  bool comma_near(std::size_t verb) const;
  bool plain_words(std::size_t verb, bool several) const;
  void skip_caveat();
  bool ends_with_caveat(const Line& line) const;
  bool sets_stage(const Line& line) const;
  void close(const Line& line);
  void anchor(std::size_t token, Anchor kind) { anchor_ = token, anchor_kind_ = kind; }
  void add(TokenRange term, VerbKind kind, std::size_t body, std::string_view rule);
  std::optional<base::Span> current_scope() const { return scope_ ? scope_ : list_.scope(); }
  // Nothing but marks stands between `token` and the end of the line.
  bool ends_line(const Line& line, std::size_t token) const {
    while (token < line.last && (text_.tokens[token].word == words_.dash || text_.tokens[token].word == words_.colon)) ++token;
    return token >= line.last;
  }
  bool starts_line(const Line& line, std::size_t token) const { return token <= line.content + 1; }

  const TokenText& text_;
  const DefinitionWords& words_;
  TermReader terms_;
  VerbReader verbs_;
  LabelReader labels_;
  NamingReader naming_;
  StatementReader statements_;
  bool bare_terms_;
  ListContext list_;
  std::vector<FoundTerm> found_;
  std::optional<base::Span> scope_;  // of the current sentence
  std::size_t sentence_ = 0;         // where the current sentence starts
  std::size_t anchor_ = 0;
  Anchor anchor_kind_ = Anchor::None;
  bool scope_opens_ = false;       // scope words open a sentence of the line
  std::size_t scope_end_ = 0;      // token behind the last scope words
  bool provision_ = false;         // the line is no item of a list within a provision
  bool announces_ = false;         // the line holds words that announce a list
  bool ends_announced_ = false;    // the line ends with "the expression"
  bool quoted_list_ = false;       // the terms of the list stand in quotation marks
  bool under_heading_ = false;     // the last item of the list is a heading, if its own items are terms
  std::size_t heading_first_ = 0;  // found_ [first, last): the terms it was taken for
  std::size_t heading_last_ = 0;
  bool bare_list_ = false;          // its terms stand without quotation marks
  std::vector<FoundTerm> waiting_;  // terms alone on their lines, until that is known
  bool item_may_follow_ = false;    // the line before was complete: a bare term may stand alone on this one
};

}  // namespace synoptic::extract
