package tui

import "xuncha/inspection"

// Standing is where somebody stands in the book, as far as it is known: in a
// round at least, and at a visit and a finding where School and Finding are not
// empty.
type Standing struct {
	Visit   inspection.VisitID
	Finding inspection.FindingID
}

// stander knows more of where it stands than its round.
type stander interface{ stands(a *App) Standing }

// stands is where one stands: what the topmost screens say of it.
func (a *App) stands() Standing {
	at := Standing{Visit: inspection.VisitID{Round: a.roundHere()}}
	for i := len(a.stack) - 1; i >= 0; i-- {
		s, ok := a.stack[i].(stander)
		if !ok {
			continue
		}
		if now := s.stands(a); now != (Standing{}) {
			at = now
			break
		}
	}
	if f, ok := a.book.Finding(at.Finding); ok {
		at.Visit = f.Visit
	}
	return at
}

func (v *visit) stands(a *App) Standing    { return Standing{Visit: v.id} }
func (l *lookBack) stands(a *App) Standing { return Standing{Visit: l.id} }
func (g *gaps) stands(a *App) Standing     { return Standing{Visit: g.v.id} }
func (s *works) stands(a *App) Standing    { return Standing{Visit: s.v.id} }
func (s *sealed) stands(a *App) Standing   { return Standing{Visit: s.visit} }
func (e *evidence) stands(a *App) Standing { return Standing{e.visit, e.finding} }
func (s *sheet) stands(a *App) Standing    { return Standing{Finding: s.id} }
func (r *rectify) stands(a *App) Standing  { return Standing{Finding: r.id} }
func (s *schools) stands(a *App) Standing {
	if len(s.shown) == 0 {
		return Standing{}
	}
	return Standing{Visit: s.here}
}

func (f *findings) stands(a *App) Standing {
	one, ok := f.selected(a)
	if !ok {
		return Standing{}
	}
	return Standing{Finding: one.ID}
}

func (l *ledger) stands(a *App) Standing {
	row := l.selected(a)
	if row == nil {
		return Standing{}
	}
	return Standing{Finding: row.ID}
}
