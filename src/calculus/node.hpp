#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "calculus/number.hpp"

namespace downhill {

/// What a node of an expression does. The functions of one argument stand together, between `exp` and `gelu`.
enum class Op : uint8_t {
  number,
  variable,
  pi,
  euler,
  add,
  subtract,
  multiply,
  divide,
  negate,
  power,
  exp,
  log,
  log10,
  log2,
  sqrt,
  cbrt,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  abs,
  sign,
  floor,
  ceil,
  erf,
  erfc,
  sigmoid,
  softplus,
  relu,
  gelu,
  minimum,
  maximum,
  atan2,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  choose,      ///< if(condition, then, otherwise)
  derivative,  ///< "the derivative of", still to be worked out: only in the steps shown to a reader, never evaluated
};

constexpr bool is_function(Op op) { return op >= Op::exp && op <= Op::gelu; }
constexpr bool is_comparison(Op op) { return op >= Op::less && op <= Op::not_equal; }

/// One row of an expression's flat table. Operands are indices of earlier rows, -1 where there is none.
struct Node {
  Op op = Op::number;
  int a = -1;  ///< first operand; for a variable its index
  int b = -1;
  int c = -1;
  Number number;  ///< for Op::number
};

constexpr int operand_count(Op op) {
  if (op <= Op::euler) return 0;
  if (op == Op::negate || is_function(op) || op == Op::derivative) return 1;
  return op == Op::choose ? 3 : 2;
}

/// A name that can be called: `sin(x)`, `max(a, b, c)`.
struct FunctionName {
  std::string_view name;
  Op op;
  int least_arguments;
  int most_arguments;
  bool reciprocal = false;  ///< one over the function: sec is 1/cos
};

/// Every callable name; the first of several names of one function is the one that is printed.
std::span<const FunctionName> function_names();
/// The name a function or a two-argument function is printed with.
std::string_view name_of(Op op);

}  // namespace downhill
