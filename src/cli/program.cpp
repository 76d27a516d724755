#include <cstdio>
#include <cstdlib>
#include <exception>

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "base/edit_distance.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "read/profiles.h"

namespace synoptic::cli {

namespace {

// Help and --version print to stdout and are no error; all else that CLI11 refuses is wrong usage.
int report_parse_error(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    app.exit(error);
    return done;
  }
  fmt::print(stderr, "synoptic: {}\n", error.what());
  return wrong_usage;
}

bool is_known_command(std::string_view name) {
  for (const auto& entry : commands()) {
    if (entry.name == name) return true;
  }
  return false;
}

// A first word that is no command gets a suggestion instead of CLI11's general complaint.
bool complain_about_unknown_command(int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-' || is_known_command(argv[1])) return false;
  std::vector<std::string> names;
  for (const auto& entry : commands()) names.emplace_back(entry.name);
  const auto guess = base::nearest(argv[1], names);
  fmt::print(stderr, "synoptic: there is no command '{}'{}; 'synoptic --help' lists them\n", argv[1],
             guess ? fmt::format("; did you mean '{}'?", *guess) : std::string());
  return true;
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  if (complain_about_unknown_command(argc, argv)) return wrong_usage;
  CLI::App app{"Synoptic reads laws, finds what they define and what they punish, and lays it side by side.", "synoptic"};
  app.set_version_flag("--version", SYNOPTIC_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  Environment environment;
  const char* index_variable = std::getenv("SYNOPTIC_INDEX");
  environment.index = index_variable != nullptr && *index_variable != '\0' ? index_variable : "indexes/default";
  app.add_option("--data", environment.data, "folder of Synoptic's own data (profiles, concepts, lexicons)")->type_name("DIR");
  const auto* index_option =
      app.add_option("--index", environment.index, "the index to use (default: $SYNOPTIC_INDEX, else indexes/default)")->type_name("DIR");
  environment.colour = ::isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  environment.progress = ::isatty(STDERR_FILENO) != 0;

  std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> parsers;
  for (const auto& entry : commands()) {
    auto* subcommand = app.add_subcommand(std::string(entry.name), std::string(entry.summary));
    parsers.emplace_back(subcommand, entry.make());
    Options options(*subcommand);
    parsers.back().second->setup(options);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_parse_error(app, error);
  }
  read::use_profiles_of(environment.data);
  environment.index_given = index_option->count() > 0 || (index_variable != nullptr && *index_variable != '\0');
  try {
    for (const auto& [subcommand, command] : parsers) {
      if (subcommand->parsed()) return command->run(environment);
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "synoptic: internal error: {}\n", error.what());
    return internal_error;
  }
  return wrong_usage;
}

}  // namespace synoptic::cli
