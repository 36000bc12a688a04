package inspection

import (
	"strings"
	"testing"
)

func TestProofAndDisproof(t *testing.T) {
	l := founded(t, 2)
	take := func(f Fact, err error) { t.Helper(); l.must(t, f, err) }
	v, file := l.VisitsIn(1)[0].ID, EvidenceID(strings.Repeat("a", 64))
	l.fedBackAt(t, v, "a")
	done := Done
	take(l.Rectify(RectifyChange{State: &done}, "a"))
	take(l.Attach(v, file, "示例照片.jpg", 10, "", "a"))
	if _, err := l.Close("a", 20_100, "组长"); err == nil {
		t.Fatal("closed without proof")
	}
	take(l.Prove(v, file, "a"))
	take(l.Disprove(v, file, "a"))
	if _, err := l.Disprove(v, file, "a"); err == nil {
		t.Error("disproved twice")
	}
	if _, err := l.Close("a", 20_100, "组长"); err == nil || len(l.EvidenceOf("a")) != 1 {
		t.Error("what is no proof closes it, or is gone")
	}
	take(l.Prove(v, file, "a"))
	take(l.Close("a", 20_100, "组长"))
	if _, err := l.Disprove(v, file, "a"); err == nil {
		t.Error("what it was closed with proves nothing any more")
	}
}
