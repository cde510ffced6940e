#pragma once

namespace downhill {

// Special functions behind distribution functions, to a relative error of 1e-12 and mostly far less, for parameters from 0.01
// to 10⁶, both tails included. Our own: for large parameters the expansions of the usual libraries lose the far tails.

/// The shares of a distribution on either side of a place, each to full relative precision.
struct Tails {
  double lower, upper;
};

/// P(a, x) = γ(a, x) / Γ(a), the share of the gamma density with shape a below x ≥ 0, and Q(a, x) above.
Tails gamma_tails(double a, double x);
/// The x with P(a, x) = p, for 0 < p < 1; 0 where it is too small for a double.
double gamma_lower_inverse(double a, double p);
/// The x with Q(a, x) = q, for 0 < q < 1.
double gamma_upper_inverse(double a, double q);

/// A number of [0, 1] with its complement, each to full relative precision.
struct Share {
  double value, complement;
};
/// I_x(a, b), the share of the beta density below x, and what lies above.
Tails beta_tails(double a, double b, Share x);
/// The x with I_x(a, b) = p, for 0 < p < 1.
Share beta_lower_inverse(double a, double b, double p);
/// The x with 1 − I_x(a, b) = q, for 0 < q < 1.
Share beta_upper_inverse(double a, double b, double q);

/// log B(a, b) = log (Γ(a) Γ(b) / Γ(a + b)) without cancellation for large a or b.
double log_beta(double a, double b);

/// log Γ(x + 1) − ((x + ½) log x − x + ½ log 2π) for x > 0: what Stirling's formula leaves out.
double stirling_error(double x);

/// x log(x / m) + m − x for x ≥ 0 and m > 0, exact where x is near m. m is `mean` and `mean_rest`, what its rounding left out.
double deviance(double x, double mean, double mean_rest = 0);

/// log of mˣ e^−m / Γ(x + 1), for real x ≥ 0 and m > 0: the Poisson mass.
/// Source of these three: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
double log_poisson_mass(double x, double mean);

/// log of Γ(n + 1) / (Γ(x + 1) Γ(n − x + 1)) pˣ (1 − p)ⁿ⁻ˣ, for real 0 ≤ x ≤ n and 0 < p < 1: the binomial mass.
double log_binomial_mass(double x, double n, double p);

}  // namespace downhill
