"""What one step of descent costs, counted in multiplications."""

# [region count]
import numpy


def counted(*factors):
    """The product of matrices from left to right, and how many multiplications it takes."""
    product, count = factors[0], 0
    for factor in factors[1:]:
        rows, inner = product.shape
        count += rows * inner * factor.shape[1]
        product = product @ factor
    return product, count


# [endregion]


# [region ways]
def residual_first(X, y, beta):
    fit, for_fit = counted(X, beta)
    gradient, for_gradient = counted(X.T, fit - y)
    return gradient, for_fit + for_gradient


def product_first(X, y, beta):
    left, for_left = counted(X.T, X, beta)
    right, for_right = counted(X.T, y)
    return left - right, for_left + for_right


# [endregion]

# [region compare]
n, d, b = 10_000, 20, 100
generator = numpy.random.default_rng(seed=4)
X, y, beta = (generator.normal(size=shape) for shape in [(n, d), (n, 1), (d, 1)])

one, cost = residual_first(X, y, beta)
other, cost_product = product_first(X, y, beta)
print(f"same = {numpy.allclose(one, other)}")
print(f"cost = {cost:,}")
print(f"cost_product = {cost_product:,}")

_, batch = residual_first(X[:b], y[:b], beta)
_, batch_product = product_first(X[:b], y[:b], beta)
print(f"batch = {batch:,}")
print(f"batch_product = {batch_product:,}")
print(f"ratio = {cost / batch:.2f}")
print(f"ratio_product = {cost_product / batch_product:.2f}")
# [endregion]

# [region brackets]
print(f"left_to_right = {counted(X.T, X, beta)[1]:,}")
print(f"vector_first = {counted(X, beta)[1] + counted(X.T, X @ beta)[1]:,}")
# [endregion]

# [region once]
gram, for_gram = counted(X.T, X)
_, for_target = counted(X.T, y)
_, for_step = counted(gram, beta)
steps = numpy.arange(1, 100)
print(f"beforehand = {for_gram + for_target:,}")
print(f"then = {for_step}")
print(f"pays_after = {steps[for_gram + for_target + for_step * steps < cost * steps][0]}")
# [endregion]

# The tasks.
many, few = 3000, 30
once = few**2 * many + few * many
print(f"task_once = {once:,}")
print(f"task_step = {2 * many * few:,}")
print(f"task_pays_after = {steps[once + few**2 * steps < 2 * many * few * steps][0]}")
