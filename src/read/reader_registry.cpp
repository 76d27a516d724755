#include "read/reader_registry.h"

#include <array>

#include "read/akn.h"
#include "read/clml.h"
#include "read/dc_library.h"
#include "read/ecfr.h"
#include "read/eisb_html.h"
#include "read/gii.h"
#include "read/gpo_html.h"
#include "read/justice_ca.h"
#include "read/legalize_md.h"
#include "read/legi.h"
#include "read/legi_json.h"
#include "read/legislation_html.h"
#include "read/markdown.h"
#include "read/markup.h"
#include "read/nosdeputes_jsonl.h"
#include "read/pakistan_json.h"
#include "read/pdf.h"
#include "read/provisions_jsonl.h"
#include "read/records_json.h"
#include "read/scanned_markdown.h"
#include "read/text.h"
#include "read/us_bill.h"
#include "read/us_bill_html.h"
#include "read/uslm.h"
#include "read/xml.h"

namespace synoptic::read {

// One line a format; each pair of files declares its two functions in its header.
// clang-format off
static constexpr auto table = std::to_array<Format>({
    {"akn", "Akoma Ntoso 2.0 and 3.0 (LegalDocML), acts and bills of many parliaments, and our digests", is_akn, read_akn},
    {"clml", "legislation of the United Kingdom, Crown Legislation Markup Language", is_clml, read_clml},
    {"dc_library", "D.C. Code and D.C. Laws, XML of the Council", is_dc_library, read_dc_library},
    {"ecfr", "Code of Federal Regulations, XML of the Electronic CFR", is_ecfr, read_ecfr},
    {"eisb_html", "Acts of Ireland, web pages of the electronic Irish Statute Book", is_eisb_html, read_eisb_html},
    {"gii", "federal law of Germany, gii-norm XML of gesetze-im-internet.de", is_gii, read_gii},
    {"gpo_html", "United States Code, web pages of the Government Publishing Office", is_gpo_html, read_gpo_html},
    {"justice_ca", "federal law of Canada, XML of the Justice Laws Website", is_justice_ca, read_justice_ca},
    {"legalize_md", "laws as Markdown of the legalize family, YAML front matter", is_legalize_md, read_legalize_md},
    {"legi", "French law, DILA's LEGI XML", is_legi, read_legi},
    {"legi_json", "French codes, JSON of @socialgouv/legi-data", is_legi_json, read_legi_json},
    {"legislation_html", "legislation of the United Kingdom, web pages of legislation.gov.uk", is_legislation_html, read_legislation_html},
    {"markdown", "laws in Markdown of the shapes in the jurisdictions' profiles", is_markdown, read_markdown, 60},
    {"markup", "laws as web pages and XML of the shapes in the jurisdictions' profiles", is_markup, read_markup, 50},
    {"nosdeputes_jsonl", "bills of the French parliament, JSON Lines of NosDéputés.fr", is_nosdeputes_jsonl, read_nosdeputes_jsonl},
    {"pakistan_json", "Pakistani law, JSON of the Pakistan Code", is_pakistan_json, read_pakistan_json},
    {"pdf", "PDF whose words are a text that is known, taken out by pdftotext", is_pdf, read_pdf},
    {"provisions_jsonl", "Synoptic's own JSON Lines, as `synoptic provisions` prints them", is_provisions_jsonl, read_provisions_jsonl},
    {"records_json", "laws as JSON lists of sections, as several republishers make them", is_records_json, read_records_json},
    {"scanned_markdown", "Acts and bills as Markdown made of scanned pages, numbered in the drafting of British India", is_scanned_markdown, read_scanned_markdown, 45},
    {"text", "plain text of Acts whose section numbers begin lines", is_text, read_text, 40},
    {"us_bill", "bills and resolutions of the US Congress in the XML of its DTDs", is_us_bill, read_us_bill},
    {"us_bill_html", "bills and resolutions of the US Congress, web pages of the Government Publishing Office", is_us_bill_html, read_us_bill_html},
    {"uslm", "US Code, public laws, bills, compilations and CFR in USLM 1 and 2", is_uslm, read_uslm},
});
// clang-format on

int Sniff::operator()(std::string_view start) const { return (*this)(xml_start(start)); }

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  for (const auto& format : table) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format* detect_format(std::string_view bytes) {
  const auto start = xml_start(bytes.substr(0, 64 * 1024));
  const Format* best = nullptr;
  int best_score = 0;
  // Those that know their own formats come first: the general ones look at the shape of every line, and a surer score spares that.
  for (const bool general : {false, true}) {
    for (const auto& format : table) {
      if ((format.most < surest) != general || format.most <= best_score) continue;
      if (const int score = format.sniff(start); score > best_score) {
        best_score = score;
        best = &format;
      }
    }
  }
  return best;
}

}  // namespace synoptic::read
