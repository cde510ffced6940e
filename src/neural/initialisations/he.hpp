#pragma once

#include "neural/initialisation.hpp"

namespace downhill {

/// As Xavier's, with twice the variance, because ReLU drops half of the signal.
/// Source: K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV 2015, equation 10.
struct HeInitialisation {
  static constexpr std::string_view id = "he";
  static constexpr Name name{.ko = "허(He)", .en = "He"};
  static constexpr std::string_view latex = R"(\sqrt{\tfrac{2}{n_\text{in}}})";
  static double deviation(double inputs, double) { return std::sqrt(2 / inputs); }
};

}  // namespace downhill
