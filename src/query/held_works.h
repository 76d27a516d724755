// What the catalogue of an index knows of whole works, without a look at any of their provisions.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/sqlite.h"
#include "query/index_reader.h"

namespace synoptic::query {

class HeldWorks {
 public:
  // Throws index::CatalogueError if it cannot be read. A newer generation that sweeps the file away meanwhile does not disturb it.
  explicit HeldWorks(const std::filesystem::path& catalogue);

  // By IRI.
  std::vector<WorkHolding> works(std::string_view jurisdiction) const;
  bool has_several_days(const std::string& work) const;
  std::vector<WholeText> whole_texts(std::string_view work) const;
  std::vector<std::string> eids(std::string_view work, std::string_view lang, const base::Date& day) const;

 private:
  index::Sqlite catalogue_;
  mutable std::unordered_map<std::string, bool> several_days_;
};

}  // namespace synoptic::query
