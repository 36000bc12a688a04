package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"xuncha/data/docx"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
	"xuncha/tui"
)

// about says what a product is about.
type about uint8

// What products are about, the narrowest first.
const (
	aboutFinding about = iota
	aboutVisit
	aboutRound
	aboutAll
	comesIn // read, not made
	abouts
)

// product is something that can be made, or taken in. Its words are in the
// language of the door.
type product struct {
	kind      string
	about     about
	name, use string

	file   func(*pressroom, report.PaperChoice) string
	pieces func(*pressroom, tui.Standing) int // nil: one
	set    func(*pressroom, report.PaperChoice, int) (tui.Piece, error)
	read   func(context.Context, *pressroom, tui.Standing, string) (proposing, error) // what comes in
}

// products are all of them, in the order in which they are offered. A new kind
// is one line here.
func products(d *door) []product {
	t := &d.t.press
	var all []product
	for _, k := range report.PaperKinds() {
		all = append(all, papersOf(d, k)...)
	}
	archive := product{kind: "archive", about: aboutVisit, name: t.archive, use: t.archiveUse, file: archiveFile, set: setArchive}
	ledger := product{kind: "ledger", about: aboutVisit, name: t.ledger, use: t.ledgerUse, file: ledgerFile, set: setLedger}
	return append(all, ledger, archive, eachSchool(d, ledger, "整改台账"), eachSchool(d, archive, "归档"),
		product{kind: "ledger/round", about: aboutRound, name: t.ledger, use: t.ledgerUse, file: ledgerFile, set: setLedger},
		product{kind: "ledger/all", about: aboutAll, name: t.ledger, use: t.ledgerUse, file: ledgerFile, set: setLedger},
		product{kind: "statistics/round", about: aboutRound, name: t.statistics, use: t.statisticsUse, file: statisticsFile, set: setStatistics},
		product{kind: "statistics/all", about: aboutAll, name: t.statistics, use: t.statisticsUse, file: statisticsFile, set: setStatistics},
		product{kind: "page/round", about: aboutRound, name: t.page, use: t.pageUse, file: pageFile, set: setPage},
		product{kind: "page/all", about: aboutAll, name: t.page, use: t.pageUse, file: pageFile, set: setPage},
		product{kind: "checklist/round", about: aboutRound, name: t.checklist, use: t.checklistUse, file: listFile, set: setList},
		product{kind: "everything/xlsx", about: aboutAll, name: t.everything, use: t.everythingUse, file: theOnly("全部内容.xlsx"), set: setEverything("全部内容.xlsx")},
		product{kind: "everything/json", about: aboutAll, name: t.exchange, use: t.exchangeUse, file: theOnly("全部内容.json"), set: setEverything("全部内容.json")},
		product{kind: "roster", about: comesIn, name: t.roster, use: t.rosterUse,
			read: fromTable(func(i *intake, f *table.File) (*proposal, error) { return i.proposeRoster(f, false) })},
		product{kind: "progress", about: comesIn, name: t.progress, use: t.progressUse,
			read: fromTable(func(i *intake, f *table.File) (*proposal, error) { return i.proposeProgress(f, false, i.today) })},
		product{kind: "plan", about: comesIn, name: t.plan, use: t.planUse,
			read: fromTable(func(i *intake, f *table.File) (*proposal, error) { return i.proposePlan(f, false) })},
		product{kind: "checklist", about: comesIn, name: t.checklist, use: t.adoptUse, read: readList},
	)
}

// papersOf are the products of a kind of paper: the paper where one stands, and
// a paper for each school of the round.
func papersOf(d *door, k report.PaperKind) []product {
	one := product{
		kind: "paper/" + k.Name(), name: k.In(d.lang), use: k.Use(d.lang),
		file: func(r *pressroom, c report.PaperChoice) string { return c.FileName(&r.book, k) },
		set:  func(r *pressroom, c report.PaperChoice, _ int) (tui.Piece, error) { return r.paper(k, c) },
	}
	switch k.Scope() {
	case report.OfFinding:
		one.about = aboutFinding
		school, round := one, one
		school.kind, school.about, school.name = one.kind+"/visit", aboutVisit, sentence(d.t.press.allOf, one.name)
		round.kind, round.about, round.name = one.kind+"/round", aboutRound, school.name
		return []product{one, school, round}
	case report.OfRound:
		one.about = aboutRound
		return []product{one}
	case report.OfCampaign:
		one.about = aboutAll
		return []product{one}
	}
	one.about = aboutVisit
	return []product{one, eachSchool(d, one, k.In(inspection.Chinese))}
}

// eachSchool is a product of one visit for each school of a round, in a folder;
// schools for which there is nothing to write have none.
func eachSchool(d *door, one product, folder string) product {
	each := one
	each.kind, each.about, each.name = one.kind+"/each", aboutRound, sentence(d.t.press.each, one.name)
	each.file = func(_ *pressroom, c report.PaperChoice) string { return fmt.Sprintf("第%d轮_%s", c.Round, folder) }
	each.pieces = func(r *pressroom, at tui.Standing) int { return len(r.visitsIn(at.Visit.Round)) }
	each.set = func(r *pressroom, c report.PaperChoice, n int) (tui.Piece, error) {
		all := r.visitsIn(c.Round)
		if n >= len(all) {
			return tui.Piece{}, tui.ErrNothing // the plan has become shorter
		}
		c.School, c.Kind = all[n].School, all[n].Kind
		piece, err := one.set(r, c, 0)
		var why report.Unmade
		var no refusal
		if errors.As(err, &why) || errors.As(err, &no) {
			return piece, tui.ErrNothing
		}
		return piece, err
	}
	return each
}

// paper sets one paper.
func (r *pressroom) paper(k report.PaperKind, c report.PaperChoice) (tui.Piece, error) {
	d, err := report.Compose(&r.book, k, c)
	if err != nil {
		return tui.Piece{}, err
	}
	return r.piece(c.FileName(&r.book, k), d), nil
}

func (r *pressroom) piece(name string, d *docx.Document) tui.Piece {
	path := r.donor
	if path != "" {
		d.Header = "" // it has its own
	}
	write := func(w io.Writer) error {
		styled := *d
		if path != "" {
			var err error
			if styled.Donor, err = r.readDonor(path); err != nil {
				return err
			}
		}
		return styled.Write(w)
	}
	return tui.Piece{Name: name, Preview: func() []string { return report.Preview(d) }, Write: r.writer(write)}
}

// visitsIn are the visits of a round that papers can be about, one each.
func (r *pressroom) visitsIn(n inspection.RoundNo) []report.PaperChoice {
	if now := r.book.Len() + 1; r.each.round != n || r.each.entries != now {
		r.each = visits{n, now, report.PaperChoice{Round: n}.Each(&r.book, report.SchoolPaper)}
	}
	return r.each.all
}

func ledgerFile(r *pressroom, c report.PaperChoice) string {
	return report.LedgerChoice{Round: c.Round, School: c.School}.FileName(&r.book, report.XLSX)
}

func setLedger(r *pressroom, c report.PaperChoice, _ int) (tui.Piece, error) {
	g := report.ReadLedger(&r.book, report.LedgerChoice{Round: c.Round, School: c.School, Today: c.Today, Head: c.Head})
	if g.Sent() == 0 {
		return tui.Piece{}, refusal{r.t.exports.none}
	}
	return r.file(ledgerFile(r, c), report.Text, g.Write), nil
}

func statisticsFile(_ *pressroom, c report.PaperChoice) string {
	return "统计表" + ofRound(c.Round) + ".xlsx"
}

func setStatistics(r *pressroom, c report.PaperChoice, _ int) (tui.Piece, error) {
	s := report.ReadStatistics(&r.book, report.StatisticsChoice{Round: c.Round, Today: c.Today, Head: c.Head})
	return r.file(statisticsFile(r, c), report.CSV, s.Write), nil
}

// file is a workbook; it is shown in the format that says the same in lines.
func (r *pressroom) file(name string, shown report.Format, write func(io.Writer, report.Format, inspection.Language) error) tui.Piece {
	as := func(f report.Format) func(io.Writer) error {
		return func(w io.Writer) error { return write(w, f, r.lang) }
	}
	return tui.Piece{Name: name, Preview: func() []string { return r.beginning(as(shown)) }, Write: r.writer(as(report.XLSX))}
}

func pageFile(_ *pressroom, c report.PaperChoice) string {
	return "汇总" + ofRound(c.Round) + ".html"
}

func setPage(r *pressroom, c report.PaperChoice, _ int) (tui.Piece, error) {
	var rounds []inspection.RoundNo
	if c.Round != 0 {
		rounds = append(rounds, c.Round)
	}
	s := report.Summarize(&r.book, c.Today, rounds...)
	var text bytes.Buffer
	if err := s.Write(&text, report.Text, r.lang); err != nil {
		return tui.Piece{}, err
	}
	told := func(w io.Writer) error {
		_, err := io.WriteString(w, text.String())
		return err
	}
	return tui.Piece{Name: pageFile(r, c), Preview: func() []string { return r.beginning(told) }, Write: r.writer(s.Page().Write)}, nil
}

func listFile(_ *pressroom, c report.PaperChoice) string {
	return "清单" + ofRound(c.Round) + ".xlsx"
}

func setList(r *pressroom, c report.PaperChoice, _ int) (tui.Piece, error) {
	list := r.book.ChecklistOf(c.Round)
	if list == nil {
		return tui.Piece{}, inspection.Refusal{Reason: inspection.NoChecklist}
	}
	told := func(w io.Writer) error { return report.WriteChecklist(w, report.Text, r.lang, list) }
	return tui.Piece{
		Name: listFile(r, c), Preview: func() []string { return r.beginning(told) },
		Write: r.writer(func(w io.Writer) error { return report.WriteChecklistWorkbook(w, list) }),
	}, nil
}

// theOnly is the file name of what there is only one of.
func theOnly(name string) func(*pressroom, report.PaperChoice) string {
	return func(*pressroom, report.PaperChoice) string { return name }
}

func ofRound(n inspection.RoundNo) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("_第%d轮", n)
}

// mostPreviewed is how many lines of a file are shown before it is written.
const mostPreviewed = 2000

// beginning are the lines of a text, as many as anybody looks at.
func (r *pressroom) beginning(write func(io.Writer) error) []string {
	var text strings.Builder
	if err := write(&text); err != nil {
		return []string{r.inOneLine(err)}
	}
	lines := strings.Split(strings.TrimRight(strings.TrimPrefix(text.String(), "\ufeff"), "\r\n"), "\n")
	if more := len(lines) - mostPreviewed; more > 0 {
		lines = append(lines[:mostPreviewed], sentence(r.t.press.more, more))
	}
	return lines
}
