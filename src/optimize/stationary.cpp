#include "optimize/stationary.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "foundation/symmetric_eigen.hpp"

namespace downhill {
namespace {

// Eigenvalues below this share of the largest in size count as zero: the test of the Hessian does not decide along them.
constexpr double negligible_curvature = 1e-8;
// A stationary point farther away than this is not the reason why the gradient is small: the ground is just flat, as in the
// tail of eˣ.
constexpr double near = 0.1;
constexpr int ring_directions = 48;  // enough to meet all six sectors of a monkey saddle, and of saddles four times as folded

/// Unit vectors to look along: both ways along the Hessian's eigenvectors, and in the plane a ring besides.
std::vector<Eigen::VectorXd> directions(const Eigen::MatrixXd& eigenvectors) {
  std::vector<Eigen::VectorXd> result;
  for (Eigen::Index i = 0; i < eigenvectors.cols(); ++i) {
    result.push_back(eigenvectors.col(i));
    result.push_back(-eigenvectors.col(i));
  }
  if (eigenvectors.rows() == 2) {
    for (int i = 0; i < ring_directions; ++i) {
      const double angle = (i + 0.5) * 2 * std::numbers::pi / ring_directions;
      result.push_back(Eigen::Vector2d(std::cos(angle), std::sin(angle)));
    }
  }
  return result;
}

/// What f does around the point, on spheres growing from `radius`: the sides seen to be lower and higher.
struct Surroundings {
  bool lower = false, higher = false;
};

Surroundings look_around(const Function& function, const Eigen::VectorXd& point, const std::vector<Eigen::VectorXd>& ways,
                         double radius, double largest_radius) {
  const double here = function.value(point.data());
  const double noise = 8 * 0x1p-52 * std::abs(here);
  Surroundings seen;
  for (; radius <= largest_radius; radius *= 4) {
    std::size_t level = 0;
    for (const Eigen::VectorXd& way : ways) {
      const Eigen::VectorXd there = point + radius * way;
      const double difference = function.value(there.data()) - here;
      seen.lower |= difference < -noise;
      seen.higher |= difference > noise;
      level += std::abs(difference) <= noise;
    }
    // Where some ways still look level, the next larger sphere may show more; otherwise only the nearest counts.
    if (level == 0 || (seen.lower && seen.higher)) break;
  }
  return seen;
}

}  // namespace

StationaryKind classify_stationary_point(const Function& function, const double* coordinates) {
  const int dimension = function.dimension();
  const Eigen::Map<const Eigen::VectorXd> point(coordinates, dimension);
  Eigen::MatrixXd axes = Eigen::MatrixXd::Identity(dimension, dimension);
  double newton_step = 0;

  const Jet jet = function.second_order(coordinates);
  const Eigen::Map<const Eigen::MatrixXd> hessian(jet.hessian.data(), dimension, dimension);
  if (hessian.allFinite()) {
    const SymmetricEigen eigen = symmetric_eigen(hessian);
    const Eigen::VectorXd& curvatures = eigen.values;
    const double zero = negligible_curvature * curvatures.cwiseAbs().maxCoeff();
    if (curvatures.maxCoeff() > zero && curvatures.minCoeff() < -zero) return StationaryKind::saddle;
    axes = eigen.vectors;
    const double weakest = curvatures.cwiseAbs().minCoeff();
    if (weakest > 0) newton_step = Eigen::Map<const Eigen::VectorXd>(jet.gradient.data(), dimension).norm() / weakest;
  }

  // The stationary point meant is about one Newton step away. Look from farther than that, so that both its sides are seen.
  const double scale = std::max(1.0, point.cwiseAbs().maxCoeff());
  const double radius = std::clamp(32 * newton_step, 1e-4 * scale, 0.25 * scale);
  const Surroundings seen = look_around(function, point, directions(axes), radius, scale);
  if (seen.lower && seen.higher) {
    if (newton_step > near) return StationaryKind::plateau;
    return dimension == 1 ? StationaryKind::inflection : StationaryKind::saddle;
  }
  if (seen.higher) return StationaryKind::minimum;
  return seen.lower ? StationaryKind::maximum : StationaryKind::plateau;
}

}  // namespace downhill
