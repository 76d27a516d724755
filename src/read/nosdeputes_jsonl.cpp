#include "read/nosdeputes_jsonl.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <simdjson.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/guillemets.h"
#include "read/html_fragment.h"
#include "read/legi_values.h"
#include "read/provision_number.h"

namespace synoptic::read {

namespace {

constexpr std::array<const char*, 4> division_levels{"level1", "level2", "level3", "level4"};

using simdjson::dom::element;
using simdjson::dom::object;

std::string_view text_of(const object& record, const char* key) {
  std::string_view text;
  return record[key].get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

// "http://www.assemblee-nationale.fr/15/projets/pl0778.asp" -> "15"
std::string_view legislature_of(std::string_view address) {
  const auto host = address.find("://");
  const auto slash = host == std::string_view::npos ? host : address.find('/', host + 3);
  if (slash == std::string_view::npos) return {};
  const auto part = address.substr(slash + 1, address.find('/', slash + 1) - slash - 1);
  return part.find_first_not_of("0123456789") == std::string_view::npos ? part : std::string_view{};
}

// Where a record stands: the numbers of the chapters around it, outermost first. "0" and nothing are none.
std::vector<std::string> place_of(const object& record) {
  std::vector<std::string> place;
  const auto add = [&](const char* key) {
    const auto number = text_of(record, key);
    if (!number.empty() && number != "0") place.emplace_back(number);
  };
  for (const auto* level : division_levels) add(level);
  if (place.empty()) {
    add("chapitre");
    add("section");
  }
  return place;
}

struct Article {
  std::string num;
  std::vector<std::string> place;
  std::string text;
  base::Span span;
};

class NosDeputesReader {
 public:
  NosDeputesReader(const SourceFile& file, const Output& output) : file_(file), output_(output) {}

  void run() {
    std::size_t start = file_.bytes.starts_with(utf8_bom) ? utf8_bom.size() : 0;
    for (; start < file_.bytes.size(); ++line_) {
      const auto end = std::min(file_.bytes.find('\n', start), file_.bytes.size());
      if (!base::trim(file_.bytes.substr(start, end - start)).empty()) line(start, end);
      start = end + 1;
    }
    flush();
  }

 private:
  void line(std::size_t start, std::size_t end) {
    const bool room = file_.bytes.size() - end >= simdjson::SIMDJSON_PADDING;
    object record;
    if (const auto error = parser_.parse(file_.bytes.data() + start, end - start, !room).get(record); error != simdjson::SUCCESS) {
      drop_article_of(file_.bytes.substr(start, end - start));
      return complain(fmt::format("not a JSON object: {}", simdjson::error_message(error)), "this line is left out, and its article; the file may be cut off: fetch it again");
    }
    const auto type = text_of(record, "type");
    if (type == "loi") return bill(record);
    if (type == "alinea") return paragraph(record, {start, end});
    if (type == "section" || type == "chapitre") return division(record, type);
    if (type != "article") complain(fmt::format("a record of type \"{}\", which is not known", type), "known are loi, section, chapitre, article and alinea");
  }

  void bill(const object& record) {
    const auto number = text_of(record, "loi");
    if (number == number_) return;  // said again with another commentary
    flush();
    number_ = number;
    const auto source = text_of(record, "source");
    const auto legislature = legislature_of(source);
    if (number_.empty() || legislature.empty()) {
      number_.clear();
      return complain("neither a number (\"loi\") nor an address of the Assemblée (\"source\") that says which bill this is", "it cannot be cited; left out");
    }
    auto& work = read_.work;
    work.jurisdiction = "FR";
    work.type = model::WorkType::Bill;
    work.iri = model::work_iri("fr", "bill", "an", legislature, number_);
    work.title = base::squeeze(html_fragment_text(text_of(record, "titre")));
    work.number = fmt::format("n° {}", number_);
    work.date = base::Date::parse(text_of(record, "date"));
    work.source_url = source;
    work.official = false;
  }

  void division(const object& record, std::string_view type) {
    auto kind = std::string(text_of(record, "leveltype"));
    if (kind.empty()) kind = type;
    kind = base::ascii::capitalised(kind);
    const auto place = place_of(record);
    if (place.empty()) return;
    const auto title = base::squeeze(html_fragment_text(text_of(record, "titre")));
    divisions_.emplace(place, title.empty() ? fmt::format("{} {}", kind, place.back()) : fmt::format("{} {} : {}", kind, place.back(), title));
  }

  void paragraph(const object& record, base::Span span) {
    if (number_.empty()) return;  // was told
    const auto num = text_of(record, "article");
    if (num.empty()) return complain("a paragraph (\"alinea\") of no article; left out", "its line names none");
    if (num == dropped_) return;
    if (articles_.empty() || articles_.back().num != num) articles_.push_back({std::string(num), place_of(record), {}, span});
    auto& article = articles_.back();
    article.span.end = span.end;
    const auto words = html_fragment_text(text_of(record, "texte"));
    if (!article.text.empty() && !words.empty()) article.text += '\n';
    article.text += words;
  }

  // A line that broke may have held words of the article that it names, or else of the one before it.
  void drop_article_of(std::string_view broken) {
    constexpr std::string_view key = "\"article\": \"";
    const auto at = broken.find(key);
    const auto value = at == std::string_view::npos ? std::string_view{} : broken.substr(at + key.size());
    if (value.find('"') != std::string_view::npos) {
      dropped_ = value.substr(0, value.find('"'));
    } else if (!articles_.empty()) {
      dropped_ = articles_.back().num;
    }
    if (!articles_.empty() && articles_.back().num == dropped_) articles_.pop_back();
  }

  void flush() {
    if (!number_.empty()) {
      if (articles_.empty()) complain("a bill without paragraphs of articles", "nothing to read in it");
      for (auto& article : articles_) read_.provisions.push_back(provision(article));
      if (!articles_.empty()) output_.work(std::move(read_));
    }
    read_ = {};
    articles_.clear();
    divisions_.clear();
    eids_ = {};
    dropped_.clear();
  }

  model::Provision provision(Article& article) {
    model::Provision provision;
    provision.iri = {read_.work.iri, model::iso639_3("fr"), read_.work.date ? read_.work.date->iso() : std::string(), eids_.unique(legi_article_eid(article.num))};
    provision.jurisdiction = read_.work.jurisdiction;
    provision.lang = "fr";
    provision.kind = "article";
    provision.num = article.num;
    provision.status = model::Status::Bill;
    for (std::size_t depth = 1; depth <= article.place.size(); ++depth) {
      const auto found = divisions_.find({article.place.begin(), article.place.begin() + static_cast<std::ptrdiff_t>(depth)});
      if (found != divisions_.end()) provision.path.push_back(found->second);
    }
    provision.quoted = quoted_by_guillemets(article.text);
    provision.text = std::move(article.text);
    provision.source = {file_.name, file_.sha256, article.span};
    return provision;
  }

  void complain(std::string message, std::string hint) const { output_.diagnostic({.line = line_, .message = std::move(message), .hint = std::move(hint)}); }

  const SourceFile& file_;
  const Output& output_;
  simdjson::dom::parser parser_;
  ReadWork read_;
  std::string number_;  // of the open bill; empty: none that can be cited
  std::vector<Article> articles_;
  std::map<std::vector<std::string>, std::string> divisions_;  // by place; chapters may be named after their articles
  EidRegistry eids_;
  std::string dropped_;  // the article that lost a line last
  std::size_t line_ = 1;
};

}  // namespace

int is_nosdeputes_jsonl(std::string_view start) {
  if (start.starts_with(utf8_bom)) start.remove_prefix(utf8_bom.size());
  const auto line = start.substr(0, start.find('\n'));
  const auto first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos || line[first] != '{') return 0;
  const bool type = line.find("\"type\": \"loi\"") != std::string_view::npos || line.find("\"type\":\"loi\"") != std::string_view::npos;
  return type && line.find("\"loi\":") != std::string_view::npos && line.find("\"titre\":") != std::string_view::npos ? 90 : 0;
}

void read_nosdeputes_jsonl(const SourceFile& file, const Output& output) { NosDeputesReader(file, output).run(); }

}  // namespace synoptic::read
