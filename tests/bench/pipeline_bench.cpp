// How fast files become provisions, and provisions facts, in seconds of one core (what else the machine does is not counted); peak memory
// with it. scripts/bench sets it beside peers.
//
//   pipeline_bench read|extract PATH...   -> one JSON object
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include <sys/resource.h>

#include <fmt/core.h>

#include "base/data_dir.h"
#include "extract/extractor.h"
#include "read/read_files.h"

using namespace synoptic;

namespace {

struct Counts {
  std::size_t provisions = 0;
  std::size_t text_bytes = 0;
  std::size_t facts = 0;
};

double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

long peak_kilobytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || (std::strcmp(argv[1], "read") != 0 && std::strcmp(argv[1], "extract") != 0)) {
    fmt::print(stderr, "usage: pipeline_bench read|extract PATH...\n");
    return 2;
  }
  const bool extracting = std::strcmp(argv[1], "extract") == 0;
  const auto data = base::find_data();
  if (!data) return fmt::print(stderr, "{}\n", base::to_string(data.error())), 2;
  const auto extractor = extract::Extractor::load(data->lexicon);
  if (!extractor) return fmt::print(stderr, "{}\n", base::to_string(extractor.error())), 2;

  Counts counts;
  double extracting_seconds = 0;
  const auto take = [&](read::ReadWork&& work) {
    const double start = processor_seconds();
    for (const auto& provision : work.provisions) {
      ++counts.provisions;
      counts.text_bytes += provision.text.size();
      if (!extracting) continue;
      const auto facts = extractor->extract({provision.text, provision.lang, provision.jurisdiction});
      counts.facts += facts.definitions.size() + facts.sanctions.size() + facts.citations.size();
    }
    extracting_seconds += processor_seconds() - start;
  };
  const double start = processor_seconds();
  const auto totals = read::read_files({argv + 2, argv + argc}, {.work = take, .diagnostic = [](base::Diagnostic&&) {}, .file = {}, .stop = {}});
  const double all = processor_seconds() - start;
  fmt::print("{{\"files\": {}, \"source_bytes\": {}, \"provisions\": {}, \"text_bytes\": {}, \"facts\": {}, \"seconds\": {:.3f}, "
             "\"extract_seconds\": {:.3f}, \"peak_kb\": {}}}\n",
             totals.files, totals.bytes, counts.provisions, counts.text_bytes, counts.facts, all, extracting ? extracting_seconds : 0.0, peak_kilobytes());
  return 0;
}
