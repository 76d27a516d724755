#include "read/shaped_work.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/line_pattern.h"

namespace synoptic::read {

namespace {

std::optional<base::Date> date_in_words(std::string_view words, std::string_view lang) {
  if (words.empty()) return std::nullopt;
  if (auto date = base::Date::parse(words)) return date;
  // "20490727"
  constexpr std::size_t compact = 8;
  if (words.size() == compact && std::all_of(words.begin(), words.end(), base::ascii::is_digit)) {
    return base::Date::parse(fmt::format("{}-{}-{}", words.substr(0, 4), words.substr(4, 2), words.substr(6)));
  }
  return base::parse_date_words(words, lang);
}

// "code-penal" -> "Code penal": better than nothing where no profile knows the title.
std::string title_from(std::string_view iri) {
  std::string title(iri.substr(iri.rfind('/') + 1));
  std::replace(title.begin(), title.end(), '-', ' ');
  return base::ascii::capitalised(title);
}

// "1The Penal Code, 1860": the number of a footnote.
std::string without_note_number(std::string title) {
  const auto letter = title.find_first_not_of("0123456789");
  if (letter != std::string::npos && letter > 0 && title[letter] >= 'A' && title[letter] <= 'Z') title.erase(0, letter);
  return title;
}

std::string known_title(const model::Profile& profile, const std::string& iri) {
  const auto& works = profile.texts.works;
  const auto known = std::find_if(works.begin(), works.end(), [&](const auto& one) { return one.iri == iri; });
  return known == works.end() ? title_from(iri) : known->title;
}

}  // namespace

std::optional<ShapedWork> shaped_work(const FoundShape& found, const SourceFile& file, const LineWords& words, const Output& output) {
  const auto& shape = *found.shape;
  Captures captures = found.captures;
  if (!shape.path.empty()) {
    const auto named = find_in(shape.path, file.name);
    if (!named) {
      output.diagnostic({.message = fmt::format("the file does not say which law it is of, and its name has nothing like \"{}\"", shape.path), .hint = "read the folder or archive in which it was published"});
      return std::nullopt;
    }
    captures.insert(captures.end(), named->begin(), named->end());
  }
  ShapedWork result;
  auto& work = result.work;
  work.iri = fill(shape.iri, captures, true);
  if (work.iri.find("//") != std::string::npos || work.iri.ends_with('/')) {
    output.diagnostic({.element = "iri", .message = fmt::format("a part of \"{}\" is not in the head of the file", shape.iri), .hint = "it cannot be cited; left out"});
    return std::nullopt;
  }
  work.jurisdiction = found.profile->code;
  work.type = model::work_type(shape.type).value_or(model::WorkType::Act);
  work.title = without_note_number(words(fill(shape.title, captures)));
  if (work.title.empty()) work.title = known_title(*found.profile, work.iri);
  work.number = words(fill(shape.number, captures));
  work.source_url = fill(shape.url, captures);
  work.official = shape.official;
  result.lang = shape.lang.empty() ? found.profile->languages.front() : shape.lang;
  work.date = date_in_words(fill(shape.date, captures), result.lang);
  result.version = date_in_words(fill(shape.version, captures), result.lang);
  result.status = model::status(shape.status).value_or(model::Status::Unknown);
  return result;
}

}  // namespace synoptic::read
