#include "cli/options.h"

#include <cstddef>
#include <filesystem>
#include <vector>

#include <CLI/CLI.hpp>

namespace synoptic::cli {

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::type_name(const std::string& name) {
  option_->type_name(name);
  return *this;
}

Option& Option::delimiter(char between_values) {
  option_->delimiter(between_values);
  return *this;
}

Option& Option::range(int smallest, int largest) {
  option_->check(CLI::Range(smallest, largest));
  return *this;
}

Option& Option::excludes(const Option& other) {
  option_->excludes(other.option_);
  return *this;
}

bool Option::given() const { return option_->count() > 0; }

template <typename Target>
Option Options::add_option(const std::string& names, Target& target, const std::string& description) {
  return Option(app_->add_option(names, target, description));
}

Option Options::add_flag(const std::string& names, bool& target, const std::string& description) {
  return Option(app_->add_flag(names, target, description));
}

void Options::footer(const std::string& text) { app_->footer(text); }

// Every kind of value that a command takes.
template Option Options::add_option(const std::string&, std::string&, const std::string&);
template Option Options::add_option(const std::string&, std::filesystem::path&, const std::string&);
template Option Options::add_option(const std::string&, std::vector<std::string>&, const std::string&);
template Option Options::add_option(const std::string&, std::vector<std::filesystem::path>&, const std::string&);
template Option Options::add_option(const std::string&, std::size_t&, const std::string&);
template Option Options::add_option(const std::string&, int&, const std::string&);
template Option Options::add_option(const std::string&, std::vector<std::size_t>&, const std::string&);

}  // namespace synoptic::cli
