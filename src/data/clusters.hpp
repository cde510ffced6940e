#pragma once

#include <cmath>
#include <numbers>

#include "data/dataset.hpp"

namespace downhill {

/// Classes as round normal clouds in the plane, their centres evenly spread on the unit circle. Sample i is of class i mod
/// `classes`.
struct ClusterData {
  static constexpr std::string_view id = "clusters";
  static constexpr Name name{.ko = "무리", .en = "Clusters"};

  static std::vector<OptionSpec> options() {
    return {points_option(150),
            {.id = "classes", .minimum = 2, .maximum = 8, .default_value = 3, .integer = true},
            {.id = "width", .minimum = 0, .maximum = 2, .default_value = 0.3}};
  }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    const auto n = static_cast<Eigen::Index>(options.at("points"));
    const int classes = static_cast<int>(options.at("classes"));
    Dataset data{{"x", "y", "class"}, Eigen::MatrixXd(n, 2), Eigen::VectorXd(n), classes};
    for (Eigen::Index i = 0; i < n; ++i) {
      const auto group = static_cast<int>(i % classes);
      const double angle = 2 * std::numbers::pi * group / classes;
      data.inputs(i, 0) = std::cos(angle) + options.at("width") * random.normal();
      data.inputs(i, 1) = std::sin(angle) + options.at("width") * random.normal();
      data.outputs[i] = group;
    }
    return data;
  }
};

}  // namespace downhill
