#include "bindings/conversions.hpp"
#include "neural/linear_layer.hpp"

namespace downhill {
namespace {

using emscripten::function;

RowMatrix matrix_in(const val& numbers, int rows, int columns) {
  const std::vector<double> given = copy_in(numbers);
  return RowMatrix::Map(given.data(), rows, columns);
}

val matrix_out(const RowMatrix& matrix) { return copy_out(std::span(matrix.data(), static_cast<size_t>(matrix.size()))); }

/// Sizes are held against the numbers on the other side of the border.
val outputs_of(int samples, int inputs, int outputs, const val& x, const val& weights, const val& biases) {
  const Eigen::RowVectorXd b = matrix_in(biases, 1, outputs);
  return matrix_out(linear_layer(matrix_in(x, samples, inputs), matrix_in(weights, inputs, outputs), b));
}

val slopes_of(int samples, int inputs, int outputs, const val& x, const val& weights, const val& slopes) {
  const LinearLayerSlopes found = linear_layer_slopes(matrix_in(x, samples, inputs), matrix_in(weights, inputs, outputs),
                                                      matrix_in(slopes, samples, outputs));
  val out = val::object();
  out.set("weights", matrix_out(found.weights));
  out.set("biases", matrix_out(found.biases));
  out.set("inputs", matrix_out(found.inputs));
  return out;
}

}  // namespace

DOWNHILL_BINDINGS(neural_linear_layer) {
  function("linearLayerOutputs", &outputs_of);
  function("linearLayerSlopes", &slopes_of);
}

}  // namespace downhill
