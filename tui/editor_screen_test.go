package tui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// inTerminal is set for the copy of the test that runs inside tmux.
const inTerminal = "XUNCHA_TEST_EDITOR"

const (
	plainFrames = 220 // compared character by character
	emojiFrames = 80  // terminals disagree how wide these are
)

// plainScraps are those that every terminal draws in the same number of cells.
func plainScraps() []string {
	var plain []string
	for _, s := range scraps {
		if !strings.ContainsAny(s, "\U0001F600\u200d\ufe0f\U0001F1E8ｱ") && s != "\u0301" {
			plain = append(plain, s)
		}
	}
	return plain
}

// scribbler makes the same frames on both sides of the terminal.
type scribbler struct {
	rnd  *rand.Rand
	e    *editor
	n    int
	w, h int
}

func newScribbler() *scribbler {
	return &scribbler{rnd: rand.New(rand.NewPCG(7, 7)), e: newEditor(""), w: 40, h: 10}
}

// next makes the next frame: some typing and some other keys.
func (s *scribbler) next() {
	s.n++
	from := plainScraps()
	if s.n > plainFrames {
		from = scraps
	}
	s.w, s.h = 8+s.rnd.IntN(50), 3+s.rnd.IntN(16)
	for range 1 + s.rnd.IntN(8) {
		if s.rnd.IntN(3) > 0 {
			s.e.press(keyNamed(from[s.rnd.IntN(len(from))]))
		} else {
			s.e.press(keyNamed(editorKeys[s.rnd.IntN(len(editorKeys))]))
		}
	}
}

// frame is the screen: a margin, the editor, a number at the foot.
func (s *scribbler) frame() ([]string, *tea.Cursor) {
	lines, cur := s.e.draw(s.w, s.h)
	screen := []string{"编辑"}
	for _, line := range lines {
		screen = append(screen, "| "+pad(line, s.w)+"|")
	}
	for len(screen) < 23 {
		screen = append(screen, "")
	}
	cur.X += 2
	cur.Y++
	return append(screen, fmt.Sprintf("#%d#", s.n)), cur
}

// under is the character that the cursor should stand on: the next one of the
// text, or the empty cell after a row. The terminal is asked for the same, so
// it must agree where on the row that character is.
func (s *scribbler) under() string {
	at, _ := s.e.here()
	row, _ := s.e.span(at)
	rest := row[s.e.at-s.e.rowStart():]
	if g, _ := glyph(rest); g != "" {
		return g
	}
	return " "
}

func (s *scribbler) Init() tea.Cmd { return nil }

func (s *scribbler) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		s.next()
	}
	return s, nil
}

func (s *scribbler) View() tea.View {
	lines, cur := s.frame()
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen, v.Cursor = true, cur
	return v
}

// The model of widths is only worth something if a terminal agrees with it.
func TestEditorInTerminal(t *testing.T) {
	if os.Getenv(inTerminal) != "" {
		if _, err := tea.NewProgram(newScribbler()).Run(); err != nil {
			t.Fatal(err)
		}
		return
	}
	pane := openPane(t, "TestEditorInTerminal", inTerminal+"=1")
	s := newScribbler()
	pane.wait(t, s)
	for range plainFrames + emojiFrames {
		s.next()
		pane.tmux(t, "send-keys", "x")
		pane.wait(t, s)
	}
}

// pane is a terminal of 80 by 24 with a program in it.
type pane struct{ socket string }

// openPane runs one test of this binary in a terminal.
func openPane(t *testing.T, test, env string) pane {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("no tmux to draw on")
	}
	p := pane{fmt.Sprintf("xuncha-%d-%d", os.Getpid(), time.Now().UnixNano())}
	t.Cleanup(func() { _ = exec.Command("tmux", "-L", p.socket, "kill-server").Run() }) // it may be gone already
	p.tmux(t, "-u", "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24",
		"env", env, "RUNEWIDTH_EASTASIAN=", os.Args[0], "-test.run=^"+test+"$")
	p.tmux(t, "set", "-g", "status", "off", ";", "resize-window", "-x", "80", "-y", "24")
	return p
}

// tmux gives the terminal's server a command.
func (p pane) tmux(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("tmux", append([]string{"-L", p.socket}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TMUX=")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("tmux %v: %v: %s", args, err, out)
	}
	return string(out)
}

// wait looks at the terminal until it shows the frame, or says how it differs.
func (p pane) wait(t *testing.T, s *scribbler) {
	t.Helper()
	lines, cur := s.frame()
	want := fmt.Sprintf("%d,%d on %s\n%s", cur.X, cur.Y, s.under(), strings.Join(lines, "\n"))
	got := ""
	for until := time.Now().Add(3 * time.Second); time.Now().Before(until); {
		got = p.tmux(t, "display", "-p", "#{cursor_x},#{cursor_y} on #{cursor_character}", ";", "capture-pane", "-p")
		if sameScreen(got, want, s.n > plainFrames) {
			return
		}
	}
	t.Fatalf("frame %d shows\n%s\nnot\n%s\nof %q at %d", s.n, got, want, s.e.text(), s.e.place())
}

// sameScreen compares what a terminal shows with what it should. Frames that
// had emoji may be shifted, and the cursor with them, but their characters
// must be there in order.
func sameScreen(got, want string, emoji bool) bool {
	a, b := strings.Split(strings.TrimRight(got, "\n"), "\n"), strings.Split(want, "\n")
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if emoji && k > 0 && letters(a[k]) != letters(b[k]) {
			return false
		}
		if !emoji && strings.TrimRight(a[k], " ") != strings.TrimRight(b[k], " ") {
			return false
		}
	}
	return true
}

// letters leaves out of a line what a terminal may draw in its own way.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) || r > ' ' && r < 0x7f || strings.ContainsRune(neverFirst+neverLast, r) {
			return r
		}
		return -1
	}, s)
}
