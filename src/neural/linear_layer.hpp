#pragma once

#include <Eigen/Core>

namespace downhill {

/// A matrix as it is handed over by pages and files: row after row.
using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// [region forward]
/// O = XW + b: `X` holds n samples in rows of d inputs, `W` p models in columns of d weights, `b` one bias a model, which is
/// added to every row. n × p.
inline RowMatrix linear_layer(const RowMatrix& X, const RowMatrix& W, const Eigen::RowVectorXd& b) {
  return (X * W).rowwise() + b;
}

/// The slopes of a loss in everything that goes into a linear layer.
struct LinearLayerSlopes {
  RowMatrix weights;          ///< d × p
  Eigen::RowVectorXd biases;  ///< p
  RowMatrix inputs;           ///< n × d
};

/// The same loss, with its slopes `G` in the outputs (n × p) given. w_kj meets input k of every sample in column j.
inline LinearLayerSlopes linear_layer_slopes(const RowMatrix& X, const RowMatrix& W, const RowMatrix& G) {
  return {.weights = X.transpose() * G, .biases = G.colwise().sum(), .inputs = G * W.transpose()};
}
// [endregion]

}  // namespace downhill
