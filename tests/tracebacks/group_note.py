e = ExceptionGroup('g', [ValueError('v')])
e.add_note('noted')
e.exceptions[0].add_note('inner')
raise e
