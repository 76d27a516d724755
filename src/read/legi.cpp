#include "read/legi.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "base/utf8.h"
#include "read/html_fragment.h"
#include "read/legi_values.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

bool is_table_of_contents(std::string_view root) { return root == "SECTION_TA" || root == "TEXTELR" || root == "TEXTE_VERSION"; }

std::optional<base::Date> legi_date(std::string_view iso, pugi::xml_node element, const XmlDocument& document, const Output& output) {
  const auto words = base::trim(iso);
  auto date = base::Date::parse(words);
  if (!date && !words.empty()) output.diagnostic(document.diagnostic(element, fmt::format("\"{}\" is no date; taken as not given", words)));
  return date;
}

// A text or section bears one title a period. The one that holds on the first day of the article's version, else the last.
pugi::xml_node title_on(pugi::xml_node parent, std::string_view name, const std::optional<base::Date>& day) {
  pugi::xml_node chosen;
  for (const auto title : parent.children()) {
    if (local_name(title) != name) continue;
    chosen = title;
    const auto period = LegiInterval::from(base::Date::parse(attribute(title, "debut")), base::Date::parse(attribute(title, "fin")));
    if (day && period.contains(*day)) break;
  }
  return chosen;
}

model::WorkType work_type_of(std::string_view nature) {
  using model::WorkType;
  constexpr std::array<std::pair<std::string_view, WorkType>, 9> types{{{"CODE", WorkType::Code},
                                                                        {"LOI", WorkType::Act},
                                                                        {"LOI_ORGANIQUE", WorkType::Act},
                                                                        {"LOI_CONSTIT", WorkType::Act},
                                                                        {"ORDONNANCE", WorkType::Act},
                                                                        {"CONSTITUTION", WorkType::Constitution},
                                                                        {"DECRET", WorkType::Regulation},
                                                                        {"DECRET_LOI", WorkType::Act},
                                                                        {"ARRETE", WorkType::Regulation}}};
  for (const auto& [name, type] : types) {
    if (name == nature) return type;
  }
  return WorkType::Other;
}

// A law or decree is known by its date of signature and number, or by its id where it has none.
model::Work law(pugi::xml_node context, std::string_view title) {
  model::Work work;
  const auto nature = attribute(context, "nature");
  const auto cid = attribute(context, "cid");
  work.title = base::squeeze(title);
  work.jurisdiction = "FR";
  work.type = work_type_of(nature);
  work.number = base::repair_utf8(attribute(context, "num"));
  work.date = LegiInterval::from(base::Date::parse(attribute(context, "date_signature")), {}).start;
  const std::string number = work.number.empty() ? std::string(cid) : work.number;
  work.iri = model::work_iri("fr", "act", nature.empty() ? "texte" : nature, work.date ? work.date->iso() : std::string(), number);
  if (!cid.empty()) work.source_url = fmt::format("https://www.legifrance.gouv.fr/loda/id/{}", cid);
  return work;
}

model::Work work_of(pugi::xml_node context, const std::optional<base::Date>& day) {
  const auto title = title_on(context, "TITRE_TXT", day);
  if (attribute(context, "nature") == "CODE") return legi_code(flat_text(title), attribute(context, "cid"));
  return law(context, flat_text(title));
}

std::vector<std::string> path_of(pugi::xml_node context, const std::optional<base::Date>& day) {
  std::vector<std::string> path;
  for (auto level = child(context, "TM"); level; level = child(level, "TM")) {
    if (auto title = flat_text(title_on(level, "TITRE_TM", day)); !title.empty()) path.push_back(std::move(title));
  }
  return path;
}

struct StringWriter : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

std::string content_text(pugi::xml_node content) {
  StringWriter writer;
  for (const auto part : content.children()) part.print(writer, "", pugi::format_raw);
  return html_fragment_text(writer.text);
}

void read_article(const XmlDocument& document, const Output& output) {
  const auto root = document.root();
  if (document.is_cut_off(root)) return;
  const auto meta = child(root, {"META", "META_SPEC", "META_ARTICLE"});
  const auto context = child(root, {"CONTEXTE", "TEXTE"});
  if (!meta || !context) {
    return output.diagnostic(document.diagnostic(root, "an ARTICLE without META_ARTICLE or CONTEXTE/TEXTE: no number, no law it is part of"));
  }
  const auto start = child(meta, "DATE_DEBUT");
  const auto end = child(meta, "DATE_FIN");
  const auto interval =
      LegiInterval::from(legi_date(start.child_value(), start, document, output), legi_date(end.child_value(), end, document, output));
  ReadWork read{work_of(context, interval.start), {}};
  auto article = legi_article(read.work, flat_text(child(meta, "NUM")), interval);
  article.status = legi_status(base::trim(child(meta, "ETAT").child_value()), interval, std::nullopt);
  article.path = path_of(context, interval.start);
  article.text = content_text(child(root, {"BLOC_TEXTUEL", "CONTENU"}));
  article.source = document.source(root);
  if (const auto id = flat_text(child(root, {"META", "META_COMMUN", "ID"})); !id.empty()) {
    const auto* folder = read.work.type == model::WorkType::Code ? "codes" : "loda";
    article.url = fmt::format("https://www.legifrance.gouv.fr/{}/article_lc/{}", folder, id);
  }
  read.provisions.push_back(std::move(article));
  output.work(std::move(read));
}

}  // namespace

int is_legi(const XmlStart& start) {
  const auto root = start.name;
  if (root == "ARTICLE" && start.bytes.find("META_COMMUN") != std::string_view::npos) return 90;
  return is_table_of_contents(root) ? 90 : 0;
}

void read_legi(const SourceFile& file, const Output& output) {
  const auto document = XmlDocument::load_readable_part(file, output);
  if (!document) return;
  const auto root = local_name(document->root());
  if (root == "ARTICLE") return read_article(*document, output);
  if (is_table_of_contents(root)) return;
  output.diagnostic(document->diagnostic(document->root(), "not a root element of LEGI", "ARTICLE, SECTION_TA, TEXTELR and TEXTE_VERSION are"));
}

}  // namespace synoptic::read
