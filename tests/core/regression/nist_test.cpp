#include "core/regression/nist.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

#include "core/catch.hpp"
#include "regression/accuracy.hpp"
#include "regression/least_squares.hpp"

using namespace downhill;

namespace {

struct Entry {
  std::string name, difficulty;
  int degree;
  bool through_origin;
  double least_digits;  // asked of the best method
};

const Entry entries[] = {
    {"Norris", "lower", 1, false, 12},    {"NoInt1", "average", 0, true, 12},   {"Longley", "higher", 0, false, 12},
    {"Filip", "higher", 10, false, 12},   {"Wampler1", "higher", 5, false, 12}, {"Wampler2", "higher", 5, false, 12},
    {"Wampler4", "higher", 5, false, 12}, {"Wampler5", "higher", 5, false, 12},
};

double fewest_digits(const Result<LeastSquaresFit>& fit, const NistSet& set) {
  if (!fit) return 0;
  double fewest = most_digits;
  for (std::size_t i = 0; i < set.coefficients.size(); ++i)
    fewest = std::min(fewest, correct_digits(fit->coefficients[static_cast<Eigen::Index>(i)], set.coefficients[i]));
  return fewest;
}

std::string digits_line(const std::string& name, const std::string& difficulty, const std::string& method, double digits) {
  char text[120];
  std::snprintf(text, sizeof text, "%s,%s,%s,%.1f", name.c_str(), difficulty.c_str(), method.c_str(), digits);
  return text;
}

}  // namespace

TEST_CASE("The reference files are read as they are meant") {
  const NistSet longley = read_nist("Longley", 0);
  CHECK(longley.y.size() == 16);
  CHECK(longley.inputs.cols() == 6);
  REQUIRE(longley.coefficients.size() == 7);
  CHECK(longley.coefficients[0] == -3482258.63459582);
  CHECK(longley.residual_deviation == 304.854073561965);
  CHECK(longley.y[15] == 70551);
  CHECK(longley.inputs(15, 5) == 1962);
  CHECK(read_nist("Filip", 10).coefficients.size() == 11);
  CHECK(read_nist("Filip", 10).y.size() == 82);
}

TEST_CASE("The refined method agrees with the certified coefficients to 12 digits, on every set") {
  for (const Entry& entry : entries) {
    INFO(entry.name);
    const NistSet set = read_nist(entry.name, entry.degree, entry.through_origin);
    const auto fit = refined_fit(set.design, set.y);
    REQUIRE(fit);
    CHECK(fewest_digits(fit, set) >= entry.least_digits);
    CHECK(correct_digits(residual_standard_deviation(*fit, set.y.size()), set.residual_deviation) >= 12);
  }
}

TEST_CASE("With powers of x in plain doubles the hardest set still has 7 digits") {
  const NistSet filip = read_nist("Filip", 10);
  CHECK(fewest_digits(refined_fit({filip.design.high, {}}, filip.y), filip) >= 7);
  CHECK(fewest_digits(qr_fit(filip.design.high, filip.y), filip) >= 7);
}

TEST_CASE("Easy sets have 12 digits by every method") {
  for (const char* name : {"Norris", "NoInt1"}) {
    const NistSet set = read_nist(name, name[2] == 'r' ? 1 : 0, name[2] == 'I');
    for (const LeastSquaresMethod& method : least_squares_methods()) {
      INFO(name << " by " << method.id);
      CHECK(fewest_digits(method.fit(set.design, set.y), set) >= 12);
    }
  }
}

TEST_CASE("digits.csv, which the lesson shows, is what the methods reach") {
  std::string computed = "set,difficulty,method,digits\n";
  std::map<std::string, double> digits;
  for (const Entry& entry : entries) {
    const NistSet set = read_nist(entry.name, entry.degree, entry.through_origin);
    for (const LeastSquaresMethod& method : least_squares_methods()) {
      const double reached = fewest_digits(method.fit(set.design, set.y), set);
      digits[entry.name + "," + entry.difficulty + "," + method.id] = reached;
      computed += digits_line(entry.name, entry.difficulty, method.id, reached) + "\n";
    }
  }
  // DOWNHILL_WRITE_DIGITS=1 writes the file anew.
  const std::string path = "tests/data/nist/digits.csv";
  if (std::getenv("DOWNHILL_WRITE_DIGITS")) std::ofstream(path) << computed;

  std::ifstream file(path);
  std::string line;
  REQUIRE(std::getline(file, line));
  std::set<std::string> listed;
  while (std::getline(file, line)) {
    const std::size_t comma = line.rfind(',');
    INFO(line);
    const std::string key = line.substr(0, comma);
    listed.insert(key);
    REQUIRE(digits.contains(key));
    CHECK(std::abs(digits[key] - std::stod(line.substr(comma + 1))) < 1);  // the last digit depends on the compiler
  }
  CHECK(listed.size() == digits.size());
}

TEST_CASE("The certified means and deviations of single columns, as regressions on a constant") {
  struct Row {
    const char* name;
    double mean, deviation, deviation_digits;
  };
  // The decimals of NumAcc4 are not doubles: its deviation of 0.1 beside a mean of 10⁷ can be known to 8 digits only.
  const Row rows[] = {{"Lottery", 518.958715596330, 291.699727470969, 12},
                      {"Mavro", 2.00185600000000, 0.000429123454003053, 12},
                      {"NumAcc1", 10000002, 1, 15},
                      {"NumAcc2", 1.2, 0.1, 14},
                      {"NumAcc4", 10000000.2, 0.1, 8}};
  for (const Row& row : rows) {
    INFO(row.name);
    std::vector<double> numbers;
    bool data = false;
    for (const std::string& line : nist_detail::lines_of(row.name)) {
      if (line.starts_with("---")) data = true;
      const auto on_line = nist_detail::numbers_of(line);
      if (data && on_line.size() == 1) numbers.push_back(on_line[0]);
    }
    const Eigen::VectorXd y = Eigen::Map<const Eigen::VectorXd>(numbers.data(), static_cast<Eigen::Index>(numbers.size()));
    REQUIRE(y.size() >= 3);
    const auto fit = refined_fit({Eigen::MatrixXd::Ones(y.size(), 1), {}}, y);
    REQUIRE(fit);
    CHECK(correct_digits(fit->coefficients[0], row.mean) >= 14);
    CHECK(correct_digits(residual_standard_deviation(*fit, y.size()), row.deviation) >= row.deviation_digits);
  }
}
