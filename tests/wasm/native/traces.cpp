// The native half of tests/wasm/same_traces.test.ts: reads one request a line, fields parted by tabs, and answers each with one
// line of numbers, written as the bits of doubles in hexadecimal so that nothing is lost on the way.
//
//   descent     expression  optimizer  learning-rate  steps  start…    x, f, f′ of every step, flat
//   dataset     id  seed                                                inputs, then outputs
//   difference  left  right  seed                                       where two formulas in x differ

#include <cstdint>
#include <cstdio>
#include <iostream>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "calculus/equivalence.hpp"
#include "calculus/parse.hpp"
#include "data/datasets.hpp"
#include "optimize/descent.hpp"

namespace downhill {
namespace {

using Fields = std::vector<std::string>;

void print(std::span<const double> numbers) {
  for (const double number : numbers) std::printf("%016llx ", __builtin_bit_cast(unsigned long long, number));
}

void descent(const Fields& fields) {
  std::vector<double> start;
  for (size_t i = 5; i < fields.size(); ++i) start.push_back(std::stod(fields[i]));
  const std::vector<std::string> names{"x", "y"};
  const std::vector<std::string> variables(names.begin(), names.begin() + static_cast<long>(start.size()));
  const long steps = std::stol(fields[4]);
  Descent run = Descent::create(Function::compile(parse(fields[1], variables).value()),
                                {.optimizer = fields[2],
                                 .optimizer_options = {{"learning-rate", std::stod(fields[3])}},
                                 .start = start,
                                 .tolerance = 0,
                                 .step_limit = steps})
                    .value();
  run.step_to(steps);
  print(run.trace().points);
  print(run.trace().values);
  print(run.trace().gradients);
}

void dataset(const Fields& fields) {
  const Dataset data = generate_dataset(fields[1], {}, std::stoull(fields[2])).value();
  for (Eigen::Index i = 0; i < data.inputs.rows(); ++i)
    for (Eigen::Index j = 0; j < data.inputs.cols(); ++j) print(std::vector{data.inputs(i, j)});
  print({data.outputs.data(), static_cast<size_t>(data.outputs.size())});
}

void difference(const Fields& fields) {
  const auto left = parse(fields[1], {"x"}), right = parse(fields[2], {"x"});
  print(equivalent(left.value(), right.value(), std::stoull(fields[3])).counterexample);
}

void answer(const Fields& fields) {
  if (fields[0] == "descent") descent(fields);
  if (fields[0] == "dataset") dataset(fields);
  if (fields[0] == "difference") difference(fields);
  std::printf("\n");
}

}  // namespace
}  // namespace downhill

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream parts(line);
    downhill::Fields fields;
    for (std::string field; std::getline(parts, field, '\t');) fields.push_back(field);
    downhill::answer(fields);
  }
}
