// The footnotes of a report: every provision that is shown or proves something, numbered in the order in which the report first names it.
//
//   SourceList sources;
//   sources.number(compared)  -> 1
//   sources.paragraphs()      -> "Public Order Act 1986, section 4A, in English. Official text: https://... Read from x.xml (SHA-256 0a1b...)."
#pragma once

#include <map>
#include <string>
#include <vector>

#include "query/comparison.h"
#include "report/document.h"

namespace synoptic::report {

class SourceList {
 public:
  std::size_t number(const query::ComparedProvision& compared);
  std::size_t number(const query::ProofText& proof);
  std::vector<Paragraph> paragraphs() const { return paragraphs_; }

 private:
  std::size_t number(const model::Provision& provision, const std::string& title, const std::string& what, const std::string& link);

  std::map<std::string, std::size_t> numbers_;  // by IRI
  std::vector<Paragraph> paragraphs_;
};

}  // namespace synoptic::report
