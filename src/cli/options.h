// The options of a command, declared without the library that parses them: CLI11 is all templates, and including it once, in options.cpp,
// instead of once a command saves a fifth of the build.
#pragma once

#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace synoptic::cli {

// An option that was declared; lives as long as the command line it belongs to. Each call returns the same option, for chaining.
class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}
  Option& required();
  Option& type_name(const std::string& name);     // what --help prints for the value: "YYYY-MM-DD"
  Option& delimiter(char between_values);         // several values in one word: FR,GB
  Option& range(int smallest, int largest);       // anything else is wrong usage
  Option& excludes(const Option& other);          // not both
  bool given() const;                             // on the command line, once it is parsed

 private:
  CLI::Option* option_;
};

// What a command declares its options with. Names as CLI11 takes them: "--format", "-o,--output", a bare word for a positional argument.
class Options {
 public:
  explicit Options(CLI::App& app) : app_(&app) {}
  // Target: a string, a path, a number, or a vector or optional of them (the list stands in options.cpp); it keeps its value if not given.
  template <typename Target>
  Option add_option(const std::string& names, Target& target, const std::string& description);
  Option add_flag(const std::string& names, bool& target, const std::string& description);
  void footer(const std::string& text);  // printed below the options by --help

 private:
  CLI::App* app_;
};

}  // namespace synoptic::cli
