package tui

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

// picker finds files by walking through folders. Several may be marked, in
// several folders. Folders are read in commands: one may be on a network that
// does not answer.
type picker struct {
	then   func(*App, []string) tea.Cmd // what to do with those chosen
	folder string                       // empty: the drives of Windows
	files  []file
	failed error // why the folder could not be read
	busy   string
	marked []string // whole paths, in the order of marking

	folders bool // a folder is wanted: files are left out, and the first row is the folder itself

	here   string // the name under the cursor
	rows   list
	sort   int // index into pickerWords.sorted
	asking bool
	query  *input
	finder *finder
	shown  []int // of files
}

// file is one line of a folder.
type file struct {
	name   string
	folder bool
	size   int64
	at     time.Time
}

// folderMsg is what a folder holds.
type folderMsg struct {
	of     *picker
	folder string
	files  []file
	err    error
}

const folderKey = "folder"

// openPicker opens a picker where files were picked last, or else at home.
func openPicker(a *App, then func(*App, []string) tea.Cmd) tea.Cmd {
	p := &picker{then: then, query: newInput("")}
	folder := string(a.journal.Kept(folderKey))
	if folder == "" {
		folder = home()
	}
	a.open(p)
	return p.enter(folder, "")
}

// openFolders opens a picker of folders in one of them.
func openFolders(a *App, folder string, then func(*App, []string) tea.Cmd) tea.Cmd {
	p := &picker{then: then, query: newInput(""), folders: true}
	a.open(p)
	return p.enter(folder, "")
}

// itself is the name of the row that stands for the folder one is in.
const itself = "."

// onlyFolders are the folders among files, after the folder itself.
func onlyFolders(files []file) []file {
	all := []file{{name: itself, folder: true}}
	for _, f := range files {
		if f.folder {
			all = append(all, f)
		}
	}
	return all
}

// home is the person's own folder, or else the one that the program was started
// in.
func home() string {
	if folder, err := os.UserHomeDir(); err == nil {
		return folder
	}
	folder, _ := filepath.Abs(".")
	return folder
}

// enter reads a folder; the cursor will be on the name given.
func (p *picker) enter(folder, name string) tea.Cmd {
	p.busy, p.here = folder, name
	p.asking = false
	p.query.setText("")
	return func() tea.Msg {
		files, err := filesIn(folder)
		return folderMsg{p, folder, files, err}
	}
}

// filesIn lists a folder, hidden names left out, and what is neither file nor
// folder.
func filesIn(folder string) ([]file, error) {
	if folder == "" {
		return drives(), nil
	}
	entries, err := os.ReadDir(folder)
	var all []file
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") {
			continue
		}
		info, err := os.Stat(filepath.Join(folder, e.Name())) // through links
		if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			continue
		}
		all = append(all, file{e.Name(), info.IsDir(), info.Size(), info.ModTime()})
	}
	return all, err
}

// drives are the roots that Windows has beside each other.
func drives() []file {
	var all []file
	for c := 'A'; c <= 'Z'; c++ {
		if info, err := os.Stat(string(c) + `:\`); err == nil {
			all = append(all, file{string(c) + `:\`, true, 0, info.ModTime()})
		}
	}
	return all
}

// above is the folder that holds another; none for the topmost.
func above(folder string) (string, bool) {
	if up := filepath.Dir(folder); up != folder {
		return up, folder != ""
	}
	return "", runtime.GOOS == "windows" && folder != ""
}

func (p *picker) hear(a *App, msg tea.Msg) tea.Cmd {
	m, ok := msg.(folderMsg)
	if !ok || m.of != p || m.folder != p.busy {
		return nil
	}
	if up, ok := above(m.folder); ok && errors.Is(m.err, fs.ErrNotExist) {
		return p.enter(up, "") // it was taken away since it was left
	}
	p.folder, p.files, p.failed, p.busy = m.folder, m.files, m.err, ""
	if p.folders && m.folder != "" {
		p.files = onlyFolders(m.files)
	}
	p.order()
	if m.err == nil && !p.folders {
		a.journal.Keep(folderKey, []byte(m.folder))
	}
	return nil
}

// order sorts the files, folders first, and shows those asked for.
func (p *picker) order() {
	slices.SortFunc(p.files, func(x, y file) int {
		if x.name == itself || y.name == itself {
			return map[bool]int{true: -1, false: 1}[x.name == itself]
		}
		if x.folder != y.folder {
			return map[bool]int{true: -1, false: 1}[x.folder]
		}
		if p.sort == 1 {
			return y.at.Compare(x.at)
		}
		return cmp.Or(strings.Compare(strings.ToLower(x.name), strings.ToLower(y.name)), strings.Compare(x.name, y.name))
	})
	p.finder = nil
	p.filter()
	p.rows.at = max(slices.IndexFunc(p.shown, func(i int) bool { return p.files[i].name == p.here }), 0)
	p.settle()
}

// find shows what answers the query.
func (p *picker) find() {
	p.filter()
	p.rows.keep(len(p.shown), len(p.shown))
	p.settle()
}

func (p *picker) filter() {
	p.shown = p.shown[:0]
	if q := p.query.text(); q == "" {
		for i := range p.files {
			p.shown = append(p.shown, i)
		}
	} else {
		if p.finder == nil {
			names := make([]string, len(p.files))
			for i, f := range p.files {
				names[i] = f.name
			}
			p.finder = newFinder(names)
		}
		p.shown = append(p.shown, p.finder.find(q)...)
	}
}

// settle remembers the name under the cursor.
func (p *picker) settle() {
	if f, ok := p.current(); ok {
		p.here = f.name
	}
}

func (p *picker) current() (file, bool) {
	if p.rows.at >= len(p.shown) {
		return file{}, false
	}
	return p.files[p.shown[p.rows.at]], true
}

func (p *picker) scope() scope { return inPicker }
func (p *picker) title(a *App) string {
	if p.folders {
		return a.t.press.folderTitle
	}
	return a.t.evidence.picker.title
}

func (p *picker) typing() bool          { return p.asking }
func (p *picker) path(f file) string    { return filepath.Join(p.folder, f.name) }
func (p *picker) marks(path string) int { return slices.Index(p.marked, path) }

func (p *picker) do(a *App, act act) tea.Cmd {
	f, ok := p.current()
	switch {
	case act == actBack && (p.asking || p.query.text() != ""):
		p.asking = false
		p.query.setText("")
		p.find()
	case act == actBack:
		a.back()
	case act == actSearch:
		p.asking = true
	case act == actSort:
		p.sort = (p.sort + 1) % len(a.t.evidence.picker.sorted)
		p.order()
		a.say(a.t.evidence.picker.sorted[p.sort])
	case act == actPath:
		a.replace(newPath(p.then, p.folder+string(filepath.Separator)))
	case act == actUp:
		return p.up()
	case ok:
		return p.doTo(a, f, act)
	}
	return nil
}

func (p *picker) up() tea.Cmd {
	if up, ok := above(p.folder); ok {
		return p.enter(up, filepath.Base(p.folder))
	}
	return nil
}

// doTo does something to the file under the cursor.
func (p *picker) doTo(a *App, f file, act act) tea.Cmd {
	switch {
	case f.name == itself && act == actOpen:
		a.back()
		return p.then(a, []string{p.folder})
	case f.name == itself:
	case f.folder && (act == actOpen || act == actRight):
		return p.enter(p.path(f), "")
	case act == actOpen:
		chosen := p.marked
		if len(chosen) == 0 {
			chosen = []string{p.path(f)}
		}
		a.back()
		return p.then(a, chosen)
	case act == actMark && !f.folder:
		p.mark(p.path(f))
		p.rows.at++
		p.rows.keep(len(p.shown), len(p.shown))
		p.settle()
	}
	return nil
}

func (p *picker) mark(path string) {
	if i := p.marks(path); i >= 0 {
		p.marked = slices.Delete(p.marked, i, i+1)
	} else {
		p.marked = append(p.marked, path)
	}
}

func (p *picker) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case k.String() == "backspace" && p.query.text() == "":
		return p.up()
	case k.Text == "" && p.rows.press(k, len(p.shown), a.h-6):
		p.settle()
	case !p.asking:
		p.rows.press(k, len(p.shown), a.h-6)
		p.settle()
	case p.query.press(k):
		p.rows = list{}
		p.find()
	}
	return nil
}

func (p *picker) paste(a *App, text string) {
	if !p.asking {
		a.replace(newPath(p.then, text))
		return
	}
	p.query.paste(text)
	p.find()
}
