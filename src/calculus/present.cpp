#include "calculus/present.hpp"

#include <algorithm>

namespace downhill {
namespace {

// Where a term stands in its sum: polynomials by falling degree, then everything else, then numbers.
enum class TermRank { polynomial, other, number };
// Where a factor stands in its product: 2 pi x e^x sqrt(x) sin(x) (x + 1).
enum class FactorRank { number, variable, exponential, root, function, sum };

// From the back, marks which canonical nodes are shown on their own; then shows them from the front, so that when a node's turn
// comes all that it shows inside has been shown: shown_[i] is -1 for the others, `wanted` before its turn.
class Presenter {
 public:
  Presenter(const Canonical& form, bool exp_as_power)
      : form_(form), from_(form.graph), exp_as_power_(exp_as_power), shown_(form.graph.size(), -1) {}

  Expression present(int root, const Expression::Names& variables) {
    mark(root);
    for (int i = 0; i <= root; ++i)
      if (shown_[i] == wanted) shown_[i] = show(i);
    return to_.extract(shown_[root], variables);
  }

 private:
  static constexpr int wanted = -2;

  struct Rank {
    TermRank kind;
    std::vector<int64_t> exponents;  // total degree, then of each variable
  };

  void want(int node) { shown_[node] = wanted; }

  // Marks the nodes that are shown on their own: ends of sums and products, operands of functions.
  void mark(int root) {
    want(root);
    for (int i = root; i >= 0; --i) {
      if (shown_[i] != wanted) continue;
      const Node node = from_[i];
      if (node.op == Op::add || node.op == Op::multiply || (node.op == Op::power && from_.is_number(node.b))) {
        std::vector<int> terms;
        form_.split_terms(i, terms);
        for (const int term : terms) {
          const int core = form_.split(term).core;
          if (core < 0) continue;
          std::vector<Factor> factors;
          form_.split_factors(core, factors);
          for (const Factor& factor : factors) want(factor.base);
        }
      } else {
        const int operands[] = {node.a, node.b, node.c};
        for (int k = 0; k < operand_count(node.op); ++k) want(operands[k]);
      }
    }
  }

  int show(int index) {
    const Node node = from_[index];
    switch (node.op) {
      case Op::number:
        return show_number(node.number);
      case Op::variable:
        return to_.variable(node.a);
      case Op::pi:
      case Op::euler:
        return to_.make(node.op);
      case Op::add:
        return show_sum(index);
      case Op::multiply:
        return show_term(form_.split(index));
      case Op::power:
        if (from_.is_number(node.b)) return show_term({index, 1});
        break;
      case Op::exp:
        if (exp_as_power_) return to_.make(Op::power, to_.make(Op::euler), shown_[node.a]);
        break;
      default:
        break;
    }
    const int count = operand_count(node.op);
    return to_.make(node.op, shown_[node.a], count > 1 ? shown_[node.b] : -1, count > 2 ? shown_[node.c] : -1);
  }

  int show_number(const Number& number) {
    if (number.negative()) return to_.make(Op::negate, show_number(-number));
    if (!number.exact() || number.integer() || number.shown_as_decimal()) return to_.number(number);
    const int above = to_.number(Number::fraction(number.numerator(), 1));
    const int below = to_.number(Number::fraction(number.denominator(), 1));
    return to_.make(Op::divide, above, below);
  }

  int show_sum(int index) {
    std::vector<int> nodes;
    form_.split_terms(index, nodes);
    std::vector<std::pair<Rank, Term>> terms;
    for (const int node : nodes) {
      const Term term = form_.split(node);
      terms.push_back({rank(term.core), term});
    }
    sort_short(terms, [](const auto& a, const auto& b) {
      if (a.first.kind != b.first.kind) return a.first.kind < b.first.kind;
      return a.first.exponents > b.first.exponents;
    });
    // 1 − x² rather than −x² + 1; a longer polynomial keeps its order.
    const bool reorder = terms.size() == 2 || terms[0].first.kind != TermRank::polynomial;
    if (reorder && terms[0].second.coefficient.negative()) {
      const auto positive =
          std::find_if(terms.begin(), terms.end(), [](const auto& t) { return !t.second.coefficient.negative(); });
      if (positive != terms.end()) std::rotate(terms.begin(), positive, positive + 1);
    }
    int sum = show_term(terms[0].second);
    for (size_t i = 1; i < terms.size(); ++i) {
      Term term = terms[i].second;
      const bool minus = term.coefficient.negative();
      if (minus) term.coefficient = -term.coefficient;
      sum = to_.make(minus ? Op::subtract : Op::add, sum, show_term(term));
    }
    return sum;
  }

  Rank rank(int core) const {
    if (core < 0) return {TermRank::number, {}};
    std::vector<Factor> factors;
    form_.split_factors(core, factors);
    std::vector<int64_t> exponents = {0};
    for (const Factor& factor : factors) {
      const Node base = from_[factor.base];
      if (base.op == Op::pi || base.op == Op::euler || base.op == Op::number) continue;
      if (base.op != Op::variable || !factor.exponent.integer() || factor.exponent.negative()) return {TermRank::other, {}};
      if (exponents.size() < static_cast<size_t>(base.a) + 2) exponents.resize(base.a + 2, 0);
      exponents[base.a + 1] += factor.exponent.numerator();
      exponents[0] += factor.exponent.numerator();
    }
    return {exponents[0] > 0 ? TermRank::polynomial : TermRank::number, exponents};
  }

  FactorRank factor_rank(const Factor& factor) const {
    switch (from_[factor.base].op) {
      case Op::number:
      case Op::pi:
      case Op::euler:
        return FactorRank::number;
      case Op::variable:
        return factor.exponent.integer() ? FactorRank::variable : FactorRank::root;
      case Op::power:
      case Op::exp:
        return FactorRank::exponential;
      case Op::add:
        return FactorRank::sum;
      default:
        return FactorRank::function;
    }
  }

  int show_term(const Term& term) {
    if (term.coefficient.negative()) {
      const int positive = show_term({term.core, -term.coefficient});
      return to_.make(Op::negate, positive);
    }
    if (term.core < 0) return show_number(term.coefficient);
    std::vector<Factor> factors;
    form_.split_factors(term.core, factors);
    sort_short(factors, [this](const Factor& a, const Factor& b) {
      const FactorRank left = factor_rank(a), right = factor_rank(b);
      if (left != right) return left < right;
      const Node one = from_[a.base], other = from_[b.base];
      return one.op == Op::variable && other.op == Op::variable ? one.a < other.a : a.base < b.base;
    });
    int above = -1, below = -1;  // the fraction line
    const auto put = [this](int& side, int node) { side = side < 0 ? node : to_.make(Op::multiply, side, node); };
    const Number& c = term.coefficient;
    if (!c.exact() || c.shown_as_decimal()) {
      if (!c.is(1)) put(above, to_.number(c));
    } else {
      if (c.numerator() != 1) put(above, to_.number(Number::fraction(c.numerator(), 1)));
      if (c.denominator() != 1) put(below, to_.number(Number::fraction(c.denominator(), 1)));
    }
    for (const Factor& factor : factors) {
      const bool under = factor.exponent.negative();
      put(under ? below : above, show_power(shown_[factor.base], under ? -factor.exponent : factor.exponent));
    }
    if (above < 0) above = to_.number(1);
    return below < 0 ? above : to_.make(Op::divide, above, below);
  }

  int show_power(int base, const Number& exponent) {
    if (exponent.is(1)) return base;
    if (exponent == Number::fraction(1, 2)) return to_.make(Op::sqrt, base);
    return to_.make(Op::power, base, show_number(exponent));
  }

  const Canonical& form_;
  const Graph& from_;
  bool exp_as_power_;
  std::vector<int> shown_;  // of each canonical node: its counterpart in to_
  Graph to_;
};

}  // namespace

Expression present(const Canonical& form, int root, const Expression::Names& variables, bool exp_as_power) {
  return Presenter(form, exp_as_power).present(root, variables);
}

}  // namespace downhill
