#include <doctest/doctest.h>

#include "sanction_dump.h"

using synoptic::extract::dump_sanctions;

namespace {
struct Sample {
  const char* jurisdiction;
  const char* text;
  const char* expected;
};

void check(std::initializer_list<Sample> samples) {
  for (const Sample& sample : samples) {
    CAPTURE(std::string(sample.text));
    CHECK(dump_sanctions(sample.text, "en", sample.jurisdiction) == std::string(sample.expected));
  }
}
}  // namespace

TEST_CASE("terms, sums and classes in British drafting") {
  check({{"GB", "(1) A keeper who loses a badger is liable on summary conviction to a fine not exceeding level 3 on the standard scale.",
          "summary fine GB:level-3"},
         // A scale is that of the state whose law it is, and its levels may be numbered in words.
         {"ZW", "Any person who disturbs an owl shall be guilty of a crime and liable to a fine not exceeding level twelve or imprisonment for a period not exceeding ten years or both.",
          "and_or fine ZW:level-12 | imprisonment ..10 years"},
         {"GB-SCT", "A keeper who loses a badger is liable on summary conviction to a fine not exceeding level 3 on the standard scale.", "summary fine GB:level-3"},
         {"GB",
          "(4) A person guilty of hooting is liable—\n(a) on summary conviction, to imprisonment for a term not exceeding 6 months or a fine not "
          "exceeding the statutory maximum, or both;\n(b) on conviction on indictment, to imprisonment for a term not exceeding two years or a fine, or both.",
          "summary and_or imprisonment ..6 months | fine GB:statutory-maximum // indictment and_or imprisonment ..2 years | fine"},
         {"GB-SCT",
          "(3) A piper is liable on summary conviction—\n(a) to a fine not exceeding the statutory maximum,\n(b) to imprisonment for—\n(i) a term not "
          "exceeding 3 months, or\n(ii) if the piper has piped before, a term not exceeding 6 months, or\n(c) both to such fine and to such imprisonment.",
          "summary and_or fine GB:statutory-maximum | imprisonment ..3 months // summary and_or fine GB:statutory-maximum | imprisonment ..6 months"},
         {"GB",
          "(2) A hooter shall be—\n(a) guilty of an offence, and\n(b) liable on summary conviction to a fine not exceeding £2,000.", "summary fine ..GBP 2,000"},
         {"GB",
          "(3) A hooter is liable on summary conviction to imprisonment for a term not exceeding 12 months.\n(4) In relation to hooting before 3 June 2019, the "
          "reference in subsection (3) to 12 months is to be read as a reference to 6 months.",
          "summary imprisonment ..12 months // summary imprisonment ..6 months"},
         {"GB", "Where the company has hooted, its officer is guilty of the offence and liable to be proceeded against and punished accordingly.", "other by-reference"},
         {"GB", "If the Regulator considers that a firm has hooted, it may impose on the firm a penalty of such amount as it considers appropriate.", "civil_penalty"}});
}

TEST_CASE("South Asian drafting") {
  check({{"PK", "Whoever sings after dusk shall be punished with imprisonment of either description for a term which may extend to two years, or with fine which may extend to five lakh rupees, or with both.",
          "and_or imprisonment ..2 years | fine ..PKR 500,000"},
         {"IN", "Whoever rings twice shall be punished with imprisonment for life, or with rigorous imprisonment for a term which shall not be less than three years but which may extend to ten years, and shall also be liable to fine.",
          "and imprisonment life..life | imprisonment 3 years..10 years | fine"},
         {"IN", "Whoever abets an offence punishable with death or imprisonment for life shall be punished with simple imprisonment for one month.",
          "imprisonment 1 month..1 month"},
         {"PK", "Whoever rings shall be punished with imprisonment not less than ten years or more than twenty-five years, and if the bell breaks the imprisonment may be extended to thirty years.",
          "imprisonment 10 years..25 years // imprisonment ..30 years"},
         {"PK", "The ringer shall be punishable with fine which may extend to fifty rupees, and in the case of a continuing offence, with a further fine of ten rupees for every day after the first.",
          "fine ..PKR 50 // fine relative"},
         {"PK", "A ringer shall be liable to arsh which shall be ten per cent of the diyat and may also be punished with imprisonment which may extend to ten years as ta'zir.",
          "and compensation relative | imprisonment ..10 years"},
         {"PK", "The Inquiry Committee may recommend one or more of the following penalties:\n(i) Small penalties:\n(a) censure;\n(b) stoppage of tea;\n(ii) Great penalties:\n(a) dismissal from service;\n(b) fine.",
          "and_or employment | employment // and_or employment | civil_penalty"},
         {"PK", "A ringer is liable to imprisonment which may extend to three years and with 0.1 million fine.", "and imprisonment ..3 years | fine PKR 100,000..PKR 100,000"}});
}

TEST_CASE("United States drafting") {
  check({{"US", "(a) Whoever whistles shall be fined under this title or imprisoned not more than one year, or both.", "and_or fine US:title-18 | imprisonment ..1 year"},
         {"US",
          "(b) A whistler shall be fined under this title, imprisoned—\n(1) for life or any term of years, if death results;\n(2) for not more than 20 years, "
          "if a dog is hurt; and\n(3) for not more than 5 years, in any other case,\nor both fined and imprisoned.",
          "and_or fine US:title-18 | imprisonment ..life // and_or fine US:title-18 | imprisonment ..20 years // and_or fine US:title-18 | imprisonment ..5 years"},
         {"US-CA", "A heckler shall be punished by imprisonment in the county jail for a period of not more than 90 days, a fine of not more than four hundred dollars ($400), or both such imprisonment and fine.",
          "and_or imprisonment ..90 days | fine ..USD 400"},
         {"US", "(1) shall be fined not more than $500,000 or imprisoned for not more than 5 years, or both, for the first offense; and\n(2) shall be fined not more than $1,000,000, for any subsequent offense.",
          "and_or fine ..USD 500,000 | imprisonment ..5 years // fine ..USD 1,000,000"},
         {"US-DC", "A whistler shall suffer imprisonment for not less than 2 nor more than 15 years. In addition to any other penalty, a person may be fined not more than the amount set forth in § 22-3571.01.",
          "and imprisonment 2 years..15 years | fine US-DC:22-3571.01"},
         {"US-VA", "Any person who whistles is guilty of a Class 1 misdemeanor. Each whistle is a separate violation.", "other US-VA:class-1-misdemeanor"},
         {"US", "A whistler is guilty of a misdemeanor and, upon conviction, shall be fined not more than $500.", "fine ..USD 500"},
         {"US-VA", "The authorized punishments are:\na. For Class 1 misdemeanors, confinement in jail for not more than twelve months and a fine of not more than $2,500, either or both.\nb. For Class 4 misdemeanors, a fine of not more than $250.",
          "and_or imprisonment ..12 months US-VA:class-1-misdemeanor | fine ..USD 2,500 US-VA:class-1-misdemeanor // fine ..USD 250 US-VA:class-4-misdemeanor"},
         {"US", "The punishment for whistling is—\n(1) if at night, by imprisonment for any term of years not less than 15 or for life; or\n(2) if by day, by a fine under this title.",
          "imprisonment 15 years..life // fine US:title-18"},
         {"US", "A broker is liable for a civil penalty of not more than $5,000 for each day during which the noise continues.", "civil_penalty relative"}});
}

TEST_CASE("nothing is found where nothing is punished") {
  check({{"GB", "(1) The fee for a licence is £200. (2) Proceedings must be brought within 6 months.", ""},
         {"US", "There are authorized to be appropriated not to exceed $4,500,000 for each fiscal year.", ""},
         {"IN", "The Chairperson shall be paid a salary of fifty thousand rupees for each month.", ""},
         {"US", "No person shall be imprisoned for debt.", ""},
         {"IN", "A magistrate may arrest for any offence punishable with imprisonment for three years or more.", ""},
         {"US", "The Secretary may refuse a person who has been sentenced to imprisonment for more than one year.", ""},
         {"GB", "A court of summary jurisdiction may hear claims not exceeding £5,000.", ""}});
}

TEST_CASE("words for another Act are marked as such") {
  const auto facts = synoptic::extract::real_extractor().extract(
      {"(1) A hooter is liable on summary conviction to a fine.\n(2) After section 9 insert—\n“9A A singer is liable on conviction on indictment to a fine.”", "en", "GB"});
  REQUIRE(facts.sanctions.size() == 2);
  CHECK_FALSE(facts.sanctions[0].quoted);
  CHECK(facts.sanctions[1].quoted);
}
