#include "model/jurisdiction.h"

#include <algorithm>
#include <optional>

#include <toml++/toml.h>

#include "base/utf8.h"

namespace synoptic::model {

namespace fs = std::filesystem;

namespace {

// "'key' is missing"
std::string about(std::string_view key, std::string_view trouble) {
  std::string message = "'";
  message.append(key).append("' ").append(trouble);
  return message;
}

// Reads one profile, remembering the first thing that is wrong with it: a profile is our own data, so the first error is enough.
class ProfileReader {
 public:
  explicit ProfileReader(const fs::path& file) : file_(file) {}

  base::Result<Profile> read() {
    try {
      const toml::table table = toml::parse_file(file_.string());
      Profile profile = read_table(table);
      if (error_) return base::failure(std::move(*error_));
      return profile;
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()), "the profile must be valid TOML");
      return base::failure(std::move(*error_));
    }
  }

 private:
  void fail(const toml::source_region& where, std::string message, std::string hint) {
    if (error_) return;
    base::Diagnostic diagnostic;
    diagnostic.file = file_.string();
    if (where.begin.line > 0) {
      diagnostic.line = where.begin.line;
      message += " (column " + std::to_string(where.begin.column) + ")";
    }
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    error_ = std::move(diagnostic);
  }

  std::string text(const toml::table& table, std::string_view key, bool needed) {
    const auto* node = table.get(key);
    if (node == nullptr) {
      if (needed) fail(table.source(), about(key, "is missing"), "it belongs at the top of the file");
      return {};
    }
    if (const auto value = node->value<std::string>()) return *value;
    fail(node->source(), about(key, "must be a string"), {});
    return {};
  }

  std::vector<std::string> list(const toml::table& table, std::string_view key) {
    std::vector<std::string> values;
    const auto* node = table.get(key);
    if (node == nullptr) return values;
    const auto* array = node->as_array();
    if (array == nullptr) fail(node->source(), about(key, "must be a list of strings"), {});
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      if (const auto value = (*array)[i].value<std::string>()) {
        values.push_back(*value);
      } else {
        fail((*array)[i].source(), about(key, "must hold strings only"), {});
      }
    }
    return values;
  }

  std::map<std::string, std::string> names(const toml::table& table) {
    std::map<std::string, std::string> result;
    const auto* node = table.get("names");
    const auto* inner = node == nullptr ? nullptr : node->as_table();
    if (inner == nullptr) {
      fail(table.source(), "'names' must be a table of names by language", "names = { en = \"...\" }");
      return result;
    }
    for (const auto& [language, name] : *inner) {
      if (const auto value = name.value<std::string>()) {
        result.emplace(std::string(language.str()), *value);
      } else {
        fail(name.source(), "a name must be a string", {});
      }
    }
    return result;
  }

  std::vector<LegalSystem> legal_systems(const toml::table& table) {
    std::vector<LegalSystem> systems;
    const auto* node = table.get("legal_system");
    if (node == nullptr) return systems;
    const auto* array = node->as_array();
    if (array == nullptr) fail(node->source(), "'legal_system' must be [[legal_system]] tables", {});
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      const auto* inner = (*array)[i].as_table();
      if (inner == nullptr) {
        fail((*array)[i].source(), "'legal_system' must be [[legal_system]] tables", {});
        continue;
      }
      systems.push_back({text(*inner, "code", true), names(*inner)});
    }
    return systems;
  }

  // [penalty.classes]; what else is in [penalty] is read where penalties are resolved.
  std::map<std::string, std::string> penalty_classes(const toml::table& table) {
    std::map<std::string, std::string> classes;
    const auto* penalty = table.get_as<toml::table>("penalty");
    const auto* node = penalty == nullptr ? nullptr : penalty->get("classes");
    if (node == nullptr) return classes;
    const auto* inner = node->as_table();
    if (inner == nullptr) fail(node->source(), "'penalty.classes' must be a table of names by class", "[penalty.classes]");
    for (const auto& [key, name] : inner == nullptr ? toml::table{} : *inner) {
      if (const auto value = name.value<std::string>()) {
        classes.emplace(std::string(key.str()), *value);
      } else {
        fail(name.source(), "the name of a class must be a string", {});
      }
    }
    return classes;
  }

  TextForms texts(const toml::table& table) {
    TextForms forms;
    const auto* node = table.get("texts");
    if (node == nullptr) return forms;
    const auto* inner = node->as_table();
    if (inner == nullptr) {
      fail(node->source(), "'texts' must be a table", "[texts]");
      return forms;
    }
    forms.country_words = list(*inner, "country_words");
    if (auto unit = text(*inner, "unit", false); !unit.empty()) forms.unit = std::move(unit);
    forms.unit_words = list(*inner, "unit_words");
    forms.divisions = list(*inner, "divisions");
    forms.schedules = list(*inner, "schedules");
    forms.notes = list(*inner, "notes");
    const auto* works = inner->get_as<toml::array>("work");
    for (std::size_t i = 0; works != nullptr && i < works->size(); ++i) {
      if (const auto* work = (*works)[i].as_table()) {
        forms.works.push_back({text(*work, "iri", true), text(*work, "title", true), list(*work, "names")});
      } else {
        fail((*works)[i].source(), "'texts.work' must be [[texts.work]] tables", {});
      }
    }
    const auto* shapes = inner->get_as<toml::array>("shape");
    for (std::size_t i = 0; shapes != nullptr && i < shapes->size(); ++i) {
      if (const auto* table_of_shape = (*shapes)[i].as_table()) {
        forms.shapes.push_back(shape(*table_of_shape));
      } else {
        fail((*shapes)[i].source(), "'texts.shape' must be [[texts.shape]] tables", {});
      }
    }
    return forms;
  }

  TextShape shape(const toml::table& table) {
    TextShape shape;
    struct Text { const char* key; std::string TextShape::*member; };
    struct List { const char* key; std::vector<std::string> TextShape::*member; };
    struct Flag { const char* key; bool TextShape::*member; };
    static constexpr Text texts[] = {{"carrier", &TextShape::carrier}, {"path", &TextShape::path}, {"iri", &TextShape::iri}, {"title", &TextShape::title},
                                     {"number", &TextShape::number}, {"url", &TextShape::url}, {"date", &TextShape::date}, {"version", &TextShape::version},
                                     {"lang", &TextShape::lang}, {"type", &TextShape::type}, {"status", &TextShape::status}, {"kind", &TextShape::kind}, {"body", &TextShape::body}};
    static constexpr List lists[] = {{"head", &TextShape::head}, {"units", &TextShape::units}, {"parts", &TextShape::parts}, {"divisions", &TextShape::divisions},
                                     {"end", &TextShape::end}, {"notes", &TextShape::notes}, {"notes_end", &TextShape::notes_end}, {"skip", &TextShape::skip},
                                     {"history", &TextShape::history}, {"repealed", &TextShape::repealed}, {"headings", &TextShape::headings},
                                     {"quoted_after", &TextShape::quoted_after}, {"inlined", &TextShape::inlined}, {"joined", &TextShape::joined}, {"dropped", &TextShape::dropped}};
    static constexpr Flag flags[] = {{"official", &TextShape::official}, {"legi", &TextShape::legi}, {"headed", &TextShape::headed}, {"rising", &TextShape::rising},
                                     {"quotes", &TextShape::quotes}, {"only_units", &TextShape::only_units}, {"flat", &TextShape::flat}, {"wrapped", &TextShape::wrapped}, {"struck", &TextShape::struck},
                                     {"repeats_number", &TextShape::repeats_number}};
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      const auto known = [&](const auto& field) { return name == field.key; };
      if (const auto* text_field = std::find_if(std::begin(texts), std::end(texts), known); text_field != std::end(texts)) {
        shape.*(text_field->member) = text(table, name, true);
      } else if (const auto* list_field = std::find_if(std::begin(lists), std::end(lists), known); list_field != std::end(lists)) {
        shape.*(list_field->member) = list(table, name);
      } else if (const auto* flag = std::find_if(std::begin(flags), std::end(flags), known); flag != std::end(flags) && node.is_boolean()) {
        shape.*(flag->member) = *node.value<bool>();
      } else {
        fail(node.source(), about(name, "is no field of a shape, or not of its type"), "see model/text_shape.h");
      }
    }
    if (shape.carrier.empty() || shape.head.empty() || shape.iri.empty() || shape.units.empty()) fail(table.source(), "a shape needs 'carrier', 'head', 'iri' and 'units'", {});
    return shape;
  }

  Profile read_table(const toml::table& table) {
    Profile profile;
    profile.file = file_;
    profile.code = text(table, "code", true);
    profile.parent = text(table, "parent", false);
    profile.aliases = list(table, "aliases");
    profile.names = names(table);
    profile.languages = list(table, "languages");
    profile.currency = text(table, "currency", true);
    profile.section_word = text(table, "section_word", true);
    profile.legal_systems = legal_systems(table);
    profile.penalty_classes = penalty_classes(table);
    profile.texts = texts(table);
    if (profile.languages.empty()) fail(table.source(), "'languages' is missing or empty", "languages = [\"en\"], most official first");
    return profile;
  }

  fs::path file_;
  std::optional<base::Diagnostic> error_;
};

bool answers_to(const Profile& profile, std::string_view folded) {
  const auto same = [&](const std::string& name) { return base::lower(name) == folded; };
  return same(profile.code) || std::any_of(profile.aliases.begin(), profile.aliases.end(), same) ||
         std::any_of(profile.legal_systems.begin(), profile.legal_systems.end(), [&](const auto& system) { return same(system.code); });
}

}  // namespace

std::string Profile::name(std::string_view language) const {
  for (const auto wanted : {language, std::string_view("en")}) {
    if (const auto found = names.find(std::string(wanted)); found != names.end()) return found->second;
  }
  return code;
}

base::Result<Profiles> Profiles::load(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".toml") files.push_back(it->path());
  }
  if (error) {
    base::Diagnostic diagnostic;
    diagnostic.file = folder.string();
    diagnostic.message = "the folder of profiles cannot be read: " + error.message();
    diagnostic.hint = "name the folder of Synoptic's data with --data DIR";
    return base::failure(std::move(diagnostic));
  }
  Profiles result;
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    auto profile = ProfileReader(file).read();
    if (!profile) return base::failure(std::move(profile.error()));
    if (const auto* other = result.find(profile->code)) {
      base::Diagnostic diagnostic;
      diagnostic.file = file.string();
      diagnostic.message = "jurisdiction " + profile->code + " is in " + other->file.string() + " already";
      diagnostic.hint = "one profile a jurisdiction";
      return base::failure(std::move(diagnostic));
    }
    result.profiles_.push_back(std::move(*profile));
  }
  std::sort(result.profiles_.begin(), result.profiles_.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  return result;
}

const Profile* Profiles::find(std::string_view code) const {
  const auto folded = base::lower(code);
  const auto found = std::find_if(profiles_.begin(), profiles_.end(), [&](const auto& profile) { return answers_to(profile, folded); });
  return found == profiles_.end() ? nullptr : &*found;
}

}  // namespace synoptic::model
