#include "index/catalogue_summary.h"

#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace synoptic::index {

namespace {

// A list of different values in the order in which they came.
class ValueList {
 public:
  void add(const std::string& value) {
    if (!known_.insert(value).second) return;
    if (!text_.empty() || known_.size() > 1) text_.push_back(list_mark);
    text_ += value;
  }
  const std::string& text() const { return text_; }

 private:
  std::unordered_set<std::string> known_;
  std::string text_;
};

// One row of `holdings` as it grows.
struct Holding {
  std::string jurisdiction, iri;
  std::vector<std::string> head;  // title, type, number, date, source_url, official, digest, version
  std::int64_t provisions = 0;
  ValueList titles, numbers;
  std::set<std::string> langs, versions;
};

std::string joined(const std::set<std::string>& values) {
  ValueList list;
  for (const auto& value : values) list.add(value);
  return list.text();
}

void write(Statement& insert, const Holding& holding) {
  if (holding.iri.empty()) return;
  const auto number = [&](std::size_t i) { return std::int64_t{holding.head[i] == "1"}; };
  insert.bind(holding.jurisdiction).bind(holding.iri);
  for (std::size_t i = 0; i < 5; ++i) insert.bind(holding.head[i]);
  insert.bind(number(5)).bind(number(6)).bind(holding.head[7]).bind(holding.provisions);
  insert.bind(holding.titles.text()).bind(holding.numbers.text()).bind(joined(holding.langs)).bind(joined(holding.versions)).run();
}

void sum_up_holdings(const Sqlite& catalogue) {
  catalogue.execute("DELETE FROM holdings WHERE iri IN changed");
  auto insert = catalogue.prepare("INSERT INTO holdings VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  // The first row of a work names it: the newest official text, and of several sources of it always the same one.
  auto rows = catalogue.prepare(
      "SELECT jurisdiction, w.iri, lang, provisions, title, type, number, date, source_url, official, digest, version FROM changed c CROSS JOIN works w "
      "ON w.iri = c.iri ORDER BY w.iri, jurisdiction, digest, version DESC, official DESC, title, source_url, number, date");
  Holding holding;
  while (rows.row()) {
    if (rows.text(1) != holding.iri || rows.text(0) != holding.jurisdiction) {
      write(insert, holding);
      holding = {};
      holding.jurisdiction = rows.text(0);
      holding.iri = rows.text(1);
      for (int column = 4; column < 12; ++column) holding.head.push_back(rows.text(column));
    }
    holding.provisions += rows.number(3);
    holding.titles.add(rows.text(4));
    if (!rows.text(6).empty()) holding.numbers.add(rows.text(6));
    holding.langs.insert(rows.text(2));
    holding.versions.insert(rows.text(11));
  }
  write(insert, holding);
}

// The eIds of one text of a work, from all files that have part of it: by the content of the files, since their numbers only tell in which
// order they were read.
std::string order_of(Statement& orders, const std::string& iri, const std::string& lang, const std::string& version) {
  std::string eids;
  orders.bind(iri).bind(lang).bind(version);
  while (orders.row()) eids += orders.text(0);
  return eids;
}

void sum_up_texts(const Sqlite& catalogue) {
  catalogue.execute(
      "DELETE FROM texts WHERE iri IN changed;"
      "CREATE TEMP TABLE dated AS SELECT w.iri FROM changed c CROSS JOIN works w ON w.iri = c.iri WHERE NOT digest AND version <> '' "
      "GROUP BY w.iri HAVING COUNT(DISTINCT version) > 1;");
  auto insert = catalogue.prepare("INSERT INTO texts VALUES(?, ?, ?, ?, ?, ?)");
  auto orders = catalogue.prepare("SELECT eids FROM orders WHERE iri = ? AND lang = ? AND version = ? ORDER BY sha256, source, file");
  auto rows = catalogue.prepare(
      "SELECT w.iri, lang, version, SUM(provisions), SUM(begin_there) FROM dated d CROSS JOIN works w ON w.iri = d.iri WHERE NOT digest AND version <> '' "
      "GROUP BY w.iri, lang, version");
  while (rows.row()) {
    const auto eids = order_of(orders, rows.text(0), rows.text(1), rows.text(2));
    insert.bind(rows.text(0)).bind(rows.text(1)).bind(rows.text(2)).bind(rows.number(3)).bind(rows.number(4)).bind(eids).run();
  }
}

}  // namespace

void sum_up_changed(const Sqlite& catalogue) {
  sum_up_holdings(catalogue);
  sum_up_texts(catalogue);
}

}  // namespace synoptic::index
