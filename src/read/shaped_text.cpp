#include "read/shaped_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/core.h>

#include "base/utf8.h"
#include "read/divisions.h"
#include "read/guillemets.h"
#include "read/legi_values.h"
#include "read/legislation_gov_uk.h"
#include "read/line_pattern.h"
#include "read/profiles.h"
#include "read/provision_number.h"
#include "read/record_text.h"
#include "read/shaped_amendments.h"
#include "read/shaped_work.h"
#include "read/text_builder.h"
#include "read/unit_heading.h"
#include "read/uslm_work.h"
#include "read/vacant_section.h"

namespace synoptic::read {

namespace {

constexpr std::size_t head_lines = 300;

// "2-a" -> 2; 0 without a number
int number_at_start(std::string_view num) {
  int value = 0;
  std::from_chars(num.data(), num.data() + num.size(), value);
  return value;
}

// "25¹" -> "25-1"
std::string without_superscripts(std::string_view num) {
  std::string result;
  bool raised = false;
  for (std::size_t i = 0; i < num.size();) {
    const auto start = i;
    const char32_t c = base::decode(num, i);
    const int digit = c == 0xB9 ? 1 : c == 0xB2 ? 2 : c == 0xB3 ? 3 : c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? static_cast<int>(c - 0x2070) : -1;
    if (digit >= 0 && !std::exchange(raised, true)) result += '-';
    digit >= 0 ? result.append(1, static_cast<char>('0' + digit)) : result.append(num, start, i - start);
    raised = raised && digit >= 0;
  }
  return result;
}

class ShapedReader {
 public:
  ShapedReader(const SourceFile& file, const Output& output, const Decoded& decoded, const FoundShape& found, ShapedWork&& law, const LineWords& words)
      : file_(file), output_(output), decoded_(decoded), shape_(*found.shape), profile_(*found.profile), law_(std::move(law)), words_(words), place_(profile_.texts) {}

  void run(const std::vector<ShapedLine>& lines) {
    bool in_body = shape_.body.empty();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto& line = lines[i];
      if (line.meta) continue;
      if (!in_body) {
        in_body = match_line(shape_.body, line.form).has_value();
        continue;
      }
      if (match_any(shape_.end, line.form)) break;
      if (unit(line)) continue;
      if (in_notes_) {
        in_notes_ = !match_any(shape_.notes_end, line.form);
        continue;
      }
      if (match_any(shape_.notes, line.form)) {
        in_notes_ = true;
      } else if (!is_head(line) && !part(line) && !own_heading(line) && !heading(lines, i) && !match_any(shape_.skip, line.form)) {
        text(line);
      }
    }
    finish();
    if (!provisions_.empty()) return output_.work({std::move(law_.work), std::move(provisions_)});
    output_.diagnostic({.severity = base::Severity::Note, .message = "no provision begins in this file", .hint = "it may hold a table of contents or notes alone"});
  }

 private:
  bool is_head(const ShapedLine& line) const { return provisions_.empty() && !current_ && match_any(shape_.head, line.form); }

  bool unit(const ShapedLine& line) {
    if (shape_.headed && !pending_) return false;
    const auto gone = match_any(shape_.repealed, line.form);
    const auto captures = gone ? gone : match_any(shape_.units, line.form);
    if (!captures) return false;
    auto num = base::ascii_digits(words_(capture(*captures, "num")));
    if (shape_.rising && !follows(num)) return false;
    finish();
    auto& provision = open(line, shape_.kind.empty() ? profile_.texts.unit : shape_.kind);
    provision.num = std::move(num);
    provision.heading = pending_ ? words_(pending_->text) : words_(capture(*captures, "heading"));
    while (provision.heading.ends_with('.')) provision.heading.pop_back();
    if (pending_) start_ = pending_->start;
    pending_.reset();
    const auto number = us_eid_number(without_superscripts(provision.num));
    provision.iri.eid = shape_.legi ? legi_article_eid(provision.num) : fmt::format("{}_{}", eid_prefix(provision.kind), number);
    if (gone) provision.status = model::Status::Repealed;
    in_notes_ = gone.has_value();
    base_ = provision;
    if (const auto behind = capture(*captures, "text"); !behind.empty()) add(words_(behind));
    return true;
  }

  // The bill's own sections are numbered 1, 2, 3; those that it quotes are not, as a rule, at the same place.
  bool follows(std::string_view num) {
    const int number = number_at_start(num);
    if (number != last_ + 1 && !(number == last_ && num.size() > std::to_string(number).size())) return false;
    last_ = number;
    return true;
  }

  // "##### (b) Robbery" inside § 1951: publishers that cut sections up give each subdivision as a text of its own. What such a text is divided
  // into ("###### (ii) ...") is words of it.
  bool part(const ShapedLine& line) {
    if (!current_) return false;
    for (std::size_t rank = 0; rank < shape_.parts.size(); ++rank) {
      const auto captures = match_line(shape_.parts[rank], line.form);
      if (!captures) continue;
      if (part_ != none && rank > part_) {
        text(line);
        return true;
      }
      if (part_ == none && is_empty()) {
        current_.reset();
      } else {
        finish();
      }
      part_ = rank;
      const auto num = capture(*captures, "num");
      auto& provision = open(line, "subsection");
      provision.num = fmt::format("{}({})", base_.num, num);
      provision.heading = base_.heading;
      provision.iri.eid = fmt::format("{}__subsec_{}", base_.iri.eid, model::eid_number(num));
      add(words_(line.text));
      return true;
    }
    return false;
  }

  // The heading of the open provision, behind its number.
  bool own_heading(const ShapedLine& line) {
    if (!current_ || !is_empty()) return false;
    const auto captures = match_any(shape_.headings, line.form);
    if (!captures) return false;
    auto& heading = current_->heading;
    heading += (heading.empty() ? "" : " ") + words_(capture(*captures, "heading"));
    while (heading.ends_with('.')) heading.pop_back();
    end_ = line.end;
    return true;
  }

  bool heading(const std::vector<ShapedLine>& lines, std::size_t i) {
    const auto& line = lines[i];
    int level = line.level;
    std::string_view title = line.text;
    for (std::size_t rank = 0; rank < shape_.divisions.size(); ++rank) {
      if (const auto captures = match_line(shape_.divisions[rank], line.form)) {
        level = static_cast<int>(rank) + 1;
        if (const auto named = capture(*captures, "title"); !named.empty()) title = named;
      }
    }
    if (level == 0) return false;
    auto words = words_(title);
    if (words.empty()) return true;
    if (shape_.headed && !place_.is_division(words) && !place_.is_schedule(words)) {
      if (i + 1 < lines.size() && match_any(shape_.units, lines[i + 1].form)) pending_ = line;
      return true;  // else the heading of a subdivision
    }
    finish();
    const bool schedule = place_.is_schedule(words);
    place_.add(words, level);
    if (!schedule) return true;
    auto& provision = open(line, "schedule");
    provision.iri.eid = fmt::format("sched_{}", place_.schedule());
    provision.heading = std::move(words);
    provision.path.pop_back();
    return true;
  }

  void text(const ShapedLine& line) {
    if (!current_) {
      if (shape_.only_units) return;
      const bool first = provisions_.empty();
      auto& provision = open(line, first ? "preamble" : "division");
      provision.iri.eid = first ? "preamble" : "dvs";
    }
    end_ = line.end;
    auto words = words_(line.text);
    if (shape_.wrapped && line.continues && !paragraph_.empty() && !leads()) return join(words);
    if (shape_.repeats_number && is_empty()) drop_repeated_number(words, current_->num);
    add(std::move(words));
  }

  void add(std::string words) {
    flush();
    cut_history(words);
    paragraph_ = std::move(words);
  }

  // The line goes on. A word that it cuts is one word, unless the text has it with its hyphen elsewhere.
  void join(std::string_view words) {
    const auto before = paragraph_.size() < 2 ? ' ' : paragraph_[paragraph_.size() - 2];
    const bool cut = paragraph_.ends_with('-') && before != '-' && before != ' ' && !words.empty() && base::is_letter(static_cast<unsigned char>(words.front()));
    if (cut && !is_hyphened(words)) {
      paragraph_.pop_back();
    } else if (!cut) {
      paragraph_ += ' ';
    }
    paragraph_ += words;
  }

  // "... is amended to read as follows:" ends a paragraph.
  bool leads() const {
    return std::any_of(shape_.quoted_after.begin(), shape_.quoted_after.end(), [this](const std::string& ending) { return paragraph_.ends_with(ending); });
  }

  bool is_hyphened(std::string_view words) const {
    const auto start = paragraph_.find_last_of(' ') + 1;
    const auto whole = paragraph_.substr(start) + std::string(words.substr(0, words.find_first_of(" ,.;:)]")));
    return decoded_.text.find(whole) != std::string_view::npos;
  }

  void flush() {
    if (paragraph_.empty()) return;
    text_.line();
    text_.text(paragraph_);
    paragraph_.clear();
  }

  bool is_empty() const { return text_.empty() && paragraph_.empty(); }

  // "... a class A felony. [L 1986, c 314, §57; am L 2004, c 10, §15]": what stands behind it is the editors'.
  void cut_history(std::string& words) {
    for (const auto& opening : shape_.history) {
      const auto at = words.rfind(opening);
      if (at == std::string::npos || words.find(']', at) == std::string::npos) continue;
      words.resize(at);
      in_notes_ = true;
    }
  }

  model::Provision& open(const ShapedLine& line, std::string kind) {
    auto& provision = current_.emplace();
    provision.kind = std::move(kind);
    provision.path = place_.path();
    start_ = line.start;
    end_ = line.end;
    return provision;
  }

  void finish() {
    part_ = none;
    if (!current_) return;
    auto provision = std::move(*current_);
    current_.reset();
    flush();
    provision.text = text_.take().text;
    if (shape_.struck) provision.text = without_struck(provision.text);
    if (shape_.flat) provision.text = with_lines(provision.text);
    if (provision.text.empty() && provision.kind == "schedule") return;  // the heading of the provisions that follow
    if (shape_.quotes) provision.quoted = quoted_by_guillemets(provision.text);
    if (auto quoted = quoted_behind(provision.text, shape_.quoted_after)) provision.quoted.push_back(std::move(*quoted));
    provision.iri.work = law_.work.iri;
    provision.iri.lang = model::iso639_3(law_.lang);
    if (law_.version) provision.iri.version = law_.version->iso();
    provision.iri.eid = eids_.unique(provision.iri.eid);
    provision.jurisdiction = profile_.code;
    provision.lang = law_.lang;
    provision.status = status_of(provision);
    provision.source = {file_.name, file_.sha256, {decoded_.original_offset(start_), decoded_.original_offset(end_)}};
    provisions_.push_back(std::move(provision));
  }

  model::Status status_of(const model::Provision& provision) const {
    if (provision.status == model::Status::Repealed || is_repeal_note(provision.text)) return model::Status::Repealed;
    if (provision.text.empty()) return status_of_vacant(provision.heading);
    return status_of_notice(provision.text).value_or(law_.status);
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const SourceFile& file_;
  const Output& output_;
  const Decoded& decoded_;
  const model::TextShape& shape_;
  const model::Profile& profile_;
  ShapedWork law_;
  const LineWords& words_;
  Divisions place_;
  TextBuilder text_;
  std::string paragraph_;               // of the text, while it goes on over lines
  EidRegistry eids_;
  std::optional<model::Provision> current_;
  model::Provision base_;               // the unit whose parts are open
  std::size_t part_ = none;             // which of the shape's parts is open
  std::optional<ShapedLine> pending_;   // the heading of the unit that follows
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  int last_ = 0;  // number of the last unit
  bool in_notes_ = false;
  std::vector<model::Provision> provisions_;
};

}  // namespace

std::optional<FoundShape> find_shape(std::string_view carrier, const std::vector<ShapedLine>& lines) {
  const auto most = std::min(lines.size(), head_lines);
  for (const auto& profile : profiles().all()) {
    for (const auto& shape : profile.texts.shapes) {
      if (shape.carrier != carrier) continue;
      FoundShape found{&shape, &profile, {}};
      const bool fits = std::all_of(shape.head.begin(), shape.head.end(), [&](const std::string& pattern) {
        for (std::size_t i = 0; i < most; ++i) {
          if (auto captures = match_line(pattern, lines[i].form)) {
            found.captures.insert(found.captures.end(), captures->begin(), captures->end());
            return true;
          }
        }
        return false;
      });
      if (fits) return found;
    }
  }
  return std::nullopt;
}

void read_shaped(const SourceFile& file, const Output& output, const Decoded& decoded, const FoundShape& found, const std::vector<ShapedLine>& lines, const LineWords& words) {
  auto law = shaped_work(found, file, words, output);
  if (law) ShapedReader(file, output, decoded, found, std::move(*law), words).run(lines);
}

}  // namespace synoptic::read
