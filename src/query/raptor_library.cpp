#include "query/raptor_library.h"

#include <dlfcn.h>

namespace synoptic::query {

namespace {

constexpr const char* file_name = "libraptor2.so.0";  // the SONAME of every version that has this interface

template <class Function>
bool bind(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

base::Result<RaptorLibrary> load() {
  void* const library = ::dlopen(file_name, RTLD_LAZY | RTLD_LOCAL);  // for good: it is never closed
  RaptorLibrary raptor;
  const bool complete = library != nullptr &&
                        bind(library, "raptor_free_parser", raptor.free_parser) &&
                        bind(library, "raptor_free_uri", raptor.free_uri) &&
                        bind(library, "raptor_free_world", raptor.free_world) &&
                        bind(library, "raptor_new_parser", raptor.new_parser) &&
                        bind(library, "raptor_new_uri", raptor.new_uri) &&
                        bind(library, "raptor_new_world_internal", raptor.new_world_internal) &&
                        bind(library, "raptor_parser_parse_chunk", raptor.parser_parse_chunk) &&
                        bind(library, "raptor_parser_parse_start", raptor.parser_parse_start) &&
                        bind(library, "raptor_parser_set_option", raptor.parser_set_option) &&
                        bind(library, "raptor_parser_set_statement_handler", raptor.parser_set_statement_handler) &&
                        bind(library, "raptor_uri_as_counted_string", raptor.uri_as_counted_string) &&
                        bind(library, "raptor_world_open", raptor.world_open) &&
                        bind(library, "raptor_world_set_log_handler", raptor.world_set_log_handler);
  if (complete) return raptor;
  const char* reason = ::dlerror();
  return base::failure(std::string("concepts cannot be read: ") + (reason != nullptr ? reason : "the RDF library lacks a function"), "install libraptor2 (Debian package libraptor2-0)");
}

}  // namespace

base::Result<const RaptorLibrary*> RaptorLibrary::get() {
  static const auto loaded = load();
  if (!loaded) return tl::unexpected(loaded.error());
  return &*loaded;
}

}  // namespace synoptic::query
