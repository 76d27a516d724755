// The report as CommonMark with pipe tables: for wikis, mails and version control. Footnotes are those of GitHub, GitLab and Pandoc.
#include "report/writer.h"

namespace synoptic::report {

namespace {

// Foreign words must not become mark-up.
std::string escape(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '\\': case '`': case '*': case '_': case '[': case ']': case '<': case '>': case '|': case '#':
        result += '\\';
        result += c;
        break;
      case '\n': result += ' '; break;
      default: result += c;
    }
  }
  return result;
}

std::string inline_text(const Inline& run) {
  std::string text = escape(run.text);
  const auto wrap = [&text](std::string_view open, std::string_view close) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return;
    const auto last = text.find_last_not_of(' ');
    text.insert(last + 1, close).insert(first, open);
  };
  switch (run.style) {
    case Inline::Style::Strong: wrap("**", "**"); break;
    case Inline::Style::Muted:
    case Inline::Style::Quote: wrap("*", "*"); break;
    case Inline::Style::Removed: wrap("<del>", "</del>"); break;  // inline HTML is CommonMark; ~~ is not
    case Inline::Style::Added: wrap("<ins>", "</ins>"); break;
    case Inline::Style::Plain: break;
  }
  if (!run.link.empty()) text = "[" + text + "](<" + run.link + ">)";
  if (run.source != 0) text += "[^" + std::to_string(run.source) + "]";
  return text;
}

std::string inlines_text(const std::vector<Inline>& inlines) {
  std::string text;
  for (const auto& run : inlines) text += inline_text(run);
  return text;
}

class MarkdownWriter {
 public:
  std::string write(const Document& document) {
    out_ = "# " + escape(document.title) + "\n\n";
    if (!document.subtitle.empty()) out_ += escape(document.subtitle) + "\n\n";
    for (const auto& fact : document.facts) out_ += "- " + escape(fact.label) + ": " + escape(fact.value) + "\n";
    if (!document.facts.empty()) out_ += "\n";
    for (const auto& block : document.blocks) std::visit([this](const auto& value) { put(value); }, block);
    if (!document.footer.empty()) {
      out_ += "---\n\n";
      for (const auto& paragraph : document.footer) put(paragraph);
    }
    for (std::size_t i = 0; i < document.sources.size(); ++i) out_ += "[^" + std::to_string(i + 1) + "]: " + inlines_text(document.sources[i].inlines) + "\n";
    return std::move(out_);
  }

 private:
  void put(const Heading& heading) { out_ += "## " + escape(heading.text) + "\n\n"; }

  static bool is_item(const Paragraph& paragraph) {
    return paragraph.kind == Paragraph::Kind::Bullet || paragraph.kind == Paragraph::Kind::SubBullet;
  }

  void put(const Paragraph& paragraph) { put_all({paragraph}); }

  // A list ends with an empty line before a paragraph of another kind.
  void put_all(const std::vector<Paragraph>& paragraphs) {
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const auto& paragraph = paragraphs[i];
      if (paragraph.kind == Paragraph::Kind::Bullet) out_ += "- ";
      if (paragraph.kind == Paragraph::Kind::SubBullet) out_ += "  - ";
      if (paragraph.kind == Paragraph::Kind::Quotation) out_ += "> ";
      out_ += inlines_text(paragraph.inlines) + "\n";
      const bool list_goes_on = is_item(paragraph) && i + 1 < paragraphs.size() && is_item(paragraphs[i + 1]);
      if (!list_goes_on) out_ += "\n";
    }
  }

  void put(const Table& table) {
    if (!table.caption.empty()) out_ += "**" + escape(table.caption) + "**\n\n";
    for (const auto& title : table.columns) out_ += "| " + escape(title) + " ";
    out_ += "|\n";
    for (std::size_t i = 0; i < table.columns.size(); ++i) out_ += "|---";
    out_ += "|\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) put_row(table, i);
    out_ += "\n";
  }

  void put_row(const Table& table, std::size_t index) {
    for (std::size_t column = 0; column < table.rows[index].size(); ++column) {
      out_ += "| ";
      const auto& paragraphs = table.rows[index][column].paragraphs;
      for (std::size_t i = 0; i < paragraphs.size() && !(column == 0 && continues_group(table, index)); ++i) out_ += (i == 0 ? "" : "<br>") + inlines_text(paragraphs[i].inlines);
      out_ += " ";
    }
    out_ += "|\n";
  }

  void put(const Figure& figure) { put(figure.table); }

  void put(const std::vector<Column>& columns) {
    for (const auto& column : columns) {
      put(Heading{column.badge.empty() ? column.title : column.title + " — " + column.badge});
      put_all(column.introduction);
      for (const auto& card : column.cards) {
        out_ += "### " + inlines_text(card.title) + "\n\n";
        put_all(card.paragraphs);
      }
    }
  }

  std::string out_;
};

}  // namespace

std::string write_markdown(const Document& document, const WriterOptions&) { return MarkdownWriter().write(document); }

}  // namespace synoptic::report
