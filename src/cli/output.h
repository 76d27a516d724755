// Records on standard output: buffered, and quiet when the reader of a pipe goes away (`synoptic provisions ... | head`).
//
//   RecordWriter writer(RecordFormat::JsonLines, {"iri", "text"});
//   while (...) if (!writer.write(json)) break;   // nobody listens any more
//   writer.finish();
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace synoptic::cli {

// Standard output as a sink. SIGPIPE is ignored from the first one on; write() answers false once nobody listens.
class Output {
 public:
  Output();
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  bool write(std::string_view text);
  bool flush();
  bool closed() const { return closed_; }

 private:
  std::string buffer_;
  bool closed_ = false;
};

enum class RecordFormat { Text, Json, JsonLines, Csv };

// "text", "json", "jsonl", "csv"
std::optional<RecordFormat> record_format(std::string_view name);

// A record is a JSON object. CSV (RFC 4180) prints the given columns: JSON pointers without the first slash ("work/title"); lists are
// joined with "; ". Text prints the same columns, a line each, an empty line between records.
class RecordWriter {
 public:
  RecordWriter(RecordFormat format, std::vector<std::string> columns);
  bool write(const nlohmann::ordered_json& record);
  void finish();
  bool closed() const { return output_.closed(); }

 private:
  Output output_;
  RecordFormat format_;
  std::vector<std::string> columns_;
  std::size_t count_ = 0;
};

}  // namespace synoptic::cli
