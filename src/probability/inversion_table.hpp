#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "foundation/random.hpp"

namespace downhill {

/// Draws whole numbers from a mass with one peak by inversion: one uniform number gives one draw. Values are left out whose
/// mass is too small for 53 random bits to meet. The mass comes from the ratios of neighbours, by + × ÷ only, so that draws are
/// the same bits on every platform.
class InversionTable {
 public:
  /// `next_ratio(k)`: mass(k + 1) / mass(k).
  template <class Ratio>
  InversionTable(double low, double high, double mode, Ratio next_ratio) {
    constexpr double negligible = 1e-24;  // of the largest mass
    std::vector<double> down;
    double mass = 1;
    for (double k = mode - 1; k >= low; --k) {
      mass /= next_ratio(k);
      if (!(mass > negligible)) break;
      down.push_back(mass);
    }
    first_ = mode - static_cast<double>(down.size());
    sums_.assign(down.rbegin(), down.rend());
    mass = 1;
    for (double k = mode; mass > negligible; ++k) {
      sums_.push_back(mass);
      if (k >= high) break;
      mass *= next_ratio(k);
    }
    double sum = 0;
    for (double& entry : sums_) entry = sum += entry;
    guides_.resize(sums_.size());
    for (std::size_t i = 0, at = 0; i < guides_.size(); ++i) {
      while (sums_[at] <= sum * static_cast<double>(i) / static_cast<double>(guides_.size())) ++at;
      guides_[i] = static_cast<int>(at);
    }
  }

  double draw(RandomStream& random) const {
    const double u = random.uniform();
    const double target = u * sums_.back();
    auto at = static_cast<std::size_t>(guides_[static_cast<std::size_t>(u * static_cast<double>(guides_.size()))]);
    while (at + 1 < sums_.size() && sums_[at] <= target) ++at;
    return first_ + static_cast<double>(at);
  }

 private:
  double first_;              // the value of the first entry
  std::vector<double> sums_;  // of the masses up to each value, not normalised
  std::vector<int> guides_;   // where to begin looking, for u in equal steps
};

}  // namespace downhill
