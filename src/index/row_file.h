// A row of bytes for each document of a database, in the order of the documents, in a file beside it: what is looked at for one document after
// the other, where Xapian would read a block and copy a value for each.
//
//   RowWriter out("GB.7.glass.order");  out.append(bytes_of_document_1);  out.close();
//   const auto file = RowFile::open("GB.7.glass.order");
//   file->row(0)  or  RowWindow(*file).row(0)
//
// Layout, numbers with the lowest byte first: the rows one behind the other; for each row where it ends, in 8 bytes; how many rows there are,
// in 8 bytes; the 8 bytes "synrows1".
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace synoptic::index {

class RowFile {
 public:
  // A file that is missing, cut short or none of ours is an error.
  static base::Result<RowFile> open(const std::filesystem::path& path);
  RowFile(RowFile&& other) noexcept;
  RowFile& operator=(RowFile&& other) noexcept;
  ~RowFile();

  std::size_t size() const { return rows_; }
  // One row alone; empty for a number that there is not, and where the file cannot be read.
  std::string row(std::size_t number) const;

 private:
  friend class RowWindow;
  friend class RowWriter;
  RowFile() = default;
  std::uint64_t end_of(std::size_t number) const;
  base::Span place(std::size_t number) const;  // in the file; empty for a number that there is not
  // Makes `bytes` what there is of it.
  void read(base::Span place, std::string& bytes) const;

  int descriptor_ = -1;
  std::string_view bytes_;  // all of the file, mapped
  std::size_t ends_ = 0;    // where the ends of the rows begin
  std::size_t rows_ = 0;
};

// Rows as they are asked for one after the other, read some at a time: a page of a mapped file costs more to touch for the first time than a
// hundred to read.
class RowWindow {
 public:
  explicit RowWindow(const RowFile& file) : file_(&file) {}
  // Good until the next call; empty for a number that there is not, and where the file cannot be read.
  std::string_view row(std::size_t number);

 private:
  const RowFile* file_;  // outlives the window
  std::string bytes_;
  base::Span held_;  // what of the file they are
};

class RowWriter {
 public:
  explicit RowWriter(const std::filesystem::path& path);

  void append(std::string_view row);
  void append(const RowFile& rows);
  // Writes what makes it a RowFile. Whatever went wrong before is told here.
  base::Result<void> close();

 private:
  void hand_over();

  std::filesystem::path path_;
  std::ofstream out_;
  std::string waiting_;  // not yet handed to `out_`
  std::vector<std::uint64_t> ends_;
  std::uint64_t size_ = 0;
};

}  // namespace synoptic::index
