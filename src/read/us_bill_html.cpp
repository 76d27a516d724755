#include "read/us_bill_html.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "model/iri.h"
#include "read/encoding.h"
#include "read/html_scanner.h"
#include "read/text_builder.h"
#include "read/unique_eids.h"
#include "read/us_bill_html_lines.h"
#include "read/us_bill_name.h"

namespace synoptic::read {

namespace {

constexpr std::string_view opening = "“";
constexpr std::string_view closing = "”";
constexpr std::string_view dash = "—";
constexpr std::string_view bill_digits = "0123456789";
// What may follow the mark that closes a quoted amendment: "”; and".
constexpr std::array<std::string_view, 7> behind_quote{"", ".", ";", ",", "; and", "; or", ", and"};

// Headings by rank, the outermost first: a line of that class that begins with the word, or any line of the class.
struct BillRank {
  std::string_view cls, word, kind;
};
constexpr std::array<BillRank, 10> bill_ranks{{{"", "DIVISION ", "division"},
                                               {"", "TITLE ", "title"},
                                               {"", "SUBTITLE ", "subtitle"},
                                               {"", "CHAPTER ", "chapter"},
                                               {"", "SUBCHAPTER ", "subchapter"},
                                               {"", "PART ", "part"},
                                               {"", "SUBPART ", "subpart"},
                                               {"HeaderAppropMajor", "", "appropriations-major"},
                                               {"HeaderAppropIntermediate", "", "appropriations-intermediate"},
                                               {"HeaderAppropSmall", "", "appropriations-small"}}};

const BillRank* rank_of(const UsBillLine& line) {
  const auto words = base::ascii::upper(line.text);
  const auto found = std::find_if(bill_ranks.begin(), bill_ranks.end(), [&](const BillRank& rank) {
    return rank.word.empty() ? line.level.starts_with(rank.cls) : words.starts_with(rank.word);
  });
  return found == bill_ranks.end() ? nullptr : &*found;
}

// "SECTION 1. Short title." -> "1", "Short title", the rest of the line
struct BillHead {
  std::string num, heading, rest;
};

std::optional<BillHead> bill_head_of(const UsBillLine& line) {
  if (line.head == 0) return std::nullopt;
  const auto head = std::string_view(line.text).substr(0, std::min(line.head, line.text.size()));
  const auto space = head.find(' ');
  const auto word = base::lower(head.substr(0, space));
  if (space == std::string_view::npos || (word != "section" && word != "sec.")) return std::nullopt;
  const auto number = head.substr(space + 1, head.find('.', space) - space - 1);
  if (number.empty() || bill_digits.find(number.front()) == std::string_view::npos || number.find(' ') != std::string_view::npos) return std::nullopt;
  auto heading = base::trim(head.substr(std::min(space + 1 + number.size() + 1, head.size())));
  if (heading.ends_with('.')) heading.remove_suffix(1);
  return BillHead{std::string(number), std::string(heading), std::string(base::trim(std::string_view(line.text).substr(head.size())))};
}

// The digits of "119th CONGRESS" or of the picture that bears the name of an enrolled bill's Congress.
std::string congress_of(std::string_view page, const std::vector<UsBillLine>& lines) {
  constexpr std::size_t longest = sizeof "119th CONGRESS";
  for (const auto& line : lines) {
    const bool digits = line.text.size() <= longest && bill_digits.find(line.text.front()) != std::string_view::npos;
    if (digits && base::ascii::upper(line.text).ends_with(" CONGRESS")) return line.text;
  }
  constexpr std::string_view picture = "EnrolledTitle_";
  const auto at = page.find(picture);
  if (at == std::string_view::npos) return {};
  const auto digits = page.substr(at + picture.size());
  return std::string(digits.substr(0, digits.find_first_not_of(bill_digits)));
}

std::string bill_short_title(std::string_view text) {
  constexpr std::string_view words = "may be cited as the “";
  const auto at = text.find(words);
  if (at == std::string_view::npos) return {};
  const auto name = text.substr(at + words.size());
  return std::string(name.substr(0, name.find(closing)));
}

class UsBillPage {
 public:
  UsBillPage(const SourceFile& file, const Output& output) : file_(file), output_(output), decoded_(decode_document(file.bytes)) {}

  void run() {
    const auto lines = us_bill_lines(decoded_.text);
    const auto title = html_title(decoded_.text);
    const auto name = parse_us_bill(congress_of(decoded_.text, lines), std::string_view(title).substr(0, title.find('(')));
    if (!name) return output_.diagnostic({.element = "title", .message = "no congress and number that say which bill this is", .hint = "it cannot be cited; left out"});
    read_.work = us_bill_work(*name);
    for (const auto& line : lines) {
      if (line.text == "Attest:") break;
      if (const auto day = passed(line)) {
        version_ = day->iso();
      } else {
        take(line);
      }
    }
    if (decoded_.text.find("</html>") == std::string_view::npos) return cut_off();
    close();
    finish();
  }

 private:
  static std::optional<base::Date> passed(const UsBillLine& line) {
    if (!line.text.starts_with("Passed the ") || line.text.size() > 80) return std::nullopt;
    return base::parse_date_words(line.text, "en");
  }

  void take(const UsBillLine& line) {
    const bool quoted = is_quoted(line.text);
    if (!quoted) {
      if (auto head = bill_head_of(line)) return begin_section(std::move(*head), line);
      if (!line.level.empty() && begin_level(line)) return;
    }
    if (!open_) return official_title(line);
    add(line.text, quoted);
    end_ = line.end;
  }

  void begin_section(BillHead&& head, const UsBillLine& line) {
    close();
    open_.emplace();
    open_->kind = "section";
    open_->num = std::move(head.num);
    open_->heading = std::move(head.heading);
    start_ = line.start;
    end_ = line.end;
    if (!head.rest.empty()) add(head.rest, false);
  }

  // A heading without the word of a rank goes on over the one before: "TITLE I" / "MILITARY PERSONNEL".
  bool begin_level(const UsBillLine& line) {
    const auto* rank = rank_of(line);
    if (rank == nullptr) {
      if (path_.empty() || (open_ && !text_.empty())) return false;
      path_.back().second += fmt::format("{}{}", dash, line.text);
      return true;
    }
    close();
    while (!path_.empty() && path_.back().first >= rank) path_.pop_back();
    path_.emplace_back(rank, line.text);
    open_.emplace();
    open_->kind = rank->kind;
    start_ = line.start;
    end_ = line.end;
    return true;
  }

  // Before the first section.
  void official_title(const UsBillLine& line) {
    if (line.text.ends_with("and for other purposes.") || line.text.starts_with("To ")) read_.work.title = line.text;
  }

  // A line of a quoted amendment opens a mark that only its end may close; marks inside it are single ones. A list of names in marks is none.
  static bool is_quoted(std::string_view words) { return words.starts_with(opening) && (words.find(closing) == std::string_view::npos || quote_end(words)); }

  // Where the mark stands that ends an amendment in this line: before "; and".
  static std::optional<std::size_t> quote_end(std::string_view words) {
    const auto mark = words.find(closing);
    if (mark == std::string_view::npos) return std::nullopt;
    const auto end = mark + closing.size();
    const bool ends = std::find(behind_quote.begin(), behind_quote.end(), words.substr(end)) != behind_quote.end();
    return ends ? std::optional(end) : std::nullopt;
  }

  void add(std::string_view words, bool quoted) {
    if (!quoted && text_.in_quote()) text_.end_quote();
    text_.line();
    if (!quoted) return text_.text(words);
    if (!text_.in_quote()) text_.begin_quote();
    const auto end = quote_end(words).value_or(words.size());
    text_.text(words.substr(0, end));
    if (end == words.size() && !words.ends_with(closing)) return;
    text_.end_quote();
    text_.text(words.substr(end));
  }

  void close() {
    if (text_.in_quote()) text_.end_quote();
    auto words = text_.take();
    if (!open_) return;
    auto provision = std::move(*open_);
    open_.reset();
    const bool section = provision.kind == "section";
    if (!section && words.text.empty()) return;
    provision.text = std::move(words.text);
    provision.quoted = std::move(words.quoted);
    for (const auto& [rank, heading] : path_) provision.path.push_back(heading);
    provision.jurisdiction = read_.work.jurisdiction;
    provision.lang = "en";
    provision.status = model::Status::Bill;
    const auto number = model::eid_number(provision.num);
    const std::string prefix = section ? "sec" : provision.kind;
    provision.iri = {read_.work.iri, model::iso639_3("en"), {}, eids_(number.empty() ? prefix : fmt::format("{}_{}", prefix, number))};
    provision.source = {file_.name, file_.sha256, {decoded_.original_offset(start_), decoded_.original_offset(end_)}};
    if (short_title_.empty()) short_title_ = bill_short_title(provision.text);
    read_.provisions.push_back(std::move(provision));
  }

  void cut_off() {
    output_.diagnostic({.byte = decoded_.original_offset(start_), .element = open_ ? open_->num : std::string(), .message = "the page breaks off here; this section is left out", .hint = "the file may be cut off; fetch it again"});
    open_.reset();
    finish();
  }

  void finish() {
    if (!short_title_.empty()) read_.work.title = short_title_;
    for (auto& provision : read_.provisions) provision.iri.version = version_;
    output_.work(std::move(read_));
  }

  const SourceFile& file_;
  const Output& output_;
  Decoded decoded_;
  ReadWork read_;
  std::vector<std::pair<const BillRank*, std::string>> path_;
  std::optional<model::Provision> open_;
  TextBuilder text_;
  std::string short_title_;
  std::string version_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  UniqueEids eids_;
};

}  // namespace

int is_us_bill_html(std::string_view start) {
  const bool page = start.find("<html") != std::string_view::npos || start.find("<HTML") != std::string_view::npos;
  return page && start.find(".lbexSection") != std::string_view::npos && start.find("class=\"lbex") != std::string_view::npos ? 90 : 0;
}

void read_us_bill_html(const SourceFile& file, const Output& output) { UsBillPage(file, output).run(); }

}  // namespace synoptic::read
