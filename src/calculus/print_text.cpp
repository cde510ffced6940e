#include <algorithm>

#include "calculus/print.hpp"
#include "calculus/printer.hpp"

namespace downhill {

Binding binding_of(const Node& node) {
  switch (node.op) {
    case Op::number:
      if (node.number.negative()) return Binding::negation;
      return node.number.exact() && !node.number.integer() && !node.number.shown_as_decimal() ? Binding::product
                                                                                              : Binding::atom;
    case Op::add:
    case Op::subtract:
      return Binding::sum;
    case Op::negate:
      return Binding::negation;
    case Op::multiply:
    case Op::divide:
      return Binding::product;
    case Op::power:
      return Binding::power;
    default:
      return Binding::atom;
  }
}

std::vector<SignedNode> terms_of(std::span<const Node> nodes, int root) {
  std::vector<SignedNode> terms;
  for (; binding_of(nodes[root]) == Binding::sum; root = nodes[root].a)
    terms.push_back({nodes[root].b, nodes[root].op == Op::subtract});
  terms.push_back({root, false});
  std::reverse(terms.begin(), terms.end());
  return terms;
}

std::vector<FactorNode> factors_of(std::span<const Node> nodes, int root) {
  std::vector<FactorNode> factors;
  for (; nodes[root].op == Op::multiply || nodes[root].op == Op::divide; root = nodes[root].a)
    factors.push_back({nodes[root].b, nodes[root].op == Op::divide});
  factors.push_back({root, false});
  std::reverse(factors.begin(), factors.end());
  return factors;
}

std::vector<int> arguments_of(std::span<const Node> nodes, int root) {
  std::vector<int> arguments;
  const Op op = nodes[root].op;
  for (; nodes[root].op == op; root = nodes[root].a) arguments.push_back(nodes[root].b);
  arguments.push_back(root);
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

namespace {

std::string_view sign_of_comparison(Op op) {
  switch (op) {
    case Op::less:
      return " < ";
    case Op::less_equal:
      return " <= ";
    case Op::greater:
      return " > ";
    case Op::greater_equal:
      return " >= ";
    case Op::equal:
      return " == ";
    default:
      return " != ";
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class TextPrinter {
 public:
  TextPrinter(std::span<const Node> nodes, const std::vector<std::string>& variables)
      : nodes_(nodes), variables_(variables), has_bars_(nodes.size(), 0) {
    for (size_t i = 0; i < nodes.size(); ++i) {
      const Node& node = nodes[i];
      const int operands[] = {node.a, node.b, node.c};
      has_bars_[i] = node.op == Op::abs;
      for (int k = 0; k < operand_count(node.op); ++k) has_bars_[i] |= has_bars_[operands[k]];
    }
  }

  // Appends node `index`, in brackets if it binds more loosely than `least`.
  void print(int index, Binding least, std::string& out) const {
    const Node& node = nodes_[index];
    const bool brackets = binding_of(node) < least;
    if (brackets) out += '(';
    print_bare(index, out);
    if (brackets) out += ')';
  }

 private:
  void print_bare(int index, std::string& out) const {
    const Node& node = nodes_[index];
    switch (node.op) {
      case Op::number:
        out += to_text(node.number);
        return;
      case Op::variable:
        out += variables_[node.a];
        return;
      case Op::pi:
        out += "pi";
        return;
      case Op::euler:
        out += 'e';
        return;
      case Op::add:
      case Op::subtract:
        print_sum(index, out);
        return;
      case Op::negate:
        out += '-';
        print(node.a, Binding::product, out);
        return;
      case Op::multiply:
      case Op::divide:
        print_product(index, out);
        return;
      case Op::power:
        print(node.a, Binding::atom, out);
        out += '^';
        print(node.b, Binding::power, out);
        return;
      case Op::abs:
        if (has_bars_[node.a]) break;  // ||x| − 1| could be read in two ways
        out += '|';
        print(node.a, Binding::sum, out);
        out += '|';
        return;
      case Op::derivative:
        if (variables_.size() > 1) out += "∂/∂" + variables_[node.b] + " ";
        out += '(';
        print(node.a, Binding::sum, out);
        out += variables_.size() > 1 ? ")" : ")′";
        return;
      default:
        if (!is_comparison(node.op)) break;
        print(node.a, Binding::sum, out);
        out += sign_of_comparison(node.op);
        print(node.b, Binding::sum, out);
        return;
    }
    print_call(index, out);
  }

  void print_call(int index, std::string& out) const {
    const Node& node = nodes_[index];
    std::vector<int> arguments = {node.a};
    if (node.op == Op::minimum || node.op == Op::maximum) {
      arguments = arguments_of(nodes_, index);
    } else {
      if (operand_count(node.op) > 1) arguments.push_back(node.b);
      if (operand_count(node.op) > 2) arguments.push_back(node.c);
    }
    out += name_of(node.op);
    for (size_t i = 0; i < arguments.size(); ++i) {
      out += i == 0 ? "(" : ", ";
      print(arguments[i], Binding::sum, out);
    }
    out += ')';
  }

  void print_sum(int index, std::string& out) const {
    const std::vector<SignedNode> terms = terms_of(nodes_, index);
    print(terms[0].node, Binding::negation, out);
    for (size_t i = 1; i < terms.size(); ++i) {
      out += terms[i].minus ? " - " : " + ";
      print(terms[i].node, Binding::product, out);
    }
  }

  void print_product(int index, std::string& out) const {
    const std::vector<FactorNode> factors = factors_of(nodes_, index);
    print(factors[0].node, Binding::product, out);
    for (size_t i = 1; i < factors.size(); ++i) {
      if (factors[i].divided) {
        out += '/';
        print(factors[i].node, Binding::power, out);
        continue;
      }
      std::string piece;
      print(factors[i].node, Binding::power, piece);
      out += separator(factors[i - 1], factors[i].node, piece);
      out += piece;
    }
  }

  // What stands between two factors: 2x, 2(x + 1), x y, 2 sin(x), 2 * 3, x/2 * y.
  std::string_view separator(const FactorNode& before, int after, const std::string& piece) const {
    const Node& left = nodes_[before.node];
    const bool after_number = left.op == Op::number && binding_of(left) == Binding::atom;
    if (before.divided || is_digit(piece[0]) || binding_of(left) == Binding::product) return " * ";
    if (!after_number) return " ";
    if (piece[0] == '(' || piece[0] == '|') return "";
    const Node& base = nodes_[nodes_[after].op == Op::power ? nodes_[after].a : after];
    const bool name = base.op == Op::variable || base.op == Op::pi || base.op == Op::euler;
    const bool like_exponent = (piece[0] == 'e' || piece[0] == 'E') && piece.size() > 1 && is_digit(piece[1]);  // 2 e1, not 2e1
    return name && !like_exponent ? "" : " ";
  }

  std::span<const Node> nodes_;
  const std::vector<std::string>& variables_;
  std::vector<char> has_bars_;
};

}  // namespace

std::string text_of(std::span<const Node> nodes, int root, const std::vector<std::string>& variables) {
  std::string text;
  TextPrinter(nodes, variables).print(root, Binding::sum, text);
  return text;
}

std::string to_text(const Expression& expression) {
  return text_of(expression.nodes(), expression.root(), expression.variables());
}

}  // namespace downhill
