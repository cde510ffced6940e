#pragma once

#include "data/dataset.hpp"

namespace downhill {

/// A line y = 3 + 2x with noise, x uniform on [0, 10], where a share of the points lies far above it, the more the farther
/// right: they pull a least-squares line up and make it steeper.
struct OutlierData {
  static constexpr std::string_view id = "outliers";
  static constexpr Name name{.ko = "이상치가 있는 직선", .en = "Line with outliers"};

  static std::vector<OptionSpec> options() {
    return {points_option(30),
            noise_option(1, 10),
            {.id = "share", .minimum = 0, .maximum = 0.5, .default_value = 0.1},
            {.id = "size", .minimum = 0, .maximum = 100, .default_value = 20}};
  }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    Dataset data = noisy_curve(options, 0, 10, random, [](double x) { return 3 + 2 * x; });
    const auto n = static_cast<int>(data.outputs.size());
    const int count = static_cast<int>(options.at("share") * n + 0.5);
    const std::vector<int> order = permutation(n, random);
    for (int k = 0; k < count; ++k) {
      const int i = order[static_cast<std::size_t>(k)];
      data.outputs[i] += options.at("size") * (0.5 + data.inputs(i, 0) / 10);
    }
    return data;
  }
};

}  // namespace downhill
