package inspection

import (
	"slices"
	"testing"
)

// TestOneFileManyUses: the same bytes are listed once a visit, with all they
// belong to.
func TestOneFileManyUses(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	file := testEvidence(1)
	do(l.Attach(routine, file, "凭证.pdf", 42, "2.01", "f1"))
	do(l.Attach(routine, file, "凭证(1).pdf", 42, "1.02", "f2"))
	do(l.Describe(routine, file, EvidenceNote{Caption: "三笔凭证", Page: "第3–5页", Sort: CopyOf, When: 20_600, Where: "财务室"}))
	all := l.EvidenceAt(routine)
	if len(all) != 1 {
		t.Fatalf("%d files", len(all))
	}
	e := all[0]
	if e.Name != "凭证.pdf" || e.Size != 42 || e.Caption != "三笔凭证" || e.Page != "第3–5页" || e.Sort != CopyOf || e.When != 20_600 || e.Where != "财务室" {
		t.Errorf("it is %+v", e)
	}
	if !slices.Equal(e.Items, []ItemCode{"1.02", "2.01"}) || !slices.Equal(e.Findings, []FindingID{"f1", "f2"}) {
		t.Errorf("it belongs to %v and %v", e.Items, e.Findings)
	}
	if _, err := l.Attach(routine, file, "凭证.pdf", 42, "2.01", "f1"); err == nil {
		t.Error("the same link twice")
	}
	do(l.Unlink(routine, file, "2.01", "f1"))
	if e := l.EvidenceAt(routine)[0]; len(e.Items) != 1 || len(l.EvidenceOf("f1")) != 0 || len(l.EvidenceOf("f2")) != 1 {
		t.Errorf("unlinked: %+v", e)
	}
}

// TestEvidenceOfAnotherVisit: the proof of a look-back is found at its finding.
func TestEvidenceOfAnotherVisit(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	do(l.Attach(lookBack, testEvidence(2), "复查.jpg", 1, "", "f1"))
	do(l.Prove(lookBack, testEvidence(2), "f1"))
	if all := l.EvidenceOf("f1"); len(all) != 1 || all[0].Visit != lookBack || len(l.Row("f1").Rectification.Proof) != 1 {
		t.Errorf("evidence %+v, proof %v", all, l.Row("f1").Rectification.Proof)
	}
}

// TestProofWithoutItsFile: a link is no proof once the file was taken back, in
// the ledger too.
func TestProofWithoutItsFile(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	taking := do(l.Attach(routine, testEvidence(1), "证.pdf", 1, "", ""))
	do(l.Prove(routine, testEvidence(1), "f1"))
	if len(l.Ledger()[0].Rectification.Proof) != 1 {
		t.Fatal("no proof to begin with")
	}
	back := do(l.Undo(taking.Dot()))
	if r := l.Ledger()[0].Rectification; len(r.Proof) != 0 || len(l.EvidenceAt(routine)) != 0 {
		t.Errorf("proof %v of a file that is gone", r.Proof)
	}
	do(l.Undo(back.Dot()))
	if r := l.Ledger()[0].Rectification; len(r.Proof) != 1 {
		t.Errorf("it did not come back: %v", r.Proof)
	}
}

// TestEvidenceOfOneSchool: a file at one school says nothing of another's
// finding.
func TestEvidenceOfOneSchool(t *testing.T) {
	l := founded(t, 2)
	do := l.doing(t)
	other := VisitID{Round: 1, Kind: Routine, School: "S002"}
	do(l.Raise("f", routine, "", "题", "事"))
	do(l.Attach(other, testEvidence(1), "证.pdf", 1, "", ""))
	if _, err := l.Attach(other, testEvidence(1), "证.pdf", 1, "", "f"); err == nil {
		t.Error("attached to a finding at another school")
	}
	if _, err := l.Prove(other, testEvidence(1), "f"); err == nil {
		t.Error("proves a finding at another school")
	}
}

// TestLinksBeforeTheirFile: entries that arrive the wrong way round.
func TestLinksBeforeTheirFile(t *testing.T) {
	l := told(t)
	l.proved(t, "f1")
	all := l.Log()
	slices.Reverse(all)
	var b Book
	for _, e := range all {
		b.Apply(e)
		b.Ledger()
	}
	if dump(&b) != dump(&l.Book) {
		t.Error("the wrong way round is another book")
	}
}
