#include "base/language_name.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace synoptic::base {

std::string language_name(std::string_view bcp47) {
  const icu::Locale locale(std::string(bcp47).c_str());
  icu::UnicodeString name;
  std::string text;
  locale.getDisplayLanguage(icu::Locale::getEnglish(), name).toUTF8String(text);
  return text.empty() ? std::string(bcp47) : text;
}

}  // namespace synoptic::base
