//go:build unix

package main

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// console is a terminal with the real program in it: a pty, and what a person
// would see on the screen. It understands just what the program writes; no
// library at hand keeps Chinese characters in two cells.
type console struct {
	t      testing.TB
	cmd    *exec.Cmd
	tty    *os.File
	mu     sync.Mutex
	w, h   int
	grid   [][]glyph
	x, y   int
	pen    pen
	top    int // scroll region
	end    int
	news   chan struct{}
	gone   chan struct{}
	raw    int // bytes received
	opened int // times that the program took the whole screen
	fail   string
}

// glyph is one cell; the right half of a wide character is empty.
type glyph struct {
	text string
	pen  pen
}

// pen is how a cell is drawn.
type pen struct {
	fg, bg                     string
	bold, faint, reverse, line bool
}

// startConsole runs the program in a terminal of w by h cells.
func startConsole(t testing.TB, w, h int, cmd *exec.Cmd) *console {
	t.Helper()
	c := &console{t: t, cmd: cmd, w: w, h: h, news: make(chan struct{}, 1), gone: make(chan struct{})}
	c.clear()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
	if err != nil {
		t.Fatal(err)
	}
	c.tty = tty
	go c.listen()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = tty.Close()
		<-c.gone
		_ = cmd.Wait()
	})
	return c
}

func (c *console) clear() {
	c.grid = make([][]glyph, c.h)
	for i := range c.grid {
		c.grid[i] = blankRow(c.w)
	}
	c.x, c.y, c.top, c.end = 0, 0, 0, c.h-1
}

func blankRow(w int) []glyph {
	row := make([]glyph, w)
	for i := range row {
		row[i].text = " "
	}
	return row
}

func (c *console) listen() {
	defer close(c.gone)
	var pending []byte
	buf := make([]byte, 64<<10)
	for {
		n, err := c.tty.Read(buf)
		if n > 0 {
			c.mu.Lock()
			c.raw += n
			pending = c.write(append(pending, buf[:n]...))
			c.mu.Unlock()
			select {
			case c.news <- struct{}{}:
			default:
			}
		}
		if err != nil {
			return
		}
	}
}

// write draws bytes and returns those of a sequence that is not whole yet.
func (c *console) write(b []byte) []byte {
	for len(b) > 0 {
		n := 0
		switch {
		case b[0] == 0x1b:
			n = c.escape(b)
		case b[0] < 0x20:
			c.control(b[0])
			n = 1
		case !utf8.FullRune(b):
		default:
			n = c.text(b)
		}
		if n == 0 {
			return append([]byte(nil), b...)
		}
		b = b[n:]
	}
	return nil
}

func (c *console) control(ch byte) {
	switch ch {
	case '\r':
		c.x = 0
	case '\n':
		if c.y == c.end {
			c.scroll(1)
		} else {
			c.y++
		}
	case '\b':
		c.x = max(0, c.x-1)
	case '\t':
		c.x = min(c.w-1, c.x/8*8+8)
	}
}

func (c *console) scroll(n int) {
	for range n {
		copy(c.grid[c.top:c.end+1], c.grid[c.top+1:c.end+1])
		c.grid[c.end] = blankRow(c.w)
	}
	for range -n {
		copy(c.grid[c.top+1:c.end+1], c.grid[c.top:c.end])
		c.grid[c.top] = blankRow(c.w)
	}
}

func (c *console) text(b []byte) int {
	r, n := utf8.DecodeRune(b)
	s := string(r)
	w := ansi.StringWidth(s)
	if w == 0 {
		if c.x > 0 {
			c.grid[c.y][c.x-1].text += s
		}
		return n
	}
	if c.x+w > c.w {
		c.x = 0
		c.control('\n')
	}
	c.grid[c.y][c.x] = glyph{s, c.pen}
	if w == 2 {
		c.grid[c.y][c.x+1] = glyph{"", c.pen}
	}
	c.x += w
	return n
}

// escape draws one escape sequence; 0 means that it is not whole yet.
func (c *console) escape(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '[':
		for i := 2; i < len(b); i++ {
			if b[i] >= 0x40 && b[i] <= 0x7e {
				c.csi(string(b[2:i]), b[i])
				return i + 1
			}
		}
		return 0
	case ']', 'P', '_', '^':
		for i := 2; i < len(b); i++ {
			if b[i] == 7 {
				return i + 1
			}
			if b[i] == 0x1b && i+1 < len(b) && b[i+1] == '\\' {
				return i + 2
			}
		}
		return 0
	case 'M':
		if c.y == c.top {
			c.scroll(-1)
		} else {
			c.y--
		}
	}
	return 2
}

func (c *console) csi(args string, final byte) {
	if args != "" && strings.ContainsAny(args[:1], "?><=") {
		if strings.HasPrefix(args, "?1049") {
			c.clear()
			if final == 'h' {
				c.opened++
			}
		}
		return
	}
	p := numbers(args)
	at := func(i, or int) int {
		if i < len(p) && p[i] > 0 {
			return p[i]
		}
		return or
	}
	switch final {
	case 'H', 'f':
		c.y, c.x = min(at(0, 1), c.h)-1, min(at(1, 1), c.w)-1
	case 'A':
		c.y = max(0, c.y-at(0, 1))
	case 'B':
		c.y = min(c.h-1, c.y+at(0, 1))
	case 'C':
		c.x = min(c.w-1, c.x+at(0, 1))
	case 'D':
		c.x = max(0, c.x-at(0, 1))
	case 'G', '`':
		c.x = min(at(0, 1), c.w) - 1
	case 'd':
		c.y = min(at(0, 1), c.h) - 1
	case 'E':
		c.x, c.y = 0, min(c.h-1, c.y+at(0, 1))
	case 'F':
		c.x, c.y = 0, max(0, c.y-at(0, 1))
	case 'K':
		c.eraseLine(at(0, 0))
	case 'J':
		c.eraseScreen(at(0, 0))
	case 'X':
		c.blank(c.y, c.x, c.x+at(0, 1))
	case 'P':
		row := c.grid[c.y]
		n := min(at(0, 1), c.w-c.x)
		copy(row[c.x:], row[c.x+n:])
		c.blank(c.y, c.w-n, c.w)
	case '@':
		row := c.grid[c.y]
		n := min(at(0, 1), c.w-c.x)
		copy(row[c.x+n:], row[c.x:c.w-n])
		c.blank(c.y, c.x, c.x+n)
	case 'L', 'M':
		top := c.top
		c.top = c.y
		c.scroll(map[byte]int{'L': -1, 'M': 1}[final] * at(0, 1))
		c.top = top
	case 'S':
		c.scroll(at(0, 1))
	case 'T':
		c.scroll(-at(0, 1))
	case 'r':
		c.top, c.end = min(at(0, 1), c.h)-1, min(at(1, c.h), c.h)-1
		c.x, c.y = 0, 0
	case 'b':
		last := c.grid[c.y][max(0, c.x-1)].text
		for range at(0, 1) {
			c.text([]byte(last))
		}
	case 'm':
		c.sgr(args)
	case 'n':
		if at(0, 0) == 6 {
			fmt.Fprintf(c.tty, "\x1b[%d;%dR", c.y+1, c.x+1)
		}
	case 'c', 'q':
	default:
		c.fail = fmt.Sprintf("the console does not know CSI %s%c", args, final)
	}
}

func numbers(args string) []int {
	var p []int
	for part := range strings.SplitSeq(args, ";") {
		n := 0
		fmt.Sscan(part, &n)
		p = append(p, n)
	}
	return p
}

func (c *console) blank(y, from, to int) {
	for x := from; x < min(to, c.w); x++ {
		c.grid[y][x] = glyph{" ", pen{bg: c.pen.bg}}
	}
}

func (c *console) eraseLine(mode int) {
	switch mode {
	case 0:
		c.blank(c.y, c.x, c.w)
	case 1:
		c.blank(c.y, 0, c.x+1)
	case 2:
		c.blank(c.y, 0, c.w)
	}
}

func (c *console) eraseScreen(mode int) {
	c.eraseLine(mode)
	for y := range c.h {
		if mode == 2 || mode == 0 && y > c.y || mode == 1 && y < c.y {
			c.blank(y, 0, c.w)
		}
	}
}

func (c *console) sgr(args string) {
	p := numbers(args)
	for i := 0; i < len(p); i++ {
		switch n := p[i]; {
		case n == 0:
			c.pen = pen{}
		case n == 1:
			c.pen.bold = true
		case n == 2:
			c.pen.faint = true
		case n == 4:
			c.pen.line = true
		case n == 7:
			c.pen.reverse = true
		case n == 22:
			c.pen.bold, c.pen.faint = false, false
		case n == 24:
			c.pen.line = false
		case n == 27:
			c.pen.reverse = false
		case n >= 30 && n <= 37:
			c.pen.fg = palette16[n-30]
		case n >= 90 && n <= 97:
			c.pen.fg = palette16[n-82]
		case n == 39:
			c.pen.fg = ""
		case n >= 40 && n <= 47:
			c.pen.bg = palette16[n-40]
		case n >= 100 && n <= 107:
			c.pen.bg = palette16[n-92]
		case n == 49:
			c.pen.bg = ""
		}
	}
}

var palette16 = [16]string{
	"#2e3436", "#cc3333", "#4e9a06", "#b58900", "#3465a4", "#8a4f8a", "#06989a", "#d3d7cf",
	"#8a8a85", "#ef2929", "#73d216", "#e0b000", "#729fcf", "#ad7fa8", "#34e2e2", "#eeeeec",
}

// screen is what the person sees.
func (c *console) screen() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var s strings.Builder
	for _, row := range c.grid {
		line := ""
		for _, g := range row {
			line += g.text
		}
		s.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return s.String()
}

// bytes is how much the program has written so far.
func (c *console) bytes() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.raw
}

// openings is how often the program took the whole screen.
func (c *console) openings() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.opened
}

// patience is how long the slowest machine may take for anything.
const patience = 2 * time.Minute

// wait waits until the screen satisfies ok, and returns it.
func (c *console) wait(what string, ok func(screen string) bool) string {
	c.t.Helper()
	deadline := time.After(patience)
	for {
		now := c.screen()
		if ok(now) {
			return now
		}
		select {
		case <-c.news:
		case <-c.gone:
			if now = c.screen(); ok(now) {
				return now
			}
			c.t.Fatalf("the program ended before %s:\n%s", what, now)
		case <-deadline:
			c.t.Fatalf("waited in vain for %s:\n%s\n%s", what, now, c.fail)
		}
	}
}

// sees waits until the words stand on the screen.
func (c *console) sees(words ...string) *console {
	c.t.Helper()
	for _, w := range words {
		c.wait(w, func(s string) bool { return strings.Contains(s, w) })
	}
	return c
}

// consoleKeys are what keys send. Esc is sent as terminals do that tell it from
// the beginning of other keys, so that any may follow; see home for the other.
var consoleKeys = map[string]string{
	"enter": "\r", "esc": "\x1b[27u", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "space": " ", "backspace": "\x7f",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~",
	"ctrl+s": "\x13", "ctrl+u": "\x15", "ctrl+p": "\x10", "ctrl+z": "\x1a", "ctrl+y": "\x19", "ctrl+c": "\x03", "ctrl+r": "\x12",
}

// keys presses keys by name; any other word is typed as it is.
func (c *console) keys(names ...string) *console {
	c.t.Helper()
	for _, n := range names {
		if seq, ok := consoleKeys[n]; ok {
			n = seq
		}
		if _, err := c.tty.WriteString(n); err != nil {
			c.t.Fatal(err)
		}
	}
	return c
}

// home presses Esc, as most terminals send it, until the first page shows: it is
// one only if nothing follows, and a busy machine may take two for another key.
func (c *console) home() *console {
	c.t.Helper()
	for i := range 40 {
		if strings.Contains(c.screen(), "q 离开") {
			return c
		}
		c.keys("\x1b")
		time.Sleep(time.Duration(100+10*i) * time.Millisecond)
	}
	return c.sees("q 离开")
}

// ended waits for the program's end.
func (c *console) ended() {
	c.t.Helper()
	select {
	case <-c.gone:
	case <-time.After(patience):
		c.t.Fatalf("the program did not end:\n%s", c.screen())
	}
}

// picture draws the screen as an SVG.
func (c *console) picture() string {
	const cw, ch = 8.4, 18
	c.mu.Lock()
	defer c.mu.Unlock()
	var s strings.Builder
	fmt.Fprintf(&s, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" font-family="Sarasa Mono SC, Noto Sans Mono CJK SC, Microsoft YaHei, monospace" font-size="14">`+"\n", float64(c.w)*cw+16, c.h*ch+16)
	s.WriteString(`<rect width="100%" height="100%" rx="6" fill="#fcfcf8"/>` + "\n")
	for y, row := range c.grid {
		for x := 0; x < len(row); {
			end, text := x, ""
			for end < len(row) && together(row, x, end) {
				text += row[end].text
				end++
			}
			drawRun(&s, 8+float64(x)*cw, 8+y*ch, float64(end-x)*cw, ch, text, row[x].pen)
			x = end
		}
	}
	return s.String() + "</svg>\n"
}

// together are cells that one font draws evenly: of one pen and one width, and
// no sign that fonts draw as wide as they like.
func together(row []glyph, from, to int) bool {
	if from == to {
		return true
	}
	sign := func(x int) bool { return len(row[x].text) > 1 && !wideAt(row, x) }
	return row[to].pen == row[from].pen && wideAt(row, to) == wideAt(row, from) && !sign(to) && !sign(from)
}

func wideAt(row []glyph, x int) bool {
	return row[x].text == "" || x+1 < len(row) && row[x+1].text == ""
}

func drawRun(s *strings.Builder, x float64, y int, w float64, h int, text string, p pen) {
	fg, bg := p.fg, p.bg
	if fg == "" {
		fg = "#2e3436"
	}
	if p.reverse {
		fg, bg = "#fcfcf8", fg
	}
	if bg != "" {
		fmt.Fprintf(s, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", x, y, w+0.3, h, bg)
	}
	if left, right, ok := block(text); ok {
		fmt.Fprintf(s, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", x+left*w, y+2, (right-left)*w+0.3, h-4, fg)
		return
	}
	lead := len(text) - len(strings.TrimLeft(text, " "))
	full := text
	text = strings.Trim(text, " ")
	if text == "" {
		return
	}
	cell := w / float64(ansi.StringWidth(full))
	style := ""
	if p.bold {
		style += ` font-weight="bold"`
	}
	if p.faint {
		style += ` opacity="0.6"`
	}
	fmt.Fprintf(s, `<text x="%.1f" y="%d" textLength="%.1f" fill="%s"%s xml:space="preserve">%s</text>`+"\n",
		x+float64(lead)*cell, y+h-5, float64(ansi.StringWidth(text))*cell, fg, style, html.EscapeString(text))
}

// block is the part of a cell that a block character fills from the left.
func block(text string) (left, right float64, ok bool) {
	if i := strings.Index("▏▎▍▌▋▊▉█", text); i >= 0 && len(text) == 3 {
		return 0, float64(i/3+1) / 8, true
	}
	return 0, 0, false
}
