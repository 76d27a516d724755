// A web page as a manuscript: its body, block by block; <blockquote> is a block quotation, <q> stands in quotation marks.
#pragma once

#include "read/manuscript.h"

namespace synoptic::read {

base::Result<Manuscript> read_html_manuscript(const std::string& name, std::string_view bytes);

}  // namespace synoptic::read
