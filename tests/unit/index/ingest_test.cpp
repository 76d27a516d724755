// Ingest through its library face: what is skipped, replaced, dropped, refused. Reading back is query/'s; here the reports tell.
#include "index/ingest.h"

#include <fstream>

#include <doctest/doctest.h>
#include <sys/file.h>
#include <fcntl.h>
#include <unistd.h>

#include "../query/scratch_index.h"
#include "index/generation.h"
#include "index/schema.h"

using namespace synoptic;
using test::line;
using test::ScratchIndex;

namespace {

const std::string trumpets = line("/akn/xa/act/2001/7/eng/~sec_1", "en", "No person shall blow a trumpet.");
const std::string drums = line("/akn/xa/act/2001/8/eng/~sec_1", "en", "No person shall beat a drum.");
const std::string flutes = line("/akn/xb/act/2002/9/eng/~sec_4", "en", "Flutes are allowed.");

}  // namespace

TEST_CASE("unchanged files are passed over and nothing is written") {
  ScratchIndex index;
  index.write("a.provisions.jsonl", {trumpets});
  index.write("b.provisions.jsonl", {drums});
  CHECK(index.ingest().provisions == 2);
  const auto again = index.ingest();
  CHECK(again.files == 0);
  CHECK(again.unchanged == 2);
  CHECK_FALSE(again.switched);
  CHECK((*index::current_generation(index.path()))->number == 1);
}

TEST_CASE("a changed file replaces its older self; new jurisdictions join, untouched shards stay as they are") {
  ScratchIndex index;
  index.write("a.provisions.jsonl", {trumpets});
  index.write("c.provisions.jsonl", {flutes});
  index.ingest();
  const auto before = **index::current_generation(index.path());
  REQUIRE(before.shards.size() == 2);
  index.write("a.provisions.jsonl", {trumpets, drums});
  const auto report = index.ingest();
  CHECK(report.files == 1);
  CHECK(report.replaced == 1);
  CHECK(report.provisions == 2);
  const auto after = **index::current_generation(index.path());
  REQUIRE(after.shards.size() == 2);
  CHECK(after.shards[0].file != before.shards[0].file);
  CHECK(after.shards[1].file == before.shards[1].file);
  CHECK_FALSE(std::filesystem::exists(index.path() / before.shards[0].file));  // swept
}

TEST_CASE("a vanished file stays until --prune") {
  ScratchIndex index;
  index.write("a.provisions.jsonl", {trumpets});
  index.write("c.provisions.jsonl", {flutes});
  index.ingest();
  std::filesystem::remove(index.sources() / "c.provisions.jsonl");
  CHECK(index.ingest().pruned == 0);
  CHECK((*index::current_generation(index.path()))->shards.size() == 2);
  CHECK(index.ingest(true).pruned == 1);
  CHECK((*index::current_generation(index.path()))->shards.size() == 1);
}

TEST_CASE("two ingests do not meet on one index") {
  ScratchIndex index({trumpets});
  const int other = ::open((index.path() / index::layout::lock).c_str(), O_RDWR);
  REQUIRE(::flock(other, LOCK_EX | LOCK_NB) == 0);
  const auto refused = test::ingest({.paths = {index.sources()}, .index = index.path()});
  ::close(other);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("another ingest") != std::string::npos);
  CHECK(index.ingest().unchanged == 1);
}

TEST_CASE("an index of another schema is refused, with what to do") {
  ScratchIndex index({trumpets});
  std::ofstream(index.path() / index::layout::stub) << "# synoptic schema 0\n# generation 1\n";
  const auto refused = index::current_generation(index.path());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("schema 0") != std::string::npos);
  CHECK(refused.error().hint.find("ingest") != std::string::npos);
  CHECK_FALSE(test::ingest({.paths = {index.sources()}, .index = index.path()}));
}

TEST_CASE("strict: an error leaves the index as it was") {
  ScratchIndex index({trumpets});
  index.write("broken.provisions.jsonl", {"{\"iri\": \"/akn/xa/act/2001/9/eng/~sec_1\", \"text\": \"half\n", drums});
  const auto refused = test::ingest({.paths = {index.sources()}, .index = index.path(), .strict = true});
  CHECK_FALSE(refused);
  CHECK((*index::current_generation(index.path()))->number == 1);
  const auto tolerant = index.ingest();
  CHECK(tolerant.errors > 0);
  CHECK(tolerant.provisions == 1);
}

TEST_CASE("a stop leaves the index as it was") {
  ScratchIndex index({trumpets});
  index.write("b.provisions.jsonl", {drums});
  static const auto extractor = extract::Extractor::load(test::data().lexicon);
  static const auto resolver = resolve::CitationResolver::load(test::data().lexicon);
  const std::atomic<bool> stop = true;
  CHECK_FALSE(index::ingest({.paths = {index.sources()}, .index = index.path()}, {*extractor, *resolver}, {.stop = &stop}));
  CHECK((*index::current_generation(index.path()))->number == 1);
  CHECK_FALSE(std::filesystem::exists(index.path() / index::layout::building));
}

TEST_CASE("a jurisdiction's name cannot lead out of the index folder") {
  ScratchIndex index({line("/akn/xa/act/2001/7/eng/~sec_1", "en", "Text.", {{"jurisdiction", "../../x/..y"}})});
  const auto generation = **index::current_generation(index.path());
  REQUIRE(generation.shards.size() == 1);
  CHECK(generation.shards[0].file.find("..") == std::string::npos);
}

TEST_CASE("a large work is shared out over the threads and nothing is lost") {
  std::vector<std::string> lines;
  for (int i = 1; i <= 1500; ++i) lines.push_back(line("/akn/xa/act/2001/7/eng/~sec_" + std::to_string(i), "en", "Section about subject " + std::to_string(i)));
  ScratchIndex index;
  index.write("a.provisions.jsonl", lines);
  CHECK(index.ingest().provisions == 1500);
}
