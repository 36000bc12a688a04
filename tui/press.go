package tui

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// Press makes papers and other files out of the Book, and takes such files in.
// Offers and Set read the Book: they are called from Update alone, and must be
// quick. The others wait, so they are called in commands alone, and know nothing
// of the Book.
type Press interface {
	// Offers are what can be made, or taken in, where one stands, in their order.
	Offers(at Standing) []Offer
	// Set sets one of the pieces of an offer, from 0. The error says in the
	// reader's language why it cannot be made; of several, one that answers
	// ErrNothing is passed over.
	Set(o Offer, piece int) (Piece, error)
	// Folder is where files go until somebody chooses another.
	Folder() string
	// CheckDonor looks whether a file can give papers its styles, header and
	// footer. The error says in the reader's language why it cannot.
	CheckDonor(path string) error
	// Open shows a file that was written, or its folder, with the system's viewer.
	Open(path string) error
	// Read reads a file that is to be taken in. The error says in the reader's
	// language what is wrong with it, one fault a line.
	Read(ctx context.Context, o Offer, path string) (Incoming, error)
}

// Offer is something that can be made, or a kind of file that can be taken in.
// Its words are in the reader's language.
type Offer struct {
	Kind   string // names what it is to the Press
	At     Standing
	About  string // heads the offers about the same
	Name   string
	Use    string // what it is for
	File   string // how the file is called, or the folder of several
	Pieces int    // how many files it is; none: it is taken in
	Donor  string // the file whose styles papers take, as chosen; empty: our own
}

// Piece is one file that is set and only has to be written; it does not depend
// on the Book any more.
type Piece struct {
	Name string // of the file
	// Preview is what it says, line by line. It may take its time.
	Preview func() []string
	// Write writes it whole or not at all, and tells progress how much of how
	// much is done. It answers ErrThere where something lies, unless it may
	// replace it. An end of ctx stops it.
	Write func(ctx context.Context, path string, replace bool, progress func(done, of int64)) error
}

// ErrThere is returned when a file would be written where something lies.
var ErrThere = errors.New("something is there")

// ErrNothing is returned for a piece that has nothing to say.
var ErrNothing = errors.New("there is nothing to write")

// Incoming is a file that was read and can be laid beside the Book. It sees what
// the Book holds now, so it is called from Update alone, and is quick.
type Incoming func() Comparing

// Comparing lays a file beside what the Book held when it was asked for. It takes
// its time, so it is called in a command; it tells progress how much of how much is
// done, and an end of ctx stops it. The error is as that of Read.
type Comparing func(ctx context.Context, progress func(done, of int64)) (Proposal, error)

// Proposal is what a file would change before anything has changed.
type Proposal struct {
	Lines []string          // what would change, and what would not and why
	Facts []inspection.Fact // that change it; none: nothing would
}

// pressroom is the page of papers and exchange: what can be made where one stands.
type pressroom struct {
	at     Standing
	rows   page
	lines  []pressLine
	read   int    // entries that lines rest on, plus one
	folder string // where files go
	donor  string // the office's own document; empty: none
	last   string // path that was written last
	job    *job   // nil: nothing is being written
}

// pressLine is an offer, or the heading of some.
type pressLine struct {
	heading string
	offer   Offer
}

// What is chosen here is kept on this laptop.
const (
	pressFolderKey = "press/folder"
	pressDonorKey  = "press/donor"
)

func newPress(a *App) *pressroom {
	p := &pressroom{at: a.stands(), folder: string(a.journal.Kept(pressFolderKey)), donor: string(a.journal.Kept(pressDonorKey))}
	if p.folder == "" {
		p.folder = a.options.Press.Folder()
	}
	return p
}

func (a *App) openPress() {
	if a.options.Press == nil {
		a.say(a.t.press.none)
		return
	}
	a.page(newPress(a))
}

func (p *pressroom) scope() scope              { return inPress }
func (p *pressroom) title(a *App) string       { return a.t.press.title }
func (p *pressroom) round() inspection.RoundNo { return p.at.Visit.Round }
func (p *pressroom) stands(a *App) Standing    { return p.at }
func (p *pressroom) heading(i int) bool        { return p.lines[i].heading != "" }

// refresh asks for the offers again when the book has changed.
func (p *pressroom) refresh(a *App) {
	if p.read == a.book.Len()+1 {
		return
	}
	p.read, p.lines = a.book.Len()+1, nil
	about := ""
	for _, o := range a.options.Press.Offers(p.at) {
		if o.About != about {
			about = o.About
			p.lines = append(p.lines, pressLine{heading: about})
		}
		p.lines = append(p.lines, pressLine{offer: o})
	}
	p.rows.settle(len(p.lines), 1, p.heading)
}

// selected is the offer under the cursor.
func (p *pressroom) selected(a *App) (Offer, bool) {
	p.refresh(a)
	p.rows.settle(len(p.lines), 1, p.heading)
	if p.rows.at >= len(p.lines) || p.heading(p.rows.at) {
		return Offer{}, false
	}
	o := p.lines[p.rows.at].offer
	o.Donor = p.donor
	return o, true
}

func (p *pressroom) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	p.refresh(a)
	if p.job == nil {
		p.rows.press(k, len(p.lines), p.height(a.h-2), p.heading)
	}
	return nil
}

func (p *pressroom) do(a *App, act act) tea.Cmd {
	o, ok := p.selected(a)
	switch {
	case p.job != nil:
		if act == actBack {
			p.job.stop()
		}
	case act == actBack:
		a.back()
	case act == actFolder:
		return openFolders(a, p.folder, p.chosen)
	case act == actDonor:
		return p.askDonor(a)
	case act == actShow && p.last != "":
		return p.show(a)
	case act == actShow:
		a.say(a.t.press.nothingYet)
	case !ok:
	case o.Pieces == 0:
		return openPicker(a, func(a *App, paths []string) tea.Cmd { return p.takeIn(a, o, paths) })
	case act == actOpen:
		return openProof(a, p, o)
	case act == actMake:
		return p.begin(a, o)
	}
	return nil
}

// chosen takes another folder for files to go to.
func (p *pressroom) chosen(a *App, paths []string) tea.Cmd {
	p.folder = slices.Concat(paths, []string{p.folder})[0]
	a.journal.Keep(pressFolderKey, []byte(p.folder))
	a.say(a.t.press.goesTo(oneLine(p.folder)))
	return nil
}

// show opens what was written last.
func (p *pressroom) show(a *App) tea.Cmd {
	a.say(a.t.press.showing(oneLine(p.last)))
	how, path := a.options.Press, p.last
	return func() tea.Msg { return shownMsg{how.Open(path)} }
}

// leave stops what is being written.
func (p *pressroom) leave(a *App) {
	if p.job != nil {
		p.job.stop()
	}
}
