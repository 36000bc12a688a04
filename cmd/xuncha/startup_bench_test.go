package main

import (
	"bytes"
	"cmp"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkStartUp runs xuncha version and reports how long packages take before
// main: ours together, and each library by itself.
//
//	go test ./cmd/xuncha -run ^$ -bench StartUp
func BenchmarkStartUp(b *testing.B) {
	real := filepath.Join(b.TempDir(), "xuncha") // the test's own program holds the tests as well
	if out, err := exec.Command("go", "build", "-o", real, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	shares := map[string]time.Duration{}
	var ours time.Duration
	for b.Loop() {
		began := time.Now()
		trace := startTrace(b, real)
		ours += time.Since(began)
		for name, share := range trace {
			shares[name] += share
		}
	}
	n := float64(b.N)
	b.ReportMetric(ours.Seconds()*1e3/n, "ms")
	b.ReportMetric(shares["xuncha"].Seconds()*1e3/n, "ms-ours")
	names := slices.SortedFunc(maps.Keys(shares), func(x, y string) int { return cmp.Compare(shares[y], shares[x]) })
	for _, name := range names {
		b.Logf("%8.3f ms  %s", shares[name].Seconds()*1e3/n, name)
	}
}

var initLine = regexp.MustCompile(`(?m)^init (\S+) @[0-9.]+ ms, ([0-9.]+) ms clock`)

// startTrace is how long each module's packages took before main; the standard
// library counts as one.
func startTrace(b *testing.B, program string) map[string]time.Duration {
	b.Helper()
	var said bytes.Buffer
	cmd := exec.Command(program, "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	shares := map[string]time.Duration{}
	for _, m := range initLine.FindAllStringSubmatch(said.String(), -1) {
		ms, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			b.Fatal(err)
		}
		shares[moduleOf(m[1])] += time.Duration(ms * float64(time.Millisecond))
	}
	if shares["xuncha"] == 0 {
		b.Fatalf("nothing of ours was traced: %s", said.String())
	}
	return shares
}

// moduleOf is the module of a package, near enough to tell libraries apart.
func moduleOf(pkg string) string {
	parts := strings.Split(pkg, "/")
	switch {
	case pkg == "main" || parts[0] == "xuncha":
		return "xuncha"
	case !strings.Contains(parts[0], "."):
		return "the standard library"
	case parts[0] == "github.com" && len(parts) > 2:
		return strings.Join(parts[:3], "/")
	}
	return strings.Join(parts[:min(2, len(parts))], "/")
}
