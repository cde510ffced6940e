#include "probability/distribution.hpp"

#include <cmath>

namespace downhill {
namespace {

template <class Model>
constexpr bool is_weighted() {
  if constexpr (requires { Model::weighted; }) return Model::weighted;
  return false;
}

template <class Model>
Result<DistributionModel> made(const OptionValues& values, std::vector<double> shares) {
  const auto model = [&] {
    if constexpr (is_weighted<Model>())
      return Model::from(values, std::move(shares));
    else
      return Model::from(values);
  }();
  if (!model) return model.error();
  return DistributionModel(*model);
}

template <class... Models>
std::vector<DistributionEntry> entries_of(std::variant<Models...>*) {
  return {{std::string(Models::id), Models::name, Models::discrete, is_weighted<Models>(), Models::formula,
           Models::parameters(), &made<Models>}...};
}

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The least whole number in the support that is not `too_low`, from a guess: leaps of doubling length, then halving.
template <class TooLow>
double search(Support support, double guess, TooLow too_low) {
  const auto held = [&](double x) { return std::min(support.high, std::max(support.low, x)); };
  double low = held(std::floor(guess)), high = low;
  if (too_low(low)) {
    for (double leap = 1; too_low(high); leap *= 2) {
      if (high == support.high) return high;
      low = high;
      high = held(high + leap);
    }
  } else {
    for (double leap = 1; !too_low(low); leap *= 2) {
      if (low == support.low) return low;
      high = low;
      low = held(low - leap);
    }
  }
  while (high - low > 1) {
    const double middle = std::floor(low + (high - low) / 2);
    (too_low(middle) ? low : high) = middle;
  }
  return high;
}

template <class Model>
double log_density_of(const Model& model, double x) {
  if (std::isnan(x)) return nan;
  const Support support = model.support();
  if (!std::isfinite(x) || x < support.low || x > support.high) return -infinity;
  if (Model::discrete && x != std::floor(x)) return -infinity;
  return model.log_density(x);
}

template <class Model>
double density_of(const Model& model, double x) {
  if constexpr (requires { model.density(x); }) {
    const Support support = model.support();
    if (x >= support.low && x <= support.high && (!Model::discrete || x == std::floor(x))) return model.density(x);
  }
  return std::exp(log_density_of(model, x));
}

template <class Model>
double cdf_of(const Model& model, double x) {
  if (std::isnan(x)) return nan;
  const Support support = model.support();
  if (x < support.low || x == -infinity) return 0;
  if (x >= support.high) return 1;
  return model.cdf(Model::discrete ? std::floor(x) : x);
}

template <class Model>
double upper_of(const Model& model, double x) {
  if (std::isnan(x)) return nan;
  const Support support = model.support();
  if (x < support.low || x == -infinity) return 1;
  if (x >= support.high) return 0;
  return model.upper(Model::discrete ? std::floor(x) : x);
}

/// Where a normal distribution of the same mean and variance has its quantile.
template <class Model>
double guess_of(const Model& model, double z) {
  const Moments moments = model.moments();
  return *moments.mean + z * std::sqrt(*moments.variance);
}

template <class Model>
double quantile_of(const Model& model, double p) {
  const Support support = model.support();
  if (!(p >= 0 && p <= 1)) return nan;
  if (p == 0) return support.low;
  if (p == 1) return support.high;
  if constexpr (Model::discrete)
    return search(support, guess_of(model, normal_quantile(p)), [&](double x) { return cdf_of(model, x) < p; });
  else
    return model.quantile(p);
}

template <class Model>
double upper_quantile_of(const Model& model, double q) {
  const Support support = model.support();
  if (!(q >= 0 && q <= 1)) return nan;
  if (q == 0) return support.high;
  if (q == 1) return support.low;
  if constexpr (Model::discrete)
    return search(support, guess_of(model, -normal_quantile(q)), [&](double x) { return upper_of(model, x) > q; });
  else
    return model.upper_quantile(q);
}

}  // namespace

const Registry<DistributionEntry>& distributions() {
  static const Registry<DistributionEntry> registry(entries_of(static_cast<DistributionModel*>(nullptr)));
  return registry;
}

Result<std::vector<double>> shares_of(std::vector<double> weights, const char* parameter) {
  constexpr std::size_t most = 100'000;
  if (weights.empty() || weights.size() > most)
    return Error{ErrorCode::wrong_dimension, parameter, static_cast<double>(weights.size()), -1, range_text(1, most)};
  double largest = 0;
  for (const double weight : weights) {
    if (!std::isfinite(weight)) return Error{ErrorCode::not_finite, parameter, weight, -1, ""};
    if (weight < 0) return Error{ErrorCode::out_of_range, parameter, weight, -1, "[0, inf]"};
    largest = std::max(largest, weight);
  }
  if (largest == 0) return Error{ErrorCode::no_probability, parameter, 0, -1, ""};
  double sum = 0;  // of parts of the largest, so that it neither overflows nor vanishes
  for (double& weight : weights) sum += weight /= largest;
  for (double& weight : weights) weight /= sum;
  return weights;
}

Result<Distribution> Distribution::create(std::string_view id, const OptionValues& options, std::vector<double> weights) {
  const auto entry = distributions().find(id, "distribution");
  if (!entry) return entry.error();
  std::vector<OptionSpec> specs;
  for (const ParameterSpec& parameter : (*entry)->parameters) specs.push_back(parameter.option);
  auto values = validate_options(specs, options);
  if (!values) return values.error();
  std::vector<double> shares;
  if ((*entry)->weighted) {
    auto checked = shares_of(std::move(weights), "weights");
    if (!checked) return checked.error();
    shares = *std::move(checked);
  }
  auto model = (*entry)->from(*values, std::move(shares));
  if (!model) return model.error();
  return Distribution(*std::move(model), *std::move(values));
}

const std::vector<double>& Distribution::shares() const {
  static const std::vector<double> none;
  return std::visit(
      [](const auto& model) -> const std::vector<double>& {
        if constexpr (requires { model.shares; })
          return model.shares;
        else
          return none;
      },
      model_);
}

bool Distribution::discrete() const {
  return std::visit([](const auto& model) { return std::decay_t<decltype(model)>::discrete; }, model_);
}
bool Distribution::flat() const { return std::holds_alternative<Uniform>(model_) || std::holds_alternative<Drawn>(model_); }
Support Distribution::support() const {
  return std::visit([](const auto& model) { return model.support(); }, model_);
}
Support Distribution::window() const {
  return std::visit(
      [](const auto& model) -> Support {
        if constexpr (requires { model.window(); })
          return model.window();
        else
          return {quantile_of(model, 0.001), upper_quantile_of(model, 0.001)};
      },
      model_);
}
Moments Distribution::moments() const {
  return std::visit([](const auto& model) { return model.moments(); }, model_);
}
std::optional<double> Distribution::mode() const {
  return std::visit([](const auto& model) { return model.mode(); }, model_);
}
std::string Distribution::scipy() const {
  return std::visit([](const auto& model) { return model.scipy(); }, model_);
}
double Distribution::density(double x) const {
  return std::visit([=](const auto& model) { return density_of(model, x); }, model_);
}
double Distribution::log_density(double x) const {
  return std::visit([=](const auto& model) { return log_density_of(model, x); }, model_);
}
double Distribution::cdf(double x) const {
  return std::visit([=](const auto& model) { return cdf_of(model, x); }, model_);
}
double Distribution::upper(double x) const {
  return std::visit([=](const auto& model) { return upper_of(model, x); }, model_);
}
double Distribution::quantile(double p) const {
  return std::visit([=](const auto& model) { return quantile_of(model, p); }, model_);
}
double Distribution::upper_quantile(double q) const {
  return std::visit([=](const auto& model) { return upper_quantile_of(model, q); }, model_);
}
double Distribution::draw(RandomStream& random) const {
  return std::visit([&](const auto& model) { return model.draw(random); }, model_);
}

// [region probability]
double Distribution::probability(double low, double high) const {
  if (std::isnan(low) || std::isnan(high)) return nan;
  if (low > high) return 0;
  // P(X < low) is P(X ≤ low) less the mass there, which only discrete distributions have.
  const double before = discrete() ? std::ceil(low) - 1 : low;
  const double from_below = cdf(high) - cdf(before), from_above = upper(before) - upper(high);
  return std::max(0.0, cdf(before) < 0.5 ? from_below : from_above);
}
// [endregion]

}  // namespace downhill
