"""Monte Carlo: an integral and a mean from random numbers, with an error bar that holds what it promises."""

# [region integral]
import math

import numpy


def monte_carlo(f, low, high, n, seed):
    x = numpy.random.default_rng(seed).uniform(low, high, n)
    y = (high - low) * f(x)
    return y.mean(), y.std(ddof=1) / math.sqrt(n)


def bell(x):
    return numpy.exp(-(x**2))


for n in (100, 10_000, 1_000_000):
    estimate, error = monte_carlo(bell, -1, 1, n, seed=1)
    print(f"estimate_{n} = {estimate:.4f}")
    print(f"error_{n} = {error:.4f}")
# [endregion]

# [region coverage]
exact = math.sqrt(math.pi) * math.erf(1)
print(f"exact = {exact:.6f}")
hits = 0
for seed in range(1000):
    estimate, error = monte_carlo(bell, -1, 1, 1000, seed)
    hits += abs(estimate - exact) < 1.96 * error
print(f"coverage = {hits / 10:.1f}%")
# [endregion]

# [region dependent]
hits = 0
for seed in range(1000):
    random = numpy.random.default_rng(seed)
    x = random.uniform(-1, 1, 1000)
    for i in range(1, 1000):
        if random.random() < 0.9:
            x[i] = x[i - 1]  # nine times in ten the last draw is used again
    y = 2 * bell(x)
    hits += abs(y.mean() - exact) < 1.96 * y.std(ddof=1) / math.sqrt(1000)
print(f"coverage_dependent = {hits / 10:.1f}%")
# [endregion]

# [region dice]
rolls = numpy.random.default_rng(2).integers(1, 7, 100_000)
print(f"mean_of_squares = {(rolls**2).mean():.2f}")
print(f"exact_squares = {sum(k**2 for k in range(1, 7)) / 6:.2f}")
# [endregion]

# [region antithetic]
x = numpy.random.default_rng(3).uniform(0, 1, 5000)
plain = numpy.exp(numpy.random.default_rng(4).uniform(0, 1, 10_000))
pairs = (numpy.exp(x) + numpy.exp(1 - x)) / 2
print(f"plain_error = {plain.std(ddof=1) / math.sqrt(10_000):.5f}")
print(f"antithetic_error = {pairs.std(ddof=1) / math.sqrt(5000):.5f}")
# [endregion]

# The tasks: sin² on [0, 3] by hand, and what 0.0005 would cost with plain draws.
y = 2 * bell(numpy.linspace(-1, 1, 2_000_001))
print(f"deviation = {y.std():.3f}")
y = 3 * numpy.sin(numpy.linspace(0, 3, 3_000_001)) ** 2
print(f"samples_for_sine = {(1.96 * y.std() / 0.001) ** 2:,.0f}")
