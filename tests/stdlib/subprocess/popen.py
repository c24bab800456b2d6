import subprocess, sys
from subprocess import *
print(run(["echo","hi"],capture_output=True))
print(run("echo $X; exit 3",shell=True,stdout=PIPE,text=True,env={"X":"1"}))
print(check_output(["cat"],input=b"abc"), check_output(["cat"],input="é\n",text=True))
try: check_call("exit 4",shell=True)
except CalledProcessError as e: print(e, e.returncode)
try: run(["sleep","5"],timeout=0.2)
except TimeoutExpired as e: print(e)
try: run(["nonexistent_cmd"])
except FileNotFoundError as e: print(e)
try: run(["true"],cwd="/nonexistent")
except FileNotFoundError as e: print(e)
p=Popen(["sleep","9"]); print(p.poll()); p.kill(); print(p.wait(), p)
big=b"x"*300000
p=Popen(["cat"],stdin=PIPE,stdout=PIPE,stderr=PIPE); o,e=p.communicate(big); print(len(o),e,p.returncode)
print(getoutput("echo a; echo b"), getstatusoutput("exit 2"), call(["false"]))
print(run("pwd",cwd="/tmp",capture_output=True,text=True).stdout, run("echo err >&2",shell=True,stderr=STDOUT,stdout=PIPE).stdout, run(["echo","x"],stdout=DEVNULL).returncode)
with Popen(["cat"],stdin=PIPE,stdout=PIPE,text=True,bufsize=1) as p:
    p.stdin.write("line\n"); print(p.stdout.readline()); p.stdin.close(); print(p.stdout.read())
import os
r,w=os.pipe(); os.set_inheritable(w,True)
print(run(["ls","/proc/self/fd"],capture_output=True,text=True).stdout.split())
print(run(["sh","-c",f"echo hey > /proc/self/fd/{w}"],pass_fds=[w]).returncode, os.read(r,10))
print(os.system("exit 3"), os.popen("echo popen").read())
