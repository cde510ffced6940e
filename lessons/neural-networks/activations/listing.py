"""Activations: what keeps layers from melting into one, and what their slopes do to a deep stack."""

# [region collapse]
import numpy

W1 = numpy.array([[1.0, -2.0], [0.5, 1.0]])
W2 = numpy.array([[3.0], [1.0]])
x = numpy.array([[2.0, -1.0]])

print(f"two_layers = {(x @ W1 @ W2).item():.1f}")
print(f"one_layer = {(x @ (W1 @ W2)).item():.1f}")
# [endregion]

print(f"product = {(W1 @ W2).ravel()}")


# [region relu_between]
def relu(z):
    return numpy.maximum(z, 0)


print(f"with_relu = {(relu(x @ W1) @ W2).item():.1f}")
print(f"with_relu_opposite = {(relu(-x @ W1) @ W2).item():.1f}")
# [endregion]


# [region slopes]
def sigmoid(z):
    return 1 / (1 + numpy.exp(-z))


def sigmoid_slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


print(f"steepest_sigmoid = {sigmoid_slope(0.0)}")
print(f"sigmoid_slope_at_5 = {sigmoid_slope(5.0):.4f}")
print(f"tanh_slope_at_5 = {1 - numpy.tanh(5.0) ** 2:.6f}")
print(f"ten_sigmoids = {0.25**10:.1e}")
# [endregion]


# [region stack]
def first_layer_slope(activation, slope, spread, depth=20, width=64, seed=0):
    """Sizes of the loss's slopes in the last and in the first layer of a stack."""
    random = numpy.random.default_rng(seed)
    weights = [random.normal(0, spread / numpy.sqrt(width), (width, width)) for _ in range(depth)]
    h, sums = random.normal(size=width), []
    for W in weights:
        sums.append(h @ W)
        h = activation(sums[-1])
    g, sizes = random.normal(size=width), []
    for W, z in zip(reversed(weights), reversed(sums)):
        g = g * slope(z)
        sizes.append(numpy.linalg.norm(g))
        g = g @ W.T
    return sizes[0], sizes[-1]


last, first = first_layer_slope(sigmoid, sigmoid_slope, spread=1)
print(f"sigmoid_share = {first / last:.0e}")
last, first = first_layer_slope(relu, lambda z: z > 0, spread=numpy.sqrt(2))
print(f"relu_share = {first / last:.1f}")
# [endregion]
