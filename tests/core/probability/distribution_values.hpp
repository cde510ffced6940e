#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "foundation/registry.hpp"

/// One line of tests/data/distributions/values.csv: what a distribution gives at x, by 60-digit arithmetic.
struct DistributionValue {
  std::string line;  ///< as it stands in the file
  std::string id;
  downhill::OptionValues options;
  std::vector<double> weights;
  double x, log_density, cdf, upper;
};

inline std::vector<DistributionValue> read_distribution_values() {
  std::ifstream file("tests/data/distributions/values.csv");
  std::vector<DistributionValue> rows;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string id, options, weights, numbers[4];
    std::getline(fields, id, ';');
    std::getline(fields, options, ';');
    std::getline(fields, weights, ';');
    for (std::string& number : numbers) std::getline(fields, number, ';');
    const auto read = [](const std::string& text) { return std::strtod(text.c_str(), nullptr); };
    DistributionValue row{line, id, {}, {}, read(numbers[0]), read(numbers[1]), read(numbers[2]), read(numbers[3])};
    std::istringstream pairs(options);
    for (std::string pair; std::getline(pairs, pair, ',');) {
      const std::size_t sign = pair.find('=');
      row.options[pair.substr(0, sign)] = read(pair.substr(sign + 1));
    }
    std::istringstream list(weights);
    for (std::string weight; list >> weight;) row.weights.push_back(read(weight));
    rows.push_back(std::move(row));
  }
  return rows;
}
