// How complete a reading is: the provisions of a file against a count from its bytes that shares nothing with the reader, and the share of
// the source's operative characters that ended up in them. What is missing is named: the element it stands in, the first line, the
// provision that is short of it, and what the reader itself said.
//
//   const FileAudit audit = audit_file(file, *format);
//   audit.kept / audit.characters      // 0.998
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "read/reader.h"

namespace synoptic::read {

// Operative characters that the reading lacks. Characters are letters and digits: marks and white space are the printer's.
struct AuditLoss {
  std::string where;           // "<Schedule>" outside of every provision, "sec_4" that is short of them
  bool in_provision = false;
  std::size_t characters = 0;
  std::size_t of = 0;          // in a provision: how many the source has there
  std::size_t line = 0;        // the first of them; 1-based
};

struct FileAudit {
  std::string file;
  const Format* format = nullptr;
  bool audited = false;        // there is a rule for the format
  std::size_t counted = 0;     // provisions in the source
  std::size_t read = 0;        // provisions of the kinds that the count is about
  std::size_t characters = 0;  // operative, in the source
  std::size_t kept = 0;        // of them in the provisions, each in the one that it stands in
  std::vector<AuditLoss> losses;             // largest first; at most ten
  std::vector<base::Diagnostic> said;        // by the reader, what is gravest first

  // Shares in [0, 1]; 1 where there was nothing to count.
  double provisions_share() const;
  double characters_share() const;
  bool complete() const;  // both at least 0.99
};

FileAudit audit_file(const SourceFile& file, const Format& format);

}  // namespace synoptic::read
