#include "index/row_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/word_key.h"

namespace synoptic::index {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view row_magic = "synrows1";
constexpr std::size_t number_bytes = 8;
constexpr std::size_t window_bytes = std::size_t{64} << 10;
constexpr std::size_t copied_at_once = std::size_t{256} << 10;

std::uint64_t number_at(std::string_view bytes, std::size_t at) { return base::WordKey::load(bytes.data() + at, number_bytes); }

void append_number(std::string& out, std::uint64_t number) {
  std::array<char, number_bytes> bytes{};
  base::WordKey::store(bytes.data(), number);
  out.append(bytes.data(), bytes.size());
}

base::Diagnostic damaged(const fs::path& path, std::string message) {
  base::Diagnostic diagnostic;
  diagnostic.file = path.string();
  diagnostic.message = std::move(message);
  diagnostic.hint = "ingest the sources again into a new folder";
  return diagnostic;
}

}  // namespace

base::Result<RowFile> RowFile::open(const fs::path& path) {
  RowFile file;
  file.descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status{};
  if (file.descriptor_ < 0 || ::fstat(file.descriptor_, &status) != 0) {
    return base::failure(damaged(path, std::string("this part of the index cannot be read: ") + std::strerror(errno)));
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size >= row_magic.size() + number_bytes) {
    void* memory = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.descriptor_, 0);
    if (memory != MAP_FAILED) file.bytes_ = {static_cast<const char*>(memory), size};
  }
  if (!file.bytes_.ends_with(row_magic)) return base::failure(damaged(path, "this part of the index is cut short"));
  const std::size_t end = size - row_magic.size() - number_bytes;
  const std::uint64_t rows = number_at(file.bytes_, end);
  if (rows > end / number_bytes) return base::failure(damaged(path, "this part of the index is damaged"));
  file.rows_ = static_cast<std::size_t>(rows);
  file.ends_ = end - file.rows_ * number_bytes;
  if (file.rows_ > 0 && file.end_of(file.rows_ - 1) != file.ends_) return base::failure(damaged(path, "this part of the index is damaged"));
  return file;
}

RowFile::RowFile(RowFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), bytes_(std::exchange(other.bytes_, {})), ends_(std::exchange(other.ends_, 0)),
      rows_(std::exchange(other.rows_, 0)) {}

RowFile& RowFile::operator=(RowFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(bytes_, other.bytes_);
  std::swap(ends_, other.ends_);
  std::swap(rows_, other.rows_);
  return *this;
}

RowFile::~RowFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::uint64_t RowFile::end_of(std::size_t number) const { return number_at(bytes_, ends_ + number * number_bytes); }

base::Span RowFile::place(std::size_t number) const {
  if (number >= rows_) return {};
  const std::uint64_t start = number == 0 ? 0 : end_of(number - 1);
  const std::uint64_t end = end_of(number);
  return start <= end && end <= ends_ ? base::Span{start, end} : base::Span{};
}

void RowFile::read(base::Span place, std::string& bytes) const {
  bytes.resize(place.size());
  const auto got = ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(place.start));
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
}

std::string RowFile::row(std::size_t number) const {
  const auto wanted = place(number);
  std::string bytes;
  read(wanted, bytes);
  if (bytes.size() < wanted.size()) bytes.clear();
  return bytes;
}

std::string_view RowWindow::row(std::size_t number) {
  const auto wanted = file_->place(number);
  if (wanted.start < held_.start || wanted.end > held_.end) {
    const std::size_t end = std::max(wanted.end, std::min(wanted.start + window_bytes, file_->ends_));
    file_->read({wanted.start, end}, bytes_);
    held_ = {wanted.start, wanted.start + bytes_.size()};
    if (held_.end < wanted.end) return {};
  }
  return std::string_view(bytes_).substr(wanted.start - held_.start, wanted.size());
}

RowWriter::RowWriter(const fs::path& path) : path_(path), out_(path, std::ios::binary | std::ios::trunc) {}

void RowWriter::hand_over() {
  out_.write(waiting_.data(), static_cast<std::streamsize>(waiting_.size()));
  waiting_.clear();
}

void RowWriter::append(std::string_view row) {
  waiting_.append(row);
  if (waiting_.size() >= copied_at_once) hand_over();
  ends_.push_back(size_ += row.size());
}

void RowWriter::append(const RowFile& rows) {
  for (std::size_t at = 0; at < rows.ends_; at += copied_at_once) {
    hand_over();
    rows.read({at, std::min(at + copied_at_once, rows.ends_)}, waiting_);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) ends_.push_back(size_ + rows.end_of(i));
  size_ += rows.ends_;
}

base::Result<void> RowWriter::close() {
  for (const auto end : ends_) append_number(waiting_, end);
  append_number(waiting_, ends_.size());
  waiting_ += row_magic;
  hand_over();
  out_.close();
  if (out_) return {};
  return base::failure({.file = path_.string(), .message = "the index cannot be written", .hint = "is there room on the disk, and may you write to the folder?"});
}

}  // namespace synoptic::index
