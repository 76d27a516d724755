// synoptic convert: any readable format to Akoma Ntoso 3.0, a document a work (design: contract.md).
#include <cctype>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "base/data_dir.h"
#include "base/file.h"
#include "base/sha256.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/resources.h"
#include "read/read_files.h"
#include "read/reader_registry.h"
#include "report/akn.h"
#include "report/akn_groups.h"

namespace synoptic::cli {

namespace {

namespace fs = std::filesystem;

// "/akn/gb/act/ukpga/1997/40/eng@2024-01-31" -> "gb_act_ukpga_1997_40_eng@2024-01-31": IRIs may come from strangers, names of files may not.
std::string file_stem(std::string_view expression) {
  constexpr std::size_t longest = 180;
  std::string stem;
  for (const char c : expression.substr(std::string_view("/akn/").size())) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '/') {
      stem.push_back('_');
    } else {
      stem.push_back(std::isalnum(byte) != 0 || c == '.' || c == '@' || c == '-' || c == '_' ? c : '-');
    }
  }
  if (stem.starts_with('.')) stem.front() = '_';
  if (stem.size() > longest) stem = stem.substr(0, longest) + "-" + base::sha256(expression).substr(0, 12);
  return stem;
}

class Convert : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("path", paths_, "files, folders, archives (tar, tar.gz, tar.zst, zip) of any known format").required();
    options.add_option("--to", to_, "the format to write: akn (Akoma Ntoso 3.0)").required().type_name("FORMAT");
    options.add_option("--out", out_, "a folder, in which each work becomes a file; or, for one work, a file that ends in .xml or .akn (default: standard output)").type_name("DIR|FILE");
    options.add_option("--reader", reader_, "read every file as this format instead of detecting it").type_name("NAME");
    options.add_flag("-v,--verbose", verbose_, "notes about files passed over, and a summary, also when standard error is no terminal");
    options.footer(
        "A work in one language is one document, whatever files it came in; texts of several days are documents of their own. What the sources\n"
        "do not say is absent; where the schema requires a date, 9999-01-01 named \"unknown\" stands for none. Status, kind and the bytes of the\n"
        "source that each provision was read from stand in <proprietary>, in the namespace urn:synoptic:ns.\n\n"
        "Examples:\n"
        "  synoptic convert act.xml --to akn --out act.akn\n"
        "  synoptic convert laws.tar.zst --to akn --out laws\n"
        "  synoptic convert act.xml --to akn | xmllint --nonet --noout --schema akomantoso30.xsd -");
  }

  int run(const Environment& environment) override {
    if (to_ != "akn") return complain(unknown_name("format to convert to", to_, {"akn"}), wrong_usage);
    read::ReadOptions options;
    if (!reader_.empty() && (options.format = read::find_format(reader_)) == nullptr) return complain(unknown_reader(), wrong_usage);
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    const auto words = extract::DivisionWords::load(data->lexicon);
    if (!words) return complain(words.error(), internal_error);
    report::AknGroups groups;
    const auto totals = read::read_files(paths_,
                                         {.work = [&](read::ReadWork&& work) { groups.add(std::move(work.work), std::move(work.provisions)); },
                                          .diagnostic = [this](base::Diagnostic&& diagnostic) { say(diagnostic); }},
                                         options);
    const int code = write(groups.take(), *words, verbose_ || environment.progress);
    return code == done && totals.errors > 0 ? bad_input : code;
  }

 private:
  base::Diagnostic unknown_reader() const {
    std::vector<std::string> names;
    for (const auto& format : read::formats()) names.emplace_back(format.name);
    return unknown_name("reader", reader_, names);
  }

  bool is_file() const {
    const auto extension = out_.extension();
    return !fs::is_directory(out_) && (extension == ".xml" || extension == ".akn");
  }

  int write(std::vector<report::AknSource>&& sources, const extract::DivisionWords& words, bool summary) const {
    if (sources.empty()) return done;  // the readers have said why
    if (sources.size() > 1 && (out_.empty() || is_file())) {
      const auto message = fmt::format("{} works, and {} for them", sources.size(), out_.empty() ? "no folder" : "one file");
      return complain({.message = message, .hint = "name a folder with --out DIR: each work becomes a file in it"}, wrong_usage);
    }
    std::set<std::string> names;
    std::size_t provisions = 0;
    for (auto& source : sources) {
      const auto file = report::write_akn(source, words);
      provisions += source.provisions.size();
      source = {};
      warn(file);
      if (out_.empty()) {
        Output().write(file.xml);
        continue;
      }
      const auto written = base::write_file(path_for(file, names), file.xml);
      if (!written) return complain(written.error(), bad_input);
    }
    if (summary && !out_.empty()) fmt::print(stderr, "synoptic: {} provisions of {} works in {}\n", provisions, sources.size(), out_.string());
    return done;
  }

  fs::path path_for(const report::AknFile& file, std::set<std::string>& names) const {
    if (is_file()) return out_;
    std::error_code error;
    fs::create_directories(out_, error);  // write_file says what is wrong
    const auto stem = file_stem(file.expression);
    auto name = stem;
    for (int count = 2; !names.insert(name).second; ++count) name = fmt::format("{}_{}", stem, count);
    return out_ / (name + ".xml");
  }

  static void warn(const report::AknFile& file) {
    if (file.replaced == 0) return;
    fmt::print(stderr, "synoptic: {}: {} that XML cannot hold became U+FFFD\n", file.expression,
               file.replaced == 1 ? std::string("1 character") : fmt::format("{} characters", file.replaced));
  }

  void say(const base::Diagnostic& diagnostic) const {
    if (diagnostic.severity == base::Severity::Note && !verbose_) return;
    fmt::print(stderr, "synoptic: {}\n", base::to_string(diagnostic));
  }

  std::vector<fs::path> paths_;
  std::string to_;
  fs::path out_;
  std::string reader_;
  bool verbose_ = false;
};

}  // namespace

std::unique_ptr<Command> make_convert() { return std::make_unique<Convert>(); }

}  // namespace synoptic::cli
