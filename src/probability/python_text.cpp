#include "probability/python_text.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace downhill {
namespace {

std::string joined(std::span<const double> numbers) {
  std::string text;
  for (const double number : numbers) text += (text.empty() ? "" : ", ") + plain_number(number);
  return text;
}

}  // namespace

std::string plain_number(double number) {
  char text[40];
  if (number == std::floor(number) && std::abs(number) < 1e15) {
    std::snprintf(text, sizeof text, "%.0f", number);
    return text;
  }
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, number);
    if (std::strtod(text, nullptr) == number) break;
  }
  return text;
}

std::string python_call(std::string_view name, std::initializer_list<double> arguments) {
  return "scipy.stats." + std::string(name) + "(" + joined({arguments.begin(), arguments.size()}) + ")";
}

std::string python_list(std::span<const double> numbers) { return "[" + joined(numbers) + "]"; }

}  // namespace downhill
