"""A loss made of many small losses: every batch shows another curve."""

# [region loss]
import numpy

n = 60
strengths = numpy.sqrt(3) * numpy.linspace(-1 + 1 / n, 1 - 1 / n, n)  # mean 0, variance 1


def slope(w, rows):
    """Slope of the mean over some rows of (w^4 - 3w^2 + w) + 8 * strength * w."""
    return 4 * w**3 - 6 * w + 1 + 8 * strengths[rows].mean()


# [endregion]


# [region run]
def run(batch_size, seed, start=1.1, rate=0.04, steps=400):
    order = numpy.random.default_rng(seed)
    w = start
    for step in range(steps):
        place = step % (n // batch_size)  # of the batch in its epoch
        if place == 0:
            shuffled = order.permutation(n)
        w = w - rate * slope(w, shuffled[place * batch_size : (place + 1) * batch_size])
    return w


# [endregion]

# [region escapes]
full = [run(n, seed) for seed in range(200)]
batch = [run(2, seed) for seed in range(200)]
larger = [run(20, seed) for seed in range(200)]
print(f"full_deepest = {sum(w < 0 for w in full)}")
print(f"batch_deepest = {sum(w < 0 for w in batch)}")
print(f"larger_deepest = {sum(w < 0 for w in larger)}")
# [endregion]
valley = full[0]
print(f"valley = {valley:.3f}")
everything = numpy.arange(n)
print(f"slope_full = {abs(slope(valley, everything)):.6f}")
slopes = [slope(valley, rows) for rows in numpy.random.default_rng(seed=3).permutation(n).reshape(-1, 2)]
print(f"slope_batch_low = {min(slopes):.2f}")
print(f"slope_batch_high = {max(slopes):.2f}")
print(f"slope_batch_mean = {abs(numpy.mean(slopes)):.6f}")
