// Headings that lost their marks: lines that stand apart and look like the number of an article or the name of a chapter.
//
//   mark_bare_headings(lines, profile->texts);   // "Article L110-1" gets level 5, "Titre Ier : De l'acte de commerce" above it level 2
#pragma once

#include <vector>

#include "model/jurisdiction.h"
#include "read/markdown_text.h"

namespace synoptic::read {

// What is marked: a provision's word with nothing but a number behind it; and the lines above it from one that names a division, if they are
// all short. A statute annexed to the law ("Article 3 : Siège."), a list of provisions and a division that nothing follows stay text.
void mark_bare_headings(std::vector<MarkdownLine>& lines, const model::TextForms& forms);

}  // namespace synoptic::read
