#include "cli/output.h"

#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <utility>

#include <unistd.h>

#include <nlohmann/json.hpp>

namespace synoptic::cli {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t buffer_size = 128 * 1024;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// A field as a person reads it: no quotes around strings, lists joined, nothing for null.
std::string plain(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return dump(value);
  std::string text;
  for (const auto& item : value) {
    if (!text.empty()) text += "; ";
    text += plain(item);
  }
  return text;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

std::string field(const Json& record, const std::string& column) {
  const Json::json_pointer pointer("/" + column);
  return record.contains(pointer) ? plain(record.at(pointer)) : std::string();
}

}  // namespace

Output::Output() {
  std::signal(SIGPIPE, SIG_IGN);
  buffer_.reserve(buffer_size + 4096);
}

Output::~Output() {
  try {
    flush();
  } catch (const std::exception&) {
    // The command that cares has flushed itself.
  }
}

bool Output::write(std::string_view text) {
  if (closed_) return false;
  buffer_ += text;
  return buffer_.size() < buffer_size || flush();
}

bool Output::flush() {
  for (std::string_view rest = buffer_; !rest.empty() && !closed_;) {
    const auto written = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      closed_ = true;
      throw std::runtime_error("standard output cannot be written; is the disk full?");
    }
  }
  buffer_.clear();
  return !closed_;
}

std::optional<RecordFormat> record_format(std::string_view name) {
  for (const auto& [known, format] : {std::pair{"text", RecordFormat::Text}, {"json", RecordFormat::Json}, {"jsonl", RecordFormat::JsonLines}, {"csv", RecordFormat::Csv}}) {
    if (name == known) return format;
  }
  return std::nullopt;
}

RecordWriter::RecordWriter(RecordFormat format, std::vector<std::string> columns) : format_(format), columns_(std::move(columns)) {
  if (format_ != RecordFormat::Csv) return;
  std::string header;
  for (const auto& column : columns_) header += (header.empty() ? "" : ",") + csv_field(column);
  output_.write(header + "\r\n");
}

bool RecordWriter::write(const Json& record) {
  const bool first = count_++ == 0;
  std::string text;
  switch (format_) {
    case RecordFormat::JsonLines: text = dump(record) + "\n"; break;
    case RecordFormat::Json: text = (first ? "[\n" : ",\n") + dump(record); break;
    case RecordFormat::Csv:
      for (const auto& column : columns_) text += (text.empty() && &column == &columns_.front() ? "" : ",") + csv_field(field(record, column));
      text += "\r\n";
      break;
    case RecordFormat::Text:
      if (!first) text = "\n";
      for (const auto& column : columns_) {
        if (const auto value = field(record, column); !value.empty()) text += value + "\n";
      }
      break;
  }
  return output_.write(text);
}

void RecordWriter::finish() {
  if (format_ == RecordFormat::Json) output_.write(count_ == 0 ? "[]\n" : "\n]\n");
  output_.flush();
}

}  // namespace synoptic::cli
