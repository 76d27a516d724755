#include "read/pdf.h"

#include <string>
#include <utility>

#include "read/child_process.h"
#include "read/reader_registry.h"

namespace synoptic::read {

int is_pdf(std::string_view start) { return start.substr(0, 1024).find("%PDF-") != std::string_view::npos ? 90 : 0; }

void read_pdf(const SourceFile& file, const Output& output) {
  auto text = run_filter({"pdftotext", "-layout", "-enc", "UTF-8", "-", "-"}, file.bytes);
  if (!text) {
    auto error = std::move(text.error());
    if (error.hint.empty()) error.hint = "install poppler-utils (Debian: apt-get install poppler-utils), which has pdftotext";
    return output.diagnostic(std::move(error));
  }
  const auto* format = detect_format(*text);
  if (format == nullptr || format->read == read_pdf) {
    const bool scanned = text->find_first_not_of(" \t\r\n\f") == std::string::npos;
    return output.diagnostic({.message = scanned ? "this PDF has pictures of pages, no words" : "the words of this PDF look like no law that is known",
                              .hint = scanned ? "recognise its text first (ocrmypdf)" : "read the law in another format of its publisher"});
  }
  const Output whole{.work =
                         [&](ReadWork&& work) {
                           for (auto& provision : work.provisions) provision.source = {file.name, file.sha256, {0, file.bytes.size()}};
                           output.work(std::move(work));
                         },
                     .diagnostic =
                         [&](base::Diagnostic&& diagnostic) {
                           diagnostic.line = {};
                           diagnostic.byte = {};
                           output.diagnostic(std::move(diagnostic));
                         }};
  format->read({file.name, *text, file.sha256}, whole);
}

}  // namespace synoptic::read
