import subprocess, sys, os
from subprocess import PIPE, STDOUT, DEVNULL, CompletedProcess, CalledProcessError, TimeoutExpired, SubprocessError
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
print(subprocess.run(["echo", "hi"], capture_output=True), subprocess.run("echo a; echo b >&2", shell=True, capture_output=True, text=True))
print(subprocess.run(["cat"], input=b"data", stdout=PIPE).stdout, subprocess.run(["cat"], input="text\u00e9\n", stdout=PIPE, encoding="utf-8").stdout, subprocess.run(["sh", "-c", "echo o; echo e >&2"], stdout=PIPE, stderr=STDOUT).stdout)
print(attempt(subprocess.run, ["false"], check=True), attempt(subprocess.run, ["sleep", "5"], timeout=0.02), attempt(subprocess.run, ["/nope/x"]), attempt(subprocess.run, ["sh", "-c", "kill -9 $$"], check=True), attempt(subprocess.run, [], check=True))
print(subprocess.call(["sh", "-c", "exit 3"]), subprocess.check_call(["true"]), subprocess.check_output(["echo", "x"]), subprocess.check_output("echo y", shell=True, universal_newlines=True), subprocess.getoutput("echo z; echo w"), subprocess.getstatusoutput("exit 2"), subprocess.getstatusoutput("echo q"))
print(attempt(subprocess.check_call, ["false"]), attempt(subprocess.check_output, ["sh", "-c", "echo part; exit 1"]))
p = subprocess.Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1)
p.stdin.write("line\n"); p.stdin.flush()
print(repr(p.stdout.readline()), p.poll(), p.returncode, p.args, p.pid > 0, repr(p))
print(p.communicate("more\n"), p.returncode, p.wait(), repr(p))
with subprocess.Popen(["sh", "-c", "read x; echo got $x; exit 4"], stdin=PIPE, stdout=PIPE) as p:
    print(p.communicate(b"v\n", timeout=5))
print(p.returncode)
p = subprocess.Popen(["sleep", "100"])
print(attempt(p.wait, timeout=0.01), p.terminate(), p.wait(), p.send_signal(15))
p = subprocess.Popen(["sleep", "100"]); p.kill(); print(p.wait())
print(subprocess.run(["sh", "-c", "echo $V $PWD"], env={"V": "1", "PATH": os.environ["PATH"]}, cwd="/", stdout=PIPE).stdout, attempt(subprocess.run, ["true"], cwd="/nope"))
print(subprocess.run(["sh", "-c", "cat; exit 0"], stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL).stdout)
r, w = os.pipe()
print(subprocess.run([sys.executable, "-c", f"import os; os.write({w}, b'fd')"], pass_fds=[w]).returncode, os.read(r, 10))
r = subprocess.run([sys.executable, "-c", "import sys; print(sys.argv[1:]); sys.exit(7)", "a", "b c"], stdout=PIPE, text=True)
print(r.returncode, r.stdout)
print(subprocess.run(["sh", "-c", "ps -o pgid= -p $$ >/dev/null; exit 0"], start_new_session=True, umask=0o22).returncode, subprocess.list2cmdline(["a b", 'c"d', "e"]))
e = CalledProcessError(1, ["x"], b"o", b"e")
print(e, e.output, e.stdout, e.stderr, e.returncode, e.cmd, str(CalledProcessError(-9, "c")), str(CalledProcessError(-99, "c")))
t = TimeoutExpired("c", 3.5, b"out")
print(t, t.timeout, t.output, t.cmd, issubclass(TimeoutExpired, SubprocessError), CompletedProcess(["a"], 0, "o", "e"), attempt(CompletedProcess([], 3).check_returncode))
print(attempt(subprocess.Popen, 5), attempt(subprocess.run, "x", input=b"", stdin=PIPE), attempt(subprocess.run, "x", capture_output=True, stdout=PIPE), attempt(subprocess.Popen, ["a\0b"]), attempt(subprocess.Popen, ["true"], bufsize="x"), attempt(subprocess.check_output, "x", stdout=PIPE))
big = b"x" * 1_000_000
print(len(subprocess.run(["cat"], input=big, stdout=PIPE).stdout))
ps = [subprocess.Popen(["sh", "-c", f"exit {i}"]) for i in range(5)]
print([p.wait() for p in ps])
