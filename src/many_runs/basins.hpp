#pragma once

#include <vector>

#include "optimize/descent.hpp"

namespace downhill {

/// A grid of starts in the plane: `columns` × `rows` cell centres, row 0 at y_from.
struct StartGrid {
  double x_from, x_to;
  int columns;
  double y_from, y_to;
  int rows;

  double x(int column) const { return x_from + (column + 0.5) * (x_to - x_from) / columns; }
  double y(int row) const { return y_from + (row + 0.5) * (y_to - y_from) / rows; }
};

/// Where descent ends from each start of some rows of a grid; row-major, as flat arrays.
struct BasinRows {
  std::vector<double> ends;       ///< (x, y) per start: the last point of its run
  std::vector<Outcome> outcomes;  ///< per start
  std::vector<int> steps;         ///< per start
};

/// Runs a descent to its end from every start of rows [first_row, last_row). Rows are independent of each other, so a grid may
/// be shared out among workers. `options` as for Descent::create (start, record and classify are ignored); the function has two
/// variables. Errors: wrong_dimension ("function"), out_of_range ("columns", "rows", "first-row": not a part of the grid), and
/// the optimizer's.
Result<BasinRows> basin_rows(const Function& function, const DescentOptions& options, const StartGrid& grid, int first_row,
                             int last_row);

/// The distinct places where runs end.
struct Basins {
  std::vector<double> ends;           ///< (x, y) per basin
  std::vector<StationaryKind> kinds;  ///< what is there
  std::vector<int> labels;            ///< per start: its basin, −1 where the run did not converge
};

/// Groups the ends of runs that converged: ends nearer than `radius` to each other are one place. Basins that are `known`
/// beforehand
/// ((x, y) pairs: a landscape's minimisers) come first and keep their order, so that colours stay the same while a slider
/// moves. Beyond 254 places further ends get the label −1.
Basins group_ends(const Function& function, const BasinRows& rows, const std::vector<double>& known, double radius);

}  // namespace downhill
