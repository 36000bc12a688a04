//go:build !windows

package tui

import (
	"bytes"
	"os"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// probeWide tells whether the terminal draws characters of ambiguous width in
// two cells: it draws one, asks where the cursor is, and wipes it. Keys typed
// meanwhile are lost. A terminal that does not answer within patience is taken
// to draw them in one, as most do.
func probeWide(in, out *os.File, patience time.Duration) bool {
	fd := int(in.Fd())
	was, err := term.MakeRaw(fd)
	if err != nil {
		return false
	}
	defer func() { _ = term.Restore(fd, was) }() // nothing better is known to go back to
	if _, err := out.WriteString("\r①\x1b[6n\r\x1b[K"); err != nil {
		return false
	}
	return column(answer(fd, time.Now().Add(patience))) == 3
}

// answer reads what the terminal says until it has said where the cursor is
// or time is up. It waits by select, not by a read in the background, which
// would stay behind and take the first key of the screens.
func answer(fd int, until time.Time) []byte {
	var got []byte
	buf := make([]byte, 64)
	for column(got) == 0 && waits(fd, time.Until(until)) {
		n, err := unix.Read(fd, buf)
		if err == unix.EINTR {
			continue
		}
		if err != nil || n <= 0 {
			break
		}
		got = append(got, buf[:n]...)
	}
	return got
}

// waits tells whether fd has something to read before d is over.
func waits(fd int, d time.Duration) bool {
	for until := time.Now().Add(d); ; d = time.Until(until) {
		if d <= 0 || fd < 0 || fd >= unix.FD_SETSIZE {
			return false
		}
		var set unix.FdSet
		set.Set(fd)
		left := unix.NsecToTimeval(int64(d))
		n, err := unix.Select(fd+1, &set, nil, nil, &left)
		if err != unix.EINTR {
			return err == nil && n > 0
		}
	}
}

// column finds ESC [ row ; column R among what was read, 0 when it is not there.
func column(got []byte) int {
	for {
		at := bytes.Index(got, []byte("\x1b["))
		if at < 0 {
			return 0
		}
		got = got[at+2:]
		if end := bytes.IndexFunc(got, func(r rune) bool { return r != ';' && (r < '0' || r > '9') }); end > 0 && got[end] == 'R' {
			_, col, _ := bytes.Cut(got[:end], []byte(";"))
			return decimal(col)
		}
	}
}

// decimal reads digits.
func decimal(digits []byte) int {
	n := 0
	for _, d := range digits {
		n = min(n*10+int(d-'0'), 1<<20)
	}
	return n
}
