#pragma once

#include <span>
#include <vector>

#include "foundation/result.hpp"

namespace downhill {

// Networks of ReLU units whose weights are written down instead of learnt; parameters as `layer_places` lays them out.

/// One hidden layer of n units whose output is the polygon through n + 1 points: level before the first, and beyond the last as
/// steep as the last piece. Unit i bends at x[i]; its output weight is the change of slope there. Errors: wrong_dimension ("x":
/// fewer than two; "y": not as many), not_finite ("x", "y"), out_of_range ("x": not ascending); position = the point.
Result<std::vector<double>> hinge_network(std::span<const double> x, std::span<const double> y);

/// `depth` ≥ 1 hidden layers of two units each, relu(v) and relu(−v), that fold what comes in at 0 and stretch it again: v ↦
/// 2|v| − 1 takes [−1, 1] onto itself twice. The output has 2^depth straight pieces there. Source: G. Montúfar, R. Pascanu,
/// K. Cho, Y. Bengio, "On the number of linear regions of deep neural networks", NIPS 2014.
std::vector<double> fold_network(int depth);

}  // namespace downhill
