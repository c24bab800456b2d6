def build(n):
    text = ""
    for i in range(n):
        text += str(i)
        text += ","
    parts = []
    for i in range(n):
        parts.append("item-" + str(i % 1000))
    joined = ";".join(parts)
    digits = 0
    for i in range(0, len(text)):
        if text[i] == "7":
            digits += 1
    return len(text), len(joined), digits


print(build(900_000))
