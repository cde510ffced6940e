"""Where the pseudo-inverse comes from: the formula for tall matrices, its twin for wide ones, and the SVD for all."""

# [region tall]
import numpy

X = numpy.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])  # one row per point: 1, x
y = numpy.array([0.0, 3.0, 0.0])
beta = numpy.linalg.solve(X.T @ X, X.T @ y)  # two equations, two unknowns
residual = y - X @ beta
print(f"height = {beta[0]:.0f}")
print(f"at_right_angles = {numpy.allclose(X.T @ residual, 0, rtol=0, atol=1e-12)}")
# [endregion]


# [region pythagoras]
def loss(beta):
    return numpy.sum((y - X @ beta) ** 2)


best = loss(beta)
for name, delta in [("low", [-1, 0]), ("high", [0.5, 0]), ("tilted", [0, 1])]:
    added = numpy.sum((X @ delta) ** 2)
    print(f"loss_{name} = {loss(beta + delta):.2f}")
    print(f"sum_{name} = {best + added:.2f}")
# [endregion]
print(f"best = {best:.0f}")

# [region wide]
wide = numpy.array([[1.0, 2.0]])  # one point, two coefficients
a = numpy.linalg.solve(wide @ wide.T, numpy.array([5.0]))
shortest = wide.T @ a
print(f"wide_intercept = {shortest[0]:.0f}")
print(f"wide_slope = {shortest[1]:.0f}")
# [endregion]

# [region same]
by_columns = numpy.linalg.inv(X.T @ X) @ X.T
by_rows = wide.T @ numpy.linalg.inv(wide @ wide.T)
print(f"same_tall = {numpy.allclose(by_columns, numpy.linalg.pinv(X), rtol=0, atol=1e-12)}")
print(f"same_wide = {numpy.allclose(by_rows, numpy.linalg.pinv(wide), rtol=0, atol=1e-12)}")
# [endregion]

# [region nearly]
small = 1e-9
nearly = numpy.array([[1.0, 1.0], [small, 0.0], [0.0, small]])  # two columns, nearly alike
print(f"rank_of_X = {numpy.linalg.matrix_rank(nearly)}")
print(f"rank_of_product = {numpy.linalg.matrix_rank(nearly.T @ nearly)}")
# [endregion]
