#include "read/uslm_work.h"

#include <fmt/core.h>

#include "base/utf8.h"
#include "read/us_bill_name.h"
#include "read/uslm_text.h"

namespace synoptic::read {

namespace {

using base::Date;

pugi::xml_node meta_of(pugi::xml_node root) {
  const auto meta = child(root, "meta");
  return meta ? meta : child(root, "amendMeta");
}

std::string field(pugi::xml_node meta, std::string_view name) {
  return uslm_words(child(meta, name));
}

std::optional<Date> iso_date(std::string_view text) {
  return Date::parse(text.substr(0, 10));
}

std::optional<Date> uslm_date(pugi::xml_node element) {
  if (const auto date = iso_date(attribute(element, "date"))) return date;
  return base::parse_date_words(uslm_words(element), "en");
}

// The last <date> below `node`: actions come in the order of time.
std::optional<Date> last_date(pugi::xml_node node) {
  std::optional<Date> result;
  node.find_node([&](pugi::xml_node candidate) {
    if (local_name(candidate) == "date") {
      if (const auto date = uslm_date(candidate)) result = date;
    }
    return false;
  });
  return result;
}

// "Courthouse Dogs Act": what section 1 says the law may be cited as, else its long title. Short titles of parts of it, and of other laws
// inside a quotation, are not its name.
std::string uslm_title(pugi::xml_node root, pugi::xml_node meta) {
  const auto named = root.find_node([](pugi::xml_node node) {
    return local_name(node) == "shortTitle" && attribute(node, "role").find("act") != std::string_view::npos &&
           local_name(node.parent()) != "quotedContent";
  });
  auto title = uslm_words(named);
  for (const std::string_view mark : {"“", "”", "\"", "‘", "’"}) {
    while (title.starts_with(mark)) title.erase(0, mark.size());
    while (title.ends_with(mark)) title.erase(title.size() - mark.size());
  }
  if (title.empty()) title = field(meta, "citableAsShortTitle");
  if (title.empty()) title = uslm_words(descendant(root, "officialTitle"));
  return title.empty() ? field(meta, "title") : title;
}

// "Approved February 28, 2017."
std::optional<Date> approval(pugi::xml_node root, pugi::xml_node meta) {
  if (const auto date = iso_date(field(meta, "approvedDate"))) return date;
  if (const auto date = base::parse_date_words(uslm_words(descendant(child(root, "main"), "actionDescription")).substr(0, 60), "en"))
    return date;
  return base::parse_date_words(uslm_words(child(descendant(root, "longTitle"), {"sidenote", "p"})), "en");
}

void us_code(UslmWork& result, pugi::xml_node root, pugi::xml_node meta) {
  constexpr std::string_view prefix = "/us/usc/t";
  auto& work = result.work;
  const std::string_view identifier = result.identifier;
  const std::string number = identifier.starts_with(prefix) ? std::string(identifier.substr(prefix.size())) : field(meta, "docNumber");
  work = us_code_work(number, uslm_words(child(root, {"main", "title", "heading"})));
  result.version = iso_date(field(meta, "created"));
  if (!result.version) result.version = iso_date(field(meta, "processedDate"));
}

void public_law(UslmWork& result, pugi::xml_node root, pugi::xml_node meta) {
  auto& work = result.work;
  const auto congress = field(meta, "congress");
  const auto number = field(meta, "docNumber");
  const bool is_private = field(meta, "publicPrivate") == "private";
  if (!congress.empty() && !number.empty()) work.iri = model::work_iri("us", "act", is_private ? "pvtl" : "pl", congress, number);
  work.title = uslm_title(root, meta);
  work.number = fmt::format("{} Law {}-{}", is_private ? "Private" : "Public", congress, number);
  work.source_url = fmt::format("https://www.govinfo.gov/link/plaw/{}/{}/{}", congress, is_private ? "private" : "public", number);
  work.date = result.version = result.valid_from = approval(root, meta);
}

// The compilation of a public law is that law as amended; one of an older act is known by its file at govinfo.
void compilation(UslmWork& result, pugi::xml_node root, pugi::xml_node meta) {
  public_law(result, root, meta);
  std::string file;
  for (const auto property : meta.children()) {
    if (attribute(property, "role") == "fileId") file = uslm_words(property);
  }
  if (!field(meta, "citableAs").starts_with("Public Law")) {
    result.work.iri = file.empty() ? std::string() : model::work_iri("us", "act", "comps", {}, file);
    result.work.number = field(meta, "citableAs");
  }
  if (!file.empty()) result.work.source_url = fmt::format("https://www.govinfo.gov/app/details/COMPS-{}", file);
  result.valid_from.reset();
  result.version = last_date(child(root, {"preface", "editionNote"}));
  // "113–5" of Public Law 113–5 itself: nothing has amended it, the text is that of its approval.
  const auto through = field(meta, "currentThroughPublicLaw");
  if (!result.version && through == field(meta, "congress") + "–" + field(meta, "docNumber")) result.version = result.work.date;
}

// An amendment's own <dc:type> and number say nothing about its bill, its <citableAs>115hr1eas2</citableAs> does.
std::optional<UsBillName> bill_name(pugi::xml_node meta, pugi::xml_node preface) {
  for (const auto node : meta.children()) {
    if (local_name(node) != "citableAs") continue;
    if (auto name = parse_us_bill(uslm_words(node))) return name;
  }
  const auto number = field(meta, "docNumber");
  return parse_us_bill(field(meta, "congress"), field(meta, "type"), number.empty() ? field(preface, "docNumber") : number);
}

void bill(UslmWork& result, pugi::xml_node root, pugi::xml_node meta) {
  const auto preface = child(root, "preface") ? child(root, "preface") : child(root, "amendPreface");
  if (const auto name = bill_name(meta, preface)) result.work = us_bill_work(*name);
  result.work.title = uslm_title(root, meta);
  result.status = model::Status::Bill;
  result.version = last_date(preface);
  if (!result.version) result.version = last_date(child(root, "attestation"));
}

void regulations(UslmWork& result, pugi::xml_node meta) {
  auto& work = result.work;
  const auto number = field(meta, "docNumber");
  work.type = model::WorkType::Regulation;
  if (!number.empty()) work.iri = model::work_iri("us", "act", "cfr", {}, number);
  work.title = field(meta, "title");
  work.number = fmt::format("{} C.F.R.", number);
  work.source_url = fmt::format("https://www.ecfr.gov/current/title-{}", number);
  result.version = iso_date(field(meta, "docReleasePoint"));
}

}  // namespace

UslmWork uslm_work(pugi::xml_node root) {
  UslmWork result;
  result.work.jurisdiction = "US";
  result.identifier = attribute(root, "identifier");
  const auto meta = meta_of(root);
  const auto name = local_name(root);
  if (name == "uscDoc") {
    us_code(result, root, meta);
  } else if (name == "pLaw") {
    public_law(result, root, meta);
  } else if (name == "statuteCompilation") {
    compilation(result, root, meta);
  } else if (name == "cfrDoc") {
    regulations(result, meta);
  } else {
    bill(result, root, meta);
  }
  return result;
}

std::string uslm_section_url(const UslmWork& work, std::string_view number) {
  constexpr std::string_view prefix = "/us/usc/t";
  const std::string_view identifier = work.identifier;
  if (!number.empty() && work.work.type == model::WorkType::Regulation) return fmt::format("{}/section-{}", work.work.source_url, number);
  return identifier.starts_with(prefix) ? us_code_section_url(identifier.substr(prefix.size()), number) : std::string();
}

model::Work us_code_work(std::string_view title, std::string_view heading) {
  model::Work work{.jurisdiction = "US", .type = model::WorkType::Code};
  if (!title.empty()) work.iri = model::work_iri("us", "act", "usc", {}, title);
  work.number = fmt::format("{} U.S.C.", title);
  work.title = fmt::format("United States Code, Title {}", title);
  if (!heading.empty()) work.title += ": " + std::string(heading);
  work.source_url = fmt::format("https://uscode.house.gov/view.xhtml?path=/prelim@title{}&edition=prelim", title);
  return work;
}

std::string us_code_section_url(std::string_view title, std::string_view number) {
  if (title.empty() || number.empty() || number.find(' ') != std::string_view::npos) return {};
  return fmt::format("https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{}-section{}&num=0&edition=prelim", title, number);
}

std::string us_eid_number(std::string_view number) {
  std::string joined;
  for (const char c : number) {
    if (c == ' ') {
      if (!joined.empty() && joined.back() != '-') joined += '-';
    } else if (c != ',') {
      joined += c;
    }
  }
  return model::eid_number(joined);
}

}  // namespace synoptic::read
