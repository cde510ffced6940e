#pragma once

#include <Eigen/Core>
#include <cmath>

namespace downhill {

/// A symmetric matrix A = V diag(λ) Vᵀ; the values come in no particular order, each with its column of V.
struct SymmetricEigen {
  Eigen::VectorXd values;
  Eigen::MatrixXd vectors;
};

/// The eigenvalues and eigenvectors of a finite, small symmetric matrix, such as a Hessian, by Jacobi's rotations: each turns a
/// plane of two coordinates so that one pair of entries off the diagonal vanishes, until all are too small to matter. As exact
/// as Eigen's own solver, whose blocked kernels for large matrices would be a sixth of the module. Source: C. G. J. Jacobi, J.
/// reine angew. Math. 30 (1846); the rotation as in G. Golub, C. Van Loan, Matrix Computations, 8.5.
inline SymmetricEigen symmetric_eigen(Eigen::MatrixXd a) {
  const Eigen::Index n = a.rows();
  Eigen::MatrixXd vectors = Eigen::MatrixXd::Identity(n, n);
  constexpr int most_sweeps = 30;  // convergence is quadratic: 5 to 8 are usual
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    bool rotated = false;
    for (Eigen::Index p = 0; p < n; ++p) {
      for (Eigen::Index q = p + 1; q < n; ++q) {
        if (std::abs(a(p, q)) <= 0x1p-54 * std::sqrt(std::abs(a(p, p))) * std::sqrt(std::abs(a(q, q)))) continue;
        rotated = true;
        const double tau = (a(q, q) - a(p, p)) / (2 * a(p, q));
        const double tangent = std::copysign(1 / (std::abs(tau) + std::hypot(1, tau)), tau);
        const double cosine = 1 / std::hypot(1, tangent), sine = tangent * cosine;
        for (Eigen::Index i = 0; i < n; ++i) {  // columns p and q of A and V
          const double x = a(i, p), y = a(i, q), v = vectors(i, p), w = vectors(i, q);
          a(i, p) = cosine * x - sine * y;
          a(i, q) = sine * x + cosine * y;
          vectors(i, p) = cosine * v - sine * w;
          vectors(i, q) = sine * v + cosine * w;
        }
        for (Eigen::Index i = 0; i < n; ++i) {  // rows p and q of A
          const double x = a(p, i), y = a(q, i);
          a(p, i) = cosine * x - sine * y;
          a(q, i) = sine * x + cosine * y;
        }
        a(p, q) = a(q, p) = 0;
      }
    }
    if (!rotated) break;
  }
  return {a.diagonal(), vectors};
}

}  // namespace downhill
