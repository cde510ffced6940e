"""What hidden units can represent: hinges that follow a curve, and layers that fold."""

# [region hinges]
import numpy


def relu(z):
    return numpy.maximum(z, 0)


def hinge_network(f, units):
    """One hidden layer that meets f at evenly spaced places: the weights are read off, not trained."""
    places = numpy.linspace(-1, 1, units + 1)
    heights = f(places)
    slopes = numpy.diff(heights) / numpy.diff(places)
    v = numpy.diff(slopes, prepend=0)  # each unit adds the change of slope at its bend
    return lambda x: heights[0] + relu(x[:, None] - places[:-1]) @ v


def wave(x):
    return numpy.sin(3 * x + 1)


x = numpy.linspace(-1, 1, 101)
for units in (5, 10, 20, 40):
    error = numpy.abs(hinge_network(wave, units)(x) - wave(x)).max()
    print(f"error_{units} = {error:.4f}")
# [endregion]


# [region fold]
def fold(v):
    return 2 * relu(v) + 2 * relu(-v) - 1  # 2|v| - 1: both halves of [-1, 1] are stretched over all of it


def pieces(y):
    return 1 + numpy.count_nonzero(numpy.diff(numpy.sign(numpy.diff(y))))


v = numpy.linspace(-1, 1, 2**12 + 1)
for layers in range(1, 7):
    v = fold(v)
    print(f"pieces_{layers} = {pieces(v)}")
# [endregion]


# [region parameters]
def parameters(*sizes):
    """Weights and biases of layers of these sizes, the inputs first."""
    return sum(inputs * units + units for inputs, units in zip(sizes, sizes[1:]))


print(f"deep_parameters = {parameters(1, *[2] * 6, 1)}")
print(f"wide_units = {2**6 - 1}")
print(f"wide_parameters = {parameters(1, 2**6 - 1, 1)}")
print(f"ten_layers = {2**10 - 1:,}")
print(f"wide_24 = {parameters(1, 24, 1)}")
print(f"deep_3_5 = {parameters(1, 5, 5, 5, 1)}")
# [endregion]
