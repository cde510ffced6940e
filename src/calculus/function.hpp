#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "calculus/expression.hpp"

namespace downhill {

/// A function's value, gradient and Hessian (row-major, dimension × dimension) at a point.
struct Jet {
  double value = 0;
  std::vector<double> gradient;
  std::vector<double> hessian;
};

/// One instruction of a compiled function: `out` = `op` of registers a, b, c, or of a register and a number.
struct Instruction {
  enum class Form : uint8_t { registers, number_second, number_first, number_only };
  Op op;
  Form form = Form::registers;
  uint16_t out = 0, a = 0, b = 0, c = 0;
  double number = 0;
};

/// An expression compiled to a short straight program on a few registers, for evaluating it many times. An immutable value.
///
/// Where the expression is undefined (log of a negative number, 0/0) the value is NaN; poles give ±infinity as IEEE arithmetic
/// does. Derivatives are exact, by dual numbers, and NaN where the function is not differentiable: |x| at 0, min and max where
/// both arguments meet with different slopes, sign and floor at their jumps.
class Function {
 public:
  static Function compile(const Expression& expression);

  int dimension() const { return dimension_; }

  /// `point` holds dimension() coordinates.
  double value(const double* point) const;
  double value(double x) const { return value(&x); }

  /// Values at `count` points: `points` row-major, count × dimension; `out` count long.
  void values(const double* points, size_t count, double* out) const;

  /// The exact value and gradient; `gradient` is dimension() long.
  void value_and_gradient(const double* point, double& value, double* gradient) const;

  /// Value, gradient and Hessian, exact, by dual numbers of dual numbers.
  Jet second_order(const double* point) const;

  /// Runs the program on any number type that has the operations: double, Dual<…>, std::complex<double>. Defined in
  /// `calculus/evaluate.hpp`.
  template <class T>
  T evaluate(const T* point) const;

 private:
  int dimension_ = 0;
  int registers_ = 0;  // the first `dimension_` hold the variables
  int result_ = 0;
  std::vector<Instruction> program_;
};

}  // namespace downhill
