#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "calculus/expression.hpp"
#include "calculus/function.hpp"
#include "foundation/random.hpp"
#include "foundation/result.hpp"

namespace downhill {

/// A density of two variables over a rectangle, made from an expression in x and y that is divided by its integral. An immutable
/// value; integrals are adaptive, along y within along x.
class JointDensity {
 public:
  struct Range {
    double from, to;
  };
  struct Facts {
    double total;  ///< what the expression was divided by
    double mean_x, mean_y, variance_x, variance_y, covariance;
    std::optional<double> correlation;
  };

  /// Errors: wrong_dimension ("variables"), not_finite and out_of_range (the ends of "x" and "y"), and of "density": not_finite where
  /// it has no value or its integral none, out_of_range where it is negative, no_probability where it is 0 throughout.
  static Result<JointDensity> create(const Expression& density, Range x, Range y);

  const Facts& facts() const { return facts_; }
  Range x() const { return x_; }
  Range y() const { return y_; }

  /// The density at points of a grid, both ends included, x fastest.
  std::vector<double> grid(int columns, int rows) const;
  double density(double x, double y) const;
  /// ∫ density dy, and ∫ density dx.
  double marginal_x(double x) const;
  double marginal_y(double y) const;
  /// Of y given x: NaN where the marginal density is 0.
  struct Conditional {
    double mean, variance;
  };
  Conditional y_given_x(double x) const;
  /// Points x, y, x, y …: a cell of a fine grid by its share of the probability, then a place in it by rejection.
  std::vector<double> draw(int count, RandomStream random) const;

 private:
  JointDensity(const Expression& density, Range x, Range y);
  /// ∫ weight(x, y) · expression over y at one x.
  template <class Weight>
  double along_y(double x, Weight weight) const;
  template <class Weight>
  double over_both(Weight weight) const;

  std::shared_ptr<const Function> function_;
  Range x_, y_;
  Facts facts_{};
};

}  // namespace downhill
