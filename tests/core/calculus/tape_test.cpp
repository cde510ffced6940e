#include "calculus/tape.hpp"

#include <algorithm>
#include <cmath>

#include "calculus/differentiate.hpp"
#include "calculus/evaluate.hpp"
#include "calculus/print.hpp"
#include "core/calculus/compiled.hpp"
#include "core/calculus/generator.hpp"

using namespace downhill;

namespace {

double gradient_of(const Tape& tape, int node) { return tape.nodes()[static_cast<size_t>(node)].gradient; }

std::string rule_text(Op op, int operand = 0) { return to_text(Tape::rule(op, operand).slope); }

}  // namespace

TEST_CASE("two ways back give the same gradients, not twice as much", "[tape]") {
  Tape tape;
  const int a = tape.leaf(3), b = tape.leaf(2), c = tape.push(Op::add, a, b);
  const int d = tape.leaf(1), e = tape.push(Op::multiply, c, d);
  for (int time = 0; time < 2; ++time) {
    tape.backward();
    CHECK(gradient_of(tape, a) == 1);
    CHECK(gradient_of(tape, b) == 1);
    CHECK(gradient_of(tape, c) == 1);
    CHECK(gradient_of(tape, d) == 5);
    CHECK(gradient_of(tape, e) == 1);
  }
}

TEST_CASE("a shared part sums what all its users give", "[tape]") {
  // x (x a) + x (x a) + x² a, with x a written down once.
  Tape tape;
  const int x = tape.leaf(1), a = tape.leaf(1), two = tape.constant(2);
  const int shared = tape.push(Op::multiply, x, a);
  const int product = tape.push(Op::multiply, x, shared);
  const int twice = tape.push(Op::add, product, product);
  const int square = tape.push(Op::power, x, two);
  const int last = tape.push(Op::multiply, square, a);
  const int f = tape.push(Op::add, twice, last);
  tape.backward(f);
  CHECK(gradient_of(tape, x) == 6);
  CHECK(gradient_of(tape, a) == 3);
  CHECK(gradient_of(tape, product) == 2);
  const auto given = tape.contributions(product);
  REQUIRE(given.size() == 2);
  CHECK((given[0].from == twice && given[0].amount == 1 && given[1].amount == 1));

  Tape read(read_formula("x*(x*a) + x*(x*a) + x^2*a", {"x", "a"}));
  read.set(0, 1);
  read.set(1, 1);
  read.forward();
  read.backward();
  CHECK(gradient_of(read, 0) == 6);
}

TEST_CASE("every gradient is the sum of its contributions", "[tape]") {
  RandomStream random(51);
  for (int i = 0; i < 100; ++i) {
    const std::string text = random_formula(random, 3);
    Tape tape(read_formula(text, {"x", "y"}));
    tape.set(0, random.uniform(-2, 2));
    tape.set(1, random.uniform(-2, 2));
    tape.forward();
    tape.backward();
    INFO(text);
    for (int node = 0; node < tape.last(); ++node) {
      double sum = 0;
      for (const Contribution& part : tape.contributions(node)) sum += part.amount;
      const double gradient = gradient_of(tape, node);
      CHECK((sum == Approx(gradient) || !std::isfinite(gradient)));
    }
  }
}

TEST_CASE("on the way back, only nodes that have had their turn have passed on", "[tape]") {
  Tape tape;
  const int a = tape.leaf(3), b = tape.leaf(2), c = tape.push(Op::add, a, b);
  const int d = tape.leaf(1), e = tape.push(Op::multiply, c, d);
  tape.backward(e, e + 1);
  CHECK((gradient_of(tape, e) == 1 && gradient_of(tape, c) == 0 && gradient_of(tape, d) == 0));
  tape.backward(e, d);
  CHECK((gradient_of(tape, c) == 1 && gradient_of(tape, d) == 5 && gradient_of(tape, a) == 0));
  tape.backward(e, c);
  CHECK((gradient_of(tape, a) == 1 && gradient_of(tape, b) == 1));
  tape.backward(c);  // from the middle: what comes after has no part in it
  CHECK((gradient_of(tape, a) == 1 && gradient_of(tape, d) == 0 && gradient_of(tape, e) == 0));
}

TEST_CASE("forward duals, symbolic derivatives and the way back agree", "[tape]") {
  RandomStream random(52);
  int compared = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string text = random_formula(random, 1 + i % 3);
    const Expression expression = read_formula(text, {"x", "y"});
    const Function f = Function::compile(expression);
    Tape tape(expression);
    const double point[] = {random.uniform(-3, 3), random.uniform(-3, 3)};
    tape.set(0, point[0]);
    tape.set(1, point[1]);
    tape.forward();
    tape.backward();
    const Jet jet = f.second_order(point);
    const auto tame = [](double v) { return std::isfinite(v) && std::abs(v) < 1e6; };
    if (!tame(jet.value) || !std::all_of(jet.gradient.begin(), jet.gradient.end(), tame) ||
        !std::all_of(jet.hessian.begin(), jet.hessian.end(), tame) || is_steep(expression, point))
      continue;
    INFO(text << " at " << point[0] << ", " << point[1]);
    CHECK(tape.nodes().back().value == Approx(jet.value).epsilon(1e-11).margin(1e-11));
    for (int variable = 0; variable < 2; ++variable) {
      const auto symbolic = differentiate_unsimplified(expression, variable);
      REQUIRE(symbolic.ok());
      ++compared;
      CHECK(gradient_of(tape, variable) == Approx(jet.gradient[variable]).epsilon(1e-9).margin(1e-9));
      CHECK(gradient_of(tape, variable) == Approx(Function::compile(*symbolic).value(point)).epsilon(1e-9).margin(1e-9));
    }
  }
  CHECK(compared > 600);
}

TEST_CASE("a deep tape of shared parts takes one step a node", "[tape]") {
  // f = x, then f ← f + f: written out 2^1000 leaves, and no recursion to run out of.
  Tape tape;
  const int x = tape.leaf(1);
  int f = x;
  for (int i = 0; i < 1000; ++i) f = tape.push(Op::add, f, f);
  tape.backward(f);
  CHECK(gradient_of(tape, x) == std::pow(2.0, 1000));
  Tape chain;
  int last = chain.leaf(0.5);
  for (int i = 0; i < 200000; ++i) last = chain.push(Op::sin, last);
  chain.backward(last);
  CHECK(std::isfinite(gradient_of(chain, 0)));
}

TEST_CASE("at kinks a convention stands in, and says so", "[tape]") {
  const auto slope = [](Op op, double at, bool& kink) {
    Tape tape;
    tape.push(op, tape.leaf(at));
    tape.backward();
    kink = tape.nodes().back().kink;
    return gradient_of(tape, 0);
  };
  bool kink = false;
  CHECK(slope(Op::relu, 0, kink) == 0);
  CHECK(kink);
  CHECK(slope(Op::relu, 1e-300, kink) == 1);
  CHECK_FALSE(kink);
  CHECK(slope(Op::abs, 0, kink) == 0);
  CHECK(kink);
  CHECK(slope(Op::abs, -2, kink) == -1);
  CHECK_FALSE(kink);
  CHECK(slope(Op::floor, 2, kink) == 0);
  CHECK(kink);
  CHECK(slope(Op::exp, 1, kink) == std::exp(1.0));
  CHECK_FALSE(kink);
  Tape tie;
  const int a = tie.leaf(2), b = tie.leaf(2);
  tie.push(Op::maximum, a, b);
  tie.backward();
  CHECK((gradient_of(tie, a) == 0.5 && gradient_of(tie, b) == 0.5 && tie.nodes().back().kink));
}

TEST_CASE("a node that plays no part passes nothing along an infinite slope", "[tape]") {
  Tape tape;
  const int x = tape.leaf(0), root = tape.push(Op::sqrt, x);
  const int f = tape.push(Op::multiply, root, tape.constant(0));
  tape.backward(f);
  CHECK(gradient_of(tape, root) == 0);
  CHECK(gradient_of(tape, x) == 0);
}

TEST_CASE("the table of local derivatives says what the numbers do", "[tape]") {
  CHECK(rule_text(Op::multiply, 0) == "v");
  CHECK(rule_text(Op::multiply, 1) == "u");
  CHECK(rule_text(Op::exp) == "f");  // its own output
  CHECK(rule_text(Op::tanh) == "1 - f^2");
  CHECK(rule_text(Op::sin) == "cos(u)");
  CHECK(rule_text(Op::relu) == "if(u > 0, 1, 0)");
  CHECK(rule_text(Op::divide, 1) == "-f/v");
  CHECK(Tape::rule(Op::relu, 0).kink == "u = 0");
  CHECK(Tape::rule(Op::exp, 0).kink.empty());
  CHECK(Tape::bytes_kept(Op::add) == 0);
  CHECK(Tape::bytes_kept(Op::multiply) == 16);
  CHECK(Tape::bytes_kept(Op::exp) == 8);
  RandomStream random(53);
  for (int i = 0; i < static_cast<int>(Op::derivative); ++i) {
    const Op op = static_cast<Op>(i);
    if (operand_count(op) == 0) continue;
    for (int time = 0; time < 20; ++time) {
      double at[4] = {random.uniform(0.1, 0.9), random.uniform(0.1, 0.9), random.uniform(0.1, 0.9), 0};
      if (op == Op::acosh) at[0] += 1;
      if (op == Op::choose && time % 2 == 0) at[0] = 0;
      Tape tape;
      for (int k = 0; k < 3; ++k) tape.leaf(at[k]);
      tape.push(op, 0, 1, 2);
      at[3] = tape.nodes().back().value;
      for (int k = 0; k < operand_count(op); ++k) {
        const double by_rule = Function::compile(Tape::rule(op, k).slope).value(at);
        INFO(id_of(op) << " by operand " << k << " at " << at[0] << ", " << at[1]);
        CHECK(tape.nodes().back().slopes[static_cast<size_t>(k)] == Approx(by_rule).epsilon(1e-12).margin(1e-14));
      }
    }
  }
}
