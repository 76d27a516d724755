#include "read/html_fragment.h"

#include <doctest/doctest.h>

using synoptic::read::html_fragment_text;

TEST_CASE("html fragment: paragraphs and breaks end lines, no line is empty") {
  CHECK(html_fragment_text("<p></p>   Un.<p></p><p></p>") == "Un.");
  CHECK(html_fragment_text("<p>I.-Toute personne :<br/><br/>\n 1° D'une part ;</p><p>2° Enfin.</p>") == "I.-Toute personne :\n1° D'une part ;\n2° Enfin.");
  CHECK(html_fragment_text("") == "");
  CHECK(html_fragment_text("<p><br/></p>") == "");
}

TEST_CASE("html fragment: a row is a line, cells are parted by tabs, paragraphs inside a cell are not lines") {
  CHECK(html_fragment_text("<table><tr><th>Seuil</th><th>Taux</th></tr><tr><td><p>R < 6,5 %</p><p>ou</p></td><td>2</td></tr></table><p>Fin</p>") ==
        "Seuil\tTaux\nR < 6,5 % ou\t2\nFin");
}

TEST_CASE("html fragment: a less-than sign that opens no tag is text") {
  CHECK(html_fragment_text("durée < 10 s</p>") == "durée < 10 s");
  CHECK(html_fragment_text("a <") == "a <");
}

TEST_CASE("html fragment: attributes, comments and scripts are no text") {
  CHECK(html_fragment_text("l'article <a href=\"/x?a=1&b=2\" title=\"art. > L1\">L. 1</a>.") == "l'article L. 1.");
  CHECK(html_fragment_text("a<!-- b <p> -->c<script>d</script>e") == "ace");
  CHECK(html_fragment_text("à <a alt='Code de l'urbanisme - art. L1' href='/x'>l'article L. 1</a>.") == "à l'article L. 1.");
  CHECK(html_fragment_text("2<sup>e</sup> alinéa") == "2e alinéa");
}

TEST_CASE("html fragment: entities") {
  CHECK(html_fragment_text("1&deg;&nbsp;A&#233;&#xE9; &lt;b&gt; R&D &amp; &unknown; &#xD800;") == "1° Aéé <b> R&D & &unknown; &#xD800;");
}

TEST_CASE("html fragment: broken mark-up ends in text, not in trouble") {
  CHECK(html_fragment_text("a<p title=\"b") == "a");
  CHECK(html_fragment_text("a<p title=\"b>c</p>") == "a\nc");
  CHECK(html_fragment_text("a<!--b") == "a");
}
