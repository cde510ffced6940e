#pragma once

#include <Eigen/Core>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "regression/features.hpp"

/// One of the statistical reference data sets in tests/data/nist.
struct NistSet {
  std::string name;
  Eigen::VectorXd y;
  Eigen::MatrixXd inputs;            ///< the x columns as in the file
  std::vector<double> coefficients;  ///< certified
  double residual_deviation = 0;     ///< certified
  downhill::ExactDesign design;      ///< of the model the file states
};

namespace nist_detail {

inline std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file("tests/data/nist/" + name + ".dat");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

inline std::vector<double> numbers_of(const std::string& line) {
  std::istringstream words(line);
  std::vector<double> numbers;
  for (double number; words >> number;) numbers.push_back(number);
  return numbers;
}

}  // namespace nist_detail

/// Reads a linear regression set: certified values from "Bi estimate deviation" lines, data after the last line that starts
/// with "Data:". `degree` > 0 makes a polynomial in x of that degree; 0 takes the x columns as they are, after an intercept
/// unless `through_origin`.
inline NistSet read_nist(const std::string& name, int degree, bool through_origin = false) {
  using namespace nist_detail;
  NistSet set;
  set.name = name;
  const std::vector<std::string> lines = lines_of(name);
  std::size_t data = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::istringstream words(lines[i]);
    std::string first, second;
    words >> first >> second;
    double number = 0;
    if (first.size() >= 2 && first[0] == 'B' && std::isdigit(static_cast<unsigned char>(first[1])) &&
        std::istringstream(second) >> number)
      set.coefficients.push_back(number);
    if (first == "Standard" && second == "Deviation") words >> set.residual_deviation;
    if (first == "Data:") data = i + 1;
  }
  std::vector<std::vector<double>> rows;
  for (std::size_t i = data; i < lines.size(); ++i)
    if (auto numbers = numbers_of(lines[i]); numbers.size() > 1) rows.push_back(std::move(numbers));
  const auto n = static_cast<Eigen::Index>(rows.size());
  const auto columns = static_cast<Eigen::Index>(rows.empty() ? 1 : rows[0].size()) - 1;
  set.y.resize(n);
  set.inputs.resize(n, columns);
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto& row = rows[static_cast<std::size_t>(i)];
    set.y[i] = row[0];
    for (Eigen::Index j = 0; j < columns; ++j) set.inputs(i, j) = row[static_cast<std::size_t>(j + 1)];
  }
  if (degree > 0)
    set.design = downhill::exact_polynomial_features(set.inputs.col(0), degree);
  else
    set.design.high = through_origin ? set.inputs : downhill::with_intercept(set.inputs);
  return set;
}
