package article

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// commandVar names the gopy command to a test process inside a namespace.
const commandVar = "GOPY_ARTICLE_COMMAND"

// TestUnchanged runs the network scripts without a changed letter: in network
// and mount namespaces of its own example.com is a local server on port 443.
func TestUnchanged(t *testing.T) {
	if os.Getenv(commandVar) != "" {
		unchanged(t)
		return
	}
	if err := namespaced("/proc/self/exe", "-test.run=^$").Run(); err != nil {
		t.Skipf("namespaces are not permitted here (%v): TestThreads and TestAsync use the server's own port", err)
	}
	cmd := namespaced("/proc/self/exe", "-test.run=^TestUnchanged$", "-test.v")
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Count(string(out), "--- PASS: TestUnchanged/") != 2*len(ways) {
		t.Errorf("%v\n%s", err, out)
	}
}

func namespaced(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), commandVar+"="+gopy)
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	return cmd
}

func unchanged(t *testing.T) {
	loopbackUp(t)
	hosts := filepath.Join(t.TempDir(), "hosts")
	if err := os.WriteFile(hosts, []byte("127.0.0.1 localhost example.com\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount(hosts, "/etc/hosts", "", unix.MS_BIND, ""); err != nil {
		t.Fatal(err)
	}
	for _, script := range []string{"threads.py", "aio.py"} {
		for _, way := range ways {
			t.Run(script+"/"+way, func(t *testing.T) { network(t, script, way, "127.0.0.1:443", "https://example.com") })
		}
	}
}

func loopbackUp(t *testing.T) {
	t.Helper()
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(fd)
	req, err := unix.NewIfreq("lo")
	if err != nil {
		t.Fatal(err)
	}
	req.SetUint16(unix.IFF_UP | unix.IFF_RUNNING)
	if err := unix.IoctlIfreq(fd, unix.SIOCSIFFLAGS, req); err != nil {
		t.Fatal(err)
	}
}
