#include "extract/lexicon.h"

#include <stdexcept>

#include <toml++/toml.h>

namespace synoptic::extract {

namespace {

using Sections = std::map<std::string, std::map<std::string, std::vector<std::string>>, std::less<>>;

void collect(const toml::table& table, const std::string& name, Sections& sections) {
  if (!name.empty()) sections[name];  // an empty section is there, too
  for (const auto& [key, node] : table) {
    const std::string key_text(key.str());
    if (const auto* inner = node.as_table()) {
      collect(*inner, name.empty() ? key_text : name + "." + key_text, sections);
    } else if (const auto* list = node.as_array()) {
      auto& words = sections[name][key_text];
      for (const auto& word : *list) {
        if (const auto text = word.value<std::string>()) words.push_back(*text);
      }
    } else if (const auto text = node.value<std::string>()) {
      sections[name][key_text] = {*text};
    }
  }
}

}  // namespace

base::Result<Lexicon> Lexicon::load(const std::filesystem::path& file) {
  try {
    Lexicon lexicon;
    lexicon.file_ = file.string();
    lexicon.language_ = file.stem().string();
    collect(toml::parse_file(file.string()), "", lexicon.sections_);
    return lexicon;
  } catch (const toml::parse_error& error) {
    base::Diagnostic diagnostic;
    diagnostic.file = file.string();
    diagnostic.line = error.source().begin.line;
    diagnostic.message = std::string(error.description());
    diagnostic.hint = "the lexicon must be valid TOML";
    return base::failure(std::move(diagnostic));
  }
}

const std::vector<std::string>& Lexicon::words(std::string_view section, std::string_view key) const {
  if (const auto found = sections_.find(section); found != sections_.end()) {
    if (const auto list = found->second.find(std::string(key)); list != found->second.end()) return list->second;
  }
  throw std::out_of_range(file_ + ": no [" + std::string(section) + "] " + std::string(key));
}

std::vector<std::pair<std::string, std::vector<std::string>>> Lexicon::table(std::string_view section) const {
  const auto found = sections_.find(section);
  if (found == sections_.end()) throw std::out_of_range(file_ + ": no [" + std::string(section) + "]");
  return {found->second.begin(), found->second.end()};
}

std::vector<std::string> Lexicon::sections(std::string_view prefix) const {
  std::vector<std::string> names;
  for (const auto& [name, lists] : sections_) {
    if (std::string_view(name).starts_with(prefix)) names.push_back(name);
  }
  return names;
}

}  // namespace synoptic::extract
