#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "probability/joint_model.hpp"
#include "probability/joints/class_and_measure.hpp"
#include "probability/joints/correlated_normal.hpp"
#include "probability/joints/disc.hpp"
#include "probability/joints/noisy_curve.hpp"
#include "probability/joints/triangle.hpp"
#include "probability/joints/two_branches.hpp"
#include "probability/joints/two_heaps.hpp"

namespace downhill {

/// Every joint distribution with a density, in the order they are listed to the reader. A new one is one line here.
using JointModel = std::variant<CorrelatedNormal, TwoHeaps, Disc, Triangle, NoisyCurve, TwoBranches, ClassAndMeasure>;

/// What the catalog says about one.
struct JointEntry {
  std::string id;
  Name name;
  std::vector<OptionSpec> options;
  std::vector<double> x_values;  ///< of a discrete x; else empty
  JointModel (*from)(const OptionValues&);
};

const Registry<JointEntry>& joint_densities();

/// A joint distribution of two numbers with its options: an immutable value. Good for any number: beyond the support the
/// density is 0, and NaN gives NaN or nothing to condition on. Where x is discrete, its density is a mass times a density of y.
class JointDensity {
 public:
  /// Errors: unknown_id ("joint-density"), those of validate_options.
  static Result<JointDensity> create(std::string_view id, const OptionValues& options = {});

  const OptionValues& options() const { return options_; }
  /// Of a discrete x; else empty.
  std::vector<double> x_values() const;
  Window window() const;
  JointMoments moments() const;
  /// Whether the density is the product of the marginals.
  bool independent() const;
  double marginal_x(double x) const;
  double marginal_y(double y) const;
  /// y given x; without parts where x cannot occur.
  Conditional given_x(double x) const;
  /// x given y, a point for each of its values; without parts where x is continuous.
  Conditional given_y(double y) const;
  /// p(x, y) = p(x) p(y | x).
  double density(double x, double y) const;
  /// The densities at all pairs, row by row: one row for each y.
  std::vector<double> grid(std::span<const double> x, std::span<const double> y) const;
  /// One draw, the same bits from the same stream on every platform.
  Pair draw(RandomStream& random) const;

 private:
  JointDensity(JointModel model, OptionValues options) : model_(model), options_(std::move(options)) {}

  JointModel model_;
  OptionValues options_;
};

}  // namespace downhill
