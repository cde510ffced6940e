#include <algorithm>
#include <array>
#include <cmath>

#include "bindings/conversions.hpp"
#include "foundation/symmetric_eigen.hpp"
#include "probability/distribution.hpp"
#include "probability/gaussian.hpp"
#include "probability/information.hpp"
#include "probability/joint_density.hpp"
#include "probability/joint_table.hpp"
#include "probability/likelihood.hpp"
#include "probability/risk.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

Result<JointTable> table_in(const val& given) {
  int rows = 0, columns = 0;
  std::vector<double> probabilities, x, y;
  read(given, "rows", rows);
  read(given, "columns", columns);
  read(given, "probabilities", probabilities);
  read(given, "xValues", x);
  read(given, "yValues", y);
  return JointTable::create(rows, columns, std::move(probabilities), std::move(x), std::move(y));
}

val table_facts(const val& given) {
  return answer(table_in(given), [](const JointTable& table) {
    const JointFacts facts = facts_of(table);
    val out = val::object();
    out.set("probabilities", copy_out(table.shares));
    out.set("marginalX", copy_out(facts.marginal_x));
    out.set("marginalY", copy_out(facts.marginal_y));
    out.set("yGivenX", copy_out(facts.y_given_x));
    out.set("xGivenY", copy_out(facts.x_given_y));
    out.set("meanYGivenX", copy_out(facts.mean_y_given_x));
    out.set("meanXGivenY", copy_out(facts.mean_x_given_y));
    out.set("varianceYGivenX", copy_out(facts.variance_y_given_x));
    out.set("meanX", facts.mean_x);
    out.set("meanY", facts.mean_y);
    out.set("varianceX", facts.variance_x);
    out.set("varianceY", facts.variance_y);
    out.set("covariance", facts.covariance);
    out.set("correlation", optional_out(facts.correlation));
    out.set("entropyX", facts.entropy_x);
    out.set("entropyY", facts.entropy_y);
    out.set("jointEntropy", facts.joint_entropy);
    out.set("mutualInformation", facts.mutual_information);
    out.set("dependence", facts.dependence);
    return out;
  });
}

val table_with(const val& given, double cell, double probability) {
  auto table = table_in(given);
  if (!table) return failure(table.error());
  return answer(with_probability(*std::move(table), whole_in(val(cell)), probability),
                [](const JointTable& changed) { return copy_out(changed.shares); });
}

val sample_table(const val& given, int count, double seed) {
  return answer(table_in(given), [=](const JointTable& table) {
    return copy_out(draw_cells(table, count, RandomStream(static_cast<std::uint64_t>(seed))));
  });
}

val create_gaussian(const val& given) {
  std::vector<double> mean, covariance;
  read(given, "mean", mean);
  read(given, "covariance", covariance);
  const auto n = static_cast<Eigen::Index>(mean.size());
  if (covariance.size() != mean.size() * mean.size())
    return failure(
        {ErrorCode::wrong_dimension, "covariance", static_cast<double>(covariance.size()), -1, std::to_string(n * n)});
  return answer(Gaussian::create(Eigen::Map<const Eigen::VectorXd>(mean.data(), n),
                                 Eigen::Map<const Eigen::MatrixXd>(covariance.data(), n, n).transpose()),
                [](Gaussian&& made) { return val(std::move(made)); });
}

/// A small matrix row by row.
val rows_out(const Eigen::MatrixXd& matrix) {
  const Eigen::MatrixXd turned = matrix.transpose();
  return numbers_out(std::span(turned.data(), static_cast<size_t>(turned.size())));
}

val gaussian_facts(const Gaussian& gaussian) {
  const SymmetricEigen eigen = symmetric_eigen(gaussian.covariance());
  std::vector<Eigen::Index> order(static_cast<size_t>(gaussian.dimension()));
  for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<Eigen::Index>(i);
  std::sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return eigen.values[a] > eigen.values[b]; });
  std::vector<double> axes, directions;
  for (const Eigen::Index column : order) {
    axes.push_back(std::sqrt(std::max(0.0, eigen.values[column])));
    // The sign that makes the largest coordinate positive, so that nothing jumps while a number is dragged.
    Eigen::Index largest = 0;
    eigen.vectors.col(column).cwiseAbs().maxCoeff(&largest);
    const double sign = eigen.vectors(largest, column) < 0 ? -1 : 1;
    for (Eigen::Index i = 0; i < gaussian.dimension(); ++i) directions.push_back(sign * eigen.vectors(i, column));
  }
  val out = val::object();
  out.set("dimension", static_cast<double>(gaussian.dimension()));
  out.set("cholesky", rows_out(gaussian.cholesky()));
  out.set("logDeterminant", gaussian.log_determinant());
  out.set("correlations", rows_out(gaussian.correlations()));
  out.set("axes", numbers_out(axes));
  out.set("directions", numbers_out(directions));
  out.set("entropy", gaussian.entropy());
  return out;
}

/// One number for each point.
val at_points(const Gaussian& gaussian, const val& coordinates, double (Gaussian::*of)(const Eigen::VectorXd&) const) {
  const std::vector<double> points = copy_in(coordinates);
  const auto n = static_cast<size_t>(gaussian.dimension());
  std::vector<double> values(points.size() / n);
  for (size_t i = 0; i < values.size(); ++i)
    values[i] = (gaussian.*of)(Eigen::Map<const Eigen::VectorXd>(points.data() + i * n, gaussian.dimension()));
  return copy_out(values);
}

val quadratic_form(const Gaussian& gaussian, const val& points) {
  return at_points(gaussian, points, &Gaussian::quadratic_form);
}
val log_density(const Gaussian& gaussian, const val& points) { return at_points(gaussian, points, &Gaussian::log_density); }

val conditional(const Gaussian& gaussian, double x) {
  const auto [mean, variance] = gaussian.second_given_first(x);
  val out = val::object();
  out.set("mean", mean);
  out.set("variance", variance);
  return out;
}

val sample_gaussian(const Gaussian& gaussian, int count, double seed) {
  RandomStream random(static_cast<std::uint64_t>(seed));
  std::vector<double> points;
  for (int i = 0; i < count; ++i) {
    const Eigen::VectorXd point = gaussian.draw(random);
    points.insert(points.end(), point.data(), point.data() + point.size());
  }
  return copy_out(points);
}

val create_joint(const val& choice) {
  std::string id;
  OptionValues options;
  read(choice, "id", id);
  read(choice, "options", options);
  return answer(JointDensity::create(id, options), [](JointDensity&& made) { return val(std::move(made)); });
}

val joint_facts(const JointDensity& joint) {
  val options = val::object();
  for (const auto& [id, value] : joint.options()) options.set(id, value);
  const Window window = joint.window();
  const JointMoments moments = joint.moments();
  val out = val::object();
  out.set("options", options);
  out.set("xValues", numbers_out(joint.x_values()));
  out.set("windowX", numbers_out(std::array{window.x.low, window.x.high}));
  out.set("windowY", numbers_out(std::array{window.y.low, window.y.high}));
  out.set("meanX", moments.mean_x);
  out.set("meanY", moments.mean_y);
  out.set("varianceX", moments.variance_x);
  out.set("varianceY", moments.variance_y);
  out.set("covariance", moments.covariance);
  out.set("independent", joint.independent());
  return out;
}

val joint_grid(const JointDensity& joint, const val& x, const val& y) { return copy_out(joint.grid(copy_in(x), copy_in(y))); }
val joint_marginal_x(const JointDensity& joint, const val& x) {
  return mapped(x, [&](double at) { return joint.marginal_x(at); });
}
val joint_marginal_y(const JointDensity& joint, const val& y) {
  return mapped(y, [&](double at) { return joint.marginal_y(at); });
}
val y_given_x(const JointDensity& joint, double x, const val& y) {
  const Conditional given = joint.given_x(x);
  return mapped(y, [&](double at) { return given.possible() ? given.density(at) : NAN; });
}
val x_given_y(const JointDensity& joint, double y, const val& x) {
  const double marginal = joint.marginal_y(y);
  return mapped(x, [&](double at) { return joint.density(at, y) / marginal; });
}
val means_given_x(const JointDensity& joint, const val& x) {
  return mapped(x, [&](double at) {
    const Conditional given = joint.given_x(at);
    return given.possible() ? given.mean() : NAN;
  });
}
val variances_given_x(const JointDensity& joint, const val& x) {
  return mapped(x, [&](double at) {
    const Conditional given = joint.given_x(at);
    return given.possible() ? given.variance() : NAN;
  });
}

Conditional known(const JointDensity& joint, const std::string& name, double at) {
  return name == "x" ? joint.given_x(at) : joint.given_y(at);
}

val best_guesses(const JointDensity& joint, const std::string& name, const val& places, const std::string& loss) {
  return answer(guess_losses().find(loss, "loss"), [&](const GuessLossEntry* entry) {
    std::vector<double> guess, risk;
    for (const double at : copy_in(places)) {
      const Conditional given = known(joint, name, at);
      guess.push_back(given.possible() ? entry->best(given).middle() : NAN);
      risk.push_back(given.possible() ? entry->risk(given, guess.back()) : NAN);
    }
    val out = val::object();
    out.set("guess", copy_out(guess));
    out.set("risk", copy_out(risk));
    return out;
  });
}

val risks(const JointDensity& joint, const std::string& name, double at, const std::string& loss, const val& guesses) {
  return answer(guess_losses().find(loss, "loss"), [&](const GuessLossEntry* entry) {
    const Conditional given = known(joint, name, at);
    const bool possible = given.possible();
    const BestGuesses best = possible ? entry->best(given) : BestGuesses{NAN, NAN};
    val out = val::object();
    out.set("risk", mapped(guesses, [&](double guess) { return possible ? entry->risk(given, guess) : NAN; }));
    out.set("best", best.middle());
    out.set("interval", numbers_out(std::array{best.from, best.to}));
    out.set("least", possible ? entry->risk(given, best.middle()) : NAN);
    return out;
  });
}

val sample_joint(const JointDensity& joint, int count, double seed) {
  RandomStream random(static_cast<std::uint64_t>(seed));
  std::vector<double> points;
  points.reserve(2 * static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    const auto [x, y] = joint.draw(random);
    points.insert(points.end(), {x, y});
  }
  return copy_out(points);
}

val information(const val& p_numbers, const val& q_numbers, bool bits) {
  const auto p = shares_of(copy_in(p_numbers), "p");
  if (!p) return failure(p.error());
  const auto q = shares_of(copy_in(q_numbers), "q");
  if (!q) return failure(q.error());
  const Information found(*p, *q, bits ? bit : 1);
  val out = val::object();
  out.set("entropy", found.entropy);
  out.set("crossEntropy", found.cross_entropy);
  out.set("divergence", found.divergence);
  out.set("reverseDivergence", found.reverse_divergence);
  out.set("entropyTerms", copy_out(found.entropy_terms));
  out.set("crossEntropyTerms", copy_out(found.cross_entropy_terms));
  out.set("divergenceTerms", copy_out(found.divergence_terms));
  return out;
}

val fit_likelihood(const std::string& noise, const val& data) {
  return answer(maximum_likelihood(noise, copy_in(data)), [](const LikelihoodFit& fit) {
    val out = val::object();
    out.set("centre", fit.centre);
    out.set("interval", numbers_out(std::array{fit.from, fit.to}));
    out.set("scale", fit.scale);
    out.set("negativeLogLikelihood", fit.negative_log_likelihood);
    return out;
  });
}

val curve_of_likelihood(const std::string& noise, const val& data, const val& centres, double scale) {
  return answer(likelihood_curve(noise, copy_in(data), copy_in(centres), scale), [](const LikelihoodCurve& curve) {
    val out = val::object();
    out.set("loss", copy_out(curve.loss));
    out.set("logLikelihood", copy_out(curve.log_likelihood));
    return out;
  });
}

}  // namespace

DOWNHILL_BINDINGS(probability_joint) {
  function("jointTable", &table_facts);
  function("withProbability", &table_with);
  function("sampleTable", &sample_table);
  function("createGaussian", &create_gaussian);
  class_<Gaussian>("GaussianHandle")
      .function("facts", &gaussian_facts)
      .function("quadraticForm", &quadratic_form)
      .function("logDensity", &log_density)
      .function("conditional", &conditional)
      .function("sample", &sample_gaussian);
  function("createJointDensity", &create_joint);
  class_<JointDensity>("JointDensityHandle")
      .function("facts", &joint_facts)
      .function("grid", &joint_grid)
      .function("marginalX", &joint_marginal_x)
      .function("marginalY", &joint_marginal_y)
      .function("yGivenX", &y_given_x)
      .function("xGivenY", &x_given_y)
      .function("meansGivenX", &means_given_x)
      .function("variancesGivenX", &variances_given_x)
      .function("bestGuesses", &best_guesses)
      .function("risks", &risks)
      .function("sample", &sample_joint);
  function("information", &information);
  function("maximumLikelihood", &fit_likelihood);
  function("likelihood", &curve_of_likelihood);
}

}  // namespace downhill
