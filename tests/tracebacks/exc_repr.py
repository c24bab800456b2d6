raise KeyError('multi\nline')
