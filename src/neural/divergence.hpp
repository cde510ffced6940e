#pragma once

#include <cstdint>
#include <string_view>

namespace downhill {

/// The likeliest reason why a training diverged.
enum class DivergenceCause {
  penalty,         ///< the rate times the strength of L2 is above 2: every step makes all weights larger
  initialisation,  ///< the first weights are so large that the first loss already was huge
  data_scale,      ///< inputs or outputs are so large that slopes are too
  learning_rate,   ///< none of these: the steps are too long
};

constexpr std::string_view id_of(DivergenceCause cause) {
  constexpr std::string_view ids[] = {"penalty", "initialisation", "data-scale", "learning-rate"};
  return ids[static_cast<int>(cause)];
}

/// What was the first not to be finite.
enum class DivergedQuantity { loss, gradient, parameter };

constexpr std::string_view id_of(DivergedQuantity quantity) {
  constexpr std::string_view ids[] = {"loss", "gradient", "parameter"};
  return ids[static_cast<int>(quantity)];
}

/// The first number of a training that was not finite, and what is known about how it came to that.
struct Divergence {
  std::int64_t step = 0;   ///< the update at fault, 1 for the first
  std::int64_t epoch = 0;  ///< epochs completed before
  int layer = 0;           ///< 1 for the first hidden layer
  DivergedQuantity quantity = DivergedQuantity::loss;
  DivergenceCause cause = DivergenceCause::learning_rate;
  double rate = 0;            ///< η of that update
  double penalty_factor = 1;  ///< |1 − ηλ₂| (of AdamW also its own decay): what an update by itself multiplies weights with
  double first_loss = 0;      ///< the data loss at the first weights
  double largest_number = 0;  ///< among inputs and outputs of the samples
  double first_weight = 0;    ///< the largest size of a weight at first
  double last_weight = 0;     ///< and at the last good epoch
};

// Beyond these, a number counts as a cause.
inline constexpr double huge_weight = 2;   // of first weights, of which Xavier's and He's seldom exceed it …
inline constexpr double huge_loss = 100;   // … together with such a first loss
inline constexpr double huge_number = 30;  // of inputs and outputs; standardised ones seldom exceed 4

/// The cause that the numbers speak for.
inline DivergenceCause cause_of(const Divergence& divergence) {
  if (divergence.penalty_factor > 1) return DivergenceCause::penalty;
  if (divergence.largest_number > huge_number) return DivergenceCause::data_scale;
  if (divergence.first_weight > huge_weight && divergence.first_loss > huge_loss) return DivergenceCause::initialisation;
  return DivergenceCause::learning_rate;
}

}  // namespace downhill
