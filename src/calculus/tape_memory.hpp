#pragma once

#include <vector>

#include "calculus/tape.hpp"

namespace downhill {

/// How many values of calculations stand in memory after each step of a tape; leaves stand there in any case, and are not
/// counted.
struct TapeMemory {
  std::vector<int> answer;  ///< after each calculation, when nobody goes back: a value goes when its last user has it
  std::vector<int>
      training;  ///< after each calculation, then after each turn of the way back: it stays while a local slope needs it
};

/// Of the way forward and back of a tape that looks back from its last node. That node's value, the answer, stays to the end.
///
/// Source: A. Griewank and A. Walther, "Evaluating Derivatives", 2008, section 4.2 (what the reverse sweep has to find again).
TapeMemory memory_of(const Tape& tape);

}  // namespace downhill
