// One archive (tar, zip, also compressed) or one compressed file, member by member, from a file or from memory.
//
//   ArchiveReader reader;
//   if (reader.open(path)) while (auto member = reader.next()) { std::string bytes; reader.read(bytes, limit); }
//   if (!reader.trouble().empty()) ...
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::read {

// By the bytes alone; `start` is the first 512 bytes or more.
bool is_archive(std::string_view start);

struct Member {
  enum class Kind { File, Folder, Link, Special, Encrypted };
  std::string name;  // as stored, made valid UTF-8; empty for the only content of a compressed file
  Kind kind = Kind::File;
  std::optional<std::uint64_t> size;  // as declared, which may be a lie
};

class ArchiveReader {
 public:
  ArchiveReader();
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  bool open(const std::filesystem::path& path);
  bool open(std::string_view bytes);  // which must outlive the reader
  // Nothing at the end and when the archive is broken: trouble() tells which.
  std::optional<Member> next();
  enum class Read { Whole, TooLong, Broken };
  // The content of the member that next() gave. What could be read before it broke or grew longer than `limit` is in `bytes`.
  Read read(std::string& bytes, std::size_t limit);
  // Zip members can be passed over for nothing; those of a compressed tar have to be decompressed.
  bool skips_freely() const;
  // What libarchive said last; empty when all is well.
  const std::string& trouble() const { return trouble_; }

 private:
  struct Handle;
  template <class Open>
  bool start(std::string_view first, const Open& open);
  bool check(int status);
  std::unique_ptr<Handle> handle_;
  std::string trouble_;
};

}  // namespace synoptic::read
