// The RDF library, brought in when the first file of concepts is read: it needs two dozen other libraries (a web client and its ciphers
// among them), and to load these took half as long again as a whole search.
#pragma once

#include <raptor2.h>

#include "base/result.h"

namespace synoptic::query {

// The functions of raptor that we call, by the names that they have there without "raptor_".
struct RaptorLibrary {
  decltype(&raptor_free_parser) free_parser = nullptr;
  decltype(&raptor_free_uri) free_uri = nullptr;
  decltype(&raptor_free_world) free_world = nullptr;
  decltype(&raptor_new_parser) new_parser = nullptr;
  decltype(&raptor_new_uri) new_uri = nullptr;
  decltype(&raptor_new_world_internal) new_world_internal = nullptr;
  decltype(&raptor_parser_parse_chunk) parser_parse_chunk = nullptr;
  decltype(&raptor_parser_parse_start) parser_parse_start = nullptr;
  decltype(&raptor_parser_set_option) parser_set_option = nullptr;
  decltype(&raptor_parser_set_statement_handler) parser_set_statement_handler = nullptr;
  decltype(&raptor_uri_as_counted_string) uri_as_counted_string = nullptr;
  decltype(&raptor_world_open) world_open = nullptr;
  decltype(&raptor_world_set_log_handler) world_set_log_handler = nullptr;

  // Nothing if the library is not there or not of this age; the diagnostic says what to install.
  static base::Result<const RaptorLibrary*> get();
};

}  // namespace synoptic::query
