#include "base/data_dir.h"

#include <cstdlib>
#include <vector>

namespace synoptic::base {

namespace fs = std::filesystem;

namespace {

// `root` holds jurisdictions/ and the rest, either as installed or as corpus/ of the source tree (lexicons live with their code there).
DataDir layout_of(const fs::path& root) {
  DataDir data{root / "jurisdictions", root / "concepts", root / "digests", root / "lexicon"};
  if (!fs::exists(data.lexicon)) data.lexicon = root.parent_path() / "src/extract/lexicon";
  return data;
}

bool is_complete(const fs::path& root) { return fs::is_directory(root / "jurisdictions") && fs::is_directory(layout_of(root).lexicon); }

}  // namespace

std::vector<fs::path> DataDir::concept_files() const {
  std::vector<fs::path> files{concepts};
  files.insert(files.end(), own_concepts.begin(), own_concepts.end());
  return files;
}

Result<DataDir> find_data(const fs::path& given) {
  const char* environment = std::getenv("SYNOPTIC_DATA");
  if (!given.empty() || (environment != nullptr && *environment != '\0')) {
    const fs::path root = given.empty() ? fs::path(environment) : given;
    if (is_complete(root)) return layout_of(fs::absolute(root));
    return failure("no Synoptic data in " + root.string(), "it must hold jurisdictions/, concepts/, digests/ and lexicon/");
  }
  std::error_code error;
  fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (; !error && !folder.empty(); folder = folder.parent_path()) {
    for (const auto& root : {folder / "share/synoptic", folder / "corpus"}) {
      if (is_complete(root)) return layout_of(root);
    }
    if (folder == folder.root_path()) break;
  }
  return failure("Synoptic's own data was not found beside the program", "name its folder with --data DIR or $SYNOPTIC_DATA");
}

}  // namespace synoptic::base
