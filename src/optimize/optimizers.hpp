#pragma once

#include <variant>

#include "optimize/adagrad.hpp"
#include "optimize/adam.hpp"
#include "optimize/adamw.hpp"
#include "optimize/gradient_descent.hpp"
#include "optimize/momentum.hpp"
#include "optimize/nesterov.hpp"
#include "optimize/rmsprop.hpp"

namespace downhill {

/// Every optimizer there is, in the order they are listed to the reader. A new one is one line here.
using Optimizer = std::variant<  //
    GradientDescent,             //
    Momentum,                    //
    Nesterov,                    //
    AdaGrad,                     //
    RmsProp,                     //
    Adam,                        //
    AdamW                        //
    >;

/// What the catalog says about an optimizer.
struct OptimizerEntry {
  std::string id;
  Name name;
  std::vector<OptionSpec> options;  ///< "learning-rate" first
  Optimizer (*from)(const OptionValues&);
};

const Registry<OptimizerEntry>& optimizers();

/// An optimizer ready to run, and all its options with defaults filled in (the learning rate among them).
struct ConfiguredOptimizer {
  Optimizer method;
  OptionValues options;
  double learning_rate;
};

/// Errors: unknown_id (parameter "optimizer"), and those of validate_options.
Result<ConfiguredOptimizer> configure_optimizer(std::string_view id, const OptionValues& options);

}  // namespace downhill
