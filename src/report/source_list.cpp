#include "report/source_list.h"

#include <fmt/core.h>

#include "base/language_name.h"
#include "report/comparison_words.h"

namespace synoptic::report {

namespace {

// The file as its publisher calls it: where it lies on this machine is nobody's business.
std::string file_name(const std::string& path) {
  const auto member = path.find('!');
  const auto archive = path.substr(0, member);
  const std::string name = archive.substr(archive.find_last_of('/') + 1);
  return member == std::string::npos ? name : name + path.substr(member);
}

}  // namespace

std::size_t SourceList::number(const query::ComparedProvision& compared) {
  return number(compared.provision, compared.title(), source_words(compared), official_link(compared));
}

std::size_t SourceList::number(const query::ProofText& proof) {
  return number(proof.provision, proof.title, source_words(proof.source), proof.link);
}

std::size_t SourceList::number(const model::Provision& provision, const std::string& title, const std::string& what, const std::string& link) {
  const auto [known, fresh] = numbers_.try_emplace(provision.iri.str(), numbers_.size() + 1);
  if (!fresh) return known->second;
  Paragraph paragraph;
  std::string text = title;
  if (const auto version = base::Date::parse(provision.iri.version)) text += ", text of " + base::date_words(*version, "en");
  if (!provision.lang.empty()) text += ", in " + base::language_name(provision.lang);
  paragraph.inlines.push_back(Inline{text + ". " + capitalised(what) + (link.empty() ? "; no official address is known. " : ": ")});
  if (!link.empty()) {
    paragraph.inlines.push_back(Inline{.text = link, .link = link});
    paragraph.inlines.push_back(Inline{". "});
  }
  if (!provision.source.file.empty()) {
    paragraph.inlines.push_back(Inline{fmt::format("Read from {}, bytes {} to {} (SHA-256 {}…).", file_name(provision.source.file), provision.source.span.start,
                                                   provision.source.span.end, provision.source.sha256.substr(0, 16))});
  }
  paragraphs_.push_back(std::move(paragraph));
  return known->second;
}

}  // namespace synoptic::report
