#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "foundation/random.hpp"

namespace downhill {

/// Cuts n samples into mini-batches, anew each epoch: the samples are shuffled and cut into pieces of `batch_size`, so every
/// sample is used exactly once an epoch. The last piece is smaller when the size does not divide n.
///
/// Which samples make up batch number k of the run is a function of (n, batch size, seed, k) alone. So runs can go back, and
/// different learning rates can be compared on the same batches.
class Batches {
 public:
  /// Whether samples are shuffled, or used in their own order in every epoch.
  enum class Order { shuffled, own };
  /// What becomes of the samples that do not fill a batch: they make a smaller one, or are left out in this epoch.
  enum class Rest { smaller, dropped };

  /// 1 ≤ batch_size ≤ n. With batch_size = n every batch is the whole data, in its own order.
  Batches(int n, int batch_size, std::uint64_t seed, Order order = Order::shuffled, Rest rest = Rest::smaller)
      : n_(n), batch_size_(batch_size), per_epoch_(batches_of(n, batch_size, rest)), seed_(seed), kind_(order) {}

  /// Batches in an epoch of n samples: ⌈n / b⌉, or ⌊n / b⌋ where the rest is dropped.
  static std::int64_t batches_of(int n, int batch_size, Rest rest = Rest::smaller) {
    return rest == Rest::dropped ? n / batch_size : (n + batch_size - 1) / batch_size;
  }

  int samples() const { return n_; }
  int batch_size() const { return batch_size_; }
  std::int64_t per_epoch() const { return per_epoch_; }
  std::int64_t epoch_of(std::int64_t batch) const { return batch / per_epoch_; }
  /// Samples used by the first `batches` batches.
  std::int64_t samples_in(std::int64_t batches) const {
    const std::int64_t in_epoch = std::min<std::int64_t>(n_, per_epoch_ * batch_size_);
    return batches / per_epoch_ * in_epoch + batches % per_epoch_ * batch_size_;
  }

  // [region batches]
  /// The samples of a batch (0 first). Valid until the next call.
  std::span<const int> operator[](std::int64_t batch) {
    if (batch < first_batch_ || batch >= first_batch_ + per_epoch_ || order_.empty()) order_of(epoch_of(batch));
    const std::int64_t first = (batch - first_batch_) * batch_size_;
    const std::int64_t size = std::min<std::int64_t>(batch_size_, n_ - first);
    return {order_.data() + first, static_cast<std::size_t>(size)};
  }

  /// All samples in the order of an epoch, those that are left out at its end. Valid until the next call.
  std::span<const int> order_of(std::int64_t epoch) {
    if (epoch * per_epoch_ == first_batch_ && !order_.empty()) return order_;
    first_batch_ = epoch * per_epoch_;
    order_.resize(static_cast<std::size_t>(n_));
    for (int i = 0; i < n_; ++i) order_[static_cast<std::size_t>(i)] = i;
    if (batch_size_ == n_ || kind_ == Order::own) return order_;
    RandomStream random = RandomStream(seed_).split(static_cast<std::uint64_t>(epoch));
    shuffle(order_, random);
    return order_;
  }
  // [endregion]

 private:
  int n_, batch_size_;
  std::int64_t per_epoch_;
  std::uint64_t seed_;
  Order kind_;
  std::int64_t first_batch_ = 0;  // of the epoch whose order is at hand
  std::vector<int> order_;
};

/// How often each sample is used by the first `batches` batches.
inline std::vector<int> times_used(Batches& data, std::int64_t batches) {
  std::vector<int> times(static_cast<std::size_t>(data.samples()));
  for (std::int64_t k = 0; k < batches; ++k)
    for (const int sample : data[k]) ++times[static_cast<std::size_t>(sample)];
  return times;
}

}  // namespace downhill
