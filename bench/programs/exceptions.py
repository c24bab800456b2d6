class Rejected(Exception):
    pass


def check(i):
    if i % 3 == 0:
        raise Rejected(i)
    return i


def run(n):
    good = bad = 0
    for i in range(n):
        try:
            good += check(i)
        except Rejected as e:
            bad += e.args[0]
        finally:
            good += 1
    return good, bad


print(run(2_500_000))
