#include "index/ingest.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <thread>

#include <fmt/chrono.h>
#include <fmt/core.h>

#include "base/file.h"
#include "base/sha256.h"
#include "index/catalogue.h"
#include "index/index_writer.h"
#include "index/provision_terms.h"
#include "index/task_queue.h"
#include "read/read_files.h"
#include "read/reader_registry.h"

namespace synoptic::index {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t bytes_waiting = std::size_t{12} << 20;
constexpr std::size_t provisions_a_task = 400;  // a work with more is shared out
constexpr std::size_t diagnostics_a_file = 100;
// Provisions go through each step so many bytes at a time: one by one, the tables of the extractor and those of the index would drive each other
// out of the processor's cache. In the end less at a time, so that the workers finish together.
constexpr std::size_t bytes_a_step = std::size_t{1} << 20;
constexpr std::size_t bytes_a_last_step = bytes_a_step / 16;

// What the threads found out about one file, for the catalogue.
struct FileResult {
  std::int64_t id = 0;
  FileEntry file;
  std::map<std::pair<std::string, std::string>, WorkEntry> works;  // by expression and language
  std::vector<base::Diagnostic> diagnostics;
};

std::string now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()))); }

// The part of a display name that was given on the command line.
bool belongs_to(const std::string& name, const std::string& path) {
  return name.starts_with(path) && (name.size() == path.size() || name[path.size()] == '!' || name[path.size()] == '/' || path.ends_with('/'));
}

// A provision on its way into the index.
struct Waiting {
  std::shared_ptr<const read::ReadWork> whole;
  const model::Provision* provision = nullptr;  // of it
  std::uint32_t file = 0;
  std::uint32_t order = 0;
  model::Facts facts;
  CitedKeys cited;
};

struct Worker {
  std::unique_ptr<Lane> lane;
  std::vector<Waiting> waiting;
  std::size_t bytes = 0;  // that they take, about
};

struct Closing {
  TaskQueue<Worker>& queue;
  ~Closing() { queue.close(); }
};

class Ingest {
 public:
  Ingest(const IngestOptions& options, const IngestTools& tools, const IngestHandlers& handlers, IndexWriter& writer)
      : options_(options), tools_(tools), handlers_(handlers), writer_(writer),
        catalogue_file_(writer.workspace() / "catalogue.sqlite"), catalogue_(catalogue_file_, writer.previous_catalogue()),
        known_(catalogue_.files()), queue_(bytes_waiting) {}

  base::Result<IngestReport> run() {
    started_ = now();
    const auto begin = std::chrono::steady_clock::now();
    const int jobs = std::clamp(options_.jobs, 1, 64);
    for (int i = 0; i < jobs; ++i) workers_.push_back({writer_.open_lane(), {}, 0});
    {
      std::vector<std::jthread> threads;
      const Closing closing{queue_};  // before the threads are waited for, also when something is thrown
      for (auto& worker : workers_) threads.emplace_back([this, &worker] { work(worker); });
      find_files();
      if (options_.prune && !stopped()) drop_vanished();
      if (!stopped()) keep_the_rest_of_changed_shards();
    }
    auto finished = finish();
    report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (!finished) return tl::unexpected(finished.error());
    return report_;
  }

 private:
  // --- on the calling thread: finding files, and the catalogue ---

  void find_files() {
    for (const auto& given : options_.paths) {
      if (stopped()) return;
      std::error_code error;
      const fs::path path = fs::absolute(given, error).lexically_normal();
      const std::string hash = whole_hash(path);
      if (!hash.empty() && !options_.force && catalogue_.known_source(path.string()) == hash) {
        pass_over(path.string());
        continue;
      }
      const std::size_t errors_before = source_errors_;
      const std::size_t seen_before = seen_.size();
      read::for_each_file({path}, [this](read::LoadedFile&& file) { return take(std::move(file)); },
                          [this](base::Diagnostic&& diagnostic) { source_trouble(std::move(diagnostic)); });
      if (stopped()) return;
      if (seen_.size() == seen_before) ++report_.missing_paths;
      if (!hash.empty() && source_errors_ == errors_before) {
        catalogue_.remember_source(path.string(), hash);
        changed_ = true;
      }
    }
  }

  // Archives are hashed as they lie there, so that an unchanged one need not be unpacked.
  std::string whole_hash(const fs::path& path) const {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return {};
    const auto bytes = base::read_file(path);
    return bytes ? base::sha256(*bytes) + (options_.format != nullptr ? " as " + std::string(options_.format->name) : "") : std::string();
  }

  void pass_over(const std::string& path) {
    for (const auto& [name, file] : known_) {
      if (!belongs_to(name, path)) continue;
      seen_.insert(name);
      ++report_.unchanged;
    }
  }

  bool take(read::LoadedFile&& file) {
    if (stopped()) return false;
    if (!seen_.insert(file.name).second) return true;  // given twice
    const auto* format = options_.format != nullptr ? options_.format : read::detect_format(file.bytes);
    const std::string format_name(format != nullptr ? format->name : std::string_view{});
    if (const auto known = known_.find(file.name); known != known_.end()) {
      if (known->second.sha256 == file.sha256 && known->second.format == format_name && !options_.force) {
        ++report_.unchanged;
        return true;
      }
      ++report_.replaced;
      remove(known->second);
    }
    changed_ = true;
    ++report_.files;
    if (format == nullptr) ++report_.unknown;
    auto result = std::make_shared<FileResult>();
    result->id = catalogue_.new_file();
    result->file = {file.name, file.sha256, format_name, file.bytes.size()};
    results_.push_back(result);
    const std::size_t bytes = file.bytes.size();
    auto shared = std::make_shared<read::LoadedFile>(std::move(file));
    queue_.add([this, shared, result, format](Worker& worker) { read(*shared, format, result, worker); }, bytes);
    tell_progress();
    return true;
  }

  void remove(const KnownFile& file) {
    removed_.insert(file.id);
    for (auto& jurisdiction : catalogue_.jurisdictions_of(file.id)) rewritten_.insert(shard_name(jurisdiction));
    catalogue_.remove_file(file.id);
  }

  void drop_vanished() {
    for (const auto& given : options_.paths) {
      std::error_code error;
      const std::string path = fs::absolute(given, error).lexically_normal().string();
      for (const auto& [name, file] : known_) {
        if (!belongs_to(name, path) || !seen_.insert(name).second) continue;
        remove(file);
        changed_ = true;
        ++report_.pruned;
      }
    }
  }

  // A shard that loses provisions is written again from the records of those that stay.
  void keep_the_rest_of_changed_shards() {
    for (const auto& jurisdiction : rewritten_) {
      std::vector<Record> batch;
      const auto flush = [&] {
        auto records = std::make_shared<std::vector<Record>>(std::move(batch));
        batch.clear();
        queue_.add([this, records](Worker& worker) { keep(*records, worker); }, records->size() * 4096);
      };
      auto read = writer_.for_each_stored(jurisdiction, [&](Record&& record) {
        if (removed_.contains(record.file)) return;
        batch.push_back(std::move(record));
        if (batch.size() >= provisions_a_task) flush();
      });
      flush();
      if (!read) give_up(read.error());
    }
  }

  void source_trouble(base::Diagnostic&& diagnostic) {
    if (diagnostic.severity == base::Severity::Error) ++source_errors_;
    tell(diagnostic);
    catalogue_.add_diagnostic(0, diagnostic);
  }

  base::Result<void> finish() {
    if (failure_) return base::failure(*failure_);
    if (stopped()) return base::failure("stopped; the index is as it was");
    report_.provisions = provisions_;
    report_.text_bytes = text_bytes_;
    if (!changed_) return {};
    if (options_.strict && report_.errors > 0) {
      return base::failure(fmt::format("{} errors, so the index was left as it was (--strict)", report_.errors), "mend the files named above, or ingest without --strict");
    }
    auto shards = std::async(std::launch::async, [this]() -> base::Result<std::vector<ShardFile>> {
      if (auto closed = close_lanes(); !closed) return tl::unexpected(closed.error());
      std::vector<std::unique_ptr<Lane>> lanes;
      for (auto& worker : workers_) lanes.push_back(std::move(worker.lane));
      return writer_.merge(lanes, rewritten_, options_.jobs);
    });
    for (const auto& result : results_) write(*result);
    catalogue_.add_run(started_, now(), report_.files, report_.provisions);
    catalogue_.commit();
    auto merged = shards.get();
    if (!merged) return tl::unexpected(merged.error());
    auto done = writer_.switch_to(std::move(*merged), catalogue_file_);
    report_.switched = done.has_value();
    return done;
  }

  // Side by side, as they were filled: what is left to write is as much for each.
  base::Result<void> close_lanes() {
    std::vector<std::future<base::Result<void>>> closing;
    for (const auto& worker : workers_) closing.push_back(std::async(std::launch::async, [&worker] { return worker.lane->close(); }));
    base::Result<void> all;
    for (auto& one : closing) {
      if (auto closed = one.get(); !closed) all = std::move(closed);
    }
    return all;
  }

  void write(const FileResult& result) {
    catalogue_.add_file(result.id, result.file);
    for (const auto& [key, entry] : result.works) catalogue_.add_work(result.id, entry);
    for (const auto& diagnostic : result.diagnostics) catalogue_.add_diagnostic(result.id, diagnostic);
  }

  void tell_progress() {
    const auto time = std::chrono::steady_clock::now();
    if (!handlers_.progress || time - told_ < std::chrono::milliseconds(100)) return;
    told_ = time;
    handlers_.progress({report_.files + report_.unchanged, provisions_, text_bytes_});
  }

  // --- on the workers ---

  void work(Worker& worker) {
    while (auto task = queue_.take()) {
      attempt([&] { (*task)(worker); });
      task.reset();
      queue_.done();
    }
    attempt([&] { take_steps(worker); });
  }

  template <class Work>
  void attempt(const Work& work) {
    try {
      if (!stopped()) work();
    } catch (const std::exception& error) {
      give_up({.message = error.what(), .hint = "is there room on the disk and in memory?"});
    }
  }

  void read(const read::LoadedFile& file, const read::Format* format, const std::shared_ptr<FileResult>& result, Worker& worker) {
    std::uint32_t order = 0;
    read::ReadHandlers handlers;
    handlers.work = [&](read::ReadWork&& work) {
      note(*result, work);
      const auto count = static_cast<std::uint32_t>(work.provisions.size());
      share_out(std::move(work), static_cast<std::uint32_t>(result->id), order, worker);
      order += count;
    };
    handlers.diagnostic = [&](base::Diagnostic&& diagnostic) {
      tell(diagnostic);
      if (result->diagnostics.size() < diagnostics_a_file) result->diagnostics.push_back(std::move(diagnostic));
    };
    read::ReadOptions options;
    options.format = format;
    read::read_one(file.view(), handlers, options);
  }

  void note(FileResult& result, const read::ReadWork& work) const {
    for (const auto& provision : work.provisions) {
      auto& entry = result.works[{provision.iri.expression(), provision.lang}];
      if (entry.provisions++ == 0) {
        entry.work = work.work;
        entry.work.iri = provision.iri.work;
        entry.work.jurisdiction = provision.jurisdiction;
        entry.lang = provision.lang;
        entry.version = provision.iri.version;
      }
      entry.begin_there += provision.valid_from && provision.valid_from->iso() == entry.version;
      note_order(entry, provision);
    }
    result.file.provisions += work.provisions.size();
  }

  static void note_order(WorkEntry& entry, const model::Provision& provision) {
    if (entry.version.empty() || entry.work.digest) return;
    const auto& source = provision.source;
    if (entry.orders.empty() || entry.orders.back().sha256 != source.sha256 || entry.orders.back().file != source.file) entry.orders.push_back({source.sha256, source.file, {}});
    entry.orders.back().eids.append(provision.iri.eid).push_back('\n');
  }

  // All but the first piece of a large work go to whoever has time.
  void share_out(read::ReadWork&& whole, std::uint32_t file, std::uint32_t order, Worker& worker) {
    const auto work = std::make_shared<const read::ReadWork>(std::move(whole));
    for (std::size_t first = provisions_a_task; first < work->provisions.size(); first += provisions_a_task) {
      queue_.add_first([this, work, file, order, first](Worker& other) { index(work, first, file, order, other); });
    }
    index(work, 0, file, order, worker);
  }

  void index(const std::shared_ptr<const read::ReadWork>& work, std::size_t first, std::uint32_t file, std::uint32_t order, Worker& worker) {
    const std::size_t last = std::min(work->provisions.size(), first + provisions_a_task);
    for (std::size_t i = first; i < last && !stopped(); ++i) {
      const auto& provision = work->provisions[i];
      ++provisions_;
      text_bytes_ += provision.text.size();
      add({work, &provision, file, order + static_cast<std::uint32_t>(i), {}, {}}, worker);
    }
  }

  void keep(std::vector<Record>& records, Worker& worker) {
    for (auto& record : records) {
      if (stopped()) return;
      const auto work = std::make_shared<const read::ReadWork>(read::ReadWork{std::move(record.work), {std::move(record.provision)}});
      add({work, &work->provisions.front(), record.file, record.order, {}, {}}, worker);
    }
  }

  void add(Waiting&& next, Worker& worker) {
    worker.bytes += next.provision->text.size() + sizeof(model::Provision);
    worker.waiting.push_back(std::move(next));
    const bool ending = queue_.waiting_bytes() < 2 * bytes_a_step;
    if (worker.bytes >= (ending ? bytes_a_last_step : bytes_a_step)) take_steps(worker);
  }

  void take_steps(Worker& worker) {
    for (auto& [whole, provision, file, order, facts, cited] : worker.waiting) {
      facts = tools_.extractor.extract({provision->text, provision->lang, provision->jurisdiction});
      cited = cited_keys(facts, provision->iri, tools_.resolver);
    }
    std::vector<Indexable> batch;
    batch.reserve(worker.waiting.size());
    for (const auto& [whole, provision, file, order, facts, cited] : worker.waiting) batch.push_back({whole->work, *provision, facts, cited, file, order});
    if (auto added = worker.lane->add(batch); !added) return give_up(added.error());
    worker.waiting.clear();
    worker.bytes = 0;
  }

  // --- from any thread ---

  void tell(const base::Diagnostic& diagnostic) {
    const std::lock_guard lock(telling_);
    report_.errors += diagnostic.severity == base::Severity::Error;
    report_.warnings += diagnostic.severity == base::Severity::Warning;
    if (handlers_.diagnostic) handlers_.diagnostic(diagnostic);
  }

  void give_up(const base::Diagnostic& diagnostic) {
    const std::lock_guard lock(telling_);
    if (!failure_) failure_ = diagnostic;
    failed_ = true;
  }

  bool stopped() const { return failed_ || (handlers_.stop != nullptr && *handlers_.stop); }

  const IngestOptions& options_;
  const IngestTools& tools_;
  const IngestHandlers& handlers_;
  IndexWriter& writer_;
  fs::path catalogue_file_;
  Catalogue catalogue_;
  std::unordered_map<std::string, KnownFile> known_;
  TaskQueue<Worker> queue_;
  std::vector<Worker> workers_;
  std::vector<std::shared_ptr<FileResult>> results_;
  std::set<std::string> seen_;
  std::set<std::int64_t> removed_;
  std::set<std::string> rewritten_;  // shards
  IngestReport report_;
  std::string started_;
  std::size_t source_errors_ = 0;
  bool changed_ = false;
  std::chrono::steady_clock::time_point told_;
  std::mutex telling_;
  std::optional<base::Diagnostic> failure_;
  std::atomic<bool> failed_ = false;
  std::atomic<std::size_t> provisions_ = 0;
  std::atomic<std::size_t> text_bytes_ = 0;
};

}  // namespace

base::Result<IngestReport> ingest(const IngestOptions& options, const IngestTools& tools, const IngestHandlers& handlers) {
  auto writer = IndexWriter::begin(options.index);
  if (!writer) return tl::unexpected(writer.error());
  try {
    return Ingest(options, tools, handlers, **writer).run();
  } catch (const CatalogueError& error) {
    return base::failure(std::string(error.what()), "is there room on the disk? else delete the index and ingest again");
  } catch (const fs::filesystem_error& error) {
    return base::failure(std::string(error.what()), "is there room on the disk, and may you write to the folder?");
  }
}

}  // namespace synoptic::index
