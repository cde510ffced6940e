#pragma once

#include <algorithm>
#include <cmath>

namespace downhill {

/// Most digits a double can be said to have right.
inline constexpr double most_digits = 15;

/// How many leading digits of a computed number are right, −log₁₀(|computed − certified| / |certified|), the "log relative
/// error" by which statistical software is compared; for a certified 0 the absolute error counts. Between 0 and 15. Source: B.
/// D. McCullough, "Assessing the reliability of statistical software: Part I", The American Statistician 52 (1998).
inline double correct_digits(double computed, double certified) {
  const double error = std::abs(computed - certified);
  const double relative = certified == 0 ? error : error / std::abs(certified);
  if (!(relative < 1)) return 0;
  return std::min(most_digits, -std::log10(relative));
}

}  // namespace downhill
