#include "neural/dense_kernel.hpp"

namespace downhill {
namespace {

template <class Scalar, int Rows>
using Column = Eigen::Array<Scalar, Rows, 1>;
template <class Scalar, int Rows>
using ConstColumn = Eigen::Map<const Column<Scalar, Rows>>;
template <class Scalar, int Rows>
using ColumnTo = Eigen::Map<Column<Scalar, Rows>>;

/// Calls block.template operator()<Rows>(first) for pieces of the rows that fit the registers.
template <class Block>
void in_blocks(Eigen::Index rows, Block block) {
  Eigen::Index first = 0;
  for (; first + 16 <= rows; first += 16) block.template operator()<16>(first);
  if (first + 12 <= rows) {
    block.template operator()<12>(first);
    first += 12;
  }
  for (; first + 4 <= rows; first += 4) block.template operator()<4>(first);
  for (; first < rows; ++first) block.template operator()<1>(first);
}

/// Where the weights of a product stand: that from input i to output j at j · output + i · input.
struct Strides {
  Eigen::Index output, input;
};

/// out(:, j) = start(j) + Σ w(i, j) in(:, i) for `Together` outputs at once, which share the loading of the inputs.
template <int Rows, int Together, class Scalar>
void combine(const Scalar* in, Eigen::Index inputs, Eigen::Index rows, const Scalar* weights, const Strides& strides,
             const Scalar* start, Scalar* out) {
  Column<Scalar, Rows> sums[Together];
  for (int j = 0; j < Together; ++j) sums[j].setConstant(start ? start[j] : Scalar(0));
  for (Eigen::Index i = 0; i < inputs; ++i) {
    const Column<Scalar, Rows> x = ConstColumn<Scalar, Rows>(in + i * rows);
    for (int j = 0; j < Together; ++j) sums[j] += weights[j * strides.output + i * strides.input] * x;
  }
  for (int j = 0; j < Together; ++j) ColumnTo<Scalar, Rows>(out + j * rows) = sums[j];
}

template <class Scalar>
void combine_all(const Scalar* in, Eigen::Index inputs, Eigen::Index rows, const Scalar* weights, const Strides& strides,
                 const Scalar* start, Scalar* out, Eigen::Index outputs) {
  in_blocks(rows, [&]<int Rows>(Eigen::Index first) {
    Eigen::Index j = 0;
    for (; j + 2 <= outputs; j += 2)
      combine<Rows, 2>(in + first, inputs, rows, weights + j * strides.output, strides, start ? start + j : start,
                       out + j * rows + first);
    if (j < outputs)
      combine<Rows, 1>(in + first, inputs, rows, weights + j * strides.output, strides, start ? start + j : start,
                       out + j * rows + first);
  });
}

}  // namespace

template <class Scalar>
void dense_forward(const LayerPlace& place, const Scalar* parameters, const Scalar* x, Eigen::Index rows, Scalar* sums) {
  combine_all(x, place.inputs, rows, parameters + place.weights, {.output = place.inputs, .input = 1},
              parameters + place.biases(), sums, place.units);
}

template <class Scalar>
void dense_gradient(const LayerPlace& place, const Scalar* x, const Scalar* deltas, Eigen::Index rows, Scalar* gradient) {
  Scalar* const weights = gradient + place.weights;
  Scalar* const biases = gradient + place.biases();
  std::fill(weights, biases + place.units, Scalar(0));
  in_blocks(rows, [&]<int Rows>(Eigen::Index first) {
    for (Eigen::Index j = 0; j < place.units; ++j) {
      const Column<Scalar, Rows> delta = ConstColumn<Scalar, Rows>(deltas + j * rows + first);
      biases[j] += delta.sum();
      Scalar* const unit = weights + j * place.inputs;
      for (Eigen::Index i = 0; i < place.inputs; ++i)
        unit[i] += (delta * ConstColumn<Scalar, Rows>(x + i * rows + first)).sum();
    }
  });
}

template <class Scalar>
void dense_backward(const LayerPlace& place, const Scalar* parameters, const Scalar* deltas, Eigen::Index rows, Scalar* below) {
  combine_all<Scalar>(deltas, place.units, rows, parameters + place.weights, {.output = 1, .input = place.inputs}, nullptr,
                      below, place.inputs);
}

#define DOWNHILL_DENSE(Scalar)                                                                          \
  template void dense_forward(const LayerPlace&, const Scalar*, const Scalar*, Eigen::Index, Scalar*);  \
  template void dense_gradient(const LayerPlace&, const Scalar*, const Scalar*, Eigen::Index, Scalar*); \
  template void dense_backward(const LayerPlace&, const Scalar*, const Scalar*, Eigen::Index, Scalar*);
DOWNHILL_DENSE(float)
DOWNHILL_DENSE(double)
#undef DOWNHILL_DENSE

}  // namespace downhill
