#include <cmath>
#include <set>

#include "core/catch.hpp"
#include "foundation/random.hpp"
#include "neural/losses.hpp"
#include "neural/softmax.hpp"

using namespace downhill;

namespace {

const LossEntry& loss(std::string_view id) { return **losses().find(id, "loss"); }

/// The sum over samples, and the slopes.
template <class Scalar>
std::pair<double, Batch<Scalar>> both(const LossEntry& entry, Batch<Scalar> outputs, const Batch<Scalar>& targets) {
  const double sum = entry.kernel<Scalar>()(outputs, targets);
  return {sum, outputs};
}

double one(const LossEntry& entry, double output, double target) {
  return both<double>(entry, Batch<double>::Constant(1, 1, output), Batch<double>::Constant(1, 1, target)).first;
}

}  // namespace

TEST_CASE("Every loss keeps the contract of the registry, and its slopes are those of its value") {
  const std::uint64_t seed = 6;
  INFO("seed " << seed);
  RandomStream random(seed);
  std::set<std::string> ids;
  for (const LossEntry& entry : losses()) {
    INFO(entry.id);
    CHECK(ids.insert(entry.id).second);
    CHECK_FALSE(entry.name.ko.empty());
    CHECK_FALSE(entry.name.en.empty());
    CHECK_FALSE(entry.latex.empty());
    for (int turn = 0; turn < 300; ++turn) {
      const Eigen::Index samples = 1 + static_cast<Eigen::Index>(random.below(6)),
                         units = 1 + static_cast<Eigen::Index>(random.below(4));
      const bool of_classes = entry.id == "cross-entropy";
      Batch<double> outputs(samples, units), targets(samples, of_classes ? 1 : units);
      for (double& z : outputs.reshaped()) z = 3 * random.normal();
      for (double& t : targets.reshaped()) {
        if (of_classes)
          t = static_cast<double>(random.below(static_cast<std::size_t>(units)));
        else
          t = entry.takes_logits ? static_cast<double>(random.below(2)) : random.normal();
      }
      const auto [sum, slopes] = both<double>(entry, outputs, targets);
      CHECK(sum >= 0);
      const auto [sum_in_float, slopes_in_float] = both<float>(entry, outputs.cast<float>(), targets.cast<float>());
      CHECK(sum_in_float == Approx(sum).epsilon(1e-5).margin(1e-5));
      CHECK((slopes_in_float.cast<double>() - slopes).abs().maxCoeff() < 1e-5);
      for (Eigen::Index i = 0; i < outputs.size(); ++i) {
        const double h = 1e-5;
        if (!of_classes && !entry.takes_logits) {
          const double error = std::abs(outputs.data()[i] - targets.data()[i]);
          if (error <= h || std::abs(error - 1) <= h) continue;  // kinks of the absolute error and of Huber's slope
        }
        Batch<double> up = outputs, down = outputs;
        up.data()[i] += h;
        down.data()[i] -= h;
        const double quotient = (both<double>(entry, up, targets).first - both<double>(entry, down, targets).first) / (2 * h);
        CHECK(slopes.data()[i] == Approx(quotient).epsilon(1e-6).margin(1e-8));
      }
    }
  }
}

TEST_CASE("Losses of numbers known beforehand") {
  CHECK(one(loss("squared"), 3, 1) == 4);
  CHECK(one(loss("absolute"), 3, 1) == 2);
  CHECK(one(loss("huber"), 1.5, 1) == 0.125);
  CHECK(one(loss("huber"), 3, 1) == 1.5);
  CHECK(one(loss("logistic"), 0, 1) == Approx(std::log(2)).epsilon(1e-15));
  CHECK(one(loss("logistic"), -800, 1) == 800);
  CHECK(one(loss("logistic"), 40, 1) == Approx(std::exp(-40)).epsilon(1e-12));
  CHECK(one(loss("logistic"), 800, 1) == 0);
  // At its kink the absolute error has slope 0.
  CHECK(both<double>(loss("absolute"), Batch<double>::Constant(1, 1, 2), Batch<double>::Constant(1, 1, 2)).second(0, 0) == 0);
}

TEST_CASE("Cross-entropy of many samples is that of each, as softmax.hpp works it out") {
  RandomStream random(2);
  Batch<double> logits(7, 4), targets(7, 1);
  for (double& z : logits.reshaped()) z = 30 * random.normal();
  for (double& t : targets.reshaped()) t = static_cast<double>(random.below(4));
  double sum = 0;
  for (Eigen::Index row = 0; row < 7; ++row) {
    std::vector<double> z(4), t(4);
    for (Eigen::Index k = 0; k < 4; ++k) z[static_cast<std::size_t>(k)] = logits(row, k);
    t[static_cast<std::size_t>(targets(row, 0))] = 1;
    sum += cross_entropy_of<double>(softmax<double>(z), t);
  }
  CHECK(both<double>(loss("cross-entropy"), logits, targets).first == Approx(sum).epsilon(1e-13));
}

TEST_CASE("Losses serve the classes they are made for, and say which would") {
  CHECK(*target_for(loss("squared"), 0) == Target::number);
  CHECK(*target_for(loss("squared"), 2) == Target::sign);
  CHECK(*target_for(loss("huber"), 3) == Target::one_hot);
  CHECK(*target_for(loss("logistic"), 2) == Target::zero_one);
  CHECK(*target_for(loss("cross-entropy"), 2) == Target::class_number);
  const auto refused = target_for(loss("cross-entropy"), 0);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::unknown_id);
  CHECK(refused.error().expected == "squared, absolute, huber");
  CHECK(target_for(loss("logistic"), 3).error().expected == "squared, absolute, huber, cross-entropy");
}
