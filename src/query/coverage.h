// What an index holds and what it does not: by jurisdiction and by format, and every file that could not be read, with the reason.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace synoptic::query {

// What is held of a jurisdiction for one day. Every work is in one of the three; digests are not counted.
struct DayCoverage {
  std::size_t with_text = 0;   // works with a text of the day or of an earlier one
  std::size_t only_later = 0;  // works all of whose texts are of later days, or that were enacted later
  std::size_t undated = 0;     // works of whose texts no date is known
  std::string nearest;         // the latest date of a text up to the day, ISO; empty if there is none
};

struct JurisdictionCoverage {
  std::string jurisdiction;
  std::size_t files = 0;
  std::size_t works = 0;     // digests not counted
  std::size_t versions = 0;  // expressions: a work in one language as it stood on one day
  std::size_t provisions = 0;
  std::size_t digests = 0;   // provisions in our own words
  std::vector<std::string> langs;
  std::vector<std::string> formats;
  std::string earliest;  // first and last date of a text, ISO; empty where no date is known
  std::string latest;
  std::optional<DayCoverage> on_day;  // where a day was asked for
};

struct FormatCoverage {
  std::string format;
  std::size_t files = 0;
  std::size_t provisions = 0;
  std::size_t failed = 0;  // files of this format that gave no provision and an error
  std::size_t bytes = 0;
};

struct Failure {
  std::string severity;  // error, warning, note
  std::string file;
  std::size_t line = 0;  // 0: not known
  std::string element;
  std::string message;
  std::string hint;
};

// The same message over many files, counted.
struct FailureKind {
  std::string severity;
  std::string message;
  std::size_t count = 0;
  Failure example;
};

struct Coverage {
  std::vector<JurisdictionCoverage> jurisdictions;  // sorted by code
  std::vector<FormatCoverage> formats;
  std::vector<FailureKind> failures;  // most frequent first
  std::size_t files = 0;
  std::size_t files_without_provisions = 0;
  std::string built;  // when the last ingest finished, ISO 8601 UTC
};

base::Result<Coverage> coverage(const std::filesystem::path& index, const std::optional<base::Date>& day = {});
// Every diagnostic of the last reading of each file.
base::Result<std::vector<Failure>> failures(const std::filesystem::path& index);
// The files and archives that were read, each once, sorted.
base::Result<std::vector<std::filesystem::path>> ingested_paths(const std::filesystem::path& index);

}  // namespace synoptic::query
