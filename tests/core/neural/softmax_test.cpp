#include "neural/softmax.hpp"

#include <cmath>
#include <limits>

#include "core/catch.hpp"
#include "foundation/random.hpp"

using namespace downhill;

namespace {

template <class Scalar>
Softmax<Scalar> of(const std::vector<Scalar>& logits, SoftmaxForm form = SoftmaxForm::stable, Scalar temperature = 1) {
  return softmax<Scalar>(logits, form, temperature);
}

}  // namespace

TEST_CASE("Softmax of numbers known from elsewhere") {
  const auto p = of<double>({2, 1, 0}).probabilities;
  CHECK(p[0] == Approx(0.66524095577482178).epsilon(1e-15));
  CHECK(p[1] == Approx(0.24472847105479764).epsilon(1e-15));
  CHECK(p[2] == Approx(0.09003057317038046).epsilon(1e-15));
  // Applied twice, as happens when a loss brings its own softmax, the answer is washed out.
  CHECK(of<double>(p).probabilities[0] == Approx(0.45063).epsilon(1e-4));

  const auto sure = of<double>({-249.873093, -424.126709, -460.292542, 378.097443, -292.614532}).probabilities;
  CHECK(sure[3] == 1);
  for (const std::size_t k : {0, 1, 2, 4}) CHECK(sure[k] <= 1.9e-273);
}

TEST_CASE("The naive form overflows where the stable form does not, in double and in float") {
  const auto naive = of<double>({1000, 999, 998}, SoftmaxForm::naive);
  CHECK(std::isinf(naive.exponentials[0]));
  CHECK(std::isnan(naive.probabilities[0]));
  const auto stable = of<double>({1000, 999, 998});
  const auto small = of<double>({2, 1, 0});
  for (std::size_t k = 0; k < 3; ++k) CHECK(stable.probabilities[k] == small.probabilities[k]);
  CHECK(stable.log_sum_exp == Approx(1000 + std::log(1 + std::exp(-1) + std::exp(-2))).epsilon(1e-15));

  CHECK(std::isinf(of<float>({89, 0}, SoftmaxForm::naive).exponentials[0]));
  CHECK(std::isfinite(of<double>({89, 0}, SoftmaxForm::naive).exponentials[0]));
  CHECK(of<float>({89, 0}).probabilities[0] == 1);
  // Far below, the naive form divides 0 by 0.
  CHECK(std::isnan(of<double>({-1000, -1000}, SoftmaxForm::naive).probabilities[0]));
  CHECK(of<double>({-1000, -1000}).probabilities[0] == 0.5);
}

TEST_CASE("Softmax does not change when all logits shift, sums to 1, and orders as the logits do") {
  const std::uint64_t seed = 8;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (int turn = 0; turn < 500; ++turn) {
    std::vector<double> logits(2 + random.below(8)), shifted;
    for (double& z : logits) z = 20 * random.normal();
    const double shift = std::ldexp(static_cast<double>(random.below(1000)), -3);  // exact sums
    for (const double z : logits) shifted.push_back(z + shift);
    const auto p = of<double>(logits), q = of<double>(shifted);
    double sum = 0;
    for (std::size_t k = 0; k < logits.size(); ++k) {
      sum += p.probabilities[k];
      CHECK(p.probabilities[k] == Approx(q.probabilities[k]).epsilon(1e-11));
      for (std::size_t j = 0; j < logits.size(); ++j)
        if (logits[j] < logits[k]) CHECK(p.probabilities[j] <= p.probabilities[k]);
    }
    CHECK(sum == Approx(1).epsilon(1e-14));
    CHECK(q.log_sum_exp - p.log_sum_exp == Approx(shift).margin(1e-11));
  }
}

TEST_CASE("A high temperature evens out, a low one decides") {
  const std::vector<double> logits{2, 1, 0};
  CHECK(of(logits, SoftmaxForm::stable, 1e6).probabilities[0] == Approx(1.0 / 3).epsilon(1e-5));
  CHECK(of(logits, SoftmaxForm::stable, 0.01).probabilities[0] == Approx(1).epsilon(1e-15));
  CHECK(of(logits, SoftmaxForm::stable, 2.0).probabilities == of<double>({1, 0.5, 0}).probabilities);
}

TEST_CASE("Cross-entropy costs nothing for a perfect answer, and its exact price for a certain wrong one") {
  const std::vector<double> never{0, 1}, target{0, 1}, other{1, 0};
  CHECK(cross_entropy<double>(never, target) == 0);
  CHECK(std::isinf(cross_entropy<double>(never, other)));

  const auto sure = of<double>({0, 1000});
  CHECK(cross_entropy_of<double>(sure, target) == 0);
  CHECK(cross_entropy_of<double>(sure, other) == 1000);
  // The naive form has lost the price: its probability is 0.
  CHECK(std::isinf(cross_entropy_of<double>(sure, other, SoftmaxForm::naive)));

  const std::vector<double> half{0.5, 0.5};
  CHECK(cross_entropy_of<double>(of<double>({3, 3}), half) == Approx(std::log(2)).epsilon(1e-15));
}

TEST_CASE("The gradient of cross-entropy in the logits is p − t") {
  const std::uint64_t seed = 4;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (int turn = 0; turn < 200; ++turn) {
    const std::size_t classes = 2 + random.below(6);
    std::vector<double> logits(classes), target(classes);
    double sum = 0;
    for (std::size_t k = 0; k < classes; ++k) {
      logits[k] = 3 * random.normal();
      sum += target[k] = random.uniform();
    }
    for (double& t : target) t /= sum;
    const auto p = of<double>(logits).probabilities;
    for (std::size_t k = 0; k < classes; ++k) {
      const double h = 1e-5;
      auto up = logits, down = logits;
      up[k] += h;
      down[k] -= h;
      const double quotient =
          (cross_entropy_of<double>(of<double>(up), target) - cross_entropy_of<double>(of<double>(down), target)) / (2 * h);
      CHECK(p[k] - target[k] == Approx(quotient).margin(1e-9));
    }
  }
}
