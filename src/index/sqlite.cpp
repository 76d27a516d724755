#include "index/sqlite.h"

#include <sqlite3.h>

namespace synoptic::index {

namespace {

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK) throw CatalogueError(std::string("catalogue: ") + sqlite3_errmsg(database));
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Sqlite::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  check(database, sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
  statement_.reset(statement);
}

Statement& Statement::bind(std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();  // an empty text is not NULL, which equals nothing
  check(database_, sqlite3_bind_text64(statement_.get(), next_++, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  check(database_, sqlite3_bind_int64(statement_.get(), next_++, number));
  return *this;
}

Statement& Statement::bind_null() {
  check(database_, sqlite3_bind_null(statement_.get(), next_++));
  return *this;
}

bool Statement::row() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(statement_.get());
  next_ = 1;
  if (code != SQLITE_DONE) check(database_, code);
  return false;
}

void Statement::run() {
  while (row()) {
  }
}

std::string Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_.get(), column);
  return bytes == nullptr ? std::string()
                          : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

Sqlite::Sqlite(const std::filesystem::path& file, Access access) {
  sqlite3* database = nullptr;
  const int flags = SQLITE_OPEN_NOMUTEX | (access == Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const int code = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
  database_.reset(database);
  check(database, code);
}

void Sqlite::execute(const std::string& sql) const { check(database_.get(), sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr)); }


}  // namespace synoptic::index
