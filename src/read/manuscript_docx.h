// Office Open XML (ISO/IEC 29500-1, WordprocessingML) as a manuscript: the paragraphs of word/document.xml, then those of the foot- and
// endnotes. What was deleted while changes are tracked is no text; paragraphs of a style for quotations are block quotations.
#pragma once

#include "read/manuscript.h"

namespace synoptic::read {

base::Result<Manuscript> read_docx_manuscript(const std::string& name, std::string_view bytes);

}  // namespace synoptic::read
