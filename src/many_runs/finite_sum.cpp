#include "many_runs/finite_sum.hpp"

#include <cmath>
#include <numeric>

#include "calculus/differentiate.hpp"

namespace downhill {

Result<FiniteSum> FiniteSum::create(const Expression& sample_loss, std::vector<double> inputs, std::vector<double> outputs) {
  if (sample_loss.dimension() != 3)
    return Error{ErrorCode::wrong_dimension, "loss", static_cast<double>(sample_loss.dimension()), -1, "3"};
  if (inputs.empty() || inputs.size() != outputs.size())
    return Error{ErrorCode::wrong_dimension, "data", static_cast<double>(outputs.size()), -1, std::to_string(inputs.size())};
  for (const auto* column : {&inputs, &outputs})
    for (const double number : *column)
      if (!std::isfinite(number)) return Error{ErrorCode::not_finite, "data", number, -1, ""};
  const auto slope = differentiate(sample_loss, 0);
  if (!slope) return slope.error();

  FiniteSum sum;
  sum.loss_ = Function::compile(sample_loss);
  sum.slope_ = Function::compile(*slope);
  sum.inputs_ = std::move(inputs);
  sum.outputs_ = std::move(outputs);
  sum.all_.resize(sum.inputs_.size());
  std::iota(sum.all_.begin(), sum.all_.end(), 0);
  return sum;
}

void FiniteSum::means(const Function& function, std::span<const double> parameters, std::span<const int> batch,
                      double* out) const {
  // One call for all samples of a parameter: compiled functions are fastest on many points.
  std::vector<double> points(3 * batch.size()), values(batch.size());
  for (std::size_t i = 0; i < batch.size(); ++i) {
    points[3 * i + 1] = inputs_[static_cast<std::size_t>(batch[i])];
    points[3 * i + 2] = outputs_[static_cast<std::size_t>(batch[i])];
  }
  for (std::size_t j = 0; j < parameters.size(); ++j) {
    for (std::size_t i = 0; i < batch.size(); ++i) points[3 * i] = parameters[j];
    function.values(points.data(), batch.size(), values.data());
    out[j] = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(batch.size());
  }
}

}  // namespace downhill
