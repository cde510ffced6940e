#pragma once

#include "data/dataset.hpp"

namespace downhill {

/// y = T_degree(x) + noise, x uniform on [−1, 1]: the Chebyshev polynomial of that degree, which swings between −1 and 1.
struct NoisyPolynomialData {
  static constexpr std::string_view id = "noisy-polynomial";
  static constexpr Name name{.ko = "다항식", .en = "Polynomial"};

  static std::vector<OptionSpec> options() {
    return {points_option(30),
            noise_option(0.15, 2),
            {.id = "degree", .minimum = 1, .maximum = 8, .default_value = 3, .integer = true}};
  }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    const int degree = static_cast<int>(options.at("degree"));
    return noisy_curve(options, -1, 1, random, [&](double x) {
      double before = 1, now = x;  // T₀ and T₁; then T_(k+1) = 2x T_k − T_(k−1)
      for (int k = 1; k < degree; ++k) {
        const double next = 2 * x * now - before;
        before = now;
        now = next;
      }
      return now;
    });
  }
};

}  // namespace downhill
