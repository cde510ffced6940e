#pragma once

#include <functional>
#include <map>
#include <string>

namespace downhill::bench {

/// One call of `run` does `work` units: formulas, points, steps, whatever the case counts.
struct Case {
  double work;
  std::function<void()> run;
};

/// The cases by name; a case registers itself. Its twin in tests/bench/cases/ does the same work through the module.
inline std::map<std::string, Case>& cases() {
  static std::map<std::string, Case> all;
  return all;
}

struct Register {
  Register(const std::string& name, double work, std::function<void()> run) { cases()[name] = {work, std::move(run)}; }
};

/// Keeps the compiler from leaving out what nobody reads.
template <class T>
void keep(const T& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

}  // namespace downhill::bench
