import warnings
warnings.warn('old', DeprecationWarning)
warnings.warn('user')
1 / 0
