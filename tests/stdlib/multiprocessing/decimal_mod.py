precision = 28


def describe():
    return "precision %d" % precision
