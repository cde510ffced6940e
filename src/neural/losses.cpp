#include "neural/losses.hpp"

#include <algorithm>
#include <vector>

#include "neural/losses/absolute.hpp"
#include "neural/losses/cross_entropy.hpp"
#include "neural/losses/huber.hpp"
#include "neural/losses/logistic.hpp"
#include "neural/losses/squared.hpp"

namespace downhill {
namespace {

constexpr Eigen::Index piece = 64;

/// Of up to `piece` samples, so that both loops become vector code.
template <class Loss, class Scalar>
double slopes_in_piece(Scalar* __restrict output, const Scalar* target, int count) {
  Scalar values[piece];
  for (int i = 0; i < count; ++i) values[i] = Loss::value(output[i], target[i]);
  for (int i = 0; i < count; ++i) output[i] = Loss::slope(output[i], target[i]);
  double sum = 0;
  for (int i = 0; i < count; ++i) sum += static_cast<double>(values[i]);
  return sum;
}

template <class Loss, class Scalar>
double slopes(BatchRef<Scalar> outputs, const ConstBatchRef<Scalar>& targets) {
  if constexpr (requires { Loss::slopes(outputs, targets.data()); }) {
    return Loss::template slopes<Scalar>(outputs, targets.data());
  } else {
    double sum = 0;
    for (Eigen::Index column = 0; column < outputs.cols(); ++column)
      for (Eigen::Index first = 0; first < outputs.rows(); first += piece)
        sum += slopes_in_piece<Loss>(outputs.col(column).data() + first, targets.col(column).data() + first,
                                     static_cast<int>(std::min(piece, outputs.rows() - first)));
    return sum;
  }
}

template <class Loss>
LossEntry entry() {
  return {std::string(Loss::id), Loss::name,          Loss::latex,         Loss::numbers,
          Loss::takes_logits,    slopes<Loss, float>, slopes<Loss, double>};
}

}  // namespace

const Registry<LossEntry>& losses() {
  static const Registry<LossEntry> registry{
      entry<Squared>(), entry<Absolute>(), entry<Huber>(), entry<Logistic>(), entry<CrossEntropy>(),
  };
  return registry;
}

Result<Target> target_for(const LossEntry& loss, int classes) {
  if (loss.numbers) return classes == 0 ? Target::number : classes == 2 ? Target::sign : Target::one_hot;
  const bool for_two_only = loss.id == Logistic::id;
  if (classes == 2 && for_two_only) return Target::zero_one;
  if (classes > 0 && !for_two_only) return Target::class_number;
  std::vector<LossEntry> fitting;
  for (const LossEntry& entry : losses())
    if (entry.numbers || (classes > 0 && (classes == 2 || entry.id != Logistic::id))) fitting.push_back(entry);
  return Error{ErrorCode::unknown_id, "loss", static_cast<double>(classes), -1, joined_ids(fitting)};
}

}  // namespace downhill
