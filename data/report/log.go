package report

import (
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"time"

	"xuncha/inspection"
)

// Log is the journal, or a part of it, in sentences; the oldest first.
type Log []LogLine

// LogLine is one entry.
type LogLine struct {
	Device string    `json:"device"` // in hexadecimal
	Seq    uint64    `json:"seq"`
	At     time.Time `json:"at"` // in the campaign's zone
	Author string    `json:"author"`
	Kind   string    `json:"kind"`
	Says   []string  `json:"says"`
	Hash   string    `json:"hash"` // SHA-256 of the entry, in hexadecimal
}

// Selection says which entries of a journal are wanted; zero parts ask for
// nothing in particular.
type Selection struct {
	School inspection.SchoolCode
	Item   inspection.ItemCode
}

// ReadLog tells the entries that sel wants in sentences.
func ReadLog(b *inspection.Book, sel Selection, l inspection.Language) Log {
	log := Log{}
	for _, e := range b.Log() {
		if !sel.wants(e) {
			continue
		}
		log = append(log, LogLine{
			Device: hex.EncodeToString(e.Device[:]),
			Seq:    e.Seq,
			At:     b.Moment(e.Stamp),
			Author: e.Author,
			Kind:   e.Fact.Kind.In(l),
			Says:   b.Say(e, l),
			Hash:   hex.EncodeToString(e.Hash[:]),
		})
	}
	return log
}

func (s Selection) wants(e *inspection.Entry) bool {
	if s == (Selection{}) {
		return true
	}
	for i := range e.Fact.Writes {
		w := &e.Fact.Writes[i]
		if s.ofSchool(w.Register.Visit.School) && s.ofItem(w) {
			return true
		}
	}
	for _, a := range e.Fact.Adds {
		if s.ofSchool(a.Visit.School) && s.Item == "" {
			return true
		}
	}
	return false
}

func (s Selection) ofSchool(code inspection.SchoolCode) bool {
	return s.School == "" || s.School == code
}

// ofItem reports whether a write is about the item: to its answer, to the item
// itself, or to a finding raised from it.
func (s Selection) ofItem(w *inspection.Write) bool {
	return s.Item == "" || s.Item == w.Register.Item ||
		w.Register.Field == inspection.FindingItem && w.Value.Text == string(s.Item)
}

// Write writes the log in a format and a language.
func (g Log) Write(w io.Writer, f Format, l inspection.Language) error {
	switch f {
	case JSON:
		return writeJSON(w, g)
	case CSV:
		return g.table(l).csv(w)
	}
	var b strings.Builder
	for _, line := range g {
		line.text(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// text is one line for the entry, and one for each further sentence.
func (line LogLine) text(b *strings.Builder) {
	head := line.At.Format("2006-01-02 15:04:05") + "  #" + strconv.FormatUint(line.Seq, 10) + "  " + oneLine(line.Author)
	says := line.Says
	if len(says) == 0 {
		says = []string{line.Kind}
	}
	b.WriteString(head + "  " + oneLine(says[0]) + "\n")
	for _, more := range says[1:] {
		b.WriteString(strings.Repeat(" ", 21) + oneLine(more) + "\n")
	}
}

func (g Log) table(l inspection.Language) *table {
	t := wordsIn(l)
	tab := &table{head: []string{t.when, t.device, "#", t.who, t.kind, t.what, t.hash}}
	for _, line := range g {
		tab.add(line.At.Format("2006-01-02 15:04:05"), line.Device, strconv.FormatUint(line.Seq, 10),
			line.Author, line.Kind, strings.Join(line.Says, "\n"), line.Hash)
	}
	return tab
}
