#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace downhill {

/// Mean and spread of numbers in one pass: how many, their mean, and the sum of squared distances from it. No large numbers are
/// ever subtracted from each other. Source: T. F. Chan, G. H. Golub, R. J. LeVeque, Amer. Statist. 37 (1983).
struct Spread {
  double count = 0, mean = 0, squares = 0;

  void add(double x) { merge({1, x, 0}); }

  /// Takes in others as if each of them had been added.
  void merge(const Spread& other) {
    if (other.count == 0) return;
    if (count == 0) {
      *this = other;
      return;
    }
    const double sum = count + other.count, gap = other.mean - mean, part = other.count / sum;
    mean += gap * part;
    squares += other.squares + gap * (gap * count * part);
    count = sum;
  }

  /// Divided by n; none of no numbers.
  std::optional<double> population_variance() const { return count < 1 ? std::nullopt : std::optional(squares / count); }
  /// Divided by n − 1; not defined for a single number.
  std::optional<double> sample_variance() const { return count < 2 ? std::nullopt : std::optional(squares / (count - 1)); }
};

/// Moments up to kurtosis in one pass, mergeable.
/// Source: P. Pébay, "Formulas for robust, one-pass parallel computation of covariances and arbitrary-order statistical
/// moments", Sandia report SAND2008-6212 (2008).
class SampleMoments {
 public:
  void add(double x) {
    SampleMoments one;
    one.n_ = 1;
    one.mean_ = one.minimum_ = one.maximum_ = x;
    merge(one);
  }

  /// Takes in others as if each of their numbers had been added.
  void merge(const SampleMoments& other) {
    if (other.n_ == 0) return;
    if (n_ == 0) {
      *this = other;
      return;
    }
    const double a = n_, b = other.n_, n = a + b, gap = other.mean_ - mean_, part = gap / n;
    // [region merge]
    m4_ += other.m4_ + gap * part * part * part * a * b * (a * a - a * b + b * b) +
           6 * part * part * (a * a * other.m2_ + b * b * m2_) + 4 * part * (a * other.m3_ - b * m3_);
    m3_ += other.m3_ + gap * part * part * a * b * (a - b) + 3 * part * (a * other.m2_ - b * m2_);
    m2_ += other.m2_ + gap * part * a * b;
    mean_ += part * b;
    // [endregion]
    n_ = n;
    minimum_ = std::min(minimum_, other.minimum_);
    maximum_ = std::max(maximum_, other.maximum_);
  }

  double count() const { return n_; }
  std::optional<double> minimum() const { return given(minimum_); }
  std::optional<double> maximum() const { return given(maximum_); }
  std::optional<double> mean() const { return given(mean_); }
  /// Divided by n.
  std::optional<double> population_variance() const { return given(m2_ / n_); }
  /// Divided by n − 1; not defined for a single number.
  std::optional<double> sample_variance() const { return n_ < 2 ? std::nullopt : std::optional(m2_ / (n_ - 1)); }
  /// m₃ / m₂^(3/2) with central moments divided by n; not defined for numbers that are all equal.
  std::optional<double> skewness() const {
    return m2_ > 0 ? std::optional(std::sqrt(n_) * m3_ / (m2_ * std::sqrt(m2_))) : std::nullopt;
  }
  /// m₄ / m₂² − 3; not defined for numbers that are all equal.
  std::optional<double> excess_kurtosis() const { return m2_ > 0 ? std::optional(n_ * m4_ / (m2_ * m2_) - 3) : std::nullopt; }

 private:
  std::optional<double> given(double x) const { return n_ > 0 ? std::optional(x) : std::nullopt; }

  double n_ = 0, mean_ = 0, m2_ = 0, m3_ = 0, m4_ = 0;  // mₖ: sums of k-th powers of distances from the mean
  double minimum_ = std::numeric_limits<double>::infinity(), maximum_ = -minimum_;
};

/// Means, variances and covariance of pairs in one pass, mergeable (Pébay, as above).
class SampleCovariance {
 public:
  /// Half axes of the ellipse one standard deviation wide, longest first, and the angle of the longest from the x axis.
  struct Ellipse {
    double longest, shortest, angle;
  };

  void add(double x, double y) {
    SampleCovariance one;
    one.n_ = 1;
    one.mean_x_ = x;
    one.mean_y_ = y;
    merge(one);
  }

  void merge(const SampleCovariance& other) {
    if (other.n_ == 0) return;
    if (n_ == 0) {
      *this = other;
      return;
    }
    const double n = n_ + other.n_, weight = n_ * (other.n_ / n);
    const double gap_x = other.mean_x_ - mean_x_, gap_y = other.mean_y_ - mean_y_;
    xx_ += other.xx_ + gap_x * gap_x * weight;
    yy_ += other.yy_ + gap_y * gap_y * weight;
    xy_ += other.xy_ + gap_x * gap_y * weight;
    mean_x_ += gap_x * (other.n_ / n);
    mean_y_ += gap_y * (other.n_ / n);
    n_ = n;
  }

  double count() const { return n_; }
  double mean_x() const { return mean_x_; }
  double mean_y() const { return mean_y_; }
  // Sums of squares and of products of distances from the means: divide by n, or by n − 1.
  double squares_x() const { return xx_; }
  double squares_y() const { return yy_; }
  double products() const { return xy_; }

  /// In [−1, 1]; not defined where one of the two never varies.
  std::optional<double> correlation() const {
    if (!(xx_ > 0 && yy_ > 0)) return std::nullopt;
    return std::clamp(xy_ / (std::sqrt(xx_) * std::sqrt(yy_)), -1.0, 1.0);
  }

  /// Of at least one pair, from variances divided by n.
  Ellipse ellipse() const {
    const double a = xx_ / n_, b = yy_ / n_, c = xy_ / n_;
    const double middle = (a + b) / 2, reach = std::hypot((a - b) / 2, c), largest = middle + reach;
    // The smallest eigenvalue from the determinant, where the difference would cancel.
    const double smallest = largest > 0 ? std::max(0.0, (a * b - c * c) / largest) : 0;
    return {std::sqrt(largest), std::sqrt(smallest), 0.5 * std::atan2(2 * c, a - b)};
  }

 private:
  double n_ = 0, mean_x_ = 0, mean_y_ = 0, xx_ = 0, yy_ = 0, xy_ = 0;
};

}  // namespace downhill
