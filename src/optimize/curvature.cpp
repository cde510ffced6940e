#include "optimize/curvature.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "foundation/random.hpp"
#include "foundation/symmetric_eigen.hpp"

namespace downhill {
namespace {

constexpr std::size_t most_points = 1000;  // of a long trace, evenly spread
constexpr int extra_points = 8;
constexpr double same = 1e-10;  // relative difference up to which two Hessians count as the same

}  // namespace

Curvature curvature(const Function& function, const double* points, std::size_t count) {
  const int dimension = function.dimension();
  Curvature result{true, std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  Eigen::MatrixXd first;
  const auto look = [&](const double* point) {
    const Jet jet = function.second_order(point);
    const Eigen::Map<const Eigen::MatrixXd> hessian(jet.hessian.data(), dimension, dimension);
    if (!hessian.allFinite()) {
      result.quadratic = false;
      return;
    }
    if (first.size() == 0) first = hessian;
    if ((hessian - first).cwiseAbs().maxCoeff() > same * first.cwiseAbs().maxCoeff()) result.quadratic = false;
    const Eigen::VectorXd curvatures = symmetric_eigen(hessian).values;
    result.smallest = std::min(result.smallest, curvatures.minCoeff());
    result.largest = std::max(result.largest, curvatures.maxCoeff());
  };

  const std::size_t stride = (count + most_points - 1) / most_points;
  for (std::size_t i = 0; i < count; i += stride) look(points + i * dimension);

  // The extra points tell a quadratic from a function that merely looks like one along the trace; they do not count otherwise.
  const Curvature along = result;
  RandomStream random(1);
  std::vector<double> nearby(static_cast<std::size_t>(dimension));
  for (int k = 0; k < extra_points && result.quadratic; ++k) {
    for (int i = 0; i < dimension; ++i) nearby[i] = points[i] + random.uniform(-1, 1) * std::max(1.0, std::abs(points[i]));
    look(nearby.data());
  }
  if (!result.quadratic) {
    result.smallest = along.smallest;
    result.largest = along.largest;
  }
  if (first.size() == 0) result.smallest = result.largest = std::numeric_limits<double>::quiet_NaN();
  return result;
}

Regime regime_of(double learning_rate, double largest_curvature) {
  const double product = learning_rate * largest_curvature;
  constexpr double slack = 1e-12;
  if (std::abs(product - 1) <= slack) return Regime::one_step;
  if (std::abs(product - 2) <= 2 * slack) return Regime::bouncing;
  if (product < 1) return Regime::monotone;
  return product < 2 ? Regime::alternating : Regime::diverging;
}

}  // namespace downhill
