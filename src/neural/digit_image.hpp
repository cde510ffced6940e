#pragma once

#include <span>
#include <vector>

namespace downhill {

/// A drawn digit as MNIST has its digits: cut out, fitted into 20 × 20 keeping its shape, anti-aliased, its centre of mass in
/// the middle of 28 × 28 (nearer to the border only where ink would be lost), its darkest pixel 1. `pixels` holds width ×
/// height numbers from 0 (paper) to 1 (ink), row by row; so does the answer. All zeros when nothing is drawn. Source: Y. LeCun,
/// C. Cortes, C. Burges, "The MNIST database of handwritten digits".
std::vector<float> centre_digit(std::span<const double> pixels, int width, int height);

/// Pictures of 28 × 28 of what was drawn: as it stands on the sheet, and as MNIST has its digits.
struct DrawnDigit {
  std::vector<float> plain, centred;
};

/// Draws with a round pen on a sheet 28 wide and high. `points` holds three numbers a point: x to the right, y down, and the
/// number of its stroke; points that follow each other in one stroke are joined. `pen` is the width of the line, above 0.
DrawnDigit draw_digit(std::span<const double> points, double pen);

}  // namespace downhill
