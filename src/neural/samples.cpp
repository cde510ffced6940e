#include "neural/samples.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace downhill {
namespace {

constexpr int most_columns = 10'000;
constexpr int most_classes = 1000;
constexpr int largest_side = 100;
constexpr int largest_shift = 8;

std::optional<Error> outside(const char* parameter, int value, int minimum, int maximum) {
  if (value >= minimum && value <= maximum) return std::nullopt;
  return Error{ErrorCode::out_of_range, parameter, static_cast<double>(value), -1, range_text(minimum, maximum)};
}

/// The first number that is not finite, as an error that names its row.
template <class Numbers>
std::optional<Error> not_finite(const char* parameter, const Numbers& numbers, std::size_t columns) {
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (!std::isfinite(numbers[i]))
      return Error{ErrorCode::not_finite, parameter, static_cast<double>(numbers[i]), static_cast<int>(i / columns), ""};
  return std::nullopt;
}

}  // namespace

template <class Scalar>
Result<Samples<Scalar>> Samples<Scalar>::create(TableData data) {
  if (const auto error = outside("columns", data.columns, 1, most_columns)) return *error;
  const auto columns = static_cast<std::size_t>(data.columns);
  if (data.inputs.empty() || data.inputs.size() % columns != 0)
    return Error{ErrorCode::wrong_dimension, "inputs", static_cast<double>(data.inputs.size()), -1,
                 std::to_string(data.outputs.size() * columns)};
  if (const auto error = not_finite("inputs", data.inputs, columns)) return *error;
  auto features = plane_features_of(data.features);
  if (!features) return features.error();
  if (!features->empty() && columns != 2)
    return Error{ErrorCode::wrong_dimension, "features", static_cast<double>(columns), -1, "2"};

  Samples samples;
  samples.columns_ = data.columns;
  samples.count_ = static_cast<int>(data.inputs.size() / columns);
  samples.features_ = *std::move(features);
  for (const double number : data.inputs) samples.largest_ = std::max(samples.largest_, std::abs(number));
  Batch<Scalar> seen;
  samples.look_at(data.inputs, seen);
  samples.rows_.resize(static_cast<std::size_t>(seen.size()));
  Eigen::Map<Eigen::Array<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(samples.rows_.data(), seen.rows(),
                                                                                    seen.cols()) = seen;
  return std::move(samples).finish(std::move(data.outputs), data.classes);
}

template <class Scalar>
Result<Samples<Scalar>> Samples<Scalar>::create(ImageData data) {
  if (const auto error = outside("width", data.width, 1, largest_side)) return *error;
  if (const auto error = outside("height", data.height, 1, largest_side)) return *error;
  if (const auto error = outside("shift", data.shift, 0, largest_shift)) return *error;
  const auto pixels = static_cast<std::size_t>(data.width * data.height);
  const std::size_t given = data.bytes.size() + data.numbers.size();
  if (given == 0 || given % pixels != 0)
    return Error{ErrorCode::wrong_dimension, "images", static_cast<double>(given), -1,
                 std::to_string(data.outputs.size() * pixels)};
  if (const auto error = not_finite("images", data.numbers, pixels)) return *error;

  Samples samples;
  samples.columns_ = data.width * data.height;
  samples.count_ = static_cast<int>(given / pixels);
  samples.image_width_ = data.width;
  samples.shift_ = data.shift;
  samples.largest_ = 1;
  for (const float number : data.numbers) samples.largest_ = std::max(samples.largest_, std::abs(static_cast<double>(number)));
  samples.rows_.assign(data.numbers.begin(), data.numbers.end());
  samples.bytes_ = std::move(data.bytes);
  return std::move(samples).finish(std::move(data.outputs), data.classes);
}

template <class Scalar>
Result<Samples<Scalar>> Samples<Scalar>::finish(std::vector<double> outputs, int classes) && {
  if (outputs.size() != static_cast<std::size_t>(count_))
    return Error{ErrorCode::wrong_dimension, "outputs", static_cast<double>(outputs.size()), -1, std::to_string(count_)};
  if (const auto error = not_finite("outputs", outputs, 1)) return *error;
  if (classes != 0) {
    if (const auto error = outside("classes", classes, 2, most_classes)) return *error;
    for (std::size_t row = 0; row < outputs.size(); ++row) {
      const double label = outputs[row];
      if (label >= 0 && label < classes && label == std::floor(label)) continue;
      return Error{ErrorCode::out_of_range, "outputs", label, static_cast<int>(row), range_text(0, classes - 1)};
    }
  } else {
    for (const double number : outputs) largest_ = std::max(largest_, std::abs(number));
  }
  classes_ = classes;
  outputs_ = std::move(outputs);
  return std::move(*this);
}

template <class Scalar>
void Samples<Scalar>::gather(std::span<const int> rows, Batch<Scalar>& inputs, Eigen::Index least_rows,
                             RandomStream* random) const {
  const auto count = static_cast<Eigen::Index>(rows.size());
  inputs.resize(std::max(count, least_rows), width());
  inputs.bottomRows(inputs.rows() - count).setZero();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto to = static_cast<Eigen::Index>(i);
    if (image_width_ > 0) {
      const auto draw = [&] { return static_cast<int>(random->below(static_cast<std::size_t>(2 * shift_ + 1))) - shift_; };
      const int right = random && moves() ? draw() : 0;
      const int down = random && moves() ? draw() : 0;
      take_image(rows[i], right, down, inputs, to);
    } else {
      const Scalar* from = rows_.data() + static_cast<std::ptrdiff_t>(rows[i]) * width();
      for (Eigen::Index j = 0; j < inputs.cols(); ++j) inputs(to, j) = from[j];
    }
  }
}

template <class Scalar>
void Samples<Scalar>::take_image(int row, int right, int down, Batch<Scalar>& inputs, Eigen::Index to) const {
  const int w = image_width_, h = columns_ / w;
  const auto first = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_);
  Eigen::Index pixel = 0;
  for (int y = 0; y < h; ++y) {
    for (int x = 0; x < w; ++x, ++pixel) {
      const int from_x = x - right, from_y = y - down;
      Scalar ink = 0;  // what comes in from outside is empty
      if (from_x >= 0 && from_x < w && from_y >= 0 && from_y < h) {
        const std::size_t from = first + static_cast<std::size_t>(from_y * w + from_x);
        ink = bytes_.empty() ? rows_[from] : static_cast<Scalar>(bytes_[from]) / Scalar(255);
      }
      inputs(to, pixel) = ink;
    }
  }
}

template <class Scalar>
void Samples<Scalar>::look_at(std::span<const double> raw, Batch<Scalar>& inputs) const {
  const auto columns = static_cast<std::size_t>(columns_);
  inputs.resize(static_cast<Eigen::Index>(raw.size() / columns), width());
  for (Eigen::Index i = 0; i < inputs.rows(); ++i) {
    const double* row = raw.data() + static_cast<std::size_t>(i) * columns;
    for (Eigen::Index j = 0; j < inputs.cols(); ++j)
      inputs(i, j) =
          static_cast<Scalar>(features_.empty() ? row[j] : features_[static_cast<std::size_t>(j)].of(row[0], row[1]));
  }
}

template <class Scalar>
void Samples<Scalar>::gather_targets(std::span<const int> rows, Target layout, Batch<Scalar>& targets) const {
  targets.resize(static_cast<Eigen::Index>(rows.size()), layout == Target::one_hot ? classes_ : 1);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto to = static_cast<Eigen::Index>(i);
    const double output = outputs_[static_cast<std::size_t>(rows[i])];
    if (layout == Target::one_hot) {
      targets.row(to).setZero();
      targets(to, static_cast<Eigen::Index>(output)) = 1;
    } else {
      targets(to, 0) = static_cast<Scalar>(layout == Target::sign ? 2 * output - 1 : output);
    }
  }
}

template class Samples<float>;
template class Samples<double>;

}  // namespace downhill
