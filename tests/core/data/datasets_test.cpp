#include "data/datasets.hpp"

#include <cmath>
#include <numbers>
#include <set>

#include "core/catch.hpp"

using namespace downhill;

namespace {

Dataset make(const std::string& id, const OptionValues& options = {}, std::uint64_t seed = 1) {
  auto data = generate_dataset(id, options, seed);
  REQUIRE(data);
  return *std::move(data);
}

}  // namespace

TEST_CASE("Every generator keeps the contract of the registry") {
  std::set<std::string> ids;
  for (const DatasetEntry& entry : datasets()) {
    INFO(entry.id);
    CHECK(ids.insert(entry.id).second);
    CHECK_FALSE(entry.name.ko.empty());
    CHECK_FALSE(entry.name.en.empty());
    CHECK(entry.options[0].id == "points");
    for (const int points : {2, 57}) {
      const Dataset data = make(entry.id, {{"points", double(points)}}, 5);
      CHECK(data.outputs.size() == points);
      CHECK(data.inputs.rows() == points);
      CHECK(data.columns.size() == static_cast<std::size_t>(data.inputs.cols() + 1));
      CHECK(data.inputs.allFinite());
      CHECK(data.outputs.allFinite());
      const Dataset again = make(entry.id, {{"points", double(points)}}, 5);
      CHECK(again.inputs == data.inputs);
      CHECK(again.outputs == data.outputs);
      CHECK(make(entry.id, {{"points", double(points)}}, 6).inputs != data.inputs);
      if (data.classes > 0) {
        CHECK(data.outputs.minCoeff() == 0);
        CHECK(data.outputs.maxCoeff() < data.classes);
      }
    }
    // Every option does something.
    const Dataset standard = make(entry.id);
    for (const OptionSpec& option : entry.options) {
      INFO(option.id);
      const double other = option.default_value == option.minimum ? option.maximum : option.minimum;
      const Dataset changed = make(entry.id, {{option.id, other}});
      CHECK((changed.outputs.size() != standard.outputs.size() || changed.inputs.cols() != standard.inputs.cols() ||
             changed.outputs != standard.outputs || changed.inputs != standard.inputs));
    }
  }
}

TEST_CASE("Without noise the data lie on their curves") {
  const auto check = [](const std::string& id, OptionValues options, auto&& curve) {
    INFO(id);
    options["noise"] = 0;
    const Dataset data = make(id, options);
    for (Eigen::Index i = 0; i < data.outputs.size(); ++i)
      CHECK(data.outputs[i] == Approx(curve(data.inputs(i, 0))).margin(1e-14));
  };
  check("line", {{"slope", -2}, {"intercept", 7}}, [](double x) { return 7 - 2 * x; });
  check("noisy-polynomial", {{"degree", 1}}, [](double x) { return x; });
  check("noisy-polynomial", {{"degree", 3}}, [](double x) { return 4 * x * x * x - 3 * x; });
  check("noisy-polynomial", {{"degree", 8}}, [](double x) { return std::cos(8 * std::acos(x)); });
  check("sine", {{"frequency", 3}}, [](double x) { return std::sin(3 * x); });
  check("step", {{"edge", 0.3}}, [](double x) { return x < 0.3 ? 0 : 1; });
  check("outliers", {{"share", 0}}, [](double x) { return 3 + 2 * x; });
}

TEST_CASE("The noise has the deviation asked for") {
  const Dataset data = make("line", {{"points", 20000}, {"noise", 2}}, 11);
  const Eigen::ArrayXd noise = (data.outputs - data.inputs.col(0) * 2).array() - 3;
  CHECK(std::abs(noise.mean()) < 5 * 2 / std::sqrt(20000.0));
  CHECK(std::sqrt(noise.square().mean()) == Approx(2).epsilon(0.03));
}

TEST_CASE("Outliers are as many as asked for, and all above") {
  const Dataset data = make("outliers", {{"points", 200}, {"share", 0.15}, {"noise", 0}}, 4);
  const Eigen::ArrayXd above = (data.outputs - data.inputs.col(0) * 2).array() - 3;
  CHECK((above > 1e-9).count() == 30);
  CHECK((above < -1e-9).count() == 0);
  CHECK((above > 1e-9).select(above, 100).minCoeff() >= 10);
}

TEST_CASE("Clusters sit around their centres") {
  const Dataset data = make("clusters", {{"points", 4000}, {"classes", 4}, {"width", 0.2}}, 2);
  CHECK(data.classes == 4);
  Eigen::Vector2d mean = Eigen::Vector2d::Zero();
  for (Eigen::Index i = 1; i < 4000; i += 4) {
    CHECK(data.outputs[i] == 1);
    mean += data.inputs.row(i).transpose() / 1000;
  }
  CHECK((mean - Eigen::Vector2d(0, 1)).norm() < 5 * 0.2 / std::sqrt(500.0));
}

TEST_CASE("A linear model's first input varies `spread` times as much as its last") {
  const Dataset data = make("linear-model", {{"points", 20000}, {"inputs", 3}, {"spread", 100}}, 9);
  const auto deviation = [&](Eigen::Index j) { return std::sqrt(data.inputs.col(j).squaredNorm() / 20000); };
  CHECK(deviation(0) == Approx(1).epsilon(0.03));
  CHECK(deviation(1) == Approx(0.1).epsilon(0.03));
  CHECK(deviation(2) == Approx(0.01).epsilon(0.03));
}

TEST_CASE("Wrong options of a generator are named") {
  CHECK(generate_dataset("moon", {}, 1).error().parameter == "dataset");
  CHECK(generate_dataset("line", {{"points", 1}}, 1).error().parameter == "points");
  CHECK(generate_dataset("line", {{"points", 2.5}}, 1).error().code == ErrorCode::not_an_integer);
  CHECK(generate_dataset("line", {{"share", 1}}, 1).error().expected == "points, noise, slope, intercept");
}

TEST_CASE("Without noise the sets of the plane are what their pictures show") {
  const Dataset circle = make("circle"), exclusive_or = make("xor"), spiral = make("spiral", {{"arms", 3}}),
                plane = make("regression-plane"), gauss = make("regression-gauss");
  for (Eigen::Index i = 0; i < 500; ++i) {
    const double radius = circle.inputs.row(i).norm();
    CHECK((circle.outputs[i] == 1 ? radius <= 2.5 : radius >= 3.5 - 1e-12));
    CHECK((exclusive_or.inputs(i, 0) * exclusive_or.inputs(i, 1) > 0) == (exclusive_or.outputs[i] == 1));
    CHECK(plane.outputs[i] == (plane.inputs(i, 0) + plane.inputs(i, 1)) / 10);
    CHECK(std::abs(gauss.outputs[i]) <= 1);
  }
  CHECK(spiral.classes == 3);
  // Turned back by its way along the arm, every point of a spiral lies in the direction of its class.
  for (Eigen::Index i = 0; i < 500; ++i) {
    const double x = spiral.inputs(i, 0), y = spiral.inputs(i, 1), radius = std::hypot(x, y);
    const double arm = (std::atan2(y, x) / (2 * std::numbers::pi) - 1.75 * radius / 5) * 3 - spiral.outputs[i];
    CHECK(std::remainder(arm, 3) == Approx(0).margin(1e-9));
  }
}

TEST_CASE("Noise moves the points of the plane, not their answers, and no further than it says") {
  for (const std::string id : {"circle", "xor", "spiral", "regression-plane", "regression-gauss"}) {
    INFO(id);
    const Dataset noisy = make(id, {{"noise", 0.25}});
    double furthest = 0, reach = 0;
    for (Eigen::Index i = 0; i < noisy.outputs.size(); ++i) reach = std::max(reach, noisy.inputs.row(i).cwiseAbs().maxCoeff());
    furthest = make(id).inputs.cwiseAbs().maxCoeff();
    CHECK(reach > furthest);
    CHECK(reach <= furthest + 0.25 * 6 + 1e-12);
  }
}
