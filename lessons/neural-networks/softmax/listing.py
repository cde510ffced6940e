"""Softmax: from scores to probabilities, without overflow; and the loss that goes with it."""

# [region naive]
import numpy


def naive_softmax(z):
    numerator = numpy.exp(z)
    return numerator / numerator.sum()


p = naive_softmax(numpy.array([2.0, 1.0, 0.0]))
print(f"p_first = {p[0]:.4f}")
print(f"total = {p.sum():.1f}")
# [endregion]

print(f"p_second = {p[1]:.4f}")
print(f"p_third = {p[2]:.4f}")

# [region overflow]
with numpy.errstate(all="ignore"):  # without this, NumPy warns
    broken = naive_softmax(numpy.array([1000.0, 999.0, 998.0]))
print(f"broken = {broken}")
# [endregion]


# [region stable]
def softmax(z):
    numerator = numpy.exp(z - numpy.max(z))
    return numerator / numerator.sum()


print(f"stable_first = {softmax(numpy.array([1000.0, 999.0, 998.0]))[0]:.4f}")
# [endregion]


# [region one_hot]
def one_hot(z):
    answer = numpy.zeros(len(z), dtype=int)
    answer[numpy.argmax(z)] = 1
    return answer


print(f"answer = {one_hot(numpy.array([2.0, 1.0, 0.0]))}")
# [endregion]


# [region loss]
def cross_entropy(z, label):
    shifted = z - numpy.max(z)
    return numpy.log(numpy.exp(shifted).sum()) - shifted[label]


z = numpy.array([2.0, 1.0, 0.0])
print(f"loss_first = {cross_entropy(z, 0):.4f}")
print(f"loss_third = {cross_entropy(z, 2):.4f}")
print(f"slopes = {numpy.round(softmax(z) - one_hot(z), 4)}")
# [endregion]

print(f"first_loss = {numpy.log(3):.4f}")
twice = softmax(softmax(z))
print(f"twice_first = {twice[0]:.4f}")
print(f"largest_double = {numpy.log(numpy.finfo(float).max):.1f}")
print(f"largest_float = {numpy.log(numpy.finfo(numpy.float32).max):.1f}")
h = 1e-6
numeric = [(cross_entropy(z + h * e, 0) - cross_entropy(z - h * e, 0)) / (2 * h) for e in numpy.eye(3)]
print(f"slopes_agree = {numpy.allclose(numeric, softmax(z) - one_hot(z), atol=1e-8)}")
