module xuncha

go 1.26.0

// Each dependency and its reason.
require (
	charm.land/bubbletea/v2 v2.1.1 // the screens; v2 alone has the real cursor that Chinese input methods need, and from 2.1.1 it loses no wide character
	charm.land/lipgloss/v2 v2.0.6 // colours and attributes, brought down to what the terminal has
	github.com/charmbracelet/x/ansi v0.11.9 // widths in cells, the same that the renderer counts
	github.com/creack/pty v1.1.24 // tests: the real program in a terminal
	github.com/mozillazg/go-pinyin v0.21.0 // readings of characters, for finding schools by pinyin
	github.com/rivo/uniseg v0.4.7 // line breaks after UAX #14, graphemes, words
	github.com/rogpeppe/go-internal v1.16.0 // tests: the command line in scripts
	github.com/spf13/cobra v1.10.2 // commands, flags, completions; its texts can all be Chinese
	github.com/spf13/pflag v1.0.10 // the kinds of a wrong flag, to name them in Chinese
	github.com/xuri/excelize/v2 v2.11.1 // workbooks in and out: drop-downs, charts, streams of 300,000 rows
	go.etcd.io/bbolt v1.5.0 // the file: transactions that survive kill -9 and power cuts
	go.yaml.in/yaml/v4 v4.0.0 // checklists; its Node API gives every fault its line and column
	golang.org/x/sys v0.49.0 // file locks and console modes that the standard library lacks
	golang.org/x/term v0.47.0 // raw mode, to ask the terminal how wide it draws
	golang.org/x/text v0.43.0 // full-width letters and signs understood as typed; GB18030 and composed characters in files
	pgregory.net/rapid v1.3.0 // tests: any order, any repetition, any edit
)

require (
	github.com/charmbracelet/colorprofile v0.4.3 // indirect
	github.com/charmbracelet/ultraviolet v0.0.0-20261008173134-6b8d4baf91b4 // indirect
	github.com/charmbracelet/x/term v0.2.2 // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-runewidth v0.0.30 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/richardlehane/mscfb v1.0.9 // indirect
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/xo/terminfo v1.0.0 // indirect
	github.com/xuri/efp v0.0.3-0.20260924042702-217b81952dec // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
)
