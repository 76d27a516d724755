#include "read/audit.h"

#include <algorithm>
#include <map>
#include <utility>

#include "read/audit_count.h"
#include "read/encoding.h"
#include "read/read_files.h"

namespace synoptic::read {

namespace {

constexpr std::size_t losses_kept = 10;
constexpr double enough_read = 0.99;

// What was read, and where it came from.
struct Piece {
  std::string eid;
  base::Span span;             // bytes of the file
  std::size_t characters = 0;  // in the provision
  std::size_t in_source = 0;   // in its bytes, and in those of no provision inside them
  std::size_t line_start = 0;  // offset of the first
};

bool is_one_of(std::string_view name, const std::vector<std::string_view>& list) { return std::find(list.begin(), list.end(), name) != list.end(); }

class Audit {
 public:
  Audit(const SourceFile& file, const Format& format, const AuditRule& rule) : file_(file), rule_(rule), kinds_(split_list(rule.kinds)) {
    result_.file = file.name;
    result_.format = &format;
    result_.audited = true;
  }

  FileAudit run() {
    read();
    const Decoded decoded = decode_document(file_.bytes);
    const auto source = count_source(decoded.text, rule_);
    result_.counted = source.provisions;
    assign(source, decoded);
    compare();
    std::stable_sort(result_.said.begin(), result_.said.end(), [](const auto& a, const auto& b) { return a.severity > b.severity; });
    std::sort(result_.losses.begin(), result_.losses.end(), [](const auto& a, const auto& b) { return a.characters > b.characters; });
    if (result_.losses.size() > losses_kept) result_.losses.resize(losses_kept);
    for (auto& loss : result_.losses) loss.line = base::line_of(file_.bytes, loss.line);
    return std::move(result_);
  }

 private:
  void read() {
    const ReadHandlers handlers{.work = [this](ReadWork&& work) { add(work); },
                                .diagnostic = [this](base::Diagnostic&& diagnostic) { result_.said.push_back(std::move(diagnostic)); }};
    ReadOptions options;
    options.format = result_.format;
    read_one(file_, handlers, options);
    std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
      return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
  }

  void add(const ReadWork& work) {
    for (const auto& provision : work.provisions) {
      result_.read += kinds_.empty() || is_one_of(provision.kind, kinds_);
      std::size_t characters = count_characters(provision.text);
      if (rule_.labels_in_text) characters += count_characters(provision.num) + count_characters(provision.heading);
      pieces_.push_back({provision.iri.eid, provision.source.span, characters, 0, 0});
    }
  }

  // Each run of words to the innermost provision that it stands in.
  void assign(const SourceCount& source, const Decoded& decoded) {
    std::vector<std::size_t> open;
    std::size_t next = 0;
    for (const auto& run : source.runs) {
      result_.characters += run.characters;
      const auto at = decoded.original_offset(run.offset);
      for (; next < pieces_.size() && pieces_[next].span.start <= at; ++next) open.push_back(next);
      while (!open.empty() && pieces_[open.back()].span.end <= at) open.pop_back();
      if (open.empty()) {
        auto& [characters, first] = outside_[run.element];
        if (characters == 0) first = at;
        characters += run.characters;
        continue;
      }
      auto& piece = pieces_[open.back()];
      if (piece.in_source == 0) piece.line_start = at;
      piece.in_source += run.characters;
    }
  }

  void compare() {
    std::size_t surplus = 0;
    for (const auto& piece : pieces_) {
      result_.kept += std::min(piece.characters, piece.in_source);
      surplus += piece.characters - std::min(piece.characters, piece.in_source);
      if (piece.characters >= piece.in_source) continue;
      result_.losses.push_back({piece.eid, true, piece.in_source - piece.characters, piece.in_source, piece.line_start});
    }
    // Where a unit is made of pieces, its bytes are those of the first.
    for (auto& [element, found] : outside_) {
      const auto joined = rule_.number.empty() ? 0 : std::min(surplus, found.first);
      result_.kept += joined;
      surplus -= joined;
      found.first -= joined;
    }
    std::erase_if(outside_, [](const auto& one) { return one.second.first == 0; });
    for (const auto& [element, found] : outside_) result_.losses.push_back({"<" + std::string(element) + ">", false, found.first, found.first, found.second});
  }

  const SourceFile& file_;
  const AuditRule& rule_;
  std::vector<std::string_view> kinds_;
  FileAudit result_;
  std::vector<Piece> pieces_;
  std::map<std::string_view, std::pair<std::size_t, std::size_t>> outside_;  // characters and the first of them, by element
};

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 1.0 : static_cast<double>(std::min(part, whole)) / static_cast<double>(whole); }

}  // namespace

double FileAudit::provisions_share() const { return share(read, counted); }
double FileAudit::characters_share() const { return share(kept, characters); }
bool FileAudit::complete() const { return provisions_share() >= enough_read && characters_share() >= enough_read; }

FileAudit audit_file(const SourceFile& file, const Format& format) {
  const auto* rule = find_audit_rule(format.name, file.bytes);
  if (rule != nullptr) return Audit(file, format, *rule).run();
  FileAudit result;
  result.file = file.name;
  result.format = &format;
  return result;
}

}  // namespace synoptic::read
