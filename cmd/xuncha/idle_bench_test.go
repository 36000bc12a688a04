//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkIdle compares what the notebook costs while nothing happens with
// what the smallest program costs at the same time, at the same frame rate.
//
//	go test ./cmd/xuncha -run ^$ -bench Idle -benchtime 1x
func BenchmarkIdle(b *testing.B) {
	home := b.TempDir()
	smallest, err := exec.LookPath("xuncha-blank")
	if err != nil {
		b.Fatal(err)
	}
	ours := startConsole(b, 120, 36, inTerminal(b, home, "demo"))
	ours.sees("第一轮", "q 离开")
	cmd := inTerminal(b, home)
	cmd.Path, cmd.Args = smallest, []string{smallest}
	floor := startConsole(b, 120, 36, cmd)
	floor.sees("q 离开")
	time.Sleep(time.Second)
	var us, them time.Duration
	bytes := ours.bytes()
	for b.Loop() {
		u, t := cpuOf(b, ours.cmd.Process.Pid), cpuOf(b, floor.cmd.Process.Pid)
		time.Sleep(10 * time.Second)
		us += cpuOf(b, ours.cmd.Process.Pid) - u
		them += cpuOf(b, floor.cmd.Process.Pid) - t
	}
	b.ReportMetric(us.Seconds()/float64(b.N)*100/10, "%cpu")
	b.ReportMetric(them.Seconds()/float64(b.N)*100/10, "%cpu-smallest")
	b.ReportMetric(float64(us)/float64(them), "x-smallest")
	b.ReportMetric(float64(ours.bytes()-bytes), "bytes-written")
}

// cpuOf is the time that a process has been on a processor, all threads.
func cpuOf(b *testing.B, pid int) time.Duration {
	b.Helper()
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(tasks) == 0 {
		b.Fatal("no threads to look at", err)
	}
	total := time.Duration(0)
	for _, task := range tasks {
		text, err := os.ReadFile(task)
		if err != nil {
			continue // a thread that has just ended
		}
		var ns int64
		fmt.Sscan(string(text), &ns)
		total += time.Duration(ns)
	}
	return total
}
