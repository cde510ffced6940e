#include <algorithm>
#include <tuple>

#include "calculus/canonical.hpp"

namespace downhill {
namespace {

constexpr size_t most_expanded_terms = 64;
constexpr int64_t highest_expanded_power = 4;

}  // namespace

int Canonical::make_term(const Number& coefficient, int core) {
  if (!coefficient.finite()) overflow_ = true;
  if (core < 0) return graph.number(coefficient);
  if (coefficient.is(1)) return core;
  return graph.make(Op::multiply, graph.number(coefficient), core);
}

// Adds coefficient × node to the terms; a sum is taken apart.
void Canonical::add_terms(int node, const Number& coefficient, Terms& terms) {
  const Term whole = split(node);
  const Number factor = coefficient * whole.coefficient;
  if (whole.core < 0 || graph[whole.core].op != Op::add) {
    terms.push_back({whole.core, factor});
    return;
  }
  int link = whole.core;
  const size_t start = terms.size();
  for (bool more = true; more; link = graph[link].a) {
    more = graph[link].op == Op::add;
    const Term term = split(more ? graph[link].b : link);
    terms.push_back({term.core, factor * term.coefficient});
    if (!more) break;
  }
  std::reverse(terms.begin() + start, terms.end());
}

// Like terms become one.
void Canonical::collect(Terms& terms) const {
  const auto order = [](const Term& term) { return static_cast<unsigned>(term.core); };  // numbers (-1) last
  sort_short(terms, [&](const Term& a, const Term& b) { return order(a) < order(b); });
  size_t kept = 0;
  for (size_t i = 0; i < terms.size();) {
    Term sum = terms[i++];
    while (i < terms.size() && terms[i].core == sum.core) sum.coefficient = sum.coefficient + terms[i++].coefficient;
    if (!sum.coefficient.is(0)) terms[kept++] = sum;
  }
  terms.erase(terms.begin() + kept, terms.end());
}

int Canonical::build_sum(const Terms& parts) {
  if (parts.empty()) return graph.number(0);
  int node = make_term(parts[0].coefficient, parts[0].core);
  for (size_t i = 1; i < parts.size(); ++i) node = graph.make(Op::add, node, make_term(parts[i].coefficient, parts[i].core));
  return node;
}

int Canonical::make_sum(Terms& terms) {
  collect(terms);
  merge_squares(terms);
  int best = build_sum(terms);
  Terms expanded;
  if (terms.size() >= 2 && expand(terms, expanded)) {
    merge_squares(expanded);
    if (const int multiplied_out = build_sum(expanded); cost(multiplied_out) < cost(best)) best = multiplied_out;
  }
  if (graph[best].op != Op::add) return best;
  int root;
  Number exponent;
  const int rest = with_root_outside(best, root, exponent);
  if (rest < 0) return best;
  Number number(1);
  Factors factors = {{root, exponent}};
  multiply_in(rest, 1, number, factors);
  const int pulled = make_product(number, factors);
  return cost(pulled) < cost(best) ? pulled : best;
}

// c sin² + c cos² = c and c cosh² − c sinh² = c, also with other factors beside them.
void Canonical::merge_squares(Terms& terms) {
  const auto square = [this](const Factor& factor, Op op) { return graph[factor.base].op == op && factor.exponent.is(2); };
  for (size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].core < 0) continue;
    Factors factors;
    split_factors(terms[i].core, factors);
    for (const auto& [op, partner, sign] : {std::tuple(Op::sin, Op::cos, 1), std::tuple(Op::sinh, Op::cosh, -1)}) {
      const auto match =
          std::find_if(factors.begin(), factors.end(), [&, op = op](const Factor& factor) { return square(factor, op); });
      if (match == factors.end()) continue;
      Factors other = factors, rest = factors;
      other[static_cast<size_t>(match - factors.begin())].base = graph.make(partner, graph[match->base].a);
      rest.erase(rest.begin() + (match - factors.begin()));
      const int wanted = product_of_factors(1, other);
      const auto pair = std::find_if(terms.begin(), terms.end(), [&, sign = sign](const Term& term) {
        return term.core == wanted && term.coefficient == terms[i].coefficient * Number(sign);
      });
      if (pair == terms.end()) continue;
      const Number coefficient = pair->coefficient;
      const Term merged = split(product_of_factors(coefficient, rest));
      terms.erase(std::max(pair, terms.begin() + static_cast<std::ptrdiff_t>(i)));
      terms.erase(std::min(pair, terms.begin() + static_cast<std::ptrdiff_t>(i)));
      terms.push_back(merged);
      collect(terms);
      return merge_squares(terms);
    }
  }
}

// √u + a/√u = (u + a)/√u: what is left of a sum when the lowest root of some u is taken out of every term. The root and its
// exponent are told; −1 if no term is divided by a root.
int Canonical::with_root_outside(int sum, int& root, Number& exponent) {
  std::vector<int> nodes;
  split_terms(sum, nodes);
  root = -1;
  Factors factors;
  for (const int node : nodes) {
    factors.clear();
    if (const int core = split(node).core; core >= 0) split_factors(core, factors);
    for (const Factor& factor : factors) {
      if (factor.exponent.integer() || !factor.exponent.negative() || graph.is_number(factor.base)) continue;
      if (root >= 0 && (factor.base != root || !(factor.exponent - exponent).negative())) continue;
      root = factor.base;
      exponent = factor.exponent;
    }
  }
  if (root < 0) return -1;
  Terms terms;
  for (const int node : nodes) {
    Number number(1);
    Factors raised;
    multiply_in(node, 1, number, raised);
    raised.push_back({root, -exponent});
    add_terms(make_product(number, raised), 1, terms);
  }
  return make_sum(terms);
}

// Multiplies out products of sums, such as 2x (x − 1). False when there is nothing to do, or too much.
bool Canonical::expand(const Terms& terms, Terms& expanded) {
  bool any = false;
  Factors factors;
  for (const Term& term : terms) {
    Terms products = {{-1, term.coefficient}};
    factors.clear();
    if (term.core >= 0) split_factors(term.core, factors);
    for (const Factor& factor : factors) {
      const bool open = graph[factor.base].op == Op::add && factor.exponent.integer() && !factor.exponent.negative() &&
                        factor.exponent.numerator() <= highest_expanded_power;
      any = any || open;
      std::vector<int> parts;
      if (open) {
        split_terms(factor.base, parts);
      } else {
        parts.push_back(factor.exponent.is(1) ? factor.base
                                              : graph.make(Op::power, factor.base, graph.number(factor.exponent)));
      }
      for (int64_t repeat = open ? factor.exponent.numerator() : 1; repeat > 0; --repeat) {
        if (products.size() * parts.size() > most_expanded_terms) return false;
        Terms next;
        for (const Term& product : products) {
          for (const int part : parts) {
            Number coefficient = product.coefficient;
            Factors merged;
            if (product.core >= 0) multiply_in(product.core, 1, coefficient, merged);
            multiply_in(part, 1, coefficient, merged);
            next.push_back(split(make_product(coefficient, merged)));
          }
        }
        collect(next);
        products = std::move(next);
      }
    }
    expanded.insert(expanded.end(), products.begin(), products.end());
    if (expanded.size() > most_expanded_terms) return false;
  }
  if (any) collect(expanded);
  return any;
}

// How much there is to read: the leaves of the tree, a coefficient counting as one.
int Canonical::cost(int node) {
  constexpr int enough = 1 << 20;
  for (int i = static_cast<int>(cost_.size()); i <= node; ++i) {
    const Node row = graph[i];
    const int count = operand_count(row.op);
    int leaves = count == 0 ? 1 : 0;
    if (count > 0) leaves += cost_[row.a];
    if (count > 1) leaves += cost_[row.b];
    if (count > 2) leaves += cost_[row.c];
    cost_.push_back(std::min(leaves, enough));
  }
  return cost_[node];
}

}  // namespace downhill
