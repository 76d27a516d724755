// The Xapian side of an IndexReader, for the files of query/ only.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "index/generation.h"
#include "index/record.h"
#include "index/row_file.h"
#include "index/spelling_file.h"
#include "query/held_works.h"
#include "query/index_reader.h"
#include "query/word_orders.h"

namespace synoptic::query {

struct IndexReader::Impl {
  std::filesystem::path folder;
  index::Generation generation;
  std::vector<std::pair<std::string, Xapian::Database>> shards;  // by jurisdiction
  std::map<std::string, index::RowFile, std::less<>> provisions;  // of each shard, by its jurisdiction
  Xapian::Database all;
  std::shared_ptr<WordOrders> orders = std::make_shared<WordOrders>();  // of all shards
  std::vector<std::string> jurisdictions;
  std::vector<std::string> languages;
  std::optional<HeldWorks> held;

  // Throws Xapian::Error.
  void open_shard(const index::ShardFile& file);
  // The words of a shard's provisions, to correct spelling with; opened when asked for. Nothing where an ingest has meanwhile put another
  // generation in the place of this one: then no spelling is corrected.
  std::optional<index::SpellingFile> dictionary(std::size_t shard) const;
  const Xapian::Database& shard_of(const Xapian::Document& document) const;
  // The provision of a document; throws std::runtime_error if its record is damaged.
  StoredProvision load(const Xapian::Document& document) const;
  index::Record load_record(const std::string& shard, Xapian::docid document) const;
  // All documents that a term leads to; those of one jurisdiction, or of all.
  std::vector<index::Record> records(const std::string& term, std::string_view of = {}) const;
};

// Runs what talks to Xapian and SQLite: their errors become std::runtime_error, which main turns into a message; they do not leave query/.
template <class Body>
auto guarded(Body&& body) -> decltype(body()) {
  try {
    return body();
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("the index cannot be read: " + error.get_description());
  } catch (const index::CatalogueError& error) {
    throw std::runtime_error(std::string("the index cannot be read: ") + error.what());
  }
}

}  // namespace synoptic::query
