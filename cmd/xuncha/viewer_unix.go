//go:build unix

package main

import "syscall"

// apart starts a viewer in a session of its own: it has no terminal to write to,
// and goes on when ours is closed.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
