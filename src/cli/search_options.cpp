#include "cli/search_options.h"

#include <array>
#include <charconv>

#include "base/utf8.h"
#include "cli/options.h"
#include "cli/resources.h"

namespace synoptic::cli {

namespace {

const std::vector<std::string> type_names{"act", "code", "regulation", "bill", "constitution", "other"};
const std::vector<std::string> status_names{"in_force", "not_in_force", "repealed", "expired", "bill", "unknown"};

std::string underscored(std::string text) {
  for (char& c : text) {
    if (c == '-' || c == ' ') c = '_';
  }
  return base::lower(text);
}

}  // namespace

void SearchOptions::add_to(Options& options) {
  options.add_option("--in", jurisdictions_, "jurisdictions: FR,GB,US-DC,GB-SCT").delimiter(',').type_name("CODES");
  options.add_option("--lang", langs_, "languages of the text: en,fr").delimiter(',').type_name("CODES");
  options.add_option("--type", types_, "types of work: " + joined(type_names)).delimiter(',').type_name("TYPES");
  options.add_option("--status", statuses_, "status: " + joined(status_names)).delimiter(',').type_name("NAMES");
  options.add_option("--as-of", as_of_, "the texts that stood on that day; what is not known excludes nothing and is said").type_name("YYYY-MM-DD");
  options.add_option("--concept", concept_, "a concept's id or label: its terms and the provisions known to belong to it").type_name("ID");
  concepts_.add_to(options);
  options.add_option("--min-prison", min_prison_, "only what threatens at least so much imprisonment: 1y, 6m, life").type_name("TIME");
}

bool SearchOptions::any() const {
  return !(jurisdictions_.empty() && langs_.empty() && types_.empty() && statuses_.empty() && as_of_.empty() && concept_.empty() && min_prison_.empty());
}

base::Result<void> SearchOptions::fill(query::SearchRequest& request) const {
  request.jurisdictions = jurisdictions_;
  for (const auto& lang : langs_) request.langs.push_back(base::lower(lang));
  for (const auto& name : types_) {
    const auto type = model::work_type(base::lower(name));
    if (!type) return base::failure(unknown_name("type", name, type_names));
    request.types.push_back(*type);
  }
  for (const auto& name : statuses_) {
    const auto status = model::status(underscored(name));
    if (!status) return base::failure(unknown_name("status", name, status_names));
    request.statuses.push_back(*status);
  }
  if (!as_of_.empty()) {
    auto date = date_option(as_of_);
    if (!date) return tl::unexpected(date.error());
    request.as_of = *date;
  }
  request.concept_id = concept_;
  if (!min_prison_.empty()) {
    auto duration = duration_option(min_prison_);
    if (!duration) return tl::unexpected(duration.error());
    request.min_prison = *duration;
  }
  return {};
}

base::Result<model::Amount> duration_option(const std::string& text) {
  const std::string typed = base::lower(base::trim(text));
  if (typed == "life") return model::Amount::life();
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), count);
  const std::string_view unit = base::trim(std::string_view(end, static_cast<std::size_t>(typed.data() + typed.size() - end)));
  constexpr std::array<std::pair<char, std::string_view>, 4> units{{{'d', "day"}, {'w', "week"}, {'m', "month"}, {'y', "year"}}};
  for (const auto& [letter, name] : units) {
    const bool named = unit == std::string_view(&letter, 1) || unit == name || unit == std::string(name) + "s";
    if (error == std::errc() && count > 0 && count < 100000 && named) return model::Amount::of(count, name);
  }
  return base::failure("'" + text + "' is not a time", "write it as 1y, 6m, 2w, 30d or life");
}

}  // namespace synoptic::cli
