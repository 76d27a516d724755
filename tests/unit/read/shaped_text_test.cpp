// Markdown and mark-up by the shapes of the profiles: identity, what is dropped, hostile input, and the real files counted by other means.
#include "read/shaped_text.h"

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/markup_lines.h"
#include "read/reader_registry.h"
#include "read/shaped_amendments.h"
#include "read/source.h"
#include "../places.h"

using namespace synoptic;

TEST_CASE("shapes: an article whose folder says which code it is of") {
  const std::string article = "# Article L12-1\n\nNul ne siffle.\n\n1° La nuit ;\n\n2° Le jour.\n";
  const auto reading = test::read_with("markdown", article, "fr.tar.zst!code-penal/livre-ier/article-l12-1.md");
  CHECK(reading.provisions() == 0);
  CHECK(reading.diagnostics.size() == 1);
  const auto at_root = test::read_with("markdown", article, "fr.tar.zst!codes-en-vigueur/code-penal/livre-ier/article-l12-1.md");
  CHECK(at_root.provisions() == 1);
  const auto named = test::read_with("markdown", article, "fr.tar.zst!x/codes-en-vigueur/code-penal/livre-ier/article-l12-1.md");
  REQUIRE(named.provisions() == 1);
  CHECK(named.works[0].work.title == "Code pénal");
  CHECK(named.works[0].provisions[0].iri.str() == "/akn/fr/act/code/code-penal/fra/~art_L12-1");
  CHECK(named.works[0].provisions[0].text == "Nul ne siffle.\n1° La nuit ;\n2° Le jour.");
}

TEST_CASE("amendments: what is struck out goes, what stands behind the lead is another law's") {
  CHECK(read::without_struck("when [he or she] SUCH PERSON:\n[(iv)] (III) one [a [b] c]") == "when SUCH PERSON:\n(III) one");
  CHECK(read::without_struck("an ] and an [ open one") == "an ] and an [ open one");
  const std::string text = "Section 20.15 of the night law, as added, is amended to read as follows:\n§ 20.15 Owls.";
  const auto quoted = read::quoted_behind(text, {"read as follows:"});
  REQUIRE(quoted);
  CHECK(quoted->span.of(text) == "§ 20.15 Owls.");
  CHECK(quoted->target == "Section 20.15 of the night law");
  CHECK_FALSE(read::quoted_behind("read as follows:", {"read as follows:"}));
  CHECK_FALSE(read::quoted_behind(text, {}));
}

TEST_CASE("mark-up as lines: paths, inline elements, joined numbers, characters, sections told apart by raised digits") {
  model::TextShape shape;
  shape.inlined = {"x", "odq=“", "Eacute=É"};
  shape.joined = {"par/nr"};
  shape.dropped = {"p.note", "meta-data"};
  const std::string text =
      "<doc id=\"d1\"><par><nr>(1)</nr><al>An <b>owl</b> <x>y</x><odq/><Eacute/></al></par><p class=\"a note\">no</p><p class=\"notes\">m<sup>2</sup></p>"
      "<![CDATA[§ 1<sup>1</sup>. ]]><par><nr>(2)</nr><meta-data>no</meta-data></par><p>end";
  std::vector<std::string> forms;
  for (const auto& line : read::markup_lines(text, &shape).lines) forms.emplace_back(line.form);
  CHECK(forms == std::vector<std::string>{"@doc id=d1", "doc/par/al (1) An owl y“É", "doc/p.notes m²", "doc § 1¹.", "doc/par/nr (2)", "doc/p end"});
}

TEST_CASE("shapes: hostile files end soon and without a crash") {
  const std::string head = "<law><section_number>1</section_number><catch_line>x</catch_line><structure><unit>u</unit></structure>";
  std::string deep = head, open = head, blank = head, stars = "\n# Title 1— X\n#### § 1. Y\n", notes = stars;
  for (int i = 0; i < 200'000; ++i) {
    deep += "<a><b>x";
    open += "<law a=\"";
    blank += "<b>&nbsp; </b> \n";
    notes += "[1](";
    stars += i % 2 == 0 ? "[1](2)[" : "****";
  }
  CHECK(test::read_with("markup", deep).provisions() <= 1);
  CHECK(test::read_with("markup", open).provisions() <= 1);
  CHECK(test::read_with("markup", blank).provisions() <= 1);
  CHECK(test::read_with("markdown", stars).provisions() <= 1);
  CHECK(test::read_with("markdown", notes).provisions() <= 1);
  CHECK(test::read_with("markup", "<p>no law</p>").diagnostics.size() == 1);
  CHECK(test::read_with("markdown", "# Recipes\n## Soup").diagnostics.size() == 1);
  CHECK(test::read_with("markdown", "\n# Title ../../etc— X\n#### § 1. <script>alert(1)</script>\ntext").works.at(0).work.iri.find("/../") == std::string::npos);
}

TEST_CASE("shapes: every unit of the real files is a provision, counted by other means") {
  const std::filesystem::path data = synoptic::test::source("../shared/data");
  if (!std::filesystem::exists(data / "eu-civil.tar.zst")) {
    MESSAGE("skipped: ../shared/data is absent");
    return;
  }
  const std::map<std::string, std::regex> units{{"/bwb-toestand/", std::regex("<artikel [^>]*label=\"Artikel")},         {"/lovdata-html5/", std::regex("class=\"legalArticle\"")},
                                                {"/tyviseadus-xml/", std::regex("<paragrahv ")},             {"li/html/", std::regex("<div class=\"art\">")},
                                                {"/eurlex-xhtml/", std::regex("class=\"(oj-ti-art|title-article-norm)\"")}, {"/eisb/", std::regex("<sect[ >]")},
                                                {"/code-statedecoded/", std::regex("<section_number>")}};
  std::map<std::string, std::pair<std::size_t, std::size_t>> counts;
  read::for_each_file(
      {data / "eu-civil.tar.zst", data / "us-states.tar.zst"},
      [&](const read::SourceFile& file) {
        const auto* format = read::detect_format(file.bytes);
        if (format == nullptr || format->name != "markup") return true;
        const std::string text(file.bytes);
        const auto reading = test::read_with("markup", file.bytes, file.name);
        for (const auto& [folder, unit] : units) {
          if (file.name.find(folder) == std::string::npos) continue;
          auto& [counted, read] = counts[folder];
          counted += static_cast<std::size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), unit), {}));
          for (const auto& work : reading.works) {
            for (const auto& provision : work.provisions) read += provision.kind == "section" || provision.kind == "article";
          }
        }
        return true;
      },
      [](auto&&) {});
  CHECK(counts.size() == units.size());
  for (const auto& [folder, count] : counts) {
    CAPTURE(folder);
    CHECK(count.second == count.first);
  }
}
