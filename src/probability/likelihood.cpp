#include "probability/likelihood.hpp"

#include <algorithm>
#include <cmath>

#include "probability/distribution_model.hpp"

namespace downhill {
namespace {

constexpr double log_root_two_pi = 0.91893853320467274178;

double mean_of(const std::vector<double>& data, auto term) {
  double sum = 0;
  for (const double y : data) sum += term(y);
  return sum / static_cast<double>(data.size());
}

Result<const NoiseEntry*> checked(std::string_view noise, const std::vector<double>& data) {
  const auto entry = noises().find(noise, "noise");
  if (!entry) return entry.error();
  if (data.empty()) return Error{ErrorCode::wrong_dimension, "data", 0, -1, "1"};
  for (const double y : data)
    if (!std::isfinite(y)) return Error{ErrorCode::not_finite, "data", y, -1, ""};
  return *entry;
}

}  // namespace

const Registry<NoiseEntry>& noises() {
  static const Registry<NoiseEntry> registry{
      // [region noises]
      {"gaussian",
       {.ko = "정규 잡음", .en = "Gaussian noise"},
       "squared",
       "mean",
       [](const std::vector<double>& data, double c) { return mean_of(data, [c](double y) { return (y - c) * (y - c); }); },
       [](double loss, double sigma) { return -loss / (2 * sigma * sigma) - std::log(sigma) - log_root_two_pi; },
       [](const std::vector<double>& sorted) {
         const double first = sorted.front();  // sums of distances, so that a far offset costs no digits
         const double mean = first + mean_of(sorted, [first](double y) { return y - first; });
         return std::pair(mean, mean);
       },
       [](double loss) { return std::sqrt(loss); }},
      {"laplace",
       {.ko = "라플라스 잡음", .en = "Laplace noise"},
       "absolute",
       "median",
       [](const std::vector<double>& data, double c) { return mean_of(data, [c](double y) { return std::abs(y - c); }); },
       [](double loss, double b) { return -loss / b - std::log(2 * b); },
       [](const std::vector<double>& sorted) { return std::pair(sorted[(sorted.size() - 1) / 2], sorted[sorted.size() / 2]); },
       [](double loss) { return loss; }},
      // [endregion]
      {"uniform",
       {.ko = "균등 잡음", .en = "uniform noise"},
       "largest",
       "mid-range",
       [](const std::vector<double>& data, double c) {
         double largest = 0;
         for (const double y : data) largest = std::max(largest, std::abs(y - c));
         return largest;
       },
       [](double loss, double half_width) { return loss <= half_width ? -std::log(2 * half_width) : -infinity; },
       [](const std::vector<double>& sorted) {
         const double middle = sorted.front() + (sorted.back() - sorted.front()) / 2;
         return std::pair(middle, middle);
       },
       [](double loss) { return loss; }},
  };
  return registry;
}

Result<LikelihoodFit> maximum_likelihood(std::string_view noise, std::vector<double> data) {
  const auto found = checked(noise, data);
  if (!found) return found.error();
  const NoiseEntry& entry = **found;
  std::sort(data.begin(), data.end());
  const auto [from, to] = entry.centres(data);
  LikelihoodFit fit{from + (to - from) / 2, from, to, 0, -infinity};
  const double loss = entry.mean_loss(data, fit.centre);
  fit.scale = entry.likeliest_scale(loss);
  if (fit.scale > 0) fit.negative_log_likelihood = -entry.mean_log_likelihood(loss, fit.scale);
  return fit;
}

Result<LikelihoodCurve> likelihood_curve(std::string_view noise, const std::vector<double>& data,
                                         const std::vector<double>& centres, double scale) {
  const auto found = checked(noise, data);
  if (!found) return found.error();
  const NoiseEntry& entry = **found;
  if (!(scale > 0 && std::isfinite(scale))) return Error{ErrorCode::out_of_range, "scale", scale, -1, "> 0"};
  LikelihoodCurve curve;
  for (const double centre : centres) {
    curve.loss.push_back(entry.mean_loss(data, centre));
    curve.log_likelihood.push_back(entry.mean_log_likelihood(curve.loss.back(), scale) * static_cast<double>(data.size()));
  }
  return curve;
}

}  // namespace downhill
