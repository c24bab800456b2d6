try:
    1 / 0
except Exception as e:
    raise ExceptionGroup('g', [ValueError('v')]) from e
