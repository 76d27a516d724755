#include "read/manuscript_docx.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "read/archive.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;  // of one part, unpacked
constexpr std::array<std::string_view, 3> docx_parts{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"};

using Parts = std::map<std::string, std::string, std::less<>>;

base::Result<Parts> unpack(const std::string& name, std::string_view bytes) {
  Parts found;
  ArchiveReader archive;
  if (!archive.open(bytes)) return base::failure({.file = name, .message = "cannot be unpacked: " + archive.trouble(), .hint = "the file may be damaged"});
  constexpr std::size_t most_members = 10000;
  std::size_t members = 0;
  while (const auto member = archive.next()) {
    if (++members > most_members) return base::failure({.file = name, .message = "holds more than 10,000 files", .hint = "this is no text that Word wrote"});
    const bool wanted = std::find(docx_parts.begin(), docx_parts.end(), member->name) != docx_parts.end();
    if (!wanted || member->kind != Member::Kind::File) continue;
    std::string part;
    const auto how = archive.read(part, most_bytes);
    if (how == ArchiveReader::Read::TooLong) return base::failure({.file = name, .element = member->name, .message = "unpacks to more than 64 MiB", .hint = "save the text in several files"});
    if (how == ArchiveReader::Read::Broken) return base::failure({.file = name, .element = member->name, .message = "cannot be unpacked: " + archive.trouble(), .hint = "the file may be cut off"});
    found[member->name] = std::move(part);
  }
  if (!found.contains(docx_parts.front())) {
    return base::failure({.file = name, .message = "is an archive without word/document.xml", .hint = "save the text as .docx, .html, .md or .txt"});
  }
  return found;
}

class PartReader {
 public:
  explicit PartReader(Manuscript& manuscript) : out_(manuscript) {}

  void read(pugi::xml_node node) {
    for (const auto element : node.children()) {
      if (local_name(element) == "p") {
        paragraph(element);
      } else if (!is_text(element)) {
        read(element);  // tables, text boxes; the depth of the tree is bounded
      }
    }
  }

 private:
  void paragraph(pugi::xml_node node) {
    const std::size_t start = out_.text.size();
    const auto style = base::lower(attribute(child(node, {"pPr", "pStyle"}), "w:val"));
    runs(node);
    out_.source += '\n';
    out_.end_paragraph();
    const bool quotation = style.find("quot") != std::string::npos || style.find("citation") != std::string::npos;
    if (quotation && out_.text.size() > start) out_.quoted.push_back({start, out_.text.size()});
  }

  void runs(pugi::xml_node node) {
    for (const auto element : node.children()) {
      const auto name = local_name(element);
      if (name == "t") {
        add(element.text().get());
      } else if (name == "tab" || name == "br" || name == "cr") {
        if (local_name(node) == "r") add(" ");
      } else if (name == "noBreakHyphen") {
        add("-");
      } else if (name == "p") {
        paragraph(element);  // of a text box
      } else if (!is_text(element) && name != "pPr" && name != "rPr") {
        runs(element);
      }
    }
  }

  void add(std::string_view text) {
    std::string line = base::repair_utf8(text);
    for (char& c : line) {
      if (c == '\n' || c == '\r' || c == '\f') c = ' ';
    }
    out_.add(line, out_.source.size());
    out_.source += line;
  }

  Manuscript& out_;
};

}  // namespace

base::Result<Manuscript> read_docx_manuscript(const std::string& name, std::string_view bytes) {
  const auto unpacked = unpack(name, bytes);
  if (!unpacked) return tl::unexpected(unpacked.error());
  Manuscript manuscript;
  for (const auto part : docx_parts) {
    const auto content = unpacked->find(part);
    if (content == unpacked->end()) continue;
    const SourceFile file{name + "!" + std::string(part), content->second, {}};
    const auto document = XmlDocument::load(file);
    if (!document) {
      auto diagnostic = document.error();
      diagnostic.file = file.name;
      return base::failure(std::move(diagnostic));
    }
    PartReader(manuscript).read(document->root());
  }
  return manuscript;
}

}  // namespace synoptic::read
