#include "resolve/sanction_resolver.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include <unistd.h>

#include <fmt/core.h>

#include "extract/extractor.h"
#include "resolve/plain_text.h"
#include "../places.h"

using namespace synoptic;
using resolve::SanctionResolver;

namespace {

// Proof provisions by "work~eId".
using Shelf = std::map<std::string, std::string>;

resolve::ProvisionSource source_of(const Shelf& shelf) {
  return [&shelf](const model::Iri& iri, const base::Date&) -> std::optional<resolve::HeldProvision> {
    const auto found = shelf.find(iri.work + "~" + iri.eid);
    if (found == shelf.end()) return std::nullopt;
    model::Provision provision;
    provision.iri = iri;
    provision.text = found->second;
    return resolve::HeldProvision{provision, {}};
  };
}

const SanctionResolver& real() {
  static const auto profiles = model::Profiles::load(synoptic::test::source("corpus/jurisdictions"));
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
  if (one.gives) out += std::string(to_string(*one.gives)) + " ";
  if (!one.extent.empty()) out += one.extent + " ";
  switch (one.value) {
    case model::Resolution::Value::Fixed: return out + (one.min ? to_string(*one.min) + " to " : "") + to_string(*one.max);
    case model::Resolution::Value::Unlimited: return out + "unlimited";
    case model::Resolution::Value::Unspecified: return out + "unspecified";
    case model::Resolution::Value::Unresolved: return out + "? " + one.reason;
  }
  return out;
}

// Every resolution of the text's penalties, joined by "; ".
std::string answer(const SanctionResolver& resolver, const Question& question, const Shelf& shelf) {
  static const auto extractor = extract::Extractor::load(synoptic::test::source("src/extract/lexicon"));
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

TEST_CASE("level 5 became unlimited on 12 March 2015 in England and Wales, not in Scotland, and Northern Ireland waits for its own provision") {
  Question question{"GB", "en", "A person who hoots is liable on summary conviction to a fine not exceeding level 5 on the standard scale.", "2015-03-11", {"GB-ENG", "GB-WLS"}};
  CHECK(answer(real(), question, england) == "GBP 5,000");
  question.day = "2015-03-12";
  CHECK(answer(real(), question, england) == "unlimited");
  question.extent = {};
  CHECK(answer(real(), question, england) == "GB-ENG unlimited; GB-WLS unlimited; GB-SCT GBP 5,000; GB-NIR ? proof provision not ingested: /akn/gb/act/nisi/1984/703/~art_5");
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
  CHECK(answer(real(), question, france) == "? /akn/fr/act/code/code-penal/~art_131-13 as held does not say what rule fr-contravention-5-francs rests on");
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

TEST_CASE("francs until 31 December 2001, euros from the next day, each by the text of its time") {
  const Shelf francs{{"/akn/fr/act/code/code-penal~art_131-13", "1° 250 F au plus pour les contraventions de la 1re classe ; 5° 10 000 F au plus pour les contraventions de la 5e classe, 20 000 F en cas de récidive."}};
  Question question{"FR", "fr", "Est puni de l'amende prévue pour les contraventions de la 5e classe le fait de siffler.", "2001-12-31", {}};
  CHECK(answer(real(), question, francs) == "FRF 10,000");
  question.day = "2002-01-01";
  CHECK(answer(real(), question, francs).starts_with("? "));
  CHECK(answer(real(), question, france) == "EUR 1,500");
  question.day = "1994-02-28";
  CHECK(answer(real(), question, francs) == "? no rule for FR:contravention-5 on 1994-02-28");
}

TEST_CASE("fixed fines by class are kept apart from the most that a court can impose") {
  const Shelf shelf{{"/akn/fr/act/code/code-de-procedure-penale~art_R49", "135 euros pour les contraventions de la 4e classe ; l'amende forfaitaire minorée est de 90 euros pour la 4e classe"},
                    {"/akn/fr/act/code/code-de-procedure-penale~art_R49-7", "375 euros pour les contraventions de la 4e classe"},
                    {"/akn/fr/act/code/code-penal~art_131-13", "750 euros au plus pour les contraventions de la 4e classe"}};
  const auto ask = [&](const std::string& words, const char* day) { return answer(real(), {"FR", "fr", words, day, {}}, shelf); };
  CHECK(ask("Le siffleur encourt l'amende forfaitaire prévue pour les contraventions de la 4e classe.", "2024-01-01") == "EUR 135");
  CHECK(ask("Le siffleur encourt l'amende forfaitaire majorée prévue pour les contraventions de la 4e classe.", "2024-01-01") == "EUR 375");
  CHECK(ask("Le siffleur encourt l'amende forfaitaire minorée prévue pour les contraventions de la 4e classe.", "2024-01-01") == "EUR 90");
  CHECK(ask("Le siffleur encourt l'amende prévue pour les contraventions de la 4e classe.", "2024-01-01") == "EUR 750");
  CHECK(ask("Le siffleur encourt l'amende forfaitaire prévue pour les contraventions de la 4e classe.", "2020-03-28").starts_with("? no rule"));
}

TEST_CASE("legal persons: five times each fine that is stated, a million for a crime without one") {
  Shelf shelf{{"/akn/fr/act/code/code-penal~art_131-38", "Le taux est le quintuple. Pour un crime sans amende pour les personnes physiques, l'amende est de 1 000 000 euros."}};
  const std::string persons = "\nLes personnes morales encourent l'amende suivant les modalités prévues par l'article 131-38.";
  CHECK(answer(real(), {"FR", "fr", "Le fait de siffler est puni de 30 000 € d'amende." + persons, "2024-01-01", {}}, shelf) == "legal person EUR 150,000");
  CHECK(answer(real(), {"FR", "fr", "Le fait de siffler est puni de 30 000 € d'amende. La peine est portée à 45 000 € d'amende la nuit." + persons, "2024-01-01", {}}, shelf) ==
        "legal person ? 5 times the fine of the track concerned: EUR 150,000, EUR 225,000");
  CHECK(answer(real(), {"FR", "fr", "Le fait de siffler est puni de trente ans de réclusion criminelle." + persons, "2024-01-01", {}}, shelf) == "legal person EUR 1,000,000");
  CHECK(answer(real(), {"FR", "fr", "Le fait de siffler est puni de deux ans d'emprisonnement." + persons, "2024-01-01", {}}, shelf) ==
        "legal person ? 5 times the fine of the offence concerned, which stands in another provision");
  shelf.clear();
  CHECK(answer(real(), {"FR", "fr", "Le fait de siffler est puni de 30 000 € d'amende." + persons, "2024-01-01", {}}, shelf) == "legal person ? proof provision not ingested: /akn/fr/act/code/code-penal/~art_131-38");
}

TEST_CASE("day-fines come to so much a day for so many days, as the text of the day says") {
  const Question question{"FR", "fr", "Le sifflement est puni de jours-amende.", "2024-01-01", {}};
  CHECK(answer(real(), question, {{"/akn/fr/act/code/code-penal~art_131-5", "1 000 euros par jour, trois cent soixante jours"}}) == "EUR 360,000");
  CHECK(answer(real(), question, {{"/akn/fr/act/code/code-penal~art_131-5", "300 euros par jour, trois cent soixante jours"}}) == "EUR 108,000");
  CHECK(answer(real(), question, {{"/akn/fr/act/code/code-penal~art_131-5", "un certain nombre de jours"}}).starts_with("? "));
}

TEST_CASE("statutory maximum and prescribed sum: 5,000 pounds until 11 March 2015, then without limit; Scotland and Northern Ireland have their own") {
  Shelf shelf = england;
  shelf["/akn/gb/act/ukpga/1980/43~sec_32"] = "The prescribed sum is £5,000.";
  Question question{"GB", "en", "A hooter is liable on summary conviction to a fine not exceeding the statutory maximum.", "2015-03-11", {"GB-ENG", "GB-WLS"}};
  CHECK(answer(real(), question, shelf) == "GBP 5,000");
  question.day = "2015-03-12";
  CHECK(answer(real(), question, shelf) == "unlimited");
  question.extent = {"GB-SCT"};
  CHECK(answer(real(), question, shelf).starts_with("? /akn/gb/act/ukpga/1995/46/~sec_225 as held does not say"));
  shelf["/akn/gb/act/ukpga/1995/46~sec_225"] = "(8) \"the prescribed sum\" means £10,000.";
  CHECK(answer(real(), question, shelf) == "GBP 10,000");
  question.extent = {"GB-NIR"};
  CHECK(answer(real(), question, shelf) == "? proof provision not ingested: /akn/gb/act/nisi/1984/703/~art_4");
  shelf["/akn/gb/act/nisi/1984/703~art_4"] = "In this Article the prescribed sum is £5,000.";
  CHECK(answer(real(), question, shelf) == "GBP 5,000");
}

TEST_CASE("a fine without a sum on summary conviction is unlimited in England and Wales since 12 March 2015, elsewhere not known") {
  Question question{"GB", "en", "A hooter is liable on summary conviction to imprisonment for a term not exceeding 3 months or a fine.", "2015-03-12", {"GB-ENG", "GB-WLS"}};
  CHECK(answer(real(), question, england) == "unlimited");
  question.day = "2015-03-11";
  CHECK(answer(real(), question, england).empty());
  question.day = "2024-01-01";
  question.extent = {"GB-ENG", "GB-SCT"};
  CHECK(answer(real(), question, england) == "GB-ENG unlimited; GB-SCT ? no rule for a fine without a sum in GB-SCT");
  Shelf without = england;
  without.erase("/akn/gb/act/ukpga/2012/10~sec_85");
  question.extent = {"GB-WLS"};
  CHECK(answer(real(), question, without) == "? proof provision not ingested: /akn/gb/act/ukpga/2012/10/~sec_85");
  question.text = "A hooter is liable on conviction on indictment to a fine.";
  CHECK(answer(real(), question, england) == "? proof provision not ingested: /akn/gb/act/ukpga/1977/45/~sec_32");
}

TEST_CASE("51 weeks and 12 months are read as 6 months where the provision and the uncommenced section say so") {
  const Shelf waiting{{"/akn/gb/act/ukpga/2003/44~sec_281", "Subsection (5) has never been commenced."}, {"/akn/gb/act/ukpga/2003/44~sec_154", "It was never in force."}};
  Question question{"GB", "en",
                    "(1) A hooter is liable on summary conviction to imprisonment for a term not exceeding 51 weeks.\n(2) In relation to hooting before the commencement of section 281(5) of the Act of 2003, the reference to 51 weeks "
                    "is to be read as a reference to 6 months.",
                    "2024-01-01",
                    {"GB-ENG", "GB-WLS"}};
  CHECK(answer(real(), question, waiting) == "6 months");
  CHECK(answer(real(), question, {}) == "? proof provision not ingested: /akn/gb/act/ukpga/2003/44/~sec_281");
  CHECK(answer(real(), question, {{"/akn/gb/act/ukpga/2003/44~sec_281", "Subsection (5) is in force."}}).starts_with("? "));
  question.text = "A hooter is liable on summary conviction to imprisonment for a term not exceeding 51 weeks.";
  CHECK(answer(real(), question, waiting).empty());
  question.text = "(1) A hooter is liable on summary conviction to imprisonment for a term not exceeding 12 months.\n(2) In relation to hooting before 2 May 2022, the reference to 12 months is to be read as a reference to 6 months.";
  question.day = "2022-05-01";
  CHECK(answer(real(), question, {}) == "6 months");
  question.day = "2022-05-02";
  CHECK(answer(real(), question, {}).empty());
}

TEST_CASE("a line that says it is unconfirmed proves nothing") {
  const Question question{"GB", "en", "A hooter is liable on summary conviction to a fine not exceeding level 5 on the standard scale.", "2024-01-01", {"GB-SCT"}};
  CHECK(answer(real(), question, {{"/akn/gb/act/ukpga/1995/46~sec_225", "level 4: £2,500;\nlevel 5: £5,000 (unconfirmed)."}}) == "? what /akn/gb/act/ukpga/1995/46/~sec_225 says is marked as unconfirmed");
  CHECK(answer(real(), question, {{"/akn/gb/act/ukpga/1995/46~sec_225", "level 4: £2,500 (unconfirmed);\nlevel 5: £5,000."}}) == "GBP 5,000");
}

TEST_CASE("a federal sum of its own yields to the greater one, unless the offence exempts itself") {
  Shelf shelf = america;
  shelf["/akn/us/act/usc/18~sec_3571"] += " The fine is the greatest of these and the sum in the law of the offence.";
  const auto ask = [&](const std::string& words) { return answer(real(), {"US", "en", words, "2024-01-01", {}}, shelf); };
  CHECK(ask("Whoever whistles shall be fined not more than $1,000 or imprisoned not more than one year, or both.") == "USD 100,000; organisation USD 200,000");
  CHECK(ask("Whoever whistles shall be fined not more than $2,000,000 or imprisoned not more than ten years, or both.") == "USD 2,000,000; organisation USD 2,000,000");
  CHECK(ask("Notwithstanding section 3571, whoever whistles shall be fined not more than $1,000 or imprisoned not more than one year, or both.").empty());
  CHECK(answer(real(), {"US-VA", "en", "Whoever whistles shall be fined not more than $1,000 or imprisoned not more than one year, or both.", "2024-01-01", {}}, shelf).empty());
}

TEST_CASE("classes of offences stand for imprisonment and a fine") {
  const Shelf shelf{{"/akn/us-va/act/code~sec_18.2-11", "For Class 1 misdemeanors, confinement in jail for not more than twelve months and a fine of not more than $2,500, either or both."},
                    {"/akn/us-va/act/code~sec_18.2-10", "For Class 2 felonies, imprisonment for life or for any term not less than 20 years and a fine of not more than $100,000."},
                    {"/akn/us-hi/act/hrs~sec_706-640", "(e) $1,000, when the conviction is of a petty misdemeanor or a violation;"},
                    {"/akn/us-hi/act/hrs~sec_706-663", "not to exceed one year in the case of a misdemeanor or thirty days in the case of a petty misdemeanor"},
                    {"/akn/ca/act/c-46~sec_787", "a fine of not more than $5,000 or a term of imprisonment of not more than two years less a day, or both"}};
  const auto ask = [&](const char* place, const std::string& words, const Shelf& on) { return answer(real(), {place, "en", words, "2025-01-01", {}}, on); };
  CHECK(ask("US-VA", "A whistler is guilty of a Class 1 misdemeanor.", shelf) == "imprisonment 12 months; fine USD 2,500");
  CHECK(ask("US-VA", "A whistler is guilty of a Class 2 felony.", shelf) == "imprisonment 20 years to life; fine USD 100,000");
  CHECK(ask("US-HI", "A whistler is guilty of a petty misdemeanor.", shelf) == "imprisonment 30 days; fine USD 1,000");
  CHECK(ask("CA", "Every person who whistles is guilty of an offence punishable on summary conviction.", shelf) == "imprisonment 2 years; fine CAD 5,000");
  CHECK(ask("US-VA", "A whistler is guilty of a Class 1 misdemeanor.", {}) ==
        "imprisonment ? proof provision not ingested: /akn/us-va/act/code/~sec_18.2-11; fine ? proof provision not ingested: /akn/us-va/act/code/~sec_18.2-11");
}

TEST_CASE("India: a fine without a sum by the Code of its day") {
  const Shelf shelf{{"/akn/in/act/1860/45~sec_63", "The fine is unlimited, but must not be excessive."}, {"/akn/in/act/2023/45~sec_8", "The fine is unlimited, but must not be excessive."}};
  const auto ask = [&](const char* day, const Shelf& on) { return answer(real(), {"IN", "en", "Whoever sings shall be punished with fine.", day, {}}, on); };
  CHECK(ask("2024-06-30", shelf) == "unspecified");
  CHECK(ask("2024-07-01", shelf) == "unspecified");
  CHECK(ask("2024-07-01", {{"/akn/in/act/1860/45~sec_63", "unlimited"}}) == "? proof provision not ingested: /akn/in/act/2023/45/~sec_8");
}

TEST_CASE("take any one of the proving provisions away and nothing that rested on it is resolved") {
  Shelf shelf = england;
  shelf.insert(france.begin(), france.end());
  shelf.insert(america.begin(), america.end());
  shelf["/akn/pk/act/1860/45~sec_63"] = "The fine is unlimited, but must not be excessive.";
  shelf["/akn/us-va/act/code~sec_18.2-11"] = "For Class 4 misdemeanors, a fine of not more than $250.";
  const Question questions[] = {
      {"GB", "en", "A hooter is liable on summary conviction to a fine not exceeding level 5 on the standard scale.", "2024-01-01", {"GB-ENG"}},
      {"GB", "en", "A hooter is liable on summary conviction to a fine not exceeding level 2 on the standard scale.", "2024-01-01", {"GB-SCT"}},
      {"GB", "en", "A hooter is liable on summary conviction to a fine.", "2024-01-01", {"GB-ENG"}},
      {"GB", "en", "A hooter is liable on summary conviction to imprisonment for a term not exceeding the general limit in a magistrates' court.", "2024-12-01", {"GB-ENG"}},
      {"FR", "fr", "Est puni de l'amende prévue pour les contraventions de la 4e classe le fait de siffler.", "2024-01-01", {}},
      {"US", "en", "Whoever whistles shall be fined under this title or imprisoned not more than five years, or both.", "2024-01-01", {}},
      {"US-DC", "en", "A whistler shall be fined not more than the amount set forth in § 22-3571.01, imprisoned for not more than 90 days, or both.", "2024-01-01", {}},
      {"US-VA", "en", "A whistler is guilty of a Class 4 misdemeanor.", "2024-01-01", {}},
      {"PK", "en", "Whoever sings shall be punished with fine.", "2024-01-01", {}}};
  for (const Question& question : questions) {
    CAPTURE(question.text);
    const std::string whole = answer(real(), question, shelf);
    CHECK_FALSE(whole.empty());
    CHECK(whole.find('?') == std::string::npos);
    std::size_t needed = 0;
    for (const auto& entry : shelf) {
      Shelf without = shelf;
      without.erase(entry.first);
      const std::string left = answer(real(), question, without);
      if (left == whole) continue;  // this one proves something else
      ++needed;
      CHECK_MESSAGE(left.find("? proof provision not ingested") != std::string::npos, left);
    }
    CHECK(needed > 0);
  }
}

TEST_CASE("text for proof: digits ungrouped, accents dropped, quoted as written") {
  const std::string text = "Montant : 1 500 euros\nau plus (5ᵉ classe)";
  const resolve::PlainText plain(text);
  const auto found = plain.find(resolve::Pattern("1500 euros au plus"));
  REQUIRE(found);
  CHECK(found->of(text) == "1 500 euros\nau plus");
  CHECK_FALSE(plain.find(resolve::Pattern("15000")));
  CHECK_THROWS(plain.find(resolve::Pattern("(unbalanced")));  // a broken rule must not pass for one that finds nothing
  CHECK(resolve::PlainText("12,500 and 1 250 000").text() == "12500 and 1250000");
}

TEST_CASE("every pattern of the profiles is one; one that is none says where it stands") {
  const auto profiles = model::Profiles::load(synoptic::test::source("corpus/jurisdictions"));
  REQUIRE(profiles);
  std::size_t looked_at = 0;
  for (const auto& profile : profiles->all()) {
    const auto loaded = resolve::load_penalty_rules(profile.file);
    REQUIRE(loaded);
    auto patterns = loaded->doubt;
    for (const auto& rule : loaded->rules) {
      for (auto& pattern : rule.patterns()) patterns.push_back(std::move(pattern));
    }
    for (const auto& pattern : patterns) {
      const auto problem = pattern.problem();
      CHECK_MESSAGE(!problem, (problem ? base::to_string(*problem) : std::string()));
    }
    looked_at += patterns.size();
  }
  CHECK(looked_at > 100);
  const resolve::Pattern bad("fine (", {.file = "ZZ.toml", .line = 12, .element = "penalty_rule"});
  REQUIRE(bad.problem());
  CHECK(base::to_string(*bad.problem()).starts_with("ZZ.toml:12: "));
  CHECK_THROWS_AS(resolve::PlainText("a fine").find(bad), std::runtime_error);
}
