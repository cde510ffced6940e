#pragma once

#include <string_view>
#include <vector>

#include "foundation/registry.hpp"

namespace downhill {

/// A kind of noise, the loss that its likelihood gives, and the centre at which that loss is least.
struct NoiseEntry {
  std::string id;
  Name name;
  std::string_view loss, centre;  ///< ids: squared, absolute, largest; mean, median, mid-range

  /// The mean of (y − c)² or of |y − c|, or the largest |y − c|.
  double (*mean_loss)(const std::vector<double>& data, double centre);
  /// log L / n, given the loss.
  double (*mean_log_likelihood)(double loss, double scale);
  /// The least and the largest centre of least loss; `sorted` ascending.
  std::pair<double, double> (*centres)(const std::vector<double>& sorted);
  /// The likeliest scale, given the least loss: σ, b, half the width.
  double (*likeliest_scale)(double loss);
};

const Registry<NoiseEntry>& noises();

struct LikelihoodFit {
  double centre, from, to;  ///< the likeliest centre; all in [from, to] are equally likely, and it is their middle
  double scale;
  double negative_log_likelihood;  ///< divided by n; −infinity where all data are equal
};

/// Errors: unknown_id ("noise"), wrong_dimension and not_finite ("data").
Result<LikelihoodFit> maximum_likelihood(std::string_view noise, std::vector<double> data);

struct LikelihoodCurve {
  std::vector<double> loss, log_likelihood;
};

/// The loss of many centres, and their log-likelihood at a scale. Errors: as above, and out_of_range ("scale").
Result<LikelihoodCurve> likelihood_curve(std::string_view noise, const std::vector<double>& data,
                                         const std::vector<double>& centres, double scale);

}  // namespace downhill
