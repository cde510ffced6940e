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
    // −log σ(z) = softplus(−z) and −log(1 − σ(z)) = softplus(z) = softplus(−z) + z.
    return target * portable_softplus(-logit) + (1 - target) * portable_softplus(logit);
  }
  template <class Scalar>
  static Scalar slope(Scalar logit, Scalar target) {
    // σ(z) − t, where for t = 1 the digits of 1 − σ(z) = σ(−z) are kept.
    return (1 - target) * portable_sigmoid(logit) - target * portable_sigmoid(-logit);
  }
};

}  // namespace downhill
