#include "optimize/stationary.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "calculus/bounded.hpp"
#include "foundation/random.hpp"
#include "foundation/symmetric_eigen.hpp"

namespace downhill {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr int most_newton_steps = 200;
constexpr double arrived = 1e-8;  // a Newton step this short, in units of the point's scale, ends the way
constexpr double settled = 1e-5;  // one that is still longer after all those steps was on no way to anywhere
// A stationary point farther away than this is not the reason why the gradient is small: the ground is just flat, as in the
// tail of eˣ.
constexpr double reach = 1;
constexpr double horizon = 0.5;      // how far values are looked at
constexpr int ring_directions = 48;  // enough to meet all six sectors of a monkey saddle, and of saddles four times as folded
constexpr int random_directions = 64;
constexpr int followed = 16;          // steps to the bottom of a valley
constexpr double finest_turn = 1e-7;  // on a sphere, when looking for its lowest point: valleys may be narrow

double scale_of(const Vector& point) { return std::max(1.0, point.cwiseAbs().maxCoeff()); }
// How well a point is known that has been computed.
double blur_of(const Vector& point, double radius) { return 0x1p-50 * (point.cwiseAbs().maxCoeff() + radius); }

/// Gradient and Hessian at a point, with bounds on what rounding does to them.
struct Ground {
  Vector gradient;
  Matrix hessian;
  double gradient_error = 0, hessian_error = 0;  // in the norm
  bool known = false;
};

Ground ground_at(const Function& function, const Vector& point) {
  const Eigen::Index n = point.size();
  Ground ground{Vector(n), Matrix(n, n), 0, 0, false};
  const BoundedJet bounded = bounded_jet(function, point.data(), blur_of(point, 0));
  double gradient_error = 0, hessian_error = 0;
  for (Eigen::Index i = 0; i < n * n; ++i) {
    const Bounded& bend = bounded.hessian[static_cast<std::size_t>(i)];
    ground.hessian(i / n, i % n) = bend.value;
    hessian_error += bend.error * bend.error;
    if (i >= n) continue;
    const Bounded& slope = bounded.gradient[static_cast<std::size_t>(i)];
    ground.gradient[i] = slope.value;
    gradient_error += slope.error * slope.error;
  }
  ground.gradient_error = std::sqrt(gradient_error);
  ground.hessian_error = std::sqrt(hessian_error);
  ground.known = ground.gradient.allFinite() && ground.hessian.allFinite() && std::isfinite(gradient_error + hessian_error);
  return ground;
}

/// The way to the zero of the gradient's linear part, along the directions in which the Hessian is known not to be flat.
Vector newton_step(const Ground& ground, const SymmetricEigen& eigen) {
  Vector step = Vector::Zero(ground.gradient.size());
  for (Eigen::Index i = 0; i < step.size(); ++i) {
    const double curvature = eigen.values[i];
    if (std::abs(curvature) > 4 * ground.hessian_error)
      step -= eigen.vectors.col(i).dot(ground.gradient) / curvature * eigen.vectors.col(i);
  }
  return step;
}

enum class Way { settled, ran_away, lost };

/// What is left of the way when Newton's method has settled: its convergence may be slow (x¹⁰), so many times its last step.
struct Remainder {
  double distance = 0;
  double height = 0;  // by which f may differ there
};
constexpr double last_steps = 32;

/// Goes to the stationary point meant.
Way settle(const Function& function, Vector& point, Remainder& rest) {
  const Vector start = point;
  for (int i = 0; i < most_newton_steps; ++i) {
    const Ground ground = ground_at(function, point);
    if (!ground.known) return Way::settled;
    const Vector step = newton_step(ground, symmetric_eigen(ground.hessian));
    if ((point + step - start).norm() > reach) return Way::ran_away;
    rest.distance = last_steps * step.norm();
    rest.height = rest.distance * (ground.gradient.norm() + ground.gradient_error);
    if (ground.gradient.norm() <= ground.gradient_error || step.norm() <= arrived * scale_of(point)) return Way::settled;
    point += step;
  }
  return rest.distance <= last_steps * settled * scale_of(point) ? Way::settled : Way::lost;
}

/// The sides seen to be lower and higher than a place.
struct Sides {
  bool lower = false, higher = false, level = false;
};

/// What f does around a point, where it is known up to `height`, along the directions in which its Hessian does not decide. In
/// the others it is followed to where it is flat, so that curved valleys and ridges are seen as well.
class Surroundings {
 public:
  Surroundings(const Function& function, const Vector& point, const Matrix& undecided, const Matrix& decided,
               const Vector& curvatures, double height)
      : function_(function), point_(point), undecided_(undecided), decided_(decided), curvatures_(curvatures) {
    here_ = value_at(Vector::Zero(undecided_.cols()));
    here_.error += height;
  }

  /// On spheres growing from `radius`, until every side is seen to be lower or higher; what stays level was so on all of them.
  Sides look(double radius, double largest) {
    const std::vector<Vector> ways = directions();
    Sides seen;
    bool level_throughout = true;
    for (int agreeing = 0; radius <= largest && agreeing < 2; radius *= 2) {
      Sides now = seen;
      now.level = false;
      for (const Vector& way : ways) compare(value_at(radius * way), now);
      if (undecided_.cols() > 1 && !(now.lower && now.higher)) {
        for (const double sign : {1.0, -1.0}) compare(value_at(extreme(ways, radius, sign)), now);
      }
      seen.lower = now.lower;
      seen.higher = now.higher;
      level_throughout = level_throughout && now.level;
      if (seen.lower && seen.higher) break;
      agreeing = now.level ? 0 : agreeing + 1;
    }
    seen.level = level_throughout;
    return seen;
  }

  /// Whether f was the same to the last bit wherever it looked level.
  bool exactly_level() const { return exactly_level_; }

 private:
  std::vector<Vector> directions() const {
    const Eigen::Index count = undecided_.cols();
    std::vector<Vector> ways;
    for (Eigen::Index i = 0; i < count; ++i)
      for (const double sign : {1.0, -1.0}) ways.push_back(sign * Vector::Unit(count, i));
    if (count == 2) {
      for (int i = 0; i < ring_directions; ++i) {
        const double angle = (i + 0.5) * 2 * std::numbers::pi / ring_directions;
        ways.push_back(Eigen::Vector2d(std::cos(angle), std::sin(angle)));
      }
    } else if (count > 2) {
      RandomStream random(1);
      for (int i = 0; i < random_directions; ++i) {
        Vector way(count);
        for (double& part : way) part = random.uniform(-1, 1);
        ways.push_back(way.normalized());
      }
    }
    return ways;
  }

  void compare(const Bounded& there, Sides& sides) {
    const double difference = there.value - here_.value, noise = there.error + here_.error;
    if (std::abs(difference) > noise) {
      (difference < 0 ? sides.lower : sides.higher) = true;
    } else {
      sides.level = true;
      exactly_level_ = exactly_level_ && difference == 0;
    }
  }

  /// Where on the sphere f is least (for sign −1 greatest), from the best of the given directions by turning it.
  Vector extreme(const std::vector<Vector>& ways, double radius, double sign) const {
    const auto at = [&](const Vector& way) { return sign * value_at(radius * way).value; };
    Vector best = *std::min_element(ways.begin(), ways.end(), [&](const Vector& a, const Vector& b) { return at(a) < at(b); });
    double least = at(best);
    for (double turn = 0.1; turn > finest_turn; turn /= 2) {
      for (Eigen::Index i = 0; i < best.size(); ++i) {
        for (const double side : {turn, -turn}) {
          const Vector turned = (best + side * Vector::Unit(best.size(), i)).normalized();
          if (const double value = at(turned); value < least) {
            least = value;
            best = turned;
          }
        }
      }
    }
    return radius * best;
  }

  Bounded value_at(const Vector& offset) const {
    Vector there = point_ + undecided_ * offset;
    Vector gradient(there.size());
    for (int i = 0; i < followed && decided_.cols() > 0; ++i) {
      double value;
      function_.value_and_gradient(there.data(), value, gradient.data());
      const Vector step = -(decided_.transpose() * gradient).cwiseQuotient(curvatures_);
      if (!step.allFinite() || step.norm() > horizon || step.norm() <= 0x1p-50 * there.norm()) break;
      there += decided_ * step;
    }
    return bounded_value(function_, there.data(), blur_of(there, offset.norm()));
  }

  const Function& function_;
  const Vector& point_;
  const Matrix &undecided_, &decided_;
  const Vector& curvatures_;  // along the decided directions
  Bounded here_;
  bool exactly_level_ = true;
};

/// How far the Hessian may be from that at the stationary point itself: its rounding, and what it changes by around.
double slack_of(const Function& function, const Vector& point, const Ground& ground, const SymmetricEigen& eigen) {
  double distance = 0;
  for (const double curvature : eigen.values)
    if (std::abs(curvature) > 4 * ground.hessian_error)
      distance = std::max(distance, (ground.gradient.norm() + ground.gradient_error) / std::abs(curvature));
  double slack = ground.hessian_error;
  for (Eigen::Index i = 0; i < point.size(); ++i) {
    for (const double side : {4 * distance, -4 * distance}) {
      const Ground there = ground_at(function, point + side * eigen.vectors.col(i));
      if (!there.known) return HUGE_VAL;
      slack = std::max(slack, (there.hessian - ground.hessian).norm() + there.hessian_error);
    }
  }
  return slack;
}

}  // namespace

StationaryKind classify_stationary_point(const Function& function, const double* coordinates) {
  const Eigen::Index dimension = function.dimension();
  Vector point = Eigen::Map<const Vector>(coordinates, dimension);
  Remainder rest;
  const Way way = settle(function, point, rest);
  if (way == Way::ran_away) return StationaryKind::plateau;
  if (way == Way::lost) return StationaryKind::undecided;

  int up = 0, down = 0;
  Matrix decided(dimension, 0), undecided = Matrix::Identity(dimension, dimension);
  Vector curvatures;
  if (const Ground ground = ground_at(function, point); ground.known) {
    const SymmetricEigen eigen = symmetric_eigen(ground.hessian);
    const double slack = slack_of(function, point, ground, eigen);
    std::vector<Eigen::Index> sure, unsure;
    for (Eigen::Index i = 0; i < dimension; ++i) {
      const bool certain = std::abs(eigen.values[i]) > 2 * slack;
      (certain ? sure : unsure).push_back(i);
      if (certain) ++(eigen.values[i] > 0 ? up : down);
    }
    decided = eigen.vectors(Eigen::all, sure);
    curvatures = eigen.values(sure);
    undecided = eigen.vectors(Eigen::all, unsure);
  }
  if (up > 0 && down > 0) return StationaryKind::saddle;

  Sides seen{.level = true};
  if (undecided.cols() > 0) {
    Surroundings around(function, point, undecided, decided, curvatures, rest.height);
    const double scale = scale_of(point), first = std::max(rest.distance, 1e-9 * scale);
    seen = around.look(first, std::max(horizon, 1e-6 * scale));
    const bool one_sided = seen.lower != seen.higher && seen.level && !around.exactly_level();
    if (one_sided && undecided.cols() == 1) return StationaryKind::undecided;
  }
  const bool higher = up > 0 || seen.higher, lower = down > 0 || seen.lower;
  if (higher && lower) return dimension == 1 ? StationaryKind::inflection : StationaryKind::saddle;
  if (higher) return StationaryKind::minimum;
  return lower ? StationaryKind::maximum : StationaryKind::plateau;
}

}  // namespace downhill
