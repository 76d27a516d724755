#include "query/coverage.h"

#include <algorithm>
#include <map>
#include <set>

#include "index/generation.h"
#include "index/sqlite.h"

namespace synoptic::query {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start < list.size();) {
    const auto end = std::min(list.find(',', start), list.size());
    parts.push_back(list.substr(start, end - start));
    start = end + 1;
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

void read_jurisdictions(const index::Sqlite& catalogue, Coverage& coverage) {
  auto rows = catalogue.prepare(
      "SELECT w.jurisdiction, COUNT(DISTINCT w.file), COUNT(DISTINCT CASE WHEN digest THEN NULL ELSE iri END),"
      " COUNT(DISTINCT CASE WHEN digest THEN NULL ELSE iri || ' ' || lang || ' ' || version END),"
      " SUM(CASE WHEN digest THEN 0 ELSE w.provisions END), SUM(CASE WHEN digest THEN w.provisions ELSE 0 END),"
      " GROUP_CONCAT(DISTINCT lang), GROUP_CONCAT(DISTINCT f.format), MIN(NULLIF(version, '')), MAX(NULLIF(version, ''))"
      " FROM works w JOIN files f ON f.id = w.file GROUP BY w.jurisdiction ORDER BY w.jurisdiction");
  while (rows.row()) {
    const auto count = [&](int column) { return static_cast<std::size_t>(rows.number(column)); };
    coverage.jurisdictions.push_back({rows.text(0), count(1), count(2), count(3), count(4), count(5), split(rows.text(6)), split(rows.text(7)),
                                      rows.text(8), rows.text(9), {}});
  }
}

// A date compares as text: ISO years of four digits.
void read_day(const index::Sqlite& catalogue, const base::Date& day, Coverage& coverage) {
  auto rows = catalogue.prepare(
      "SELECT jurisdiction, MAX(CASE WHEN version <> '' AND version <= ?1 THEN version ELSE '' END), MAX(version), MIN(NULLIF(date, ''))"
      " FROM works WHERE NOT digest GROUP BY jurisdiction, iri");
  rows.bind(day.iso());
  std::map<std::string, DayCoverage> all;
  while (rows.row()) {
    auto& held = all[rows.text(0)];
    const std::string nearest = rows.text(1);
    const std::string enacted = rows.text(3);
    if (!nearest.empty()) {
      ++held.with_text;
      held.nearest = std::max(held.nearest, nearest);
    } else if (!rows.text(2).empty() || (!enacted.empty() && enacted > day.iso())) {
      ++held.only_later;
    } else {
      ++held.undated;
    }
  }
  for (auto& jurisdiction : coverage.jurisdictions) jurisdiction.on_day = all[jurisdiction.jurisdiction];
}

void read_formats(const index::Sqlite& catalogue, Coverage& coverage) {
  auto rows = catalogue.prepare(
      "SELECT format, COUNT(*), SUM(provisions), SUM(provisions = 0 AND id IN (SELECT file FROM diagnostics WHERE severity = 'error')), SUM(bytes),"
      " SUM(provisions = 0) FROM files GROUP BY format ORDER BY format = '', 3 DESC");
  while (rows.row()) {
    const auto count = [&](int column) { return static_cast<std::size_t>(rows.number(column)); };
    coverage.formats.push_back({rows.text(0), count(1), count(2), count(3), count(4)});
    coverage.files += count(1);
    coverage.files_without_provisions += count(5);
  }
}

void read_failures(const index::Sqlite& catalogue, Coverage& coverage) {
  auto rows = catalogue.prepare(
      "SELECT severity, message, COUNT(*), MIN(name), line, element, hint FROM diagnostics GROUP BY severity, message"
      " ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, 3 DESC, 2");
  while (rows.row()) {
    FailureKind kind{rows.text(0), rows.text(1), static_cast<std::size_t>(rows.number(2)), {}};
    kind.example = {kind.severity, rows.text(3), static_cast<std::size_t>(rows.number(4)), rows.text(5), kind.message, rows.text(6)};
    coverage.failures.push_back(std::move(kind));
  }
}

// Runs `read` on the catalogue of the current generation, again if a writer swept it away in between.
template <class T, class Read>
base::Result<T> from_catalogue(const fs::path& folder, Read&& read) {
  for (int attempt = 0;; ++attempt) {
    auto generation = index::current_generation(folder);
    if (!generation) return tl::unexpected(generation.error());
    if (!*generation) {
      return base::failure({.file = folder.string(), .message = "there is no index here",
                            .hint = "make one with 'synoptic ingest PATH...', or name another with --index DIR"});
    }
    try {
      return read(index::Sqlite(folder / (*generation)->catalogue, index::Sqlite::Access::Read));
    } catch (const index::CatalogueError& error) {
      if (attempt >= 5) return base::failure({.file = folder.string(), .message = error.what(), .hint = "ingest the sources again into a new folder"});
    }
  }
}

}  // namespace

base::Result<Coverage> coverage(const fs::path& folder, const std::optional<base::Date>& day) {
  return from_catalogue<Coverage>(folder, [&day](const index::Sqlite& catalogue) {
    Coverage coverage;
    read_jurisdictions(catalogue, coverage);
    if (day) read_day(catalogue, *day, coverage);
    read_formats(catalogue, coverage);
    read_failures(catalogue, coverage);
    auto run = catalogue.prepare("SELECT finished FROM runs ORDER BY id DESC LIMIT 1");
    if (run.row()) coverage.built = run.text(0);
    return coverage;
  });
}

base::Result<std::vector<Failure>> failures(const fs::path& folder) {
  return from_catalogue<std::vector<Failure>>(folder, [](const index::Sqlite& catalogue) {
    std::vector<Failure> all;
    auto rows = catalogue.prepare("SELECT severity, name, line, element, message, hint FROM diagnostics ORDER BY name, line");
    while (rows.row()) {
      all.push_back({rows.text(0), rows.text(1), static_cast<std::size_t>(rows.number(2)), rows.text(3), rows.text(4), rows.text(5)});
    }
    return all;
  });
}

base::Result<std::vector<fs::path>> ingested_paths(const fs::path& folder) {
  return from_catalogue<std::vector<fs::path>>(folder, [](const index::Sqlite& catalogue) {
    std::set<fs::path> paths;
    auto rows = catalogue.prepare("SELECT name FROM files");
    while (rows.row()) {
      const auto name = rows.text(0);
      paths.insert(name.substr(0, name.find('!')));  // "archive.tar.zst!path/in/it"
    }
    return std::vector<fs::path>(paths.begin(), paths.end());
  });
}

}  // namespace synoptic::query
