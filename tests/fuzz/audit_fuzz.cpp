// The counters of the audit on arbitrary bytes, by the rule of every format: their runs lie within the text, in its order.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "read/audit_count.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace synoptic;
  const std::string text = base::repair_utf8({reinterpret_cast<const char*>(data), size});
  for (const auto& rule : read::audit_rules()) {
    const auto count = read::count_source(text, rule);
    std::size_t before = 0;
    for (const auto& run : count.runs) {
      require(run.offset >= before && run.offset <= text.size());
      require(run.characters > 0 && run.characters <= text.size());
      before = run.offset;
    }
  }
  return 0;
}
