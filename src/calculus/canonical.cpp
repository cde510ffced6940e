#include "calculus/canonical.hpp"

#include <algorithm>

namespace downhill {
namespace {

bool is_sum(Op op) { return op == Op::add || op == Op::subtract || op == Op::negate; }
bool is_product(Op op) { return op == Op::multiply || op == Op::divide; }

// Which nodes need a form of their own: all but the inner links of chains of sums and of chains of products.
std::vector<char> ends_of_chains(const Expression& expression) {
  const auto nodes = expression.nodes();
  std::vector<char> needed(nodes.size(), 0);
  needed.back() = 1;
  for (int i = expression.root(); i >= 0; --i) {
    const Node& node = nodes[i];
    const int operands[] = {node.a, node.b, node.c};
    for (int k = 0; k < operand_count(node.op); ++k) {
      const Op inner = nodes[operands[k]].op;
      const bool linked = (is_sum(node.op) && is_sum(inner)) || (is_product(node.op) && is_product(inner));
      if (!linked) needed[operands[k]] = 1;
    }
  }
  return needed;
}

}  // namespace

std::optional<int> Canonical::of(const Expression& expression) {
  const auto nodes = expression.nodes();
  const std::vector<char> needed = ends_of_chains(expression);
  form_.assign(nodes.size(), -1);
  for (int i = 0; i < static_cast<int>(nodes.size()) && !overflow_; ++i) {
    if (!needed[i]) continue;
    const Node& node = nodes[i];
    if (is_sum(node.op)) {
      form_[i] = sum_of(expression, i);
    } else if (is_product(node.op)) {
      form_[i] = product_of(expression, i);
    } else {
      const int count = operand_count(node.op);
      form_[i] = other_of(node, count > 0 ? form_[node.a] : -1, count > 1 ? form_[node.b] : -1, count > 2 ? form_[node.c] : -1);
    }
  }
  if (overflow_) return std::nullopt;
  return form_.back();
}

int Canonical::sum_of(const Expression& expression, int root) {
  const auto nodes = expression.nodes();
  Terms terms;
  int links = 0;
  std::vector<std::pair<int, int>> open = {{root, 1}};  // node, sign
  while (!open.empty()) {
    const auto [index, sign] = open.back();
    open.pop_back();
    const Node& node = nodes[index];
    if (node.op == Op::negate) {
      open.push_back({node.a, -sign});
    } else if (is_sum(node.op)) {
      ++links;
      open.push_back({node.b, node.op == Op::add ? sign : -sign});
      open.push_back({node.a, sign});
    } else if (links == 0) {  // only a minus sign: −2(x + y) keeps its brackets
      const Term term = split(form_[index]);
      return make_product_of(term.coefficient * sign, term.core);
    } else {
      add_terms(form_[index], sign, terms);
    }
  }
  return make_sum(terms);
}

int Canonical::product_of(const Expression& expression, int root) {
  const auto nodes = expression.nodes();
  Number coefficient(1);
  Factors factors;
  std::vector<std::pair<int, int>> open = {{root, 1}};  // node, exponent
  while (!open.empty()) {
    const auto [index, exponent] = open.back();
    open.pop_back();
    const Node& node = nodes[index];
    if (is_product(node.op)) {
      open.push_back({node.b, node.op == Op::multiply ? exponent : -exponent});
      open.push_back({node.a, exponent});
    } else {
      multiply_in(form_[index], exponent, coefficient, factors);
    }
  }
  return make_product(coefficient, factors);
}

int Canonical::other_of(const Node& node, int a, int b, int c) {
  if (is_function(node.op)) return function_of(node.op, a);
  switch (node.op) {
    case Op::number:
      return graph.number(node.number);
    case Op::variable:
      return graph.variable(node.a);
    case Op::power:
      return power_of(a, b);
    case Op::minimum:
    case Op::maximum:
      if (a == b) return a;
      if (graph.is_number(a) && graph.is_number(b)) {
        const bool first_smaller = graph[a].number.value() < graph[b].number.value();
        return first_smaller == (node.op == Op::minimum) ? a : b;
      }
      return graph.make(node.op, a, b);
    case Op::choose:
      return b == c ? b : graph.make(Op::choose, a, b, c);
    default:
      return graph.make(node.op, a, b, c);
  }
}

int Canonical::power_of(int base, int exponent) {
  if (graph.is_number(exponent)) return raise(base, graph[exponent].number);
  if (graph.is(base, 1)) return base;
  if (graph[base].op == Op::euler) return function_of(Op::exp, exponent);
  return graph.make(Op::power, base, exponent);
}

int Canonical::raise(int base, const Number& exponent) {
  Number coefficient(1);
  Factors factors;
  multiply_in(base, exponent, coefficient, factors);
  return make_product(coefficient, factors);
}

int Canonical::function_of(Op op, int argument) {
  const Node node = graph[argument];
  const Term term = split(argument);
  const bool zero = graph.is(argument, 0);
  switch (op) {
    case Op::sqrt:
      return raise(argument, Number::fraction(1, 2));
    case Op::exp:
      if (zero) return graph.number(1);
      break;
    case Op::log:
      if (graph.is(argument, 1)) return graph.number(0);
      if (node.op == Op::euler) return graph.number(1);
      if (node.op == Op::exp) return node.a;
      break;
    case Op::cos:
    case Op::cosh:
      if (zero) return graph.number(1);
      if (term.coefficient.negative()) return graph.make(op, make_term(-term.coefficient, term.core));
      break;
    case Op::sin:
    case Op::tan:
    case Op::asin:
    case Op::atan:
    case Op::sinh:
    case Op::tanh:
    case Op::asinh:
    case Op::atanh:
    case Op::erf:
    case Op::cbrt:
      if (zero) return argument;
      if (term.coefficient.negative()) return make_term(-1, graph.make(op, make_term(-term.coefficient, term.core)));
      break;
    case Op::abs:
      if (term.core < 0) return graph.number(term.coefficient.negative() ? -term.coefficient : term.coefficient);
      if (graph[term.core].op == Op::abs || positive(term.core))
        return make_term(term.coefficient.negative() ? -term.coefficient : term.coefficient, term.core);
      if (!(term.coefficient == Number(1)))
        return make_term(term.coefficient.negative() ? -term.coefficient : term.coefficient, graph.make(Op::abs, term.core));
      break;
    case Op::floor:
    case Op::ceil:
      if (node.op == Op::number && node.number.integer()) return argument;
      break;
    default:
      break;
  }
  return graph.make(op, argument);
}

Term Canonical::split(int node) const {
  const Node row = graph[node];
  if (row.op == Op::number) return {-1, row.number};
  if (row.op == Op::multiply && graph.is_number(row.a)) return {row.b, graph[row.a].number};
  return {node, 1};
}

void Canonical::split_terms(int node, std::vector<int>& terms) const {
  const size_t start = terms.size();
  for (; graph[node].op == Op::add; node = graph[node].a) terms.push_back(graph[node].b);
  terms.push_back(node);
  std::reverse(terms.begin() + start, terms.end());
}

void Canonical::split_factors(int core, std::vector<Factor>& factors) const {
  for (bool more = true; more;) {
    more = graph[core].op == Op::multiply;
    const int factor = more ? graph[core].b : core;
    const Node row = graph[factor];
    if (row.op == Op::power && graph.is_number(row.b)) {
      factors.push_back({row.a, graph[row.b].number});
    } else {
      factors.push_back({factor, 1});
    }
    if (more) core = graph[core].a;
  }
}

bool Canonical::positive(int node) const {
  const Node row = graph[node];
  return row.op == Op::pi || row.op == Op::euler || row.op == Op::exp || (row.op == Op::number && row.number.value() > 0);
}

}  // namespace downhill
