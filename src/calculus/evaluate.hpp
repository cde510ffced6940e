#pragma once

#include <array>
#include <cmath>
#include <vector>

#include "calculus/complex_scalar.hpp"
#include "calculus/dual.hpp"
#include "calculus/function.hpp"

namespace downhill {

/// Applies one operation to operands of any number type. Kept out of line: it is large, and the frequent operations do not come
/// here.
template <class T>
[[gnu::noinline]] T apply(Op op, const T& a, const T& b, const T& c) {
  using downhill::acos, downhill::asin, downhill::atan;  // for complex numbers
  using std::acos, std::asin, std::asinh, std::atan, std::atanh, std::cos, std::cosh, std::exp, std::log, std::log10, std::sin,
      std::sinh, std::sqrt, std::tan, std::tanh;
  switch (op) {
    case Op::add:
      return a + b;
    case Op::subtract:
      return a - b;
    case Op::multiply:
      return a * b;
    case Op::divide:
      return a / b;
    case Op::negate:
      return -a;
    case Op::power:
      return power(a, b);
    case Op::exp:
      return exp(a);
    case Op::log:
      return log(a);
    case Op::log10:
      return log10(a);
    case Op::log2:
      return logarithm2(a);
    case Op::sqrt:
      return sqrt(a);
    case Op::cbrt:
      return cube_root(a);
    case Op::sin:
      return sin(a);
    case Op::cos:
      return cos(a);
    case Op::tan:
      return tan(a);
    case Op::asin:
      return asin(a);
    case Op::acos:
      return acos(a);
    case Op::atan:
      return atan(a);
    case Op::sinh:
      return sinh(a);
    case Op::cosh:
      return cosh(a);
    case Op::tanh:
      return tanh(a);
    case Op::asinh:
      return asinh(a);
    case Op::acosh:
      return inverse_cosh(a);
    case Op::atanh:
      return atanh(a);
    case Op::abs:
      return absolute(a);
    case Op::sign:
      return sign_of(a);
    case Op::floor:
      return round_down(a);
    case Op::ceil:
      return round_up(a);
    case Op::erf:
      return error_function(a);
    case Op::erfc:
      return complementary_error_function(a);
    case Op::sigmoid:
      return sigmoid(a);
    case Op::softplus:
      return softplus(a);
    case Op::relu:
      return larger(a, T(0.0));
    case Op::gelu:
      return gelu(a);
    case Op::minimum:
      return smaller(a, b);
    case Op::maximum:
      return larger(a, b);
    case Op::atan2:
      return angle(a, b);
    case Op::less:
      return less(a, b);
    case Op::less_equal:
      return less_equal(a, b);
    case Op::greater:
      return less(b, a);
    case Op::greater_equal:
      return less_equal(b, a);
    case Op::equal:
      return equal(a, b);
    case Op::not_equal:
      return T(1.0) - equal(a, b);
    case Op::choose:
      return choose(a, b, c);
    case Op::number:
    case Op::variable:
    case Op::pi:
    case Op::euler:
    case Op::derivative:
      break;  // not operations on operands
  }
  return T(undefined);
}

template <class T>
T Function::evaluate(const T* point) const {
  constexpr int room = 32;  // enough for nearly everything typed; deeper programs take their registers from the heap
  std::array<T, room> near;
  std::vector<T> far;
  T* r = near.data();
  if (registers_ > room) {
    far.resize(registers_);
    r = far.data();
  }
  for (int i = 0; i < dimension_; ++i) r[i] = point[i];
  for (const Instruction& step : program_) {
    T& out = r[step.out];
    switch (step.form) {
      case Instruction::Form::registers:
        switch (step.op) {  // the frequent ones at once
          case Op::add:
            out = r[step.a] + r[step.b];
            break;
          case Op::subtract:
            out = r[step.a] - r[step.b];
            break;
          case Op::multiply:
            out = r[step.a] * r[step.b];
            break;
          default:
            out = apply(step.op, r[step.a], r[step.b], r[step.c]);
        }
        break;
      case Instruction::Form::number_second:
        switch (step.op) {
          case Op::add:
            out = r[step.a] + T(step.number);
            break;
          case Op::multiply:
            out = r[step.a] * T(step.number);
            break;
          case Op::power:
            out = step.number == 2 ? r[step.a] * r[step.a] : power_number(r[step.a], step.number);
            break;
          default:
            out = apply(step.op, r[step.a], T(step.number), T(0.0));
        }
        break;
      case Instruction::Form::number_first:
        out = apply(step.op, T(step.number), r[step.b], T(0.0));
        break;
      case Instruction::Form::number_only:
        out = T(step.number);
        break;
    }
  }
  return r[result_];
}

}  // namespace downhill
