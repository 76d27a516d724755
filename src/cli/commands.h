// What each command file offers to the table in commands.cpp.
#pragma once

#include "cli/command.h"

namespace synoptic::cli {

std::unique_ptr<Command> make_ingest();
std::unique_ptr<Command> make_search();
std::unique_ptr<Command> make_show();
std::unique_ptr<Command> make_diff();
std::unique_ptr<Command> make_history();
std::unique_ptr<Command> make_define();
std::unique_ptr<Command> make_coverage();
std::unique_ptr<Command> make_penalties();
std::unique_ptr<Command> make_compare();
std::unique_ptr<Command> make_verify();
std::unique_ptr<Command> make_cite();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_provisions();
std::unique_ptr<Command> make_convert();

}  // namespace synoptic::cli
