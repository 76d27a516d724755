#include "index/catalogue.h"

#include "index/catalogue_summary.h"

namespace synoptic::index {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE IF NOT EXISTS sources(path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL,
  bytes INTEGER NOT NULL, provisions INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS works(file INTEGER NOT NULL, iri TEXT NOT NULL, jurisdiction TEXT NOT NULL, title TEXT NOT NULL, type TEXT NOT NULL,
  number TEXT NOT NULL, date TEXT NOT NULL, source_url TEXT NOT NULL, official INTEGER NOT NULL, digest INTEGER NOT NULL, lang TEXT NOT NULL,
  version TEXT NOT NULL, provisions INTEGER NOT NULL, begin_there INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS works_by_file ON works(file);
CREATE TABLE IF NOT EXISTS orders(file INTEGER NOT NULL, iri TEXT NOT NULL, lang TEXT NOT NULL, version TEXT NOT NULL, sha256 TEXT NOT NULL,
  source TEXT NOT NULL, eids TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS orders_by_file ON orders(file);
CREATE INDEX IF NOT EXISTS orders_by_text ON orders(iri, lang, version);
CREATE TEMP TABLE changed(iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS works_by_iri ON works(iri);
CREATE TABLE IF NOT EXISTS diagnostics(file INTEGER NOT NULL, name TEXT NOT NULL, severity TEXT NOT NULL, line INTEGER NOT NULL,
  element TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS diagnostics_by_file ON diagnostics(file);
CREATE TABLE IF NOT EXISTS runs(id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT NOT NULL, files INTEGER NOT NULL,
  provisions INTEGER NOT NULL);
)sql";

std::string_view severity_name(base::Severity severity) {
  switch (severity) {
    case base::Severity::Note: return "note";
    case base::Severity::Warning: return "warning";
    case base::Severity::Error: break;
  }
  return "error";
}

// The file is nobody's until the generation is switched to, so it needs no journal.
Sqlite opened(const std::filesystem::path& file) {
  Sqlite database(file, Sqlite::Access::Write);
  database.execute(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;"
      "PRAGMA cache_size = -65536; BEGIN;");  // 64 MiB
  database.execute(tables);
  database.execute(summary_tables);
  database.execute("DELETE FROM diagnostics WHERE file = 0");
  return database;
}

const std::filesystem::path& copied(const std::filesystem::path& file, const std::filesystem::path& previous) {
  if (!previous.empty()) std::filesystem::copy_file(previous, file, std::filesystem::copy_options::overwrite_existing);
  return file;
}

}  // namespace

Catalogue::Catalogue(const std::filesystem::path& file, const std::filesystem::path& previous)
    : database_(opened(copied(file, previous))),
      insert_file_(database_.prepare("INSERT INTO files VALUES(?, ?, ?, ?, ?, ?)")),
      insert_changed_(database_.prepare("INSERT OR IGNORE INTO changed VALUES(?)")),
      insert_work_(database_.prepare("INSERT INTO works VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      insert_order_(database_.prepare("INSERT INTO orders VALUES(?, ?, ?, ?, ?, ?, ?)")) {
  if (auto last = database_.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'files'"); last.row()) last_file_ = last.number(0);
}

std::unordered_map<std::string, KnownFile> Catalogue::files() {
  std::unordered_map<std::string, KnownFile> all;
  auto statement = database_.prepare("SELECT id, name, sha256, format FROM files");
  while (statement.row()) {
    KnownFile file{statement.number(0), statement.text(1), statement.text(2), statement.text(3)};
    all.emplace(file.name, std::move(file));
  }
  return all;
}

std::string Catalogue::known_source(std::string_view path) {
  auto statement = database_.prepare("SELECT sha256 FROM sources WHERE path = ?");
  statement.bind(path);
  return statement.row() ? statement.text(0) : std::string();
}

void Catalogue::remember_source(std::string_view path, std::string_view sha256) {
  database_.prepare("INSERT OR REPLACE INTO sources VALUES(?, ?)").bind(path).bind(sha256).run();
}

void Catalogue::forget_source(std::string_view path) { database_.prepare("DELETE FROM sources WHERE path = ?").bind(path).run(); }

void Catalogue::add_file(std::int64_t number, const FileEntry& file) {
  insert_file_.bind(number).bind(file.name).bind(file.sha256).bind(file.format).bind(static_cast<std::int64_t>(file.bytes))
      .bind(static_cast<std::int64_t>(file.provisions)).run();
}

void Catalogue::add_work(std::int64_t file, const WorkEntry& entry) {
  const auto& work = entry.work;
  if (changed_.insert(work.iri).second) insert_changed_.bind(work.iri).run();
  insert_work_.bind(file).bind(work.iri).bind(work.jurisdiction).bind(work.title).bind(model::to_string(work.type)).bind(work.number)
      .bind(work.date ? work.date->iso() : std::string()).bind(work.source_url).bind(std::int64_t{work.official}).bind(std::int64_t{work.digest})
      .bind(entry.lang).bind(entry.version).bind(static_cast<std::int64_t>(entry.provisions))
      .bind(static_cast<std::int64_t>(entry.begin_there)).run();
  for (const auto& order : entry.orders) {
    insert_order_.bind(file).bind(work.iri).bind(entry.lang).bind(entry.version).bind(order.sha256).bind(order.file).bind(order.eids).run();
  }
}

void Catalogue::add_diagnostic(std::int64_t file, const base::Diagnostic& diagnostic) {
  database_.prepare("INSERT INTO diagnostics VALUES(?, ?, ?, ?, ?, ?, ?)")
      .bind(file).bind(diagnostic.file).bind(severity_name(diagnostic.severity)).bind(static_cast<std::int64_t>(diagnostic.line.value_or(0)))
      .bind(diagnostic.element).bind(diagnostic.message).bind(diagnostic.hint).run();
}

void Catalogue::remove_file(std::int64_t file) {
  for (const char* sql : {"INSERT OR IGNORE INTO changed SELECT iri FROM works WHERE file = ?", "DELETE FROM files WHERE id = ?", "DELETE FROM works WHERE file = ?",
                          "DELETE FROM orders WHERE file = ?", "DELETE FROM diagnostics WHERE file = ?"}) {
    database_.prepare(sql).bind(file).run();
  }
}

std::vector<std::string> Catalogue::jurisdictions_of(std::int64_t file) {
  std::vector<std::string> all;
  auto statement = database_.prepare("SELECT DISTINCT jurisdiction FROM works WHERE file = ?");
  statement.bind(file);
  while (statement.row()) all.push_back(statement.text(0));
  return all;
}

void Catalogue::add_run(std::string_view started, std::string_view finished, std::size_t files, std::size_t provisions) {
  database_.prepare("INSERT INTO runs(started, finished, files, provisions) VALUES(?, ?, ?, ?)")
      .bind(started).bind(finished).bind(static_cast<std::int64_t>(files)).bind(static_cast<std::int64_t>(provisions)).run();
}

void Catalogue::commit() {
  sum_up_changed(database_);
  database_.execute("COMMIT");
}

}  // namespace synoptic::index
