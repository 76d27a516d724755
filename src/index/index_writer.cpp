#include "index/index_writer.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <map>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fmt/core.h>
#include <xapian.h>

#include "index/document_builder.h"
#include "index/row_file.h"
#include "index/schema.h"
#include "index/xapian_trouble.h"

namespace synoptic::index {

namespace fs = std::filesystem;

namespace {

// A lane writes pieces of about this size, of whole batches, each a database of its own: what gathers in memory stays in the processor's
// cache, and a piece is written in the order of its keys, where adding to a large tree would rewrite blocks all over it. Merging sorted pieces
// is cheap.
constexpr std::size_t documents_a_piece = 2000;
constexpr std::size_t bytes_a_piece = std::size_t{512} << 10;
constexpr std::size_t most_pieces = 96;   // of a lane before it merges them
constexpr std::size_t most_merged = 192;  // at once: each piece is some four open files, and 1,024 may usually be open
constexpr std::size_t files_a_merge = 4 * most_merged + 64;

// The files of rows that stand beside a database.
constexpr std::array row_files{layout::order, layout::records};

base::Result<void> merge_rows(const std::vector<std::string>& databases, const std::string& target, std::string_view kind) {
  RowWriter all(layout::beside(target, kind));
  for (const auto& database : databases) {
    const auto rows = RowFile::open(layout::beside(database, kind));
    if (!rows) return tl::unexpected(rows.error());
    all.append(*rows);
  }
  return all.close();
}

void remove_piece(const std::string& database) {
  fs::remove_all(database);
  for (const auto kind : row_files) fs::remove(layout::beside(database, kind));
}

// False if there is nothing in any of them. Xapian numbers the documents anew, those of a file behind those of the one before: so do the rows.
base::Result<bool> merge_databases(const std::vector<std::string>& files, const std::string& target, unsigned flags) {
  Xapian::Database all;
  for (const auto& file : files) all.add_database(Xapian::Database(file));
  if (all.get_doccount() == 0) return false;
  all.compact(target, flags);
  return true;
}

base::Result<void> move_into_place(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) return base::failure({.file = to.string(), .message = "cannot be written: " + error.message()});
  return {};
}

// As many as may keep the files of a merge open each; the limit is raised as far as that needs and the system allows.
std::size_t threads_for_merging(int jobs) {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return 1;
  const rlim_t wanted = files_a_merge * static_cast<rlim_t>(std::max(jobs, 1)) + 128;
  if (files.rlim_cur < wanted) {
    files.rlim_cur = std::min(wanted, files.rlim_max);
    if (::setrlimit(RLIMIT_NOFILE, &files) != 0) return 1;
  }
  return std::max<std::size_t>(1, std::min<std::size_t>(files.rlim_cur / files_a_merge, static_cast<std::size_t>(std::max(jobs, 1))));
}

}  // namespace

// --- a lane ---

struct Lane::Impl {
  struct Part {
    Xapian::WritableDatabase database;  // the piece that grows
    std::optional<RowWriter> orders;    // of its documents
    std::optional<RowWriter> records;
    DocumentBuilder builder;
    std::vector<std::string> pieces;  // the files of all pieces, the growing one last
    std::size_t documents = 0;
    std::size_t bytes = 0;
  };

  fs::path folder;  // one a lane
  std::map<std::string, Part> parts;
  std::size_t made = 0;

  Part& part(const std::string& shard) {
    if (const auto found = parts.find(shard); found != parts.end()) return found->second;
    Part& part = parts[shard];
    open_piece(part);
    return part;
  }

  std::string next_file() { return (folder / std::to_string(made++)).string(); }

  void open_piece(Part& part) {
    // Nobody reads it before it is merged into a finished shard: no syncing, no copy on write, no term lists to delete by.
    constexpr int flags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;
    part.pieces.push_back(next_file());
    part.database = Xapian::WritableDatabase(part.pieces.back(), flags);
    part.orders.emplace(layout::beside(part.pieces.back(), layout::order));
    part.records.emplace(layout::beside(part.pieces.back(), layout::records));
    part.documents = 0;
    part.bytes = 0;
  }

  base::Result<void> close_piece(Part& part) {
    part.database.commit();
    part.database.close();
    for (auto* rows : {&part.orders, &part.records}) {
      if (auto closed = (*rows)->close(); !closed) return closed;
    }
    if (part.pieces.size() < most_pieces) return {};
    const std::string merged = next_file();
    if (auto done = merge_databases(part.pieces, merged, 0); !done) return tl::unexpected(done.error());
    for (const auto kind : row_files) {
      if (auto done = merge_rows(part.pieces, merged, kind); !done) return done;
    }
    for (const auto& piece : part.pieces) remove_piece(piece);
    part.pieces = {merged};
    return {};
  }
};

Lane::Lane(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lane::~Lane() = default;

base::Result<void> Lane::add(std::span<const Indexable> batch) {
  try {
    for (auto& [shard, part] : impl_->parts) part.builder.begin();
    std::vector<Impl::Part*> parts;
    std::vector<ProvisionWords> words;
    for (const auto& one : batch) {
      auto& part = *parts.emplace_back(&impl_->part(shard_name(one.provision.jurisdiction)));
      words.push_back(part.builder.words(one));
      part.orders->append(words.back().order);
    }
    for (std::size_t i = 0; i < batch.size(); ++i) parts[i]->records->append(encode(batch[i].work, batch[i].provision, batch[i].file, batch[i].order));
    for (std::size_t i = 0; i < batch.size(); ++i) {
      parts[i]->database.add_document(parts[i]->builder.document(batch[i], words[i]));
      parts[i]->bytes += batch[i].provision.text.size();
      ++parts[i]->documents;
    }
    for (auto& [shard, part] : impl_->parts) {
      if (part.documents < documents_a_piece && part.bytes < bytes_a_piece) continue;
      if (auto closed = impl_->close_piece(part); !closed) return closed;
      impl_->open_piece(part);
    }
    return {};
  } catch (const Xapian::Error& error) {
    return base::failure(xapian_trouble(error, impl_->folder));
  }
}

base::Result<void> Lane::close() {
  try {
    for (auto& [shard, part] : impl_->parts) {
      if (auto closed = impl_->close_piece(part); !closed) return closed;
    }
    return {};
  } catch (const Xapian::Error& error) {
    return base::failure(xapian_trouble(error, impl_->folder));
  }
}

// --- the writer ---

base::Result<std::unique_ptr<IndexWriter>> IndexWriter::begin(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder / layout::shards, error);
  if (error) return base::failure({.file = folder.string(), .message = "cannot be made: " + error.message(), .hint = "name another folder with --index"});
  std::unique_ptr<IndexWriter> writer(new IndexWriter());
  writer->folder_ = folder;
  writer->lock_ = ::open((folder / layout::lock).c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  if (writer->lock_ < 0 || ::flock(writer->lock_, LOCK_EX | LOCK_NB) != 0) {
    return base::failure({.file = folder.string(), .message = "another ingest is at work on this index", .hint = "wait until it has finished"});
  }
  auto previous = current_generation(folder);
  if (!previous) return tl::unexpected(previous.error());
  writer->previous_ = std::move(*previous);
  fs::remove_all(writer->workspace(), error);  // what a killed ingest left behind
  fs::create_directories(writer->workspace(), error);
  if (error) return base::failure({.file = writer->workspace().string(), .message = "cannot be made: " + error.message(), .hint = "name another folder with --index"});
  return writer;
}

IndexWriter::~IndexWriter() {
  if (lock_ < 0) return;
  std::error_code error;
  if (!folder_.empty()) fs::remove_all(workspace(), error);
  ::close(lock_);
}

fs::path IndexWriter::workspace() const { return folder_ / layout::building; }
fs::path IndexWriter::previous_catalogue() const { return previous_ ? folder_ / previous_->catalogue : fs::path(); }

std::vector<std::string> IndexWriter::jurisdictions() const {
  std::vector<std::string> all;
  if (previous_) {
    for (const auto& shard : previous_->shards) all.push_back(shard.jurisdiction);
  }
  return all;
}

std::unique_ptr<Lane> IndexWriter::open_lane() {
  auto impl = std::make_unique<Lane::Impl>();
  impl->folder = workspace() / fmt::format("lane{}", lanes_++);
  fs::create_directories(impl->folder);
  return std::unique_ptr<Lane>(new Lane(std::move(impl)));
}

base::Result<void> IndexWriter::for_each_stored(const std::string& jurisdiction, const std::function<void(Record&&)>& visit) const {
  if (!previous_) return {};
  for (const auto& shard : previous_->shards) {
    if (shard.jurisdiction != jurisdiction) continue;
    const auto records = RowFile::open(folder_ / shard.record_file());
    if (!records) return tl::unexpected(records.error());
    RowWindow window(*records);
    for (std::size_t i = 0; i < records->size(); ++i) {
      auto record = decode(window.row(i));
      if (!record) return tl::unexpected(record.error());
      visit(std::move(*record));
    }
  }
  return {};
}

ShardFile IndexWriter::shard_file(const std::string& jurisdiction) const {
  return {jurisdiction, fmt::format("{}/{}.{}.glass", layout::shards, jurisdiction, number())};
}

fs::path IndexWriter::built_file(const std::string& jurisdiction) const { return workspace() / fmt::format("{}.glass", jurisdiction); }

base::Result<bool> IndexWriter::merge_one(const std::string& jurisdiction, std::vector<std::string> databases) const {
  const std::string name = shard_file(jurisdiction).file;
  try {
    const fs::path built = built_file(jurisdiction);
    for (int round = 0; databases.size() > most_merged; ++round) {  // in their order: that of the rows
      std::vector<std::string> fewer;
      for (auto first = databases.begin(); first != databases.end();) {
        const auto last = databases.end() - first > static_cast<std::ptrdiff_t>(most_merged) ? first + most_merged : databases.end();
        fewer.push_back((workspace() / fmt::format("{}.merged{}.{}", jurisdiction, round, fewer.size())).string());
        auto merged = merge_databases({first, last}, fewer.back(), 0);
        if (!merged) return merged;
        if (!*merged) fewer.pop_back();
        first = last;
      }
      databases = std::move(fewer);
    }
    auto merged = merge_databases(databases, built.string(), Xapian::DBCOMPACT_SINGLE_FILE);
    if (!merged || !*merged) return merged;
    if (auto moved = move_into_place(built, folder_ / name); !moved) return tl::unexpected(moved.error());
    return true;
  } catch (const Xapian::Error& error) {
    return base::failure(xapian_trouble(error, folder_ / name));
  }
}

base::Result<void> IndexWriter::write_beside(const std::string& jurisdiction, const Parts& parts) const {
  const std::string built = built_file(jurisdiction).string();
  for (const auto kind : row_files) {
    if (auto merged = merge_rows(parts.databases, built, kind); !merged) return merged;
  }
  if (auto written = write_spelling(parts.words, parts.previous_words, layout::beside(built, layout::words)); !written) return written;
  for (const auto kind : {layout::order, layout::records, layout::words}) {
    if (auto moved = move_into_place(layout::beside(built, kind), folder_ / layout::beside(shard_file(jurisdiction).file, kind)); !moved) return moved;
  }
  return {};
}

// The largest first, each by whoever is free, and at the same time what stands beside it.
base::Result<std::vector<ShardFile>> IndexWriter::merge_all(const PartsByShard& parts, int jobs) const {
  std::vector<const PartsByShard::value_type*> order;
  for (const auto& one : parts) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->second.databases.size() > b->second.databases.size(); });
  std::vector<base::Result<bool>> merged(order.size());
  std::vector<base::Result<void>> accompanied(order.size());
  std::atomic<std::size_t> taken = 0;
  const auto work = [&] {
    for (std::size_t task = taken++; task < 2 * order.size(); task = taken++) {
      const auto& [jurisdiction, shard] = *order[task / 2];
      if (task % 2 == 0) merged[task / 2] = merge_one(jurisdiction, shard.databases);
      else accompanied[task / 2] = write_beside(jurisdiction, shard);
    }
  };
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < std::min(threads_for_merging(jobs), 2 * order.size()); ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (auto& other : others) other.get();
  std::vector<ShardFile> shards;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (!merged[i]) return tl::unexpected(merged[i].error());
    if (!accompanied[i]) return tl::unexpected(accompanied[i].error());
    if (*merged[i]) shards.push_back(shard_file(order[i]->first));
  }
  return shards;
}

base::Result<std::vector<ShardFile>> IndexWriter::merge(const std::vector<std::unique_ptr<Lane>>& lanes, const std::set<std::string>& rewritten, int jobs) {
  PartsByShard parts;
  for (const auto& lane : lanes) {
    for (const auto& [shard, part] : lane->impl_->parts) {
      auto& all = parts[shard];
      all.databases.insert(all.databases.end(), part.pieces.begin(), part.pieces.end());
      for (const auto& [language, analyzer] : part.builder.analyzers()) {
        for (const auto& [word, count] : analyzer.seen()) all.words.push_back({std::string(word), count});
      }
    }
  }
  std::vector<ShardFile> kept;
  for (const auto& shard : previous_ ? previous_->shards : std::vector<ShardFile>{}) {
    if (rewritten.contains(shard.jurisdiction)) continue;
    if (const auto more = parts.find(shard.jurisdiction); more != parts.end()) {
      more->second.databases.insert(more->second.databases.begin(), (folder_ / shard.file).string());
      more->second.previous_words = (folder_ / shard.words_file()).string();
    } else {
      kept.push_back(shard);
    }
  }
  auto shards = merge_all(parts, jobs);
  if (shards) std::move(kept.begin(), kept.end(), std::back_inserter(*shards));
  return shards;
}

base::Result<void> IndexWriter::switch_to(std::vector<ShardFile> shards, const fs::path& catalogue) {
  Generation next;
  next.number = number();
  next.shards = std::move(shards);
  std::sort(next.shards.begin(), next.shards.end(), [](const auto& a, const auto& b) { return a.jurisdiction < b.jurisdiction; });
  next.catalogue = fmt::format("catalogue.{}.sqlite", next.number);
  if (auto moved = move_into_place(catalogue, folder_ / next.catalogue); !moved) return moved;
  return switch_generation(folder_, next);
}

}  // namespace synoptic::index
