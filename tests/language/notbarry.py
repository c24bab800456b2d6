s = "from __future__ import barry_as_FLUFL"
if s != '<string>': pass
