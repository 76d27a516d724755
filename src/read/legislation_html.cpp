#include "read/legislation_html.h"

#include <utility>

#include "read/akn.h"
#include "read/encoding.h"
#include "read/legislation_html_tree.h"
#include "read/xml.h"

namespace synoptic::read {

int is_legislation_html(std::string_view start) {
  const auto article = start.find("<article class=\"");
  if (article == std::string_view::npos) return 0;
  const bool akn = start.find("docs.oasis-open.org/legaldocml", article) != std::string_view::npos &&
                   start.find("typeof=\"FRBRWork\"", article) != std::string_view::npos;
  return akn ? 90 : 0;
}

void read_legislation_html(const SourceFile& file, const Output& output) {
  const auto decoded = decode_document(file.bytes);
  auto page = legislation_page(decoded);
  if (page.trouble) return output.diagnostic(std::move(*page.trouble));
  const auto document = XmlDocument::translated(file, std::move(page.tree), std::move(page.spans));
  std::size_t count = 0;
  for (const auto law : document.root().children()) count += read_akn_law(document, law, page.restrictions, output);
  if (count > 0) return;
  output.diagnostic({.severity = base::Severity::Note, .message = "no provisions in this page: not an act, or empty"});
}

}  // namespace synoptic::read
