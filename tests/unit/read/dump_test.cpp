#include "dump.h"

#include <stdexcept>

#include "base/sha256.h"
#include "read/reader_registry.h"

namespace synoptic::test {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : std::string(separator)) + part;
  return text;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? std::string("¶") : std::string(1, c);
  return line;
}

std::string line(const model::Provision& provision) {
  std::string text = provision.iri.eid + " [" + provision.num + "] " + provision.heading + " | ";
  if (!provision.path.empty()) text += joined(provision.path, " > ") + " | ";
  text += std::string(model::to_string(provision.status)) + " " + (provision.valid_from ? provision.valid_from->iso() : "") + ".." +
          (provision.valid_to ? provision.valid_to->iso() : "") + " " + joined(provision.extent, ",") + " | " + on_one_line(provision.text);
  for (const auto& [span, target] : provision.quoted) {
    text += " | " + std::to_string(span.start) + ".." + std::to_string(span.end) + (target.empty() ? "" : " " + target);
  }
  return text;
}

}  // namespace

const model::Provision* Reading::find(std::string_view eid) const {
  for (const auto& work : works) {
    for (const auto& provision : work.provisions) {
      if (provision.iri.eid == eid) return &provision;
    }
  }
  return nullptr;
}

std::size_t Reading::provisions() const {
  std::size_t count = 0;
  for (const auto& work : works) count += work.provisions.size();
  return count;
}

Reading read_with(std::string_view format, std::string_view bytes, std::string name) {
  const auto* reader = read::find_format(format);
  if (reader == nullptr) throw std::runtime_error("no such format: " + std::string(format));
  Reading reading;
  const read::SourceFile file{std::move(name), bytes, base::sha256(bytes)};
  reader->read(file, {[&](read::ReadWork&& work) { reading.works.push_back(std::move(work)); },
                      [&](base::Diagnostic&& diagnostic) { reading.diagnostics.push_back(std::move(diagnostic)); }});
  return reading;
}

std::string dump(const read::ReadWork& read_work) {
  const auto& work = read_work.work;
  std::string text = "= " + work.iri + " | " + std::string(model::to_string(work.type)) + " | " + work.title + " | " + work.number + " | " +
                     (work.date ? work.date->iso() : "");
  if (!read_work.provisions.empty()) {
    const auto& first = read_work.provisions.front().iri;
    text += " | " + first.lang + (first.version.empty() ? "" : "@" + first.version);
  }
  if (!work.official) text += " | not official";
  if (work.digest) text += " | digest";
  text += "\n";
  for (const auto& provision : read_work.provisions) text += line(provision) + "\n";
  return text;
}

std::string dump(const Reading& reading) {
  std::string text;
  for (const auto& work : reading.works) text += dump(work);
  for (const auto& diagnostic : reading.diagnostics) text += "! " + base::to_string(diagnostic) + "\n";
  return text;
}

}  // namespace synoptic::test
