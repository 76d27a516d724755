// The keys by which provisions are found other than by their words: numbers as users type them, laws by their short names, defined terms.
// The same functions make the keys on both sides, when a provision is indexed and when a query is read.
//
//   number_key("R. 625-8-3") == number_key("article R625-8-3") == "r625-8-3"      number_key("§ 2261A") == "2261a"
//   number_key("s 66A") == "s66a": whether the letter is part of the number or stands for "section", the index knows; bare_number_key
//   leaves it out
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/analyzer.h"
#include "model/amount.h"
#include "model/facts.h"
#include "model/provision.h"
#include "model/work.h"
#include "resolve/citation_resolver.h"

namespace synoptic::index {

// The number of a provision without the word before it, in lower case, letters and digits and inner dashes only; "" if it holds no digit.
std::string number_key(std::string_view number);
std::string bare_number_key(std::string_view number);
// Every key under which a provision of this number and eId is found: its own, and without a letter prefix set apart by type ("625-8-3").
std::vector<std::string> number_keys(const model::Provision& provision);

// A defined term as its stems, one space between: the same for "Consumers" and "consumer". "" if nothing is left.
std::string term_key(std::string_view term, Analyzer& analyzer);

// The names a work is typed by, letters and digits only: its title, "codepenal"; the last parts of its IRI, "usc18" and "18usc".
std::vector<std::string> law_keys(const model::Work& work);
std::string law_key(std::string_view words);

// What the citations of a provision lead to: targets as written (CitationResolver::term), and as IRIs where the words tell them
// ("/akn/gb/act/ukpga/1997/40/~sec_2"); the works they are in. No doubles.
struct CitedKeys {
  std::vector<std::string> provisions;
  std::vector<std::string> works;
};
CitedKeys cited_keys(const model::Facts& facts, const model::Iri& citing, const resolve::CitationResolver& resolver);

// Days, for comparing imprisonment only (a year counts 365.25 of them, a month a twelfth of that); life is prison_for_life; 0 for what
// is no time.
double prison_days(const std::optional<model::Amount>& amount);

}  // namespace synoptic::index
