level = 1
settings = {"debug": False}
names = ["initial"]


class Thing:
    def __init__(self, value):
        self.value = value


instance = Thing("first")


def get_level():
    return level
