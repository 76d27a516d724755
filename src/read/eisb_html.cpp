#include "read/eisb_html.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "model/iri.h"
#include "read/act_number.h"
#include "read/eisb_html_lines.h"
#include "read/encoding.h"
#include "read/html_scanner.h"
#include "read/quoted_lines.h"
#include "read/text_builder.h"
#include "read/unique_eids.h"

namespace synoptic::read {

namespace {

constexpr std::string_view eisb_country = "IE";
constexpr std::string_view eisb_dash = "—";
// Every section bears the titles above it: a page that is no Act must not multiply them.
constexpr std::ptrdiff_t deepest_division = 8;
constexpr std::size_t longest_division_title = 2000;

// What an anchor begins.
enum class EisbAnchor { None, Section, Paragraph, Division };

bool is_number_behind(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) && name.size() > prefix.size() && base::ascii::is_digit(name[prefix.size()]);
}

EisbAnchor anchor_kind(std::string_view name) {
  if (name.empty()) return EisbAnchor::None;
  if (is_number_behind(name, "sec")) return EisbAnchor::Section;
  return is_number_behind(name, "s") ? EisbAnchor::Paragraph : EisbAnchor::Division;
}

// "part2-chap1" stands in "part2".
std::ptrdiff_t depth_of(std::string_view anchor) { return std::min(std::count(anchor.begin(), anchor.end(), '-'), deepest_division); }

// "AN ACT TO ... [26th July, 1960.]", and "[27 th July, 2015]" where the letters are in italics
std::optional<base::Date> enacted_on(std::string_view line) {
  const auto bracket = line.rfind('[');
  if (bracket == std::string_view::npos || !base::trim(line).ends_with(']')) return std::nullopt;
  std::string words(line.substr(bracket + 1));
  const auto gap = words.find(' ');
  if (gap != std::string::npos && gap > 0 && base::ascii::is_digit(words[gap - 1])) {
    for (const std::string_view ending : {"st ", "nd ", "rd ", "th "}) {
      if (std::string_view(words).substr(gap + 1).starts_with(ending)) words.erase(gap, ending.size());
    }
  }
  return base::parse_date_words(words, "en");
}

// "12.—(1) Bells ring." -> "(1) Bells ring."
std::string without_number(std::string_view line, std::string_view num) {
  if (!line.starts_with(num) || !line.substr(num.size()).starts_with('.')) return std::string(line);
  line = base::trim(line.substr(num.size() + 1));
  if (line.starts_with(eisb_dash)) line.remove_prefix(eisb_dash.size());
  return std::string(base::trim(line));
}

class EisbPage {
 public:
  EisbPage(const SourceFile& file, const Output& output) : file_(file), output_(output), decoded_(decode_document(file.bytes)) {}

  void run() {
    const auto made = eisb_lines(decoded_.text);
    const auto first = std::find_if(made.lines.begin(), made.lines.end(), [](const EisbLine& line) { return anchor_kind(line.anchor) != EisbAnchor::None; });
    if (!head(made.lines.begin(), first)) {
      return output_.diagnostic({.element = "div", .message = "no line \"Number ... of ...\" that says which Act this is", .hint = "it cannot be cited; fetch the page of the full Act (print.html)"});
    }
    for (auto line = first; line != made.lines.end(); ++line) take(*line);
    if (decoded_.text.find("</html>") == std::string_view::npos) {
      const auto start = open_ ? decoded_.original_offset(open_->source.span.start) : file_.bytes.size();
      output_.diagnostic({.byte = start, .element = open_ ? open_->num : std::string(), .message = made.complete ? "the page breaks off behind the Act" : "the page breaks off here; this section is left out", .hint = "the file may be cut off; fetch it again"});
      if (!made.complete) open_.reset();
    }
    close();
    output_.work(std::move(read_));
  }

 private:
  using Lines = std::vector<EisbLine>::const_iterator;

  bool head(Lines line, Lines end) {
    std::optional<ActNumber> number;
    for (; line != end; ++line) {
      if (line->text.starts_with("Number ")) number = find_act_number(line->text);
      if (const auto day = enacted_on(line->text)) read_.work.date = day;
    }
    if (!number) return false;
    read_.work.jurisdiction = eisb_country;
    read_.work.title = html_title(decoded_.text);
    read_.work.number = fmt::format("No. {} of {}", number->number, number->year);
    read_.work.iri = model::work_iri(eisb_country, "act", {}, std::to_string(number->year), std::to_string(number->number));
    read_.work.source_url = fmt::format("https://www.irishstatutebook.ie/eli/{}/act/{}/", number->year, number->number);
    return true;
  }

  void take(const EisbLine& line) {
    switch (anchor_kind(line.anchor)) {
      case EisbAnchor::Section:
        begin_section(line);
        return;
      case EisbAnchor::Division:
        if (base::ascii::upper(line.text).find("SCHEDULE") != std::string::npos) return begin_schedule(line);
        if (open_ && open_->kind == "schedule") break;  // its parts are lines of it
        return begin_division(line);
      case EisbAnchor::Paragraph:
        in_heading_ = false;
        break;
      case EisbAnchor::None:
        break;
    }
    if (!open_) {
      return go_on_with_title(line.text);
    }
    in_heading_ = in_heading_ && !ends_heading(line);
    const bool reference = open_->kind == "schedule" && line.text.starts_with("Section");  // "Section 5": where it is given effect
    if (in_heading_ && !reference) {
      join(open_->heading, line.text);
    } else {
      lines_.push_back(lines_.empty() ? without_number(line.text, open_->num) : line.text);
    }
    open_->source.span.end = line.end;
  }

  bool ends_heading(const EisbLine& line) const {
    if (open_->kind == "schedule") return !line.centred;
    return !open_->heading.empty() && line.text.starts_with(open_->num + ".");
  }

  static void join(std::string& heading, std::string_view words) {
    if (!heading.empty() && !words.empty()) heading += ' ';
    heading += words;
  }

  void begin(std::string kind, std::string num, const EisbLine& line) {
    close();
    open_.emplace();
    open_->kind = std::move(kind);
    open_->num = std::move(num);
    open_->source.span = {line.start, line.end};
    in_heading_ = true;
  }

  void begin_section(const EisbLine& line) {
    begin("section", line.anchor.substr(sizeof "sec" - 1), line);
    if (line.text.starts_with(open_->num + ".")) {  // without a heading
      in_heading_ = false;
      lines_.push_back(without_number(line.text, open_->num));
    } else {
      open_->heading = line.text;
    }
  }

  // "SCHEDULE 2", or "SECOND SCHEDULE" whose number the anchor says: "sched2"
  void begin_schedule(const EisbLine& line) {
    auto digits = line.text.find_first_of("0123456789") != std::string::npos ? line.text : line.anchor;
    digits.erase(0, std::min(digits.find_first_of("0123456789"), digits.size()));
    begin("schedule", digits.substr(0, digits.find_first_not_of("0123456789")), line);
    path_.clear();
    path_.emplace_back(0, std::string());
    go_on_with_title(line.text);
  }

  void begin_division(const EisbLine& line) {
    close();
    const auto depth = depth_of(line.anchor);
    while (!path_.empty() && path_.back().first >= depth) path_.pop_back();
    path_.emplace_back(depth, std::string());
    go_on_with_title(line.text);
  }

  void go_on_with_title(std::string_view words) {
    if (!path_.empty() && path_.back().second.size() + words.size() < longest_division_title) join(path_.back().second, words);
  }

  void close() {
    const auto lines = std::exchange(lines_, {});
    if (!open_) return;
    auto provision = std::move(*open_);
    open_.reset();
    TextBuilder builder;
    add_quoted_lines(lines, builder);
    auto words = builder.take();
    provision.text = std::move(words.text);
    provision.quoted = std::move(words.quoted);
    for (const auto& [depth, heading] : path_) provision.path.push_back(heading);
    provision.jurisdiction = eisb_country;
    provision.lang = "en";
    const std::string prefix = provision.kind == "section" ? "sec" : "sched";
    const auto number = model::eid_number(provision.num);
    provision.iri = {read_.work.iri, model::iso639_3("en"), read_.work.date ? read_.work.date->iso() : std::string(), eids_(number.empty() ? prefix : fmt::format("{}_{}", prefix, number))};
    const auto span = provision.source.span;
    provision.source = {file_.name, file_.sha256, {decoded_.original_offset(span.start), decoded_.original_offset(span.end)}};
    read_.provisions.push_back(std::move(provision));
  }

  const SourceFile& file_;
  const Output& output_;
  Decoded decoded_;
  ReadWork read_;
  std::vector<std::pair<std::ptrdiff_t, std::string>> path_;
  std::optional<model::Provision> open_;
  std::vector<std::string> lines_;  // of the open provision
  bool in_heading_ = false;
  UniqueEids eids_;
};

}  // namespace

int is_eisb_html(std::string_view start) {
  const bool page = start.find("<html") != std::string_view::npos && start.find("http://www.irishstatutebook.ie/eli/") != std::string_view::npos;
  return page && start.find("<div class=\"act-content\" id=\"act\"") != std::string_view::npos ? 90 : 0;
}

void read_eisb_html(const SourceFile& file, const Output& output) { EisbPage(file, output).run(); }

}  // namespace synoptic::read
