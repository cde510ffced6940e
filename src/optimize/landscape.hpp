#pragma once

#include <string>
#include <vector>

#include "foundation/registry.hpp"

namespace downhill {

/// A named function of two variables to descend on. Its text is all the code needs: gradient and Hessian come from the
/// calculus.
struct Landscape {
  struct Box {
    double x_from, x_to, y_from, y_to;
  };
  using Point = std::vector<double>;  ///< (x, y)

  std::string id;          ///< kebab-case
  Name name;               ///< what the reader calls it
  std::string expression;  ///< in the variables x and y
  std::string kind;  ///< "convex", "valley" (one minimiser, not convex), "multimodal" (several minima) or "saddle" (no minimum)
  Box view;          ///< the part of the plane worth showing
  Point start;       ///< a start with something to see
  double learning_rate;                      ///< at which plain descent from `start` shows the landscape's character
  std::vector<Point> minimisers = {};        ///< all global minimisers, to 16 digits; empty if there is no minimum
  double minimum = 0;                        ///< value at the minimisers; meaningless without them
  std::vector<Point> other_minimisers = {};  ///< local minimisers that are not global, those in view
  std::vector<Point> saddles = {};           ///< the saddle points in view
  std::vector<Point> maximisers = {};        ///< the local maximisers in view
  bool smooth_at_minimisers = true;          ///< false where the function has a kink there and no gradient
  std::vector<std::string> variables = {"x", "y"};
};

const Registry<Landscape>& landscapes();

}  // namespace downhill
