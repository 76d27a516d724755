#include "cli/command.h"

#ifdef SYNOPTIC_MIMALLOC
#include <mimalloc.h>
#include <sys/mman.h>

#include <cstdint>

namespace {

// Asks for memory in pages of 2 MB where the kernel has them (transparent huge pages, on request on most systems). Nearly half the time
// of a short command went into faults of pages of 4 KB. The first segment of the allocator is mapped before main is entered, so it is
// advised here; the rest of its range may be foreign or not mapped at all, which is why the answer is not looked at: it is advice.
void ask_for_huge_pages() {
#ifdef MADV_HUGEPAGE
  constexpr std::uintptr_t huge = std::uintptr_t{2} << 20, segment = std::uintptr_t{32} << 20;
  mi_option_enable(mi_option_large_os_pages);
  mi_option_set(mi_option_eager_commit_delay, 0);  // the segments of threads too: only what is committed at once is advised
  void* const inside = mi_malloc(64);
  const std::uintptr_t here = reinterpret_cast<std::uintptr_t>(inside), first = here & ~(segment - 1);
  mi_free(inside);
  (void)madvise(reinterpret_cast<void*>(first + huge), segment - huge, MADV_HUGEPAGE);
#endif
}

}  // namespace
#endif

int main(int argc, char** argv) {
#ifdef SYNOPTIC_MIMALLOC
  // Memory that is free for a moment stays ours: an ingest frees and takes the same pages again for every piece of its index, and to give
  // them back to the kernel each time was a sixth of its time.
  mi_option_disable(mi_option_allow_decommit);
  ask_for_huge_pages();
#endif
  return synoptic::cli::run_program(argc, argv);
}
