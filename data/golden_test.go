package data

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"xuncha/inspection"
)

// Released formats are opened for ever. testdata/format1.xuncha was made by
// the first release; -update makes it anew and is not to be used again once
// that is out.

func TestFormat1(t *testing.T) {
	file, list := filepath.Join("testdata", "format1.xuncha"), filepath.Join("testdata", "format1.txt")
	if *update {
		makeFormat1(t, file)
	}
	d := newDesk(t)
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, d.path("a"), b)
	j := d.reopen("a")
	var got bytes.Buffer
	kinds := map[inspection.Kind]bool{}
	for _, e := range d.fold(j) {
		kinds[e.Fact.Kind] = true
		printEntry(&got, e)
	}
	for k := inspection.Founded; k <= inspection.Chosen; k++ {
		if !kinds[k] {
			t.Errorf("there is no %s", k.In(inspection.Chinese))
		}
	}
	fmt.Fprintf(&got, "place %s\n", j.Kept("place"))
	golden(t, list, got.Bytes())
	j.Take("李四", note(7, "written by this release"))
}

func printEntry(w *bytes.Buffer, e *inspection.Entry) {
	fmt.Fprintf(w, "%x %d %d+%d %s kind %d\n", e.Device, e.Seq, e.Stamp.Millis, e.Stamp.Step, e.Author, e.Fact.Kind)
	fmt.Fprintf(w, "\thash %x\n\tprev %x\n", e.Hash, e.Prev)
	if !e.Fact.Undoes.IsZero() {
		fmt.Fprintf(w, "\tundoes %s\n", printDot(e.Fact.Undoes))
	}
	for _, x := range e.Fact.Writes {
		fmt.Fprintf(w, "\t%d %v %q %q = %d %d %q\n", x.Register.Field, x.Register.Visit, x.Register.Item, x.Register.ID, x.Value.N, x.Value.Of, x.Value.Text)
		for _, dot := range x.Base {
			fmt.Fprintf(w, "\t\tafter %s\n", printDot(dot))
		}
	}
	for _, a := range e.Fact.Adds {
		fmt.Fprintf(w, "\t%v counter %d %+d\n", a.Visit, a.Counter, a.N)
	}
}

func printDot(d inspection.Dot) string { return fmt.Sprintf("%x/%d/%x", d.Device, d.Seq, d.Mark) }

// hand does what a person does, and goes on from what came of it.
type hand struct {
	t    *testing.T
	j    *Journal
	book inspection.Book
}

func (h *hand) do(f inspection.Fact, err error) *inspection.Entry {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
	e := h.j.Take("张三", f)
	h.book.Apply(e)
	if err := h.j.Flush(); err != nil { // one by one, so that the file comes out the same
		h.t.Fatal(err)
	}
	return e
}

// makeFormat1 makes a small book with every kind of fact, two devices and a
// local value.
func makeFormat1(t *testing.T, file string) {
	path := filepath.Join(t.TempDir(), "a.xuncha")
	now := time.UnixMilli(1_795_000_000_000)
	o := Options{Rand: fixedRandom(1), Now: func() time.Time { now = now.Add(time.Second); return now }}
	j, err := Create(path, o)
	if err != nil {
		t.Fatal(err)
	}
	h := &hand{t: t, j: j}
	h.setUp()
	h.inspect()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	o.Witness = t.TempDir() // which knows nothing of the book: a second device
	if j, err = Open(path, o); err != nil {
		t.Fatal(err)
	}
	if err := j.Fold(new(inspection.Book)); err != nil {
		t.Fatal(err)
	}
	j.Take("王五", note(3, "另一台电脑"))
	j.Keep("place", []byte("1.02"))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, file, snapshot(t, path).bytes)
}

func (h *hand) setUp() {
	b := &h.book
	h.do(b.Found(inspection.Campaign{ID: h.j.NewID(), Title: "示例区学校巡察", Organ: "示例区委教育工委", Zone: inspection.BeijingZone}))
	h.do(b.Schedule(inspection.Round{No: 1, Title: "第一轮", Start: 20700, End: 20790}))
	h.do(b.Enrol(inspection.Roster{
		{Code: "S001", Name: "示例一小", Stage: inspection.Primary, Ownership: inspection.Public, Traits: inspection.Canteen, Known: inspection.AllTraits, Order: 1},
		{Code: "S002", Name: "示例二幼", Stage: inspection.Kindergarten, Area: "东片", Note: "新园", Order: 2},
	}))
	h.do(b.Adopt(&inspection.Checklist{ID: "c1", Title: "示例清单", Sections: []inspection.Section{{
		Number: 1, Name: "议事决策", Dimension: 1, Focus: 1, Items: []inspection.Item{
			{Code: "1.01", Title: "会议记录", Look: "记录是否完整", Methods: inspection.ByDocuments, Papers: []string{"会议记录", "议题单"}, Section: 1},
			{Code: "1.02", Title: "食堂账目", Applies: inspection.IfCanteen, Basis: "示例办法", Confirmed: true, Typical: "票据不全", Section: 1},
		},
	}}}, 1))
	h.do(b.Replan([]inspection.VisitID{visitTo("S001"), visitTo("S002")}))
}

func visitTo(school inspection.SchoolCode) inspection.VisitID {
	return inspection.VisitID{Round: 1, Kind: inspection.Routine, School: school}
}

func (h *hand) inspect() {
	b, v := &h.book, visitTo("S001")
	h.do(b.Begin(v, 20701))
	unmet, met := inspection.Unmet, inspection.Met
	methods, words := inspection.ByDocuments|inspection.ByTalk, "三次会议缺签名"
	checked := inspection.Checked{N: 3, Of: 10}
	h.do(b.Answer(v, "1.01", inspection.Change{Verdict: &unmet, Methods: &methods, Note: &words, Checked: &checked}))
	id := inspection.FindingID(h.j.NewID())
	h.do(b.Raise(id, v, "1.01", "会议记录不全", "抽查十次，三次缺签名"))
	h.do(b.Revise(id, "会议记录不完整", "抽查十次会议，三次缺签名"))
	talks := h.do(b.Count(v, inspection.Talks, 4))
	h.do(b.Undo(talks.Dot()))
	one, err := b.Answer(v, "1.02", inspection.Change{Verdict: &unmet})
	two, err2 := b.Answer(v, "1.02", inspection.Change{Verdict: &met}) // who has not seen the first
	h.do(one, err)
	h.do(two, err2)
	c := b.Conflicts()[0]
	h.do(b.Choose(c.Register, c.Claims[1].Dot))
}
