#include "probability/joint_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "probability/distribution.hpp"
#include "probability/information.hpp"

namespace downhill {
namespace {

Result<std::vector<double>> values_or_numbers(std::vector<double> values, int count, const char* parameter) {
  if (values.empty()) {
    values.resize(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), 0.0);
  }
  if (values.size() != static_cast<std::size_t>(count))
    return Error{ErrorCode::wrong_dimension, parameter, static_cast<double>(values.size()), -1, std::to_string(count)};
  for (const double value : values)
    if (!std::isfinite(value)) return Error{ErrorCode::not_finite, parameter, value, -1, ""};
  return values;
}

}  // namespace

Result<JointTable> JointTable::create(int rows, int columns, std::vector<double> probabilities, std::vector<double> x,
                                      std::vector<double> y) {
  constexpr int most = 1000;
  if (rows < 1 || rows > most)
    return Error{ErrorCode::out_of_range, "rows", static_cast<double>(rows), -1, range_text(1, most)};
  if (columns < 1 || columns > most)
    return Error{ErrorCode::out_of_range, "columns", static_cast<double>(columns), -1, range_text(1, most)};
  if (probabilities.size() != static_cast<std::size_t>(rows * columns))
    return Error{ErrorCode::wrong_dimension, "probabilities", static_cast<double>(probabilities.size()), -1,
                 std::to_string(rows * columns)};
  auto shares = shares_of(std::move(probabilities), "probabilities");
  if (!shares) return shares.error();
  auto x_values = values_or_numbers(std::move(x), columns, "x-values");
  if (!x_values) return x_values.error();
  auto y_values = values_or_numbers(std::move(y), rows, "y-values");
  if (!y_values) return y_values.error();
  return JointTable{rows, columns, *std::move(shares), *std::move(x_values), *std::move(y_values)};
}

JointFacts facts_of(const JointTable& table) {
  const auto [rows, columns] = std::pair(static_cast<std::size_t>(table.rows), static_cast<std::size_t>(table.columns));
  JointFacts facts;
  facts.marginal_x.resize(columns);
  facts.marginal_y.resize(rows);
  // [region marginals]
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      const double share = table.shares[i * columns + j];
      facts.marginal_x[j] += share;
      facts.marginal_y[i] += share;
    }
  }
  // [endregion]
  facts.y_given_x.resize(rows * columns);
  facts.x_given_y.resize(rows * columns);
  facts.mean_y_given_x.resize(columns);
  facts.variance_y_given_x.resize(columns);
  facts.mean_x_given_y.resize(rows);
  // [region conditionals]
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      const std::size_t cell = i * columns + j;
      facts.y_given_x[cell] = table.shares[cell] / facts.marginal_x[j];
      facts.x_given_y[cell] = table.shares[cell] / facts.marginal_y[i];
      facts.mean_y_given_x[j] += facts.y_given_x[cell] * table.y[i];
      facts.mean_x_given_y[i] += facts.x_given_y[cell] * table.x[j];
    }
  }
  // [endregion]
  for (std::size_t j = 0; j < columns; ++j) facts.mean_x += facts.marginal_x[j] * table.x[j];
  for (std::size_t i = 0; i < rows; ++i) facts.mean_y += facts.marginal_y[i] * table.y[i];
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      const std::size_t cell = i * columns + j;
      const double share = table.shares[cell], dx = table.x[j] - facts.mean_x, dy = table.y[i] - facts.mean_y;
      const double inner = table.y[i] - facts.mean_y_given_x[j];
      facts.variance_x += share * dx * dx;
      facts.variance_y += share * dy * dy;
      facts.covariance += share * dx * dy;
      facts.variance_y_given_x[j] += facts.y_given_x[cell] * inner * inner;
      facts.dependence = std::max(facts.dependence, std::abs(share - facts.marginal_x[j] * facts.marginal_y[i]));
    }
  }
  const auto varies = [](const std::vector<double>& marginal) {
    return std::count_if(marginal.begin(), marginal.end(), [](double share) { return share > 0; }) > 1;
  };
  if (varies(facts.marginal_x) && varies(facts.marginal_y) && facts.variance_x > 0 && facts.variance_y > 0)
    facts.correlation = std::clamp(facts.covariance / std::sqrt(facts.variance_x) / std::sqrt(facts.variance_y), -1.0, 1.0);
  facts.entropy_x = entropy(facts.marginal_x) / bit;
  facts.entropy_y = entropy(facts.marginal_y) / bit;
  facts.joint_entropy = entropy(table.shares) / bit;
  facts.mutual_information = std::max(0.0, facts.entropy_x + facts.entropy_y - facts.joint_entropy);
  return facts;
}

Result<JointTable> with_probability(JointTable table, int cell, double probability) {
  const auto cells = static_cast<int>(table.shares.size());
  if (cell < 0 || cell >= cells)
    return Error{ErrorCode::out_of_range, "cell", static_cast<double>(cell), -1, range_text(0, cells - 1)};
  // A table of one cell is certain.
  const double least = cells == 1 ? 1 : 0;
  if (!(probability >= least && probability <= 1))
    return Error{ErrorCode::out_of_range, "probability", probability, -1, range_text(least, 1)};
  double others = 0;
  for (int i = 0; i < cells; ++i) others += i == cell ? 0 : table.shares[static_cast<std::size_t>(i)];
  for (int i = 0; i < cells; ++i) {
    double& share = table.shares[static_cast<std::size_t>(i)];
    share = i == cell ? probability : (1 - probability) * (others > 0 ? share / others : 1.0 / (cells - 1));
  }
  return table;
}

std::vector<int> draw_cells(const JointTable& table, int count, RandomStream random) {
  std::vector<double> sums(table.shares.size());
  std::partial_sum(table.shares.begin(), table.shares.end(), sums.begin());
  std::vector<int> cells(static_cast<std::size_t>(count));
  for (int& cell : cells)
    cell = static_cast<int>(std::upper_bound(sums.begin(), sums.end(), random.uniform() * sums.back()) - sums.begin());
  return cells;
}

}  // namespace downhill
