#include "base/file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <unistd.h>

namespace synoptic::base {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Diagnostic> io_failure(const fs::path& path, const char* what, const char* hint) {
  Diagnostic diagnostic;
  diagnostic.file = path.string();
  diagnostic.message = std::string(what) + ": " + std::strerror(errno);
  diagnostic.hint = hint;
  return failure(std::move(diagnostic));
}

}  // namespace

Result<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  const auto size = in ? static_cast<std::streamoff>(in.tellg()) : std::streamoff{-1};
  if (size < 0) return io_failure(path, "cannot be read", "check the path and its permissions");
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.seekg(0);
  if (!in.read(bytes.data(), size)) return io_failure(path, "cannot be read", "check the path and its permissions");
  return bytes;
}

Result<void> write_file(const fs::path& path, std::string_view text) {
  fs::path temporary = path;
  temporary += ".tmp" + std::to_string(::getpid());
  std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (!out || std::rename(temporary.c_str(), path.c_str()) != 0) {
    std::error_code error;
    auto result = io_failure(path, "cannot be written", "choose a folder that exists and that you may write to");
    fs::remove(temporary, error);
    return result;
  }
  return {};
}

}  // namespace synoptic::base
