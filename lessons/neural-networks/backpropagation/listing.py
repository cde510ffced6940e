"""Backpropagation: an automatic differentiator on a tape, and the same by hand for a network of two layers."""

# [region tape]
import math


class Tape:
    """Values in the order in which they were computed; each entry knows its inputs and its slope in each of them."""

    def __init__(self):
        self.values, self.inputs = [], []

    def add(self, value, *inputs):
        self.values.append(value)
        self.inputs.append(inputs)  # pairs (node, local slope)
        return len(self.values) - 1

    def leaf(self, value):
        return self.add(value)

    def plus(self, a, b):
        return self.add(self.values[a] + self.values[b], (a, 1), (b, 1))

    def times(self, a, b):
        return self.add(self.values[a] * self.values[b], (a, self.values[b]), (b, self.values[a]))

    def exp(self, a):
        e = math.exp(self.values[a])
        return self.add(e, (a, e))

    def gradients(self, output):
        slopes = [0.0] * len(self.values)
        slopes[output] = 1.0
        for node in reversed(range(output + 1)):
            for source, local in self.inputs[node]:
                slopes[source] += slopes[node] * local
        return slopes


# [endregion]


# [region small]
t = Tape()
a, b, d = t.leaf(3), t.leaf(2), t.leaf(1)
c = t.plus(a, b)
e = t.times(c, d)
slopes = t.gradients(e)
print(f"slopes = {[slopes[node] for node in (a, b, c, d, e)]}")
# [endregion]

# [region shared]
t = Tape()
x = t.leaf(2)
square = t.times(x, x)
y = t.plus(square, t.times(square, x))  # x² + x³: the node x² is used twice
print(f"shared_slope = {t.gradients(y)[x]}")
# [endregion]

# [region network]
import numpy

random = numpy.random.default_rng(1)
X, target = random.normal(size=(5, 2)), random.normal(size=(5, 1))
W1, b1 = random.normal(size=(2, 3)), numpy.zeros(3)
W2, b2 = random.normal(size=(3, 1)), numpy.zeros(1)


def loss(W1):
    return ((numpy.tanh(X @ W1 + b1) @ W2 + b2 - target) ** 2).mean()


# forward: keep what the way back will need
H = numpy.tanh(X @ W1 + b1)
O = H @ W2 + b2
# backward: from the loss to the first layer
G2 = 2 * (O - target) / len(X)
W2_slopes, b2_slopes = H.T @ G2, G2.sum(axis=0)
G1 = (G2 @ W2.T) * (1 - H**2)
W1_slopes, b1_slopes = X.T @ G1, G1.sum(axis=0)

h = 1e-6
nudge = numpy.zeros_like(W1)
nudge[0, 1] = h
quotient = (loss(W1 + nudge) - loss(W1 - nudge)) / (2 * h)
print(f"agrees = {abs(quotient - W1_slopes[0, 1]) < 1e-8}")
# [endregion]

parameters = 784 * 128 + 128 + 128 * 10 + 10
print(f"parameters = {parameters:,}")

# Values of a batch of 32 digits, inputs not counted: hidden layers of 128 units, then 10 logits.
print(f"kept_one = {32 * (128 + 10):,}")
print(f"kept_ten = {32 * (10 * 128 + 10):,}")
print(f"needed_forward = {32 * (128 + 128):,}")
