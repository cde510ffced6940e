// The native half of tests/wasm/same_traces.test.ts: reads one request a line, fields parted by tabs, and answers each with one
// line of numbers, written as the bits of doubles in hexadecimal so that nothing is lost on the way.
//
//   descent     expression  optimizer  learning-rate  steps  start…    x, f, f′ of every step, flat
//   dataset     id  seed                                                inputs, then outputs
//   joint       id  seed                                                x and y of 500 draws in turn
//   regression  batch size  learning-rate  steps  seed                  β of every update on a generated line, flat
//   swarm       batch size  learning-rate  steps  seed                  the last batch, then w of every run, on the same data
//   training    data set  activation  optimizer  float or double  steps  seed     weights and biases, then the losses by epoch
//   difference  left  right  seed                                       where two formulas in x differ

#include <cstdint>
#include <cstdio>
#include <iostream>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "calculus/equivalence.hpp"
#include "calculus/parse.hpp"
#include "data/datasets.hpp"
#include "many_runs/swarm.hpp"
#include "neural/training.hpp"
#include "optimize/descent.hpp"
#include "probability/joint_density.hpp"
#include "regression/features.hpp"
#include "regression/regression_descent.hpp"

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

Dataset line() { return generate_dataset("line", {}, 7).value(); }

void joint(const Fields& fields) {
  const JointDensity pair = JointDensity::create(fields[1]).value();
  RandomStream random(std::stoull(fields[2]));
  for (int i = 0; i < 500; ++i) {
    const auto [x, y] = pair.draw(random);
    print(std::vector{x, y});
  }
}

void regression(const Fields& fields) {
  const Dataset data = line();
  auto problem = RegressionProblem::create(with_intercept(data.inputs), data.outputs, Objective::mean_squared).value();
  const long steps = std::stol(fields[3]);
  RegressionDescent run = RegressionDescent::create(std::make_shared<const RegressionProblem>(std::move(problem)),
                                                    {.optimizer_options = {{"learning-rate", std::stod(fields[2])}},
                                                     .batch_size = std::stoi(fields[1]),
                                                     .seed = std::stoull(fields[4]),
                                                     .step_limit = steps})
                              .value();
  run.step_to(steps);
  print(run.trace().points);
}

void swarm(const Fields& fields) {
  const Dataset data = line();
  const auto numbers = [](const auto& column) { return std::vector<double>(column.data(), column.data() + column.size()); };
  const Expression loss = parse("(y - w x)^2", {"w", "x", "y"}).value();
  Swarm run = Swarm::create(FiniteSum::create(loss, numbers(data.inputs), numbers(data.outputs)).value(),
                            {.optimizer_options = {{"learning-rate", std::stod(fields[2])}},
                             .runs = 20,
                             .from = -3,
                             .to = 3,
                             .batch_size = std::stoi(fields[1]),
                             .seed = std::stoull(fields[4])})
                  .value();
  run.step_to(std::stol(fields[3]));
  for (const int sample : run.next_batch()) print(std::vector{static_cast<double>(sample)});
  print(run.state().positions);
}

template <class Scalar>
void training_in(const Fields& fields) {
  const Dataset data = generate_dataset(fields[1], {{"points", 100}}, 3).value();
  TableData table{.inputs = {}, .columns = 2, .outputs = {}, .classes = data.classes};
  for (Eigen::Index i = 0; i < data.inputs.rows(); ++i) {
    table.inputs.insert(table.inputs.end(), {data.inputs(i, 0), data.inputs(i, 1)});
    table.outputs.push_back(data.outputs[i]);
  }
  auto samples = std::make_shared<const Samples<Scalar>>(Samples<Scalar>::create(std::move(table)).value());
  const std::vector<LayerSpec> layers(2, {.units = 5, .activation = fields[2], .dropout = 0.1});
  auto run = Training<Scalar>::create(std::move(samples), {.layers = layers,
                                                           .optimizer = fields[3],
                                                           .test_share = 0.3,
                                                           .seed = std::stoull(fields[6]),
                                                           .settings = {.l1 = 1e-4, .l2 = 1e-3}})
                 .value();
  run.step_to(std::stol(fields[5]));
  for (const Scalar parameter : run.state().parameters) print(std::vector{static_cast<double>(parameter)});
  for (const TrainingRow& row : run.history()) print(std::vector{row.training, row.test});
}

void training(const Fields& fields) {
  if (fields[4] == "float")
    training_in<float>(fields);
  else
    training_in<double>(fields);
}

void difference(const Fields& fields) {
  const auto left = parse(fields[1], {"x"}), right = parse(fields[2], {"x"});
  print(equivalent(left.value(), right.value(), std::stoull(fields[3])).counterexample);
}

void answer(const Fields& fields) {
  if (fields[0] == "descent") descent(fields);
  if (fields[0] == "dataset") dataset(fields);
  if (fields[0] == "joint") joint(fields);
  if (fields[0] == "regression") regression(fields);
  if (fields[0] == "swarm") swarm(fields);
  if (fields[0] == "training") training(fields);
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
