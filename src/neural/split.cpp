#include "neural/split.hpp"

#include <algorithm>
#include <cmath>

namespace downhill {

Split split_samples(const std::vector<double>& outputs, int classes, double test_share, RandomStream random) {
  std::vector<std::vector<int>> groups(classes == 0 ? 1 : static_cast<std::size_t>(classes));
  for (std::size_t row = 0; row < outputs.size(); ++row)
    groups[classes == 0 ? 0 : static_cast<std::size_t>(outputs[row])].push_back(static_cast<int>(row));

  Split split;
  for (std::vector<int>& group : groups) {
    if (group.empty()) continue;
    shuffle(group, random);
    const auto share = static_cast<std::size_t>(std::lround(test_share * static_cast<double>(group.size())));
    const auto kept = static_cast<std::ptrdiff_t>(std::min(share, group.size() - 1));
    split.test.insert(split.test.end(), group.begin(), group.begin() + kept);
    split.training.insert(split.training.end(), group.begin() + kept, group.end());
  }
  std::sort(split.training.begin(), split.training.end());
  std::sort(split.test.begin(), split.test.end());
  return split;
}

}  // namespace downhill
