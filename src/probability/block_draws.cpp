#include "probability/block_draws.hpp"

#include <algorithm>
#include <cmath>

namespace downhill {

BlockDraws::BlockDraws(const MonteCarlo& simulation, const RandomStream& stream)
    : simulation_(simulation),
      random_(stream),
      lanes_(stream.split(0)),
      second_lanes_(stream.split(1)),
      repeat_lanes_(stream.split(2)),
      spare_(static_cast<std::size_t>(batch_size(simulation.unit()) + 2 * UniformLanes::lanes)) {}

void BlockDraws::next(int count, double* places, double* weights) {
  const bool expectation = std::holds_alternative<ExpectationTarget>(simulation_.target_);
  if (simulation_.sampler_ == Sampler::importance) {
    from_proposal(count, places, weights);
  } else if (expectation && simulation_.sampler_ == Sampler::plain) {
    const Distribution& distribution = std::get<ExpectationTarget>(simulation_.target_).distribution;
    for (int i = 0; i < count; ++i) places[i] = distribution.draw(random_);
  } else {
    uniform(count, places);
    if (expectation) from_distribution(count, places);
  }
  if (simulation_.options_.repeat > 0) repeat(count, places);
}

/// Uniform numbers as the method spreads them over the unit interval or square, then over the target's.
void BlockDraws::uniform(int count, double* places) {
  const int dimension = simulation_.dimension(), unit = simulation_.unit(), side = simulation_.side_;
  const auto padded = [](int n) { return (n + UniformLanes::lanes - 1) / UniformLanes::lanes * UniformLanes::lanes; };
  for (int axis = 0; axis < dimension; ++axis) {
    UniformLanes& lanes = axis == 0 ? lanes_ : second_lanes_;
    double* const u = dimension == 1 && simulation_.sampler_ == Sampler::plain ? places : spare_.data();
    if (simulation_.sampler_ == Sampler::antithetic) {
      lanes.fill(u, padded(count / 2));
      for (int i = 0; i < count / 2; ++i) {
        places[(2 * i) * dimension + axis] = u[i];
        places[(2 * i + 1) * dimension + axis] = 1 - u[i];
      }
      continue;
    }
    lanes.fill(u, padded(count));
    if (simulation_.sampler_ == Sampler::stratified) {
      const double width = 1.0 / side;
      for (int i = 0; i < count; ++i) {
        const int stratum = i % unit, along = axis == 0 ? stratum % side : stratum / side;
        u[i] = (along + u[i]) * width;
      }
    }
    if (u != places)
      for (int i = 0; i < count; ++i) places[i * dimension + axis] = u[i];
  }
  if (const auto* interval = std::get_if<IntervalTarget>(&simulation_.target_)) {
    const double from = interval->from, width = interval->to - from;
    for (int i = 0; i < count; ++i) places[i] = from + width * places[i];
  } else if (dimension == 2) {
    for (int i = 0; i < 2 * count; ++i) places[i] = 2 * places[i] - 1;
  }
}

void BlockDraws::from_distribution(int count, double* places) {
  const Distribution& distribution = std::get<ExpectationTarget>(simulation_.target_).distribution;
  for (int i = 0; i < count; ++i) places[i] = distribution.quantile(places[i]);
}

void BlockDraws::from_proposal(int count, double* places, double* weights) {
  const Distribution& proposal = *simulation_.options_.proposal;
  if (const auto* interval = std::get_if<IntervalTarget>(&simulation_.target_)) {
    // Cut off at the ends of the interval; what is left is made whole again. From the tail that keeps more digits.
    const bool from_above = proposal.cdf(interval->from) > 0.5;
    const double low = from_above ? proposal.upper(interval->to) : proposal.cdf(interval->from);
    const double share = proposal.probability(interval->from, interval->to);
    for (int i = 0; i < count; ++i) {
      const double p = low + share * random_.inner_uniform();
      const double x = std::clamp(from_above ? proposal.upper_quantile(p) : proposal.quantile(p), interval->from, interval->to);
      places[i] = x;
      weights[i] = share / proposal.density(x);
    }
    return;
  }
  const Distribution& distribution = std::get<ExpectationTarget>(simulation_.target_).distribution;
  for (int i = 0; i < count; ++i) {
    places[i] = proposal.draw(random_);
    weights[i] = std::exp(distribution.log_density(places[i]) - proposal.log_density(places[i]));
  }
}

void BlockDraws::repeat(int count, double* places) {
  const int dimension = simulation_.dimension();
  repeat_lanes_.fill(spare_.data(), (count + UniformLanes::lanes - 1) / UniformLanes::lanes * UniformLanes::lanes);
  for (int i = 0; i < count; ++i) {
    if (has_last_ && spare_[static_cast<std::size_t>(i)] < simulation_.options_.repeat)
      std::copy_n(last_, dimension, places + i * dimension);
    std::copy_n(places + i * dimension, dimension, last_);
    has_last_ = true;
  }
}

}  // namespace downhill
