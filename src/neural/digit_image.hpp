#pragma once

#include <span>
#include <vector>

namespace downhill {

/// A drawn digit as MNIST has its digits: cut out, fitted into 20 × 20 keeping its shape, anti-aliased, its centre of mass in
/// the middle of 28 × 28 (nearer to the border only where ink would be lost). `pixels` holds width × height numbers from 0
/// (paper) to 1 (ink), row by row; so does the answer. All zeros when nothing is drawn. Source: Y. LeCun, C. Cortes, C. Burges,
/// "The MNIST database of handwritten digits".
std::vector<float> centre_digit(std::span<const double> pixels, int width, int height);

}  // namespace downhill
