#pragma once

#include <Eigen/Core>

#include "neural/layout.hpp"

namespace downhill {

// Dense layers of few units, for batches whose rows are a multiple of 4: sums over columns that stay in registers. Products of
// such matrices by Eigen's kernels, which pack them first, take five times as long.

/// Layers of up to so many weights are small; beyond, packing pays.
inline constexpr Eigen::Index most_small_weights = 1024;

/// Batches are padded with empty rows up to a multiple of this.
inline constexpr Eigen::Index row_block = 4;
inline Eigen::Index padded_rows(Eigen::Index rows) { return (rows + row_block - 1) / row_block * row_block; }

inline bool is_small(const LayerPlace& place, Eigen::Index rows) {
  return rows % row_block == 0 && Eigen::Index{place.inputs} * place.units <= most_small_weights;
}

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
