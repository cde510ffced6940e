#include <algorithm>

#include "calculus/canonical.hpp"

namespace downhill {
namespace {

bool whole(const Number& number) { return number.integer(); }
bool even(const Number& number) { return number.integer() && number.numerator() % 2 == 0; }

}  // namespace

// Multiplies by node ^ exponent: products and powers are taken apart where that is true for every sign of their parts.
void Canonical::multiply_in(int node, const Number& exponent, Number& coefficient, Factors& factors) {
  if (exponent.is(0)) return;
  const Node row = graph[node];
  if (row.op == Op::number) {
    if (exponent.is(1)) {
      coefficient = coefficient * row.number;
      return;
    }
    if (row.number.is(0) && exponent.negative()) {  // a division by zero stays one
      factors.push_back({node, -1});
      return;
    }
    std::optional<Number> power;
    if (whole(exponent)) {
      power = row.number.power(exponent.numerator());
    } else if (const auto root = row.number.square_root(); root && whole(exponent + exponent)) {
      power = root->power((exponent + exponent).numerator());
    }
    if (power) {
      coefficient = coefficient * *power;
    } else {
      factors.push_back({node, exponent});
    }
  } else if (row.op == Op::multiply && whole(exponent)) {  // (ab)^n = aⁿ bⁿ
    for (int link = node;; link = graph[link].a) {
      const bool more = graph[link].op == Op::multiply;
      multiply_in(more ? graph[link].b : link, exponent, coefficient, factors);
      if (!more) break;
    }
  } else if (row.op == Op::multiply && graph.is_number(row.a) && graph[row.a].number.value() > 0 &&
             graph[row.a].number.square_root() && whole(exponent + exponent)) {  // √(4a) = 2√a
    multiply_in(row.a, exponent, coefficient, factors);
    multiply_in(row.b, exponent, coefficient, factors);
  } else if (row.op == Op::power && graph.is_number(row.b)) {
    const Number inner = graph[row.b].number, both = inner * exponent;
    if (whole(exponent) && (whole(inner) || !whole(both) || positive(row.a) || exponent.is(1))) {  // (a^m)^n = a^(mn)
      factors.push_back({row.a, both});
    } else if (even(inner) && !whole(exponent)) {  // (a²)^(1/2) = |a|
      multiply_in(function_of(Op::abs, row.a), both, coefficient, factors);
    } else {  // (√a)² is a only where a ≥ 0: it stays
      factors.push_back({node, exponent});
    }
  } else if (row.op == Op::exp && whole(exponent) && !exponent.is(1)) {  // (e^a)^n = e^(na)
    Terms terms;
    add_terms(row.a, exponent, terms);
    factors.push_back({function_of(Op::exp, make_sum(terms)), 1});
  } else if (row.op == Op::abs && even(exponent)) {  // |a|² = a²
    multiply_in(row.a, exponent, coefficient, factors);
  } else {
    factors.push_back({node, exponent});
  }
}

// Powers of one base become one power.
void Canonical::merge(Number& coefficient, Factors& factors) {
  sort_short(factors, [](const Factor& a, const Factor& b) { return a.base < b.base; });
  Factors merged;
  for (size_t i = 0; i < factors.size();) {
    const int base = factors[i].base;
    Number whole_part(0), root_part(0);  // of the exponent
    for (; i < factors.size() && factors[i].base == base; ++i) {
      Number& part = whole(factors[i].exponent) ? whole_part : root_part;
      part = part + factors[i].exponent;
    }
    if (root_part.is(0) || !whole(root_part) || positive(base)) {
      const Number exponent = whole_part + root_part;
      if (graph.is_number(base)) {
        multiply_in(base, exponent, coefficient, merged);
      } else if (!exponent.is(0)) {
        merged.push_back({base, exponent});
      }
    } else {  // √a √a is a only where a ≥ 0: keep the root
      if (!whole_part.is(0)) merged.push_back({base, whole_part});
      const int root = graph.make(Op::power, base, graph.number(Number::fraction(1, 2)));
      merged.push_back({root, root_part + root_part});
    }
  }
  factors = std::move(merged);
}

// e^a e^b = e^(a+b).
void Canonical::merge_exponentials(Factors& factors) {
  const auto exponential = [this](const Factor& factor) { return graph[factor.base].op == Op::exp && whole(factor.exponent); };
  if (std::count_if(factors.begin(), factors.end(), exponential) < 2) return;
  Terms terms;
  for (const Factor& factor : factors)
    if (exponential(factor)) add_terms(graph[factor.base].a, factor.exponent, terms);
  factors.erase(std::remove_if(factors.begin(), factors.end(), exponential), factors.end());
  const int product = function_of(Op::exp, make_sum(terms));
  if (!graph.is(product, 1)) factors.push_back({product, 1});
}

// a² / |a| = |a|: even powers beside |a| join it.
void Canonical::merge_absolutes(Factors& factors) {
  for (size_t i = 0; i < factors.size(); ++i) {
    if (graph[factors[i].base].op != Op::abs || !whole(factors[i].exponent)) continue;
    const int inside = graph[factors[i].base].a;
    for (Factor& plain : factors) {
      if (plain.base != inside || !whole(plain.exponent)) continue;
      const int64_t odd = plain.exponent.numerator() % 2 != 0;
      const Number moved = plain.exponent - Number(static_cast<int>(odd));
      plain.exponent = Number(static_cast<int>(odd));
      factors[i].exponent = factors[i].exponent + moved;
      if (even(factors[i].exponent)) {
        plain.exponent = plain.exponent + factors[i].exponent;
        factors[i].exponent = 0;
      }
    }
  }
  factors.erase(std::remove_if(factors.begin(), factors.end(), [](const Factor& factor) { return factor.exponent.is(0); }),
                factors.end());
}

// (x + x²)/x = 1 + x: what all terms of a sum share is taken out when it meets its like outside.
void Canonical::cancel_common(Number& coefficient, Factors& factors) {
  const auto sum = std::find_if(factors.begin(), factors.end(), [this](const Factor& factor) {
    return graph[factor.base].op == Op::add && factor.exponent.is(1);
  });
  if (sum == factors.end() || factors.size() < 2) return;
  const auto meets = [&](const Factor& shared) {
    return std::any_of(factors.begin(), factors.end(), [&](const Factor& other) {
      const bool exponentials = graph[shared.base].op == Op::exp && graph[other.base].op == Op::exp;
      return exponentials || (shared.base == other.base && other.exponent.negative());
    });
  };
  std::vector<int> terms;
  split_terms(sum->base, terms);
  Factors common, own;
  for (size_t i = 0; i < terms.size() && (i == 0 || !common.empty()); ++i) {
    const int core = split(terms[i]).core;
    own.clear();
    if (core >= 0) split_factors(core, own);
    if (i == 0) {
      for (const Factor& factor : own)
        if (whole(factor.exponent) && !factor.exponent.negative() && meets(factor)) common.push_back(factor);
      continue;
    }
    for (Factor& shared : common) {
      const auto match = std::find_if(own.begin(), own.end(), [&](const Factor& factor) { return factor.base == shared.base; });
      const bool kept = match != own.end() && whole(match->exponent) && !match->exponent.negative();
      if (!kept) {
        shared.exponent = 0;
      } else if (match->exponent.numerator() < shared.exponent.numerator()) {
        shared.exponent = match->exponent;
      }
    }
    common.erase(std::remove_if(common.begin(), common.end(), [](const Factor& factor) { return factor.exponent.is(0); }),
                 common.end());
  }
  if (common.empty()) return;
  Terms rest;
  for (const int term : terms) {
    Number number(1);
    Factors left;
    multiply_in(term, 1, number, left);
    for (const Factor& shared : common) left.push_back({shared.base, -shared.exponent});
    merge(number, left);
    merge_exponentials(left);
    add_terms(make_product(number, left), 1, rest);
  }
  factors.erase(sum);
  factors.insert(factors.end(), common.begin(), common.end());
  multiply_in(make_sum(rest), 1, coefficient, factors);
  merge(coefficient, factors);
  merge_exponentials(factors);
}

int Canonical::make_product(Number coefficient, Factors& factors) {
  merge(coefficient, factors);
  merge_exponentials(factors);
  merge_absolutes(factors);
  cancel_common(coefficient, factors);
  if (!coefficient.finite()) overflow_ = true;
  if (coefficient.is(0)) return graph.number(0);
  if (factors.empty()) return graph.number(coefficient);
  sort_short(factors, [](const Factor& a, const Factor& b) { return a.base < b.base; });
  int core = -1;
  for (const Factor& factor : factors) {
    const int node = factor.exponent.is(1) ? factor.base : graph.make(Op::power, factor.base, graph.number(factor.exponent));
    core = core < 0 ? node : graph.make(Op::multiply, core, node);
  }
  return make_product_of(coefficient, core);
}

// coefficient × core; a sum takes the number in if that is short: (2x + 4)/2 = x + 2, −(x − 1) = −x + 1.
int Canonical::make_product_of(const Number& coefficient, int core) {
  if (core >= 0 && graph[core].op == Op::add && !coefficient.is(1) && (!whole(coefficient) || coefficient.is(-1))) {
    Terms terms;
    add_terms(core, coefficient, terms);
    if (std::all_of(terms.begin(), terms.end(), [](const Term& term) { return whole(term.coefficient); }) || coefficient.is(-1))
      return make_sum(terms);
  }
  return make_term(coefficient, core);
}

}  // namespace downhill
