// downhill_bench CASE MILLISECONDS: prints units of work per second.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "bench/native/bench.hpp"

int main(int count, char** arguments) {
  if (count != 3 || !downhill::bench::cases().contains(arguments[1])) {
    std::fprintf(stderr, "usage: downhill_bench CASE MILLISECONDS\n");
    return 2;
  }
  using Clock = std::chrono::steady_clock;
  const auto& [work, run] = downhill::bench::cases()[arguments[1]];
  const double limit = std::atof(arguments[2]) / 1000;
  run();  // the first call pays for cold caches
  const auto began = Clock::now();
  double seconds = 0;
  long calls = 0;
  while (seconds < limit) {
    run();
    ++calls;
    seconds = std::chrono::duration<double>(Clock::now() - began).count();
  }
  std::printf("%.17g\n", work * static_cast<double>(calls) / seconds);
}
