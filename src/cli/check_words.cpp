#include "cli/check_words.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "model/json.h"
#include "report/day_words.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;
using query::CheckedItem;
using query::Finding;

constexpr std::size_t longest_shown = 300;  // bytes of a quotation

std::string shortened(std::string_view text) {
  std::string line = base::squeeze(text);
  if (line.size() <= longest_shown) return line;
  std::size_t end = longest_shown;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + " …";
}

// "fined [-15000-] {+30 000+} euros": marks that need no colour, as `git diff --word-diff` has them.
std::string difference_text(std::string_view quotation, std::string_view law, const std::vector<base::WordRun>& runs, const Style& style) {
  std::string text;
  for (const auto& run : runs) {
    const bool added = run.kind == base::WordRun::Kind::Added;
    const std::string words = base::squeeze(added ? run.after.of(law) : run.before.of(quotation));
    if (words.empty()) continue;
    if (!text.empty()) text += ' ';
    text += run.kind == base::WordRun::Kind::Same ? words : style.bold(added ? "{+" + words + "+}" : "[-" + words + "-]");
  }
  return text;
}

std::string iri_text(const CheckedItem& item) {
  if (item.stored) return item.stored->provision.iri.str();
  return item.meanings.size() == 1 ? query::iri_of(item.meanings.front().law).str() : std::string();
}

// What stands behind the finding, in a sentence.
std::string reason(const CheckedItem& item) {
  const std::string title = item.meanings.size() == 1 ? item.meanings.front().law.work.title : std::string();
  switch (item.finding) {
    case Finding::NotFound:
      if (item.quotation) return "the words are not in " + title_of(item.stored->work, item.stored->provision) + ", nor in any law held";
      return item.meanings.empty() ? "no law of this name is known here" : "'" + title + "' is held, without this provision";
    case Finding::NotHeld:
      if (item.meanings.empty()) return "what it names is not in the index: not checked";
      return (title.empty() ? item.meanings.front().law.work.iri : title) + " is not in the index: not checked";
    case Finding::Ambiguous: return "may be any of these";
    case Finding::Elsewhere: return "the words are of " + title_of(item.stored->work, item.stored->provision);
    case Finding::Unclear:
      return item.meanings.empty() ? "names no law: not checked" : "'" + title + "' is held; that it has this division is not checked";
    case Finding::Changed:
      if (item.quotation) return "word for word in an earlier text" + (item.changed ? "; it reads otherwise since " + item.changed->iso() : std::string());
      return item.changed ? "reads otherwise since " + item.changed->iso() : "reads otherwise now";
    default: return item.stored && !item.quotation ? standing_text(item.stored->provision) : std::string();
  }
}

}  // namespace

std::string finding_words(Finding finding) {
  switch (finding) {
    case Finding::NotFound: return "NOT FOUND";
    case Finding::NotHeld: return "not held";
    case Finding::NotInForce: return "not in force";
    case Finding::Bill: return "only a bill";
    default: return std::string(query::to_string(finding));
  }
}

std::string item_text(const std::string& file, const read::Manuscript& manuscript, const CheckedItem& item, const Style& style) {
  const auto position = manuscript.position(item.span.start);
  const auto words = item.span.of(manuscript.text);
  const bool trouble = query::is_trouble(item.finding);
  std::string text = file + ":";
  if (position.page > 0) text += fmt::format("page {}:", position.page);
  text += fmt::format("{}:{}: {}  {}\n", position.line, position.column, trouble ? style.warn(finding_words(item.finding)) : finding_words(item.finding),
                      item.quotation ? "“" + shortened(words) + "”" : shortened(words));
  const auto line = [&](const std::string& more) {
    if (!more.empty()) text += "    " + more + "\n";
  };
  line(reason(item));
  if (item.meanings.size() > 1) {
    for (const auto& meaning : item.meanings) line("  " + query::iri_of(meaning.law).str() + "  " + meaning.law.work.title);
  } else {
    line(style.dim(iri_text(item)));
  }
  if (item.match && !item.match->exact) line(difference_text(words, item.stored->provision.text, item.match->difference, style));
  if (item.knowledge && !item.knowledge->is_known() && item.finding != Finding::Unclear) line(report::day_words(*item.knowledge));
  for (const auto& suggestion : item.suggestions) line((item.finding == Finding::Changed ? "as in " : "did you mean ") + suggestion);
  return text;
}

Json item_json(const std::string& file, const read::Manuscript& manuscript, const CheckedItem& item) {
  const auto position = manuscript.position(item.span.start);
  const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json json{{"file", file}, {"page", position.page > 0 ? Json(position.page) : Json(nullptr)}, {"line", position.line}, {"column", position.column},
            {"kind", item.quotation ? "quotation" : "citation"}, {"text", item.span.of(manuscript.text)}, {"finding", query::to_string(item.finding)},
            {"reason", or_null(reason(item))}, {"iri", or_null(iri_text(item))}};
  json["law"] = item.stored ? Json(item.stored->work.title) : item.meanings.size() == 1 ? Json(item.meanings.front().law.work.title) : Json(nullptr);
  json["changed"] = model::date_or_null(item.changed);
  json["candidates"] = Json::array();
  for (const auto& meaning : item.meanings.size() > 1 ? item.meanings : std::vector<query::CitationMeaning>()) {
    json["candidates"].push_back({{"iri", query::iri_of(meaning.law).str()}, {"title", meaning.law.work.title}});
  }
  json["suggestions"] = item.suggestions;
  json["difference"] = Json::array();
  if (item.match) {
    for (const auto& run : item.match->difference) {
      const bool added = run.kind == base::WordRun::Kind::Added;
      const char* kind = run.kind == base::WordRun::Kind::Same ? "same" : added ? "law" : "quoted";
      json["difference"].push_back({{"kind", kind}, {"text", added ? run.after.of(item.stored->provision.text) : run.before.of(item.span.of(manuscript.text))}});
    }
    json["similarity"] = item.match->similarity;
  }
  return json;
}

}  // namespace synoptic::cli
