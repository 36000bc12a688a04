package tui

import "xuncha/inspection"

// sieve lets those findings pass that somebody wants to see.
type sieve uint8

const (
	allOfThem sieve = iota
	inDraft
	handedIn
	adopted
	numberless // adopted, and waiting for a number or for another one
	sentBack
	nameless // fewer than two undertakers
	turnedDown
	mergedAway
	takenBack
	sieves
)

func (s sieve) passes(a *App, f *inspection.Finding) bool {
	switch s {
	case inDraft:
		return f.State == inspection.Draft
	case handedIn:
		return f.State == inspection.Submitted
	case adopted:
		return f.State == inspection.Adopted
	case numberless:
		return f.State == inspection.Adopted && (f.Number.N == 0 || a.book.Clashes(f))
	case sentBack:
		return f.State == inspection.Returned
	case nameless:
		return f.State.Counts() && len(f.Undertakers) < 2
	case turnedDown:
		return f.State == inspection.Rejected
	case mergedAway:
		return f.State == inspection.Merged
	case takenBack:
		return f.State == inspection.Withdrawn
	}
	return true
}

// sift goes to the next sieve that lets something pass, or to the one before.
func (f *findings) sift(on bool) {
	by := sieve(1)
	if !on {
		by = sieves - 1
	}
	for range sieves {
		f.kept = (f.kept + by) % sieves
		if f.counts[f.kept] > 0 || f.kept == 0 {
			return
		}
	}
}
