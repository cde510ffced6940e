#include "optimize/batches.hpp"

#include <algorithm>
#include <numeric>

#include "core/catch.hpp"

using namespace downhill;

namespace {

std::vector<int> copied(std::span<const int> numbers) { return {numbers.begin(), numbers.end()}; }

std::vector<int> sorted(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<int> up_to(int n) {
  std::vector<int> numbers(static_cast<std::size_t>(n));
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

}  // namespace

TEST_CASE("Batches are the order of their epoch, cut into pieces; a rest makes a smaller batch or is left out") {
  for (const int n : {1, 2, 11, 60})
    for (int b = 1; b <= n; ++b)
      for (const auto order : {Batches::Order::shuffled, Batches::Order::own})
        for (const auto rest : {Batches::Rest::smaller, Batches::Rest::dropped}) {
          INFO("n " << n << ", b " << b << ", shuffled " << (order == Batches::Order::shuffled) << ", dropped "
                    << (rest == Batches::Rest::dropped));
          Batches data(n, b, 5, order, rest);
          REQUIRE(data.per_epoch() == (rest == Batches::Rest::dropped ? n / b : (n - 1) / b + 1));
          std::int64_t used = 0;
          for (std::int64_t epoch = 0; epoch < 3; ++epoch) {
            const std::vector<int> whole = copied(data.order_of(epoch));
            REQUIRE(sorted(whole) == up_to(n));
            if (order == Batches::Order::own || b == n) REQUIRE(whole == up_to(n));
            for (std::int64_t k = 0; k < data.per_epoch(); ++k) {
              const std::int64_t first = k * b;
              const std::int64_t last = std::min<std::int64_t>(first + b, n);
              REQUIRE(copied(data[epoch * data.per_epoch() + k]) ==
                      std::vector<int>(whole.begin() + first, whole.begin() + last));
              used += last - first;
              REQUIRE(data.samples_in(epoch * data.per_epoch() + k + 1) == used);
            }
          }
          const std::vector<int> times = times_used(data, 3 * data.per_epoch());
          REQUIRE(std::accumulate(times.begin(), times.end(), 0) == used);
          if (rest == Batches::Rest::smaller) REQUIRE(times == std::vector<int>(static_cast<std::size_t>(n), 3));
        }
}

TEST_CASE("What is left out is the same in every epoch only without shuffling") {
  Batches own(11, 4, 3, Batches::Order::own, Batches::Rest::dropped);
  CHECK(times_used(own, 20) == std::vector<int>{10, 10, 10, 10, 10, 10, 10, 10, 0, 0, 0});

  // With shuffling each sample is left out of 3 in 11 epochs: of 11,000 in 3,000, with a standard deviation of 46.7.
  Batches shuffled(11, 4, 3, Batches::Order::shuffled, Batches::Rest::dropped);
  for (const int times : times_used(shuffled, 2 * 11'000)) CHECK(std::abs(times - 8'000) < 5 * 46.7);
}
