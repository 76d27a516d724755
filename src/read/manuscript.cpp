#include "read/manuscript.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/archive.h"
#include "read/encoding.h"
#include "read/manuscript_docx.h"
#include "read/manuscript_html.h"
#include "read/pdf_text.h"

namespace synoptic::read {

namespace {

constexpr std::size_t sniffed = 64 << 10;

bool looks_like_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

bool looks_like_html(std::string_view bytes) {
  const std::string start = base::lower(bytes.substr(0, sniffed));
  constexpr std::array<std::string_view, 3> marks{"<!doctype html", "<html", "<body"};
  return std::any_of(marks.begin(), marks.end(), [&](const auto mark) { return start.find(mark) != std::string::npos; });
}

bool starts_line(std::string_view text, std::string_view mark) { return text.starts_with(mark) || text.find("\n" + std::string(mark)) != std::string_view::npos; }

bool looks_like_markdown(std::string_view bytes) {
  const auto start = bytes.substr(0, sniffed);
  for (const std::string_view mark : {"# ", "## ", "### ", "> ", "* ", "```"}) {
    if (starts_line(start, mark)) return true;
  }
  return start.find("](") != std::string_view::npos || start.find("**") != std::string_view::npos;
}

bool looks_like_text(std::string_view bytes) {
  const auto start = bytes.substr(0, sniffed);
  const bool wide = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
  return wide || start.find('\0') == std::string_view::npos;
}

// Lines to paragraphs: a line break inside one is a space. `marked`: Markdown, whose marks are no words.
class ManuscriptLineReader {
 public:
  ManuscriptLineReader(Manuscript& manuscript, bool marked) : out_(manuscript), marked_(marked) {}

  void read() {
    const std::string_view source = out_.source;
    for (std::size_t at = 0; at < source.size();) {
      std::size_t end = source.find_first_of("\n\f", at);
      if (end == std::string_view::npos) end = source.size();
      line(at, end);
      at = end + 1;
    }
    end_quotation();
  }

 private:
  void line(std::size_t at, std::size_t end) {
    const std::string_view source = out_.source;
    bool quoted = false;
    const auto skip_spaces = [&] {
      while (at < end && (source[at] == ' ' || source[at] == '\t' || source[at] == '\r')) ++at;
    };
    skip_spaces();
    while (marked_ && at < end && source[at] == '>') {
      quoted = true;
      ++at;
      skip_spaces();
    }
    while (end > at && (source[end - 1] == ' ' || source[end - 1] == '\r' || source[end - 1] == '\t')) --end;
    if (quoted != in_quotation_) {
      out_.end_paragraph();
      quoted ? begin_quotation() : end_quotation();
    }
    if (at == end) {
      out_.end_paragraph();
      return;
    }
    const bool heading = marked_ && source[at] == '#';
    const bool item = marked_ && end - at > 1 && (source[at] == '-' || source[at] == '*' || source[at] == '+') && source[at + 1] == ' ';
    if (heading || item) out_.end_paragraph();
    if (heading) at = std::min(end, source.find_first_not_of("# ", at));
    if (item) at += 2;
    if (!out_.text.empty() && out_.text.back() != '\n') out_.add(" ", at);
    if (marked_) {
      words(at, end);
    } else {
      out_.add(source.substr(at, end - at), at);
    }
    if (heading) out_.end_paragraph();
  }

  // Emphasis, code marks, escapes and the addresses of links are left out.
  void words(std::size_t at, std::size_t end) {
    const std::string_view source = out_.source;
    std::size_t from = at;
    const auto drop = [&](std::size_t first, std::size_t last) {
      if (first > from) out_.add(source.substr(from, first - from), from);
      from = last;
    };
    for (std::size_t i = at; i < end; ++i) {
      const char c = source[i];
      const bool edge = i == at || i + 1 == end || source[i - 1] == ' ' || source[i + 1] == ' ' || source[i + 1] == '*' || source[i - 1] == '*';
      if (c == '\\' && i + 1 < end && std::string_view("\\`*_{}[]()#+-.!>").find(source[i + 1]) != std::string_view::npos) {
        drop(i, i + 1);
        ++i;
      } else if (c == '*' || c == '`' || (c == '_' && edge)) {
        drop(i, i + 1);
      } else if (c == '[') {
        const auto close = source.find("](", i);
        const auto address = close == std::string_view::npos || close >= end ? std::string_view::npos : source.find(')', close);
        if (address != std::string_view::npos && address < end) link_end_ = {close, address + 1}, drop(i, i + 1);
      } else if (c == ']' && i == link_end_.start) {
        drop(i, link_end_.end);
        i = link_end_.end - 1;
      }
    }
    drop(end, end);
  }

  void begin_quotation() {
    in_quotation_ = true;
    quotation_ = out_.text.size();
  }
  void end_quotation() {
    if (in_quotation_) out_.quoted.push_back({quotation_, out_.text.size()});
    in_quotation_ = false;
  }

  Manuscript& out_;
  bool marked_;
  bool in_quotation_ = false;
  std::size_t quotation_ = 0;
  base::Span link_end_{std::string_view::npos, 0};
};

Manuscript manuscript_of_lines(std::string source, bool marked) {
  Manuscript manuscript;
  manuscript.source = std::move(source);
  ManuscriptLineReader(manuscript, marked).read();
  return manuscript;
}

base::Result<Manuscript> read_text_manuscript(const std::string&, std::string_view bytes) { return manuscript_of_lines(std::string(decode_document(bytes).text), false); }
base::Result<Manuscript> read_markdown_manuscript(const std::string&, std::string_view bytes) { return manuscript_of_lines(std::string(decode_document(bytes).text), true); }

base::Result<Manuscript> read_pdf_manuscript(const std::string& name, std::string_view bytes) {
  const auto text = pdf_text(bytes, PdfOrder::Reading);
  if (!text) {
    auto diagnostic = text.error();
    diagnostic.file = name;
    return base::failure(std::move(diagnostic));
  }
  return manuscript_of_lines(*text, false);
}

constexpr std::array manuscript_readers{
    ManuscriptFormat{"pdf", "PDF, through pdftotext", looks_like_pdf, read_pdf_manuscript},
    ManuscriptFormat{"docx", "Office Open XML text, as Word writes it", is_archive, read_docx_manuscript},
    ManuscriptFormat{"html", "web pages", looks_like_html, read_html_manuscript},
    ManuscriptFormat{"markdown", "Markdown", looks_like_markdown, read_markdown_manuscript},
    ManuscriptFormat{"text", "plain text", looks_like_text, read_text_manuscript},
};

}  // namespace

void Manuscript::add(std::string_view piece, std::size_t at) {
  if (piece.empty()) return;
  if (anchors_.empty() || at - anchors_.back().second != text.size() - anchors_.back().first) anchors_.emplace_back(text.size(), at);
  text += piece;
}

void Manuscript::end_paragraph() {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  while (!anchors_.empty() && anchors_.back().first > text.size()) anchors_.pop_back();
  if (!text.empty() && !text.ends_with("\n\n")) text += "\n\n";
}

Position Manuscript::position(std::size_t offset) const {
  const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), offset, [](std::size_t at, const auto& anchor) { return at < anchor.first; });
  std::size_t at = after == anchors_.begin() ? offset : std::prev(after)->second + (offset - std::prev(after)->first);
  at = std::min(at, source.size());
  if (lines_.empty()) {
    lines_ = {0}, pages_ = {0};
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (source[i] == '\f') pages_.push_back(i + 1);
      if (source[i] == '\n' || source[i] == '\f') lines_.push_back(i + 1);
    }
  }
  const auto number_of = [](const std::vector<std::size_t>& starts, std::size_t place) {
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), place) - starts.begin());
  };
  Position position;
  const auto page = number_of(pages_, at);
  const auto line = number_of(lines_, at);
  if (pages_.size() > 1) position.page = page;
  position.line = line - number_of(lines_, pages_[page - 1]) + 1;
  position.column = 1 + base::code_points(std::string_view(source).substr(lines_[line - 1], at - lines_[line - 1]));
  return position;
}

std::span<const ManuscriptFormat> manuscript_formats() { return manuscript_readers; }

base::Result<Manuscript> read_manuscript(const std::string& name, std::string_view bytes) {
  for (const auto& format : manuscript_readers) {
    if (!format.is(bytes)) continue;
    auto manuscript = format.read(name, bytes);
    if (manuscript) manuscript->format = format.name;
    return manuscript;
  }
  return base::failure({.file = name, .message = "is no text, Markdown, HTML, DOCX or PDF", .hint = "save it as one of these"});
}

}  // namespace synoptic::read
