#pragma once

#include <cstdint>

#include "foundation/random.hpp"
#include "regression/residual_kernel.hpp"

inline Eigen::MatrixXd random_matrix(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed) {
  downhill::RandomStream random(seed);
  Eigen::MatrixXd matrix(rows, columns);
  for (Eigen::Index i = 0; i < rows; ++i)
    for (Eigen::Index j = 0; j < columns; ++j) matrix(i, j) = random.normal();
  return matrix;
}

inline Eigen::VectorXd random_vector(Eigen::Index size, std::uint64_t seed) { return random_matrix(size, 1, seed).col(0); }
