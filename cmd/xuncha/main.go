// Command xuncha is the notebook with which an education office inspects its
// schools in rounds (巡察). Without a command it opens the notebook on the screen;
// with one it does a piece of work for a script and ends.
//
//	xuncha
//	xuncha summary --round 1 --format json
//
// Exit codes: 0 done; 1 refused, or something was found wanting; 2 misuse;
// 3 failure of a file or a disk.
package main

import (
	"io"
	"os"
	"time"

	"xuncha/inspection"
)

func main() {
	d := &door{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv, now: time.Now}
	os.Exit(d.run(os.Args[1:]))
}

// door is what one run of the program has to do with the world outside.
type door struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	now      func() time.Time

	lang inspection.Language
	t    *words

	// Flags of every command.
	bookFlag, authorFlag, langFlag string
	ascii                          bool

	// loose leaves the disk unsynced: the control of the crash tests, which must
	// then see answers lost. Nothing but a test sets it.
	loose bool
}

func (d *door) run(args []string) (code int) {
	d.speak(languageOf(args, d.getenv))
	root := d.root()
	root.SetArgs(args)
	return d.end(root.Execute())
}

func (d *door) speak(l inspection.Language) {
	d.lang, d.t = l, wordsIn(l)
}
