package tui

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// path takes the path of a file, typed with Tab completing it, pasted or
// dropped.
type path struct {
	then  func(*App, []string) tea.Cmd
	text  *input
	began string   // what the field held when it was opened
	names []string // that the path could go on with
	asked bool     // they were asked for
}

// completedMsg is what a path could go on with.
type completedMsg struct {
	of    *path
	text  string // that was completed
	names []string
}

func newPath(then func(*App, []string) tea.Cmd, text string) *path {
	field := newInput(strings.Join(strings.Split(strings.TrimSpace(text), "\n"), " "))
	return &path{then: then, text: field, began: field.text()}
}

func (p *path) scope() scope        { return inPath }
func (p *path) title(a *App) string { return a.t.evidence.path.title }
func (p *path) typing() bool        { return true }

// paste puts a whole path in place of the folder that was only offered.
func (p *path) paste(a *App, text string) {
	offered := p.text.text() == p.began && strings.HasSuffix(p.began, string(filepath.Separator))
	if all := pathsIn(text); offered && len(all) > 0 && filepath.IsAbs(all[0]) {
		p.text.setText("")
	}
	p.text.paste(text)
	p.names, p.asked = nil, false
}

func (p *path) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if p.text.press(k) {
		p.names, p.asked = nil, false
	}
	return nil
}

func (p *path) do(a *App, act act) tea.Cmd {
	switch act {
	case actBack:
		a.back()
	case actComplete:
		text := p.text.text()
		return func() tea.Msg { return completedMsg{p, text, namesFor(text)} }
	case actOK:
		paths := pathsIn(p.text.text())
		if len(paths) == 0 {
			a.notice = notice{words: a.t.evidence.path.needed, wrong: true}
			return nil
		}
		a.back()
		return p.then(a, paths)
	}
	return nil
}

func (p *path) hear(a *App, msg tea.Msg) tea.Cmd {
	m, ok := msg.(completedMsg)
	if !ok || m.of != p || m.text != p.text.text() {
		return nil
	}
	p.names, p.asked = m.names, true
	if len(m.names) == 0 {
		return nil
	}
	folder := m.text[:strings.LastIndexAny(m.text, separators)+1]
	p.text.setText(folder + common(m.names))
	if len(m.names) == 1 {
		p.names, p.asked = nil, false
	}
	return nil
}

// separators are what parts folders, as people type it.
var separators = func() string {
	if runtime.GOOS == "windows" {
		return `/\`
	}
	return "/"
}()

// namesFor are the names with which a path could go on, folders with a
// separator after them. Hidden ones are left out unless asked for.
func namesFor(text string) []string {
	cut := strings.LastIndexAny(text, separators) + 1
	folder, begin := expanded(text[:cut]), text[cut:]
	if folder == "" {
		folder = "."
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, begin) || begin == "" && strings.HasPrefix(name, ".") || oneLine(name) != name {
			continue
		}
		if info, err := os.Stat(filepath.Join(folder, name)); err == nil && info.IsDir() {
			name += string(filepath.Separator)
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// common is what all names begin with.
func common(names []string) string {
	all := names[0]
	for _, name := range names {
		for !strings.HasPrefix(name, all) {
			all = all[:before(all, len(all))]
		}
	}
	return all
}

// expanded puts the person's own folder for ~.
func expanded(text string) string {
	if text == "~" || strings.HasPrefix(text, "~/") {
		return home() + text[1:]
	}
	return text
}

// pathsIn are the paths in what was typed or dropped: terminals and file
// managers quote them, escape their blanks, or hand over a file:// address.
func pathsIn(text string) []string {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return nil
	case strings.HasPrefix(text, "file://"):
		return addresses(text)
	case text[0] == '\'' || text[0] == '"':
		return quotedPaths(text)
	case runtime.GOOS != "windows" && strings.Contains(text, `\ `):
		return []string{unescaped(text)}
	}
	return []string{expanded(text)}
}

func addresses(text string) []string {
	var all []string
	for _, one := range strings.Fields(text) {
		u, err := url.Parse(one)
		if err != nil || u.Scheme != "file" {
			return []string{text}
		}
		path := u.Path
		if runtime.GOOS == "windows" {
			path = strings.TrimPrefix(path, "/")
		}
		all = append(all, filepath.FromSlash(path))
	}
	return all
}

// quotedPaths are one or several paths in quotes of either kind.
func quotedPaths(text string) []string {
	var all []string
	for text != "" {
		mark := text[:1]
		if mark != "'" && mark != `"` {
			return append(all, text)
		}
		one, rest, closed := strings.Cut(text[1:], mark)
		for closed && strings.HasPrefix(rest, `\'`) && mark == "'" { // 'it'\''s'
			var more string
			more, rest, closed = strings.Cut(strings.TrimPrefix(rest, `\''`), mark)
			one += "'" + more
		}
		all = append(all, one)
		text = strings.TrimSpace(rest)
	}
	return all
}

// unescaped goes by bytes: a name need not be UTF-8.
func unescaped(text string) string {
	var b strings.Builder
	escaped := false
	for i := range len(text) {
		if escaped = text[i] == '\\' && !escaped; !escaped {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

func (p *path) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.evidence.path
	label := " " + t.label
	field, cur := p.text.draw(w - width(label) - 2)
	shift(cur, width(label), 1)
	lines := []string{"", label + field, ""}
	for _, l := range wrap(t.how, w-4) {
		lines = append(lines, "  "+a.look.faint.Render(l))
	}
	lines = append(lines, "")
	if p.asked && len(p.names) == 0 {
		return append(lines, "  "+t.nothing), cur
	}
	for i, name := range p.names {
		if len(lines) == h-1 && i < len(p.names)-1 {
			return append(lines, "  "+t.more(len(p.names)-i)), cur
		}
		lines = append(lines, "  "+cut(name, w-4))
	}
	return lines, cur
}
