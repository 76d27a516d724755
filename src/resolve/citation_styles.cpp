#include "resolve/citation_styles.h"

#include <algorithm>

#include "model/iri.h"
#include "resolve/citation_pattern.h"
#include "resolve/citation_resolver.h"
#include "resolve/citation_style_reader.h"
#include "resolve/target_shape.h"

namespace synoptic::resolve {

namespace {

constexpr std::size_t longest_citation = 1000;
constexpr std::string_view addresses[] = {"eli", "url"};

struct Country {
  std::string work_start;  // "/akn/gb/"
  const model::Profile* profile;
};

bool is_year(std::string_view text) { return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos; }

// "Defamation Ordinance, 2002" -> "Defamation Ordinance 2002"
std::string without_comma(std::string title) {
  const auto comma = title.rfind(',');
  if (comma == std::string::npos) return title;
  const auto behind = title.find_first_not_of(' ', comma + 1);
  if (behind == std::string::npos || !is_year(std::string_view(title).substr(behind))) return title;
  title.replace(comma, behind - comma, " ");
  return title;
}

void add_words(PlaceWords& words, std::string_view kind, const std::vector<std::string>& more) {
  auto& list = words.units[std::string(kind)];
  for (const auto& word : more) {
    if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
  }
}

// What a row says of all styles, over the words of one.
PlaceWords words_for(const PlaceWords& style, const FormRow& row) {
  PlaceWords words = style;
  for (const auto& [kind, word] : row.units) {
    auto& list = words.units[kind];
    std::erase(list, word);
    list.insert(list.begin(), word);
  }
  if (!row.letters.empty()) words.letters = row.letters;
  const auto pinpoint = [&](std::string_view look, std::string& pattern) {
    if (const auto given = row.below.find(look); given != row.below.end()) pattern = given->second;
  };
  pinpoint("roman", words.below_roman);
  pinpoint("digits", words.below_digits);
  pinpoint("letters", words.below_letters);
  return words;
}

}  // namespace

struct CitationStyles::Data {
  struct Form {
    std::string shape;                // of the work; empty: any
    std::optional<PathPattern> work;
    PlaceWords words;
    std::string unit;
    CitationPattern pattern;
    bool written = true;  // false: understood only
  };

  struct Style {
    StyleName name;
    DateForm dates;
    bool comma_before_year = true;
    std::vector<Form> forms;  // those of works in the order of the profiles, then the style's own
    std::map<std::string, std::string, std::less<>> work_names;  // IRI -> name
  };

  std::vector<Style> styles;
  std::vector<StyleName> names;
  PlaceWords all_places;
  std::vector<std::pair<std::string, std::string>> work_names;
  std::map<std::string, std::string, std::less<>> titles;  // IRI -> title
  std::map<std::string, std::map<std::string, std::string>, std::less<>> countries;  // "gb" -> names by language

  base::Result<void> add_form(Style& style, const std::string& pattern, PlaceWords words, const FormRow* row, bool written);
  base::Result<void> add_style(const StyleRow& row, const std::vector<FormRow>& forms);
  CitationFields fields_of(const CitedLaw& law, const Style& style, const Form& form) const;
  static std::optional<CitationReading> reading_of(const CitationFields& fields, const Style& style, const Form& form);
};

base::Result<void> CitationStyles::Data::add_form(Style& style, const std::string& pattern, PlaceWords words, const FormRow* row, bool written) {
  auto parsed = CitationPattern::parse(pattern);
  if (!parsed) return tl::unexpected(parsed.error());
  Form form{row ? row->work : std::string(), std::nullopt, std::move(words), row ? row->unit : std::string("section"), std::move(*parsed), written};
  if (row) form.work.emplace(row->work);
  style.forms.push_back(std::move(form));
  return {};
}

base::Result<void> CitationStyles::Data::add_style(const StyleRow& row, const std::vector<FormRow>& forms) {
  Style style{{row.name, row.about}, row.dates, row.comma_before_year, {}, {}};
  const std::string version = row.version.empty() ? std::string() : "[" + row.version + "]";
  for (const auto& form : forms) {
    if (const auto pattern = form.forms.find(row.name); pattern != form.forms.end()) {
      if (auto added = add_form(style, pattern->second + version, words_for(row.words, form), &form, true); !added) return added;
    }
    for (const auto& pattern : row.form.empty() ? std::vector<std::string>() : form.also) {
      if (auto added = add_form(style, pattern + version, words_for(row.words, form), &form, false); !added) return added;
    }
  }
  if (!row.form.empty()) {
    if (auto added = add_form(style, row.form + version, row.words, nullptr, true); !added) return added;
  }
  for (const auto& pattern : row.also) {
    if (auto added = add_form(style, pattern + version, row.words, nullptr, false); !added) return added;
  }
  styles.push_back(std::move(style));
  return {};
}

CitationStyles::CitationStyles() : data_(std::make_unique<Data>()) {}
CitationStyles::CitationStyles(CitationStyles&&) noexcept = default;
CitationStyles& CitationStyles::operator=(CitationStyles&&) noexcept = default;
CitationStyles::~CitationStyles() = default;

base::Result<CitationStyles> CitationStyles::load(const model::Profiles& profiles) {
  CitationStyles styles;
  Data& data = *styles.data_;
  std::vector<StyleRow> style_rows;
  std::vector<FormRow> forms;
  std::vector<CitedWorkRow> works;
  for (const auto& profile : profiles.all()) {
    auto tables = read_citation_tables(profile.file);
    if (!tables) return tl::unexpected(tables.error());
    std::move(tables->styles.begin(), tables->styles.end(), std::back_inserter(style_rows));
    std::move(tables->forms.begin(), tables->forms.end(), std::back_inserter(forms));
    std::move(tables->works.begin(), tables->works.end(), std::back_inserter(works));
    std::string country = profile.code;
    for (char& c : country) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    data.countries[country] = profile.names;
  }
  // Every style understands the words of all of them.
  const auto own = style_rows;
  for (auto& row : style_rows) {
    for (const auto& other : own) {
      for (const auto& [kind, words] : other.words.units) add_words(row.words, kind, words);
    }
  }
  if (!style_rows.empty()) data.all_places = style_rows.front().words;
  for (const auto address : addresses) {
    StyleRow row;
    row.name = address;
    row.about = address == "eli" ? "European Legislation Identifier, where the publisher gives one" : "the publisher's address";
    style_rows.push_back(std::move(row));
  }
  for (const auto& row : style_rows) {
    if (auto added = data.add_style(row, forms); !added) return tl::unexpected(added.error());
    data.names.push_back({row.name, row.about});
  }
  for (const auto& work : works) {
    if (!work.title.empty()) data.titles[work.iri] = work.title;
    if (!work.title.empty()) data.work_names.emplace_back(work.title, work.iri);
    for (const auto& [name, called] : work.names) {
      data.work_names.emplace_back(called, work.iri);
      for (auto& style : data.styles) {
        if (style.name.name == name) style.work_names[work.iri] = called;
      }
    }
    for (const auto& name : work.also) data.work_names.emplace_back(name, work.iri);
  }
  return styles;
}

const PlaceWords& CitationStyles::place_words_of_all() const { return data_->all_places; }
const std::vector<StyleName>& CitationStyles::names() const { return data_->names; }
const std::vector<std::pair<std::string, std::string>>& CitationStyles::work_names() const { return data_->work_names; }

std::string CitationStyles::title_of(const model::Work& work) const {
  const auto given = data_->titles.find(work.iri);
  return given == data_->titles.end() ? work.title : given->second;
}

bool CitationStyles::has_shape(std::string_view work, std::string_view shape) {
  if (shape.empty()) return true;
  const auto match = PathPattern(std::string(shape)).match(work);
  return match && match->rest.empty();
}

CitationFields CitationStyles::Data::fields_of(const CitedLaw& law, const Style& style, const Form& form) const {
  CitationFields fields;
  if (form.work) {
    if (const auto match = form.work->match(law.work.iri)) fields = match->components;
  }
  const auto given = titles.find(law.work.iri);
  const std::string title = given == titles.end() ? law.work.title : given->second;
  fields["title"] = style.comma_before_year ? title : without_comma(title);
  const auto name = style.work_names.find(law.work.iri);
  fields["name"] = name == style.work_names.end() ? fields["title"] : name->second;
  const auto iri = model::Iri::parse(law.work.iri);
  if (const auto country = countries.find(iri ? iri->country() : std::string_view()); country != countries.end()) {
    const auto in_language = country->second.find(style.dates.language);
    if (in_language != country->second.end()) fields["country"] = in_language->second;
  }
  fields["number_text"] = law.work.number;
  fields["version"] = law.version;
  return fields;
}

std::optional<std::string> CitationStyles::write(const CitedLaw& law, std::string_view style_name) const {
  const auto style = std::find_if(data_->styles.begin(), data_->styles.end(), [&](const Data::Style& one) { return one.name.name == style_name; });
  if (style == data_->styles.end()) return std::nullopt;
  for (const auto& form : style->forms) {
    if (!form.written || !has_shape(law.work.iri, form.shape)) continue;
    auto fields = data_->fields_of(law, *style, form);
    const auto whole = form.pattern.fill(fields, style->dates);
    if (law.place.eid.empty()) return whole;
    fields["place"] = place_words(law.place, form.words);
    fields["path"] = place_path(law.place).value_or("");
    fields["eid"] = full_eid(law.place);
    const auto unit = eid_prefix(form.unit) + "_";
    if (law.place.eid.starts_with(unit) && law.place.eid.find("__") == std::string::npos) fields["num"] = law.place.eid.substr(unit.size());
    auto text = form.pattern.fill(fields, style->dates);
    return text == whole ? std::nullopt : text;
  }
  return std::nullopt;
}

std::string CitationStyles::place_in(const CitedLaw& law, std::string_view style_name) const {
  for (const auto& style : data_->styles) {
    if (style.name.name != style_name) continue;
    for (const auto& form : style.forms) {
      if (form.written && has_shape(law.work.iri, form.shape)) return place_words(law.place, form.words);
    }
  }
  return "~" + full_eid(law.place);
}

std::optional<CitationReading> CitationStyles::Data::reading_of(const CitationFields& fields, const Style& style, const Form& form) {
  const auto field = [&](std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  };
  std::optional<Place> place = Place{};
  if (fields.contains("place")) place = read_place(field("place"), form.words);
  if (fields.contains("path")) place = read_place_path(field("path"));
  if (fields.contains("num")) place = Place{eid_prefix(form.unit) + "_" + field("num"), {}};
  if (fields.contains("eid")) place = split_eid(field("eid"));
  if (!place) return std::nullopt;
  CitationReading reading{style.name.name, {}, field("name").empty() ? field("title") : field("name"), field("country"), form.shape, field("version"), std::move(*place)};
  if (form.work) reading.work = form.work->fill(fields).value_or("");
  return reading;
}

std::vector<CitationReading> CitationStyles::read(std::string_view text) const {
  std::vector<CitationReading> readings;
  if (text.size() > longest_citation) return readings;
  const std::string letters = letters_of(text);
  for (const auto& style : data_->styles) {
    for (const auto& form : style.forms) {
      if (!form.pattern.may_be(letters)) continue;
      form.pattern.prepare(place_regex(form.words));
      for (const auto& fields : form.pattern.read(text, style.dates)) {
        if (auto reading = Data::reading_of(fields, style, form)) readings.push_back(std::move(*reading));
      }
    }
  }
  return readings;
}

}  // namespace synoptic::resolve
