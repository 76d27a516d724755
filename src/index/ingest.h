// The way from files to an index: find, read, extract, index, on several threads; unchanged files are passed over, changed ones replaced.
// The old index stays as it is until the new one is complete.
//
//   ingest({.paths = {"fr.tar.zst"}, .index = "indexes/default"}, {extractor, resolver}, {.diagnostic = print})
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "extract/extractor.h"
#include "read/reader.h"
#include "resolve/citation_resolver.h"

namespace synoptic::index {

struct IngestOptions {
  std::vector<std::filesystem::path> paths;
  std::filesystem::path index;
  const read::Format* format = nullptr;  // given: every file is read as this
  int jobs = 2;
  bool strict = false;  // any error leaves the old index in place
  bool prune = false;   // what was ingested from these paths before and is there no more, goes
  bool force = false;   // read unchanged files again, too
};

struct IngestProgress {
  std::size_t files = 0;       // seen
  std::size_t provisions = 0;  // indexed
  std::size_t text_bytes = 0;  // of these provisions
};

struct IngestReport {
  std::size_t files = 0;      // read and indexed
  std::size_t unchanged = 0;  // passed over, since they are in the index as they are
  std::size_t replaced = 0;   // of `files`: there was an older content under this name
  std::size_t pruned = 0;
  std::size_t provisions = 0;
  std::size_t text_bytes = 0;
  std::size_t unknown = 0;  // files that no reader knows
  std::size_t missing_paths = 0;  // given paths that gave no file at all
  std::size_t errors = 0;
  std::size_t warnings = 0;
  double seconds = 0;
  bool switched = false;  // false: nothing changed, or strict and errors
};

struct IngestHandlers {
  std::function<void(const base::Diagnostic&)> diagnostic;  // one at a time
  std::function<void(const IngestProgress&)> progress;      // now and then, from the calling thread; may be empty
  const std::atomic<bool>* stop = nullptr;                  // true: give up, the old index stays
};

// What finds the facts of a provision and tells where its citations lead; both must outlive the call.
struct IngestTools {
  const extract::Extractor& extractor;
  const resolve::CitationResolver& resolver;
};

base::Result<IngestReport> ingest(const IngestOptions& options, const IngestTools& tools, const IngestHandlers& handlers);

}  // namespace synoptic::index
