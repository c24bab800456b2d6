import os
os.mkdir('/proc/x/y')
