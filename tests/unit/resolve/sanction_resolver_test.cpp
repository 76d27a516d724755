#include "resolve/sanction_resolver.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include <unistd.h>

#include <fmt/core.h>

#include "extract/extractor.h"
#include "resolve/plain_text.h"

using namespace synoptic;
using resolve::SanctionResolver;

namespace {

// Proof provisions by "work~eId".
using Shelf = std::map<std::string, std::string>;

resolve::ProvisionSource source_of(const Shelf& shelf) {
  return [&shelf](const model::Iri& iri, const base::Date&) -> std::optional<model::Provision> {
    const auto found = shelf.find(iri.work + "~" + iri.eid);
    if (found == shelf.end()) return std::nullopt;
    model::Provision provision;
    provision.iri = iri;
    provision.text = found->second;
    return provision;
  };
}

const SanctionResolver& real() {
  static const auto profiles = model::Profiles::load(SYNOPTIC_SOURCE_DIR "/corpus/jurisdictions");
  static const auto resolver = SanctionResolver::load(*profiles);
  return *resolver;
}

struct Question {
  std::string jurisdiction;
  std::string lang;
  std::string text;
  std::string day;
  std::vector<std::string> extent;
};

std::string shown(const model::Resolution& one) {
  std::string out = one.applies_to.empty() ? "" : one.applies_to + " ";
  if (!one.extent.empty()) out += one.extent + " ";
  switch (one.value) {
    case model::Resolution::Value::Fixed: return out + to_string(*one.max);
    case model::Resolution::Value::Unlimited: return out + "unlimited";
    case model::Resolution::Value::Unspecified: return out + "unspecified";
    case model::Resolution::Value::Unresolved: return out + "? " + one.reason;
  }
  return out;
}

// Every resolution of the text's penalties, joined by "; ".
std::string answer(const SanctionResolver& resolver, const Question& question, const Shelf& shelf) {
  static const auto extractor = extract::Extractor::load(SYNOPTIC_SOURCE_DIR "/src/extract/lexicon");
  model::Provision provision;
  provision.jurisdiction = question.jurisdiction;
  provision.extent = question.extent;
  provision.text = question.text;
  auto facts = extractor->extract({question.text, question.lang, question.jurisdiction});
  resolver.resolve(provision, *base::Date::parse(question.day), facts.sanctions, source_of(shelf));
  std::string out;
  for (const auto& group : facts.sanctions) {
    for (const auto& penalty : group.penalties) {
      for (const auto& one : penalty.resolutions) out += (out.empty() ? "" : "; ") + shown(one);
    }
  }
  return out;
}

SanctionResolver invented() {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("synoptic_rules_{}", ::getpid());
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "ZZ.toml") << R"(
code = "ZZ"
names = { en = "Zedland" }
languages = ["en"]
currency = "EUR"
section_word = "section"
[[penalty_rule]]
id = "zz-unstated"
class = "unstated"
kind = "fine"
from = 2001-05-01
to = 2009-12-31
max = "70 EUR"
proof = [{ provision = "/akn/zz/act/1/~sec_9", pattern = ['fine .{0,20}\b70 euros'] }]
)";
  const auto profiles = model::Profiles::load(folder);
  REQUIRE_MESSAGE(profiles, (profiles ? std::string() : base::to_string(profiles.error())));
  auto resolver = SanctionResolver::load(*profiles);
  REQUIRE_MESSAGE(resolver, (resolver ? std::string() : base::to_string(resolver.error())));
  std::filesystem::remove_all(folder);
  return std::move(*resolver);
}

const Shelf england{{"/akn/gb/act/ukpga/2012/10~sec_85", "Such a fine becomes a fine of any amount."},
                    {"/akn/gb/act/ukpga/1982/48~sec_37", "Level 1 is £200, level 2 £500, level 3 £1,000, level 4 £2,500 and level 5 £5,000."},
                    {"/akn/gb/act/ukpga/2020/17~sec_122", "level 1: GBP 200\nlevel 2: GBP 500\nlevel 3: GBP 1,000\nlevel 4: GBP 2,500\nlevel 5: unlimited"},
                    {"/akn/gb/act/ukpga/2020/17~sec_224", "12 months for an offence triable either way; 6 months for a summary offence."},
                    {"/akn/gb/act/ukpga/1995/46~sec_225", "level 1: 200; level 2: 500; level 3: 1,000; level 4: 2,500; level 5: 5,000 pounds"}};
const Shelf france{{"/akn/fr/act/code/code-penal~art_131-13",
                    "38 € au plus — 1re classe : 38 euros ; 2e classe : 150 euros ; 3e classe : 450 euros ; 4e classe : 750 euros ; 5e classe : 1 500 euros, et 3 000 euros en cas de récidive."},
                   {"/akn/fr/act/code/code-penal~art_131-38", "Five times the maximum for natural persons."}};
const Shelf america{{"/akn/us/act/usc/18~sec_3559",
                     "more than 1 year: class E felony; more than 6 months: class A misdemeanor; more than 30 days: class B misdemeanor; more than 5 days: class C misdemeanor; else an infraction"},
                    {"/akn/us/act/usc/18~sec_3571",
                     "Individuals: felony 250,000 dollars; class A misdemeanor 100,000; class B or C misdemeanor 5,000; infraction 5,000. Organisations: felony 500,000; class A misdemeanor 200,000; class B or C "
                     "misdemeanor 10,000; infraction 10,000."},
                    {"/akn/us-dc/act/code~sec_22-3571.01", "10 days: 100; 30 days: 250; 90 days: 500; 180 days: 1,000; 1 year: 2,500; 5 years: 12,500; 10 years: 25,000"}};

}  // namespace

TEST_CASE("a rule holds between its days, and only while its proof is there") {
  const SanctionResolver resolver = invented();
  const Question question{"ZZ", "en", "Whoever yodels shall be punished with fine.", "2005-01-01", {}};
  const Shelf shelf{{"/akn/zz/act/1~sec_9", "No fine is above 70 euros."}};
  CHECK(answer(resolver, question, shelf) == "EUR 70");
  CHECK(answer(resolver, question, {}) == "? proof provision not ingested: /akn/zz/act/1/~sec_9");
  CHECK(answer(resolver, question, {{"/akn/zz/act/1~sec_9", "No fine is above 80 euros."}}).starts_with("? "));
  Question later = question;
  later.day = "2010-01-01";
  CHECK(answer(resolver, later, shelf) == "");
}

TEST_CASE("level 5 became unlimited on 12 March 2015 in England and Wales, not in Scotland, and nothing is said of Northern Ireland") {
  Question question{"GB", "en", "A person who hoots is liable on summary conviction to a fine not exceeding level 5 on the standard scale.", "2015-03-11", {"GB-ENG", "GB-WLS"}};
  CHECK(answer(real(), question, england) == "GBP 5,000");
  question.day = "2015-03-12";
  CHECK(answer(real(), question, england) == "unlimited");
  question.extent = {};
  CHECK(answer(real(), question, england) == "GB-ENG unlimited; GB-WLS unlimited; GB-SCT GBP 5,000; GB-NIR ? no rule for GB:level-5 in GB-NIR");
  Shelf without = england;
  without.erase("/akn/gb/act/ukpga/2012/10~sec_85");
  question.extent = {"GB-ENG"};
  CHECK(answer(real(), question, without) == "? proof provision not ingested: /akn/gb/act/ukpga/2012/10/~sec_85");
}

TEST_CASE("levels 1 to 4 under the Sentencing Code and before it") {
  Question question{"GB", "en", "A person who hoots is liable on summary conviction to a fine not exceeding level 3 on the standard scale.", "2024-05-01", {"GB-ENG", "GB-WLS"}};
  CHECK(answer(real(), question, england) == "GBP 1,000");
  question.day = "2019-05-01";
  CHECK(answer(real(), question, england) == "GBP 1,000");
}

TEST_CASE("the general limit in a magistrates' court goes by the day, and by whether there is a track on indictment") {
  const std::string summary = "A hooter is liable—\n(a) on summary conviction, to imprisonment for a term not exceeding the general limit in a magistrates’ court";
  Question either{"GB", "en", summary + ";\n(b) on conviction on indictment, to imprisonment for a term not exceeding 2 years.", "2024-11-17", {"GB-ENG", "GB-WLS"}};
  CHECK(answer(real(), either, england) == "6 months");
  either.day = "2024-11-18";
  CHECK(answer(real(), either, england) == "12 months");
  either.day = "2023-03-29";
  CHECK(answer(real(), either, england) == "12 months");
  either.day = "2023-03-30";
  CHECK(answer(real(), either, england) == "6 months");
  Question only{"GB", "en", summary + ".", "2024-11-18", {"GB-ENG", "GB-WLS"}};
  CHECK(answer(real(), only, england) == "6 months");
}

TEST_CASE("French classes of contravention are amounts in euros since 2002; 3,000 only where the text speaks of recidivism") {
  Question question{"FR", "fr", "Est puni de l'amende prévue pour les contraventions de la 5e classe le fait de siffler.", "2002-01-01", {}};
  CHECK(answer(real(), question, france) == "EUR 1,500");
  question.day = "2001-12-31";
  CHECK(answer(real(), question, france) == "? no rule for FR:contravention-5 on 2001-12-31");
  question.day = "2023-04-01";
  CHECK(answer(real(), question, france).find("3,000") == std::string::npos);
  question.text += "\nLa récidive de la contravention prévue au présent article est réprimée conformément aux articles 132-11 et 132-15.";
  CHECK(answer(real(), question, france) == "EUR 1,500; recidivist EUR 3,000");
  question.text = "Est puni de l'amende prévue pour les contraventions de la 1re classe le fait de siffler.";
  CHECK(answer(real(), question, france) == "EUR 38");
}

TEST_CASE("legal persons pay five times the fine") {
  const Question question{"FR", "fr",
                          "Le fait de siffler est puni d'un an d'emprisonnement et de 30 000 € d'amende.\nLes personnes morales encourent les peines suivantes :\n1° L'amende, suivant les modalités prévues par "
                          "l'article 131-38 ;\n2° Les peines mentionnées aux 2° à 5° de l'article 131-39.",
                          "2024-01-01", {}};
  CHECK(answer(real(), question, france) == "legal person EUR 150,000");
}

TEST_CASE("fined under this title: by the most imprisonment in the same group") {
  const auto ask = [](const std::string& term) {
    return answer(real(), {"US", "en", "Whoever whistles shall be fined under this title" + term + ".", "2024-01-01", {}}, america);
  };
  CHECK(ask(" or imprisoned not more than five years, or both") == "USD 250,000; organisation USD 500,000");
  CHECK(ask(" or imprisoned not more than one year, or both") == "USD 100,000; organisation USD 200,000");
  CHECK(ask(" or imprisoned not more than six months, or both") == "USD 5,000; organisation USD 10,000");
  CHECK(ask(" and imprisoned for any term of years or for life") == "USD 250,000; organisation USD 500,000");
  CHECK(ask("") == "USD 5,000; organisation USD 10,000");
}

TEST_CASE("the District of Columbia's fines by length of imprisonment") {
  const auto ask = [](const std::string& term) {
    return answer(real(), {"US-DC", "en", "A whistler shall be fined not more than the amount set forth in § 22-3571.01, imprisoned for not more than " + term + ", or both.", "2024-01-01", {}}, america);
  };
  CHECK(ask("12 months") == "USD 2,500");
  CHECK(ask("5 years") == "USD 12,500");
  CHECK(ask("90 days") == "USD 500");
  CHECK(ask("180 days") == "USD 1,000");
}

TEST_CASE("a fine without a sum is unspecified in Pakistan, not nothing") {
  const Question question{"PK", "en", "Whoever sings shall be punished with imprisonment which may extend to two years, or with fine, or with both.", "2024-01-01", {}};
  CHECK(answer(real(), question, {{"/akn/pk/act/1860/45~sec_63", "The fine is unlimited, but must not be excessive."}}) == "unspecified");
  CHECK(answer(real(), question, {}) == "? proof provision not ingested: /akn/pk/act/1860/45/~sec_63");
}

TEST_CASE("text for proof: digits ungrouped, accents dropped, quoted as written") {
  const std::string text = "Montant : 1 500 euros\nau plus (5ᵉ classe)";
  const resolve::PlainText plain(text);
  const auto found = plain.find("1500 euros au plus");
  REQUIRE(found);
  CHECK(found->of(text) == "1 500 euros\nau plus");
  CHECK_FALSE(plain.find("15000"));
  CHECK_FALSE(plain.find("(unbalanced"));
  CHECK(resolve::PlainText("12,500 and 1 250 000").text() == "12500 and 1250000");
}
