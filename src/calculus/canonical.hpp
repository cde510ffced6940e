#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "calculus/graph.hpp"

namespace downhill {

/// Sorts a short list, keeping the order of equals: insertion, which is small and quick for the few terms of a formula.
template <class T, class Before>
void sort_short(std::vector<T>& list, Before before) {
  for (size_t i = 1; i < list.size(); ++i) {
    T moving = std::move(list[i]);
    size_t hole = i;
    for (; hole > 0 && before(moving, list[hole - 1]); --hole) list[hole] = std::move(list[hole - 1]);
    list[hole] = std::move(moving);
  }
}

/// coefficient × core; core is -1 for a bare number.
struct Term {
  int core;
  Number coefficient;
};

/// base ^ exponent.
struct Factor {
  int base;
  Number exponent;
};

/// Brings expressions into one form in which equal things look equal, for `simplify`; the form is not meant to be read.
///
/// A sum is a left-leaning chain of `add` over terms, in the order of their cores' indices, the number last. A term is a core
/// or `multiply(number, core)`. A core is a left-leaning chain of `multiply` over factors, a factor is a base or `power(base,
/// number)`. There is no subtract, divide, negate or sqrt, and e^u is `exp`.
class Canonical {
 public:
  /// With `domain_may_grow`, √u √u is u and e^(log u)/u is 1, though only where u is positive: for the derivative of a function
  /// that has no value elsewhere either.
  explicit Canonical(bool domain_may_grow = false) : domain_may_grow_(domain_may_grow) {}

  /// The canonical form's index in `graph`, or nothing when a coefficient leaves even the range of doubles.
  std::optional<int> of(const Expression& expression);

  Graph graph;

  Term split(int node) const;
  void split_factors(int core, std::vector<Factor>& factors) const;
  void split_terms(int node, std::vector<int>& terms) const;

 private:
  using Terms = std::vector<Term>;
  using Factors = std::vector<Factor>;

  int sum_of(const Expression& expression, int root);
  int product_of(const Expression& expression, int root);
  int power_of(int base, int exponent);
  int function_of(Op op, int argument);
  int other_of(const Node& node, int a, int b, int c);

  void add_terms(int node, const Number& coefficient, Terms& terms);
  void collect(Terms& terms) const;
  int make_sum(Terms& terms);
  int build_sum(const Terms& terms);
  void merge_squares(Terms& terms);
  int with_root_outside(int sum, int& root, Number& exponent);
  bool expand(const Terms& terms, Terms& expanded);
  int cost(int node);

  void multiply_in(int node, const Number& exponent, Number& coefficient, Factors& factors);
  int make_product(Number coefficient, Factors& factors);
  int make_product_of(const Number& coefficient, int core);
  int make_term(const Number& coefficient, int core);
  int raise(int base, const Number& exponent);
  void merge(Number& coefficient, Factors& factors);
  bool absorb_roots(Factors& factors) const;
  void merge_logarithmic_powers(Factors& factors);
  void merge_exponentials(Factors& factors);
  void merge_trigonometric(Factors& factors);
  void merge_absolutes(Factors& factors);
  void cancel_common(Number& coefficient, Factors& factors);
  bool cancel_polynomials(Number& coefficient, Factors& factors);
  void take_numbers_out(Number& coefficient, Factors& factors);
  int product_of_factors(const Number& coefficient, Factors& factors);
  bool positive(int node) const;
  int exponential_argument(int node) const;
  int exponential(int like, int exponent);

  std::vector<int> form_;  // of the nodes of the expression at work
  std::vector<int> cost_;  // leaves of each node in `graph`
  bool domain_may_grow_;
  bool overflow_ = false;
};

}  // namespace downhill
