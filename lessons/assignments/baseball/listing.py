"""Number baseball: the game, what a guess tells, and a player that always takes the guess that tells most."""

# [region score]
def score(secret, guess):
    strikes = sum(s == g for s, g in zip(secret, guess))
    common = sum(min(secret.count(digit), guess.count(digit)) for digit in set(guess))
    return strikes, common - strikes


print(f"score = {score('427', '472')}")
print(f"score_repeated = {score('1123', '0111')}")
# [endregion]

# [region read]
def fault(text):
    """What is wrong with a guess; empty if nothing is."""
    if not (text.isascii() and text.isdecimal()):
        return "not a number"
    if len(text) != 3 or text[0] == "0":
        return "not a number from 100 to 999"
    if len(set(text)) < 3:
        return "a digit twice"
    return ""


for text in ("abc", "12", "012", "373", "427"):
    print(f"fault_{text} = {fault(text) or 'none'}")
# [endregion]

# [region game]
import random


def game(ask=input, say=print, seed=None):
    chance = random.Random(seed)
    while True:
        secret = "".join(chance.sample("0123456789", 3))
        if fault(secret):
            continue  # it begins with 0
        text, strikes, guesses = "", 0, 0
        while strikes < 3 and text != "0":
            text = ask("Your guess, or 0 to end: ").strip()
            if text == "0":
                say(f"The number was {secret}.")
            elif fault(text):
                say(f"{text}: {fault(text)}. Try again.")
            else:
                guesses += 1
                strikes, balls = score(secret, text)
                say(f"{text}: {strikes} strikes, {balls} balls")
        if strikes == 3:
            say(f"Found in {guesses}.")
        while (more := ask("One more game? (yes/no) ").strip().lower()) not in ("yes", "y", "no", "n"):
            say("Please answer yes or no.")
        if more in ("no", "n"):
            return


typed = iter(["123", "abc", "0", "perhaps", "no"])  # call game() to type yourself
said = []
game(ask=lambda question: next(typed), say=said.append, seed=1)
print(f"said = {len(said)} lines")
print(f"complaint = {said[1]}")
# [endregion]

# [region bits]
from collections import Counter
from math import log2


def bits(guess, candidates):
    counts = Counter(score(secret, guess) for secret in candidates)
    n = len(candidates)
    return sum(count / n * log2(n / count) for count in counts.values())


secrets = [str(number) for number in range(100, 1000) if not fault(str(number))]
print(f"secrets = {len(secrets)}")
print(f"first_bits = {bits('123', secrets):.4f}")
print(f"first_bits_with_zero = {bits('102', secrets):.4f}")
print(f"needed_bits = {log2(len(secrets)):.2f}")
print(f"most_bits = {log2(9):.2f}")
# [endregion]

# [region next]
left = [secret for secret in secrets if score(secret, "123") == (0, 1)]
best = max(secrets, key=lambda guess: round(bits(guess, left), 9))
print(f"left = {len(left)}")
print(f"next = {best}")
print(f"next_bits = {bits(best, left):.3f}")
# [endregion]

# [region greedy]
import numpy

codes = numpy.array([[4 * strikes + balls for strikes, balls in (score(s, g) for s in secrets)] for g in secrets])
logs = numpy.arange(649) * numpy.log2(numpy.maximum(numpy.arange(649), 1))


def guesses_needed(candidates):
    """For each candidate the number of guesses, always taking the guess that tells most; then one that may be right."""
    counts = numpy.array([numpy.bincount(row[candidates], minlength=16) for row in codes])
    unknown = logs[counts].sum(axis=1).round(6)  # what would still be to find out: the less, the more the guess tells
    possible = counts[:, 12] > 0
    guess = numpy.lexsort((~possible, unknown))[0]
    needed = []
    for code in numpy.unique(codes[guess, candidates]):
        part = candidates[codes[guess, candidates] == code]
        needed += [1] if code == 12 else [1 + more for more in guesses_needed(part)]
    return needed


needed = guesses_needed(numpy.arange(648))
print(f"greedy_average = {sum(needed) / 648:.4f}")
print(f"greedy_worst = {max(needed)}")
# [endregion]

# The tasks.
print(f"answers_first = {dict(sorted(Counter(score(secret, '123') for secret in secrets).items()))}")
alike = ["124", "125", "126", "127"]
print(f"bits_inside = {bits('124', alike):.3f}")
print(f"bits_outside = {bits('456', alike):.3f}")
four = ["456", "465", "546", "645"]
print(f"bits_four = {bits('456', four):.3f}")
nine = [secret for secret in secrets if "0" not in secret]
ten = [f"{number:03}" for number in range(1000) if len(set(f"{number:03}")) == 3]
print(f"first_bits_nine = {bits('123', nine):.4f}")
print(f"first_bits_ten = {bits('123', ten):.4f}")
