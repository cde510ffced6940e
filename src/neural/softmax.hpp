#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace downhill {

/// How a softmax is worked out. The naive form is the formula as it stands: e^z overflows above 709 (in float above 88), and
/// infinite over infinite is no number. The stable form takes the largest logit off first, which changes nothing else.
enum class SoftmaxForm { stable, naive };

/// Softmax with every number on the way.
template <class Scalar>
struct Softmax {
  std::vector<Scalar> exponents;      ///< z / T, less the largest of them in the stable form
  std::vector<Scalar> exponentials;   ///< e^exponent
  Scalar sum = 0;                     ///< of the exponentials
  std::vector<Scalar> probabilities;  ///< exponential / sum
  Scalar log_sum_exp = 0;             ///< log Σ e^(z/T)
};

// [region softmax]
/// pₖ = e^(zₖ/T) / Σ e^(zⱼ/T) for at least one logit z and a temperature T > 0: Σ pₖ = 1.
template <class Scalar>
Softmax<Scalar> softmax(std::span<const Scalar> logits, SoftmaxForm form = SoftmaxForm::stable, Scalar temperature = 1) {
  Softmax<Scalar> out;
  for (const Scalar z : logits) out.exponents.push_back(z / temperature);
  const Scalar largest =
      form == SoftmaxForm::stable ? *std::max_element(out.exponents.begin(), out.exponents.end()) : Scalar(0);
  for (Scalar& exponent : out.exponents) {
    exponent -= largest;
    out.exponentials.push_back(std::exp(exponent));
    out.sum += out.exponentials.back();
  }
  for (const Scalar exponential : out.exponentials) out.probabilities.push_back(exponential / out.sum);
  out.log_sum_exp = largest + std::log(out.sum);
  return out;
}
// [endregion]

/// −Σ tₖ log pₖ, where 0 log 0 counts as 0: a class that does not occur costs nothing, whatever its probability.
template <class Scalar>
Scalar cross_entropy(std::span<const Scalar> probabilities, std::span<const Scalar> target) {
  Scalar loss = 0;
  for (std::size_t k = 0; k < target.size(); ++k)
    if (target[k] > 0) loss -= target[k] * std::log(probabilities[k]);
  return loss;
}

/// Cross-entropy from logits, Σ tₖ (log Σ e^z − zₖ): never takes the logarithm of a probability that was rounded to 0. The
/// naive form does.
template <class Scalar>
Scalar cross_entropy_of(const Softmax<Scalar>& softmax, std::span<const Scalar> target,
                        SoftmaxForm form = SoftmaxForm::stable) {
  if (form == SoftmaxForm::naive) return cross_entropy<Scalar>(softmax.probabilities, target);
  Scalar loss = 0;
  for (std::size_t k = 0; k < target.size(); ++k)
    if (target[k] > 0) loss += target[k] * (std::log(softmax.sum) - softmax.exponents[k]);
  return loss;
}

}  // namespace downhill
