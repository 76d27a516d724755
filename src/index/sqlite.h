// A thin face of SQLite for the catalogue: statements that bind, step and clean up after themselves. A failure of the catalogue is a
// broken environment, so it throws CatalogueError; index/ and query/ turn that into a diagnostic.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace synoptic::index {

class CatalogueError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  // Parameters in order; run() or the first row() ends the binding.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind_null();
  bool row();   // the next row, false behind the last; the statement is then ready to be bound again
  void run();   // for a statement without rows
  std::string text(int column) const;
  std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
};

// For one thread at a time: it takes no locks of its own.
class Sqlite {
 public:
  enum class Access { Read, Write };
  Sqlite(const std::filesystem::path& file, Access access);
  Statement prepare(std::string_view sql) const { return {database_.get(), sql}; }
  void execute(const std::string& sql) const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace synoptic::index
