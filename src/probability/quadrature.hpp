#pragma once

#include <functional>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "calculus/expression.hpp"

namespace downhill {

/// An integral by quadrature, and how far it can be trusted.
struct Integral {
  enum class Outcome {
    settled,
    unsettled,       ///< the estimate of the error is still too large
    undefined_part,  ///< the integrand has no value on a part of the interval: `at` lies there
    divergent        ///< it grows too fast: `value` is ±infinity, or NaN where both sides of zero do
  };

  double value = 0;
  double error = 0;  ///< an estimated bound on |error|
  long evaluations = 0;
  Outcome outcome = Outcome::settled;
  double at = std::numeric_limits<double>::quiet_NaN();
};

/// Id of an outcome: settled, unsettled, undefined, divergent.
std::string_view id_of(Integral::Outcome outcome);

/// Many values of an integrand at once: `out[i]` at `x[i]`.
using Integrand = std::function<void(std::span<const double> x, double* out)>;

/// ∫ over consecutive intervals between places in ascending order (finite, at least two). The integrand is never asked for its
/// value at these places themselves, so it may be infinite there or have a kink: adaptive halving, by the 21-point rule of
/// Gauss and Kronrod. Source: R. Piessens et al., QUADPACK (1983), qk21 and qag.
Integral integrate(const Integrand& f, const std::vector<double>& places);

/// ∫ over [from, infinity) of something that falls off exponentially in the end, if at all: piece by piece until nothing is
/// added, at the latest at `last`. Where it has not fallen off by then, how it changes says whether it diverges. `places`:
/// where it is not smooth.
Integral integrate_outward(const Integrand& f, double from, double last, const std::vector<double>& places = {});

/// Two parts of one integral.
Integral operator+(const Integral& a, const Integral& b);

/// ∫ f(x) dx of an expression in one variable. An end may be infinite; from > to changes the sign. Poles, kinks, jumps and gaps
/// are looked for.
Integral integrate_expression(const Expression& f, double from, double to);

}  // namespace downhill
