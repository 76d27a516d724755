#include "query/skos_reader.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/core.h>

#include "base/utf8.h"
#include "query/raptor_library.h"

namespace synoptic::query {

namespace {

// Relative references of a file ("</akn/fr/...>") become absolute against this; it never leaves this file.
constexpr const char* base_uri = "http://synoptic.invalid/";
constexpr std::size_t most_diagnostics = 20;  // of one file: a binary file would yield one a line
constexpr std::size_t deepest_xml = 200;      // elements; SKOS needs six, and raptor's time grows with the square of the depth

enum class Property {
  Type, PrefLabel, AltLabel, HiddenLabel, Definition, Broader, Narrower, Related, Match, XlPref, XlAlt, XlHidden, LiteralForm, Note, Role,
  TermOfArt, Provision, Remark, Jurisdiction, Iri, From, Until
};

#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define SKOS_XL "http://www.w3.org/2008/05/skos-xl#"
#define SYNOPTIC "urn:synoptic:ns#"
constexpr const char* skos_concept = SKOS "Concept";
constexpr std::array<std::pair<std::string_view, Property>, 25> properties{{
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", Property::Type},
    {SKOS "prefLabel", Property::PrefLabel},
    {SKOS "altLabel", Property::AltLabel},
    {SKOS "hiddenLabel", Property::HiddenLabel},
    {SKOS "definition", Property::Definition},
    {SKOS "broader", Property::Broader},
    {SKOS "narrower", Property::Narrower},
    {SKOS "related", Property::Related},
    {SKOS "exactMatch", Property::Match},
    {SKOS "closeMatch", Property::Match},
    {SKOS "note", Property::Note},
    {SKOS_XL "prefLabel", Property::XlPref},
    {SKOS_XL "altLabel", Property::XlAlt},
    {SKOS_XL "hiddenLabel", Property::XlHidden},
    {SKOS_XL "literalForm", Property::LiteralForm},
    {SYNOPTIC "termOfArt", Property::TermOfArt},
    {SYNOPTIC "provision", Property::Provision},
    {SYNOPTIC "remark", Property::Remark},
    {SYNOPTIC "jurisdiction", Property::Jurisdiction},
    {SYNOPTIC "iri", Property::Iri},
    {SYNOPTIC "note", Property::Note},
    {SYNOPTIC "role", Property::Role},
    {SYNOPTIC "term", Property::PrefLabel},
    {SYNOPTIC "from", Property::From},
    {SYNOPTIC "until", Property::Until},
}};
#undef SKOS
#undef SKOS_XL
#undef SYNOPTIC

// The object of a statement: text in a language, or the name of another node.
struct Value {
  std::string text;
  std::string lang;
  bool is_node = false;
};

struct Node {
  std::string name;  // URI, or "_:id" for a blank node
  std::vector<std::pair<Property, Value>> statements;

  std::string first(Property property) const {
    for (const auto& [key, value] : statements) {
      if (key == property) return value.text;
    }
    return {};
  }
};

std::string_view view(const unsigned char* text, std::size_t size) { return {reinterpret_cast<const char*>(text), size}; }

// read_skos() has seen that it is there.
const RaptorLibrary& raptor() { return **RaptorLibrary::get(); }

std::string name_of(const raptor_term& term) {
  if (term.type == RAPTOR_TERM_TYPE_URI) {
    std::size_t size = 0;
    const auto* text = raptor().uri_as_counted_string(term.value.uri, &size);
    return std::string(view(text, size));
  }
  if (term.type == RAPTOR_TERM_TYPE_BLANK) return "_:" + std::string(view(term.value.blank.string, term.value.blank.string_len));
  return {};
}

// All statements of a file, by subject. The C callbacks of raptor end up here.
class Graph {
 public:
  Graph(std::string_view name, std::vector<base::Diagnostic>& diagnostics) : file_(name), diagnostics_(diagnostics) {}

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node* find(const std::string& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &nodes_[found->second];
  }

  void add(const raptor_statement& statement) {
    const auto predicate = name_of(*statement.predicate);
    const auto known = std::find_if(properties.begin(), properties.end(), [&](const auto& entry) { return entry.first == predicate; });
    if (known == properties.end()) return;
    Value value;
    if (statement.object->type == RAPTOR_TERM_TYPE_LITERAL) {
      const auto& literal = statement.object->value.literal;
      value.text = base::squeeze(base::repair_utf8(view(literal.string, literal.string_len)));
      if (literal.language != nullptr) value.lang = base::lower(view(literal.language, literal.language_len));
    } else {
      value.text = name_of(*statement.object);
      value.is_node = true;
    }
    node(name_of(*statement.subject)).statements.emplace_back(known->second, std::move(value));
  }

  void warn(std::string message, std::string hint) { diagnostics_.push_back({.severity = base::Severity::Warning, .file = file_, .message = std::move(message), .hint = std::move(hint)}); }

  void log(const raptor_log_message& message) {
    if (message.level < RAPTOR_LOG_LEVEL_WARN || ++troubles_ > most_diagnostics) return;
    base::Diagnostic diagnostic;
    diagnostic.severity = message.level == RAPTOR_LOG_LEVEL_WARN ? base::Severity::Warning : base::Severity::Error;
    diagnostic.file = file_;
    if (message.locator != nullptr && message.locator->line > 0) diagnostic.line = static_cast<std::size_t>(message.locator->line);
    diagnostic.message = base::repair_utf8(message.text == nullptr ? "cannot be read" : message.text);
    diagnostic.hint = "the file must be SKOS in Turtle or RDF/XML; what stands before this place was read";
    const bool again = !diagnostics_.empty() && to_string(diagnostics_.back()) == to_string(diagnostic);
    if (!again) diagnostics_.push_back(std::move(diagnostic));
  }

 private:
  Node& node(std::string name) {
    const auto [found, is_new] = by_name_.emplace(std::move(name), nodes_.size());
    if (is_new) nodes_.push_back({found->first, {}});
    return nodes_[found->second];
  }

  std::string file_;
  std::vector<base::Diagnostic>& diagnostics_;
  std::size_t troubles_ = 0;
  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::size_t> by_name_;
};

struct RaptorDelete {
  void operator()(raptor_world* world) const { raptor().free_world(world); }
  void operator()(raptor_parser* parser) const { raptor().free_parser(parser); }
  void operator()(raptor_uri* uri) const { raptor().free_uri(uri); }
};
template <class T>
using RaptorPtr = std::unique_ptr<T, RaptorDelete>;

// XML begins with "<?xml", "<!--", "<!DOCTYPE" or its root; Turtle's "<" opens an IRI, which has neither white space nor a colon-prefixed name.
const char* syntax_of(std::string_view name, std::string_view bytes) {
  auto start = base::trim(bytes.substr(0, 4096));
  if (start.starts_with("<?") || start.starts_with("<!") || start.starts_with("<rdf:") || start.starts_with("<RDF")) return "rdfxml";
  for (const auto ending : {".rdf", ".xml", ".owl"}) {
    if (name.ends_with(ending)) return "rdfxml";
  }
  return "turtle";
}

// Byte at which XML gets deeper than `deepest_xml`. A rough count that comments, CDATA and "<" in attributes can only make too low or
// too high by themselves, which is good enough to tell data from an attack.
std::optional<std::size_t> too_deep(std::string_view xml) {
  std::size_t depth = 0;
  for (auto at = xml.find('<'); at != std::string_view::npos && at + 1 < xml.size(); at = xml.find('<', at + 1)) {
    if (xml[at + 1] == '/') {
      depth -= depth > 0;
    } else if (xml.compare(at, 4, "<!--") == 0) {
      at = std::min(xml.find("-->", at), xml.size() - 1);
    } else if (xml[at + 1] != '!' && xml[at + 1] != '?') {
      const auto end = xml.find('>', at);
      if (end == std::string_view::npos) return std::nullopt;
      depth += xml[end - 1] != '/';
    }
    if (depth > deepest_xml) return at;
  }
  return std::nullopt;
}

// What raptor would not survive, or would take for the end of the file, is refused before it sees it.
std::optional<base::Diagnostic> unfit(std::string_view syntax, std::string_view bytes) {
  const bool turtle = syntax == "turtle";
  const auto at = turtle ? bytes.find('\0') : too_deep(bytes).value_or(std::string_view::npos);
  if (at == std::string_view::npos) return std::nullopt;
  base::Diagnostic diagnostic;
  diagnostic.line = base::line_of(bytes, at);
  diagnostic.byte = at;
  diagnostic.message = turtle ? "holds a NUL byte, so it is not text" : "nested deeper than " + std::to_string(deepest_xml) + " elements";
  diagnostic.hint = "the file must be SKOS in Turtle or RDF/XML; it was not read";
  return diagnostic;
}

void parse(const char* syntax, std::string_view bytes, Graph& graph) {
  const RaptorPtr<raptor_world> world(raptor().new_world_internal(RAPTOR_VERSION));
  raptor().world_set_log_handler(world.get(), &graph, [](void* data, raptor_log_message* message) { static_cast<Graph*>(data)->log(*message); });
  raptor().world_open(world.get());
  const RaptorPtr<raptor_parser> parser(raptor().new_parser(world.get(), syntax));
  // A foreign file must not make us read other files or the network.
  raptor().parser_set_option(parser.get(), RAPTOR_OPTION_NO_NET, nullptr, 1);
  raptor().parser_set_option(parser.get(), RAPTOR_OPTION_NO_FILE, nullptr, 1);
  raptor().parser_set_option(parser.get(), RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, nullptr, 0);
  raptor().parser_set_statement_handler(parser.get(), &graph, [](void* data, raptor_statement* statement) { static_cast<Graph*>(data)->add(*statement); });
  const RaptorPtr<raptor_uri> base(raptor().new_uri(world.get(), reinterpret_cast<const unsigned char*>(base_uri)));
  if (raptor().parser_parse_start(parser.get(), base.get()) != 0) return;
  // libxml2 gives up beyond 10 MB in one piece; the Turtle parser wants the whole file at once.
  const std::size_t piece = std::string_view(syntax) == "turtle" ? bytes.size() : std::size_t{1} << 16;
  for (std::size_t at = 0; at < bytes.size() || at == 0; at += piece) {
    const auto part = bytes.substr(at, piece);
    const bool last = at + piece >= bytes.size();
    if (raptor().parser_parse_chunk(parser.get(), reinterpret_cast<const unsigned char*>(part.data()), part.size(), last) != 0 || last) break;
  }
}

// "http://synoptic.invalid/akn/fr/..." and any other host's AKN address to "/akn/fr/...".
std::optional<model::Iri> provision_iri(std::string_view uri) {
  const auto at = uri.find("/akn/");
  return at == std::string_view::npos ? std::nullopt : model::Iri::parse(uri.substr(at));
}

std::string upper_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

// "http://eurovoc.europa.eu/100141" -> "100141", "urn:synoptic:concept/stalking" -> "stalking", ".../scheme#a" -> "a"
std::string short_id(std::string_view uri) {
  while (uri.ends_with('/') || uri.ends_with('#')) uri.remove_suffix(1);
  const auto cut = uri.find_last_of("/#:");
  return std::string(cut == std::string_view::npos ? uri : uri.substr(cut + 1));
}

// Turns the node of a concept, and the blank nodes hanging on it, into a Concept.
class ConceptBuilder {
 public:
  ConceptBuilder(Graph& graph, const Node& node) : graph_(graph), node_(node) {
    topic_.uri = node.name.starts_with(base_uri) ? node.name.substr(std::string_view(base_uri).size()) : node.name;
    topic_.id = short_id(topic_.uri);
  }

  Concept build() {
    for (const auto& [property, value] : node_.statements) take(property, value);
    return std::move(topic_);
  }

 private:
  void take(Property property, const Value& value) {
    switch (property) {
      case Property::PrefLabel: add_label(value); break;
      case Property::AltLabel: add_label(topic_.alternatives, value); break;
      case Property::HiddenLabel: add_label(topic_.hidden, value); break;
      case Property::Definition: topic_.definitions.emplace(value.lang, value.text); break;
      case Property::Broader: topic_.broader.push_back(value.text); break;
      case Property::Narrower: topic_.narrower.push_back(value.text); break;
      case Property::Related: topic_.related.push_back(value.text); break;
      case Property::Match: topic_.matches.push_back(value.text); break;
      case Property::XlPref:
      case Property::XlAlt:
      case Property::XlHidden: take_xl_label(property, value); break;
      case Property::TermOfArt: take_term_of_art(value); break;
      case Property::Provision: take_provision(value); break;
      case Property::Remark: take_remark(value); break;
      default: break;
    }
  }

  void add_label(const Value& value) {
    if (!value.is_node && !value.text.empty()) topic_.labels.emplace(value.lang, value.text);
  }

  static void add_label(std::vector<Label>& labels, const Value& value) {
    if (!value.is_node && !value.text.empty()) labels.push_back({value.lang, value.text});
  }

  void take_xl_label(Property property, const Value& value) {
    const Node* label = graph_.find(value.text);
    if (label == nullptr) return;
    for (const auto& [key, form] : label->statements) {
      if (key != Property::LiteralForm) continue;
      if (property == Property::XlPref) {
        add_label(form);
      } else {
        add_label(property == Property::XlAlt ? topic_.alternatives : topic_.hidden, form);
      }
    }
  }

  void take_term_of_art(const Value& value) {
    const Node* node = graph_.find(value.text);
    if (node == nullptr) return;
    const auto period = period_of(*node);
    for (const auto& [key, term] : node->statements) {
      if (key == Property::PrefLabel || key == Property::AltLabel) {
        topic_.terms_of_art.push_back({node->first(Property::Jurisdiction), term.lang, term.text, period});
      }
    }
  }

  Period period_of(const Node& node) {
    Period period;
    for (const auto& [property, end] : {std::pair{Property::From, &period.from}, std::pair{Property::Until, &period.until}}) {
      const auto day = node.first(property);
      if (day.empty()) continue;
      *end = base::Date::parse(day);
      if (!*end) graph_.warn(fmt::format("{}: “{}” is not a date", topic_.id, day), "write it as 2018-08-06; until then that end is taken as open");
    }
    return period;
  }

  // Either the IRI itself, or a blank node that says more about it.
  void take_provision(const Value& value) {
    const Node* node = value.text.starts_with("_:") ? graph_.find(value.text) : nullptr;
    const auto iri = provision_iri(node == nullptr ? value.text : node->first(Property::Iri));
    if (!iri) return;
    ConceptProvision provision{upper_ascii(iri->country()), *iri, {}};
    if (node != nullptr) {
      provision.note = node->first(Property::Note);
      provision.role = node->first(Property::Role);
      if (const auto jurisdiction = node->first(Property::Jurisdiction); !jurisdiction.empty()) provision.jurisdiction = jurisdiction;
    }
    topic_.provisions.push_back(std::move(provision));
  }

  void take_remark(const Value& value) {
    const Node* node = graph_.find(value.text);
    if (node == nullptr) return;
    const auto period = period_of(*node);
    for (const auto& [key, note] : node->statements) {
      if (key == Property::Note) topic_.remarks.push_back({node->first(Property::Jurisdiction), note.lang, note.text, period});
    }
  }

  Graph& graph_;
  const Node& node_;
  Concept topic_;
};

// Typed as such; or not typed at all but labelled, as in files that rely on inference.
bool is_concept(const Node& node) {
  bool typed = false;
  bool labelled = false;
  for (const auto& [property, value] : node.statements) {
    if (property == Property::Type && value.text == skos_concept) return true;
    typed = typed || property == Property::Type;
    labelled = labelled || ((property == Property::PrefLabel || property == Property::XlPref) && !node.name.starts_with("_:"));
  }
  return labelled && !typed;
}

}  // namespace

std::vector<Concept> read_skos(std::string_view name, std::string_view bytes, std::vector<base::Diagnostic>& diagnostics) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const char* const syntax = syntax_of(name, bytes);
  if (auto diagnostic = unfit(syntax, bytes)) {
    diagnostic->file = name;
    diagnostics.push_back(std::move(*diagnostic));
    return {};
  }
  if (const auto library = RaptorLibrary::get(); !library) {
    diagnostics.push_back(library.error());
    return {};
  }
  Graph graph(name, diagnostics);
  parse(syntax, bytes, graph);
  std::vector<Concept> concepts;
  for (const auto& node : graph.nodes()) {
    if (is_concept(node)) concepts.push_back(ConceptBuilder(graph, node).build());
  }
  return concepts;
}

}  // namespace synoptic::query
