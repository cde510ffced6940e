#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "foundation/random.hpp"
#include "foundation/registry.hpp"

namespace downhill {

/// A table of samples to learn from.
struct Dataset {
  std::vector<std::string> columns;  ///< names of the inputs, then of the output
  Eigen::MatrixXd inputs;            ///< n × d
  Eigen::VectorXd outputs;           ///< n; class numbers 0, 1, … when classes > 0
  int classes = 0;                   ///< 0 for regression
};

// What a generator of data is
// ---------------------------
// A struct with
//   static constexpr std::string_view id
//   static constexpr Name name                                            what the reader calls it
//   static std::vector<OptionSpec> options()                              "points" first, then its own
//   static Dataset generate(const OptionValues&, RandomStream&)           from validated options
// To add one: write its header, list it in datasets.cpp, test it.

/// The number of samples, an option of every generator.
inline OptionSpec points_option(double default_value) {
  return {.id = "points",
          .minimum = 2,
          .maximum = 100'000,
          .default_value = default_value,
          .scale = OptionSpec::Scale::logarithmic,
          .integer = true};
}

/// The standard deviation of normal noise on the output.
inline OptionSpec noise_option(double default_value, double maximum) {
  return {.id = "noise", .minimum = 0, .maximum = maximum, .default_value = default_value};
}

/// A data set of one input: x uniform on [from, to], y = f(x) + noise · N(0, 1).
template <class Curve>
Dataset noisy_curve(const OptionValues& options, double from, double to, RandomStream& random, Curve&& f) {
  const auto n = static_cast<Eigen::Index>(options.at("points"));
  const double noise = options.at("noise");
  Dataset data{{"x", "y"}, Eigen::MatrixXd(n, 1), Eigen::VectorXd(n)};
  for (Eigen::Index i = 0; i < n; ++i) {
    const double x = random.uniform(from, to);
    data.inputs(i, 0) = x;
    data.outputs[i] = f(x) + noise * random.normal();
  }
  return data;
}

}  // namespace downhill
