"""A network of two hidden layers, trained on a disc and a ring with nothing but NumPy."""

# [region data]
import numpy

random = numpy.random.default_rng(seed=2)
n = 300
label = numpy.arange(n) % 2  # 1 for the disc, 0 for the ring
radius = numpy.where(label == 1, random.uniform(0, 2.5, n), random.uniform(3.5, 5, n))
angle = random.uniform(0, 2 * numpy.pi, n)
X = numpy.column_stack([radius * numpy.cos(angle), radius * numpy.sin(angle)])
X = X + random.uniform(-0.6, 0.6, X.shape)
train, test = numpy.arange(n) < 150, numpy.arange(n) >= 150
# [endregion]


# [region network]
def start(sizes):
    """First weights as Xavier has them, biases 0."""
    pairs = list(zip(sizes[:-1], sizes[1:]))
    weights = [random.normal(0, numpy.sqrt(2 / (a + b)), (a, b)) for a, b in pairs]
    return weights, [numpy.zeros(b) for _, b in pairs]


def forward(weights, biases, X):
    """What every layer gives, the data first; the last one gives logits."""
    values = [X]
    for W, b in zip(weights[:-1], biases[:-1]):
        values.append(numpy.tanh(values[-1] @ W + b))
    return values + [values[-1] @ weights[-1] + biases[-1]]


def loss(weights, biases, X, label):
    """The mean of −log of the probability that the right class was given."""
    z = forward(weights, biases, X)[-1][:, 0]
    return numpy.mean(numpy.logaddexp(0, z) - label * z)


def accuracy(weights, biases, X, label):
    return numpy.mean((forward(weights, biases, X)[-1][:, 0] > 0) == label)


# [endregion]


# [region backward]
def gradients(weights, biases, X, label):
    values = forward(weights, biases, X)
    probability = 1 / (1 + numpy.exp(-values[-1]))
    G = (probability - label[:, None]) / len(X)  # slopes of the loss at the logits
    slopes = []
    for W, H in zip(reversed(weights), reversed(values[:-1])):
        slopes.append((H.T @ G, G.sum(axis=0)))
        G = (G @ W.T) * (1 - H**2)  # through tanh, for the layer before
    return slopes[::-1]


# [endregion]


# [region train]
def train_network(weights, biases, X, label, rate=0.1, batch=10, epochs=200, l2=0.0):
    for _ in range(epochs):
        order = random.permutation(len(X))
        for first in range(0, len(X), batch):
            rows = order[first : first + batch]
            for layer, (W_slopes, b_slopes) in enumerate(gradients(weights, biases, X[rows], label[rows])):
                weights[layer] = weights[layer] - rate * (W_slopes + l2 * weights[layer])
                biases[layer] = biases[layer] - rate * b_slopes


# [endregion]


# [region run]
weights, biases = start([2, 4, 2, 1])
print(f"loss_start = {loss(weights, biases, X[train], label[train]):.4f}")
train_network(weights, biases, X[train], label[train])
print(f"loss_end = {loss(weights, biases, X[train], label[train]):.3f}")
print(f"loss_test = {loss(weights, biases, X[test], label[test]):.3f}")
print(f"accuracy_test = {100 * accuracy(weights, biases, X[test], label[test]):.1f}%")
# [endregion]

print(f"parameters = {sum(W.size + b.size for W, b in zip(weights, biases))}")

# [region check]
h = 1e-6
slope = gradients(weights, biases, X, label)[0][0][0, 1]
nudged = [W.copy() for W in weights]
nudged[0][0, 1] += h
above = loss(nudged, biases, X, label)
nudged[0][0, 1] -= 2 * h
below = loss(nudged, biases, X, label)
print(f"agrees = {abs((above - below) / (2 * h) - slope) < 1e-8}")
# [endregion]

# [region zero]
zeros = [numpy.zeros_like(W) for W in weights]
level = [numpy.zeros_like(b) for b in biases]
train_network(zeros, level, X[train], label[train])
print(f"largest_weight = {max(abs(W).max() for W in zeros)}")
# [endregion]

share = 0.2
print(f"simple_rule = {100 * (1 - share):.0f}%")
print(f"learnt_by_heart = {100 * ((1 - share) ** 2 + share**2):.0f}%")
