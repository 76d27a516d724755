#include "index/record.h"

#include <memory>
#include <stdexcept>

#include <zstd.h>

namespace synoptic::index {

namespace {

class Encoder {
 public:
  explicit Encoder(std::string& out) : out_(out) {}

  void number(std::uint64_t value) {
    while (value >= 0x80) {
      out_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    out_.push_back(static_cast<char>(value));
  }
  void text(std::string_view value) {
    number(value.size());
    out_.append(value);
  }
  void date(const std::optional<base::Date>& value) { text(value ? value->compact() : std::string()); }
  template <class Enum>
  void name(Enum value) { number(static_cast<std::uint64_t>(value)); }

 private:
  std::string& out_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view in) : in_(in) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ >= in_.size()) throw std::out_of_range("cut short");
      const auto byte = static_cast<unsigned char>(in_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    throw std::out_of_range("no number");
  }
  std::string text() {
    const auto size = number();
    if (size > in_.size() - at_) throw std::out_of_range("cut short");
    std::string value(in_.substr(at_, size));
    at_ += size;
    return value;
  }
  std::optional<base::Date> date() {
    const auto value = text();
    if (value.size() < 8) return std::nullopt;
    const auto tail = value.size() - 4;  // years may have more digits than four
    return base::Date::parse(value.substr(0, tail) + "-" + value.substr(tail, 2) + "-" + value.substr(tail + 2));
  }
  template <class Enum>
  Enum name() { return static_cast<Enum>(number()); }
  std::size_t count() {
    const auto value = number();
    if (value > in_.size()) throw std::out_of_range("a count beyond the end");
    return value;
  }
  bool at_end() const { return at_ == in_.size(); }

 private:
  std::string_view in_;
  std::size_t at_ = 0;
};

void encode_work(Encoder& out, const model::Work& work) {
  out.text(work.iri);
  out.text(work.jurisdiction);
  out.text(work.title);
  out.name(work.type);
  out.text(work.number);
  out.date(work.date);
  out.text(work.source_url);
  out.number((work.official ? 1u : 0u) | (work.digest ? 2u : 0u));
}

model::Work decode_work(Decoder& in) {
  model::Work work;
  work.iri = in.text();
  work.jurisdiction = in.text();
  work.title = in.text();
  work.type = in.name<model::WorkType>();
  work.number = in.text();
  work.date = in.date();
  work.source_url = in.text();
  const auto flags = in.number();
  work.official = (flags & 1) != 0;
  work.digest = (flags & 2) != 0;
  return work;
}

void encode_provision(Encoder& out, const model::Provision& provision) {
  for (const auto* part : {&provision.iri.work, &provision.iri.lang, &provision.iri.version, &provision.iri.eid, &provision.jurisdiction}) {
    out.text(*part);
  }
  out.number(provision.extent.size());
  for (const auto& extent : provision.extent) out.text(extent);
  for (const auto* part : {&provision.lang, &provision.kind, &provision.num, &provision.heading}) out.text(*part);
  out.number(provision.path.size());
  for (const auto& part : provision.path) out.text(part);
  out.name(provision.status);
  out.date(provision.valid_from);
  out.date(provision.valid_to);
  out.text(provision.text);
  out.number(provision.quoted.size());
  for (const auto& [span, target] : provision.quoted) {
    out.number(span.start);
    out.number(span.end);
    out.text(target);
  }
  out.text(provision.url);
  out.text(provision.source.file);
  out.text(provision.source.sha256);
  out.number(provision.source.span.start);
  out.number(provision.source.span.end);
}

model::Provision decode_provision(Decoder& in) {
  model::Provision provision;
  for (auto* part : {&provision.iri.work, &provision.iri.lang, &provision.iri.version, &provision.iri.eid, &provision.jurisdiction}) {
    *part = in.text();
  }
  for (auto left = in.count(); left > 0; --left) provision.extent.push_back(in.text());
  for (auto* part : {&provision.lang, &provision.kind, &provision.num, &provision.heading}) *part = in.text();
  for (auto left = in.count(); left > 0; --left) provision.path.push_back(in.text());
  provision.status = in.name<model::Status>();
  provision.valid_from = in.date();
  provision.valid_to = in.date();
  provision.text = in.text();
  for (auto left = in.count(); left > 0; --left) {
    model::QuotedSpan quoted;
    quoted.span.start = in.number();
    quoted.span.end = in.number();
    quoted.target = in.text();
    provision.quoted.push_back(std::move(quoted));
  }
  provision.url = in.text();
  provision.source.file = in.text();
  provision.source.sha256 = in.text();
  provision.source.span.start = in.number();
  provision.source.span.end = in.number();
  return provision;
}

// Zstandard (RFC 8878), fastest level: Xapian's own deflate of the same bytes was a tenth of all indexing.
constexpr int compression_level = 1;
constexpr unsigned long long longest_record = 1ULL << 32;

std::string compress(std::string_view bytes) {
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size(), compression_level);
  if (ZSTD_isError(size) != 0) throw std::runtime_error(std::string("a record cannot be compressed: ") + ZSTD_getErrorName(size));
  frame.resize(size);
  return frame;
}

std::string decompress(std::string_view frame) {
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > longest_record) throw std::out_of_range("not a record");
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  std::string bytes(size, '\0');
  const std::size_t got = ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) != 0 || got != size) throw std::out_of_range("cut short");
  return bytes;
}

}  // namespace

std::string encode(const model::Work& work, const model::Provision& provision, std::uint32_t file, std::uint32_t order) {
  thread_local std::string bytes;
  bytes.clear();
  Encoder out(bytes);
  out.number(file);
  out.number(order);
  encode_work(out, work);
  encode_provision(out, provision);
  return compress(bytes);
}

base::Result<Record> decode(std::string_view frame) {
  try {
    const std::string bytes = decompress(frame);
    Decoder in(bytes);
    Record record;
    record.file = static_cast<std::uint32_t>(in.number());
    record.order = static_cast<std::uint32_t>(in.number());
    record.work = decode_work(in);
    record.provision = decode_provision(in);
    if (!in.at_end()) return base::failure("a record of the index is longer than it should be", "ingest again into a new folder");
    return record;
  } catch (const std::out_of_range& error) {
    return base::failure(std::string("a record of the index is damaged: ") + error.what(), "ingest again into a new folder");
  }
}

}  // namespace synoptic::index
