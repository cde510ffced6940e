"""Two random variables at once: a table of probabilities, its sums, its slices, and what independence looks like."""

# [region joint]
import itertools

import numpy

joint = numpy.zeros((3, 3))  # a row for each y, a column for each x
for a, b, c in itertools.product((0, 1), repeat=3):
    joint[b + c, a + b] += 1 / 8
print(joint)
print(f"middle = {joint[1, 1]}")
print(f"corner = {joint[2, 0]}")
# [endregion]

# [region marginal]
p_x = joint.sum(axis=0)
p_y = joint.sum(axis=1)
print(f"p_x = {p_x}")
print(f"x_is_2 = {p_x[2]}")
# [endregion]

# [region conditional]
y_given_x = joint / p_x  # every column divided by its own sum
print(f"y_given_2 = {y_given_x[:, 2]}")
print(f"two_given_two = {y_given_x[2, 2]}")
# [endregion]

# [region independent]
product = numpy.outer(p_y, p_x)
print(f"corner_of_product = {product[2, 0]}")
print(f"independent = {numpy.allclose(joint, product)}")
print(f"same_marginals = {numpy.allclose(product.sum(axis=0), p_x)}")
# [endregion]

# [region draws]
random = numpy.random.default_rng(0)
coins = random.integers(0, 2, size=(10_000, 3))
x, y = coins[:, 0] + coins[:, 1], coins[:, 1] + coins[:, 2]
print(f"tosses_with_2 = {numpy.sum(x == 2)}")
print(f"share_of_2 = {numpy.mean(y[x == 2] == 2):.3f}")
# [endregion]

# [region mixed]
rain = numpy.where(random.random(10_000) < 0.6, 0.0, random.exponential(5, size=10_000))
values, counts = numpy.unique(rain, return_counts=True)
print(f"exactly_0 = {counts[0] / 10_000:.3f}")
print(f"most_common_other = {counts[1:].max()}")
# [endregion]

# [region test]
test = numpy.array([[0.99 * 0.91, 0.01 * 0.1], [0.99 * 0.09, 0.01 * 0.9]])  # rows: no alarm, alarm; columns: well, sick
print(f"alarm_given_sick = {test[1, 1] / test[:, 1].sum():.2f}")
print(f"sick_given_alarm = {test[1, 1] / test[1, :].sum():.3f}")
# [endregion]
