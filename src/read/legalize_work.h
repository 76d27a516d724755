// Which law a file of the legalize family (https://github.com/legalize-dev: laws as Markdown, one repository a country) holds, from its
// front matter. Its identifier is the publisher's own, so the scheme of the publisher decides on the IRI: LEGI, legislation.gov.uk, ELI.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/jurisdiction.h"
#include "model/provision.h"
#include "read/front_matter.h"
#include "read/markdown_text.h"
#include "read/reader.h"

namespace synoptic::read {

struct LegalizeWork {
  model::Work work;
  const model::Profile* profile = nullptr;
  std::string lang;                    // BCP 47
  std::optional<base::Date> version;   // of the text: last_updated
  model::Status status = model::Status::Unknown;
  std::vector<std::string> extent;
  std::string unit;                    // "section", "article", "regulation"
  bool legi = false;                   // numbers and text as LEGI has them: the whole title is the number, the text is plain
  bool amendment_marks = false;        // "F12[the words]": dropped
  MarkdownStyle style;
};

// Nothing, and a diagnostic, if the front matter does not say which law it is or no profile knows the country.
std::optional<LegalizeWork> legalize_work(const FrontMatter& front, const Output& output);

}  // namespace synoptic::read
