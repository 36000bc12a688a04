package inspection

import (
	"reflect"
	"testing"
)

// A finding raised with its details, or rewritten with them, is one action that
// one undo takes back.
func TestDetailsInOneAction(t *testing.T) {
	l := founded(t, 1)
	b, v := &l.Book, VisitID{Round: 1, Kind: Routine, School: l.Codes()[0]}
	code := b.ChecklistOf(1).Sections[0].Items[0].Code
	want := Details{Basis: "另一规定", Level: OfTeam, Nature: Problem, Duty: MainBody | Direct, Discoverer: "甲",
		Undertakers: []string{"甲", "乙"}, Checked: Checked{N: 3, Of: 10}, FixNow: true, Linked: []ItemCode{code}}
	f, err := b.RaiseWith("f", v, code, "题", "事", func(x *Details) {
		want.Dimension, want.Focus = x.Dimension, x.Focus
		*x = want
	})
	l.must(t, f, err)
	now, _ := b.Finding("f")
	if !reflect.DeepEqual(now.Details, want) || want.Dimension == 0 {
		t.Errorf("raised with %+v", now.Details)
	}
	again := want
	again.Basis, again.Linked = "又一规定", nil
	f, err = b.Rewrite("f", "新题", "事", again)
	rewriting := l.must(t, f, err)
	if now, _ = b.Finding("f"); now.Title != "新题" || !reflect.DeepEqual(now.Details, again) {
		t.Errorf("rewritten to %+v", now)
	}
	f, err = b.Undo(rewriting.Dot())
	l.must(t, f, err)
	if now, _ = b.Finding("f"); now.Title != "题" || !reflect.DeepEqual(now.Details, want) {
		t.Errorf("taken back to %+v", now)
	}
	if _, err := b.Rewrite("f", "题", "事", want); err == nil {
		t.Error("the same again was taken")
	}
	if _, err := b.RaiseWith("g", v, "", "题", "", func(x *Details) { x.Linked = []ItemCode{"9.99"} }); err == nil {
		t.Error("an unknown item was linked")
	}
}
