#include "probability/block_sums.hpp"

#include <algorithm>

namespace downhill {
namespace {

constexpr int lanes = 8;
constexpr int part = 256;  // numbers: few enough to stay in the nearest cache between the passes

template <class Term>
double sum(const double* values, int count, Term term) {
  double sums[lanes] = {};
  const int even = count / lanes * lanes;
  for (int i = 0; i < even; i += lanes)
    for (int lane = 0; lane < lanes; ++lane) sums[lane] += term(values[i + lane]);
  double rest = 0;
  for (int i = even; i < count; ++i) rest += term(values[i]);
  return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7])) + rest;
}

}  // namespace

double sum_of(const double* values, int count) {
  return sum(values, count, [](double x) { return x; });
}

Spread spread_of(const double* values, int count) {
  Spread whole;
  for (int start = 0; start < count; start += part) {
    const int n = std::min(part, count - start);
    const double mean = sum_of(values + start, n) / n;
    const double squares = sum(values + start, n, [mean](double x) { return (x - mean) * (x - mean); });
    whole.merge({static_cast<double>(n), mean, squares});
  }
  return whole;
}

}  // namespace downhill
