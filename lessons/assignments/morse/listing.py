"""Morse code: a program that sends and reads it, and why E is short."""

# [region codes]
CODES = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", """
    .- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..
    ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.""".split()))
LETTERS = {code: letter for letter, code in CODES.items()}  # the other way round


def units(code):
    """From the first mark to the last: a dot 1, a dash 3, the gap between two marks 1."""
    return sum(3 if mark == "-" else 1 for mark in code) + len(code) - 1


print(f"units_e = {units(CODES['E'])}")
print(f"units_q = {units(CODES['Q'])}")
print(f"units_0 = {units(CODES['0'])}")
# [endregion]

# [region encode]
def encode(sentence):
    words = sentence.upper().split()
    return "  ".join(" ".join(CODES[letter] for letter in word) for word in words)


def decode(code):
    return " ".join("".join(LETTERS[sign] for sign in word.split()) for word in code.split("  "))


sent = encode("We meet at 9")
print(f"sent = {sent}")
print(f"read = {decode(sent)}")
# [endregion]

# [region valid]
def cleaned(sentence):
    """Without the marks that the program does not send, and without spaces too many."""
    return " ".join("".join(c for c in sentence if c not in ".,!?").split())


def fault(text):
    """What is wrong with a sentence or a code, and where; empty if nothing is."""
    if not text.strip():
        return "nothing typed"
    if set(text) <= set(".- "):
        at = 0
        for sign in text.split(" "):
            if sign and sign not in LETTERS:
                return f"{sign} at {at + 1} is no sign"
            at += len(sign) + 1
        return ""
    for at, letter in enumerate(text):
        if letter != " " and letter.upper() not in CODES:
            return f"{letter} at {at + 1} has no sign"
    return ""


print(f"cleaned = {cleaned('  Help!  We sink. ')}")
print(f"fault_sentence = {fault('5# = B')}")
print(f"fault_code = {fault('.- .-.-')}")
# [endregion]

# [region program]
def program(ask=input, say=print):
    while (text := ask("Text or Morse code, H for help, 0 to end: ").strip()) != "0":
        if text.upper() in ("H", "HELP"):
            say(" ".join(f"{letter} {code}" for letter, code in CODES.items()))
            continue
        text = text if set(text) <= set(".- ") else cleaned(text)
        if fault(text):
            say(f"Wrong input: {fault(text)}.")
        else:
            say(decode(text) if set(text) <= set(".- ") else encode(text))


typed = iter(["h", "SOS!", "... --- ...", "a_b", "0"])  # call program() to type yourself
said = []
program(ask=lambda question: next(typed), say=said.append)
print(f"said = {said[1:]}")
# [endregion]

# [region frequency]
PERCENT = dict(zip("ETAOINSHRDLCUMWFGYPBVKJXQZ", [
    12.702, 9.056, 8.167, 7.507, 6.966, 6.749, 6.327, 6.094, 5.987, 4.253, 4.025, 2.782, 2.758,
    2.406, 2.360, 2.228, 2.015, 1.974, 1.929, 1.492, 0.978, 0.772, 0.153, 0.150, 0.095, 0.074]))
total = sum(PERCENT.values())
p = {letter: percent / total for letter, percent in PERCENT.items()}


def expected(length):
    """The expected number of units of a letter of English text."""
    return sum(p[letter] * length[letter] for letter in p)


morse = {letter: units(CODES[letter]) for letter in p}
print(f"expected_morse = {expected(morse):.2f}")
print(f"plain_mean = {sum(morse.values()) / 26:.2f}")
# [endregion]

# [region best]
shortest_first = sorted(morse.values())
best = dict(zip(p, shortest_first))  # the more frequent, the shorter
worst = dict(zip(p, reversed(shortest_first)))
print(f"expected_best = {expected(best):.2f}")
print(f"expected_worst = {expected(worst):.2f}")
# [endregion]

# [region bits]
from math import log2

bits = sum(p[letter] * log2(1 / p[letter]) for letter in p)
print(f"bits = {bits:.2f}")
print(f"all_equal = {log2(26):.2f}")
# [endregion]

# [region time]
def times(speed, effective):
    """In ms: a dot, the gap between letters, the gap between words."""
    dot = 60000 / (50 * speed)
    between = (60000 / effective - 31 * dot) / 19
    return dot, 3 * between, 7 * between


print("times = " + " ".join(f"{time:.1f}" for time in times(20, 5)))
# [endregion]

# The text and the tasks.
def total_units(sentence):
    words = [[units(CODES[letter]) for letter in word] for word in sentence.split()]
    return sum(sum(word) + 3 * (len(word) - 1) for word in words) + 7 * (len(words) - 1)


print(f"units_ten = {total_units('TEN')}")
print(f"units_10 = {total_units('10')}")
print(f"units_paris = {total_units('PARIS')}")
print(f"units_sea = {total_units('SEA')}")
print(f"units_kiss = {total_units('KISS')}")
print(f"seconds_kiss = {total_units('KISS') * times(24, 24)[0] / 1000:.3f}")
swapped = {**morse, "O": morse["M"], "M": morse["O"]}
print(f"expected_swapped = {expected(swapped):.2f}")
print(f"units_ties = {total_units('TIES')}")
print("table_24 = " + " ".join(f"{time:.0f}" for time in times(24, 24)))
print("table_24_12 = " + " ".join(f"{time:.1f}" for time in times(24, 12)))
for letter in "ETAOINMQ":
    print(f"percent_{letter} = {PERCENT[letter]:.1f}")
    print(f"morse_{letter} = {morse[letter]}")
    print(f"best_{letter} = {best[letter]}")
for letter in "EQ":
    print(f"bits_{letter} = {log2(1 / p[letter]):.1f}")
