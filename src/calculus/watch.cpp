#include "calculus/watch.hpp"

#include <algorithm>
#include <cmath>

#include "calculus/graph.hpp"
#include "calculus/scalar.hpp"

namespace downhill {

std::vector<Watch> watches_of(const Expression& expression) {
  Graph graph(expression);
  std::vector<Watch> watches;
  std::vector<int> seen;
  const auto watch = [&](int node, bool steps = false) {
    if (std::find(seen.begin(), seen.end(), node) != seen.end()) return;
    seen.push_back(node);
    watches.push_back({Function::compile(graph.extract(node, expression.shared_variables())), steps});
  };
  const auto nodes = expression.nodes();
  for (size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    switch (node.op) {
      case Op::abs:
      case Op::sign:
      case Op::relu:
      case Op::log:
      case Op::log10:
      case Op::log2:
      case Op::sqrt:
      case Op::cbrt:
      case Op::power:
        watch(node.a);
        break;
      case Op::divide:
        watch(node.b);
        break;
      case Op::tan:
        watch(graph.make(Op::cos, node.a));
        break;
      case Op::floor:
      case Op::ceil:
        watch(static_cast<int>(i), true);
        break;
      case Op::asin:
      case Op::acos:
      case Op::atanh:
      case Op::acosh:
        watch(graph.simple_subtract(node.a, graph.number(1)));
        watch(graph.simple_add(node.a, graph.number(1)));
        break;
      case Op::atan2:
        watch(node.a);
        break;
      case Op::minimum:
      case Op::maximum:
        watch(graph.simple_subtract(node.a, node.b));
        break;
      default:
        if (is_comparison(node.op)) watch(graph.simple_subtract(node.a, node.b));
    }
  }
  return watches;
}

double tidy(double x, double width) {
  for (double unit = 1; unit > width; unit /= 10) {
    const double rounded = std::round(x / unit) * unit;
    if (std::abs(rounded - x) <= width) return rounded == 0 ? 0 : rounded;
  }
  return x;
}

double narrow(double low, double high, double width, const std::function<bool(double)>& like_low) {
  for (int i = 0; i < 80; ++i) {
    const double middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) break;
    (like_low(middle) ? low : high) = middle;
  }
  return tidy(high, width);
}

namespace {

// Where |g| is least between low and high, by golden section.
double least_between(const std::function<double(double)>& g, double low, double high) {
  constexpr double golden = 0.61803398874989484820;
  for (int i = 0; i < 60; ++i) {
    const double left = high - golden * (high - low), right = low + golden * (high - low);
    if (std::abs(g(left)) < std::abs(g(right))) {
      high = right;
    } else {
      low = left;
    }
  }
  return 0.5 * (low + high);
}

}  // namespace

void find_places(const std::function<double(double)>& g, bool steps, const std::vector<double>& grid,
                 const std::function<void(double)>& found) {
  std::vector<double> values(grid.size());
  std::transform(grid.begin(), grid.end(), values.begin(), g);
  const auto side = [&](double value) { return steps ? value : sign_of(value); };
  for (size_t i = 0; i + 1 < grid.size(); ++i) {
    const double left = values[i], right = values[i + 1], width = grid[i + 1] - grid[i];
    if (!steps && left == 0) found(grid[i]);
    if (!steps && i + 2 == grid.size() && right == 0) found(grid[i + 1]);
    if (std::isnan(left) || std::isnan(right)) continue;
    if (side(left) != side(right) && (steps || (left != 0 && right != 0))) {
      found(narrow(grid[i], grid[i + 1], 8e-12 * width, [&](double x) { return side(g(x)) == side(left); }));
    } else if (!steps && i > 0 && std::abs(left) < std::abs(values[i - 1]) && std::abs(left) <= std::abs(right)) {
      const double low = grid[i - 1], high = grid[i + 1], x = tidy(least_between(g, low, high), 2e-6 * width);
      if (std::abs(g(x)) <= 1e-10 * std::max(std::abs(g(low)), std::abs(g(high)))) found(x);
    }
  }
}

}  // namespace downhill
