// How fast each format's reader is: megabytes of source a second of one core, the file in memory already, so that neither decompression nor
// start-up counts. Beside it the bare parse of the same bytes by the library that fits them: no reader can be faster than that.
//
//   readers_bench PATH...   -> one JSON object a line, a format each
#include <fmt/core.h>
#include <simdjson.h>

#include <ctime>
#include <filesystem>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "read/read_files.h"
#include "read/reader_registry.h"
#include "read/source.h"

using namespace synoptic;

namespace {

// Less than this of a format is read over and over until it comes to it.
constexpr std::size_t enough = 10'000'000;

struct Speed {
  std::size_t files = 0;
  std::size_t bytes = 0;  // read, repetitions included
  std::size_t provisions = 0;
  double seconds = 0;
  double sniff_seconds = 0;  // to tell that it is this format, once a file
  std::string peer;
  std::size_t peer_bytes = 0;
  double peer_seconds = 0;
  std::vector<read::LoadedFile> kept;
};

double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

bool begins_like_json(std::string_view bytes) {
  const auto first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

bool begins_like_xml(std::string_view bytes) {
  const auto first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && bytes.substr(first, 5) == "<?xml";
}

bool parse_json(const std::string& bytes) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(bytes);
  if (parser.parse(padded).error() == simdjson::SUCCESS) return true;
  simdjson::dom::document_stream stream;
  if (parser.parse_many(padded).get(stream) != simdjson::SUCCESS) return false;
  for (auto line : stream) {
    if (line.error() != simdjson::SUCCESS) return false;
  }
  return true;
}

// What is neither JSON nor XML has no peer.
void time_peer(const read::LoadedFile& file, Speed& speed) {
  const double start = processor_seconds();
  if (begins_like_json(file.bytes)) {
    speed.peer = "simdjson";
    if (!parse_json(file.bytes)) return;
  } else if (begins_like_xml(file.bytes)) {
    speed.peer = "pugixml";
    pugi::xml_document document;
    if (!document.load_buffer(file.bytes.data(), file.bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata)) return;
  } else {
    return;
  }
  speed.peer_seconds += processor_seconds() - start;
  speed.peer_bytes += file.bytes.size();
}

void time_reader(const read::LoadedFile& file, const read::Format& format, Speed& speed) {
  const double start = processor_seconds();
  const auto summary =
      read::read_one(file.view(), {.work = [](read::ReadWork&&) {}, .diagnostic = [](base::Diagnostic&&) {}, .file = {}, .stop = {}},
                     {.format = &format, .limits = {}});
  speed.seconds += processor_seconds() - start;
  speed.bytes += file.bytes.size();
  speed.provisions += summary.provisions;
}

}  // namespace

int main(int argc, char** argv) {
  std::map<const read::Format*, Speed> speeds;
  const auto visit = [&](read::LoadedFile&& file) {
    if (speeds.empty()) read::detect_format(file.bytes);  // the general formats load their profiles once
    const double start = processor_seconds();
    const auto* format = read::detect_format(file.bytes);
    const double sniffed = processor_seconds() - start;
    if (format == nullptr) return true;
    auto& speed = speeds[format];
    if (++speed.files == 1) {
      Speed first;
      time_reader(file, *format, first);
    }
    speed.sniff_seconds += sniffed;
    time_reader(file, *format, speed);
    time_peer(file, speed);
    speed.bytes < enough ? speed.kept.push_back(std::move(file)) : speed.kept.clear();
    return true;
  };
  read::for_each_file({argv + 1, argv + argc}, visit,
                      [](base::Diagnostic&& diagnostic) { fmt::print(stderr, "{}\n", base::to_string(diagnostic)); });
  for (const auto& format : read::formats()) {
    auto& speed = speeds[&format];
    const std::size_t once = speed.bytes;
    const std::size_t provisions = speed.provisions;
    while (once > 0 && speed.bytes < enough) {
      for (const auto& file : speed.kept) time_reader(file, format, speed);
    }
    fmt::print(
        "{{\"format\": \"{}\", \"files\": {}, \"source_bytes\": {}, \"read_bytes\": {}, \"provisions\": {}, \"seconds\": {:.4f}, "
        "\"sniff_seconds\": {:.4f}, \"peer\": \"{}\", "
        "\"peer_bytes\": {}, \"peer_seconds\": {:.4f}}}\n",
        format.name, speed.files, once, speed.bytes, provisions, speed.seconds, speed.sniff_seconds, speed.peer, speed.peer_bytes,
        speed.peer_seconds);
  }
  return 0;
}
