#pragma once

#include <Eigen/Core>

#include "neural/layout.hpp"

namespace downhill {

// Dense layers by sums over columns that stay in registers. For layers of few units they are five times as fast as Eigen's
// products, which pack their factors first; for large ones packing pays.

/// Layers of up to so many weights are small.
inline constexpr Eigen::Index most_small_weights = 1024;

/// Whether these are used. In double they always are: only networks whose digits are compared are, and those are small, so
/// Eigen's kernels for doubles would be downloaded for nothing.
template <class Scalar>
bool is_small(const LayerPlace& place) {
  return sizeof(Scalar) == sizeof(double) || Eigen::Index{place.inputs} * place.units <= most_small_weights;
}

/// Batches are fastest with a multiple of 4 rows, some of them empty.
inline Eigen::Index padded_rows(Eigen::Index rows) { return (rows + 3) / 4 * 4; }

/// sums = x W + b. Columns of `rows` numbers, one an input or unit, lie one after the other.
template <class Scalar>
void dense_forward(const LayerPlace& place, const Scalar* parameters, const Scalar* x, Eigen::Index rows, Scalar* sums);

/// The gradient's part of this layer: x' d for the weights, and the sums of the columns of d for the biases.
template <class Scalar>
void dense_gradient(const LayerPlace& place, const Scalar* x, const Scalar* deltas, Eigen::Index rows, Scalar* gradient);

/// below = d W'
template <class Scalar>
void dense_backward(const LayerPlace& place, const Scalar* parameters, const Scalar* deltas, Eigen::Index rows, Scalar* below);

}  // namespace downhill
