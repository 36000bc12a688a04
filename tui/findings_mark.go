package tui

import "xuncha/inspection"

// mark marks the finding under the cursor, or takes the mark away, and goes on
// to the next.
func (f *findings) mark(a *App) {
	one, ok := f.selected(a)
	if !ok {
		return
	}
	if f.marked == nil {
		f.marked = map[inspection.FindingID]bool{}
	}
	if f.marked[one.ID] {
		delete(f.marked, one.ID)
	} else {
		f.marked[one.ID] = true
	}
	f.rows.at++
	f.keepHere()
}

// markedShown is how many of the findings in the list are marked.
func (f *findings) markedShown() int {
	n := 0
	for _, id := range f.shown {
		n += boolean(f.marked[id])
	}
	return n
}

// decide sends the finding under the cursor in, or adopts it; with marks, all
// that are marked, in the order of the list.
func (f *findings) decide(a *App, one inspection.Finding, act act) {
	switch {
	case f.markedShown() == 0:
		newSheet(a, one.ID).decide(a, &one, act)
	case act == actSubmit:
		f.together(a, a.book.Submit)
	default:
		t := &a.t.sheet
		a.open(newPrompt(t.adopting, a.t.findings.marked(f.markedShown()), t.opinion, "", "", func(a *App, opinion string) bool {
			f.together(a, func(id inspection.FindingID) (inspection.Fact, error) {
				return a.book.AdoptFinding(id, a.journal.Device(), opinion)
			})
			return true
		}))
	}
}

// together decides on all marked findings. Those of which the book refuses it
// stay marked, and the first refusal says why.
func (f *findings) together(a *App, judge func(inspection.FindingID) (inspection.Fact, error)) {
	done, refused, why := 0, 0, ""
	for _, id := range f.shown {
		if !f.marked[id] {
			continue
		}
		if a.take(judge(id)) {
			delete(f.marked, id)
			done++
			continue
		}
		if refused++; why == "" {
			why = a.notice.words
		}
	}
	a.notice = notice{words: a.t.findings.together(done, refused) + why, wrong: refused > 0}
}
