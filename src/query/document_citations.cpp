#include "query/document_citations.h"

#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "base/utf8.h"
#include "index/provision_terms.h"

namespace synoptic::query {

namespace {

constexpr std::size_t reach = 160;  // bytes around a title in which its place is looked for

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// What the finder knows of a law and a provision, asked once: documents cite the same law often. The pinpoint is not looked up.
class Lookup {
 public:
  explicit Lookup(const CitationFinder& finder) : finder_(finder) {}

  CitationMeaning complete(resolve::CitedLaw law) {
    auto below = std::move(law.place.below);
    law.place.below.clear();
    const auto [place, fresh] = completed_.try_emplace({law.work.iri, law.place.eid});
    if (fresh) place->second = finder_.complete(std::move(law));
    auto meaning = place->second;
    meaning.law.place.below = std::move(below);
    return meaning;
  }

  std::vector<CitationMeaning> find_named(std::string_view title, const resolve::Place& at) {
    const auto [place, fresh] = named_.try_emplace({std::string(title), at.eid});
    if (fresh) place->second = finder_.find_named(title, {at.eid, {}});
    auto meanings = place->second;
    for (auto& meaning : meanings) meaning.law.place.below = at.below;
    return meanings;
  }

 private:
  const CitationFinder& finder_;
  std::map<std::pair<std::string, std::string>, CitationMeaning> completed_;
  std::map<std::pair<std::string, std::string>, std::vector<CitationMeaning>> named_;
};

// A title with the place before or behind it.
class TitleReader {
 public:
  TitleReader(const CitationTools& tools, Lookup& lookup)
      : tools_(tools),
        lookup_(lookup),
        before_("(?i)" + resolve::place_regex(tools.styles.place_words_of_all()) + R"(\s*(?:,|,?\s*(?:of|to|under|in)(?:\s+the)?|du|de\s+la|de\s+l['\x{2019}]|des)?\s*$)", RE2::Quiet),
        behind_("(?i)^(\\.?(?:\\s*\\([^()\\n]{1,60}\\))?(?:\\s*,\\s*|\\s+))" + resolve::place_regex(tools.styles.place_words_of_all()), RE2::Quiet),
        of_another_(R"((?i)^,?\s*(?:(?:of|to|under)\s|du\s|de\s+la\s|de\s+l['\x{2019}]|des\s))", RE2::Quiet) {}

  // What stands behind a law, ", art. 15", with the span that then goes so far; a place without eId where nothing does.
  resolve::Place place_behind(std::string_view text, base::Span& law) const {
    auto rest = text.substr(law.end, reach);
    while (!rest.empty() && law.end + rest.size() < text.size() && (static_cast<unsigned char>(text[law.end + rest.size()]) & 0xC0) == 0x80) rest.remove_suffix(1);
    re2::StringPiece words, gap;
    if (!RE2::PartialMatch(piece(rest), behind_, &gap, &words)) return {};
    const auto found = read_place(words);
    if (!found || found->eid.find('_') == std::string::npos) return {};
    const std::size_t end = static_cast<std::size_t>(words.data() - text.data()) + words.size();
    if (RE2::PartialMatch(piece(text.substr(end, reach)), of_another_)) return {};  // "..., section 20 of the Next Act"
    law.end = end;
    return *found;
  }

  DocumentCitation read(std::string_view text, const base::Span& title) const {
    DocumentCitation citation{title, {}, true};
    resolve::Place place;
    auto start = title.start > reach ? title.start - reach : 0;
    while (start < title.start && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) ++start;
    auto around = text.substr(start, title.start - start);
    if (const auto line = around.rfind('\n'); line != std::string_view::npos) around.remove_prefix(line + 1);
    re2::StringPiece words;
    if (RE2::PartialMatch(piece(around), before_, &words)) {
      if (const auto found = read_place(words)) place = *found, citation.span.start = static_cast<std::size_t>(words.data() - text.data());
    }
    if (place.eid.empty()) place = place_behind(text, citation.span);
    citation.meanings = lookup_.find_named(title.of(text), place);
    return citation;
  }

 private:
  std::optional<resolve::Place> read_place(const re2::StringPiece& words) const {
    return resolve::read_place({words.data(), words.size()}, tools_.styles.place_words_of_all());
  }

  const CitationTools& tools_;
  Lookup& lookup_;
  RE2 before_, behind_, of_another_;
};

bool is_law_of(const CitationMeaning& meaning, std::string_view jurisdiction) {
  const auto iri = model::Iri::parse(meaning.law.work.iri);
  return iri && base::lower(jurisdiction) == iri->country();
}

// Of readings of the same words as the same law, the one by the rules of its own jurisdiction counts: an article there may be a section here.
void add_meaning(DocumentCitation& citation, CitationMeaning meaning, std::string_view jurisdiction) {
  for (auto& other : citation.meanings) {
    if (other.law.work.iri != meaning.law.work.iri) continue;
    if (is_law_of(meaning, jurisdiction)) other = std::move(meaning);
    return;
  }
  citation.meanings.push_back(std::move(meaning));
}

// Numbers of Acts mean one law in one country and another in the next: "the Indian Penal Code (45 of 1860)" is the law whose title it says.
void keep_the_titled(DocumentCitation& citation, std::string_view text) {
  if (citation.meanings.size() < 2) return;
  const std::string words = index::law_key(citation.span.of(text));
  const auto titled = [&](const CitationMeaning& meaning) {
    auto title = index::law_key(meaning.law.work.title);
    title.resize(title.find_last_not_of("0123456789") + 1);
    return !title.empty() && words.find(title) != std::string::npos;
  };
  if (std::none_of(citation.meanings.begin(), citation.meanings.end(), titled)) return;
  std::erase_if(citation.meanings, [&](const auto& meaning) { return !titled(meaning); });
}

// "Regulation (EU) 2016/679, art 6": the place belongs to the law before it.
void add_place_behind(DocumentCitation& citation, std::string_view text, const TitleReader& titles, Lookup& lookup) {
  if (citation.meanings.size() != 1 || !citation.meanings.front().law.place.eid.empty()) return;
  auto place = titles.place_behind(text, citation.span);
  if (place.eid.empty()) return;
  auto law = citation.meanings.front().law;
  law.place = std::move(place);
  citation.meanings.front() = lookup.complete(std::move(law));
}

// How much a citation says: a place in a law that is known, then a law, then words.
int worth(const DocumentCitation& citation) {
  if (citation.meanings.empty()) return citation.names_law ? 1 : 0;
  return citation.meanings.front().law.place.eid.empty() ? 2 : 3;
}

// Where two overlap, the one that says more, then the longer one.
std::vector<DocumentCitation> without_overlaps(std::vector<DocumentCitation> all) {
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
  std::vector<DocumentCitation> kept;
  for (auto& citation : all) {
    bool keep = true;
    while (keep && !kept.empty() && kept.back().span.end > citation.span.start) {
      const auto key = [](const DocumentCitation& one) { return std::pair(worth(one), one.span.size()); };
      if (key(citation) > key(kept.back())) {
        kept.pop_back();
      } else {
        keep = false;
      }
    }
    if (keep) kept.push_back(std::move(citation));
  }
  return kept;
}

}  // namespace

std::vector<DocumentCitation> document_citations(std::string_view text, const std::vector<std::string>& jurisdictions, const std::vector<std::string>& langs,
                                                 const CitationTools& tools) {
  Lookup lookup(tools.finder);
  std::map<std::pair<std::size_t, std::size_t>, DocumentCitation> by_span;
  for (const auto& lang : langs) {
    for (const auto& jurisdiction : jurisdictions) {
      for (const auto& cited : tools.extractor.extract({text, lang, jurisdiction}).citations) {
        auto& citation = by_span.try_emplace({cited.span.start, cited.span.end}, DocumentCitation{cited.span, {}, false}).first->second;
        citation.names_law = citation.names_law || cited.kind != model::CitationKind::Internal;
        const auto resolved = cited.target && !cited.target->starts_with('#') ? tools.resolver.resolve(*cited.target, {}) : std::nullopt;
        if (!resolved) continue;
        resolve::CitedLaw law;
        law.work.iri = resolved->iri.work;
        law.place = {resolved->iri.eid, resolved->below};
        add_meaning(citation, lookup.complete(std::move(law)), jurisdiction);
      }
    }
  }
  const TitleReader titles(tools, lookup);
  std::vector<DocumentCitation> all;
  for (auto& [span, citation] : by_span) {
    keep_the_titled(citation, text);
    add_place_behind(citation, text, titles, lookup);
    if (citation.meanings.empty() && citation.names_law) citation.meanings = tools.finder.find(citation.span.of(text));
    const bool held = std::any_of(citation.meanings.begin(), citation.meanings.end(), [](const auto& meaning) { return meaning.held != Held::Nothing; });
    if (held) std::erase_if(citation.meanings, [](const auto& meaning) { return meaning.held == Held::Nothing; });
    all.push_back(std::move(citation));
  }
  for (const auto& title : tools.finder.titles().occurrences(text)) all.push_back(titles.read(text, title));
  return without_overlaps(std::move(all));
}

}  // namespace synoptic::query
