// The published facts about penalties (tests/facts), over the digests that come with the program and, where they are at hand, over the
// official texts themselves.
#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "../penalty_notation.h"
#include "../query/scratch_index.h"
#include "cli/resolution.h"
#include "query/point_in_time.h"
#include "query/standing.h"
#include "read/source.h"

using namespace synoptic;

namespace {

struct Fact {
  std::size_t line = 0;
  std::string row;   // "FR-14"
  std::string of;    // the IRI of a provision, or "FR fr: words of a law"
  std::string day;
  std::string says;
};

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; (at = text.find(by, from)) != std::string::npos; from = at + by.size()) parts.push_back(text.substr(from, at - from));
  parts.push_back(text.substr(from));
  return parts;
}

// Group for group; "..." stands for any groups, of which nothing is published or of which the facts are not confirmed.
bool agree(const std::vector<std::string>& says, std::size_t i, const std::vector<std::string>& answer, std::size_t j) {
  if (i == says.size()) return j == answer.size();
  if (says[i] == "...") return agree(says, i + 1, answer, j) || (j < answer.size() && agree(says, i, answer, j + 1));
  return j < answer.size() && says[i] == answer[j] && agree(says, i + 1, answer, j + 1);
}

std::vector<Fact> load(const char* name) {
  const std::filesystem::path path = std::filesystem::path(SYNOPTIC_SOURCE_DIR) / "tests/facts" / name;
  std::ifstream file(path);
  REQUIRE_MESSAGE(file, path.string());
  std::vector<Fact> facts;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const auto cell = split(line, "\t");
    REQUIRE_MESSAGE(cell.size() == 4, (path.string() + ":" + std::to_string(number) + ": four cells, parted by tabs"));
    facts.push_back({number, cell[0], cell[1], cell[2], cell[3]});
  }
  REQUIRE_FALSE(facts.empty());
  return facts;
}

// Answers like `synoptic penalties IRI --as-of DAY` and `synoptic extract`.
class Court {
 public:
  explicit Court(const std::filesystem::path& index)
      : reader_(open(index)), time_(reader_), extractor_(*extract::Extractor::load(test::data().lexicon)), resolution_(*cli::Resolution::load(test::data(), reader_)) {}

  std::string answer(const Fact& fact) const {
    const auto day = base::Date::parse(fact.day);
    REQUIRE(day);
    if (const auto iri = model::Iri::parse(fact.of)) {
      const auto text = time_.find(*iri, *day);
      if (!text.stored) return "not law";
      const auto standing = query::standing_on(text.stored->work, text.stored->provision, *day);
      if (standing == query::Standing::Pending || standing == query::Standing::Former) return "not law";
      return answer(text.stored->provision, *day);
    }
    model::Provision provision;  // "GB-ENG en: words"
    const auto space = fact.of.find(' ');
    const auto colon = fact.of.find(": ", space);
    REQUIRE(colon != std::string::npos);
    provision.jurisdiction = fact.of.substr(0, space);
    provision.lang = fact.of.substr(space + 1, colon - space - 1);
    provision.text = fact.of.substr(colon + 2);
    return answer(provision, *day);
  }

 private:
  static query::IndexReader open(const std::filesystem::path& index) {
    auto reader = query::IndexReader::open(index);
    REQUIRE(reader);
    return std::move(*reader);
  }

  std::string answer(const model::Provision& provision, const base::Date& day) const {
    auto facts = extractor_.extract({provision.text, provision.lang, provision.jurisdiction});
    resolution_.resolve(provision, day, facts);
    return facts.sanctions.empty() ? "no penalty" : test::notation(facts.sanctions);
  }

  query::IndexReader reader_;
  query::PointInTime time_;
  extract::Extractor extractor_;
  cli::Resolution resolution_;
};

void check(const std::vector<Fact>& facts, const Court& court) {
  for (const Fact& fact : facts) {
    const std::string answer = court.answer(fact);
    CHECK_MESSAGE(agree(split(fact.says, " / "), 0, split(answer, " / "), 0), (fact.row + " (line " + std::to_string(fact.line) + ") of " + fact.of + " on " + fact.day + "\n  says  " + answer + "\n  not   " + fact.says));
  }
}

}  // namespace

TEST_CASE("the penalties of the digests are the published ones") {
  test::ScratchFolder folder;
  const auto index = folder.path() / "index";
  REQUIRE(test::ingest({.paths = {SYNOPTIC_SOURCE_DIR "/corpus/digests"}, .index = index}));
  check(load("penalties.tsv"), Court(index));
}

TEST_CASE("the penalties of official texts are the published ones") {
  const std::filesystem::path data = SYNOPTIC_SOURCE_DIR "/../shared/data";
  if (!std::filesystem::exists(data / "fr.tar.zst")) {
    MESSAGE("skipped: ../shared/data is absent");
    return;
  }
  // of each archive the few files that the facts are about
  const std::vector<std::string> wanted = {"legalize-md/LEGITEXT000006070719.md", "uscode-json/title18.json", "uscode-gpo-html-2023/title18-partII.html",
                                           "22/sections/22-3133.xml", "22/sections/22-3134.xml", "22/sections/22-3571.01.xml", "laws/22-168.xml",
                                           "0700-pakistan-penal-code-ppc-1860-under-review.json", "0762-peca-2016.json"};
  test::ScratchFolder folder;
  std::size_t found = 0;
  read::for_each_file({data / "fr.tar.zst", data / "us.tar.zst", data / "us-states.tar.zst", data / "pk.tar.zst"},
                      [&](const read::SourceFile& file) {
                        const auto named = std::find_if(wanted.begin(), wanted.end(), [&](const std::string& name) { return file.name.ends_with(name); });
                        if (named != wanted.end()) folder.write("sources/" + std::to_string(++found) + "/" + std::filesystem::path(*named).filename().string(), file.bytes);
                        return true;
                      },
                      [](base::Diagnostic&&) {});
  CHECK(found == wanted.size());
  REQUIRE(test::ingest({.paths = {folder.path() / "sources"}, .index = folder.path() / "index"}));
  check(load("penalties-official.tsv"), Court(folder.path() / "index"));
}
