# __class__ and its like in comprehensions of a class body are globals; functions within see the cells.
__class__ = 2
def t(src):
    try: exec(src, {"__class__": 2, "__classdict__": 3})
    except Exception as e: print(type(e), e)
    else: print("ok")
t("class C: res = [__class__ for x in [1]]")
t("class C:\n __class__=3\n res = [__class__ for x in [1]]")
t("class C: res = [(lambda:__class__)() for x in [1]]")
t("class C: res = [__classdict__ for x in [1]]")
t("class C: res = [__conditional_annotations__ for x in [1]]")
t("class C: print([[__class__ for y in [1]] for x in [1]])")
t("class C:\n [super for _ in [1]]\n [__class__ for _ in [1]]")
t("class C:\n def f(self): return __class__\n [__class__ for _ in [1]]")
t("class C:\n def f(self): return __class__\n (__class__ for _ in [1]).__next__()")
