class A:
    def __getattr__(self, n): raise KeyError(n)
A().x
