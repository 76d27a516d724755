// Whose articles a text means that cites them by number alone: those of the law that is named where their enumeration ends, or of the code
// that the text speaks from.
//
//   « l'article L. 233-1, les I et II de l'article L. 233-3 et l'article L. 233-16 du code de commerce »: all three are of that code
#include <algorithm>

#include "extract/citation_reader.h"

namespace synoptic::extract {

using model::CitationKind;

namespace {

constexpr std::string_view bare_article = "#article/";
constexpr std::string_view article_of = "/article/";

// The place where the law ends in "code-de-commerce/article/L233-16", "loi/2018-703/title/II", or none.
std::size_t law_end(std::string_view target) {
  std::size_t end = std::string_view::npos;
  for (const std::string_view part : {article_of, std::string_view("/book/"), std::string_view("/title/"), std::string_view("/part/"), std::string_view("/annex/")}) {
    end = std::min(end, target.find(part));
  }
  return end;
}

std::string_view law_of(std::string_view target) { return target.substr(0, law_end(target)); }

// "L1233" and "L741": a code numbers with three digits or with four throughout; the others of other letters count alike.
std::size_t length_of_group(std::string_view number) {
  const auto first = std::min(number.find_first_of("0123456789"), number.size());
  const auto end = std::min(number.find_first_not_of("0123456789", first), number.size());
  return (first == 0 ? 100 : 0) + end - first;
}

std::string_view number_of(std::string_view target) {
  const auto place = target.find(article_of);
  return place == std::string_view::npos ? std::string_view{} : target.substr(place + article_of.size());
}

}  // namespace

std::size_t CitationReader::token_at(std::size_t byte) const {
  const auto found = std::lower_bound(text_.tokens.begin(), text_.tokens.end(), byte, [](const Token& token, std::size_t place) { return token.start < place; });
  return static_cast<std::size_t>(found - text_.tokens.begin());
}

// Between two members of an enumeration stand small words, commas and parts of provisions only: « , aux I et II de l' ».
bool CitationReader::enumerates(const model::Citation& first, const model::Citation& second) const {
  constexpr std::size_t longest_gap = 24;  // tokens
  const std::size_t begin = token_at(first.span.end);
  for (std::size_t i = begin; text_.tokens[i].start < second.span.start; ++i) {
    const Token& token = text_.tokens[i];
    const bool letter = token.kind == TokenKind::Word && (token.end - token.start == 1 || is_roman(token.of(text_.text)));
    if (i == begin + longest_gap || (token.kind != TokenKind::Number && !letter && !has(words_.between, token.word))) return false;
  }
  return first.span.end <= second.span.start;
}

// « l'article L. 5 du présent code »
bool CitationReader::names_own_law(const model::Citation& citation) const {
  const std::size_t end = token_at(citation.span.end);
  return end >= 2 && words_.own.match(text_, end - 2) && words_.law_noun.match(text_, end - 1);
}

// The articles cited by number alone, the last first, each with the law that its enumeration ends with; without one they need no other
// name where the text's own IRI is known.
std::vector<CitationReader::BareArticle> CitationReader::bare_articles() {
  const bool all = input_.iri.empty();
  std::vector<BareArticle> bare;
  const model::Citation* named = nullptr;  // the member of the enumeration that names its law
  for (std::size_t i = citations_.size(); i-- > 0;) {
    auto& citation = citations_[i];
    if (named && !enumerates(citation, citations_[i + 1])) named = nullptr;
    if (citation.kind != CitationKind::Internal) {
      const bool provision = citation.kind != CitationKind::Work && citation.target && law_end(*citation.target) != std::string::npos;
      named = provision ? &citation : nullptr;
    } else if (citation.target && citation.target->starts_with(bare_article)) {
      if (named && names_own_law(citation)) named = nullptr;
      if (named || all) bare.push_back({&citation, std::string_view(*citation.target).substr(bare_article.size()), named});
    } else if (citation.target) {
      named = nullptr;  // « la section 2 »
    }
  }
  return bare;
}

// Whether a member of an enumeration is of the law that its last member names, rather than of the text's own code, where that is known.
bool CitationReader::is_of_enumeration(const BareArticle& article, const std::optional<std::string>& own) const {
  const auto theirs = plan_.has(law_of(*article.named->target), article.number, input_.jurisdiction);
  const auto last = number_of(*article.named->target);
  if (!own) return theirs.value_or(last.empty() || length_of_group(article.number) == length_of_group(last));
  if (theirs && !*theirs) return !plan_.has(*own, article.number, input_.jurisdiction).value_or(true);
  const auto ours = plan_.has(*own, article.number, input_.jurisdiction);
  return theirs.value_or(!ours.value_or(true)) || ArticlePlan::same_group(article.number, last);
}

void CitationReader::name_bare_articles() {
  const auto bare = bare_articles();
  if (bare.empty()) return;
  std::optional<std::string> own;
  if (!input_.iri.empty()) {
    own = plan_.code_in(input_.iri, input_.jurisdiction).value_or("");
  } else {
    std::vector<std::string> numbers;
    for (const auto& article : bare) {
      if (!article.named || !is_of_enumeration(article, std::nullopt)) numbers.emplace_back(article.number);
    }
    own = plan_.code_of(text_, citations_, numbers, input_.jurisdiction);
  }
  for (const auto& article : bare) {
    auto& citation = *article.citation;
    const bool theirs = article.named && is_of_enumeration(article, own);
    if (theirs) citation.kind = CitationKind::Elsewhere;
    const std::string law(theirs ? law_of(*article.named->target) : own && input_.iri.empty() ? std::string_view(*own) : std::string_view{});
    if (law.empty()) continue;
    citation.target->replace(0, 1, law + "/");
    for (auto& target : citation.targets) {
      if (target.starts_with(bare_article)) target.replace(0, 1, law + "/");
    }
  }
}

}  // namespace synoptic::extract
