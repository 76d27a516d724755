#include "cli/command.h"

int main(int argc, char** argv) { return synoptic::cli::run_program(argc, argv); }
