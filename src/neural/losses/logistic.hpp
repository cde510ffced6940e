#pragma once

#include "neural/loss.hpp"

namespace downhill {

/// Cross-entropy of two classes from one logit z: −log of the probability σ(z) of class 1 for target 1, of 1 − σ(z) for target
/// 0. Worked out from the logit, so a certain answer costs its exact price and never an infinite one.
/// Source: D. R. Cox, "The regression analysis of binary sequences", J. R. Stat. Soc. B 20 (1958).
struct Logistic {
  static constexpr std::string_view id = "logistic";
  static constexpr Name name{.ko = "로지스틱 손실", .en = "Logistic loss"};
  static constexpr std::string_view latex = R"(-y \log \sigma(\hat y) - (1 - y) \log(1 - \sigma(\hat y)))";
  static constexpr bool numbers = false, takes_logits = true;

  template <class Scalar>
  static Scalar value(Scalar logit, Scalar target) {
    // −log(1 − σ(z)) = softplus(z), and for the other class −log σ(z) = softplus(−z).
    return portable_softplus((1 - 2 * target) * logit);
  }
  /// σ(z) − t; for t = 1 that is −σ(−z), which keeps its digits where σ(z) is near 1.
  template <class Scalar>
  static Scalar slope(Scalar logit, Scalar target) {
    const Scalar side = 1 - 2 * target;
    return side * portable_sigmoid(side * logit);
  }
};

}  // namespace downhill
