#include "read/xml.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "read/text_builder.h"

using namespace synoptic;
using read::XmlDocument;

namespace {

read::SourceFile file(std::string_view bytes) { return {"a.xml", bytes, ""}; }

std::string utf16le(std::string_view ascii) {
  std::string bytes = "\xFF\xFE";
  for (const char c : ascii) {
    bytes += c;
    bytes += '\0';
  }
  return bytes;
}

}  // namespace

TEST_CASE("the span of an element is its bytes in the file as published") {
  const std::string bytes = "\xEF\xBB\xBF<a><!-- <b> --><b x='>'>é<b/><![CDATA[</b>]]>y</b > z</a>";
  const auto source = file(bytes);
  const auto document = XmlDocument::load(source);
  REQUIRE(document);
  CHECK(document->span(read::child(document->root(), "b")).of(bytes) == "<b x='>'>é<b/><![CDATA[</b>]]>y</b >");
  CHECK(document->span(document->root()).end == bytes.size());
}

TEST_CASE("spans count in the bytes of a file in another encoding") {
  const std::string latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9\x92<b>\xE9t\xE9</b></a>";
  const auto source = file(latin);
  const auto document = XmlDocument::load(source);
  REQUIRE(document);
  const auto b = read::child(document->root(), "b");
  CHECK(read::flat_text(document->root()) == "é’été");
  CHECK(document->span(b).of(latin) == "<b>\xE9t\xE9</b>");

  const auto wide = utf16le("<a>x<b>y</b></a>");
  const auto wide_source = file(wide);
  const auto wide_document = XmlDocument::load(wide_source);
  REQUIRE(wide_document);
  CHECK(wide_document->span(read::child(wide_document->root(), "b")) == base::Span{10, 26});
}

TEST_CASE("a wrong declaration does not spoil the text") {
  const auto text = [](std::string_view bytes) {
    const auto source = file(bytes);
    const auto document = XmlDocument::load(source);
    return document ? read::flat_text(document->root()) : "not read";
  };
  CHECK(text("<?xml version='1.0' encoding='iso-8859-1'?><a>été</a>") == "été");
  CHECK(text("<?xml version='1.0' encoding='UTF-8'?><a>\xE9t\xE9 \x80</a>") == "été €");
  CHECK(text("<?xml version='1.0' encoding='UTF-16'?><a>été</a>") == "été");
  CHECK(text("<?xml version='1.0' encoding='UTF-8'?><a>été \xE9 là</a>") == "été \xEF\xBF\xBD là");
}

TEST_CASE("broken XML is a diagnostic with its line") {
  for (const std::string_view bytes : {"<a>\n<b>\n<c>text", "<a>\n<b>\n</a>", "", "   ", "plain words", "<a"}) {
    CAPTURE(bytes);
    const auto source = file(bytes);
    const auto document = XmlDocument::load(source);
    REQUIRE_FALSE(document);
    CHECK(document.error().line.has_value());
    CHECK_FALSE(document.error().hint.empty());
  }
  const auto source = file("<a>\n<b>\n<c>text");
  CHECK(*XmlDocument::load(source).error().line == 3);
}

TEST_CASE("nesting a hundred thousand deep is a diagnostic, not a crash") {
  std::string bytes = "<a>\n";
  for (int i = 0; i < 100'000; ++i) bytes += "<b>";
  for (int i = 0; i < 100'000; ++i) bytes += "</b>";
  bytes += "</a>";
  const auto source = file(bytes);
  const auto document = XmlDocument::load(source);
  REQUIRE_FALSE(document);
  CHECK(*document.error().line == 2);
  CHECK(document.error().element == "b");
}

TEST_CASE("the root element is known from the start of a file") {
  CHECK(read::xml_start("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <x> --><!DOCTYPE a:b><a:b xmlns='u' c='>'>").name == "b");
  CHECK(read::xml_start("<a:b xmlns='u' c='>'> rest").tag == "<a:b xmlns='u' c='>'>");
  CHECK(read::xml_start(utf16le("<law>")).name == "law");
  CHECK(read::xml_start("{\"a\": \"<b>\"}").name.empty());
  CHECK(read::xml_start("").name.empty());
}

TEST_CASE("words are neither run together nor split") {
  read::TextBuilder builder;
  builder.line();
  builder.text(" x");
  builder.text("y ");
  builder.text(" z\n\t\u00a0w\u200bv\u00ad");
  builder.line();
  builder.line();
  builder.text("  (a)");
  builder.space();
  builder.text("");
  builder.text("b  ");
  CHECK(builder.take().text == "xy z wv\n(a) b");
}

TEST_CASE("a quotation spans its visible words, nested ones included") {
  read::TextBuilder builder;
  builder.text("for ");
  builder.begin_quote("sec_2");
  builder.line();
  builder.text("“a");
  builder.begin_quote("other");
  builder.text(" b");
  builder.end_quote();
  builder.text("” ");
  builder.end_quote();
  builder.begin_quote();
  builder.end_quote();
  builder.text(" put");
  const auto [text, quoted] = builder.take();
  CHECK(text == "for\n“a b” put");
  REQUIRE(quoted.size() == 1);
  CHECK(quoted[0].span.of(text) == "“a b”");
  CHECK(quoted[0].target == "sec_2");
}

TEST_CASE("a reference to no character becomes a replacement character, not broken UTF-8") {
  read::TextBuilder builder;
  builder.text("a\xF4\x90\x80\x80z \xED\xA0\x80");
  const auto text = builder.take().text;
  CHECK(text.starts_with("a\uFFFD"));
  CHECK(base::is_valid_utf8(text));
}
