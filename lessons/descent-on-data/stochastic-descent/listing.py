"""Mini-batch stochastic gradient descent, and what one step costs."""

# [region data]
import numpy

generator = numpy.random.default_rng(seed=7)
n, d = 1000, 2
X = numpy.column_stack([numpy.ones(n), generator.uniform(-2, 2, n)])
y = X @ numpy.array([1.0, 2.0]) + generator.normal(0, 0.5, n)
# [endregion]


# [region gradient]
def gradient(beta, rows):
    """Gradient of the mean squared error over some rows of the data."""
    residual = y[rows] - X[rows] @ beta
    return -2 * X[rows].T @ residual / len(rows)


# [endregion]


# [region sgd]
def sgd(batch_size, rate, epochs):
    beta = numpy.zeros(d)
    order = numpy.random.default_rng(seed=1)
    for _ in range(epochs):
        shuffled = order.permutation(n)
        for first in range(0, n, batch_size):
            beta = beta - rate * gradient(beta, shuffled[first : first + batch_size])
    return beta


# [endregion]


# [region race]
def loss(beta):
    return numpy.mean((y - X @ beta) ** 2)


exact = numpy.linalg.pinv(X) @ y
print(f"best_loss = {loss(exact):.4f}")
print(f"loss_full = {loss(sgd(n, 0.05, 3)):.4f}")
print(f"loss_batch = {loss(sgd(32, 0.05, 3)):.4f}")
print(f"loss_single = {loss(sgd(1, 0.05, 3)):.4f}")
# [endregion]
print(f"updates_batch = {3 * -(-n // 32)}")
print(f"updates_single = {3 * n}")

# [region average]
beta = numpy.array([0.0, 0.0])
shuffled = numpy.random.default_rng(seed=3).permutation(n)
batches = shuffled.reshape(-1, 50)
mean_of_batches = numpy.mean([gradient(beta, rows) for rows in batches], axis=0)
full = gradient(beta, numpy.arange(n))
print(f"equal = {numpy.allclose(mean_of_batches, full, rtol=0, atol=1e-12)}")
# [endregion]
print(f"last_batch = {n - 31 * 32}")


def multiplications(rows, columns):
    """Xb, then the product of the transposed matrix with the residuals."""
    return 2 * rows * columns


print(f"cost_full = {multiplications(1000, 20):,}")
print(f"cost_batch = {multiplications(32, 20):,}")
print(f"cost_gram = {1000 * 20 * 20:,}")
print(f"cost_gram_batch = {32 * 20 * 20:,}")
