// The unit everything is about: a section, article or regulation, in one language, as it stood at one time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "model/iri.h"
#include "model/work.h"

namespace synoptic::model {

enum class Status { InForce, NotInForce, Repealed, Expired, Bill, Unknown };

std::string_view to_string(Status status);  // "in_force", "not_in_force", ...
std::optional<Status> status(std::string_view name);

// Words inside a provision that belong to another Act (an amendment that it makes); bytes of Provision::text.
struct QuotedSpan {
  base::Span span;
  std::string target;  // what they are to become part of, where the source says so
};

// Which bytes of which file a provision was read from. A file inside an archive is "archive.tar.zst!path/in/it"; sha256 and span are
// the member's, after decompression.
struct SourceRef {
  std::string file;
  std::string sha256;
  base::Span span;
};

struct Provision {
  Iri iri;
  std::string jurisdiction;         // "GB", "US-DC": ISO 3166-1 / 3166-2
  std::vector<std::string> extent;  // "GB-ENG", "GB-WLS"; empty: all of the jurisdiction, or not said
  std::string lang;                 // BCP 47
  std::string kind;                 // section, article, regulation, paragraph, schedule_paragraph, rule, ...
  std::string num;                  // "222-33-1-1", "4A"
  std::string heading;
  std::vector<std::string> path;  // "Part 1 Harassment", outermost first
  Status status = Status::Unknown;
  std::optional<base::Date> valid_from;  // first day on which the text is law
  std::optional<base::Date> valid_to;    // last day; nothing: open or unknown
  std::string text;                      // statutory text, one subdivision a line, no notes
  std::vector<QuotedSpan> quoted;
  SourceRef source;
  std::string url;  // official address of this very provision; empty: only the work's is known
};

// "Public Order Act 1986, section 4A": how a provision is named to people. The work's title alone where it has no number.
std::string title_of(const Work& work, const Provision& provision);

// True unless an end of the known interval excludes the day: an unknown end excludes nothing.
bool valid_on(const Provision& provision, const base::Date& day);

}  // namespace synoptic::model
