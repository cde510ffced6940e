#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace downhill {

/// The natural logarithm of 2: information in nats divided by it is in bits.
constexpr double bit = 0.69314718055994530942;

/// −p log p, which is 0 for p = 0.
inline double entropy_term(double p) { return p > 0 ? -p * std::log(p) : 0; }

/// −p log q: infinite where what occurs is held for impossible, 0 where nothing occurs.
inline double cross_entropy_term(double p, double q) {
  return p > 0 ? (q > 0 ? -p * std::log(q) : std::numeric_limits<double>::infinity()) : 0;
}

/// p log(p/q), likewise.
inline double divergence_term(double p, double q) {
  if (p == 0) return 0;
  if (q == 0) return std::numeric_limits<double>::infinity();
  const double ratio = p / q;
  return p * (ratio > 0 && std::isfinite(ratio) ? std::log(ratio) : std::log(p) - std::log(q));
}

/// H(p) = −Σ p log p in nats.
inline double entropy(std::span<const double> p) {
  double sum = 0;
  for (const double share : p) sum += entropy_term(share);
  return sum;
}

/// What two lists of probabilities have to say about each other, in units of `unit` nats.
struct Information {
  double entropy = 0, cross_entropy = 0, divergence = 0, reverse_divergence = 0;
  std::vector<double> entropy_terms, cross_entropy_terms, divergence_terms;  ///< one for each outcome

  Information(std::span<const double> p, std::span<const double> q, double unit) {
    for (std::size_t i = 0; i < p.size(); ++i) {
      entropy_terms.push_back(entropy_term(p[i]) / unit);
      cross_entropy_terms.push_back(cross_entropy_term(p[i], q[i]) / unit);
      divergence_terms.push_back(divergence_term(p[i], q[i]) / unit);
      entropy += entropy_terms.back();
      cross_entropy += cross_entropy_terms.back();
      divergence += divergence_terms.back();
      reverse_divergence += divergence_term(q[i], p[i]) / unit;
    }
    // A sum of terms of both signs that cannot be negative itself.
    divergence = std::max(0.0, divergence);
    reverse_divergence = std::max(0.0, reverse_divergence);
  }
};

}  // namespace downhill
