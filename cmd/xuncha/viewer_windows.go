package main

import "syscall"

// apart: a viewer has a window of its own here anyway.
func apart() *syscall.SysProcAttr { return nil }
