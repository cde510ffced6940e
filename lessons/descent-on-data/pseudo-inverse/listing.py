"""Fitting a line in closed form with the Moore-Penrose inverse."""

# [region data]
import numpy

x = numpy.array([0.0, 1.0, 2.0, 3.0, 4.0])
y = numpy.array([1.2, 2.9, 5.1, 7.2, 8.8])
X = numpy.column_stack([numpy.ones_like(x), x])  # one row per point: 1, x
# [endregion]

# [region pinv]
beta = numpy.linalg.pinv(X) @ y
residuals = y - X @ beta
print(f"intercept = {beta[0]:.2f}")
print(f"slope = {beta[1]:.2f}")
print(f"loss = {residuals @ residuals:.3f}")
# [endregion]

# [region svd]
U, s, Vt = numpy.linalg.svd(X, full_matrices=False)
cutoff = 1e-12 * s[0]
inverted = numpy.array([1 / value if value > cutoff else 0.0 for value in s])
by_hand = Vt.T @ (inverted * (U.T @ y))
print(f"singular_large = {s[0]:.3f}")
print(f"singular_small = {s[1]:.3f}")
print(f"same = {numpy.allclose(beta, by_hand, atol=1e-12)}")
# [endregion]

print(f"condition = {s[0] / s[1]:.3f}")

# One point, two coefficients: of all the lines through it, the pseudo-inverse takes the one with the shortest beta.
wide = numpy.array([[1.0, 2.0]])
shortest = numpy.linalg.pinv(wide) @ numpy.array([5.0])
print(f"wide_intercept = {shortest[0]:.0f}")
print(f"wide_slope = {shortest[1]:.0f}")

# All points on one vertical line: rank 1.
vertical = numpy.array([[1.0, 2.0], [1.0, 2.0], [1.0, 2.0]])
print(f"vertical_rank = {numpy.linalg.matrix_rank(vertical)}")
average = numpy.linalg.pinv(vertical) @ numpy.array([4.0, 5.0, 6.0])
print(f"vertical_intercept = {average[0]:.0f}")
print(f"vertical_slope = {average[1]:.0f}")
