// Command bench runs the programs of bench/programs under gopy and every other
// Python it finds, interleaved, and prints processor time (user+sys) as ratios.
//
//	go run ./bench [-rounds 3] [-gopy bin/gopy] [-python python3.11,python3.14] [program ...]
package main

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

type result struct {
	best   time.Duration
	output string
}

func measure(python, program string) (time.Duration, string, error) {
	var out bytes.Buffer
	cmd := exec.Command(python, program)
	cmd.Stdout = &out
	cmd.Stderr = os.Stderr
	err := cmd.Run()
	if cmd.ProcessState == nil {
		return 0, "", err
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), out.String(), err
}

func main() {
	rounds := flag.Int("rounds", 3, "rounds per program; the least time counts")
	gopy := flag.String("gopy", "bin/gopy", "gopy's binary")
	pythons := flag.String("python", "/usr/bin/python3.11,python3.14", "comma-separated interpreters to compare with; the first is the base")
	limit := flag.Float64("limit", 0, "fail if the mean ratio to the first Python is above this; 0: do not")
	flag.Parse()
	list := []string{*gopy}
	for _, p := range strings.Split(*pythons, ",") {
		if _, err := exec.LookPath(p); err == nil {
			list = append(list, p)
		}
	}
	programs := flag.Args()
	if len(programs) == 0 {
		programs, _ = filepath.Glob("bench/programs/*.py")
	}
	sums := make([]float64, len(list))
	failed := 0
	for _, prog := range programs {
		res := make([]result, len(list))
		for r := 0; r < *rounds; r++ {
			for i, py := range list {
				d, out, err := measure(py, prog)
				if err != nil {
					fmt.Fprintf(os.Stderr, "%s %s: %v\n", py, prog, err)
					failed++
				}
				if r == 0 || d < res[i].best {
					res[i].best = d
				}
				res[i].output = out
			}
		}
		fmt.Printf("%-14s", strings.TrimSuffix(filepath.Base(prog), ".py"))
		for i := range list {
			ratio := res[0].best.Seconds() / res[i].best.Seconds()
			sums[i] += math.Log(ratio)
			note := ""
			if res[i].output != res[0].output {
				note = " (other output)"
				failed++
			}
			fmt.Printf("  %s %.2fs gopy/it %.2f%s", filepath.Base(list[i]), res[i].best.Seconds(), ratio, note)
		}
		fmt.Println()
	}
	for i := 1; i < len(list); i++ {
		fmt.Printf("geometric mean of gopy/%s over %d programs: %.3f\n", filepath.Base(list[i]), len(programs), math.Exp(sums[i]/float64(len(programs))))
	}
	if *limit > 0 {
		if len(list) < 2 {
			fmt.Fprintln(os.Stderr, "no Python to compare with")
			os.Exit(1)
		}
		if mean := math.Exp(sums[1] / float64(len(programs))); mean > *limit {
			fmt.Fprintf(os.Stderr, "the mean %.3f is above the limit %.2f\n", mean, *limit)
			os.Exit(1)
		}
	}
	if failed > 0 {
		fmt.Fprintf(os.Stderr, "%d runs failed or printed something else\n", failed)
		os.Exit(1)
	}
}
