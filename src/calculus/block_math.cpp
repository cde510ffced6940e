#include "calculus/block_math.hpp"

#include <Eigen/Core>
#include <cmath>
#include <cstdint>

#include "calculus/scalar.hpp"
#include "foundation/portable_exp.hpp"

namespace downhill {
namespace {

constexpr int chunk = 256;

using Block = Eigen::Map<Eigen::ArrayXd>;
using ConstBlock = Eigen::Map<const Eigen::ArrayXd>;

// Computes again, one by one, the rare elements outside the range a kernel is good for; NaN counts as outside.
template <class Scalar>
void mend(const double* x, double* out, int count, double low, double high, Scalar scalar) {
  std::int64_t inside = 0;  // as wide as what is compared
  for (int i = 0; i < count; ++i) inside += (x[i] >= low) & (x[i] <= high);
  if (inside == count) return;
  for (int i = 0; i < count; ++i)
    if (!(x[i] >= low && x[i] <= high)) out[i] = scalar(x[i]);
}

/// V8 makes vector constants anew in every round of a loop unless it cannot know them: they get a zero added that nobody knows.
double secret_zero() {
  static volatile double zero = 0;
  return zero;
}

// Adding 1.5 · 2^52 to |x| < 2^51 leaves no room for decimals: what is left is the nearest whole number.
constexpr double shift_value = 6755399441055744.0;

/// e^x for |x| ≤ 708: x = n ln 2 + r, then the rational function of fdlibm, __ieee754_exp (Sun Microsystems, 1993).
struct Exponential {
  explicit Exponential(double zero)
      : log2_e(1.44269504088896338700e+00 + zero),
        shift(shift_value + zero),
        ln2_high(6.93147180369123816490e-01 + zero),
        ln2_low(1.90821492927058770002e-10 + zero),
        p1(1.66666666666666019037e-01 + zero),
        p2(-2.77777777770155933842e-03 + zero),
        p3(6.61375632143793436117e-05 + zero),
        p4(-1.65339022054652515390e-06 + zero),
        p5(4.13813679705723846039e-08 + zero),
        one(1 + zero),
        two(2 + zero) {}

  double operator()(double x) const {
    const double shifted = x * log2_e + shift;
    const double n = shifted - shift;
    const double high = x - n * ln2_high, low = n * ln2_low;
    const double r = high - low;
    const double t = r * r;
    const double c = r - t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5))));
    const double power = one - ((low - (r * c) / (two - c)) - high);
    // The last bits of `shifted` are those of n; in the place of the exponent they multiply by 2^n.
    return Eigen::numext::bit_cast<double>(Eigen::numext::bit_cast<std::uint64_t>(power) +
                                           (Eigen::numext::bit_cast<std::uint64_t>(shifted) << 52));
  }

  double log2_e, shift, ln2_high, ln2_low, p1, p2, p3, p4, p5, one, two;
};

constexpr double largest_angle = 1e5;  // beyond it π/2 in three parts is not precise enough

/// The sine of x + quarter_turns · π/2, for |x| ≤ largest_angle: reduced to [−π/4, π/4] by subtracting quarter turns (Cody and
/// Waite), then the polynomials of fdlibm, __kernel_sin and __kernel_cos (Sun Microsystems, 1993).
struct Sine {
  Sine(double zero, double turns)
      : quarter_turns(turns),
        two_over_pi(6.36619772367581382433e-01 + zero),
        shift(shift_value + zero),
        part1(1.57079632673412561417e+00 + zero),
        part2(6.07710050630396597660e-11 + zero),
        part3(2.02226624879595063154e-21 + zero),
        s1(-1.66666666666666324348e-01 + zero),
        s2(8.33333333332248946124e-03 + zero),
        s3(-1.98412698298579493134e-04 + zero),
        s4(2.75573137070700676789e-06 + zero),
        s5(-2.50507602534068634195e-08 + zero),
        s6(1.58969099521155010221e-10 + zero),
        c1(4.16666666666666019037e-02 + zero),
        c2(-1.38888888888741095749e-03 + zero),
        c3(2.48015872894767294178e-05 + zero),
        c4(-2.75573143513906633035e-07 + zero),
        c5(2.08757232129817482790e-09 + zero),
        c6(-1.13596475577881948265e-11 + zero),
        half(0.5 + zero),
        quarter(0.25 + zero),
        one(1 + zero) {}

  double nearest(double x) const { return (x + shift) - shift; }

  double operator()(double x) const {
    const double turns = nearest(x * two_over_pi);
    const double r = ((x - turns * part1) - turns * part2) - turns * part3;
    const double z = r * r;
    const double sine = r + r * z * (s1 + z * (s2 + z * (s3 + z * (s4 + z * (s5 + z * s6)))));
    const double w = one - half * z;
    const double cosine = w + (((one - w) - half * z) + z * z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * (c5 + z * c6))))));
    const double quadrant = turns + quarter_turns;
    const double pairs = nearest(half * quadrant - quarter);  // ⌊quadrant / 2⌋
    const double odd = quadrant - (pairs + pairs);
    const double fours = nearest(half * pairs - quarter);
    const double opposite = pairs - (fours + fours);
    const double magnitude = odd != 0 ? cosine : sine;
    return opposite != 0 ? -magnitude : magnitude;
  }

  double quarter_turns, two_over_pi, shift;
  double part1, part2, part3;  // π/2 in parts of 33 bits, so that a part times the number of quarter turns is exact
  double s1, s2, s3, s4, s5, s6, c1, c2, c3, c4, c5, c6, half, quarter, one;
};

template <class Kernel>
void run(const Kernel& given, const double* x, double* __restrict out, int count) {
  const Kernel kernel = given;  // in registers: `out` may not reach it
  for (int i = 0; i < count; ++i) out[i] = kernel(x[i]);
}

}  // namespace

void exp_block(const double* x, double* __restrict out, int count) {
  run(Exponential(secret_zero()), x, out, count);
  mend(x, out, count, -708, 708, [](double v) { return std::exp(v); });
}

void log_block(const double* x, double* __restrict out, int count) {
  Block(out, count) = ConstBlock(x, count).log();
  mend(x, out, count, 1e-300, 1e300, [](double v) { return std::log(v); });
}

void sin_block(const double* x, double* __restrict out, int count) {
  run(Sine(secret_zero(), 0), x, out, count);
  mend(x, out, count, -largest_angle, largest_angle, [](double v) { return std::sin(v); });
}

void cos_block(const double* x, double* __restrict out, int count) {
  run(Sine(secret_zero(), 1), x, out, count);
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
      const double far = copy_sign(1 - 2 / (power[i] + 1), v);
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
