"""The gradient of a norm has length 1 everywhere and none at the tip; the gradient of its square fades."""

# [region gradients]
import numpy


def of_norm(v):
    return v / numpy.linalg.norm(v)


def of_square(v):
    return 2 * v


# [endregion]

# [region lengths]
direction = numpy.array([0.6, 0.8])  # an arrow of length 1
for name, distance in [("far", 5), ("one", 1), ("near", 0.01)]:
    v = distance * direction
    print(f"norm_{name} = {numpy.linalg.norm(of_norm(v)):.2f}")
    print(f"square_{name} = {numpy.linalg.norm(of_square(v)):.2f}")
# [endregion]


# [region walk]
def distances(gradient, rate, steps):
    v = numpy.array([3.0, 4.0])
    walked = []
    for _ in range(steps):
        v = v - rate * gradient(v)
        walked.append(f"{numpy.linalg.norm(v):.3g}")
    return ", ".join(walked)


print(f"cone = {distances(of_norm, 2, 5)}")
print(f"bowl = {distances(of_square, 0.4, 5)}")
# [endregion]

# [region regression]
X = numpy.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
y = numpy.array([1.0, 3.0, 6.0])
beta = numpy.array([1.0, 0.0])
residual = y - X @ beta
by_norm = -X.T @ of_norm(residual)
by_square = -X.T @ of_square(residual)
print(f"residual_norm = {numpy.linalg.norm(residual):.4f}")
print(f"ratio = {numpy.linalg.norm(by_square) / numpy.linalg.norm(by_norm):.4f}")
# [endregion]

# Difference quotients agree with both gradients.
h = 1e-6
for name, gradient, height in [
    ("norm", by_norm, lambda b: numpy.linalg.norm(y - X @ b)),
    ("square", by_square, lambda b: numpy.sum((y - X @ b) ** 2)),
]:
    quotient = [(height(beta + h * e) - height(beta - h * e)) / (2 * h) for e in numpy.eye(2)]
    print(f"checked_{name} = {numpy.allclose(gradient, quotient, rtol=0, atol=1e-6)}")
