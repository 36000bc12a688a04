package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"xuncha/data"
	"xuncha/data/docx"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
	"xuncha/tui"
)

// pressroom makes papers and other files for the screens, which have heard
// neither of reports nor of disks, and reads what comes in. The book is theirs:
// it is read only where [tui.Press] says that it may be.
type pressroom struct {
	*door
	*opened
	products []product

	donor string // as the offer has it that is being set
	each  visits // of the round asked about last
	twin  twin   // made for what takes long
}

// visits are the single visits of a round, as papers about schools choose them.
type visits struct {
	round   inspection.RoundNo
	entries int // that they rest on, plus one
	all     []report.PaperChoice
}

var _ tui.Press = (*pressroom)(nil)

func (d *door) newPressroom(b *opened) *pressroom {
	r := &pressroom{door: d, opened: b}
	r.products = products(d)
	return r
}

// Offers are the products that are about something here, by what they are about.
func (r *pressroom) Offers(at tui.Standing) []tui.Offer {
	var all []tui.Offer
	for about := aboutFinding; about < abouts; about++ {
		heading := r.heading(about, at)
		if heading == "" {
			continue
		}
		for i := range r.products {
			p := &r.products[i]
			if p.about != about {
				continue
			}
			o := tui.Offer{Kind: p.kind, At: at, About: heading, Name: p.name, Use: p.use}
			if p.set != nil {
				o.Pieces = 1
				o.File = p.file(r, r.choice(about, at))
			}
			if p.pieces != nil {
				o.Pieces = p.pieces(r, at)
			}
			if p.set == nil || o.Pieces > 0 {
				all = append(all, o)
			}
		}
	}
	return all
}

// heading says what the products are about; empty where there is no such thing.
func (r *pressroom) heading(about about, at tui.Standing) string {
	t := &r.t.press
	switch about {
	case aboutFinding:
		if f, ok := r.book.Finding(at.Finding); ok {
			return sentence(t.finding, f.Title)
		}
	case aboutVisit:
		school := r.book.School(at.Visit.School)
		round, ok := r.book.Round(at.Visit.Round)
		if school != nil && ok {
			kind := ""
			if at.Visit.Kind > inspection.Routine {
				kind = " " + at.Visit.Kind.In(r.lang)
			}
			return sentence(t.visit, school.Name, round.Title+kind)
		}
	case aboutRound:
		if round, ok := r.book.Round(at.Visit.Round); ok {
			return round.Title
		}
	case aboutAll:
		return t.all
	case comesIn:
		return t.in
	}
	return ""
}

// choice is what a product is made of, as papers choose it.
func (r *pressroom) choice(about about, at tui.Standing) report.PaperChoice {
	campaign, _ := r.book.Campaign()
	c := report.PaperChoice{Today: inspection.DayAt(r.now(), campaign.Zone), Head: head(&r.book)}
	if about <= aboutRound {
		c.Round = at.Visit.Round
	}
	if about <= aboutVisit {
		c.School, c.Kind = at.Visit.School, at.Visit.Kind
	}
	if about == aboutFinding {
		c.Finding = at.Finding
	}
	return c
}

func (r *pressroom) product(kind string) *product {
	for i := range r.products {
		if r.products[i].kind == kind {
			return &r.products[i]
		}
	}
	panic("no product is called " + kind) // offers come from the products alone
}

// Set sets one piece of an offer.
func (r *pressroom) Set(o tui.Offer, n int) (tui.Piece, error) {
	p := r.product(o.Kind)
	c := r.choice(p.about, o.At)
	if r.donor = o.Donor; r.donor != "" {
		c.Donor = new(docx.Donor) // read when it is written with
	}
	piece, err := p.set(r, c, n)
	if err != nil && !errors.Is(err, tui.ErrNothing) {
		err = errors.New(r.inOneLine(err))
	}
	return piece, err
}

// Folder is the person's own folder for documents, or else that of the book.
func (r *pressroom) Folder() string {
	if home, err := os.UserHomeDir(); err == nil {
		for _, name := range []string{"文档", "Documents"} {
			folder := filepath.Join(home, name)
			if info, err := os.Stat(folder); err == nil && info.IsDir() {
				return folder
			}
		}
	}
	path, err := filepath.Abs(r.journal.Path())
	if err != nil {
		path = r.journal.Path()
	}
	return filepath.Dir(path)
}

// CheckDonor looks whether a document can give papers its styles.
func (r *pressroom) CheckDonor(path string) error {
	_, err := r.readDonor(path)
	if err != nil {
		return errors.New(r.inOneLine(err))
	}
	return nil
}

// Open opens what was written.
func (r *pressroom) Open(path string) error { return r.view(path) }

// Read reads a file that is to be taken in.
func (r *pressroom) Read(ctx context.Context, o tui.Offer, path string) (tui.Incoming, error) {
	propose, err := r.product(o.Kind).read(ctx, r, o.At, path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New(r.t.evidence.noFile)
	case err != nil:
		return nil, errors.New(r.inLines(atBook{path, err}))
	}
	return func() tui.Comparing { return r.comparing(propose, r.choice(comesIn, o.At).Today) }, nil
}

// comparing lays what was read beside a book of its own, which holds what the
// book of the screens holds now.
func (r *pressroom) comparing(propose proposing, today inspection.Day) tui.Comparing {
	entries, of := r.book.Entries(), r.book.Len()
	return func(ctx context.Context, progress func(done, of int64)) (tui.Proposal, error) {
		own, err := bookOf(ctx, entries, func(done int) { progress(int64(done), int64(of)) })
		if err != nil {
			return tui.Proposal{}, err
		}
		own.journal = r.journal // names for what is new
		p, err := propose(&intake{door: r.door, opened: own, today: today})
		if err != nil {
			return tui.Proposal{}, errors.New(r.inLines(err))
		}
		lines := strings.Split(strings.TrimRight(p.says, "\n"), "\n")
		if p.none != "" && len(p.facts) == 0 {
			lines = append(lines, "", p.none)
		}
		return tui.Proposal{Lines: lines, Facts: p.facts}, nil
	}
}

// proposing lays what was read beside the book.
type proposing func(*intake) (*proposal, error)

// fromTable reads a table, which is then laid beside the book.
func fromTable(propose func(*intake, *table.File) (*proposal, error)) func(context.Context, *pressroom, tui.Standing, string) (proposing, error) {
	return func(ctx context.Context, _ *pressroom, _ tui.Standing, path string) (proposing, error) {
		f, err := table.ReadFile(ctx, path)
		return func(i *intake) (*proposal, error) { return propose(i, f) }, data.InFile(filepath.Base(path), err)
	}
}

// readList reads a checklist, for the round where one stands.
func readList(ctx context.Context, _ *pressroom, at tui.Standing, path string) (proposing, error) {
	list, err := data.ReadChecklistFile(ctx, path)
	return func(i *intake) (*proposal, error) {
		p, _, err := i.proposeChecklist(list, at.Visit.Round)
		return p, err
	}, err
}

// inLines says an error as the command line would, one fault a line.
func (r *pressroom) inLines(err error) string {
	if says, ok := r.ofEvidence(err); ok {
		return says
	}
	_, says := r.sort(err)
	return strings.TrimPrefix(says, r.t.refused)
}

// inOneLine says an error for the foot of a screen.
func (r *pressroom) inOneLine(err error) string {
	var why report.Unmade
	if errors.As(err, &why) {
		return why.In(r.lang)
	}
	return shown(strings.TrimPrefix(r.inLines(err), r.t.failed), 200)
}

// writer writes a file whole or not at all, in a folder that is made for it.
func (r *pressroom) writer(write func(io.Writer) error) func(context.Context, string, bool, func(done, of int64)) error {
	return func(ctx context.Context, path string, replace bool, _ func(done, of int64)) error {
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if err == nil {
			err = data.Deliver(ctx, path, replace, write)
		}
		switch {
		case errors.Is(err, data.ErrExists):
			return tui.ErrThere
		case err == nil, errors.Is(err, context.Canceled):
			return err
		}
		return errors.New(r.inOneLine(atBook{path, err}))
	}
}
