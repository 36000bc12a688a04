package inspection

import "testing"

// A file that only proves that something was put right is taken in, described
// and linked long after the seal, without a reason; once it belongs to what was
// seen at the school it is an amendment.
func TestProofIsNoAmendment(t *testing.T) {
	l := sealedYard(t)
	free := func(f Fact, err error) {
		t.Helper()
		if err == nil {
			f, err = l.Permit(f, "", "r")
		}
		l.must(t, f, err)
	}
	free(l.Attach(routine, testEvidence(3), "整改说明.pdf", 7, "", ""))
	free(l.Describe(routine, testEvidence(3), EvidenceNote{Caption: "整改说明"}))
	free(l.Prove(routine, testEvidence(3), "f1"))
	if all := l.Differences(routine); len(all) != 0 {
		t.Errorf("a proof is told as %+v", all)
	}
	f, err := l.Attach(routine, testEvidence(3), "整改说明.pdf", 7, "", "f1")
	if err == nil {
		_, err = l.Permit(f, "", "r")
	}
	if r, _ := Refused(err); r.Reason != IsSealed {
		t.Errorf("it was hung on a finding: %v", err)
	}
	l.permitted(t, "补看时取得")(l.Attach(routine, testEvidence(3), "整改说明.pdf", 7, "", "f1"))
	if all := l.Differences(routine); len(all) != 3 {
		t.Errorf("an amendment is told as %+v", all)
	}
	f, err = l.Describe(routine, testEvidence(3), EvidenceNote{Caption: "别的"})
	if err == nil {
		_, err = l.Permit(f, "", "r")
	}
	if r, _ := Refused(err); r.Reason != IsSealed {
		t.Errorf("its caption was changed: %v", err)
	}
}
