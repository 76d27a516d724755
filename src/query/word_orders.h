// The words of all documents of an index in their order, and the conditions on it that a Xapian query can have.
//
//   Query query = orders->phrase({"outrag", "sexist"}, "");   // asked of documents that hold both words
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "index/row_file.h"
#include "index/word_order.h"

namespace synoptic::query {

// What queries were made of it keep it alive.
class WordOrders : public std::enable_shared_from_this<WordOrders> {
 public:
  // `rows` has one for each document of `shard`; false if it has not.
  bool add(const Xapian::Database& shard, index::RowFile rows);
  // The rows of a shard; throws Xapian::DatabaseError if it was not added.
  const index::RowFile& of(const Xapian::Database& shard) const;

  // The stems one behind the other, in the text or in the heading: `term_prefix` is that of the field's terms. Each weighs as it would alone.
  Xapian::Query phrase(const std::vector<std::string>& stems, const std::string& term_prefix) const;
  // Two different stems of the text among `window` words that follow each other, in either order.
  Xapian::Query near(const std::string& a, const std::string& b, std::size_t window) const;

 private:
  std::map<std::string, index::RowFile> rows_;  // by the UUID of the shard
};

}  // namespace synoptic::query
