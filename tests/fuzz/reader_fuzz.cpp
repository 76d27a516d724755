// One reader (SYNOPTIC_FORMAT) on arbitrary bytes: it never throws, and what it hands over is what the rest of the program counts on.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "read/reader_registry.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace synoptic;
  static const read::Format* const format = read::find_format(SYNOPTIC_FORMAT);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const read::Output output{.work =
                                [&](read::ReadWork&& work) {
                                  for (const auto& provision : work.provisions) {
                                    require(base::is_valid_utf8(provision.text));
                                    require(base::is_valid_utf8(provision.heading));
                                    require(provision.source.span.start <= provision.source.span.end);
                                    require(provision.source.span.end <= size);
                                    for (const auto& quoted : provision.quoted) require(quoted.span.end <= provision.text.size());
                                  }
                                },
                            .diagnostic = [](base::Diagnostic&&) {}};
  format->sniff(bytes.substr(0, 64 * 1024));
  format->read({"fuzz", bytes, ""}, output);
  return 0;
}
