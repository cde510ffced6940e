#include "calculus/node.hpp"

#include <array>

namespace downhill {
namespace {

constexpr int any_number = 100;

constexpr std::array names = {
    FunctionName{"exp", Op::exp, 1, 1},
    FunctionName{"log", Op::log, 1, 1},
    FunctionName{"ln", Op::log, 1, 1},
    FunctionName{"log10", Op::log10, 1, 1},
    FunctionName{"log2", Op::log2, 1, 1},
    FunctionName{"sqrt", Op::sqrt, 1, 1},
    FunctionName{"cbrt", Op::cbrt, 1, 1},
    FunctionName{"sin", Op::sin, 1, 1},
    FunctionName{"cos", Op::cos, 1, 1},
    FunctionName{"tan", Op::tan, 1, 1},
    FunctionName{"asin", Op::asin, 1, 1},
    FunctionName{"arcsin", Op::asin, 1, 1},
    FunctionName{"acos", Op::acos, 1, 1},
    FunctionName{"arccos", Op::acos, 1, 1},
    FunctionName{"atan", Op::atan, 1, 1},
    FunctionName{"arctan", Op::atan, 1, 1},
    FunctionName{"sinh", Op::sinh, 1, 1},
    FunctionName{"cosh", Op::cosh, 1, 1},
    FunctionName{"tanh", Op::tanh, 1, 1},
    FunctionName{"asinh", Op::asinh, 1, 1},
    FunctionName{"arsinh", Op::asinh, 1, 1},
    FunctionName{"acosh", Op::acosh, 1, 1},
    FunctionName{"arcosh", Op::acosh, 1, 1},
    FunctionName{"atanh", Op::atanh, 1, 1},
    FunctionName{"artanh", Op::atanh, 1, 1},
    FunctionName{"abs", Op::abs, 1, 1},
    FunctionName{"sign", Op::sign, 1, 1},
    FunctionName{"sgn", Op::sign, 1, 1},
    FunctionName{"floor", Op::floor, 1, 1},
    FunctionName{"ceil", Op::ceil, 1, 1},
    FunctionName{"erf", Op::erf, 1, 1},
    FunctionName{"erfc", Op::erfc, 1, 1},
    FunctionName{"sigmoid", Op::sigmoid, 1, 1},
    FunctionName{"softplus", Op::softplus, 1, 1},
    FunctionName{"relu", Op::relu, 1, 1},
    FunctionName{"gelu", Op::gelu, 1, 1},
    FunctionName{"min", Op::minimum, 2, any_number},
    FunctionName{"max", Op::maximum, 2, any_number},
    FunctionName{"atan2", Op::atan2, 2, 2},
    FunctionName{"pow", Op::power, 2, 2},
    FunctionName{"if", Op::choose, 3, 3},
    FunctionName{"sec", Op::cos, 1, 1, true},
    FunctionName{"csc", Op::sin, 1, 1, true},
    FunctionName{"cosec", Op::sin, 1, 1, true},
    FunctionName{"cot", Op::tan, 1, 1, true},
    FunctionName{"sech", Op::cosh, 1, 1, true},
    FunctionName{"csch", Op::sinh, 1, 1, true},
    FunctionName{"coth", Op::tanh, 1, 1, true},
};

}  // namespace

std::span<const FunctionName> function_names() { return names; }

std::string_view name_of(Op op) {
  for (const FunctionName& entry : names)
    if (entry.op == op) return entry.name;
  return {};
}

}  // namespace downhill
