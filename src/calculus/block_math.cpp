#include "calculus/block_math.hpp"

#include <Eigen/Core>
#include <cmath>

#include "calculus/scalar.hpp"

namespace downhill {
namespace {

constexpr int chunk = 256;

using Block = Eigen::Map<Eigen::ArrayXd>;
using ConstBlock = Eigen::Map<const Eigen::ArrayXd>;

// Computes again, one by one, the rare elements outside the range a kernel is good for; NaN counts as outside.
template <class Scalar>
void mend(const double* x, double* out, int count, double low, double high, Scalar scalar) {
  int inside = 0;
  for (int i = 0; i < count; ++i) inside += (x[i] >= low) & (x[i] <= high);
  if (inside == count) return;
  for (int i = 0; i < count; ++i)
    if (!(x[i] >= low && x[i] <= high)) out[i] = scalar(x[i]);
}

// Nearest whole number for |x| < 2^51: adding 1.5 · 2^52 leaves no room for decimals.
inline double nearest(double x) {
  constexpr double shift = 6755399441055744.0;
  return (x + shift) - shift;
}

constexpr double largest_angle = 1e5;  // beyond it π/2 in three parts is not precise enough

// The sine of x + quarter_turns · π/2, for |x| ≤ largest_angle: reduced to [−π/4, π/4] by subtracting quarter turns (Cody and
// Waite), then the polynomials of fdlibm, __kernel_sin and __kernel_cos (Sun Microsystems, 1993).
inline double sine(double x, double quarter_turns) {
  constexpr double two_over_pi = 6.36619772367581382433e-01;
  // π/2 in parts of 33 bits, so that a part times the number of quarter turns is exact.
  constexpr double part1 = 1.57079632673412561417e+00, part2 = 6.07710050630396597660e-11, part3 = 2.02226624879595063154e-21;
  const double turns = nearest(x * two_over_pi);
  const double r = ((x - turns * part1) - turns * part2) - turns * part3;
  const double z = r * r;
  const double sine =
      r +
      r * z *
          (-1.66666666666666324348e-01 +
           z * (8.33333333332248946124e-03 +
                z * (-1.98412698298579493134e-04 +
                     z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))));
  const double w = 1 - 0.5 * z;
  const double cosine =
      w +
      (((1 - w) - 0.5 * z) +
       z * z *
           (4.16666666666666019037e-02 +
            z * (-1.38888888888741095749e-03 +
                 z * (2.48015872894767294178e-05 + z * (-2.75573143513906633035e-07 +
                                                        z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11))))));
  const double quadrant = turns + quarter_turns;
  const double half = nearest(0.5 * quadrant - 0.25);  // ⌊quadrant / 2⌋
  const double odd = quadrant - 2 * half;
  const double opposite = half - 2 * nearest(0.5 * half - 0.25);
  const double magnitude = odd != 0 ? cosine : sine;
  return opposite != 0 ? -magnitude : magnitude;
}

}  // namespace

void exp_block(const double* x, double* __restrict out, int count) {
  Block(out, count) = ConstBlock(x, count).exp();
  mend(x, out, count, -708, 709, [](double v) { return std::exp(v); });
}

void log_block(const double* x, double* __restrict out, int count) {
  Block(out, count) = ConstBlock(x, count).log();
  mend(x, out, count, 1e-300, 1e300, [](double v) { return std::log(v); });
}

void sin_block(const double* x, double* __restrict out, int count) {
  for (int i = 0; i < count; ++i) out[i] = sine(x[i], 0);
  mend(x, out, count, -largest_angle, largest_angle, [](double v) { return std::sin(v); });
}

void cos_block(const double* x, double* __restrict out, int count) {
  for (int i = 0; i < count; ++i) out[i] = sine(x[i], 1);
  mend(x, out, count, -largest_angle, largest_angle, [](double v) { return std::cos(v); });
}

// Near 0 the rational function of Cephes (Moshier, 1989), elsewhere 1 − 2/(e^(2|x|) + 1).
void tanh_block(const double* x, double* __restrict out, int count) {
  alignas(16) double doubled[chunk], power[chunk];
  for (int start = 0; start < count; start += chunk) {
    const int n = count - start < chunk ? count - start : chunk;
    for (int i = 0; i < n; ++i) doubled[i] = 2 * std::abs(x[start + i]);
    exp_block(doubled, power, n);
    for (int i = 0; i < n; ++i) {
      const double v = x[start + i], z = v * v;
      const double top = (-9.64399179425052238628e-1 * z - 9.92877231001918586564e1) * z - 1.61468768441708447952e3;
      const double bottom = ((z + 1.12811678491632931402e2) * z + 2.23548839060100448583e3) * z + 4.84406305325125486048e3;
      const double near = v + v * z * (top / bottom);
      const double far = std::copysign(1 - 2 / (power[i] + 1), v);
      out[start + i] = std::abs(v) < 0.625 ? near : far;
    }
  }
}

void sigmoid_block(const double* x, double* __restrict out, int count) {
  alignas(16) double negative[chunk], power[chunk];
  for (int start = 0; start < count; start += chunk) {
    const int n = count - start < chunk ? count - start : chunk;
    for (int i = 0; i < n; ++i) negative[i] = -std::abs(x[start + i]);
    exp_block(negative, power, n);
    for (int i = 0; i < n; ++i) out[start + i] = (x[start + i] < 0 ? power[i] : 1) / (1 + power[i]);
  }
}

}  // namespace downhill
