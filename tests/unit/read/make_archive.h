// Archives built in memory for tests, hostile ones too, so that no blobs are committed.
//
//   make_archive("zip", "", {{"../up.xml", "<a/>"}});  make_archive("ustar", "zstd", {...});  make_archive("raw", "gzip", {{"", "text"}})
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

namespace synoptic::test {

using Members = std::vector<std::pair<std::string, std::string>>;

inline std::string make_archive(const char* format, const char* filter, const Members& members, const char* password = nullptr) {
  std::string bytes;
  archive* writer = archive_write_new();
  REQUIRE(archive_write_set_format_by_name(writer, format) == ARCHIVE_OK);
  if (*filter != '\0') REQUIRE(archive_write_add_filter_by_name(writer, filter) == ARCHIVE_OK);
  if (password != nullptr) {
    REQUIRE(archive_write_set_passphrase(writer, password) == ARCHIVE_OK);
    REQUIRE(archive_write_set_options(writer, "zip:encryption=traditional") == ARCHIVE_OK);
  }
  archive_write_set_bytes_in_last_block(writer, 1);
  const auto append = [](archive*, void* out, const void* data, std::size_t size) -> la_ssize_t {
    static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
  };
  REQUIRE(archive_write_open(writer, &bytes, nullptr, append, nullptr) == ARCHIVE_OK);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    REQUIRE(archive_write_header(writer, entry) >= ARCHIVE_WARN);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  REQUIRE(archive_write_close(writer) == ARCHIVE_OK);
  archive_write_free(writer);
  return bytes;
}

}  // namespace synoptic::test
