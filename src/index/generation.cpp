#include "index/generation.h"

#include <charconv>
#include <cstring>
#include <set>
#include <sstream>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/file.h"
#include "index/schema.h"

namespace synoptic::index {

namespace fs = std::filesystem;

namespace {

int to_int(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// A rename is only as durable as the bytes behind it.
void sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

std::string stub_text(const Generation& generation) {
  std::string text = fmt::format("# synoptic schema {}\n# generation {}\n# catalogue {}\n", schema_version, generation.number, generation.catalogue);
  for (const auto& shard : generation.shards) text += fmt::format("auto {}\n", shard.file);
  return text;
}

void sweep(const fs::path& folder, const Generation& kept) {
  std::error_code error;
  std::set<fs::path> wanted{folder / kept.catalogue};
  for (const auto& shard : kept.shards) {
    for (const auto& file : shard.files()) wanted.insert(folder / file);
  }
  for (const auto& place : {folder, folder / layout::shards}) {
    for (const auto& entry : fs::directory_iterator(place, error)) {
      const auto name = entry.path().filename().string();
      const bool ours = name.starts_with("catalogue.") || name.find(".glass") != std::string::npos;
      if (ours && !wanted.contains(entry.path())) fs::remove(entry.path(), error);
    }
  }
}

}  // namespace

std::string shard_name(std::string_view jurisdiction) {
  std::string name;
  for (const char c : jurisdiction.substr(0, 16)) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') name.push_back(c);
  }
  return name.empty() ? "ZZ" : name;  // ISO 3166: ZZ is "unknown"
}

base::Result<std::optional<Generation>> current_generation(const fs::path& folder) {
  const fs::path stub = folder / layout::stub;
  std::error_code error;
  if (!fs::exists(stub, error)) return std::optional<Generation>{};
  const auto text = base::read_file(stub);
  if (!text) return tl::unexpected(text.error());
  Generation generation;
  int schema = -1;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    const std::string_view view = line;
    if (view.starts_with("# synoptic schema ")) {
      schema = to_int(view.substr(18));
    } else if (view.starts_with("# generation ")) {
      generation.number = to_int(view.substr(13));
    } else if (view.starts_with("# catalogue ")) {
      generation.catalogue = view.substr(12);
    } else if (view.starts_with("auto ")) {
      const std::string file(view.substr(5));
      const auto name = fs::path(file).filename().string();
      generation.shards.push_back({name.substr(0, name.find('.')), file});
    }
  }
  if (schema != schema_version) {
    base::Diagnostic diagnostic;
    diagnostic.file = stub.string();
    diagnostic.message = schema < 0 ? "this is not an index of Synoptic"
                                    : fmt::format("this index has schema {}, this program needs {}", schema, schema_version);
    diagnostic.hint = fmt::format("ingest the sources again: delete {} and run 'synoptic ingest'", folder.string());
    return base::failure(std::move(diagnostic));
  }
  return std::optional<Generation>(std::move(generation));
}

base::Result<void> switch_generation(const fs::path& folder, const Generation& next) {
  for (const auto& shard : next.shards) {
    for (const auto& file : shard.files()) sync(folder / file);
  }
  sync(folder / next.catalogue);
  sync(folder / layout::shards);
  if (auto written = base::write_file(folder / layout::stub, stub_text(next)); !written) return written;
  sync(folder / layout::stub);
  sync(folder);
  sweep(folder, next);
  return {};
}

}  // namespace synoptic::index
