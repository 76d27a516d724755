#include "read/source.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sha256.h"
#include "make_archive.h"
#include "scratch_folder.h"

using namespace synoptic;
using base::Severity;
using test::make_archive;
using test::ScratchFolder;

namespace {

struct Walk {
  std::vector<read::LoadedFile> files;
  std::vector<base::Diagnostic> diagnostics;

  explicit Walk(const std::vector<std::filesystem::path>& paths, const read::SourceLimits& limits = {}) {
    read::for_each_file(
        paths,
        [&](read::LoadedFile&& file) {
          files.push_back(std::move(file));
          return true;
        },
        [&](base::Diagnostic&& diagnostic) { diagnostics.push_back(std::move(diagnostic)); }, limits);
  }
  std::vector<std::string> names(const std::filesystem::path& root) const {
    std::vector<std::string> result;
    for (const auto& file : files) result.push_back(file.name.substr(root.string().size() + 1));
    return result;
  }
  bool says(Severity severity, std::string_view file_end, std::string_view words) const {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const auto& one) {
      return one.severity == severity && one.file.ends_with(file_end) && one.message.find(words) != std::string::npos;
    });
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder is walked in sorted order, dot files are passed over") {
  ScratchFolder folder;
  folder.write("b/2.txt", "two");
  folder.write("a.txt", "one");
  folder.write(".hidden", "no");
  const Walk walk({folder.path()});
  CHECK(walk.names(folder.path()) == Names{"a.txt", "b/2.txt"});
  CHECK(walk.files[1].sha256 == base::sha256("two"));
  CHECK(walk.diagnostics.empty());
}

TEST_CASE("every kind of archive gives its members by content, whatever its name") {
  for (const auto& [format, filter] : {std::pair{"ustar", ""}, {"pax", "gzip"}, {"ustar", "zstd"}, {"ustar", "xz"}, {"ustar", "bzip2"}, {"zip", ""}}) {
    CAPTURE(format);
    CAPTURE(filter);
    ScratchFolder folder;
    folder.write("thing", make_archive(format, filter, {{"x/a.xml", "<a/>"}, {"x/Œuvre.xml", "<b/>"}}));
    const Walk walk({folder.path()});
    CHECK(walk.names(folder.path()) == Names{"thing!x/a.xml", "thing!x/Œuvre.xml"});
    CHECK(walk.diagnostics.empty());
    for (const auto& file : walk.files) CHECK(read::read_source(file.name).value() == file.bytes);
  }
}

TEST_CASE("a small file holds little more memory than its bytes") {
  ScratchFolder folder;
  folder.write("laws.tar.gz", make_archive("pax", "gzip", {{"a.txt", "one"}, {"b.txt", std::string(5000, 'x')}}));
  const Walk walk({folder.path()});
  REQUIRE(walk.files.size() == 2);
  for (const auto& file : walk.files) CHECK(file.bytes.capacity() <= file.bytes.size() + 64);
}

TEST_CASE("compressed single files keep their name, alone and inside archives") {
  ScratchFolder folder;
  folder.write("law.xml.gz", make_archive("raw", "gzip", {{"law.xml", "<law/>"}}));
  folder.write("set.tar", make_archive("ustar", "", {{"in/law.xml.zst", make_archive("raw", "zstd", {{"law.xml", "<law2/>"}})}}));
  const Walk walk({folder.path()});
  CHECK(walk.names(folder.path()) == Names{"law.xml.gz", "set.tar!in/law.xml.zst"});
  REQUIRE(walk.files.size() == 2);
  CHECK(walk.files[0].bytes == "<law/>");
  CHECK(walk.files[1].bytes == "<law2/>");
  for (const auto& file : walk.files) CHECK(read::read_source(file.name).value() == file.bytes);
}

TEST_CASE("archives inside archives are read up to the limit") {
  std::string bytes = make_archive("zip", "", {{"law!.xml", "<law/>"}});
  for (int i = 0; i < 2; ++i) bytes = make_archive("ustar", "gzip", {{"in.tar.gz", bytes}, {"side.txt", "beside"}});
  ScratchFolder folder;
  folder.write("out.tar.gz", bytes);
  const Walk walk({folder.path()});
  CHECK(walk.names(folder.path()) == Names{"out.tar.gz!in.tar.gz!in.tar.gz!law!.xml", "out.tar.gz!in.tar.gz!side.txt", "out.tar.gz!side.txt"});
  CHECK(read::read_source(walk.files[0].name).value() == "<law/>");

  folder.write("out.tar.gz", make_archive("ustar", "", {{"once.tar", bytes}}));
  const Walk deeper({folder.path()});
  CHECK(deeper.names(folder.path()) == Names{"out.tar.gz!once.tar!in.tar.gz!side.txt", "out.tar.gz!once.tar!side.txt"});
  CHECK(deeper.says(Severity::Error, "in.tar.gz!in.tar.gz", "more than 3 deep"));
}

TEST_CASE("a member's name that leads outside is reported, its content is read") {
  for (const char* name : {"../../etc/law.xml", "/etc/law.xml", "a/../../b"}) {
    ScratchFolder folder;
    folder.write("z.zip", make_archive("zip", "", {{name, "<law/>"}}));
    const Walk walk({folder.path()});
    CHECK(walk.files.size() == 1);
    CHECK(walk.says(Severity::Warning, name, "leads outside"));
  }
}

TEST_CASE("control characters in names do not reach the terminal") {
  ScratchFolder folder;
  folder.write("z.tar", make_archive("ustar", "", {{"a\x1b[31m\n.xml", "<law/>"}}));
  CHECK(Walk({folder.path()}).names(folder.path()) == Names{"z.tar!a?[31m?.xml"});
}

TEST_CASE("inflation beyond measure is passed over, the rest is read") {
  const std::string zeros(std::size_t{24} << 20, '\0');
  ScratchFolder folder;
  for (const auto& [format, filter] : {std::pair{"zip", ""}, {"ustar", "gzip"}, {"ustar", "zstd"}}) {
    CAPTURE(format);
    CAPTURE(filter);
    folder.write("bomb", make_archive(format, filter, {{"a.xml", "<a/>"}, {"zeros", zeros}, {"z.xml", "<z/>"}}));
    const Walk walk({folder.path()});
    CHECK(walk.names(folder.path()) == Names{"bomb!a.xml", "bomb!z.xml"});
    CHECK(walk.says(Severity::Error, "bomb!zeros", "inflated beyond measure"));
  }
  folder.write("bomb", make_archive("raw", "zstd", {{"", zeros}}));
  const Walk walk({folder.path()});
  CHECK(walk.files.empty());
  CHECK(walk.says(Severity::Error, "bomb", "inflated beyond measure"));
}

TEST_CASE("a file beyond the limit is passed over") {
  ScratchFolder folder;
  folder.write("long.txt", std::string(2000, 'x'));
  folder.write("short.txt", "x");
  const Walk walk({folder.path()}, {.file_bytes = 1000});
  CHECK(walk.names(folder.path()) == Names{"short.txt"});
  CHECK(walk.says(Severity::Error, "long.txt", "passed over"));
}

TEST_CASE("of a truncated archive the members before the cut are read") {
  std::string noise;
  unsigned seed = 1;
  for (int i = 0; i < 300000; ++i) noise.push_back(static_cast<char>((seed = seed * 1664525u + 1013904223u) >> 24));
  for (const auto& [format, filter] : {std::pair{"zip", ""}, {"ustar", "gzip"}, {"ustar", "zstd"}, {"ustar", ""}}) {
    CAPTURE(format);
    CAPTURE(filter);
    auto bytes = make_archive(format, filter, {{"a.xml", "<a/>"}, {"noise", noise}, {"z.xml", "<z/>"}});
    ScratchFolder folder;
    folder.write("cut", std::string_view(bytes).substr(0, bytes.size() / 2));
    const Walk walk({folder.path()});
    REQUIRE_FALSE(walk.files.empty());
    CHECK(walk.files[0].name.ends_with("cut!a.xml"));
    CHECK(walk.says(Severity::Error, "cut!noise", "cut off or damaged after"));
  }
}

TEST_CASE("an encrypted zip is reported") {
  ScratchFolder folder;
  folder.write("z.zip", make_archive("zip", "", {{"law.xml", "<law/>"}}, "secret"));
  const Walk walk({folder.path()});
  CHECK(walk.files.empty());
  CHECK(walk.says(Severity::Error, "z.zip!law.xml", "encrypted"));
}

TEST_CASE("what cannot be read is an error with the path, the rest is read") {
  ScratchFolder folder;
  const auto good = folder.write("good.txt", "law");
  const auto empty = folder.write("empty.xml", "");
  std::filesystem::create_directory(folder.path() / "bare");
  const Walk walk({folder.path() / "missing", empty, folder.path() / "bare", good});
  CHECK(walk.files.size() == 1);
  CHECK(walk.says(Severity::Error, "missing", "No such file"));
  CHECK(walk.says(Severity::Error, "empty.xml", "is empty"));
  CHECK(walk.says(Severity::Error, "bare", "no readable file"));
}

TEST_CASE("a file without permission is reported") {
  if (::geteuid() == 0) return;  // root may read everything
  ScratchFolder folder;
  const auto file = folder.write("locked.txt", "law");
  std::filesystem::permissions(file, std::filesystem::perms::none);
  CHECK(Walk({file}).says(Severity::Error, "locked.txt", "cannot be read"));
}

TEST_CASE("links that go round, pipes and dead links end nothing") {
  ScratchFolder folder;
  folder.write("a/law.txt", "law");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "a/again");
  std::filesystem::create_symlink("nowhere", folder.path() / "dead");
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  const Walk walk({folder.path()});
  CHECK(walk.names(folder.path()) == Names{"a/law.txt"});
  CHECK(walk.says(Severity::Note, "again", "read already"));
  CHECK(walk.says(Severity::Error, "dead", "cannot be read"));
  CHECK(walk.says(Severity::Note, "pipe", "neither"));
}

TEST_CASE("files of a few bytes that begin like an archive are files") {
  for (const char* start : {"BZh", "PK", "\x1f\x8b", "BZh9", "\x28\xb5\x2f", "\xfd" "7z", "1"}) {
    CAPTURE(start);
    ScratchFolder folder;
    folder.write("short", start);
    CHECK(Walk({folder.path()}).files.size() == 1);
  }
}

TEST_CASE("a source that has gone says so") {
  CHECK(read::read_source("/nowhere/x.tar!a.xml").error().message == "the source is not there any more");
  ScratchFolder folder;
  const auto path = folder.write("x.tar", make_archive("ustar", "", {{"a.xml", "<a/>"}}));
  CHECK(read::read_source(path.string() + "!b.xml").error().message == "there is no such file in the archive");
}
