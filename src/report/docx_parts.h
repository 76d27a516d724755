// The parts of a document of WordprocessingML that are the same for every report: styles, lists, settings, the foot of the page.
#pragma once

#include <string_view>

namespace synoptic::report {

extern const std::string_view docx_styles;     // word/styles.xml
extern const std::string_view docx_numbering;  // word/numbering.xml: list 1 has bullets on two levels
extern const std::string_view docx_settings;   // word/settings.xml
extern const std::string_view docx_footer;     // word/footer1.xml: "3 / 12"
extern const std::string_view docx_content_types;

}  // namespace synoptic::report
