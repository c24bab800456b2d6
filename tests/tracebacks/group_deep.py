e = ValueError(0)
for i in range(12): e = ExceptionGroup(str(i), [e])
raise e
