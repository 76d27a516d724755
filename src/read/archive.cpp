#include "read/archive.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <archive.h>
#include <archive_entry.h>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t block_size = 256 * 1024;
constexpr std::size_t probe_size = 16;
constexpr std::size_t tar_block = 512;

// gzip, zstd, xz; bzip2 has a digit for its block size between its name and the first block's magic.
bool is_compressed(std::string_view start) {
  if (start.starts_with("BZh"sv)) return start.size() > 10 && start.substr(4).starts_with("\x31\x41\x59\x26\x53\x59"sv);
  return start.starts_with("\x1f\x8b\x08"sv) || start.starts_with("\x28\xb5\x2f\xfd"sv) || start.starts_with("\xfd" "7zXZ\0"sv);
}

bool is_zip(std::string_view start) { return start.starts_with("PK\x03\x04"sv) || start.starts_with("PK\x05\x06"sv) || start.starts_with("PK\x07\x08"sv); }

// The checksum of a tar header (POSIX.1-1988, in every tar since v7): octal digits at 148, the sum of all bytes with those eight as spaces.
bool is_tar(std::string_view start) {
  if (start.size() < tar_block || start.front() == '\0') return false;
  unsigned declared = 0;
  bool digits = false;
  for (const char c : start.substr(148, 8)) {
    if (c >= '0' && c <= '7') {
      declared = declared * 8 + static_cast<unsigned>(c - '0');
      digits = true;
    } else if (digits) {
      break;
    } else if (c != ' ') {
      return false;
    }
  }
  unsigned sum = 8 * ' ';
  for (std::size_t i = 0; i < tar_block; ++i) {
    if (i < 148 || i >= 156) sum += static_cast<unsigned char>(start[i]);
  }
  return digits && sum == declared;
}

Member::Kind kind_of(archive_entry* entry) {
  if (archive_entry_is_data_encrypted(entry) == 1) return Member::Kind::Encrypted;
  if (archive_entry_hardlink(entry) != nullptr) return Member::Kind::Link;
  switch (archive_entry_filetype(entry)) {
    case AE_IFREG: return Member::Kind::File;
    case AE_IFDIR: return Member::Kind::Folder;
    case AE_IFLNK: return Member::Kind::Link;
    case 0: return Member::Kind::File;  // zip made on systems without file types
    default: return Member::Kind::Special;
  }
}

// The UTF-8 name first: in the C locale libarchive has no other for names beyond ASCII in pax headers and zips.
std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string("?") : base::repair_utf8(name);
}

}  // namespace

bool is_archive(std::string_view start) { return is_compressed(start) || is_zip(start) || is_tar(start); }

struct ArchiveReader::Handle {
  archive* reader = archive_read_new();
  archive_entry* entry = nullptr;
  bool broken = false;

  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { archive_read_free(reader); }

  void support_compressed() const {
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_zstd(reader);  // windows up to 128 MiB (--long=27)
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
  }
};

ArchiveReader::ArchiveReader() = default;
ArchiveReader::~ArchiveReader() = default;

// Only what the first bytes announce is switched on: libarchive's own guesses take some law texts for archives (mtree, cpio), and
// zeros for an empty tar. So what is compressed is looked into first, as a single file, to see whether a tar begins there.
template <class Open>
bool ArchiveReader::start(std::string_view first, const Open& open) {
  trouble_.clear();
  handle_ = std::make_unique<Handle>();
  if (!is_compressed(first)) {
    is_zip(first) ? archive_read_support_format_zip(handle_->reader) : archive_read_support_format_tar(handle_->reader);
    return check(open(handle_->reader));
  }
  handle_->support_compressed();
  archive_read_support_format_raw(handle_->reader);
  archive_read_support_format_empty(handle_->reader);
  if (!check(open(handle_->reader))) return false;
  std::string inside;
  if (archive_read_next_header(handle_->reader, &handle_->entry) == ARCHIVE_OK) read(inside, tar_block);
  const bool tar = is_tar(inside);
  trouble_.clear();
  handle_ = std::make_unique<Handle>();
  handle_->support_compressed();
  if (tar) {
    archive_read_support_format_tar(handle_->reader);
  } else {
    archive_read_support_format_raw(handle_->reader);
    archive_read_support_format_empty(handle_->reader);
  }
  return check(open(handle_->reader));
}

bool ArchiveReader::check(int status) {
  if (status == ARCHIVE_OK) return true;
  const char* said = archive_error_string(handle_->reader);
  trouble_ = said != nullptr ? said : "not an archive";
  handle_->broken = true;
  return false;
}

bool ArchiveReader::open(const std::filesystem::path& path) {
  std::array<char, tar_block> first{};
  std::ifstream in(path, std::ios::binary);
  in.read(first.data(), first.size());
  return start({first.data(), static_cast<std::size_t>(in.gcount())},
               [&path](archive* reader) { return archive_read_open_filename(reader, path.c_str(), block_size); });
}

bool ArchiveReader::open(std::string_view bytes) {
  return start(bytes.substr(0, tar_block), [bytes](archive* reader) { return archive_read_open_memory(reader, bytes.data(), bytes.size()); });
}

std::optional<Member> ArchiveReader::next() {
  if (!handle_ || handle_->broken) return std::nullopt;
  auto* reader = handle_->reader;
  const int status = archive_read_next_header(reader, &handle_->entry);
  if (status == ARCHIVE_EOF) return std::nullopt;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
    check(status);
    return std::nullopt;
  }
  Member member;
  const bool single = archive_format(reader) == ARCHIVE_FORMAT_RAW;
  if (!single) member.name = name_of(handle_->entry);
  member.kind = single ? Member::Kind::File : kind_of(handle_->entry);
  if (!single && archive_entry_size_is_set(handle_->entry) != 0) {
    member.size = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(handle_->entry)));
  }
  return member;
}

ArchiveReader::Read ArchiveReader::read(std::string& bytes, std::size_t limit) {
  bytes.clear();
  auto* reader = handle_->reader;
  const auto declared = archive_entry_size_is_set(handle_->entry) != 0 ? archive_entry_size(handle_->entry) : 0;
  const auto expected = std::min({static_cast<std::size_t>(std::max<la_int64_t>(0, declared)), limit, std::size_t{64} << 20});
  bytes.reserve(expected + probe_size);
  for (;;) {
    // As much as is said to be there, then a look whether that was all: room is filled with zeros first, which for a small file is most work.
    const std::size_t filled = bytes.size();
    const std::size_t wanted = filled < expected ? expected - filled : filled == expected && filled > 0 ? probe_size : std::max(bytes.capacity() - filled, block_size);
    const std::size_t room = std::min(wanted, limit + 1 - filled);
    bytes.resize(filled + room);
    const auto got = archive_read_data(reader, bytes.data() + filled, room);
    bytes.resize(filled + static_cast<std::size_t>(std::max<la_ssize_t>(0, got)));
    if (got == 0) return Read::Whole;
    if (got == ARCHIVE_RETRY) continue;
    if (got < 0 && got != ARCHIVE_WARN) {
      check(static_cast<int>(got));
      // Whether another member can follow, libarchive says at the next header; a fatal error stays one.
      handle_->broken = got == ARCHIVE_FATAL;
      return Read::Broken;
    }
    if (bytes.size() > limit) {
      bytes.resize(limit);
      return Read::TooLong;
    }
  }
}

bool ArchiveReader::skips_freely() const {
  return handle_ && (archive_format(handle_->reader) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
}

}  // namespace synoptic::read
