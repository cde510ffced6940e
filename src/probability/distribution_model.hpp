#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/random.hpp"
#include "foundation/registry.hpp"
#include "probability/python_text.hpp"

namespace downhill {

// What a distribution is
// ----------------------
// An immutable value: a struct made once from validated parameters, which says
//   static constexpr std::string_view id           kebab-case name
//   static constexpr Name name                     what the reader calls it
//   static constexpr bool discrete                 whether its values are whole numbers with a mass each
//   static constexpr std::string_view formula      its density or mass in LaTeX: <x> stands for the value, <id> for a
//   parameter;
//                                                  empty where it is none
//   static std::vector<ParameterSpec> parameters() the numbers it is set by
//   static Result<T> from(const OptionValues&)     from values that lie in their ranges one by one; for one set by a list as
//                                                  well (with `static constexpr bool weighted = true`), from(values, weights)
//                                                  with shares that sum to 1
//   Support support() const
//   double log_density(double x) const             natural logarithm of density or mass
//   double cdf(double x) const                     P(X ≤ x)
//   double upper(double x) const                   P(X > x), never as 1 − cdf where that would lose digits
//   double quantile(double p) const, upper_quantile(double q) const    of continuous ones; discrete quantiles are searched for
//   Moments moments() const, std::optional<double> mode() const
//   double draw(RandomStream&) const               one draw, the same bits on every platform: only + − × ÷, roots and the
//                                                  portable functions of foundation/
//   std::string scipy() const                      the call that gives the same distribution in Python
// and where it has something better than the default: density(x), Support window() (what is worth showing).
//
// x is finite and within the support, a whole number if discrete; p and q lie strictly between 0 and 1: Distribution sees to
// it. To add one: write its header, list it in distribution.hpp, add rows to tests/data/distributions/make.py.

/// A number a distribution is set by, what the reader calls it, and its usual letter in LaTeX.
struct ParameterSpec {
  OptionSpec option;
  Name name;
  std::string_view symbol;
};

/// From the least to the largest possible value; infinite where there is none.
struct Support {
  double low, high;
};

/// Each is infinite where it is infinite, and missing where it does not exist.
struct Moments {
  std::optional<double> mean, variance, skewness, excess_kurtosis;
};

constexpr double infinity = std::numeric_limits<double>::infinity();

// Parameters that many distributions share.

inline ParameterSpec location_parameter(std::string id, double default_value, Name name, std::string_view symbol) {
  return {{.id = std::move(id), .minimum = -1e6, .maximum = 1e6, .default_value = default_value}, name, symbol};
}

inline ParameterSpec scale_parameter(std::string id, double default_value, Name name, std::string_view symbol) {
  return {{.id = std::move(id),
           .minimum = 1e-6,
           .maximum = 1e6,
           .default_value = default_value,
           .scale = OptionSpec::Scale::logarithmic},
          name,
          symbol};
}

inline ParameterSpec shape_parameter(std::string id, double default_value, Name name, std::string_view symbol) {
  return {{.id = std::move(id),
           .minimum = 0.01,
           .maximum = 1e5,
           .default_value = default_value,
           .scale = OptionSpec::Scale::logarithmic},
          name,
          symbol};
}

inline ParameterSpec probability_parameter(std::string id, double minimum, double default_value, Name name,
                                           std::string_view symbol) {
  return {{.id = std::move(id), .minimum = minimum, .maximum = 1, .default_value = default_value}, name, symbol};
}

inline ParameterSpec whole_parameter(std::string id, double minimum, double maximum, double default_value, Name name,
                                     std::string_view symbol) {
  return {{.id = std::move(id), .minimum = minimum, .maximum = maximum, .default_value = default_value, .integer = true},
          name,
          symbol};
}

/// The error of an interval whose ends are given by "from" and "to" and lie the wrong way round.
inline Error wrong_order(double from, double to) { return {ErrorCode::out_of_range, "to", to, -1, "> " + plain_number(from)}; }

}  // namespace downhill
