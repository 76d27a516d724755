// How the target of a citation and the IRI of a work are written, as data: lexicon/citation/targets.toml.
//
//   /us/usc/t{title} <-> /akn/us/act/usc/{title}     match("/us/usc/t18/s2261A") -> {title: 18}, rest "/s2261A"
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::resolve {

using Components = std::map<std::string, std::string, std::less<>>;

// A path with {name} components, matched as a prefix of other paths.
class PathPattern {
 public:
  explicit PathPattern(std::string pattern);
  struct Match {
    Components components;
    std::string_view rest;  // "" or starts with '/'
  };
  std::optional<Match> match(std::string_view path) const;
  // Nothing if a component is missing.
  std::optional<std::string> fill(const Components& components) const;

 private:
  struct Piece {
    std::string literal;
    std::string name;  // the component behind the literal; empty for the last piece
  };
  std::vector<Piece> pieces_;
};

enum class PathStyle { Named, Short, Bare };

struct TargetShape {
  PathPattern target;
  PathPattern work;
  PathStyle style = PathStyle::Named;
  std::string unit;                    // "section": what the work is made of
  std::vector<std::string> starts;     // one component must start with one of these
  std::vector<std::string> countries;  // {country} must be one of these
  std::vector<std::string> upper;      // components in capitals in the target
  std::vector<std::string> digits;     // components that must be numbers

  bool accepts(const Components& components) const;
};

// The rows of the file, in its order; an error names file and line.
base::Result<std::vector<TargetShape>> load_target_shapes(const std::filesystem::path& file);

}  // namespace synoptic::resolve
