#include "probability/quadrature.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "calculus/features.hpp"
#include "calculus/function.hpp"

namespace downhill {
namespace {

using Outcome = Integral::Outcome;

// Places and weights on [−1, 1] of the 21-point rule, and the weights of the 10-point rule at every other of them (QUADPACK,
// qk21).
constexpr std::array places_of_rule{0.995657163025808080735527280689003,
                                    0.973906528517171720077964012084452,
                                    0.930157491355708226001207180059508,
                                    0.865063366688984510732096688423493,
                                    0.780817726586416897063717578345042,
                                    0.679409568299024406234327365114874,
                                    0.562757134668604683339000099272694,
                                    0.433395394129247190799265943165784,
                                    0.294392862701460198131126603103866,
                                    0.14887433898163121088482600112972,
                                    0.0};
constexpr std::array weights_of_21{
    0.011694638867371874278064396062192, 0.03255816230796472747881897245939,  0.05475589657435199603138130024458,
    0.07503967481091995276704314091619,  0.093125454583697605535065465083366, 0.109387158802297641899210590325805,
    0.123491976262065851077958109585166, 0.134709217311473325928054001771707, 0.142775938577060080797094273138717,
    0.147739104901338491374841515972068, 0.149445554002916905664936468389821};
constexpr std::array weights_of_10{0.066671344308688137593568809893332, 0.149451349150580593145863396957698,
                                   0.219086362515982043995534934228163, 0.269266719309996355091226921569469,
                                   0.295524224714752870173815619188769};

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr double aim = 1e-13;      // relative error worked for
constexpr double accepted = 1e-9;  // and held for settled
constexpr std::size_t most_pieces = 4000;

struct Piece {
  double from, to;
  double value = 0, error = 0;
  int gaps = 0;        ///< of its 21 places, those without a finite value
  int infinities = 0;  ///< +infinity counts up, −infinity down
  double gap_at = 0;   ///< one of them

  bool operator<(const Piece& other) const { return error < other.error; }
};

constexpr int places_in_piece = 21;

bool settled(const Integral& integral) {
  return integral.error <= accepted * std::abs(integral.value) || integral.error < 1e-300;
}

Piece measured(const Integrand& f, double from, double to) {
  Piece piece{.from = from, .to = to};
  const double middle = from + (to - from) / 2, half = (to - from) / 2;
  std::array<double, places_in_piece> x, y;
  for (std::size_t i = 0; i < 10; ++i) {
    x[i] = middle - half * places_of_rule[i];
    x[20 - i] = middle + half * places_of_rule[i];
  }
  x[10] = middle;
  f(x, y.data());
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (std::isfinite(y[i])) continue;
    ++piece.gaps;
    piece.infinities += std::isinf(y[i]) ? (y[i] > 0 ? 1 : -1) : 0;
    piece.gap_at = x[i];
    y[i] = 0;
  }
  double fine = y[10] * weights_of_21[10], coarse = 0, size = std::abs(fine);
  for (std::size_t i = 0; i < 10; ++i) {
    fine += (y[i] + y[20 - i]) * weights_of_21[i];
    size += (std::abs(y[i]) + std::abs(y[20 - i])) * weights_of_21[i];
    if (i % 2) coarse += (y[i] + y[20 - i]) * weights_of_10[i / 2];
  }
  double spread = weights_of_21[10] * std::abs(y[10] - fine / 2);
  for (std::size_t i = 0; i < 10; ++i)
    spread += weights_of_21[i] * (std::abs(y[i] - fine / 2) + std::abs(y[20 - i] - fine / 2));
  piece.value = fine * half;
  // As QUADPACK scales it: the difference of the two rules overstates the error of the better one. Never below its rounding.
  const double difference = std::abs(fine - coarse);
  const double scaled = spread > 0 ? spread * std::min(1.0, std::pow(200 * difference / spread, 1.5)) : difference;
  piece.error = piece.gaps > 0 ? unbounded : std::max(scaled, 2 * std::numeric_limits<double>::epsilon() * size) * half;
  return piece;
}

}  // namespace

std::string_view id_of(Outcome outcome) {
  constexpr std::string_view ids[] = {"settled", "unsettled", "undefined", "divergent"};
  return ids[static_cast<int>(outcome)];
}

Integral operator+(const Integral& a, const Integral& b) {
  const Integral& worse = a.outcome >= b.outcome ? a : b;
  Integral sum{a.value + b.value, a.error + b.error, a.evaluations + b.evaluations, worse.outcome, worse.at};
  if (sum.outcome == Outcome::unsettled && settled(sum)) sum.outcome = Outcome::settled;
  return sum;
}

Integral integrate(const Integrand& f, const std::vector<double>& places) {
  std::vector<Piece> pieces;  // a heap: the largest error first
  Integral whole;
  const auto add = [&](double from, double to) {
    if (!(from < to)) return;
    pieces.push_back(measured(f, from, to));
    std::push_heap(pieces.begin(), pieces.end());
    whole.evaluations += places_in_piece;
  };
  const auto total = [&] {
    whole.value = whole.error = 0;
    for (const Piece& piece : pieces) {
      whole.value += piece.value;
      whole.error += piece.error;
    }
  };
  for (std::size_t i = 0; i + 1 < places.size(); ++i) add(places[i], places[i + 1]);
  for (total(); pieces.size() < most_pieces && whole.error > aim * std::abs(whole.value); total()) {
    const Piece worst = pieces.front();
    if (worst.gaps == places_in_piece) {
      const bool divergent = std::abs(worst.infinities) == places_in_piece;
      whole.outcome = divergent ? Outcome::divergent : Outcome::undefined_part;
      whole.value = divergent ? std::copysign(unbounded, worst.infinities) : std::numeric_limits<double>::quiet_NaN();
      whole.error = unbounded;
      whole.at = worst.gap_at;
      return whole;
    }
    // A single place without a value becomes an end of pieces, where nobody looks.
    const double cut = worst.gaps == 1 ? worst.gap_at : worst.from + (worst.to - worst.from) / 2;
    if (!(worst.from < cut && cut < worst.to)) break;
    std::pop_heap(pieces.begin(), pieces.end());
    pieces.pop_back();
    add(worst.from, cut);
    add(cut, worst.to);
  }
  if (!settled(whole)) {
    whole.outcome = Outcome::unsettled;
    whole.at = pieces.front().from;
  }
  return whole;
}

Integral integrate_outward(const Integrand& f, double from, double last, const std::vector<double>& places) {
  Integral whole;
  int quiet = 0;
  for (double start = from, length = 1; start < last; start += length) {
    if (start - from >= 4) length = (start - from) / 2;
    const double end = std::min(last, start + length);
    std::vector<double> cuts{start};
    for (const double place : places)
      if (place > start && place < end) cuts.push_back(place);
    cuts.push_back(end);
    const Integral part = integrate(f, cuts);
    if (part.outcome > Outcome::unsettled)
      return {part.value, part.error, whole.evaluations + part.evaluations, part.outcome, part.at};
    whole = {whole.value + part.value, whole.error + part.error, whole.evaluations + part.evaluations, Outcome::settled,
             part.at};
    quiet = std::abs(part.value) <= 1e-17 * std::abs(whole.value) ? quiet + 1 : 0;
    if (quiet >= 2 && whole.value != 0 && start - from > 8) break;
    if (end == last) {
      const std::array<double, 2> x{start, last};
      std::array<double, 2> y;
      f(x, y.data());
      if (y[1] != 0) {
        const double fall = std::log(y[0] / y[1]) / (last - start);  // it goes like e^(−fall · s)
        if (!(fall > 1e-3)) return {std::copysign(unbounded, y[1]), unbounded, whole.evaluations, Outcome::divergent, last};
        whole.value += y[1] / fall;
        whole.error += std::abs(y[1] / fall);
      }
    }
  }
  if (!settled(whole)) whole.outcome = Outcome::unsettled;
  return whole;
}

namespace {

/// From a place outward or inward, by the logarithm of the distance: x = origin ± length · e^(±s).
Integral by_distance(const Function& f, double origin, double length, double inward, double last) {
  std::vector<double> x(places_in_piece);
  return integrate_outward(
      [&](std::span<const double> s, double* out) {
        x.resize(s.size());
        for (std::size_t i = 0; i < s.size(); ++i) x[i] = origin + length * std::exp(inward * s[i]);
        f.values(x.data(), x.size(), out);
        // dx = ± length e^(±s) ds, and the integral over |dx| is wanted.
        for (std::size_t i = 0; i < s.size(); ++i) out[i] *= std::abs(length) * std::exp(inward * s[i]);
      },
      0, last);
}

/// [from, to] finite.
Integral over_interval(const Expression& expression, const Function& f, double from, double to) {
  const Features features = find_features(expression, from, to);
  std::vector<double> places{from, to};
  for (const Hole& hole : features.holes) {
    if (hole.from < hole.to)
      return {std::numeric_limits<double>::quiet_NaN(), unbounded, 0, Outcome::undefined_part,
              hole.from + (hole.to - hole.from) / 2};
    places.push_back(hole.from);
  }
  for (const auto* list : {&features.kinks, &features.jumps, &features.poles})
    places.insert(places.end(), list->begin(), list->end());
  std::sort(places.begin(), places.end());
  const Integral plain = integrate([&](std::span<const double> x, double* out) { f.values(x.data(), x.size(), out); }, places);
  if (plain.outcome == Outcome::settled || plain.outcome == Outcome::undefined_part) return plain;
  // It may be infinite at the ends of pieces: the way there in steps of the logarithm of the distance.
  Integral whole{.evaluations = plain.evaluations};
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    const double half = (places[i + 1] - places[i]) / 2;
    if (!(half > 0)) continue;
    for (const auto& [end, length] : {std::pair(places[i], half), std::pair(places[i + 1], -half)}) {
      const double nearest = std::max(1e-300, 8 * std::numeric_limits<double>::epsilon() * std::abs(end));
      Integral part = by_distance(f, end, length, -1, std::log(half / nearest));
      if (part.outcome == Outcome::divergent) part.at = end;
      whole = whole + part;
    }
  }
  return whole.outcome == Outcome::unsettled && plain.error < whole.error ? plain : whole;
}

}  // namespace

Integral integrate_expression(const Expression& expression, double from, double to) {
  if (from > to) {
    Integral turned = integrate_expression(expression, to, from);
    turned.value = -turned.value;
    return turned;
  }
  if (from == to) return {};
  constexpr double far = 345;  // e³⁴⁵ is 1e150: its square is still a number
  const Function f = Function::compile(expression);
  const double low = std::isfinite(from) ? from
                     : std::isfinite(to) ? to - 1
                                         : -1,
               high = std::isfinite(to) ? to : low + (std::isfinite(from) ? 1 : 2);
  Integral whole = over_interval(expression, f, low, high);
  if (!std::isfinite(from)) whole = whole + by_distance(f, low + 1, -1, 1, far);
  if (!std::isfinite(to)) whole = whole + by_distance(f, high - 1, 1, 1, far);
  return whole;
}

}  // namespace downhill
