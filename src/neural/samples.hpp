#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "foundation/random.hpp"
#include "neural/losses.hpp"
#include "neural/plane_features.hpp"

namespace downhill {

/// A table to learn from: one row of `columns` numbers a sample, and what is to be found for it.
struct TableData {
  std::vector<double> inputs;
  int columns = 1;
  std::vector<double> outputs;             ///< class numbers 0, 1, … when classes > 0
  int classes = 0;                         ///< 0 for numbers, else at least 2
  std::vector<std::string> features = {};  ///< of two columns, what the network sees; empty for the columns as they are
};

/// Images to learn from, pixels row by row, image after image: as bytes, of which 255 becomes exactly 1, or as numbers.
struct ImageData {
  std::vector<std::uint8_t> bytes;
  std::vector<float> numbers;
  int width = 28, height = 28;
  std::vector<double> outputs;
  int classes = 10;
  int shift = 0;  ///< in training an image is moved at random by up to so many pixels each way
};

/// Samples as networks take them.
template <class Scalar>
class Samples {
 public:
  /// Errors: wrong_dimension ("inputs", "outputs", "features": not two columns), not_finite and out_of_range ("inputs",
  /// "outputs", position = the row: a class number outside the classes), out_of_range ("classes", "columns"), unknown_id
  /// ("features").
  static Result<Samples> create(TableData data);
  /// Errors: likewise, and out_of_range ("width", "height", "shift").
  static Result<Samples> create(ImageData data);

  int count() const { return count_; }
  /// Numbers a row of raw inputs has, and numbers the network sees of it.
  int columns() const { return columns_; }
  int width() const { return features_.empty() ? columns_ : static_cast<int>(features_.size()); }
  int classes() const { return classes_; }
  const std::vector<PlaneFeature>& features() const { return features_; }
  const std::vector<double>& outputs() const { return outputs_; }
  int class_of(int row) const { return static_cast<int>(outputs_[static_cast<std::size_t>(row)]); }
  /// The largest size of a number among the inputs and, for regression, the outputs.
  double largest() const { return largest_; }
  bool moves() const { return shift_ > 0; }

  /// What the network sees of some samples, one row each, and then empty rows up to `least_rows`. With a stream, images are
  /// moved.
  void gather(std::span<const int> rows, Batch<Scalar>& inputs, Eigen::Index least_rows = 0,
              RandomStream* random = nullptr) const;
  /// What the network sees of raw inputs, which have columns() numbers a row.
  void look_at(std::span<const double> raw, Batch<Scalar>& inputs) const;
  /// What the outputs of some samples are to be.
  void gather_targets(std::span<const int> rows, Target layout, Batch<Scalar>& targets) const;

 private:
  Samples() = default;
  Result<Samples> finish(std::vector<double> outputs, int classes) &&;
  void take_image(int row, int right, int down, Batch<Scalar>& inputs, Eigen::Index to) const;

  int count_ = 0, columns_ = 0, classes_ = 0;
  double largest_ = 0;
  std::vector<PlaneFeature> features_;
  std::vector<Scalar> rows_;         // of width() numbers each, but for bytes
  std::vector<std::uint8_t> bytes_;  // of images
  int image_width_ = 0, shift_ = 0;
  std::vector<double> outputs_;
};

extern template class Samples<float>;
extern template class Samples<double>;

}  // namespace downhill
