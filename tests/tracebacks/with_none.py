with 3 as x:
    pass
