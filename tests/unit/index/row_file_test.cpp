#include "index/row_file.h"

#include <doctest/doctest.h>

#include "../read/scratch_folder.h"
#include "base/file.h"

using namespace synoptic;
using index::RowFile;
using index::RowWriter;

namespace {

RowFile written(const std::filesystem::path& path, const std::vector<std::string>& rows) {
  RowWriter out(path);
  for (const auto& row : rows) out.append(row);
  REQUIRE(out.close());
  auto file = RowFile::open(path);
  REQUIRE_MESSAGE(file, (file ? std::string() : base::to_string(file.error())));
  return std::move(*file);
}

std::vector<std::string> rows_of(const RowFile& file) {
  std::vector<std::string> rows;
  index::RowWindow window(file);
  for (std::size_t i = 0; i < file.size(); ++i) rows.emplace_back(window.row(i));
  return rows;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("rows read back in their order, empty ones and none at all among them") {
  const test::ScratchFolder folder;
  CHECK(rows_of(written(folder.path() / "a", {"one", "", std::string("t\0wo", 4), ""})) == Rows{"one", "", std::string("t\0wo", 4), ""});
  CHECK(rows_of(written(folder.path() / "b", {})).empty());
  const auto one = written(folder.path() / "c", {"x"});
  CHECK(index::RowWindow(one).row(1).empty());
  CHECK(one.row(1).empty());
}

TEST_CASE("rows larger and smaller than what is read at a time are whole, whatever the order in which they are asked for") {
  const test::ScratchFolder folder;
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < 300; ++i) rows.emplace_back(i % 50 == 7 ? 200'000 : i * 7 % 900, static_cast<char>('a' + i % 26));
  const auto file = written(folder.path() / "a", rows);
  index::RowWindow window(file);
  for (std::size_t i = 0; i < 2000; ++i) {
    const std::size_t number = i < 600 ? i % 300 : i * 7919 % 300;
    REQUIRE(window.row(number) == rows[number]);
    REQUIRE(file.row(number) == rows[number]);
  }
}

TEST_CASE("files of rows are put one behind the other") {
  const test::ScratchFolder folder;
  const auto a = written(folder.path() / "a", {"one", "two"});
  const auto none = written(folder.path() / "none", {});
  RowWriter both(folder.path() / "both");
  for (const auto* part : {&a, &none, &a}) both.append(*part);
  both.append("three");
  REQUIRE(both.close());
  CHECK(rows_of(*RowFile::open(folder.path() / "both")) == Rows{"one", "two", "one", "two", "three"});
}

TEST_CASE("a file of rows that is missing, cut short anywhere or longer than it was is an error with a hint") {
  const test::ScratchFolder folder;
  (void)written(folder.path() / "a", {"one", "two"});
  const auto whole = base::read_file(folder.path() / "a");
  REQUIRE(whole);
  for (std::size_t size = 0; size < whole->size(); ++size) {
    CAPTURE(size);
    folder.write("cut", whole->substr(0, size));
    CHECK_FALSE(RowFile::open(folder.path() / "cut"));
  }
  folder.write("long", *whole + "x");
  folder.write("gap", "x" + *whole);
  for (const auto* name : {"long", "gap", "nowhere"}) {
    const auto file = RowFile::open(folder.path() / name);
    REQUIRE_FALSE(file);
    CHECK(file.error().hint == "ingest the sources again into a new folder");
    CHECK(file.error().file == (folder.path() / name).string());
  }
}

TEST_CASE("a file of rows that cannot be written is said") {
  RowWriter out(std::filesystem::path("/nowhere/at/all"));
  out.append("one");
  CHECK_FALSE(out.close());
}
