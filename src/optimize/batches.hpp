#pragma once

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
  /// 1 ≤ batch_size ≤ n. With batch_size = n every batch is the whole data, in its own order.
  Batches(int n, int batch_size, std::uint64_t seed)
      : n_(n), batch_size_(batch_size), per_epoch_((n + batch_size - 1) / batch_size), seed_(seed) {}

  int samples() const { return n_; }
  int batch_size() const { return batch_size_; }
  /// Batches in an epoch, ⌈n / b⌉.
  std::int64_t per_epoch() const { return per_epoch_; }
  std::int64_t epoch_of(std::int64_t batch) const { return batch / per_epoch_; }
  /// Samples used by the first `batches` batches.
  std::int64_t samples_in(std::int64_t batches) const {
    const std::int64_t rest = batches % per_epoch_;
    return batches / per_epoch_ * n_ + rest * batch_size_;
  }

  /// The samples of a batch (0 first). Valid until the next call.
  std::span<const int> operator[](std::int64_t batch) {
    if (batch < first_batch_ || batch >= first_batch_ + per_epoch_ || order_.empty()) prepare(epoch_of(batch));
    const std::int64_t first = (batch - first_batch_) * batch_size_;
    const std::int64_t size = first + batch_size_ <= n_ ? batch_size_ : n_ - first;
    return {order_.data() + first, static_cast<std::size_t>(size)};
  }

 private:
  void prepare(std::int64_t epoch) {
    first_batch_ = epoch * per_epoch_;
    order_.resize(static_cast<std::size_t>(n_));
    for (int i = 0; i < n_; ++i) order_[static_cast<std::size_t>(i)] = i;
    if (batch_size_ == n_) return;
    RandomStream random = RandomStream(seed_).split(static_cast<std::uint64_t>(epoch));
    shuffle(order_, random);
  }

  int n_, batch_size_;
  std::int64_t per_epoch_;
  std::uint64_t seed_;
  std::int64_t first_batch_ = 0;  // of the epoch whose order is at hand
  std::vector<int> order_;
};

}  // namespace downhill
