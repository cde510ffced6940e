#include "calculus/tape_memory.hpp"

#include <algorithm>

#include "core/calculus/compiled.hpp"
#include "core/calculus/generator.hpp"

using namespace downhill;

namespace {

using Counts = std::vector<int>;

}  // namespace

TEST_CASE("a factor is kept until the product has passed its share, an operand of a sum is not", "[tape]") {
  const TapeMemory memory = memory_of(Tape(read_formula("(a + b) * d", {"a", "b", "d"})));
  CHECK(memory.answer == Counts{1, 1});
  CHECK(memory.training == Counts{1, 2, 1, 1});
  const TapeMemory sums = memory_of(Tape(read_formula("a + b + a + b", {"a", "b"})));
  CHECK(sums.answer == Counts{1, 1, 1});
  CHECK(sums.training == Counts{1, 1, 1, 1, 1, 1});
}

TEST_CASE("a chain needs one place for its answer and all of them for the way back", "[tape]") {
  Tape tape;
  int last = tape.leaf(0.5);
  const int length = 7;
  for (int i = 0; i < length; ++i) last = tape.push(Op::tanh, last);
  const TapeMemory memory = memory_of(tape);
  CHECK(memory.answer == Counts(length, 1));
  CHECK(memory.training == Counts{1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1});
}

TEST_CASE("a part that is used twice counts once, and the slope along a constant keeps nothing", "[tape]") {
  // u = x², then u + u x: u is needed for the sum and as a factor.
  const TapeMemory memory = memory_of(Tape(read_formula("x^2 + x^2 * x", {"x"})));
  CHECK(memory.answer == Counts{1, 2, 1});
  CHECK(memory.training == Counts{1, 2, 2, 2, 1, 1});
}

TEST_CASE("the way back never needs less than the answer, and both end with it alone", "[tape]") {
  RandomStream random(77);
  for (int i = 0; i < 200; ++i) {
    const std::string text = random_formula(random, 4);
    INFO(text);
    const Tape tape(read_formula(text, {"x", "y"}));
    const auto calculations = std::count_if(tape.nodes().begin(), tape.nodes().end(),
                                            [](const TapeNode& node) { return operand_count(node.op) > 0; });
    const auto [answer, training] = memory_of(tape);
    REQUIRE(answer.size() == static_cast<size_t>(calculations));
    REQUIRE(training.size() == 2 * answer.size());
    if (answer.empty()) continue;
    for (size_t step = 0; step < answer.size(); ++step) {
      CHECK(training[step] >= answer[step]);
      CHECK(answer[step] >= 1);
    }
    CHECK(*std::max_element(training.begin(), training.end()) <= calculations);
    CHECK(std::is_sorted(training.rbegin(), training.rend() - static_cast<long>(answer.size())));
    CHECK(training.back() == 1);
    CHECK(answer.back() == 1);
  }
}
