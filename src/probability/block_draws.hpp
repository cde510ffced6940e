#pragma once

#include <vector>

#include "probability/monte_carlo.hpp"
#include "probability/uniform_lanes.hpp"

namespace downhill {

/// The draws of one block in their order, a batch at a time. All batches but the last of a block have batch_size(unit) draws.
class BlockDraws {
 public:
  BlockDraws(const MonteCarlo& simulation, const RandomStream& stream);

  static int batch_size(int unit) { return unit > most ? unit : most / unit * unit; }

  /// Places (row by row) and, for importance sampling, the weight of each. `places` has room for a few numbers more.
  void next(int count, double* places, double* weights);

 private:
  static constexpr int most = 1024;

  void uniform(int count, double* places);
  void from_distribution(int count, double* places);
  void from_proposal(int count, double* places, double* weights);
  void repeat(int count, double* places);

  const MonteCarlo& simulation_;
  RandomStream random_;
  UniformLanes lanes_, second_lanes_, repeat_lanes_;
  std::vector<double> spare_;
  double last_[2] = {0, 0};
  bool has_last_ = false;
};

}  // namespace downhill
