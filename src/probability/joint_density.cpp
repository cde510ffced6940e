#include "probability/joint_density.hpp"

#include <cmath>

namespace downhill {
namespace {

template <class Model>
std::vector<double> x_values_of() {
  if constexpr (requires { Model::x_values(); }) return Model::x_values();
  return {};
}

template <class... Models>
std::vector<JointEntry> entries_of(std::variant<Models...>*) {
  return {{std::string(Models::id), Models::name, Models::options(), x_values_of<Models>(),
           [](const OptionValues& values) { return JointModel(Models::from(values)); }}...};
}

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

const Registry<JointEntry>& joint_densities() {
  static const Registry<JointEntry> registry(entries_of(static_cast<JointModel*>(nullptr)));
  return registry;
}

Result<JointDensity> JointDensity::create(std::string_view id, const OptionValues& options) {
  const auto entry = joint_densities().find(id, "joint-density");
  if (!entry) return entry.error();
  auto values = validate_options((*entry)->options, options);
  if (!values) return values.error();
  return JointDensity((*entry)->from(*values), *std::move(values));
}

std::vector<double> JointDensity::x_values() const {
  return std::visit([](const auto& model) { return x_values_of<std::decay_t<decltype(model)>>(); }, model_);
}
Window JointDensity::window() const {
  return std::visit([](const auto& model) { return model.window(); }, model_);
}
JointMoments JointDensity::moments() const {
  return std::visit([](const auto& model) { return model.moments(); }, model_);
}
bool JointDensity::independent() const {
  return std::visit([](const auto& model) { return model.independent(); }, model_);
}
double JointDensity::marginal_x(double x) const {
  return std::isnan(x) ? nan : std::visit([=](const auto& model) { return model.marginal_x(x); }, model_);
}
double JointDensity::marginal_y(double y) const {
  return std::isnan(y) ? nan : std::visit([=](const auto& model) { return model.marginal_y(y); }, model_);
}
Conditional JointDensity::given_x(double x) const {
  return std::isfinite(x) ? std::visit([=](const auto& model) { return model.given_x(x); }, model_) : Conditional{};
}
Conditional JointDensity::given_y(double y) const {
  if (!std::isfinite(y)) return {};
  return std::visit(
      [=](const auto& model) {
        if constexpr (requires { model.given_y(y); }) return model.given_y(y);
        return Conditional{};
      },
      model_);
}

double JointDensity::density(double x, double y) const {
  return std::isnan(x) || std::isnan(y) ? nan : marginal_x(x) * given_x(x).density(y);
}

std::vector<double> JointDensity::grid(std::span<const double> x, std::span<const double> y) const {
  std::vector<double> densities(x.size() * y.size());
  for (std::size_t j = 0; j < x.size(); ++j) {
    const double marginal = marginal_x(x[j]);
    const Conditional given = given_x(x[j]);
    for (std::size_t i = 0; i < y.size(); ++i)
      densities[i * x.size() + j] = std::isnan(y[i]) ? nan : marginal * given.density(y[i]);
  }
  return densities;
}

Pair JointDensity::draw(RandomStream& random) const {
  return std::visit([&](const auto& model) { return model.draw(random); }, model_);
}

}  // namespace downhill
