"""Expectation: a balance point, and what else comes of it: variance, skewness, kurtosis, covariance."""

# [region beam]
import math

import numpy

x = numpy.array([0.0, 1.0, 6.0])
p = numpy.array([0.5, 0.3, 0.2])


def expected(values, p):
    return (values * p).sum()


mean = expected(x, p)
print(f"mean = {mean:.4g}")
print(f"left_over = {abs(expected(x - mean, p)):.1f}")
# [endregion]

# [region integral]
t = numpy.linspace(0, 40, 400_001)
density = 0.5 * numpy.exp(-t / 2)
width = t[1] - t[0]
print(f"waiting = {(t * density * width).sum():.4g}")
# [endregion]

# [region squares]
for c in (1.0, 1.5, 2.0, 3.0):
    print(f"about_{10 * c:.0f} = {expected((x - c) ** 2, p):.4g}")
variance = expected((x - mean) ** 2, p)
print(f"variance = {variance:.4g}")
# [endregion]

# [region shape]
z = (x - mean) / math.sqrt(variance)
print(f"deviation = {math.sqrt(variance):.4g}")
print(f"skewness = {expected(z**3, p):.4g}")
print(f"kurtosis = {expected(z**4, p):.4g}")
# [endregion]

# [region function]
print(f"mean_of_squares = {expected(x**2, p):.4g}")
print(f"square_of_mean = {mean**2:.4g}")
print(f"linear = {expected(2 * x + 1, p):.4g}")
# [endregion]

# [region covariance]
x = numpy.array([1, 2, 3, 4, 5, 6, 7, 8])
y = numpy.array([2, 1, 5, 3, 6, 3, 7, 5])
areas = (x - x.mean()) * (y - y.mean())
print(f"covariance = {areas.mean():.4g}")
print(f"by_numpy = {numpy.cov(x, y)[0, 1]:.4g}")
print(f"correlation = {numpy.corrcoef(x, y)[0, 1]:.4g}")
# [endregion]

# [region cauchy]
random = numpy.random.default_rng(0)
for n in (100, 10_000, 1_000_000):
    print(f"cauchy_{n} = {random.standard_cauchy(n).mean():.2f}")
# [endregion]

# [region parabola]
x = numpy.arange(-3, 4)
y = x**2
print(f"parabola = {((x - x.mean()) * (y - y.mean())).mean():.4g}")
# [endregion]

# [region cancel]
big = 1e9 + numpy.array([4.0, 7.0, 13.0, 16.0])
print(f"subtracted = {(big**2).mean() - big.mean() ** 2:.4g}")
print(f"two_passes = {((big - big.mean()) ** 2).mean():.1f}")
# [endregion]
