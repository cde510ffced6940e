"""One guess for each x: conditional means and medians, what guesses cost, and the probability of a class."""

# [region table]
import numpy

joint = numpy.array([[0.25, 0.05], [0.20, 0.05], [0.05, 0.40]])  # a row for each y, a column for each x
y = numpy.array([0, 1, 4])

y_given_x = joint / joint.sum(axis=0)
mean = y @ y_given_x  # one for each column
print(f"mean = {mean}")
# [endregion]

# [region risk]
def risk(c, p):
    return p @ (y - c) ** 2

p = y_given_x[:, 0]  # what is known of y at x = 0
variance = risk(mean[0], p)
print(f"variance = {variance:.2f}")
print(f"risk_at_2 = {risk(2, p):.2f}")
print(f"parts_at_2 = {variance + (mean[0] - 2) ** 2:.2f}")

guesses = numpy.linspace(0, 4, 401)
best = min(guesses, key=lambda c: risk(c, p))
print(f"best_guess = {best:.2f}")
# [endregion]

# [region branches]
random = numpy.random.default_rng(0)
up = random.random(10_000) < 0.7
height = numpy.where(up, 2, -2) + 0.25 * random.normal(size=10_000)
print(f"mean_height = {height.mean():.2f}")
print(f"median_height = {numpy.median(height):.2f}")
print(f"near_the_mean = {numpy.sum(abs(height - 0.8) < 0.25)}")
# [endregion]

# [region regression]
x = random.uniform(-2, 2, 10_000)
y_seen = (x**3 - 3 * x) / 2 + 0.4 * random.normal(size=x.size)  # one y for each x

def fit(phi):
    weights, *_ = numpy.linalg.lstsq(phi, y_seen, rcond=None)
    return weights, numpy.mean((phi @ weights - y_seen) ** 2)

_, loss_of_line = fit(numpy.stack([x, x**0], axis=1))
weights, loss_of_cubic = fit(numpy.stack([x**3, x**2, x, x**0], axis=1))
print(f"loss_of_line = {loss_of_line:.2f}")
print(f"loss_of_cubic = {loss_of_cubic:.2f}")
print(f"weights = {numpy.round(weights, 2) + 0}")
# [endregion]

# [region classes]
is_one = random.random(100_000) < 0.3
measured = numpy.where(is_one, 2, 0) + 0.7 * random.normal(size=100_000)
score = 2 / 0.7**2 * (1.5 - 1) + numpy.log(0.3 / 0.7)
by_softmax = numpy.exp(score) / (1 + numpy.exp(score))
near = abs(measured - 1.5) < 0.05
print(f"by_softmax = {by_softmax:.3f}")
print(f"counted = {is_one[near].mean():.2f}")
# [endregion]
