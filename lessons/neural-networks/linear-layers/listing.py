"""One linear layer: p linear models of d inputs each, applied to n samples at once."""

# [region layer]
import numpy

X = numpy.array([[1, 2, 0], [0, 1, 3], [2, 1, 1], [1, 0, 2]])  # n = 4 samples, d = 3 inputs
W = numpy.array([[2, 0], [1, -1], [0, 3]])  # d = 3 inputs, p = 2 models
b = numpy.array([1, -2])  # one bias a model

O = X @ W + b
print(f"shape_of_O = {O.shape}")
print(f"o_21 = {O[1, 0]}")
# [endregion]


# [region loops]
n, d = X.shape
p = W.shape[1]
slow = numpy.zeros((n, p))
for i in range(n):
    for j in range(p):
        for k in range(d):
            slow[i, j] += X[i, k] * W[k, j]
        slow[i, j] += b[j]

print(f"same = {numpy.array_equal(slow, O)}")
print(f"multiplications = {n * d * p}")
print(f"parameters = {W.size + b.size}")
# [endregion]


# [region back]
G = numpy.array([[1, 0], [0, 2], [-1, 1], [0, 0]])  # one slope for each output: ∂L/∂O
W_slopes = X.T @ G
b_slopes = G.sum(axis=0)
X_slopes = G @ W.T

print(f"W_slopes_shape = {W_slopes.shape}")
print(f"w_12_slope = {W_slopes[0, 1]}")
print(f"X_slopes_shape = {X_slopes.shape}")
# [endregion]


# [region slip]
square = numpy.ones((2, 2))
right = square + numpy.array([10, 20])  # a bias for each column
wrong = square + numpy.array([[10], [20]])  # a bias for each row: no error, another result

print(f"right_first_row = {right[0]}")
print(f"wrong_first_row = {wrong[0]}")
# [endregion]

digits = 784 * 10 + 10
print(f"digit_parameters = {digits:,}")
