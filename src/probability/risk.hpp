#pragma once

#include <string>

#include "foundation/registry.hpp"
#include "probability/joint_model.hpp"

namespace downhill {

/// Guesses from one to another, all as good as each other to rounding; mostly one and the same.
struct BestGuesses {
  double from, to;

  double middle() const { return from + (to - from) / 2; }
};

/// What a guess of a number costs, and what it costs on average over all that the number may be: the risk of the guess.
struct GuessLossEntry {
  std::string id;  ///< squared, absolute, cross-entropy
  Name name;
  bool probability;  ///< the number is 0 or 1, and what is guessed is the probability of 1

  /// `given` has parts. NaN where the loss does not apply: a cross-entropy of a guess outside [0, 1], or of other numbers than
  /// 0 and 1.
  double (*risk)(const Conditional& given, double guess);
  BestGuesses (*best)(const Conditional& given);
};

const Registry<GuessLossEntry>& guess_losses();

}  // namespace downhill
