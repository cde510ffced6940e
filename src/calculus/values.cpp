#include "calculus/function.hpp"
namespace downhill {
void Function::values(const double* points, size_t count, double* out) const {
  for (size_t i = 0; i < count; ++i) out[i] = value(points + i * dimension_);
}
}  // namespace downhill
