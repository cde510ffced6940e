#pragma once

#include "optimize/adam.hpp"

namespace downhill {

/// AdamW: Adam, and apart from it every parameter shrinks a little towards 0. As a penalty in the loss the shrinking would be
/// divided by √v̂ too, and so hold back most the parameters that the data push least.
/// Source: I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR 2019, Algorithm 2.
struct AdamW {
  static constexpr std::string_view id = "adamw";
  static constexpr Name name{.ko = "AdamW", .en = "AdamW"};
  static constexpr int memory = Adam::memory;

  Adam adam;
  double weight_decay = 0.01;  ///< λ

  static std::vector<OptionSpec> options() {
    std::vector<OptionSpec> all = Adam::options();
    all.push_back({.id = "weight-decay",
                   .minimum = 0,
                   .maximum = 10,
                   .default_value = 0.01,
                   .name = {.ko = "가중치 감쇠", .en = "Weight decay"},
                   .symbol = R"(\lambda)"});
    return all;
  }
  static AdamW from(const OptionValues& values) {
    return {.adam = Adam::from(values), .weight_decay = values.at("weight-decay")};
  }

  // [region update]
  /// x ← x − η λ x, then as Adam
  template <class Gradient, class Parameters, class Memory>
  void update(const UpdateStep& step, const Gradient& gradient, Parameters& x, Memory& memory) const {
    x *= typename Parameters::Scalar(1 - step.rate * weight_decay);
    adam.update(step, gradient, x, memory);
  }
  // [endregion]
};

}  // namespace downhill
