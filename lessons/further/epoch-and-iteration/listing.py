"""Epochs, batches and iterations, and what the order of the data does."""

# [region count]
import math

import numpy

n, batch_size, epochs = 60, 8, 5
per_epoch = math.ceil(n / batch_size)
print(f"per_epoch = {per_epoch}")
print(f"last_batch = {n - (per_epoch - 1) * batch_size}")
print(f"iterations = {per_epoch * epochs}")
# [endregion]

# [region train]
y = numpy.repeat([0.0, 10.0], n // 2)  # sorted: thirty 0s, then thirty 10s


def train(batch_size, orders, rate=0.1):
    """One order of the samples for each epoch; the number learnt after each, and all updates counted."""
    w, ends, updates = 0.0, [], 0
    for order in orders:  # an epoch
        for first in range(0, n, batch_size):  # an iteration
            batch = y[order[first : first + batch_size]]
            w = w - rate * 2 * (w - batch.mean())
            updates += 1
        ends.append(w)
    return ends, updates


# [endregion]

# [region orders]
generator = numpy.random.default_rng(seed=1)
own = numpy.arange(n)
once = generator.permutation(n)
sorted_ends, _ = train(5, [own] * 1000)
kept_ends, _ = train(5, [once] * 1000)
anew_ends, _ = train(5, [generator.permutation(n) for _ in range(1000)])
print(f"sorted_end = {sorted_ends[-1]:.2f}")
print(f"kept_end = {kept_ends[-1]:.2f}")
print(f"kept_change = {abs(kept_ends[-1] - kept_ends[-2]):.2f}")
print(f"anew_mean = {numpy.mean(anew_ends[10:]):.2f}")
print(f"anew_scatter = {numpy.std(anew_ends[10:]):.2f}")
# [endregion]

# [region updates]
for name, size in [("full", 60), ("small", 5)]:
    ends, updates = train(size, [generator.permutation(n) for _ in range(5)])
    print(f"{name}_updates = {updates}")
    print(f"{name}_end = {ends[-1]:.2f}")
# [endregion]
print(f"weight_last = {0.2:.3f}")
print(f"weight_first = {0.2 * 0.8**11:.3f}")
