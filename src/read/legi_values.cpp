#include "read/legi_values.h"

#include <fmt/core.h>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

// 2999-01-01, and 2998-12-31 where a time zone got in between.
bool is_open(const std::optional<base::Date>& date) { return !date || date->year() >= 2998; }

}  // namespace

LegiInterval LegiInterval::from(std::optional<base::Date> start, std::optional<base::Date> end) {
  if (is_open(start)) start.reset();
  if (is_open(end)) end.reset();
  return {start, end};
}

model::Status legi_status(std::string_view etat, const LegiInterval& interval, std::optional<base::Date> snapshot) {
  using model::Status;
  const bool current = snapshot && interval.contains(*snapshot);
  if (etat == "VIGUEUR" || etat == "ABROGE_DIFF" || etat == "VIGUEUR_ETEN" || etat == "VIGUEUR_NON_ETEN") return Status::InForce;
  if (etat == "VIGUEUR_DIFF" || etat == "MODIFIE_MORT_NE" || etat == "ANNULE" || etat == "DISJOINT") return Status::NotInForce;
  if (etat == "ABROGE") return Status::Repealed;
  if (etat == "PERIME") return Status::Expired;
  if (etat == "MODIFIE" || etat == "TRANSFERE" || etat == "DEPLACE" || etat == "SUBSTITUE") return current ? Status::InForce : Status::NotInForce;
  if (current) return Status::InForce;
  return Status::Unknown;
}

model::Work legi_code(std::string_view title, std::string_view id) {
  model::Work work;
  work.title = base::squeeze(title);
  work.iri = model::work_iri("fr", "act", "code", {}, work.title.empty() ? id : work.title);
  work.jurisdiction = "FR";
  work.type = model::WorkType::Code;
  work.number = id;
  if (!id.empty()) work.source_url = fmt::format("https://www.legifrance.gouv.fr/codes/texte_lc/{}", id);
  return work;
}

model::Provision legi_article(const model::Work& work, std::string_view num, const LegiInterval& interval) {
  model::Provision article;
  article.num = base::squeeze(num);
  article.iri.work = work.iri;
  article.iri.lang = model::iso639_3("fr");
  article.iri.eid = legi_article_eid(article.num);
  article.jurisdiction = work.jurisdiction;
  article.lang = "fr";
  article.kind = "article";
  article.valid_from = interval.start;
  if (interval.start) article.iri.version = interval.start->iso();
  if (interval.end) article.valid_to = interval.end->previous();
  return article;
}

std::string legi_article_eid(std::string_view num) {
  constexpr std::string_view annex = "annexe";
  if (num.size() >= annex.size() && base::lower(num.substr(0, annex.size())) == annex) {
    const auto rest = model::iri_component(num.substr(annex.size()));
    return rest.empty() ? "annex" : fmt::format("annex_{}", rest);
  }
  const auto number = model::eid_number(num);
  return number.empty() ? "art" : fmt::format("art_{}", number);
}

void LegiArticleIds::make_unique(model::Iri& iri, std::string_view cid) {
  auto& bearers = articles_[iri.eid];
  const int place = bearers.try_emplace(std::string(cid), static_cast<int>(bearers.size()) + 1).first->second;
  if (place > 1) iri.eid += "__" + std::to_string(place);
  const std::string eid = iri.eid;
  for (int* copy = nullptr; !taken_.insert(iri.str()).second;) {
    if (copy == nullptr) copy = &copies_.try_emplace(eid, 1).first->second;
    iri.eid = eid + "__" + std::to_string(++*copy);
  }
}

}  // namespace synoptic::read
