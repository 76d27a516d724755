#include "query/held_works.h"

#include <algorithm>

#include "index/catalogue_summary.h"

namespace synoptic::query {

namespace {

std::vector<std::string> parts_of(std::string_view list, char mark) {
  std::vector<std::string> parts;
  for (std::size_t start = 0;;) {
    const auto end = list.find(mark, start);
    parts.emplace_back(list.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

void add_new(std::vector<std::string>& values, std::vector<std::string>&& more) {
  if (values.empty()) {
    values = std::move(more);
    return;
  }
  for (auto& value : more) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
  }
}

}  // namespace

HeldWorks::HeldWorks(const std::filesystem::path& catalogue) : catalogue_(catalogue, index::Sqlite::Access::Read) {}

std::vector<WorkHolding> HeldWorks::works(std::string_view jurisdiction) const {
  // Where provisions of one work are of several jurisdictions, the row with the newest official text names it.
  const std::string sql =
      "SELECT jurisdiction, iri, title, type, number, date, source_url, official, digest, provisions, titles, numbers, langs, versions FROM holdings " +
      std::string(jurisdiction.empty() ? "" : "WHERE jurisdiction = ? ") + "ORDER BY iri, digest, head DESC, official DESC, title, source_url, number, date";
  auto rows = catalogue_.prepare(sql);
  if (!jurisdiction.empty()) rows.bind(jurisdiction);
  std::vector<WorkHolding> all;
  while (rows.row()) {
    if (all.empty() || rows.text(1) != all.back().work.iri) {
      all.emplace_back().work = {rows.text(1), rows.text(0), rows.text(2), model::work_type(rows.text(3)).value_or(model::WorkType::Other), rows.text(4),
                                 base::Date::parse(rows.text(5)), rows.text(6), rows.number(7) != 0, rows.number(8) != 0};
    }
    auto& holding = all.back();
    holding.provisions += static_cast<std::size_t>(rows.number(9));
    add_new(holding.titles, parts_of(rows.text(10), index::list_mark));
    if (!rows.text(11).empty()) add_new(holding.numbers, parts_of(rows.text(11), index::list_mark));
    add_new(holding.langs, parts_of(rows.text(12), index::list_mark));
    add_new(holding.versions, parts_of(rows.text(13), index::list_mark));
  }
  for (auto& holding : all) {
    std::sort(holding.langs.begin(), holding.langs.end());
    std::sort(holding.versions.begin(), holding.versions.end());
  }
  return all;
}

bool HeldWorks::has_several_days(const std::string& work) const {
  const auto [known, fresh] = several_days_.try_emplace(work);
  if (fresh) {
    auto rows = catalogue_.prepare("SELECT 1 FROM texts WHERE iri = ? LIMIT 1");
    known->second = rows.bind(work).row();
  }
  return known->second;
}

std::vector<WholeText> HeldWorks::whole_texts(std::string_view work) const {
  auto rows = catalogue_.prepare("SELECT lang, version, provisions FROM texts WHERE iri = ? AND begin_there < provisions ORDER BY version, lang");
  rows.bind(work);
  std::vector<WholeText> all;
  while (rows.row()) {
    if (const auto date = base::Date::parse(rows.text(1))) all.push_back({rows.text(0), *date, static_cast<std::size_t>(rows.number(2))});
  }
  return all;
}

std::vector<std::string> HeldWorks::eids(std::string_view work, std::string_view lang, const base::Date& day) const {
  auto rows = catalogue_.prepare("SELECT eids FROM texts WHERE iri = ? AND lang = ? AND version = ?");
  rows.bind(work).bind(lang).bind(day.iso());
  if (!rows.row()) return {};
  auto eids = parts_of(rows.text(0), '\n');
  eids.pop_back();  // behind the last line feed
  return eids;
}

}  // namespace synoptic::query
