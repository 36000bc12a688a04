package main

import (
	"errors"
	"os"
	"os/exec"
)

// again runs the same program with another environment and ends as it does;
// Windows cannot become another program.
func (d *door) again(env []string) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	child := exec.Command(exe, os.Args[1:]...)
	child.Env = env
	child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = child.Run()
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		return told(ended.ExitCode())
	}
	return err
}
