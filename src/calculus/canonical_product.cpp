#include <algorithm>
#include <numeric>
#include <tuple>

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
  } else if (const int argument = exponential_argument(node); argument >= 0 && !exponent.is(1)) {  // (e^a)^n = e^(na)
    Terms terms;
    add_terms(argument, exponent, terms);
    factors.push_back({exponential(node, make_sum(terms)), 1});
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
    if (root_part.is(0) || !whole(root_part) || positive(base) || domain_may_grow_) {
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

// (√a)^n beside another root of a joins it: both have a value for the same a.
bool Canonical::absorb_roots(Factors& factors) const {
  bool any = false;
  for (Factor& outer : factors) {
    const Node row = graph[outer.base];
    if (row.op != Op::power || !graph.is_number(row.b) || !whole(outer.exponent)) continue;
    const bool rooted = domain_may_grow_ || std::any_of(factors.begin(), factors.end(), [&](const Factor& other) {
                          return other.base == row.a && !whole(other.exponent);
                        });
    if (!rooted) continue;
    outer = {row.a, graph[row.b].number * outer.exponent};
    any = true;
  }
  return any;
}

// e^(c log a) beside a power of a is a^c: both have a value for positive a alone, or the whole may grow.
void Canonical::merge_logarithmic_powers(Factors& factors) {
  if (!domain_may_grow_) return;
  for (Factor& factor : factors) {
    if (graph[factor.base].op != Op::exp) continue;
    const Term exponent = split(graph[factor.base].a);
    if (exponent.core < 0 || graph[exponent.core].op != Op::log) continue;
    const int base = graph[exponent.core].a;
    const bool beside = std::any_of(factors.begin(), factors.end(), [base](const Factor& other) { return other.base == base; });
    if (beside) factor = {base, exponent.coefficient * factor.exponent};
  }
}

// The exponent of e^a, and of 2^a or π^a: powers of a positive number with an exponent that is no number; −1 for others.
int Canonical::exponential_argument(int node) const {
  const Node row = graph[node];
  if (row.op == Op::exp) return row.a;
  return row.op == Op::power && !graph.is_number(row.b) && positive(row.a) ? row.b : -1;
}

int Canonical::exponential(int like, int exponent) {
  return graph[like].op == Op::exp ? function_of(Op::exp, exponent) : power_of(graph[like].a, exponent);
}

// e^a e^b = e^(a+b), 2^a 2^b = 2^(a+b).
void Canonical::merge_exponentials(Factors& factors) {
  const auto key = [this](const Factor& factor) {
    if (!whole(factor.exponent) || exponential_argument(factor.base) < 0) return -1;
    return graph[factor.base].op == Op::exp ? 0 : graph[factor.base].a + 1;
  };
  for (size_t i = 0; i < factors.size(); ++i) {
    const int base = key(factors[i]);
    const auto same = [&](const Factor& factor) { return key(factor) == base; };
    if (base < 0) continue;
    const bool alone = std::count_if(factors.begin(), factors.end(), same) < 2;
    if (alone && factors[i].exponent.is(1)) continue;
    Terms terms;
    for (const Factor& factor : factors)
      if (same(factor)) add_terms(exponential_argument(factor.base), factor.exponent, terms);
    const int product = exponential(factors[i].base, make_sum(terms));
    factors.erase(std::remove_if(factors.begin(), factors.end(), same), factors.end());
    if (!graph.is(product, 1)) factors.push_back({product, 1});
    i = static_cast<size_t>(-1);  // from the front again
  }
}

// tan cos = sin and tan / sin = 1 / cos, whatever the powers.
void Canonical::merge_trigonometric(Factors& factors) {
  for (size_t i = 0; i < factors.size(); ++i) {
    if (graph[factors[i].base].op != Op::tan || !whole(factors[i].exponent)) continue;
    const int angle = graph[factors[i].base].a;
    const int sine = graph.make(Op::sin, angle), cosine = graph.make(Op::cos, angle);
    for (const auto& [partner, other, opposite] : {std::tuple(cosine, sine, false), std::tuple(sine, cosine, true)}) {
      const auto match = std::find_if(factors.begin(), factors.end(), [partner = partner](const Factor& factor) {
        return factor.base == partner && whole(factor.exponent);
      });
      if (match == factors.end()) continue;
      const int64_t power = factors[i].exponent.numerator(), beside = match->exponent.numerator() * (opposite ? -1 : 1);
      if ((power > 0) != (beside > 0) || power == 0) continue;
      const int64_t shared = power > 0 ? std::min(power, beside) : std::max(power, beside);
      factors[i].exponent = factors[i].exponent - Number::fraction(shared, 1);
      match->exponent = match->exponent - Number::fraction(opposite ? -shared : shared, 1);
      factors.push_back({other, Number::fraction(opposite ? -shared : shared, 1)});
    }
  }
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

// (1/2 − x/2)/u = (1 − x)/(2u); and (2 − 2x²)/√(1 − x²) has the same sum twice.
void Canonical::take_numbers_out(Number& coefficient, Factors& factors) {
  if (factors.size() < 2) return;
  bool any = false;
  for (Factor& factor : factors) {
    if (graph[factor.base].op != Op::add || !factor.exponent.is(1)) continue;
    std::vector<int> nodes;
    split_terms(factor.base, nodes);
    Number content(0);  // the greatest number of which all coefficients are whole multiples
    bool plain = true;
    for (const int node : nodes) {
      const Number number = split(node).coefficient;
      plain = plain && number.exact() && !number.shown_as_decimal() && number.denominator() < (1 << 20);
      if (!plain) break;
      content = Number::fraction(std::gcd(content.numerator(), number.numerator()),
                                 std::lcm(content.denominator(), number.denominator()));
    }
    if (!plain || content.is(1) || !content.exact()) continue;
    const auto divided = [&](const Number& by) {
      Terms terms;
      add_terms(factor.base, Number(1) / by, terms);
      collect(terms);
      return build_sum(terms);
    };
    for (const Number& number : {content, -content}) {
      const int sum = divided(number);
      const bool twice = std::any_of(factors.begin(), factors.end(), [sum](const Factor& other) { return other.base == sum; });
      if (!twice && (content.integer() || number.negative())) continue;
      coefficient = coefficient * number;
      factor.base = sum;
      any = any || twice;
      break;
    }
  }
  if (any) merge(coefficient, factors);
}

int Canonical::make_product(Number coefficient, Factors& factors) {
  merge(coefficient, factors);
  if (absorb_roots(factors)) merge(coefficient, factors);
  merge_logarithmic_powers(factors);
  merge_exponentials(factors);
  merge_trigonometric(factors);
  merge(coefficient, factors);
  merge_absolutes(factors);
  cancel_common(coefficient, factors);
  while (cancel_polynomials(coefficient, factors)) merge(coefficient, factors);
  take_numbers_out(coefficient, factors);
  // A root that all terms of a sum could share is taken out of it unless that leaves more to read.
  for (size_t i = 0; i < factors.size(); ++i) {
    if (graph[factors[i].base].op != Op::add || !factors[i].exponent.is(1) || factors.size() < 2) continue;
    int root;
    Number exponent;
    const int rest = with_root_outside(factors[i].base, root, exponent);
    if (rest < 0) continue;
    Number number = coefficient;
    Factors pulled = factors;
    pulled.erase(pulled.begin() + static_cast<std::ptrdiff_t>(i));
    pulled.push_back({root, exponent});
    multiply_in(rest, 1, number, pulled);
    const int shorter = make_product(number, pulled), plain = product_of_factors(coefficient, factors);
    return cost(shorter) <= cost(plain) ? shorter : plain;
  }
  return product_of_factors(coefficient, factors);
}

int Canonical::product_of_factors(const Number& coefficient, Factors& factors) {
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
