#include "extract/citation_extractor.h"

#include "extract/article_plan.h"
#include "extract/citation_reader.h"
#include "extract/citation_words.h"
#include "extract/named_work.h"
#include "extract/title_list.h"

namespace synoptic::extract {

struct CitationExtractor::Grammar {
  Grammar(const Lexicon& lexicon, Vocabulary& vocabulary)
      : words(lexicon, vocabulary),
        titles(TitleList::load(std::filesystem::path(lexicon.file()).parent_path() / "titles", lexicon.language())),
        named(words, titles),
        plan(lexicon, vocabulary) {
    for (const auto& entry : titles.entries()) {
      if (!named.has_form(scan(entry.title, vocabulary))) words.add_title_start(entry.title, vocabulary);
    }
  }

  CitationWords words;
  TitleList titles;
  NamedWorks named;
  ArticlePlan plan;
};

CitationExtractor::CitationExtractor(const Lexicon& lexicon, Vocabulary& vocabulary) : grammar_(std::make_unique<Grammar>(lexicon, vocabulary)) {}
CitationExtractor::~CitationExtractor() = default;

std::vector<model::Citation> CitationExtractor::extract(const TokenText& text, const Input& input) const {
  return CitationReader(grammar_->words, grammar_->named, grammar_->plan, text, input).run();
}

}  // namespace synoptic::extract
