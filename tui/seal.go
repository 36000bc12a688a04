package tui

import "xuncha/inspection"

// seal fixes a visit's figures (封存): by whose name, and with gaps left, why.
func (a *App) seal(v inspection.VisitID) {
	t := &a.t.seal
	if _, sealed := a.book.SealAt(v); sealed {
		a.refuse(inspection.Refusal{Reason: inspection.AlreadySealed, About: a.schoolName(v)})
		return
	}
	if _, err := a.book.Seal(v, a.journal.Device(), "-", "-", a.today()); err != nil {
		a.refuse(err)
		return
	}
	a.open(newPrompt(t.title, t.sealHow, t.lead, a.author, t.needsLead, func(a *App, name string) bool {
		gaps := len(a.book.Gaps(v))
		if gaps == 0 {
			return a.sealAs(v, name, "")
		}
		a.open(newPrompt(t.title, t.gaps(gaps), t.why, "", t.needsWhy, func(a *App, why string) bool {
			return a.sealAs(v, name, why)
		}))
		return true
	}))
}

func (a *App) sealAs(v inspection.VisitID, name, why string) bool {
	if !a.take(a.book.Seal(v, a.journal.Device(), name, why, a.today())) {
		return false
	}
	a.say(a.t.seal.done)
	return true
}

// unseal opens a sealed visit again, with a reason (启封).
func (a *App) unseal(v inspection.VisitID) {
	t := &a.t.seal
	if _, sealed := a.book.SealAt(v); !sealed {
		a.refuse(inspection.Refusal{Reason: inspection.NotSealed, About: a.schoolName(v)})
		return
	}
	a.open(newPrompt(t.unseal, t.unsealHow, t.whyOpen, "", t.needsWhy, func(a *App, why string) bool {
		if !a.take(a.book.Unseal(v, why)) {
			return false
		}
		a.say(t.opened)
		return true
	}))
}

// sealedLine says that a visit is sealed; empty when it is not.
func (a *App) sealedLine(v inspection.VisitID) string {
	seal, sealed := a.book.SealAt(v)
	if !sealed {
		return ""
	}
	return a.t.seal.sealed(seal.Day.String(), seal.By)
}

// sealedNotice is the line under a sealed visit's head; empty when it is not
// sealed.
func (a *App) sealedNotice(v inspection.VisitID, in scope) string {
	sealed := a.sealedLine(v)
	if sealed == "" {
		return ""
	}
	return " " + a.look.strong.Render(a.t.seal.visitLine(sealed, bindingOf(in, actSealed).show))
}
