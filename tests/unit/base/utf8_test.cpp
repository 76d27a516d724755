#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace synoptic::base;

TEST_CASE("fold makes spellings of the same words equal") {
  CHECK(fold("Œuvre ﬁne ۳۰۲ É") == "oeuvre fine 302 e");
  CHECK(fold("l’État – «x»") == "l'etat - \"x\"");
}

TEST_CASE("a code point index goes from bytes to code points and back") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += i % 3 == 0 ? "é" : i % 7 == 0 ? "𝄞" : "a";
  const CodePointIndex index(text);
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    CHECK(index.from_byte(i) == count);
    CHECK(index.to_byte(count) == i);
    decode(text, i);
  }
  CHECK(index.from_byte(text.size()) == 100);
  CHECK(index.to_byte(100) == text.size());
}

TEST_CASE("invalid UTF-8 is noticed and repaired") {
  CHECK(is_valid_utf8("état"));
  CHECK_FALSE(is_valid_utf8("\xE9tat"));
  CHECK(repair_utf8("\xE9tat") == "\xEF\xBF\xBDtat");
  CHECK(from_windows_1252("\x93\xE9\x80\x94") == "“é€”");
}

TEST_CASE("squeeze and trim know no-break and thin spaces") {
  CHECK(squeeze("\u00a0 a \u202f b\n") == "a b");
  CHECK(squeeze(" a b  c \u00a0d e\u2009 f g ") == "a b c d e f g");
  CHECK(squeeze("a \u2014 b") == "a \u2014 b");
  CHECK(trim("\u00a0a b\u2009") == "a b");
}
