#include "index/spelling_file.h"

#include <doctest/doctest.h>

#include "../read/scratch_folder.h"
#include "base/file.h"

using namespace synoptic;
using index::SpellingChoice;
using index::SpellingFile;
using index::WordCount;

namespace {

SpellingFile written(const std::filesystem::path& path, std::vector<WordCount> words, const std::filesystem::path& previous = {}) {
  REQUIRE(index::write_spelling(std::move(words), previous, path));
  auto file = SpellingFile::open(path);
  REQUIRE_MESSAGE(file, (file ? std::string() : base::to_string(file.error())));
  return std::move(*file);
}

std::string put_right(const SpellingFile& file, std::string_view word, std::size_t slips = 2) {
  SpellingChoice choice(word, slips);
  file.offer(choice);
  return choice.best();
}

std::string listed(const SpellingFile& file) {
  std::string all;
  for (const auto& [word, count] : file.words()) all += word + "=" + std::to_string(count) + " ";
  return all;
}

}  // namespace

TEST_CASE("a dictionary adds up its words and those of the one before, and keeps no short ones") {
  const test::ScratchFolder folder;
  (void)written(folder.path() / "old", {{"fine", 2}, {"bail", 1}});
  const auto both = written(folder.path() / "new", {{"court", 3}, {"fine", 1}, {"act", 9}, {"court", 4}}, folder.path() / "old");
  CHECK(listed(both) == "bail=1 court=7 fine=3 ");
  CHECK(listed(written(folder.path() / "none", {})).empty());
}

TEST_CASE("the nearest word wins, among equally near ones the most frequent") {
  const test::ScratchFolder folder;
  const auto file = written(folder.path() / "a", {{"harassment", 5}, {"statute", 3}, {"statue", 2}, {"stature", 8}, {"voyeurism", 1}, {"harassments", 9}});
  CHECK(put_right(file, "harasment") == "harassment");   // a letter is missing
  CHECK(put_right(file, "harassmnet") == "harassment");  // neighbours changed places: one slip
  CHECK(put_right(file, "voyerism") == "voyeurism");
  CHECK(put_right(file, "statuse") == "stature");         // statue, statute and stature are one slip away
  CHECK(put_right(file, "voyrsm").empty());               // three
  CHECK(put_right(file, "voyrism", 1).empty());
  CHECK(put_right(file, "statute").empty());              // spelt right
}

TEST_CASE("letters are counted, not bytes") {
  const test::ScratchFolder folder;
  const auto file = written(folder.path() / "a", {{"قانون", 4}, {"اغراق", 1}});
  CHECK(put_right(file, "قنون") == "قانون");
  CHECK(put_right(file, "قاون", 1) == "قانون");
}

TEST_CASE("words of several dictionaries are weighed together") {
  const test::ScratchFolder folder;
  const auto a = written(folder.path() / "a", {{"statue", 3}, {"statute", 2}});
  const auto b = written(folder.path() / "b", {{"statute", 2}});
  SpellingChoice choice("statuue", 2);
  a.offer(choice);
  b.offer(choice);
  CHECK(choice.best() == "statute");
}

TEST_CASE("a dictionary that is missing, cut short anywhere or none of ours is an error with a hint") {
  const test::ScratchFolder folder;
  (void)written(folder.path() / "a", {{"court", 3}, {"fine", 1}});
  const auto whole = base::read_file(folder.path() / "a");
  REQUIRE(whole);
  for (std::size_t size = 0; size < whole->size(); ++size) {
    CAPTURE(size);
    folder.write("cut", whole->substr(0, size));
    CHECK_FALSE(SpellingFile::open(folder.path() / "cut"));
  }
  folder.write("other", "x" + *whole);
  for (const auto* name : {"cut", "other"}) CHECK(SpellingFile::open(folder.path() / name).error().hint == "ingest the sources again into a new folder");
  CHECK_FALSE(SpellingFile::open(folder.path() / "nowhere"));
}
