"""Why probability: the noise behind a loss, the centre that each loss picks, and the likelihood of classes."""

# [region centres]
import numpy

guesses = numpy.array([2, 3, 3.5, 5, 8])
losses = {
    "squared": lambda y, c: numpy.mean((y - c) ** 2),
    "absolute": lambda y, c: numpy.mean(numpy.abs(y - c)),
    "largest": lambda y, c: numpy.max(numpy.abs(y - c)),
}
candidates = numpy.linspace(0, 20, 20_001)


def best_centre(loss, y):
    return candidates[numpy.argmin([loss(y, c) for c in candidates])]


for name, loss in losses.items():
    print(f"{name}_picks = {best_centre(loss, guesses):.1f}")
print(f"mean = {guesses.mean():.1f}")
print(f"median = {numpy.median(guesses):.1f}")
print(f"mid_range = {(guesses.min() + guesses.max()) / 2:.1f}")
# [endregion]

# [region outlier]
slip = numpy.array([2, 3, 3.5, 5, 18])
for name, loss in losses.items():
    print(f"{name}_with_slip = {best_centre(loss, slip):.1f}")
# [endregion]


# [region likelihood]
def heights(y, c, sigma=1.5):
    bell = numpy.exp(-((y - c) ** 2) / (2 * sigma**2))
    return bell / (sigma * numpy.sqrt(2 * numpy.pi))


at_mean = numpy.prod(heights(guesses, 4.3))
at_6 = numpy.prod(heights(guesses, 6))
print(f"ratio_of_products = {at_6 / at_mean:.4f}")
squared = losses["squared"]
difference = squared(guesses, 6) - squared(guesses, 4.3)
ratio = numpy.exp(-5 * difference / (2 * 1.5**2))
print(f"ratio_from_losses = {ratio:.4f}")
# [endregion]

# [region variance]
print(f"loss_at_mean = {squared(guesses, guesses.mean()):.2f}")
print(f"loss_at_6 = {squared(guesses, 6):.2f}")
both = guesses.var() + (guesses.mean() - 6) ** 2
print(f"sum_of_both = {both:.2f}")
# [endregion]


# [region classes]
shares = numpy.array([6, 3, 1]) / 10


def cross_entropy(p):
    return -numpy.sum(shares * numpy.log(p))


first = numpy.array([0.2, 0.3, 0.5])
print(f"first_guess = {cross_entropy(first):.4f}")
print(f"at_the_shares = {cross_entropy(shares):.4f}")
random = numpy.random.default_rng(0)
others = random.dirichlet(numpy.ones(3), size=10_000)
print(f"best_of_10000 = {min(cross_entropy(p) for p in others):.4f}")
# [endregion]

# [region underflow]
many = random.normal(4.3, 1.5, size=1000)
factors = heights(many, 4.3)
print(f"product = {numpy.prod(factors)}")
print(f"sum_of_logs = {numpy.sum(numpy.log(factors)):,.0f}")
# [endregion]
