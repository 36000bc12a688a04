package main

import (
	"os/exec"
	"runtime"
	"time"
)

// viewerPatience is how long a viewer may take to say that it cannot. Some
// return at once, some when their window is closed.
const viewerPatience = 2 * time.Second

// view opens a file with whatever the system opens such files with.
func (d *door) view(path string) error {
	name, args := viewer(runtime.GOOS)
	if _, err := exec.LookPath(name); err != nil || !d.hasScreen() {
		return refusal{d.t.noViewer}
	}
	cmd := exec.Command(name, append(args, path)...)
	cmd.SysProcAttr = apart()
	if err := cmd.Start(); err != nil {
		return refusal{d.t.noViewer}
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return refusal{d.t.noViewer}
		}
	case <-time.After(viewerPatience):
	}
	return nil
}

func viewer(system string) (name string, args []string) {
	switch system {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	case "darwin":
		return "open", nil
	}
	return "xdg-open", nil
}

// hasScreen reports whether there is somewhere to open a window. Without one
// xdg-open looks for programs that would write all over this terminal.
func (d *door) hasScreen() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return d.getenv("DISPLAY") != "" || d.getenv("WAYLAND_DISPLAY") != ""
}
