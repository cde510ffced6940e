#pragma once

#include <vector>

#include "foundation/random.hpp"

namespace downhill {

/// Which samples are learnt from and which are kept for testing; both in ascending order.
struct Split {
  std::vector<int> training, test;
};

/// Keeps a share of the samples for testing, drawn at random: of every class the same share, rounded, but never all of them.
/// `classes` 0 for numbers, which are one group.
Split split_samples(const std::vector<double>& outputs, int classes, double test_share, RandomStream random);

}  // namespace downhill
