#include "index/spelling_file.h"

#include <xapian.h>

#include "index/xapian_trouble.h"

namespace synoptic::index {

namespace fs = std::filesystem;

base::Result<void> write_spelling(const WordCounts& words, const fs::path& previous, const fs::path& scratch, const fs::path& target) {
  try {
    constexpr int flags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;
    Xapian::WritableDatabase fresh(scratch.string(), flags);
    for (const auto& [word, count] : words) {
      if (word.size() >= shortest_spelling) fresh.add_spelling(word, count);
    }
    fresh.commit();
    Xapian::Database all(scratch.string());
    if (!previous.empty()) all.add_database(Xapian::Database(previous.string()));
    all.compact(target.string(), Xapian::DBCOMPACT_SINGLE_FILE);
    fs::remove_all(scratch);
    return {};
  } catch (const Xapian::Error& error) {
    return base::failure(xapian_trouble(error, target));
  }
}

}  // namespace synoptic::index
