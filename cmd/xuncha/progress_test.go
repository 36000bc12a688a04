package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// fill FILE EDIT…: a school at work on its ledger. E4=text writes a cell, E4==1+1
// a formula, -4 takes a row away and -V a column.
func scriptFill(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(fillIn(ts.MkAbs(args[0]), args[1:]...))
}

const ledgerSheet = "整改台账"

func fillIn(path string, edits ...string) error {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, edit := range edits {
		place, text, writes := strings.Cut(edit, "=")
		row, notRow := strconv.Atoi(strings.TrimPrefix(edit, "-"))
		switch {
		case writes && strings.HasPrefix(text, "="):
			err = f.SetCellFormula(ledgerSheet, place, text[1:])
		case writes:
			err = f.SetCellStr(ledgerSheet, place, strings.ReplaceAll(text, `\n`, "\n"))
		case notRow == nil:
			err = f.RemoveRow(ledgerSheet, row)
		default:
			err = f.RemoveCol(ledgerSheet, edit[1:])
		}
		if err != nil {
			return err
		}
	}
	return f.Save()
}

// ledgerDesk is a book with findings that were fed back, and a program to ask.
type ledgerDesk struct {
	t    testing.TB
	book string
}

func newLedgerDesk(t testing.TB, findings int) *ledgerDesk {
	t.Helper()
	o := &ledgerDesk{t, filepath.Join(t.TempDir(), "a.book")}
	o.run("", "init", "--author", "张三")
	var b strings.Builder
	for i := range findings {
		fmt.Fprintf(&b, `{"round":1,"school":"S00%d","finding":{"raise":true,"id":"F-%d","title":"题目%d","facts":"第一行\n（二）第2行，３份","undertakers":["张三","李四"]}}`+"\n", 1+i%3, i, i)
		fmt.Fprintf(&b, `{"round":1,"school":"S00%d","finding":{"id":"F-%d","submit":true}}`+"\n", 1+i%3, i)
		fmt.Fprintf(&b, `{"round":1,"school":"S00%d","finding":{"id":"F-%d","adopt":true}}`+"\n", 1+i%3, i)
		fmt.Fprintf(&b, `{"round":1,"school":"S00%d","finding":{"id":"F-%d","feed_back":true,"day":"2026-04-20"}}`+"\n", 1+i%3, i)
		fmt.Fprintf(&b, `{"findings":{"ids":["F-%d"],"rectify":true,"leader":"校长","measures":"一、补齐；\n二、建账（%d）","deadline":"2026-07-%02d"}}`+"\n", i, i, 1+i%28)
		fmt.Fprintf(&b, `{"round":1,"school":"S00%d","finding":{"id":"F-%d","progress":"已制定方案","day":"2026-05-10"}}`+"\n", 1+i%3, i)
	}
	o.run(b.String(), "record")
	return o
}

// run has the program do something that must go well.
func (o *ledgerDesk) run(in string, args ...string) string {
	o.t.Helper()
	code, out, says := o.ask(in, args...)
	if code != 0 {
		o.t.Fatalf("%v: exit %d: %s%s", args, code, out, says)
	}
	return out
}

func (o *ledgerDesk) ask(in string, args ...string) (code int, out, says string) {
	var b, e strings.Builder
	d := &door{in: strings.NewReader(in), out: &b, err: &e, getenv: o.env, now: time.Now, loose: true}
	code = d.run(append(args, "--book", o.book))
	return code, b.String(), e.String()
}

func (o *ledgerDesk) env(string) string { return "" }

// sent is the ledger as a file that just went out.
func (o *ledgerDesk) sent() string {
	o.t.Helper()
	path := filepath.Join(o.t.TempDir(), "台账.xlsx")
	o.run("", "export", "ledger", "--today", "2026-06-01", "-o", path)
	return path
}

// found is what reading a file back finds.
func (o *ledgerDesk) found(path string, more ...string) (p progressJSON) {
	o.t.Helper()
	out := o.run("", append([]string{"import", "progress", path, "--format", "json"}, more...)...)
	if err := json.Unmarshal([]byte(out), &struct{ Changes *progressJSON }{&p}); err != nil {
		o.t.Fatal(err)
	}
	return p
}

// nothing is what a ledger says that nobody has touched.
func nothing(p progressJSON) bool {
	return len(p.Changes)+len(p.Conflicts)+len(p.Left)+len(p.Missing) == 0 && p.Lines > 0
}

func TestLedgerOutAndInUnchanged(t *testing.T) {
	o := newLedgerDesk(t, 7)
	path := o.sent()
	if p := o.found(path, "--dry-run"); !nothing(p) || p.Lines != 7 || p.Unmarked != 0 {
		t.Errorf("%+v", p)
	}
	if err := fillIn(path, "-V", "-V"); err != nil { // ID and trace
		t.Fatal(err)
	}
	if p := o.found(path, "--dry-run"); !nothing(p) || p.Unmarked != 7 {
		t.Errorf("without marks: %+v", p)
	}
}

// Whatever is written into the cells that are the school's is taken, exactly
// that, and taken back by one undo.
func TestRandomEditsAreTakenExactly(t *testing.T) {
	t.Parallel()
	o := newLedgerDesk(t, 5)
	rnd := rand.New(rand.NewPCG(1, 2))
	before := o.run("", "ledger", "--format", "json", "--today", "2026-06-01")
	columns := map[string]func() string{
		"E": schoolWords(rnd), "F": schoolWords(rnd), "G": schoolWords(rnd), "H": schoolWords(rnd), "I": schoolWords(rnd), "R": schoolWords(rnd), "S": schoolWords(rnd), "N": schoolWords(rnd),
		"J": func() string { return fmt.Sprintf("2027-0%d-1%d", 1+rnd.IntN(9), rnd.IntN(9)) },
		"K": func() string { return "是" },
		"L": func() string { return []string{"完成整改", "基本完成并持续整改"}[rnd.IntN(2)] },
	}
	names := slices.Sorted(func(yield func(string) bool) {
		for c := range columns {
			if !yield(c) {
				return
			}
		}
	})
	for round := range 6 {
		path := o.sent()
		want := map[string]string{}
		var edits []string
		for row := 4; row < 9; row++ {
			for _, c := range names {
				if rnd.IntN(4) == 0 {
					place := fmt.Sprint(c, row)
					want[place] = columns[c]()
					edits = append(edits, place+"="+want[place])
				}
			}
		}
		if err := fillIn(path, edits...); err != nil {
			t.Fatal(err)
		}
		p := o.found(path, "--yes")
		if len(p.Conflicts)+len(p.Left)+len(p.Missing) != 0 || len(p.Changes) != len(want) {
			t.Fatalf("round %d: %d edits, found %+v", round, len(want), p)
		}
		for _, c := range p.Changes {
			place := strings.TrimPrefix(c.Place, ledgerSheet+"!")
			if want[place] != c.School {
				t.Errorf("%s: %q, not %q", place, c.School, want[place])
			}
		}
		if again := o.found(path, "--dry-run"); len(again.Changes)+len(again.Conflicts) != 0 {
			t.Errorf("read again: %+v", again)
		}
		o.run(`{"undo":{"last":true}}`, "record")
		if now := o.run("", "ledger", "--format", "json", "--today", "2026-06-01"); now != before {
			t.Fatalf("one undo did not bring the book back:\n%s", now)
		}
	}
}

func schoolWords(rnd *rand.Rand) func() string {
	pieces := []string{"整改", "到位（２）", "=1+1", "a b", "，", "；", "@x", "-", "甲\n乙", "𠮷"}
	return func() string {
		s := "改" + strconv.Itoa(rnd.IntN(1000))
		for range rnd.IntN(4) {
			s += pieces[rnd.IntN(len(pieces))]
		}
		return s + "。"
	}
}

// libreOffice runs LibreOffice, if it is there, with a profile of its own.
func libreOffice(t *testing.T, args ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("LibreOffice takes its time")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
	defer stop()
	args = append([]string{"--headless", "-env:UserInstallation=" + fileURL(filepath.Join(t.TempDir(), "profile"))}, args...)
	c := exec.CommandContext(ctx, office, args...)
	c.WaitDelay = time.Second // soffice is a script; what it started may stay
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// fileURL is how other programs are told of a file, whatever is in its name.
func fileURL(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

// A ledger that LibreOffice saved again says what the school wrote, and nothing
// of the cells that it left alone.
func TestLedgerSavedByLibreOffice(t *testing.T) {
	t.Parallel()
	o := newLedgerDesk(t, 6)
	path := o.sent()
	folder := t.TempDir()
	if err := fillIn(path, `E4=整改到位\n（二）`, "L4=完成整改", "Q5=2026-05-20", "N5=已制定方案。已公示"); err != nil {
		t.Fatal(err)
	}
	libreOffice(t, "--convert-to", "xlsx", "--outdir", folder, path)
	p := o.found(filepath.Join(folder, filepath.Base(path)), "--dry-run")
	if len(p.Conflicts)+len(p.Left)+len(p.Missing)+p.Unmarked != 0 || p.Lines != 6 {
		t.Errorf("%+v", p)
	}
	var got []string
	for _, c := range p.Changes {
		got = append(got, c.Column+"="+c.School)
	}
	if want := "整改目标=整改到位\n（二）|整改状态=完成整改|进展情况=已公示|进展日期=2026-05-20"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}

// The progress of another way to write the same day, a merged cell and columns
// in another order are read as a person would.
func TestLedgerAsSchoolsReturnIt(t *testing.T) {
	o := newLedgerDesk(t, 4)
	path := o.sent()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(ledgerSheet)
	if err != nil {
		t.Fatal(err)
	}
	again := excelize.NewFile()
	order := []int{22, 4, 0, 11, 9, 13, 21, 5} // some columns, in another order, with the marks
	for r, row := range rows[2:] {
		for c, from := range order {
			cell, _ := excelize.CoordinatesToCellName(c+1, r+5)
			text := ""
			if from < len(row) {
				text = row[from]
			}
			if err := again.SetCellStr("Sheet1", cell, text); err != nil {
				t.Fatal(err)
			}
		}
	}
	for cell, text := range map[string]string{"A1": "某某学校整改台账", "B6": "同一目标", "D6": "完成整改", "E6": "2026年7月31日"} {
		if err := again.SetCellStr("Sheet1", cell, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := again.MergeCell("Sheet1", "B6", "B7"); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "回.xlsx")
	if err := again.SaveAs(other); err != nil {
		t.Fatal(err)
	}
	p := o.found(other, "--dry-run")
	var got []string
	for _, c := range p.Changes {
		got = append(got, c.Place+" "+c.School)
	}
	if want := "Sheet1!B6 同一目标|Sheet1!E6 2026-07-31|Sheet1!D6 完成整改|Sheet1!B7 同一目标"; strings.Join(got, "|") != want || len(p.Conflicts) != 0 {
		t.Errorf("%q, conflicts %+v", got, p.Conflicts)
	}
}
