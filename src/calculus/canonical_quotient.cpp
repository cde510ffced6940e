#include <algorithm>
#include <numeric>

#include "calculus/canonical.hpp"

// Fractions whose sides are polynomials in one thing, such as (x² − 1)/(x − 1), are cancelled by what they share.

namespace downhill {
namespace {

constexpr int64_t highest_degree = 12;

/// Coefficients by rising powers, exact; the last is not 0.
using Polynomial = std::vector<Number>;

bool exact(const Polynomial& p) {
  return std::all_of(p.begin(), p.end(), [](const Number& coefficient) { return coefficient.exact(); });
}

void trim(Polynomial& p) {
  while (!p.empty() && p.back().is(0)) p.pop_back();
}

// a = quotient · b + remainder; a becomes the remainder.
Polynomial divide(Polynomial& a, const Polynomial& b) {
  Polynomial quotient(a.size() >= b.size() ? a.size() - b.size() + 1 : 0);
  while (a.size() >= b.size() && exact(a)) {
    const size_t shift = a.size() - b.size();
    const Number factor = a.back() / b.back();
    quotient[shift] = factor;
    for (size_t i = 0; i < b.size(); ++i) a[shift + i] = a[shift + i] - factor * b[i];
    a.pop_back();
    trim(a);
  }
  return quotient;
}

// Whole coefficients without a common divisor, the highest above 0.
void make_primitive(Polynomial& p) {
  int64_t below = 1, above = 0;
  for (const Number& coefficient : p) {
    if (below < (int64_t{1} << 40)) below = std::lcm(below, coefficient.denominator());
    above = std::gcd(above, coefficient.numerator());
  }
  const Number scale = Number::fraction(p.back().negative() ? -below : below, above);
  for (Number& coefficient : p) coefficient = coefficient * scale;
}

Polynomial common_divisor(Polynomial a, Polynomial b) {
  while (!b.empty() && exact(a) && exact(b)) {
    divide(a, b);
    std::swap(a, b);
  }
  if (exact(a)) make_primitive(a);
  return a;
}

}  // namespace

bool Canonical::cancel_polynomials(Number& coefficient, Factors& factors) {
  int base = -1;
  // Of a sum whose terms are all `beside`, or nothing, times a power of the base.
  const auto polynomial_of = [&](int sum, int& beside) {
    Polynomial polynomial;
    std::vector<int> terms;
    split_terms(sum, terms);
    for (size_t i = 0; i < terms.size(); ++i) {
      const Term term = split(terms[i]);
      Factors rest;
      int64_t degree = 0;
      if (term.core >= 0) split_factors(term.core, rest);
      if (base < 0 && !rest.empty()) base = rest[0].base;
      const auto power = std::find_if(rest.begin(), rest.end(), [&](const Factor& factor) { return factor.base == base; });
      if (power != rest.end()) {
        if (!power->exponent.integer() || power->exponent.negative()) return Polynomial();
        degree = power->exponent.numerator();
        rest.erase(power);
      }
      const int cofactor = rest.empty() ? -1 : product_of_factors(1, rest);
      if (i == 0) beside = cofactor;
      if (cofactor != beside || degree > highest_degree) return Polynomial();
      if (polynomial.size() <= static_cast<size_t>(degree)) polynomial.resize(static_cast<size_t>(degree) + 1);
      polynomial[static_cast<size_t>(degree)] = polynomial[static_cast<size_t>(degree)] + term.coefficient;
    }
    return exact(polynomial) ? polynomial : Polynomial();
  };
  const auto node_of = [&](const Polynomial& polynomial) {
    Terms terms;
    for (size_t degree = 0; degree < polynomial.size(); ++degree) {
      const Number power = Number::fraction(static_cast<int64_t>(degree), 1);
      const int core = degree == 0 ? -1 : degree == 1 ? base : graph.make(Op::power, base, graph.number(power));
      terms.push_back({core, polynomial[degree]});
    }
    return make_sum(terms);
  };
  const auto is_sum = [this](const Factor& factor) { return graph[factor.base].op == Op::add && factor.exponent.integer(); };
  for (size_t i = 0; i < factors.size(); ++i) {
    for (size_t j = 0; j < factors.size(); ++j) {
      const Factor above = factors[i], below = factors[j];
      if (!is_sum(above) || !is_sum(below) || above.exponent.negative() || !below.exponent.negative()) continue;
      base = -1;
      int beside_bottom, beside_top;
      const Polynomial bottom = polynomial_of(below.base, beside_bottom), top = polynomial_of(above.base, beside_top);
      if (top.size() < 2 || bottom.size() < 2 || beside_bottom >= 0) continue;
      const Polynomial shared = common_divisor(top, bottom);
      if (shared.size() < 2 || !exact(shared)) continue;
      Polynomial top_rest = top, bottom_rest = bottom;
      const Polynomial top_quotient = divide(top_rest, shared), bottom_quotient = divide(bottom_rest, shared);
      if (!top_rest.empty() || !bottom_rest.empty() || !exact(top_quotient) || !exact(bottom_quotient)) continue;
      factors.erase(factors.begin() + static_cast<std::ptrdiff_t>(std::max(i, j)));
      factors.erase(factors.begin() + static_cast<std::ptrdiff_t>(std::min(i, j)));
      const int divisor = node_of(shared);
      multiply_in(node_of(top_quotient), above.exponent, coefficient, factors);
      if (beside_top >= 0) multiply_in(beside_top, above.exponent, coefficient, factors);
      multiply_in(node_of(bottom_quotient), below.exponent, coefficient, factors);
      multiply_in(divisor, above.exponent + below.exponent, coefficient, factors);
      return true;
    }
  }
  return false;
}

}  // namespace downhill
