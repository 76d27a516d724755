#include "model/jurisdiction.h"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include "../places.h"

using synoptic::model::Profiles;
namespace fs = std::filesystem;

namespace {

const fs::path shipped = synoptic::test::source("corpus/jurisdictions");

// A folder with one profile, gone with the test.
struct Folder {
  explicit Folder(const char* name, const char* text) : path(fs::temp_directory_path() / name) {
    fs::remove_all(path);
    fs::create_directories(path);
    std::ofstream(path / "XX.toml") << text;
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

}  // namespace

TEST_CASE("every shipped profile loads and names itself in three languages") {
  const auto profiles = Profiles::load(shipped);
  REQUIRE_MESSAGE(profiles, to_string(profiles.error()));
  CHECK(profiles->all().size() >= 7);
  for (const auto& profile : profiles->all()) {
    CAPTURE(profile.code);
    CHECK(profile.file.stem() == profile.code);
    for (const auto* language : {"en", "fr", "ur"}) CHECK(profile.names.contains(language));
    CHECK_FALSE(profile.languages.empty());
    CHECK(profile.currency.size() == 3);
    CHECK_FALSE(profile.section_word.empty());
  }
}

TEST_CASE("a jurisdiction is found by code, alias and legal system in any case") {
  const auto profiles = Profiles::load(shipped);
  REQUIRE(profiles);
  REQUIRE(profiles->find("gb"));
  CHECK(profiles->find("UK") == profiles->find("GB"));
  CHECK(profiles->find("gb-sct") == profiles->find("GB"));
  CHECK(profiles->find("US-DC")->parent == "US");
  CHECK(profiles->find("US-DC") != profiles->find("US"));
  CHECK(profiles->find("GB-EAW") == nullptr);
  CHECK(profiles->find("") == nullptr);
  CHECK(profiles->find("FR")->name("fr") == "France");
  CHECK(profiles->find("GB")->name("fr") == "Royaume-Uni");
  CHECK(profiles->find("GB")->name("de") == "United Kingdom");
  CHECK(profiles->find("GB")->legal_systems.size() == 4);
}

TEST_CASE("a profile that is not TOML is an error with file, line and column") {
  const Folder folder("synoptic_profile_syntax", "code = \"XX\"\nnames = { en = \n");
  const auto profiles = Profiles::load(folder.path);
  REQUIRE_FALSE(profiles);
  CHECK(profiles.error().file.ends_with("XX.toml"));
  CHECK(profiles.error().line == 2);
  CHECK(profiles.error().message.find("column") != std::string::npos);
}

TEST_CASE("a profile that lacks a field or has one of the wrong type is an error that names it") {
  const Folder missing("synoptic_profile_missing", "code = \"XX\"\nnames = { en = \"X\" }\nlanguages = [\"en\"]\nsection_word = \"s\"\n");
  const auto without = Profiles::load(missing.path);
  REQUIRE_FALSE(without);
  CHECK(without.error().message.find("currency") != std::string::npos);

  const Folder wrong("synoptic_profile_wrong", "code = \"XX\"\nnames = { en = \"X\" }\nlanguages = \"en\"\ncurrency = \"EUR\"\nsection_word = \"s\"\n");
  const auto typed = Profiles::load(wrong.path);
  REQUIRE_FALSE(typed);
  CHECK(typed.error().line == 3);
  CHECK(typed.error().message.find("languages") != std::string::npos);
}

TEST_CASE("a folder that does not exist is an error, not an empty list") {
  const auto profiles = Profiles::load("/nonexistent/profiles");
  REQUIRE_FALSE(profiles);
  CHECK_FALSE(profiles.error().hint.empty());
}
