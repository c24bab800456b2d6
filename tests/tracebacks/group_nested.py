def f(): raise ExceptionGroup('inner', [KeyError('k')])
try: f()
except ExceptionGroup as e: raise ExceptionGroup('outer', [e, ValueError(2)])
