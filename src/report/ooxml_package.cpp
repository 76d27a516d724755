#include "report/ooxml_package.h"

#include <memory>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/core.h>

#include "report/xml_text.h"

namespace synoptic::report {

namespace {

constexpr std::string_view relationship_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// RFC 3986: what is no character of a URI is percent-encoded; escapes that are there stay.
std::string uri(std::string_view url) {
  std::string result;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", byte);
    }
  }
  return result;
}

la_ssize_t append(archive*, void* sink, const void* data, std::size_t size) {
  static_cast<std::string*>(sink)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

bool put(archive* zip, const std::string& name, const std::string& content) {
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), 0, 0);  // before the first day of zip files, so that it is written as that day wherever this runs
  return archive_write_header(zip, entry.get()) == ARCHIVE_OK && archive_write_data(zip, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
}

}  // namespace

std::string Relationships::add(std::string_view type, std::string_view target) {
  std::string id = fmt::format("rId{}", ++count_);
  body_ += fmt::format("<Relationship Id=\"{}\" Type=\"{}{}\" Target=\"{}\"/>\n", id, relationship_types, type, xml_text(target));
  return id;
}

std::string Relationships::add_link(std::string_view url) {
  const std::string target = uri(url);
  for (const auto& [known, id] : links_) {
    if (known == target) return id;
  }
  links_.emplace_back(target, fmt::format("rId{}", ++count_));
  body_ += fmt::format("<Relationship Id=\"{}\" Type=\"{}hyperlink\" Target=\"{}\" TargetMode=\"External\"/>\n", links_.back().second, relationship_types, xml_text(target));
  return links_.back().second;
}

std::string Relationships::xml() const {
  return fmt::format("{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n{}</Relationships>\n", xml_declaration, body_);
}

std::string package_relationships(std::string_view main_part) {
  return fmt::format(
      "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n<Relationship Id=\"rId1\" Type=\"{}officeDocument\" Target=\"{}\"/>\n"
      "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\n</Relationships>\n",
      xml_declaration, relationship_types, main_part);
}

void OoxmlPackage::add_properties(std::string_view title, const base::Date& day) {
  add("docProps/core.xml",
      fmt::format("{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                  "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<dc:title>{}</dc:title>\n"
                  "<dc:creator>Synoptic</dc:creator>\n<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:created>\n"
                  "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:modified>\n</cp:coreProperties>\n",
                  xml_declaration, xml_text(title), day.iso(), day.iso()));
}

base::Result<std::string> OoxmlPackage::bytes() const {
  std::string bytes;
  const std::unique_ptr<archive, decltype(&archive_write_free)> zip(archive_write_new(), archive_write_free);
  archive_write_set_bytes_per_block(zip.get(), 0);  // no padding at the end
  bool good = archive_write_set_format_zip(zip.get()) == ARCHIVE_OK && archive_write_open(zip.get(), &bytes, nullptr, append, nullptr) == ARCHIVE_OK;
  for (const auto& [name, content] : parts_) good = good && put(zip.get(), name, content);
  if (good && archive_write_close(zip.get()) == ARCHIVE_OK) return bytes;
  const char* reason = archive_error_string(zip.get());
  return base::failure(fmt::format("the document cannot be packed: {}", reason == nullptr ? "unknown reason" : reason));
}

}  // namespace synoptic::report
