import abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
class B(A):
    def f(self): ...
try: B()
except TypeError as e: print(e)
class C: pass
print(isinstance(C(), A)); A.register(C); print(isinstance(C(), A), issubclass(C,A))
print(abc.ABCMeta.__mro__, A.__abstractmethods__ == {'f','g'}, abc.get_cache_token()>0)
try: A.register(3)
except TypeError as e: print(e)
