#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "neural/layout.hpp"
#include "optimize/optimizers.hpp"
#include "optimize/schedules.hpp"

namespace downhill {

/// How a training stands; everything but `running` ends it, and none of these is an error.
enum class TrainingOutcome {
  running,
  epochs_reached,  ///< the number of epochs that was asked for
  goal_reached,    ///< the monitored loss is as small as was asked for
  no_progress,     ///< the monitored loss has not fallen for as many epochs as was allowed
  diverged,        ///< a number was not finite
};

constexpr std::string_view id_of(TrainingOutcome outcome) {
  constexpr std::string_view ids[] = {"running", "epochs-reached", "goal-reached", "no-progress", "diverged"};
  return ids[static_cast<int>(outcome)];
}

/// What the streams split from the seed are for.
enum TrainingStream : std::uint64_t { weight_stream, split_stream, batch_stream, dropout_stream, shift_stream };

/// When a training ends by itself.
struct TrainingStopping {
  std::int64_t epochs = 0;    ///< after so many; 0 for never
  double loss = -1;           ///< when the monitored loss is at most this; negative for never
  std::int64_t patience = 0;  ///< when it has not fallen below its least for so many epochs; 0 for never
  std::string monitor = "";   ///< whose loss: "training" or "test"; empty for test where there is a test set

  bool watches() const { return loss >= 0 || patience > 0; }
};

/// What may change while a training runs.
struct TrainingSettings {
  OptionValues optimizer_options = {};  ///< "learning-rate" and the optimizer's own; what is missing takes its default
  double l1 = 0;                        ///< λ₁ of the penalty λ₁ Σ|w| over the weights, in [0, 1000]
  double l2 = 0;                     ///< λ₂ of λ₂/2 Σw²: by itself it multiplies weights with 1 − ηλ₂ in a step
  std::vector<double> dropout = {};  ///< one share a hidden layer; empty for those of the layers
  TrainingStopping stopping = {};
};

/// How a network is made and trained. With the samples it is the whole problem: the same options give the same training.
struct TrainingOptions {
  std::vector<LayerSpec> layers = {};  ///< hidden ones; none makes linear or softmax regression
  std::string output_activation = "linear";
  std::string loss = "";            ///< empty: squared for numbers, logistic for two classes, cross-entropy for more
  std::string initialisation = "";  ///< empty: He's for layers of the ReLU family, Xavier's for others
  std::string optimizer = "gradient-descent";
  ScheduleChoice schedule = {};
  std::optional<int> batch_size = {};  ///< in [1, n], 0 for n; missing: 10, or n if that is less
  double test_share = 0;               ///< of the samples, each class in proportion; in [0, 0.9]
  std::uint64_t seed = 1;              ///< decides initial weights, split, batches, dropout and shifts
  TrainingSettings settings = {};
};

}  // namespace downhill
