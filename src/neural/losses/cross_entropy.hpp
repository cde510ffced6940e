#pragma once

#include <Eigen/Core>

#include "neural/loss.hpp"

namespace downhill {

/// Cross-entropy of the softmax of the outputs: −log of the probability that the true class was given. Its slope in the logits
/// is p − t, the probabilities less 1 at the true class.
/// Source: J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", in Neurocomputing, 1990.
struct CrossEntropy {
  static constexpr std::string_view id = "cross-entropy";
  static constexpr Name name{.ko = "교차 엔트로피", .en = "Cross-entropy"};
  static constexpr std::string_view latex = R"(-\sum_k y_k \log \operatorname{softmax}(\hat y)_k)";
  static constexpr bool numbers = false, takes_logits = true;

  /// One row a sample, one column a class; `target` holds class numbers. Returns the sum over samples and turns the logits into
  /// the slopes.
  template <class Scalar>
  static double slopes(Eigen::Ref<Eigen::Array<Scalar, Eigen::Dynamic, Eigen::Dynamic>, 0, Eigen::OuterStride<>> logits,
                       const Scalar* target) {
    double loss = 0;
    Eigen::Array<Scalar, Eigen::Dynamic, 1> column = logits.rowwise().maxCoeff();
    logits.colwise() -= column;
    for (Eigen::Index row = 0; row < logits.rows(); ++row)
      loss -= static_cast<double>(logits(row, static_cast<Eigen::Index>(target[row])));
    for (Eigen::Index k = 0; k < logits.cols(); ++k) {
      Scalar* const z = &logits(0, k);
      for (Eigen::Index row = 0; row < logits.rows(); ++row) z[row] = portable_exp(z[row]);
    }
    column = logits.rowwise().sum();
    for (Eigen::Index row = 0; row < logits.rows(); ++row) loss += std::log(static_cast<double>(column[row]));
    logits.colwise() /= column;
    for (Eigen::Index row = 0; row < logits.rows(); ++row) logits(row, static_cast<Eigen::Index>(target[row])) -= 1;
    return loss;
  }
};

}  // namespace downhill
