"""Mass and density: sums for values that can be counted, areas for all others, and a density as a slope."""

# [region mass]
import math

import numpy


def binomial_mass(k, n, p):
    return math.comb(n, k) * p**k * (1 - p) ** (n - k)


masses = [binomial_mass(k, 10, 0.5) for k in range(11)]
print(f"all_masses = {sum(masses)}")
print(f"five_heads = {masses[5]:.4f}")
print(f"four_to_six = {sum(masses[4:7]):.4f}")
# [endregion]


# [region cumulative]
def normal_density(x, mean=0.0, deviation=1.0):
    z = (x - mean) / deviation
    return math.exp(-z * z / 2) / (deviation * math.sqrt(2 * math.pi))


def normal_cumulative(x, mean=0.0, deviation=1.0):
    return (1 + math.erf((x - mean) / (deviation * math.sqrt(2)))) / 2


print(f"within_one = {normal_cumulative(1) - normal_cumulative(-1):.4f}")
# [endregion]

# [region slope]
for h in (2.0, 0.2, 0.02):
    inside = normal_cumulative(1 + h / 2) - normal_cumulative(1 - h / 2)
    print(f"width {h}: probability {inside:.6f}, per length {inside / h:.6f}")
print(f"narrowest = {inside / h:.6f}")
print(f"density_at_1 = {normal_density(1):.6f}")
# [endregion]

# [region units]
print(f"density_metres = {normal_density(1.70, 1.70, 0.07):.3f}")
print(f"density_centimetres = {normal_density(170, 170, 7):.5f}")
near = normal_cumulative(1.705, 1.70, 0.07) - normal_cumulative(1.695, 1.70, 0.07)
print(f"one_centimetre = {near:.4f}")
# [endregion]

# [region draws]
random = numpy.random.default_rng(0)
draws = random.normal(size=10_000)
print(f"share = {numpy.mean((draws >= -1) & (draws <= 1)):.4f}")
# [endregion]

# [region grid]
x = numpy.linspace(-5, 5, 1001)
heights = numpy.array([normal_density(place) for place in x])
print(f"sum_of_heights = {heights.sum():.2f}")
print(f"sum_of_areas = {(heights * (x[1] - x[0])).sum():.6f}")
# [endregion]

# [region tail]
print(f"subtracted = {1 - normal_cumulative(10)}")
print(f"own_formula = {math.erfc(10 / math.sqrt(2)) / 2:.4e}")
# [endregion]
