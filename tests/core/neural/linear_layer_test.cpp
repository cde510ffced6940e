#include "neural/linear_layer.hpp"

#include "core/catch.hpp"

using namespace downhill;

namespace {

/// Σ G ∘ O, a loss whose slopes in the outputs are G.
double loss(const RowMatrix& X, const RowMatrix& W, const Eigen::RowVectorXd& b, const RowMatrix& G) {
  return linear_layer(X, W, b).cwiseProduct(G).sum();
}

}  // namespace

TEST_CASE("a linear layer is p linear models, sample by sample", "[linear-layer]") {
  RowMatrix X(4, 3), W(3, 2), G(4, 2);
  X << 1, 2, 0, 0, 1, 3, 2, 1, 1, 1, 0, 2;
  W << 2, 0, 1, -1, 0, 3;
  G << 1, 0, 0, 2, -1, 1, 0, 0;
  const Eigen::RowVectorXd b = Eigen::RowVectorXd::Map(std::vector<double>{1, -2}.data(), 2);
  const RowMatrix O = linear_layer(X, W, b);
  REQUIRE(O.rows() == 4);
  REQUIRE(O.cols() == 2);
  for (Eigen::Index i = 0; i < 4; ++i)
    for (Eigen::Index j = 0; j < 2; ++j) {
      double sum = b[j];
      for (Eigen::Index k = 0; k < 3; ++k) sum += X(i, k) * W(k, j);
      CHECK(O(i, j) == sum);
    }

  // Linear in everything, so that a step of any size gives the exact slope.
  const auto slopes = linear_layer_slopes(X, W, G);
  for (Eigen::Index k = 0; k < 3; ++k)
    for (Eigen::Index j = 0; j < 2; ++j) {
      RowMatrix moved = W;
      moved(k, j) += 1;
      CHECK(slopes.weights(k, j) == loss(X, moved, b, G) - loss(X, W, b, G));
    }
  for (Eigen::Index j = 0; j < 2; ++j) {
    Eigen::RowVectorXd moved = b;
    moved[j] += 1;
    CHECK(slopes.biases[j] == loss(X, W, moved, G) - loss(X, W, b, G));
  }
  for (Eigen::Index i = 0; i < 4; ++i)
    for (Eigen::Index k = 0; k < 3; ++k) {
      RowMatrix moved = X;
      moved(i, k) += 1;
      CHECK(slopes.inputs(i, k) == loss(moved, W, b, G) - loss(X, W, b, G));
    }
}
