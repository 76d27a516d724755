// Archives of arbitrary bytes: members are listed and read within a limit, whatever they say about themselves.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "read/archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t limit = std::size_t{1} << 20;
  constexpr int members = 200;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  synoptic::read::ArchiveReader reader;
  if (!synoptic::read::is_archive(bytes) || !reader.open(bytes)) return 0;
  std::string content;
  for (int i = 0; i < members; ++i) {
    const auto member = reader.next();
    if (!member) break;
    if (!synoptic::base::is_valid_utf8(member->name)) std::abort();
    reader.read(content, limit);
    if (content.size() > limit) std::abort();
  }
  return 0;
}
