// A subcommand: setup() declares its options and touches nothing, run() does the work and answers with an exit code of the contract.
// Records go to stdout, messages to stderr. One file a command; the table of all is commands.cpp.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace synoptic::cli {

class Options;

// The options that every command takes.
struct Environment {
  std::filesystem::path data;   // --data; empty: found by base::find_data
  std::filesystem::path index;  // --index, else $SYNOPTIC_INDEX, else indexes/default
  bool index_given = false;     // by option or environment: `extract` and others use an index only when named
  bool colour = false;          // stdout is a terminal and NO_COLOR is not set
  bool progress = false;        // stderr is a terminal
};

class Command {
 public:
  virtual ~Command() = default;
  virtual void setup(Options& options) = 0;
  virtual int run(const Environment& environment) = 0;
};

struct CommandEntry {
  std::string_view name;
  std::string_view summary;
  std::unique_ptr<Command> (*make)();
};

std::span<const CommandEntry> commands();

// The whole program: parses, runs one command, turns what it throws into a message and an exit code.
int run_program(int argc, const char* const* argv);

}  // namespace synoptic::cli
