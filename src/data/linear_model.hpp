#pragma once

#include <cmath>

#include "data/dataset.hpp"

namespace downhill {

/// y = Xβ + noise with many inputs: βⱼ normal, input j normal with standard deviation spread^(−j/(d − 1)), so that the first
/// input varies `spread` times as much as the last. A spread of 100 makes the condition number about 100.
struct LinearModelData {
  static constexpr std::string_view id = "linear-model";
  static constexpr Name name{.ko = "여러 입력의 선형 모델", .en = "Linear model"};

  static std::vector<OptionSpec> options() {
    return {points_option(1000),
            noise_option(0.5, 10),
            {.id = "inputs", .minimum = 1, .maximum = 100, .default_value = 20, .integer = true},
            {.id = "spread", .minimum = 1, .maximum = 1e4, .default_value = 1, .scale = OptionSpec::Scale::logarithmic}};
  }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    const auto n = static_cast<Eigen::Index>(options.at("points")), d = static_cast<Eigen::Index>(options.at("inputs"));
    Dataset data{{}, Eigen::MatrixXd(n, d), Eigen::VectorXd(n)};
    Eigen::VectorXd coefficients(d), deviations(d);
    for (Eigen::Index j = 0; j < d; ++j) {
      data.columns.push_back("x" + std::to_string(j + 1));
      coefficients[j] = random.normal();
      deviations[j] = d == 1 ? 1 : std::pow(options.at("spread"), -static_cast<double>(j) / static_cast<double>(d - 1));
    }
    data.columns.push_back("y");
    for (Eigen::Index i = 0; i < n; ++i) {
      for (Eigen::Index j = 0; j < d; ++j) data.inputs(i, j) = deviations[j] * random.normal();
      data.outputs[i] = data.inputs.row(i).dot(coefficients) + options.at("noise") * random.normal();
    }
    return data;
  }
};

}  // namespace downhill
