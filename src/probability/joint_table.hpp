#pragma once

#include <optional>
#include <vector>

#include "foundation/random.hpp"
#include "foundation/result.hpp"

namespace downhill {

/// The joint distribution of two discrete variables: one probability for each cell, row by row. Row i belongs to the i-th value
/// of y, column j to the j-th value of x.
struct JointTable {
  int rows = 0, columns = 0;
  std::vector<double> shares;  ///< sum to 1
  std::vector<double> x, y;    ///< the values

  /// Normalises. Values default to 0, 1, 2 … Errors: wrong_dimension ("probabilities", "x-values", "y-values"), not_finite, and
  /// those of shares_of ("probabilities").
  static Result<JointTable> create(int rows, int columns, std::vector<double> probabilities, std::vector<double> x = {},
                                   std::vector<double> y = {});

  double share(int row, int column) const { return shares[static_cast<std::size_t>(row * columns + column)]; }
};

/// What follows from a table. NaN where something is conditioned on what has probability 0.
struct JointFacts {
  std::vector<double> marginal_x, marginal_y;  ///< sums over the columns' and the rows' other variable
  std::vector<double> y_given_x, x_given_y;    ///< tables of the same shape
  std::vector<double> mean_y_given_x, mean_x_given_y, variance_y_given_x;
  double mean_x = 0, mean_y = 0, variance_x = 0, variance_y = 0, covariance = 0;
  std::optional<double> correlation;                                               ///< none where a variable never varies
  double entropy_x = 0, entropy_y = 0, joint_entropy = 0, mutual_information = 0;  ///< in bits
  double dependence = 0;                                                           ///< the largest |p(x, y) − p(x) p(y)|
};

JointFacts facts_of(const JointTable& table);

/// The table after one cell is set: the others keep their proportions and share what is left, evenly where all were 0.
/// Errors: out_of_range ("probability", "cell").
Result<JointTable> with_probability(JointTable table, int cell, double probability);

/// Cells drawn from a table, by their index row · columns + column.
std::vector<int> draw_cells(const JointTable& table, int count, RandomStream random);

}  // namespace downhill
