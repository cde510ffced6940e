#include "calculus/print.hpp"
#include "calculus/printer.hpp"

namespace downhill {
namespace {

std::string_view latex_name(Op op) {
  switch (op) {
    case Op::exp:
      return "\\exp";
    case Op::log:
      return "\\log";
    case Op::log10:
      return "\\log_{10}";
    case Op::log2:
      return "\\log_{2}";
    case Op::sin:
      return "\\sin";
    case Op::cos:
      return "\\cos";
    case Op::tan:
      return "\\tan";
    case Op::asin:
      return "\\arcsin";
    case Op::acos:
      return "\\arccos";
    case Op::atan:
      return "\\arctan";
    case Op::sinh:
      return "\\sinh";
    case Op::cosh:
      return "\\cosh";
    case Op::tanh:
      return "\\tanh";
    case Op::asinh:
      return "\\operatorname{arsinh}";
    case Op::acosh:
      return "\\operatorname{arcosh}";
    case Op::atanh:
      return "\\operatorname{artanh}";
    case Op::sign:
      return "\\operatorname{sign}";
    case Op::erf:
      return "\\operatorname{erf}";
    case Op::erfc:
      return "\\operatorname{erfc}";
    case Op::sigmoid:
      return "\\operatorname{sigmoid}";
    case Op::softplus:
      return "\\operatorname{softplus}";
    case Op::relu:
      return "\\operatorname{relu}";
    case Op::gelu:
      return "\\operatorname{gelu}";
    case Op::minimum:
      return "\\min";
    case Op::maximum:
      return "\\max";
    case Op::atan2:
      return "\\operatorname{atan2}";
    default:
      return {};
  }
}

// Whether powers are set as sin²(x).
bool takes_exponent(Op op) { return op >= Op::sin && op <= Op::tanh; }

std::string_view latex_comparison(Op op) {
  switch (op) {
    case Op::less:
      return " < ";
    case Op::less_equal:
      return " \\le ";
    case Op::greater:
      return " > ";
    case Op::greater_equal:
      return " \\ge ";
    case Op::equal:
      return " = ";
    default:
      return " \\ne ";
  }
}

Op opposite(Op op) {
  switch (op) {
    case Op::less:
      return Op::greater_equal;
    case Op::less_equal:
      return Op::greater;
    case Op::greater:
      return Op::less_equal;
    case Op::greater_equal:
      return Op::less;
    case Op::equal:
      return Op::not_equal;
    default:
      return Op::equal;
  }
}

std::string latex_number(const Number& number) {
  std::string text = to_text(number);
  if (number.exact() && !number.integer() && !number.shown_as_decimal()) {
    const size_t slash = text.find('/'), digits = number.negative() ? 1 : 0;
    std::string latex = number.negative() ? "-\\frac{" : "\\frac{";
    latex.append(text, digits, slash - digits).append("}{").append(text, slash + 1).append("}");
    return latex;
  }
  if (const size_t exponent = text.find('e'); exponent != std::string::npos) {  // 1e+300
    const size_t digits = text.find_first_not_of('+', exponent + 1);
    return text.substr(0, exponent) + " \\cdot 10^{" + text.substr(digits) + "}";
  }
  return text;
}

// One letter as it is, with digits set below it; longer names upright.
std::string latex_variable(const std::string& name) {
  size_t letters = name.find_first_of("0123456789_");
  if (letters == std::string::npos || letters == 0) letters = name.size();
  std::string body = name.substr(0, letters), index = name.substr(letters);
  std::erase(index, '_');
  const bool one_character = body.size() == 1 || (static_cast<unsigned char>(body[0]) >= 0xc0 && body.size() <= 3);
  if (!one_character) {
    std::string escaped;
    for (const char c : body) escaped += c == '_' ? std::string("\\_") : std::string(1, c);
    body = "\\mathrm{" + escaped + "}";
  }
  return index.empty() ? body : body + "_{" + index + "}";
}

class LatexPrinter {
 public:
  LatexPrinter(std::span<const Node> nodes, const std::vector<std::string>& variables, int marked)
      : nodes_(nodes), variables_(variables), marked_(marked) {}

  std::string print(int index, Binding least) const {
    std::string bare = print_bare(index);
    const Node& node = nodes_[index];
    Binding binding = binding_of(node);
    if (node.op == Op::exp) binding = Binding::power;   // set as e^…
    if (node.op == Op::choose) binding = Binding::sum;  // a column of cases
    return binding < least ? bracket(bare) : bare;
  }

 private:
  static std::string bracket(const std::string& inside) { return "\\left(" + inside + "\\right)"; }

  std::string print_bare(int index) const {
    const Node& node = nodes_[index];
    switch (node.op) {
      case Op::number:
        return latex_number(node.number);
      case Op::variable:
        return latex_variable(variables_[node.a]);
      case Op::pi:
        return "\\pi";
      case Op::euler:
        return "e";
      case Op::add:
      case Op::subtract:
        return print_sum(index);
      case Op::negate:
        return "-" + print(node.a, Binding::product);
      case Op::multiply:
      case Op::divide:
        return print_product(index);
      case Op::power:
        return print_power(node);
      case Op::exp:
        return "e^{" + print(node.a, Binding::sum) + "}";
      case Op::sqrt:
        return "\\sqrt{" + print(node.a, Binding::sum) + "}";
      case Op::cbrt:
        return "\\sqrt[3]{" + print(node.a, Binding::sum) + "}";
      case Op::abs:
        return "\\left\\lvert " + print(node.a, Binding::sum) + "\\right\\rvert";
      case Op::floor:
        return "\\left\\lfloor " + print(node.a, Binding::sum) + "\\right\\rfloor";
      case Op::ceil:
        return "\\left\\lceil " + print(node.a, Binding::sum) + "\\right\\rceil";
      case Op::choose:
        return print_cases(index);
      case Op::derivative:
        return index == marked_ ? "\\piece{" + print_derivative(node) + "}" : print_derivative(node);
      default:
        break;
    }
    if (is_comparison(node.op)) return print_comparison(node, node.op);
    std::vector<int> arguments = {node.a};
    if (node.op == Op::minimum || node.op == Op::maximum) arguments = arguments_of(nodes_, index);
    if (node.op == Op::atan2) arguments.push_back(node.b);
    std::string list;
    for (const int argument : arguments) list += (list.empty() ? "" : ", ") + print(argument, Binding::sum);
    return std::string(latex_name(node.op)) + bracket(list);
  }

  std::string print_derivative(const Node& node) const {
    const std::string of = bracket(print(node.a, Binding::sum));
    if (variables_.size() == 1) return of + "'";
    return "\\frac{\\partial}{\\partial " + latex_variable(variables_[node.b]) + "}" + of;
  }

  std::string print_comparison(const Node& node, Op op) const {
    return print(node.a, Binding::sum) + std::string(latex_comparison(op)) + print(node.b, Binding::sum);
  }

  std::string print_sum(int index) const {
    const std::vector<SignedNode> terms = terms_of(nodes_, index);
    std::string out = print(terms[0].node, Binding::negation);
    for (size_t i = 1; i < terms.size(); ++i) {
      out += terms[i].minus ? " - " : " + ";
      out += print(terms[i].node, Binding::product);
    }
    return out;
  }

  // What stands before a division, back to the one before, goes above the line: 2x/3 is 2x over 3, 1/2 x is 1 over 2, times x.
  std::string print_product(int index) const {
    const std::vector<FactorNode> factors = factors_of(nodes_, index);
    std::string out;
    for (size_t start = 0; start < factors.size();) {
      size_t line = start + 1;
      while (line < factors.size() && !factors[line].divided) ++line;
      size_t end = line;
      while (end < factors.size() && factors[end].divided) ++end;
      const bool fraction = end > line;
      const std::string above = print_run(factors, start, line, fraction, start == 0);
      out = join(out, fraction ? "\\frac{" + above + "}{" + print_run(factors, line, end, true, false) + "}" : above);
      start = end;
    }
    return out;
  }

  std::string print_run(const std::vector<FactorNode>& factors, size_t from, size_t to, bool boxed, bool first) const {
    const bool alone = boxed && to == from + 1;  // nothing beside it above or below the line: no brackets
    std::string out;
    for (size_t i = from; i < to; ++i) {
      const bool leads = (first || boxed) && i == from;
      out = join(out, print(factors[i].node, alone ? Binding::sum : leads ? Binding::product : Binding::power));
    }
    return out;
  }

  // Two factors side by side, with a dot where two numbers would run together.
  static std::string join(const std::string& left, const std::string& right) {
    if (left.empty()) return right;
    const char last = left.back();
    const bool number_next = (right[0] >= '0' && right[0] <= '9') || right.starts_with("\\frac");
    const bool number_before = last >= '0' && last <= '9';
    if (number_next && (number_before || right[0] != '\\')) return left + " \\cdot " + right;
    return left + " " + right;
  }

  std::string print_power(const Node& node) const {
    const std::string exponent = "^{" + print(node.b, Binding::sum) + "}";
    const Node& base = nodes_[node.a];
    const Node& power = nodes_[node.b];
    if (takes_exponent(base.op) && power.op == Op::number && power.number.integer() && !power.number.negative())
      return std::string(latex_name(base.op)) + exponent + bracket(print(base.a, Binding::sum));
    return print(node.a, Binding::atom) + exponent;
  }

  // One line per case, read from the top; the last line carries the opposite of the last condition.
  std::string print_cases(int index) const {
    std::string out = "\\begin{cases} ";
    for (;; index = nodes_[index].c) {
      const Node& node = nodes_[index];
      const Node& condition = nodes_[node.a];
      const bool comparison = is_comparison(condition.op);
      out += print(node.b, Binding::sum) + " & " +
             (comparison ? print_comparison(condition, condition.op) : print(node.a, Binding::sum));
      out += " \\\\ ";
      if (nodes_[node.c].op == Op::choose) continue;
      out += print(node.c, Binding::sum);
      if (comparison) out += " & " + print_comparison(condition, opposite(condition.op));
      return out + " \\end{cases}";
    }
  }

  std::span<const Node> nodes_;
  const std::vector<std::string>& variables_;
  int marked_;
};

}  // namespace

std::string latex_of(std::span<const Node> nodes, int root, const std::vector<std::string>& variables, int marked) {
  return LatexPrinter(nodes, variables, marked).print(root, Binding::sum);
}

std::string to_latex(const Expression& expression) {
  return latex_of(expression.nodes(), expression.root(), expression.variables());
}

}  // namespace downhill
