#include "neural/digit_image.hpp"

#include <algorithm>
#include <cmath>

namespace downhill {
namespace {

constexpr int side = 28;
constexpr double box = 20;      // what the digit is fitted into
constexpr double faint = 0.05;  // less ink is none
constexpr int fineness = 4;     // pixels of the sheet a pixel of the picture is wide

/// How much of each source pixel falls on the target pixel from `first` to `first + length`.
struct Overlap {
  int from, to;  // source pixels, `to` not included
  double first, length;

  Overlap(double start, double extent, int count)
      : from(std::clamp(static_cast<int>(std::floor(start)), 0, count)),
        to(std::clamp(static_cast<int>(std::ceil(start + extent)), 0, count)),
        first(start),
        length(extent) {}
  double of(int pixel) const { return std::min(pixel + 1.0, first + length) - std::max<double>(pixel, first); }
};

struct Place {
  double x, y;
};

double distance_to_line(const Place& p, const Place& a, const Place& b) {
  const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
  const double share = squared == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
  return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

/// Ink of a round pen drawn from one place to another, in pixels of the sheet; a pixel at the border is grey.
void draw_line(const Place& from, const Place& to, double pen, int width, std::vector<double>& sheet) {
  const double reach = pen / 2 + 1;
  const auto pixel = [&](double place) { return std::clamp(static_cast<int>(std::floor(place)), 0, width - 1); };
  for (int y = pixel(std::min(from.y, to.y) - reach); y <= pixel(std::max(from.y, to.y) + reach); ++y)
    for (int x = pixel(std::min(from.x, to.x) - reach); x <= pixel(std::max(from.x, to.x) + reach); ++x) {
      double& ink = sheet[static_cast<std::size_t>(y * width + x)];
      const double away = distance_to_line({x + 0.5, y + 0.5}, from, to);
      ink = std::max(ink, std::min(away + 0.5, pen / 2) - std::max(away - 0.5, -pen / 2));
    }
}

}  // namespace

std::vector<float> centre_digit(std::span<const double> pixels, int width, int height) {
  std::vector<float> out(side * side);
  int left = width, right = -1, top = height, bottom = -1;
  double ink = 0, x_sum = 0, y_sum = 0;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const double value = pixels[static_cast<std::size_t>(y * width + x)];
      if (!(value > faint)) continue;
      left = std::min(left, x);
      right = std::max(right, x);
      top = std::min(top, y);
      bottom = std::max(bottom, y);
      ink += value;
      x_sum += value * (x + 0.5);
      y_sum += value * (y + 0.5);
    }
  if (right < left) return out;

  // [region centre]
  const double extent = std::max(right - left, bottom - top) + 1;
  const double scale = extent / box;  // source pixels a target pixel is wide
  // Where the target's left upper corner lies in the source: the centre of mass goes to the middle, the ink stays inside.
  const auto corner = [&](double centre, int first, int last) {
    return std::clamp(centre - scale * side / 2, last + 1 - scale * side, static_cast<double>(first));
  };
  const double x_corner = corner(x_sum / ink, left, right), y_corner = corner(y_sum / ink, top, bottom);
  for (int row = 0; row < side; ++row) {
    const Overlap rows(y_corner + row * scale, scale, height);
    for (int column = 0; column < side; ++column) {
      const Overlap columns(x_corner + column * scale, scale, width);
      double sum = 0;
      for (int y = rows.from; y < rows.to; ++y)
        for (int x = columns.from; x < columns.to; ++x)
          sum += pixels[static_cast<std::size_t>(y * width + x)] * rows.of(y) * columns.of(x);
      out[static_cast<std::size_t>(row * side + column)] = static_cast<float>(std::clamp(sum / (scale * scale), 0.0, 1.0));
    }
  }
  // [endregion]
  // A thin pen leaves no pixel full; every digit of MNIST has one that is.
  const float darkest = *std::max_element(out.begin(), out.end());
  for (float& value : out) value /= darkest;
  return out;
}

DrawnDigit draw_digit(std::span<const double> points, double pen) {
  constexpr int width = side * fineness;
  std::vector<double> sheet(width * width);
  for (std::size_t i = 0; i + 2 < points.size(); i += 3) {
    const Place to{points[i] * fineness, points[i + 1] * fineness};
    const bool goes_on = i > 0 && points[i - 1] == points[i + 2];
    const Place from = goes_on ? Place{points[i - 3] * fineness, points[i - 2] * fineness} : to;
    draw_line(from, to, pen * fineness, width, sheet);
  }
  DrawnDigit digit{.plain = std::vector<float>(side * side), .centred = centre_digit(sheet, width, width)};
  for (int y = 0; y < width; ++y)
    for (int x = 0; x < width; ++x)
      digit.plain[static_cast<std::size_t>(y / fineness * side + x / fineness)] +=
          static_cast<float>(sheet[static_cast<std::size_t>(y * width + x)] / (fineness * fineness));
  return digit;
}

}  // namespace downhill
