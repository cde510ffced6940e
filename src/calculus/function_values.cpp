#include <Eigen/Core>
#include <algorithm>

#include "calculus/block_math.hpp"
#include "calculus/evaluate.hpp"

// Evaluation in batches: each instruction runs over a block of points before the next, in loops that compilers vectorise.

namespace downhill {
namespace {

constexpr int block = 256;  // points: a few registers of 2 kB each stay in the nearest cache

// No instruction writes where it reads (Function::compile sees to it), so `out` may be declared free of aliases.
template <class Operation>
void each(double* __restrict out, int n, Operation operation) {
  for (int i = 0; i < n; ++i) out[i] = operation(i);
}

// An operand of a block: a register of many values, or one number for all.
struct Many {
  const double* values;
  double operator[](int i) const { return values[i]; }
};
struct One {
  double number;
  double operator[](int) const { return number; }
};

// Arithmetic, with a number on either side or none; false for other operations.
template <class A, class B>
bool run_arithmetic(Op op, A a, B b, double* out, int n) {
  switch (op) {
    case Op::add:
      each(out, n, [=](int i) { return a[i] + b[i]; });
      return true;
    case Op::subtract:
      each(out, n, [=](int i) { return a[i] - b[i]; });
      return true;
    case Op::multiply:
      each(out, n, [=](int i) { return a[i] * b[i]; });
      return true;
    case Op::divide:
      each(out, n, [=](int i) { return a[i] / b[i]; });
      return true;
    default:
      return false;
  }
}

void run_power(const double* a, double exponent, double* out, int n) {
  if (exponent == 2) {
    each(out, n, [=](int i) { return a[i] * a[i]; });
  } else if (exponent == 3) {
    each(out, n, [=](int i) { return a[i] * a[i] * a[i]; });
  } else {
    each(out, n, [=](int i) { return power_number(a[i], exponent); });
  }
}

void run_registers(const Instruction& step, const double* a, const double* b, const double* c, double* out, int n) {
  if (run_arithmetic(step.op, Many{a}, Many{b}, out, n)) return;
  switch (step.op) {
    case Op::negate:
      each(out, n, [=](int i) { return -a[i]; });
      break;
    case Op::abs:
      each(out, n, [=](int i) { return std::abs(a[i]); });
      break;
    case Op::relu:
      each(out, n, [=](int i) { return larger(a[i], 0); });
      break;
    case Op::sqrt:
      Eigen::Map<Eigen::ArrayXd>(out, n) = Eigen::Map<const Eigen::ArrayXd>(a, n).sqrt();
      break;
    case Op::exp:
      exp_block(a, out, n);
      break;
    case Op::log:
      log_block(a, out, n);
      break;
    case Op::sin:
      sin_block(a, out, n);
      break;
    case Op::cos:
      cos_block(a, out, n);
      break;
    case Op::tanh:
      tanh_block(a, out, n);
      break;
    case Op::sigmoid:
      sigmoid_block(a, out, n);
      break;
    case Op::choose:
      each(out, n, [=](int i) { return choose(a[i], b[i], c[i]); });
      break;
    default:
      each(out, n, [=, op = step.op](int i) { return apply(op, a[i], b[i], c[i]); });
  }
}

}  // namespace

void Function::values(const double* points, size_t count, double* out) const {
  if (count == 1) {
    *out = value(points);
    return;
  }
  std::vector<double> storage(static_cast<size_t>(registers_) * block);
  double* const registers = storage.data();
  for (size_t start = 0; start < count; start += block) {
    const int n = static_cast<int>(std::min<size_t>(block, count - start));
    const double* from = points + start * dimension_;
    for (int variable = 0; variable < dimension_; ++variable) {
      double* column = registers + variable * block;
      each(column, n, [=, this](int i) { return from[i * dimension_ + variable]; });
    }
    for (const Instruction& step : program_) {
      const double* a = registers + step.a * block;
      const double* b = registers + step.b * block;
      double* to = registers + step.out * block;
      switch (step.form) {
        case Instruction::Form::registers:
          run_registers(step, a, b, registers + step.c * block, to, n);
          break;
        case Instruction::Form::number_second:
          if (step.op == Op::power) {
            run_power(a, step.number, to, n);
          } else if (!run_arithmetic(step.op, Many{a}, One{step.number}, to, n)) {
            each(to, n, [=, &step](int i) { return apply(step.op, a[i], step.number, 0.0); });
          }
          break;
        case Instruction::Form::number_first:
          if (!run_arithmetic(step.op, One{step.number}, Many{b}, to, n))
            each(to, n, [=, &step](int i) { return apply(step.op, step.number, b[i], 0.0); });
          break;
        case Instruction::Form::number_only:
          std::fill_n(to, n, step.number);
          break;
      }
    }
    std::copy_n(registers + result_ * block, n, out + start);
  }
}

}  // namespace downhill
