// libFuzzer's entry: the fuzzer invents texts, guided by what they reach in the core.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/formula.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string problem = downhill::try_formula({reinterpret_cast<const char*>(data), size});
  if (problem.empty()) return 0;
  std::fprintf(stderr, "%s\n", problem.c_str());
  std::abort();
}
