"""The same line found by gradient descent, on the norm of the residuals and on its square."""

# [region data]
import numpy

x = numpy.array([0.0, 1.0, 2.0, 3.0, 4.0])
y = numpy.array([1.2, 2.9, 5.1, 7.2, 8.8])
X = numpy.column_stack([numpy.ones_like(x), x])
# [endregion]


# [region gradients]
def gradient_of_norm(beta):
    residual = y - X @ beta
    return -X.T @ residual / numpy.linalg.norm(residual)


def gradient_of_square(beta):
    return -2 * X.T @ (y - X @ beta)


# [endregion]


# [region descend]
def descend(gradient, rate, steps, beta=(0.0, 0.0)):
    beta = numpy.array(beta)
    for _ in range(steps):
        beta = beta - rate * gradient(beta)
    return beta


# [endregion]

# [region run]
exact = numpy.linalg.pinv(X) @ y
beta = descend(gradient_of_square, rate=0.02, steps=500)
print(f"intercept = {beta[0]:.4f}")
print(f"slope = {beta[1]:.4f}")
print(f"exact_intercept = {exact[0]:.4f}")
print(f"exact_slope = {exact[1]:.4f}")
# [endregion]
print(f"square_arrived = {numpy.linalg.norm(beta - exact) < 1e-12}")
norm_beta = descend(gradient_of_norm, rate=0.02, steps=500)
print(f"distance_norm = {numpy.linalg.norm(norm_beta - exact):.3f}")
hessian = 2 * X.T @ X
eigenvalues = numpy.linalg.eigvalsh(hessian)
print(f"curvature_large = {eigenvalues[1]:.2f}")
print(f"curvature_small = {eigenvalues[0]:.2f}")
print(f"largest_rate = {2 / eigenvalues[1]:.4f}")
print(f"condition = {eigenvalues[1] / eigenvalues[0]:.1f}")
centred = numpy.column_stack([numpy.ones_like(x), (x - x.mean()) / x.std()])
scaled = numpy.linalg.eigvalsh(2 * centred.T @ centred)
print(f"condition_scaled = {scaled[1] / scaled[0]:.1f}")
