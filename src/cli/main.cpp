#include "cli/command.h"

#ifdef SYNOPTIC_MIMALLOC
#include <mimalloc.h>
#endif

int main(int argc, char** argv) {
#ifdef SYNOPTIC_MIMALLOC
  // Memory that is free for a moment stays ours: an ingest frees and takes the same pages again for every piece of its index, and to give
  // them back to the kernel each time was a sixth of its time.
  mi_option_disable(mi_option_allow_decommit);
#endif
  return synoptic::cli::run_program(argc, argv);
}
