#include "many_runs/basins.hpp"

namespace downhill {
namespace {

constexpr int most_cells_a_side = 10'000;
constexpr std::size_t most_basins = 254;

}  // namespace

Result<BasinRows> basin_rows(const Function& function, const DescentOptions& options, const StartGrid& grid, int first_row,
                             int last_row) {
  if (function.dimension() != 2)
    return Error{ErrorCode::wrong_dimension, "function", static_cast<double>(function.dimension()), -1, "2"};
  if (grid.columns < 1 || grid.columns > most_cells_a_side)
    return Error{ErrorCode::out_of_range, "columns", static_cast<double>(grid.columns), -1, range_text(1, most_cells_a_side)};
  if (grid.rows < 1 || grid.rows > most_cells_a_side)
    return Error{ErrorCode::out_of_range, "rows", static_cast<double>(grid.rows), -1, range_text(1, most_cells_a_side)};
  if (first_row < 0 || last_row < first_row || last_row > grid.rows)
    return Error{ErrorCode::out_of_range, "first-row", static_cast<double>(first_row), -1, range_text(0, grid.rows)};

  DescentOptions bare = options;
  bare.record = false;
  bare.classify = false;
  auto descent = Descent::prepare(function, bare);
  if (!descent) return descent.error();

  BasinRows result;
  const std::size_t starts = static_cast<std::size_t>(last_row - first_row) * static_cast<std::size_t>(grid.columns);
  result.ends.reserve(2 * starts);
  result.outcomes.reserve(starts);
  result.steps.reserve(starts);
  // [region basins]
  for (int row = first_row; row < last_row; ++row)
    for (int column = 0; column < grid.columns; ++column) {
      const double start[] = {grid.x(column), grid.y(row)};
      descent->restart(start);
      descent->step_to(bare.step_limit);
      const DescentState& end = descent->state();
      result.ends.insert(result.ends.end(), end.point.begin(), end.point.end());
      result.outcomes.push_back(end.outcome);
      result.steps.push_back(static_cast<int>(end.step));
    }
  // [endregion]
  return result;
}

Basins group_ends(const Function& function, const BasinRows& rows, const std::vector<double>& known, double radius) {
  Basins basins;
  basins.ends = known;
  const auto count = [&] { return basins.ends.size() / 2; };
  const auto near = [&](std::size_t basin, double x, double y) {
    const double dx = basins.ends[2 * basin] - x, dy = basins.ends[2 * basin + 1] - y;
    return dx * dx + dy * dy <= radius * radius;
  };
  std::size_t last = 0;  // neighbouring starts mostly end in the same place: try that one first
  for (std::size_t i = 0; i < rows.outcomes.size(); ++i) {
    int label = -1;
    if (rows.outcomes[i] == Outcome::converged) {
      const double x = rows.ends[2 * i], y = rows.ends[2 * i + 1];
      if (last >= count() || !near(last, x, y))
        for (last = 0; last < count() && !near(last, x, y);) ++last;
      if (last == count() && count() < most_basins) basins.ends.insert(basins.ends.end(), {x, y});
      if (last < count()) label = static_cast<int>(last);
    }
    basins.labels.push_back(label);
  }
  for (std::size_t basin = 0; basin < count(); ++basin)
    basins.kinds.push_back(classify_stationary_point(function, basins.ends.data() + 2 * basin));
  return basins;
}

}  // namespace downhill
