#pragma once

#include <functional>
#include <vector>

#include "calculus/function.hpp"

namespace downhill {

/// A part of an expression whose zeros, or whose steps from one whole number to another, are places where the whole may change
/// its branch, reach the edge of its domain or divide by zero.
struct Watch {
  Function function;  ///< of all the variables
  bool steps;
};
std::vector<Watch> watches_of(const Expression& expression);

/// A short decimal near x, if there is one within `width`: 0.5 rather than 0.49999999999.
double tidy(double x, double width);

/// The place between low and high where `like_low`, true at low, turns false; tidied within `width`.
double narrow(double low, double high, double width, const std::function<bool(double)>& like_low);

/// Where `g` vanishes (or steps), as seen from the points of a grid: changes of sign, and zeros without one such as that of x².
void find_places(const std::function<double(double)>& g, bool steps, const std::vector<double>& grid,
                 const std::function<void(double)>& found);

}  // namespace downhill
