#pragma once

#include <cmath>
#include <numbers>

#include "data/dataset.hpp"

namespace downhill {

// Data sets of the plane for classifiers and networks, on about [−6, 6] × [−6, 6]. Their noise moves points after the class (or
// number) was found from where they were, by up to that share of the half width: clean borders become mixed ones.

inline constexpr double plane_half_width = 6;

/// The share of the half width that points are moved by at most.
inline OptionSpec plane_noise_option() { return noise_option(0, 1); }

/// Two inputs; `answer` may be asked for each point once it is drawn by `draw(i)`, which returns x₁, x₂ and the answer.
template <class Draw>
Dataset plane_data(const OptionValues& options, int classes, RandomStream& random, Draw draw) {
  const auto n = static_cast<Eigen::Index>(options.at("points"));
  const double reach = options.at("noise") * plane_half_width;
  Dataset data{{"x1", "x2", classes > 0 ? "class" : "y"}, Eigen::MatrixXd(n, 2), Eigen::VectorXd(n), classes};
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto [x1, x2, answer] = draw(i);
    data.inputs(i, 0) = x1 + random.uniform(-reach, reach);
    data.inputs(i, 1) = x2 + random.uniform(-reach, reach);
    data.outputs[i] = answer;
  }
  return data;
}

/// A point of the plane and what belongs to it.
struct PlanePoint {
  double x1, x2, answer;
};

/// The point at a distance and an angle from the origin.
inline PlanePoint polar(double radius, double angle, double answer) {
  return {radius * std::cos(angle), radius * std::sin(angle), answer};
}

}  // namespace downhill
