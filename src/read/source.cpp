#include "read/source.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include <fmt/core.h>

#include "base/file.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "read/archive.h"

namespace synoptic::read {

namespace fs = std::filesystem;
using base::Diagnostic;
using base::Severity;

namespace {

constexpr int folder_depth = 64;
constexpr std::size_t free_inflation = std::size_t{4} << 20;
constexpr std::size_t free_skipping = std::size_t{4} << 30;

// Names come from strangers and go to terminals: no control characters, valid UTF-8.
std::string display(std::string_view name) {
  std::string shown = base::repair_utf8(name);
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return shown;
}

bool leads_outside(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\') || (name.size() > 1 && name[1] == ':')) return true;
  for (std::size_t at = 0; at <= name.size();) {
    const auto end = std::min(name.find_first_of("/\\", at), name.size());
    if (name.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

// How much may still be decompressed under one path given by the user, whatever the nesting.
struct Budget {
  std::size_t decompress;
  std::size_t skip;

  Budget(std::size_t compressed, std::size_t inflation)
      : decompress(std::max(free_inflation, compressed > SIZE_MAX / inflation ? SIZE_MAX : compressed * inflation)), skip(free_skipping) {}
};

class Walker {
 public:
  Walker(const FileVisitor& visit, const DiagnosticSink& report, const SourceLimits& limits, const std::set<std::string>* wanted = nullptr)
      : visit_(visit), report_(report), limits_(limits), wanted_(wanted) {}

  void path(const fs::path& path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
      say(Severity::Error, path.string(), std::string("cannot be read: ") + std::strerror(errno), "check the path and its permissions");
    } else if (S_ISDIR(status.st_mode)) {
      const std::size_t before = found_;
      folder(path, 0);
      if (found_ == before && !stopped_) say(Severity::Error, path.string(), "no readable file in this folder", "check the path");
    } else if (S_ISREG(status.st_mode)) {
      file(path);
    } else {
      say(Severity::Error, path.string(), "is neither a file nor a folder", "save its content in a file first");
    }
  }

  bool stopped() const { return stopped_; }

 private:
  void say(Severity severity, const std::string& name, std::string message, std::string hint) {
    report_({.severity = severity, .file = display(name), .message = std::move(message), .hint = std::move(hint)});
  }

  void folder(const fs::path& path, int depth) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0 || !folders_.emplace(status.st_dev, status.st_ino).second) {
      return say(Severity::Note, path.string(), "leads to a folder that was read already", {});
    }
    if (depth > folder_depth) return say(Severity::Error, path.string(), "is too deep a folder", "name it as a path of its own");
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
      if (!it->path().filename().native().starts_with('.')) entries.push_back(it->path());
    }
    if (error) say(Severity::Error, path.string(), "cannot be listed: " + error.message(), "check its permissions");
    std::sort(entries.begin(), entries.end());
    for (const auto& entry : entries) {
      if (stopped_) return;
      folder_entry(entry, depth);
    }
  }

  void folder_entry(const fs::path& entry, int depth) {
    struct stat status{};
    if (::stat(entry.c_str(), &status) != 0) {
      say(Severity::Error, entry.string(), std::string("cannot be read: ") + std::strerror(errno), "a link that leads nowhere, or no permission");
    } else if (S_ISDIR(status.st_mode)) {
      folder(entry, depth + 1);
    } else if (S_ISREG(status.st_mode)) {
      file(entry);
    } else {
      say(Severity::Note, entry.string(), "passed over: neither a file nor a folder", {});
    }
  }

  void file(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    std::string start(512, '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
    if (error || !in.is_open()) {
      return say(Severity::Error, path.string(), std::string("cannot be read: ") + std::strerror(errno), "check its permissions");
    }
    in.close();
    if (is_archive(start)) {
      ArchiveReader reader;
      Budget budget(static_cast<std::size_t>(size), limits_.inflation);
      const bool opened = reader.open(path);
      return archive(reader, opened, path.string(), budget, 1);
    }
    if (size > limits_.file_bytes) return too_long(path.string());
    auto bytes = base::read_file(path);
    if (!bytes) return report_(std::move(bytes.error()));
    hand_over(path.string(), std::move(*bytes));
  }

  void archive(ArchiveReader& reader, bool opened, const std::string& name, Budget& budget, int depth) {
    std::size_t members = 0;
    while (opened && !stopped_) {
      auto found = reader.next();
      if (!found) break;
      ++members;
      if (!member(reader, *found, name, budget, depth)) return;
    }
    if (!reader.trouble().empty()) {
      say(Severity::Error, name, fmt::format("the archive is damaged after {} member{}: {}", members, members == 1 ? "" : "s", reader.trouble()),
          "what came before was read; fetch it again");
    } else if (members == 0 && !stopped_) {
      say(Severity::Error, name, "the archive is empty", "fetch it again");
    }
  }

  // False when the rest of the archive has to be given up.
  bool member(ArchiveReader& reader, const Member& member, const std::string& archive_name, Budget& budget, int depth) {
    const std::string name = member.name.empty() ? display(archive_name) : display(archive_name + "!" + member.name);
    if (member.kind == Member::Kind::Folder) return true;
    if (!leads_to_wanted(name)) return true;
    if (member.kind == Member::Kind::Encrypted) {
      say(Severity::Error, name, "is encrypted", "decrypt the archive first");
      return true;
    }
    if (member.kind != Member::Kind::File) {
      say(Severity::Note, name, member.kind == Member::Kind::Link ? "passed over: a link" : "passed over: not a file", {});
      return true;
    }
    if (leads_outside(member.name)) {
      say(Severity::Warning, name, "a name that leads outside of the archive", "it is only shown, nothing is written there; ask where the archive comes from");
    }
    const std::size_t limit = std::min(limits_.file_bytes, budget.decompress);
    if (member.size && *member.size > limit) return pass_over(reader, name, *member.size, budget);
    std::string bytes;
    const auto outcome = reader.read(bytes, limit);
    budget.decompress -= std::min(budget.decompress, bytes.size());
    if (outcome == ArchiveReader::Read::TooLong) return pass_over(reader, name, bytes.size(), budget);
    if (outcome == ArchiveReader::Read::Broken) {
      say(Severity::Error, name, fmt::format("is cut off or damaged after {} bytes: {}", bytes.size(), reader.trouble()),
          "what came before was read; fetch it again");
      if (bytes.empty()) return true;
    }
    content(name, std::move(bytes), budget, depth);
    return true;
  }

  // Is it one of the files looked for, or an archive that holds one?
  bool leads_to_wanted(const std::string& name) const {
    if (wanted_ == nullptr || wanted_->contains(name)) return true;
    const auto inside = wanted_->lower_bound(name + "!");
    return inside != wanted_->end() && inside->starts_with(name + "!");
  }

  bool pass_over(const ArchiveReader& reader, const std::string& name, std::uint64_t size, Budget& budget) {
    too_long(name);
    if (reader.skips_freely() && budget.decompress > 0) return true;
    if (size > budget.skip || budget.decompress == 0) {
      say(Severity::Error, name, "the rest of the archive was not read", "unpack it, if you trust it, and give the folder");
      return false;
    }
    budget.skip -= static_cast<std::size_t>(size);
    return true;
  }

  void too_long(const std::string& name) {
    say(Severity::Error, name, "passed over: far larger than a law, or inflated beyond measure",
        fmt::format("the limits are {} MiB a file and {}-fold inflation", limits_.file_bytes >> 20, limits_.inflation));
  }

  void content(const std::string& name, std::string&& bytes, Budget& budget, int depth) {
    if (!is_archive(bytes)) return hand_over(name, std::move(bytes));
    if (depth >= limits_.archive_depth) {
      ++found_;
      return say(Severity::Error, name, fmt::format("passed over: archives inside archives, more than {} deep", limits_.archive_depth),
                 "unpack the outer archive");
    }
    ArchiveReader reader;
    const bool opened = reader.open(std::string_view(bytes));
    archive(reader, opened, name, budget, depth + 1);
  }

  void hand_over(std::string name, std::string&& bytes) {
    ++found_;
    name = display(name);
    if (wanted_ != nullptr && !wanted_->contains(name)) return;
    if (bytes.empty()) return say(Severity::Error, std::move(name), "is empty", "fetch it again");
    bytes.shrink_to_fit();  // buffers are filled in large steps; thousands of small files may be waiting for a worker
    LoadedFile file{std::move(name), std::move(bytes), {}};
    file.sha256 = base::sha256(file.bytes);
    stopped_ = !visit_(std::move(file));
  }

  const FileVisitor& visit_;
  const DiagnosticSink& report_;
  const SourceLimits& limits_;
  const std::set<std::string>* wanted_;  // display names to look for; null: all
  std::set<std::pair<dev_t, ino_t>> folders_;
  std::size_t found_ = 0;
  bool stopped_ = false;
};

}  // namespace

void for_each_file(const std::vector<fs::path>& paths, const FileVisitor& visit, const DiagnosticSink& report, const SourceLimits& limits) {
  Walker walker(visit, report, limits);
  for (const auto& path : paths) {
    if (walker.stopped()) return;
    walker.path(path);
  }
}

namespace {

// The file on disk that a display name leads to: the longest part before a '!' (or the whole) that exists: '!' may also be in its own name.
fs::path outer_file(const std::string& name) {
  for (std::size_t end = name.size(); end != std::string::npos && end > 0; end = name.rfind('!', end - 1)) {
    std::error_code error;
    if (fs::is_regular_file(name.substr(0, end), error)) return name.substr(0, end);
  }
  return {};
}

}  // namespace

std::map<std::string, base::Result<LoadedFile>> read_sources(const std::set<std::string>& names) {
  std::map<std::string, base::Result<LoadedFile>> files;
  std::map<fs::path, std::set<std::string>> by_outer;
  for (const auto& name : names) by_outer[outer_file(name)].insert(name);
  for (const auto& [outer, wanted] : by_outer) {
    if (outer.empty()) {
      for (const auto& name : wanted) {
        files.emplace(name, base::failure({.file = name, .message = "the source is not there any more", .hint = "bring it back to where it was, or ingest it anew"}));
      }
      continue;
    }
    std::optional<Diagnostic> trouble;
    std::size_t found = 0;
    const FileVisitor keep = [&, most = wanted.size()](LoadedFile&& file) {
      found += files.emplace(file.name, std::move(file)).second;
      return found < most;
    };
    const DiagnosticSink remember = [&](Diagnostic&& diagnostic) {
      if (diagnostic.severity == Severity::Error && !trouble) trouble = std::move(diagnostic);
    };
    const SourceLimits limits;
    Walker walker(keep, remember, limits, &wanted);
    walker.path(outer);
    const Diagnostic absent{.message = "there is no such file in the archive", .hint = "the archive has changed; ingest it anew"};
    for (const auto& name : wanted) {
      if (files.contains(name)) continue;
      auto why = trouble.value_or(absent);
      if (why.file.empty()) why.file = name;
      files.emplace(name, base::failure(std::move(why)));
    }
  }
  return files;
}

base::Result<std::string> read_source(const std::string& name) {
  auto files = read_sources({name});
  auto& file = files.at(name);
  if (!file) return tl::unexpected(std::move(file.error()));
  return std::move(file->bytes);
}

}  // namespace synoptic::read
