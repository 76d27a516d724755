// The tables of published facts in tests/facts.
#pragma once

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "court.h"
#include "../places.h"

namespace synoptic::test {

struct Fact {
  std::size_t line = 0;
  std::string row;   // "FR-14"
  std::string of;    // the IRI of a provision, or "FR fr: words of a law"
  base::Date day = base::Date::today();
  std::string says;
};

inline std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; (at = text.find(by, from)) != std::string::npos; from = at + by.size()) parts.push_back(text.substr(from, at - from));
  parts.push_back(text.substr(from));
  return parts;
}

inline std::vector<Fact> load_facts(const char* name) {
  const std::filesystem::path path = synoptic::test::source("tests/facts") / name;
  std::ifstream file(path);
  REQUIRE_MESSAGE(file, path.string());
  std::vector<Fact> facts;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const auto cell = split(line, "\t");
    REQUIRE_MESSAGE(cell.size() == 4, (path.string() + ":" + std::to_string(number) + ": four cells, parted by tabs"));
    const auto day = base::Date::parse(cell[2]);
    REQUIRE_MESSAGE(day, cell[2]);
    facts.push_back({number, cell[0], cell[1], *day, cell[3]});
  }
  REQUIRE_FALSE(facts.empty());
  return facts;
}

// The provision that a fact is about, or words of a law made into one; nothing where there was no law on the day.
inline std::optional<model::Provision> asked(const Court& court, const Fact& fact) {
  if (const auto iri = model::Iri::parse(fact.of)) return court.law(*iri, fact.day);
  const auto space = fact.of.find(' ');
  const auto colon = fact.of.find(": ", space);
  REQUIRE(colon != std::string::npos);
  model::Provision provision;
  provision.jurisdiction = fact.of.substr(0, space);
  provision.lang = fact.of.substr(space + 1, colon - space - 1);
  provision.text = fact.of.substr(colon + 2);
  return provision;
}

}  // namespace synoptic::test
