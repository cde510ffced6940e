#pragma once

#include <algorithm>
#include <cmath>

#include "probability/distribution_model.hpp"

namespace downhill {

/// A density drawn by the reader: bars of equal width over an interval, each with its share of the probability.
struct Drawn {
  static constexpr std::string_view id = "drawn";
  static constexpr Name name{.ko = "직접 그린 분포", .en = "Drawn by hand"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula = "";  // share of a bar over its width
  static constexpr bool weighted = true;

  double low, high;
  std::vector<double> shares, below, above;  ///< below: of all bars before one; above: of all after it, from the other end

  static std::vector<ParameterSpec> parameters() {
    return {location_parameter("from", 0, {.ko = "왼쪽 끝", .en = "left end"}, "a"),
            location_parameter("to", 1, {.ko = "오른쪽 끝", .en = "right end"}, "b")};
  }
  static Result<Drawn> from(const OptionValues& values, std::vector<double> shares) {
    Drawn made{values.at("from"), values.at("to"), std::move(shares), {}, {}};
    if (made.low >= made.high) return wrong_order(made.low, made.high);
    const std::size_t n = made.shares.size();
    made.below.resize(n);
    made.above.resize(n);
    double sum = 0;
    for (std::size_t i = 0; i < n; sum += made.shares[i++]) made.below[i] = sum;
    sum = 0;
    for (std::size_t i = n; i-- > 0; sum += made.shares[i]) made.above[i] = sum;
    return made;
  }

  double width() const { return (high - low) / static_cast<double>(shares.size()); }
  /// The left end of a bar.
  double edge(std::size_t bar) const {
    return low + (high - low) * (static_cast<double>(bar) / static_cast<double>(shares.size()));
  }
  std::size_t bar_at(double x) const {
    auto bar = std::min(shares.size() - 1, static_cast<std::size_t>((x - low) / width()));
    if (bar > 0 && x < edge(bar)) --bar;
    if (bar + 1 < shares.size() && x >= edge(bar + 1)) ++bar;
    return bar;
  }

  Support support() const { return {low, high}; }
  Support window() const { return {low, high}; }
  double log_density(double x) const { return std::log(density(x)); }
  double density(double x) const { return shares[bar_at(x)] / width(); }
  double cdf(double x) const {
    const std::size_t bar = bar_at(x);
    return std::min(1.0, below[bar] + shares[bar] * ((x - edge(bar)) / width()));
  }
  double upper(double x) const {
    const std::size_t bar = bar_at(x);
    return std::min(1.0, above[bar] + shares[bar] * ((edge(bar + 1) - x) / width()));
  }
  double quantile(double p) const {
    // The last bar that begins below p.
    const auto after = std::lower_bound(below.begin() + 1, below.end(), p);
    const auto bar = static_cast<std::size_t>(after - below.begin()) - 1;
    return within(bar, shares[bar] > 0 ? (p - below[bar]) / shares[bar] : 1);
  }
  double upper_quantile(double q) const {
    std::size_t bar = shares.size() - 1;
    while (bar > 0 && above[bar - 1] < q) --bar;
    return within(bar, shares[bar] > 0 ? 1 - (q - above[bar]) / shares[bar] : 0);
  }
  Moments moments() const {
    double mean = 0, second = 0, third = 0, fourth = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) mean += shares[i] * (edge(i) + width() / 2);
    // Of each bar about the mean of all: it is itself a uniform distribution.
    const double spread = width() * width() / 12, flatness = 9.0 / 5 * spread * spread;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const double d = edge(i) + width() / 2 - mean, square = d * d;
      second += shares[i] * (square + spread);
      third += shares[i] * d * (square + 3 * spread);
      fourth += shares[i] * (square * (square + 6 * spread) + flatness);
    }
    return {mean, second, third / (second * std::sqrt(second)), fourth / (second * second) - 3};
  }
  std::optional<double> mode() const {
    return edge(static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin())) + width() / 2;
  }
  double draw(RandomStream& random) const { return quantile(random.inner_uniform()); }
  std::string scipy() const {
    return "scipy.stats.rv_histogram((" + python_list(shares) + ", numpy.linspace(" + plain_number(low) + ", " +
           plain_number(high) + ", " + std::to_string(shares.size() + 1) + ")))";
  }

 private:
  double within(std::size_t bar, double part) const { return edge(bar) + width() * std::clamp(part, 0.0, 1.0); }
};

}  // namespace downhill
