// A short walk of the fuzzer's kind in every test run: the seeds, and a bounded number of their mutations.
#include "fuzz/formula.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/catch.hpp"
#include "foundation/random.hpp"

namespace {

std::vector<std::string> seeds() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator("tests/fuzz/corpus")) {
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::sort(texts.begin(), texts.end());  // folders are listed in any order
  return texts;
}

/// Cuts a piece out of one text and puts it into another, or changes a byte.
std::string mutate(const std::vector<std::string>& texts, downhill::RandomStream& random) {
  std::string text = texts[random.below(texts.size())];
  const std::string& other = texts[random.below(texts.size())];
  const size_t at = random.below(text.size() + 1);
  if (random.below(3) == 0 && at < text.size()) {
    text[at] = static_cast<char>(random.below(256));
    return text;
  }
  const size_t from = random.below(other.size() + 1);
  return text.replace(at, random.below(text.size() - at + 1), other, from, random.below(other.size() - from + 1));
}

}  // namespace

TEST_CASE("No seed of the fuzzer breaks the core", "[fuzz]") {
  const std::vector<std::string> texts = seeds();
  REQUIRE(texts.size() >= 42);
  for (const std::string& text : texts) {
    INFO(text);
    CHECK(downhill::try_formula(text) == "");
  }
}

TEST_CASE("No mutation of a seed breaks the core", "[fuzz]") {
  const std::vector<std::string> texts = seeds();
  downhill::RandomStream random(7);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = mutate(texts, random);
    INFO(text);
    REQUIRE(downhill::try_formula(text) == "");
  }
}
