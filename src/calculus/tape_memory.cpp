#include "calculus/tape_memory.hpp"

#include <algorithm>

namespace downhill {
namespace {

constexpr int nobody = -1;

// For each node: the last calculation that takes its value forward, and the first one whose local slopes need it on the way
// back.
struct Needs {
  std::vector<int> forward;
  std::vector<int> backward;
};

// The values that the slopes of a calculation along its moving operands are made of, its own among them.
void note_slopes(std::span<const TapeNode> nodes, int index, Needs& needs) {
  const TapeNode& node = nodes[static_cast<size_t>(index)];
  for (int k = 0; k < operand_count(node.op); ++k) {
    if (nodes[static_cast<size_t>(node.operands[k])].op == Op::number) continue;  // nobody asks for the slope along a constant
    const LocalRule local = Tape::rule(node.op, k);
    for (const Node& part : local.slope.nodes()) {
      if (part.op != Op::variable) continue;
      const int value = part.a < operand_count(node.op) ? node.operands[part.a] : index;
      int& first = needs.backward[static_cast<size_t>(value)];
      if (first == nobody) first = index;
    }
  }
}

Needs needs_of(std::span<const TapeNode> nodes) {
  Needs needs{std::vector<int>(nodes.size(), nobody), std::vector<int>(nodes.size(), nobody)};
  for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
    const TapeNode& node = nodes[static_cast<size_t>(i)];
    for (int k = 0; k < operand_count(node.op); ++k) needs.forward[static_cast<size_t>(node.operands[k])] = i;
    note_slopes(nodes, i, needs);
  }
  return needs;
}

}  // namespace

TapeMemory memory_of(const Tape& tape) {
  const std::span<const TapeNode> nodes = tape.nodes();
  const Needs needs = needs_of(nodes);
  const auto is_calculation = [&](int i) { return operand_count(nodes[static_cast<size_t>(i)].op) > 0; };
  const auto count = [&](int computed, auto&& stays) {
    int number = 0;
    for (int i = 0; i <= computed; ++i) number += is_calculation(i) && (i == tape.last() || stays(static_cast<size_t>(i)));
    return number;
  };
  TapeMemory memory;
  for (int now = 0; now <= tape.last(); ++now) {
    if (!is_calculation(now)) continue;
    memory.answer.push_back(count(now, [&](size_t i) { return needs.forward[i] > now; }));
    memory.training.push_back(count(now, [&](size_t i) { return needs.forward[i] > now || needs.backward[i] != nobody; }));
  }
  for (int turn = tape.last(); turn >= 0; --turn) {
    if (!is_calculation(turn)) continue;
    memory.training.push_back(
        count(tape.last(), [&](size_t i) { return needs.backward[i] != nobody && needs.backward[i] < turn; }));
  }
  return memory;
}

}  // namespace downhill
