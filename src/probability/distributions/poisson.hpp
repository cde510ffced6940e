#pragma once

#include <cmath>
#include <memory>

#include "probability/distribution_model.hpp"
#include "probability/inversion_table.hpp"
#include "probability/special.hpp"

namespace downhill {

/// How many of many rare, independent things happen, when λ are to be expected.
struct Poisson {
  static constexpr std::string_view id = "poisson";
  static constexpr Name name{.ko = "푸아송 분포", .en = "Poisson"};
  static constexpr bool discrete = true;
  static constexpr std::string_view formula = R"(\frac{<rate>^{<x>} e^{-<rate>}}{<x>!})";

  double rate;
  std::shared_ptr<const InversionTable> table;

  static std::vector<ParameterSpec> parameters() {
    return {{{.id = "rate", .minimum = 1e-3, .maximum = 1e5, .default_value = 4, .scale = OptionSpec::Scale::logarithmic},
             {.ko = "평균 횟수", .en = "expected number"},
             "\\lambda"}};
  }
  static Result<Poisson> from(const OptionValues& values) {
    const double rate = values.at("rate");
    return Poisson{
        rate, std::make_shared<const InversionTable>(0, infinity, std::floor(rate), [=](double k) { return rate / (k + 1); })};
  }

  Support support() const { return {0, infinity}; }
  double log_density(double x) const { return log_poisson_mass(x, rate); }
  double cdf(double x) const { return gamma_tails(x + 1, rate).upper; }
  double upper(double x) const { return gamma_tails(x + 1, rate).lower; }
  Moments moments() const { return {rate, rate, 1 / std::sqrt(rate), 1 / rate}; }
  std::optional<double> mode() const { return std::floor(rate); }
  double draw(RandomStream& random) const { return table->draw(random); }
  std::string scipy() const { return python_call("poisson", {rate}); }
};

}  // namespace downhill
