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
         {"GB",
          "(4) A person guilty of hooting is liable—\n(a) on summary conviction, to imprisonment for a term not exceeding 6 months or a fine not "
          "exceeding the statutory maximum, or both;\n(b) on conviction on indictment, to imprisonment for a term not exceeding two years or a fine, or both.",
          "summary and_or imprisonment ..6 months | fine GB:statutory-maximum // indictment and_or imprisonment ..2 years | fine"},
         {"GB-SCT",
          "(3) A piper is liable on summary conviction—\n(a) to a fine not exceeding the statutory maximum,\n(b) to imprisonment for—\n(i) a term not "
          "exceeding 3 months, or\n(ii) if the piper has piped before, a term not exceeding 6 months, or\n(c) both to such fine and to such imprisonment.",
          "summary and_or fine GB:statutory-maximum | imprisonment ..3 months // summary and_or fine GB:statutory-maximum | imprisonment ..6 months"}});
}

TEST_CASE("South Asian drafting") {
  check({{"PK", "Whoever sings after dusk shall be punished with imprisonment of either description for a term which may extend to two years, or with fine which may extend to five lakh rupees, or with both.",
          "and_or imprisonment ..2 years | fine ..PKR 500,000"},
         {"IN", "Whoever rings twice shall be punished with imprisonment for life, or with rigorous imprisonment for a term which shall not be less than three years but which may extend to ten years, and shall also be liable to fine.",
          "and imprisonment life..life | imprisonment 3 years..10 years | fine"},
         {"IN", "Whoever abets an offence punishable with death or imprisonment for life shall be punished with simple imprisonment for one month.",
          "imprisonment 1 month..1 month"}});
}

TEST_CASE("United States drafting") {
  check({{"US", "(a) Whoever whistles shall be fined under this title or imprisoned not more than one year, or both.", "and_or fine US:title-18 | imprisonment ..1 year"},
         {"US",
          "(b) A whistler shall be fined under this title, imprisoned—\n(1) for life or any term of years, if death results;\n(2) for not more than 20 years, "
          "if a dog is hurt; and\n(3) for not more than 5 years, in any other case,\nor both fined and imprisoned.",
          "and_or fine US:title-18 | imprisonment ..life // and_or fine US:title-18 | imprisonment ..20 years // and_or fine US:title-18 | imprisonment ..5 years"},
         {"US-CA", "A heckler shall be punished by imprisonment in the county jail for a period of not more than 90 days, a fine of not more than four hundred dollars ($400), or both such imprisonment and fine.",
          "and_or imprisonment ..90 days | fine ..USD 400"}});
}

TEST_CASE("nothing is found where nothing is punished") {
  check({{"GB", "(1) The fee for a licence is £200. (2) Proceedings must be brought within 6 months.", ""},
         {"US", "There are authorized to be appropriated not to exceed $4,500,000 for each fiscal year.", ""},
         {"IN", "The Chairperson shall be paid a salary of fifty thousand rupees for each month.", ""}});
}
