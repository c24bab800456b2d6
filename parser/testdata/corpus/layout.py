# BOM and form feeds
x = 1
if x:
    y = """a
b"""
    z = 2


# comment
    # odd comment
  	 
    if_ = 1 if 0 else 2 \
  or 3
