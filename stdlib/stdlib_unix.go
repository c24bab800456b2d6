//go:build unix

package stdlib

import (
	"syscall"

	"github.com/gopy-lang/gopy/stdlib/concurrent"
	"github.com/gopy-lang/gopy/stdlib/fcntl"
	"github.com/gopy-lang/gopy/stdlib/fnmatch"
	"github.com/gopy-lang/gopy/stdlib/glob"
	"github.com/gopy-lang/gopy/stdlib/internal/fdio"
	"github.com/gopy-lang/gopy/stdlib/multiprocessing"
	"github.com/gopy-lang/gopy/stdlib/os"
	"github.com/gopy-lang/gopy/stdlib/pathlib"
	"github.com/gopy-lang/gopy/stdlib/posix"
	"github.com/gopy-lang/gopy/stdlib/posixpath"
	"github.com/gopy-lang/gopy/stdlib/resource"
	"github.com/gopy-lang/gopy/stdlib/selectmod"
	"github.com/gopy-lang/gopy/stdlib/shutil"
	"github.com/gopy-lang/gopy/stdlib/signal"
	"github.com/gopy-lang/gopy/stdlib/socket"
	"github.com/gopy-lang/gopy/stdlib/stat"
	"github.com/gopy-lang/gopy/stdlib/subprocess"
	"github.com/gopy-lang/gopy/stdlib/tempfile"

	"github.com/gopy-lang/gopy/object"
)

func init() {
	packages = append(packages, multiprocessing.Modules)
	modules["concurrent.futures.process"] = concurrent.Process
	modules["_signal"] = signal.Core
	modules["signal"] = signal.Module
	modules["_posixsubprocess"] = subprocess.Core
	modules["fcntl"] = fcntl.Module
	modules["resource"] = resource.Module
	modules["select"] = selectmod.Module
	modules["subprocess"] = subprocess.Module
	modules["_fnmatch"] = fnmatch.Core
	modules["fnmatch"] = fnmatch.Module
	modules["glob"] = glob.Module
	modules["tempfile"] = tempfile.Module
	modules["shutil"] = shutil.Module
	modules["pathlib"] = pathlib.Module
	modules["stat"] = stat.Module
	modules["_socket"] = socket.Core
	modules["socket"] = socket.Module
	modules["genericpath"] = posixpath.Generic
	modules["os"] = os.Module
	modules["posix"] = posix.Module
	modules["posixpath"] = posixpath.Module
}

// installSignals makes the process's signals the interpreter's.
func installSignals(t *object.Thread) { signal.Install(t) }

// DieInterrupted ends the process as one that SIGINT has killed, so that a
// shell's loop or make around it ends too.
func DieInterrupted() { fdio.Die(int(syscall.SIGINT)) }
