#include "optimize/stationary.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace downhill {
namespace {

// Eigenvalues below this share of the largest in size count as zero: the test of the Hessian does not decide along them.
constexpr double negligible_curvature = 1e-8;
constexpr int ring_directions = 48;  // enough to meet all six sectors of a monkey saddle, and of saddles four times as folded

/// Unit vectors to look along: both ways on a line, a ring in the plane, both ways along the Hessian's eigenvectors beyond.
std::vector<Eigen::VectorXd> directions(const Eigen::MatrixXd& axes) {
  std::vector<Eigen::VectorXd> result;
  if (axes.rows() == 2) {
    for (int i = 0; i < ring_directions; ++i) {
      // Half a place off the axes: a ring on the axes would meet the zeros of saddles such as x y.
      const double angle = (i + 0.5) * 2 * std::numbers::pi / ring_directions;
      result.push_back(Eigen::Vector2d(std::cos(angle), std::sin(angle)));
    }
    return result;
  }
  for (Eigen::Index i = 0; i < axes.cols(); ++i) {
    result.push_back(axes.col(i));
    result.push_back(-axes.col(i));
  }
  return result;
}

/// Compares f around the point with f at it, on the smallest sphere (from `radius` on) where a difference can be seen.
StationaryKind look_around(const Function& function, const Eigen::VectorXd& point, const std::vector<Eigen::VectorXd>& ways,
                           double radius, double largest_radius) {
  const double here = function.value(point.data());
  const double noise = 8 * 0x1p-52 * std::abs(here);
  for (; radius <= largest_radius; radius *= 4) {
    int lower = 0, higher = 0;
    for (const Eigen::VectorXd& way : ways) {
      const Eigen::VectorXd there = point + radius * way;
      const double difference = function.value(there.data()) - here;
      lower += difference < -noise;
      higher += difference > noise;
    }
    if (lower > 0 && higher > 0) return point.size() == 1 ? StationaryKind::inflection : StationaryKind::saddle;
    // Where one side is flat and the other is not, the next larger sphere may still show the difference.
    if (higher == static_cast<int>(ways.size())) return StationaryKind::minimum;
    if (lower == static_cast<int>(ways.size())) return StationaryKind::maximum;
  }
  return StationaryKind::plateau;
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
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(hessian);
    const Eigen::VectorXd& curvatures = eigen.eigenvalues();
    const double zero = negligible_curvature * curvatures.cwiseAbs().maxCoeff();
    if (curvatures.maxCoeff() > zero && curvatures.minCoeff() < -zero) return StationaryKind::saddle;
    axes = eigen.eigenvectors();
    const double weakest = curvatures.cwiseAbs().minCoeff();
    if (weakest > 0) newton_step = Eigen::Map<const Eigen::VectorXd>(jet.gradient.data(), dimension).norm() / weakest;
  }

  // The stationary point meant is about one Newton step away. Look from farther than that, so that both its sides are seen.
  const double scale = std::max(1.0, point.cwiseAbs().maxCoeff());
  const double radius = std::clamp(32 * newton_step, 1e-4 * scale, 0.25 * scale);
  return look_around(function, point, directions(axes), radius, scale);
}

}  // namespace downhill
