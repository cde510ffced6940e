#include "calculus/graph.hpp"

#include <utility>

namespace downhill {
namespace {

constexpr size_t first_slots = 64;  // room for 32 nodes, more than most typed formulas need

size_t hash_of(const Node& node) {
  uint64_t hash = static_cast<uint64_t>(node.op) + 64 * static_cast<uint64_t>(node.a + 1);
  hash = hash * 0x9e3779b97f4a7c15u + static_cast<uint64_t>(node.b + 1);
  hash = hash * 0x9e3779b97f4a7c15u + static_cast<uint64_t>(node.c + 1);
  if (node.op == Op::number) hash ^= node.number.hash();
  hash *= 0x9e3779b97f4a7c15u;
  return static_cast<size_t>(hash >> 32);
}

bool same(const Node& a, const Node& b) {
  return a.op == b.op && a.a == b.a && a.b == b.b && a.c == b.c && (a.op != Op::number || a.number.identical(b.number));
}

}  // namespace

Graph::Graph() : slots_(first_slots, -1) { nodes_.reserve(first_slots / 2); }

Graph::Graph(const Expression& expression) {
  const auto given = expression.nodes();
  size_t slots = first_slots;
  while (slots < 4 * given.size()) slots *= 2;
  nodes_.reserve(slots / 2);
  nodes_.assign(given.begin(), given.end());
  rehash(slots);
}

void Graph::rehash(size_t slots) {
  slots_.assign(slots, -1);
  for (int index = 0; index < size(); ++index) {
    size_t slot = hash_of(nodes_[index]) & (slots - 1);
    while (slots_[slot] >= 0) slot = (slot + 1) & (slots - 1);
    slots_[slot] = index;
  }
}

int Graph::intern(const Node& node) {
  size_t slot = hash_of(node) & (slots_.size() - 1);
  for (; slots_[slot] >= 0; slot = (slot + 1) & (slots_.size() - 1))
    if (same(nodes_[slots_[slot]], node)) return slots_[slot];
  const int index = size();
  slots_[slot] = index;
  nodes_.push_back(node);
  if (2 * nodes_.size() > slots_.size()) rehash(2 * slots_.size());
  return index;
}

int Graph::simple_add(int a, int b) {
  if (is(a, 0)) return b;
  if (is(b, 0)) return a;
  if (is_number(a) && is_number(b))
    if (const Number sum = nodes_[a].number + nodes_[b].number; sum.finite()) return number(sum);
  if (nodes_[b].op == Op::negate) return simple_subtract(a, nodes_[b].a);
  return make(Op::add, a, b);
}

int Graph::simple_subtract(int a, int b) {
  if (is(b, 0)) return a;
  if (is(a, 0)) return simple_negate(b);
  if (is_number(a) && is_number(b))
    if (const Number difference = nodes_[a].number - nodes_[b].number; difference.finite()) return number(difference);
  if (nodes_[b].op == Op::negate) return simple_add(a, nodes_[b].a);
  return make(Op::subtract, a, b);
}

int Graph::simple_negate(int a) {
  if (is_number(a)) return number(-nodes_[a].number);
  if (nodes_[a].op == Op::negate) return nodes_[a].a;
  return make(Op::negate, a);
}

int Graph::simple_multiply(int a, int b) {
  if (is(a, 1)) return b;
  if (is(b, 1)) return a;
  if (is(a, 0) || is(b, 0)) return number(0);
  if (is(a, -1)) return simple_negate(b);
  if (is(b, -1)) return simple_negate(a);
  if (is_number(a) && is_number(b))
    if (const Number product = nodes_[a].number * nodes_[b].number; product.finite()) return number(product);
  if (nodes_[a].op == Op::negate) return simple_negate(simple_multiply(nodes_[a].a, b));
  if (nodes_[b].op == Op::negate) return simple_negate(simple_multiply(a, nodes_[b].a));
  if (is_number(b)) std::swap(a, b);
  if (is_number(a) && nodes_[b].op == Op::multiply && is_number(nodes_[b].a))
    if (const Number product = nodes_[a].number * nodes_[nodes_[b].a].number; product.finite())
      return simple_multiply(number(product), nodes_[b].b);
  return make(Op::multiply, a, b);
}

int Graph::simple_divide(int a, int b) {
  if (is(b, 1)) return a;
  if (is(a, 0) && !is(b, 0)) return a;
  if (is_number(a) && is_number(b) && !is(b, 0)) {
    const Number quotient = nodes_[a].number / nodes_[b].number;
    if (quotient.exact()) return number(quotient);
  }
  return make(Op::divide, a, b);
}

int Graph::simple_power(int a, int b) {
  if (is(b, 1)) return a;
  if (is(b, 0)) return number(1);
  if (is_number(a) && is_number(b) && nodes_[b].number.integer())
    if (const auto power = nodes_[a].number.power(nodes_[b].number.numerator())) return number(*power);
  return make(Op::power, a, b);
}

Expression Graph::take(Expression::Names variables) && { return Expression(std::move(nodes_), std::move(variables)); }

Expression Graph::extract(int root, Expression::Names variables) const {
  std::vector<int> place(root + 1, -1);
  std::vector<int> open;
  std::vector<Node> kept;
  open.reserve(place.size());
  kept.reserve(place.size());
  open.push_back(root);
  while (!open.empty()) {
    const int index = open.back();
    if (place[index] >= 0) {
      open.pop_back();
      continue;
    }
    Node node = nodes_[index];
    const int count = operand_count(node.op);
    const size_t before = open.size();
    if (count > 2 && place[node.c] < 0) open.push_back(node.c);
    if (count > 1 && place[node.b] < 0) open.push_back(node.b);
    if (count > 0 && place[node.a] < 0) open.push_back(node.a);
    if (open.size() > before) continue;  // the operands first, from the left
    if (count > 0) node.a = place[node.a];
    if (count > 1) node.b = place[node.b];
    if (count > 2) node.c = place[node.c];
    place[index] = static_cast<int>(kept.size());
    kept.push_back(node);
    open.pop_back();
  }
  return Expression(std::move(kept), std::move(variables));
}

}  // namespace downhill
