"""What hidden units can represent: hinges that follow a curve, and layers that fold."""

# [region hinges]
import numpy


def relu(z):
    return numpy.maximum(z, 0)


def hinge_network(f, units, left=0.0, right=1.0):
    """One hidden layer that meets f at equally spaced places: the weights are read off, not trained."""
    places = numpy.linspace(left, right, units + 1)
    heights = f(places)
    slopes = numpy.diff(heights) / numpy.diff(places)
    output_weights = numpy.diff(slopes, prepend=0)  # each unit adds the change of slope at its bend
    return lambda x: heights[0] + relu(x[:, None] - places[:-1]) @ output_weights


def wave(x):
    return numpy.sin(2 * numpy.pi * x)


x = numpy.linspace(0, 1, 10001)
for units in (5, 10, 20, 40):
    error = numpy.abs(hinge_network(wave, units)(x) - wave(x)).max()
    print(f"error_{units} = {error:.4f}")
# [endregion]


# [region fold]
def fold(x):
    return 2 * relu(x) - 4 * relu(x - 0.5)  # a tent: up to 1 and down again, on [0, 1]


def pieces(y):
    return 1 + int(numpy.sum(numpy.diff(numpy.sign(numpy.diff(y))) != 0))


x = numpy.linspace(0, 1, 2**14 + 1)
y = x
for layer in range(1, 7):
    y = fold(y)
    print(f"pieces_{layer} = {pieces(y)}")
# [endregion]


def parameters(*sizes):
    return sum(m * n + n for m, n in zip(sizes, sizes[1:]))


deep = parameters(1, *[2] * 6, 1)
wide = parameters(1, 2**6, 1)
print(f"deep_parameters = {deep}")
print(f"wide_parameters = {wide}")
print(f"wide_units = {2**6}")
print(f"ten_folds = {2**10:,}")
print(f"wide_24 = {parameters(1, 24, 1)}")
print(f"deep_6_6 = {parameters(1, 6, 6, 1)}")
