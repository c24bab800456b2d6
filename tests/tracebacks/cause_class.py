raise KeyError('x') from ValueError
