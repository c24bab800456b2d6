print(repr(exit), repr(quit), type(exit), type(exit).__module__)
print(exit.name, exit.eof)
import sys
try: exit(3)
except SystemExit as e: print(e.code)
try: quit()
except SystemExit as e: print(e.code)
class F:
    def close(self): print("closed")
sys.stdin=F()
try: exit("x")
except SystemExit as e: print(e.code)
