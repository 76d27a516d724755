// Bad input of every kind against every reader: a message with the file's name, the rest is read, nothing is thrown.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "base/file.h"
#include "make_archive.h"
#include "read/read_files.h"
#include "read/reader_registry.h"
#include "scratch_folder.h"
#include "../places.h"

using namespace synoptic;
using test::make_archive;
using test::ScratchFolder;

namespace {

struct Run {
  std::size_t provisions = 0;
  std::vector<base::Diagnostic> diagnostics;
  read::Totals totals;

  explicit Run(const std::vector<std::filesystem::path>& paths, const read::ReadOptions& options = {}) {
    totals = read::read_files(paths,
                              {.work = [this](read::ReadWork&& work) { provisions += work.provisions.size(); },
                               .diagnostic = [this](base::Diagnostic&& one) { diagnostics.push_back(std::move(one)); }},
                              options);
  }
  bool says(std::string_view words) const {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const auto& one) { return base::to_string(one).find(words) != std::string::npos; });
  }
};

struct Sample {
  const read::Format* format;
  std::string bytes;
};

std::vector<Sample> samples() {
  std::vector<Sample> result;
  const std::filesystem::path root = synoptic::test::source("tests/samples");
  for (const auto& format : read::formats()) {
    if (!std::filesystem::exists(root / format.name)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(root / format.name)) {
      if (entry.path().extension() != ".dump") result.push_back({&format, base::read_file(entry.path()).value()});
    }
  }
  return result;
}

Run run_on(std::string_view bytes, const read::Format* format) {
  ScratchFolder folder;
  return Run({folder.write("file", bytes)}, {.format = format});
}

const std::string good_line = "{\"iri\": \"/akn/xa/act/2001/7/eng/~sec_1\", \"text\": \"No trumpets.\"}\n";

}  // namespace

TEST_CASE("no reader throws on a file that is cut off anywhere") {
  for (const auto& [format, bytes] : samples()) {
    CAPTURE(format->name);
    for (std::size_t size = 1; size < bytes.size(); size += std::max<std::size_t>(1, bytes.size() / 60)) {
      CAPTURE(size);
      const auto run = run_on(std::string_view(bytes).substr(0, size), format);
      CHECK_FALSE(run.says("gave up"));
      for (const auto& one : run.diagnostics) CHECK(one.file.ends_with("file"));
    }
  }
}

TEST_CASE("a file that looks like law and is read by no reader: what it is, and where the law is to be had") {
  const auto normattiva = run_on(R"({"data": {"atto": {"titolo": "LEGGE 1 gennaio 2049, n. 1", "sottoTitolo": "Gufi.", "articoloHtml": "<h2>Art. 1</h2>"}}})", nullptr);
  CHECK(normattiva.says("interface of Normattiva"));
  CHECK(normattiva.says("Akoma Ntoso"));
  CHECK(run_on("<div class=\"PrimaryPrelims\"/><h5 class=\"P1group_handle\">1</h5>", nullptr).says("legislation.gov.uk"));
  CHECK(run_on("# The Owls Rules, 2049\n\nThe Government is pleased to make the following rules, namely:\n\n# 1. Title.\n\nThese rules may be called the Owls Rules.\n", nullptr).says("rules under an Act"));
  CHECK(run_on("L'article L. 1 du code de la nuit est ainsi rédigé :\nArt. L. 1. – Les chouettes.\n", nullptr).says("names no bill"));
  CHECK_FALSE(run_on("Owls hoot.", nullptr).says("not read"));
  CHECK_FALSE(run_on("L'article 3 du contrat renvoie au code de la nuit, et l'article 4 au livre du code de la route.\nL'article 5 du code de bonne conduite.\n", nullptr).says("not read"));
}

TEST_CASE("no reader throws on bytes that are overwritten") {
  for (const auto& [format, bytes] : samples()) {
    CAPTURE(format->name);
    unsigned seed = 7;
    for (int round = 0; round < 60; ++round) {
      std::string damaged = bytes;
      for (int i = 0; i < 8; ++i) {
        seed = seed * 1664525u + 1013904223u;
        damaged[(seed >> 8) % damaged.size()] = static_cast<char>(seed >> 24);
      }
      CHECK_FALSE(run_on(damaged, format).says("gave up"));
    }
  }
}

TEST_CASE("a byte order mark changes nothing but the byte positions") {
  for (const auto& [format, bytes] : samples()) {
    CAPTURE(format->name);
    if (bytes.starts_with("\xef\xbb\xbf") || bytes.starts_with("\xff\xfe")) continue;
    const std::string marked = "\xef\xbb\xbf" + bytes;
    CHECK(read::detect_format(marked) == format);
    const auto plain = run_on(bytes, nullptr);
    const auto with_mark = run_on(marked, nullptr);
    CHECK(with_mark.provisions == plain.provisions);
    CHECK(with_mark.diagnostics.size() == plain.diagnostics.size());
  }
}

TEST_CASE("nesting 100,000 deep ends in a message for every reader") {
  std::string xml;
  for (int i = 0; i < 100000; ++i) xml += "<section>";
  for (int i = 0; i < 100000; ++i) xml += "</section>";
  const std::string json = "{\"id\": " + std::string(100000, '[') + std::string(100000, ']') + "}";
  for (const auto& format : read::formats()) {
    CAPTURE(format.name);
    for (const auto& bytes : {xml, json}) {
      const auto run = run_on(bytes, &format);
      CHECK_FALSE(run.diagnostics.empty());
      CHECK_FALSE(run.says("gave up"));
    }
  }
}

TEST_CASE("one broken file in a folder does not keep the others out") {
  ScratchFolder folder;
  folder.write("a.provisions.jsonl", good_line);
  folder.write("b.provisions.jsonl", good_line + "{\"iri\": \"/akn/xa/act/2001/7/eng/~sec_2\", \"te");
  folder.write("c.xml", "<?xml version=\"1.0\"?><Legislation xmlns=\"http://www.legislation.gov.uk/namespaces/legislation\"><Body><P1>");
  folder.write("d.xml", "");
  folder.write("e.zip", make_archive("zip", "", {{"../../etc/e.provisions.jsonl", good_line}}));
  folder.write("f.zip", make_archive("zip", "", {{"zeros", std::string(std::size_t{24} << 20, '\0')}, {"f.provisions.jsonl", good_line}}));
  folder.write("readme.html", "<p>nothing</p>");
  const Run run({folder.path()});
  CHECK(run.provisions == 4);
  CHECK(run.totals.errors == 4);
  CHECK(run.totals.warnings == 1);
  CHECK(run.totals.unknown == 1);
  CHECK(run.says("b.provisions.jsonl:2: not valid JSON"));
  CHECK(run.says("c.xml:1: "));
  CHECK(run.says("d.xml: is empty"));
  CHECK(run.says("e.zip!../../etc/e.provisions.jsonl: a name that leads outside"));
  CHECK(run.says("f.zip!zeros: passed over"));
}

TEST_CASE("a file that no reader knows is an error when it was asked for, a note beside others") {
  ScratchFolder folder;
  const auto strange = folder.write("strange.bin", "\x01\x02\x03");
  CHECK(Run({strange}).totals.errors == 1);
  folder.write("a.provisions.jsonl", good_line);
  const Run beside({folder.path()});
  CHECK(beside.totals.errors == 0);
  CHECK(beside.totals.unknown == 1);
  CHECK(beside.says("strange.bin: no reader knows this file"));
}

TEST_CASE("Markdown of an Act, or a letter about it, is not taken for its plain text") {
  const std::string act = "PAKISTAN BELLS ACT\nAct IX of 1871\n1. Title. This is the Act.\n2. Bells. None.\n";
  CHECK(read::detect_format(act) == read::find_format("text"));
  CHECK(read::detect_format("# " + act) == nullptr);
  CHECK(read::detect_format("A letter about bells in Pakistan, under\nAct IX of 1871\n1. Dear Sir. You rang.\n2. Yours. Me.\n") == nullptr);
}

TEST_CASE("a flood of messages about one file is cut short") {
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += "{broken\n";
  const auto run = run_on(lines, read::find_format("provisions_jsonl"));
  CHECK(run.diagnostics.size() == 101);
  CHECK(run.says("and 4900 more of the kind"));
}
