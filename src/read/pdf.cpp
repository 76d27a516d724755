#include "read/pdf.h"

#include <string>
#include <utility>

#include "read/pdf_text.h"
#include "read/reader_registry.h"

namespace synoptic::read {

int is_pdf(std::string_view start) { return start.substr(0, 1024).find("%PDF-") != std::string_view::npos ? 90 : 0; }

void read_pdf(const SourceFile& file, const Output& output) {
  const auto text = pdf_text(file.bytes, PdfOrder::Page);
  if (!text) return output.diagnostic(base::Diagnostic(text.error()));
  const auto* format = detect_format(*text);
  if (format == nullptr || format->read == read_pdf) {
    return output.diagnostic({.message = "the words of this PDF look like no law that is known", .hint = "read the law in another format of its publisher"});
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
