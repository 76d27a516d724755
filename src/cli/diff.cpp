// synoptic diff: what changed in the words of a provision, or in which provisions of a work, from one day to another.
#include <string>
#include <vector>

#include <fmt/core.h>

#include "base/data_dir.h"
#include "cli/commands.h"
#include "cli/document_output.h"
#include "cli/exit_code.h"
#include "cli/identify.h"
#include "cli/options.h"
#include "cli/resources.h"
#include "query/search.h"
#include "report/change_report.h"
#include "report/day_words.h"

namespace synoptic::cli {

namespace {

class Diff : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("iri", typed_, "an IRI (/akn/fr/act/code/code-penal/~art_222-33), a citation that names one provision, or the IRI of a work").required();
    options.add_option("--from", from_, "the earlier day").required().type_name("YYYY-MM-DD");
    options.add_option("--to", to_, "the later day (default: today)").type_name("YYYY-MM-DD");
    options.add_flag("--full", options_.full, "lines without a change, too");
    options.add_option("--in", system_, "the text for one legal system: GB-SCT, GB-ENG").type_name("CODE");
    output_.add_to(options);
    options.footer(
        "Compared word by word; quotation marks, dashes, spaces and line breaks are not compared, and 15 000 is 15000. As text, [-removed-] and\n"
        "{+added+} words are marked. Where a text is only known for another day than the one asked for, the report says so. Of a work: which\n"
        "provisions are new, changed and gone.\n\n"
        "Examples:\n"
        "  synoptic diff /akn/fr/act/code/code-penal/~art_222-33 --from 1998-07-02 --to 2002-12-31\n"
        "  synoptic diff \"s 224 Sentencing Act 2020\" --from 2023-01-01 --format html -o change.html\n"
        "  synoptic diff /akn/fr/act/code/code-penal --from 2002-12-31 --to 2010-08-11\n");
  }

  int run(const Environment& environment) override {
    if (const auto known = output_.check(); !known) return complain(known.error(), wrong_usage);
    const auto from = date_option(from_);
    if (!from) return complain(from.error(), wrong_usage);
    const auto to = date_option(to_);
    if (!to) return complain(to.error(), wrong_usage);
    if (*to < *from) return complain({.message = fmt::format("{} is before {}", to_, from_), .hint = "--from is the earlier day"}, wrong_usage);
    options_.from = *from;
    options_.to = *to;
    const auto subject = find_subject(typed_, system_, environment);
    if (!subject) return subject.error();
    const auto& [data, searcher, iri, system] = *subject;
    system_ = system;
    return iri.eid.empty() ? work(iri, searcher, environment) : provision(iri, searcher, environment);
  }

 private:
  int provision(const model::Iri& iri, const query::Searcher& searcher, const Environment& environment) const {
    const auto change = query::change_of(searcher.time(), iri, options_.from, options_.to, system_);
    if (!change.has_both()) {
      const bool held = !searcher.reader().texts_of_number(iri.work, iri.eid).empty();
      if (!held) return complain({.message = iri.str() + " is not in the index", .hint = "'synoptic coverage' tells what is held"}, not_found);
      for (const auto* side : {&change.from, &change.to}) {
        if (!side->stored) complain({.message = iri.str() + ": " + report::day_words(side->knowledge), .hint = "'synoptic show IRI --versions' lists the texts that are held"}, not_found);
      }
      return not_found;
    }
    return written(output_.write([&] { return report::change_document(change, options_); }, {{"json", [&] { return report::change_json(change, options_); }}}, environment));
  }

  int work(const model::Iri& iri, const query::Searcher& searcher, const Environment& environment) const {
    const auto held = searcher.reader().provisions_of(iri.work);
    if (held.empty()) return complain({.message = iri.work + " is not in the index", .hint = "'synoptic coverage' tells what is held"}, not_found);
    const auto change = query::work_change_of(searcher.time(), iri.work, options_.from, options_.to, system_);
    return written(output_.write([&] { return report::work_change_document(change, held.front().work.title, options_); },
                                 {{"json", [&] { return report::work_change_json(change, iri.work, options_); }}}, environment));
  }

  static int written(const base::Result<void>& result) { return result ? done : complain(result.error(), bad_input); }

  std::vector<std::string> typed_;
  std::string from_;
  std::string to_ = "today";
  std::string system_;
  report::ChangeOptions options_;
  DocumentOutput output_;
};

}  // namespace

std::unique_ptr<Command> make_diff() { return std::make_unique<Diff>(); }

}  // namespace synoptic::cli
