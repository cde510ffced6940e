"""A network that reads digits of 7 × 5 dots, with nothing but NumPy: what moving does to it, and two remedies."""

# [region data]
import numpy

random = numpy.random.default_rng(seed=5)
ROWS = [  # a digit a line, a row of five dots a pair: 0E is .###.
    "0E 11 13 15 19 11 0E", "04 0C 04 04 04 04 0E", "0E 11 01 02 04 08 1F", "1F 02 04 02 01 11 0E",
    "02 06 0A 12 1F 02 02", "1F 10 1E 01 01 11 0E", "06 08 10 1E 11 11 0E", "1F 01 02 04 08 08 08",
    "0E 11 11 0E 11 11 0E", "0E 11 11 0F 01 02 0C",
]
DIGITS = numpy.array([[[int(r, 16) >> b & 1 for b in (4, 3, 2, 1, 0)] for r in d.split()] for d in ROWS])


def pictures(digits, shift):
    """Sheets of 11 × 9, each digit moved by up to `shift` dots each way, with some noise."""
    sheets = numpy.zeros((len(digits), 11, 9))
    for sheet, digit, (down, right) in zip(sheets, digits, random.integers(-shift, shift + 1, (len(digits), 2))):
        sheet[2 + down : 9 + down, 2 + right : 7 + right] = DIGITS[digit]
    return numpy.clip(sheets + random.normal(0, 0.15, sheets.shape), 0, 1)


# [endregion]


# [region network]
def forward(network, X):
    W1, b1, W2, b2 = network
    H = numpy.maximum(0, X @ W1 + b1)
    scores = H @ W2 + b2
    powers = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return H, powers / powers.sum(axis=1, keepdims=True)


def train_network(shift, epochs=300, rate=0.3):
    """One hidden layer of 32 units; every epoch sees 200 new pictures."""
    network = [random.normal(0, 0.14, (99, 32)), numpy.zeros(32), random.normal(0, 0.25, (32, 10)), numpy.zeros(10)]
    for _ in range(epochs):
        digits = random.integers(0, 10, 200)
        X = pictures(digits, shift).reshape(200, 99)
        H, P = forward(network, X)
        G = (P - numpy.eye(10)[digits]) / 200  # slopes of the loss at the scores
        back = (G @ network[2].T) * (H > 0)
        slopes = [X.T @ back, back.sum(axis=0), H.T @ G, G.sum(axis=0)]
        network = [w - rate * slope for w, slope in zip(network, slopes)]
    return network


# [endregion]


# [region centre]
def centre(sheet):
    """Moves the centre of mass to the middle, by whole dots."""
    ink = numpy.where(sheet > 0.5, sheet, 0)
    rows, columns = numpy.indices(sheet.shape)
    down = 5 - (rows * ink).sum() / ink.sum()
    right = 4 - (columns * ink).sum() / ink.sum()
    return numpy.roll(sheet, (round(down), round(right)), axis=(0, 1))


# [endregion]


# [region confusion]
def confusion_of(network, digits, sheets):
    taken = forward(network, sheets.reshape(len(sheets), 99))[1].argmax(axis=1)
    confusion = numpy.zeros((10, 10), int)
    numpy.add.at(confusion, (digits, taken), 1)  # true digits in rows
    return confusion


def percent(confusion):
    return f"{100 * numpy.trace(confusion) / confusion.sum():.0f}%"


# [endregion]

# [region run]
digits = random.integers(0, 10, 1000)
moved = pictures(digits, shift=2)
still = train_network(shift=0)
print("in_the_middle =", percent(confusion_of(still, digits, pictures(digits, shift=0))))
print("moved =", percent(confusion_of(still, digits, moved)))
# [endregion]

# [region remedies]
centred = numpy.array([centre(sheet) for sheet in moved])
print("centred_exactly =", percent(confusion_of(still, digits, centred)))
near = train_network(shift=1)  # rounding to whole dots leaves each digit a place of its own
print("centred =", percent(confusion_of(near, digits, centred)))
print("learnt_moved =", percent(confusion_of(train_network(shift=2, epochs=1500), digits, moved)))
# [endregion]

print(f"parameters = {784 * 128 + 128 + 128 * 10 + 10:,}")
print(f"first_layer = {784 * 128:,}")
print("updates =", -(-9000 // 32))
