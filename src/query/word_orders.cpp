#include "query/word_orders.h"

#include <optional>
#include <utility>

#include "index/schema.h"

namespace synoptic::query {

using index::WordOrder;
using Xapian::Query;

namespace {

struct WantedOrder {
  WordOrder::Field field = WordOrder::Field::Text;
  WordOrder::Keys words;
  std::size_t rarest = 0;  // of the words of a phrase
  std::size_t window = 0;  // 0: a phrase; else how far two words may be apart

  bool holds(const WordOrder& order) const {
    return window == 0 ? order.has_phrase(field, words, rarest) : order.has_near(field, words[0], words[1], window);
  }
};

// The documents whose words stand so.
class OrderSource : public Xapian::PostingSource {
 public:
  OrderSource(std::shared_ptr<const WordOrders> orders, WantedOrder wanted) : orders_(std::move(orders)), wanted_(std::move(wanted)) {}

  void init(const Xapian::Database& shard) override {
    const auto& rows = orders_->of(shard);
    count_ = rows.size();
    window_.emplace(rows);
    document_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // As many as there may be: whatever else a query asks for is asked first.
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override { return static_cast<Xapian::doccount>(count_); }

  void next(double) override { to_match(document_ + 1); }
  void skip_to(Xapian::docid document, double) override {
    if (document > document_) to_match(document);
  }
  bool check(Xapian::docid document, double) override {
    document_ = document;
    return at_end() || holds();
  }
  bool at_end() const override { return document_ > count_; }
  Xapian::docid get_docid() const override { return document_; }

  OrderSource* clone() const override { return new OrderSource(orders_, wanted_); }
  std::string get_description() const override { return "OrderSource"; }

 private:
  bool holds() { return wanted_.holds(WordOrder(window_->row(document_ - 1))); }
  void to_match(Xapian::docid document) {
    for (document_ = document; !at_end() && !holds();) ++document_;
  }

  std::shared_ptr<const WordOrders> orders_;
  WantedOrder wanted_;
  std::size_t count_ = 0;  // of documents
  std::optional<index::RowWindow> window_;
  Xapian::docid document_ = 0;  // 0: before the first
};

Query in_order(std::shared_ptr<const WordOrders> orders, const std::vector<std::string>& terms, WantedOrder wanted) {
  auto* source = new OrderSource(std::move(orders), std::move(wanted));
  return {Query::OP_FILTER, Query(Query::OP_AND, terms.begin(), terms.end()), Query(source->release())};
}

}  // namespace

bool WordOrders::add(const Xapian::Database& shard, index::RowFile rows) {
  if (rows.size() != shard.get_lastdocid()) return false;
  rows_.insert_or_assign(shard.get_uuid(), std::move(rows));
  return true;
}

const index::RowFile& WordOrders::of(const Xapian::Database& shard) const {
  const auto found = rows_.find(shard.get_uuid());
  if (found == rows_.end()) throw Xapian::DatabaseError("a shard without the order of its words");
  return found->second;
}

Query WordOrders::phrase(const std::vector<std::string>& stems, const std::string& term_prefix) const {
  WantedOrder wanted;
  if (term_prefix == index::prefix::heading) wanted.field = WordOrder::Field::Heading;
  std::vector<std::string> terms;
  for (const auto& stem : stems) {
    if (stem.size() > stems[wanted.rarest].size()) wanted.rarest = terms.size();  // the words that everybody uses are short
    wanted.words.push_back(WordOrder::key(stem));
    terms.push_back(term_prefix + stem);
  }
  return terms.size() == 1 ? Query(terms[0]) : in_order(shared_from_this(), terms, std::move(wanted));
}

Query WordOrders::near(const std::string& a, const std::string& b, std::size_t window) const {
  return in_order(shared_from_this(), {a, b}, {.words = {WordOrder::key(a), WordOrder::key(b)}, .window = window});
}

}  // namespace synoptic::query
