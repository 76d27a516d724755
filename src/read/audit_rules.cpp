#include "read/audit_rules.h"

#include <array>

namespace synoptic::read {

namespace {

using enum AuditSyntax;
using enum AuditNesting;

// clang-format off
constexpr auto rules = std::to_array<AuditRule>({
    {.format = "akn", .nesting = Innermost,
     .units = "section article rule regulation hcontainer[name=regulation] hcontainer[name=article] hcontainer[name=rule] hcontainer[name=section]",
     .kinds = "section article rule regulation",
     .not_operative = "meta coverPage preface preamble conclusions toc authorialNote noteRef remark documentRef del "
                      "doc[name=explanation] doc[name=financialStatement] doc[name=RelPres] [status=editorial] debate debateReport amendmentList officialGazette judgment "
                      "hcontainer[name=conclusions] hcontainer[name=preliminaryWork] hcontainer[name=noteAuthorial] hcontainer[name=signatures] hcontainer[name=explanatoryNote]",
     .quoted = "quotedStructure embeddedStructure",
     .labels = "num heading subheading crossHeading"},
    {.format = "clml",
     .units = "P1",
     .kinds = "section article regulation rule paragraph schedule_paragraph",
     .not_operative = "EN feed Metadata Contents PrimaryPrelims SecondaryPrelims EUPrelims ExplanatoryNotes SignedSection EarlierOrders Commentaries "
                      "Footnotes Footnote MarginNotes Resources Warning Figure Correction",
     .quoted = "BlockAmendment BlockExtract GroupItem",
     .labels = "Pnumber Number Title Subtitle Reference"},
    {.format = "dc_library",
     .units = "section",
     .kinds = "section",
     .not_operative = "meta annotations annotation marginalia reason toc temporary TODO codify:* codified:* xi:* text{*NOTE...}",
     .quoted = "include",
     .labels = "num heading subheading prefix"},
    {.format = "ecfr",
     .units = "DIV8[TYPE=SECTION] DIV9[TYPE=APPENDIX]",
     .kinds = "section appendix",
     .not_operative = "HEADER FILEDESC PUBLICATIONSTMT SERIESSTMT AUTH SOURCE CITA SECAUTH PARAUTH FTNT FTREF EDNOTE EFFDNOT EFFDNOTP CFRTOC APPRO CROSSREF AMDDATE PG",
     .labels = "HEAD"},
    {.format = "gii",
     .units = "enbez",
     .words = "Content",
     .not_operative = "fussnoten Footnotes FnR TOC kommentar noindex norm{Inhaltsübersicht} norm{Inhaltsverzeichnis}"},
    {.format = "gpo_html", .syntax = Html,
     .units = "field:head field:repealedhead field:omittedhead",
     .words = "field:statute",
     .not_operative = "field:footnote sup"},
    {.format = "justice_ca",
     .units = "Section",
     .kinds = "section",
     .not_operative = "Identification Introduction TableOfContents TableOfProvisions HistoricalNote MarginalNote Note[status=editorial] Footnote RecentAmendments Order Preamble Enacts",
     .quoted = "AmendedText AmendedContent SectionPiece BillPiece",
     .labels = "Label TitleText Heading"},
    {.format = "legalize_md", .syntax = Lines,
     .units = "%%%%%_# %%%%%_Art %%%%%_**Art %%%%%_§ %%%%%%_Art Article_$ Art._#$",
     .not_operative = "% Partie_ PARTIE_ Livre_ LIVRE_ Titre_ TITRE_ Chapitre_ CHAPITRE_ Section_ SECTION_ Sous-section_ Paragraphe_ Sous-paragraphe_ [\\^",
     .notes = "---", .notes_end = "---"},
    {.format = "legi",
     .units = "ARTICLE",
     .words = "CONTENU",
     .not_operative = "SECTION_TA TEXTELR TEXTE_VERSION NOTA"},
    {.format = "legi_json", .syntax = Json,
     .units = "type=article",
     .words = "texteHtml|texte"},
    {.format = "legislation_html", .syntax = Html, .nesting = Innermost,
     .units = "section[class~=section] section[class~=article] section[class~=regulation] section[class~=rule] article[class~=section]",
     .kinds = "section article regulation rule",
     .words = "[class~=body]",
     .not_operative = "[class~=annotations] [class~=commentary] [class~=noteRef] [class~=authorialNote] [class~=footnote] [class~=fnRef] [class~=toc] script style",
     .quoted = "blockquote [class~=BlockAmendment] [class~=quotedStructure]",
     .labels = "h1 h2 h3 h4 h5 h6"},
    {.format = "nosdeputes_jsonl", .syntax = Json,
     .units = "alinea=1",
     .words = "texte"},
    {.format = "pakistan_json", .syntax = Json,
     .units = "content",
     .words = "content",
     .labels_in_text = true,
     .notes = "#^~ #_^~ Subs. Ins. Rep. Substituted_by Inserted_by Omitted_by Added_by The_words", .notes_end = "(~) (#) (A) #[ #. #*[ * ^^^^ [ Illustration Explanation Provided Exception CHAPTER"},
    {.format = "provisions_jsonl", .syntax = Json,
     .units = "iri",
     .words = "text",
     .not_operative = "work source quoted"},
    {.format = "records_json", .syntax = Json,
     .units = "content text section_desc Section_desc extra_data",
     .words = "content|text|section_desc|Section_desc|extra_data",
     .not_operative = "sections@1 byKeyword definitions",
     .notes = "[Footnote] Historical_and_Revision_Notes Editorial_Notes Statutory_Notes"},
    {.format = "text", .syntax = Lines,
     .units = "#. #[#.",
     .not_operative = "Page_#",
     .labels_in_text = true,
     .notes = "#^~ #_^~", .notes_end = "(~) (#) (A) #[ #. * ^^^^ [ Illustration Explanation Provided Exception CHAPTER", .contents = "CONTENTS"},
    {.format = "us_bill",
     .units = "section",
     .kinds = "section",
     .not_operative = "metadata form toc attestation endorsement official-title [changed=deleted] footnote",
     .quoted = "quoted-block",
     .labels = "enum header subheader"},
    {.format = "uslm",
     .units = "section courtRule reorganizationPlan",
     .kinds = "section rule plan",
     .not_operative = "meta preface toc notes note sourceCredit footnote sidenote page deletedText editorialNote source legislativeHistory authority preamble "
                      "endorsement officialTitle docTitle enactingFormula resolvingClause action actionDescription congress session docNumber property currentChamber index leftRunningHead rightRunningHead "
                      "[changed=deleted] [class=footnoteRef] signatures",
     .quoted = "quotedContent",
     .labels = "num heading subheading"},
});
// clang-format on

}  // namespace

std::span<const AuditRule> audit_rules() { return rules; }

const AuditRule* find_audit_rule(std::string_view format) {
  for (const auto& rule : rules) {
    if (rule.format == format) return &rule;
  }
  return nullptr;
}

}  // namespace synoptic::read
