package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// links chooses what a file belongs to: items of its visit and findings of its
// school. In the other use it chooses the findings whose rectification it
// proves.
type links struct {
	exhibit
	proofs bool
	query  *input
	finder *finder
	all    []target
	shown  []target
	rows   list
}

// target is an item or a finding.
type target struct {
	item    inspection.ItemCode
	finding inspection.FindingID
}

func newLinks(a *App, p exhibit) *links {
	l := &links{exhibit: p, query: newInput("")}
	var names []string
	for _, f := range a.findingsTo(p.visit.School) {
		l.all, names = append(l.all, target{finding: f.ID}), append(names, f.Title+" "+string(f.Item))
	}
	list, school := a.book.ChecklistOf(p.visit.Round), a.book.School(p.visit.School)
	if list != nil && school != nil {
		list.Items(func(_ *inspection.Section, it *inspection.Item) {
			if it.Applies.Of(school) != inspection.No {
				l.all, names = append(l.all, target{item: it.Code}), append(names, it.Title+" "+string(it.Code))
			}
		})
	}
	l.finder, l.shown = newFinder(names), l.all
	return l
}

func newProofOf(a *App, p exhibit) *links {
	l := &links{exhibit: p, proofs: true, query: newInput("")}
	var names []string
	for _, f := range a.findingsTo(p.visit.School) {
		if a.book.Rectification(&f).FedBack != 0 {
			l.all, names = append(l.all, target{finding: f.ID}), append(names, f.Title+" "+string(f.Item))
		}
	}
	l.finder, l.shown = newFinder(names), l.all
	return l
}

// findingsTo are the findings of a school that count, of all its visits.
func (a *App) findingsTo(school inspection.SchoolCode) []inspection.Finding {
	var all []inspection.Finding
	for _, v := range a.book.VisitsTo(school) {
		for _, f := range a.book.FindingsAt(v.ID) {
			if f.State.Counts() {
				all = append(all, f)
			}
		}
	}
	return all
}

func (l *links) scope() scope              { return inText }
func (l *links) typing() bool              { return true }
func (l *links) round() inspection.RoundNo { return l.visit.Round }

func (l *links) title(a *App) string {
	if l.proofs {
		return a.t.evidence.proofTitle
	}
	return a.t.evidence.linkTitle
}

// file is what is linked; ok is false once its attaching was undone.
func (l *links) file(a *App) (inspection.Evidence, bool) {
	all := a.book.EvidenceAt(l.visit)
	i := slices.IndexFunc(all, func(e inspection.Evidence) bool { return e.ID == l.id })
	if i < 0 {
		return inspection.Evidence{}, false
	}
	return all[i], true
}

func (l *links) do(a *App, act act) tea.Cmd {
	switch {
	case act == actBack:
		a.back()
	case act == actOK && l.rows.at < len(l.shown):
		l.toggle(a, l.shown[l.rows.at])
	}
	return nil
}

// toggle links the file with a target, or takes the link away.
func (l *links) toggle(a *App, to target) {
	one, ok := l.file(a)
	t := &a.t.evidence
	switch {
	case !ok:
		a.refuse(inspection.Refusal{Reason: inspection.NoSuchEvidence})
	case l.proofs && l.linked(one, to):
		if a.take(a.book.Disprove(l.visit, l.id, to.finding)) {
			a.say(t.disproved)
		}
	case l.proofs:
		if a.take(a.book.Prove(l.visit, l.id, to.finding)) {
			a.say(t.proved)
		}
	case l.linked(one, to):
		if a.take(a.book.Unlink(l.visit, l.id, to.item, to.finding)) {
			a.say(t.unlinked)
		}
	case a.take(a.book.Attach(l.visit, l.id, one.Name, one.Size, to.item, to.finding)):
		a.say(t.linked)
	}
}

func (l *links) linked(one inspection.Evidence, to target) bool {
	switch {
	case l.proofs:
		return slices.Contains(one.Proves, to.finding)
	case to.item != "":
		return slices.Contains(one.Items, to.item)
	}
	return slices.Contains(one.Findings, to.finding)
}

func (l *links) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if k.Text == "" && l.rows.press(k, len(l.shown), a.h-6) {
		return nil
	}
	if l.query.press(k) {
		l.find()
	}
	return nil
}

func (l *links) paste(a *App, text string) {
	l.query.paste(text)
	l.find()
}

func (l *links) find() {
	l.rows, l.shown = list{}, l.all
	if q := l.query.text(); q != "" {
		l.shown = nil
		for _, i := range l.finder.find(q) {
			if l.all[i].item == inspection.ItemCode(q) {
				l.shown = slices.Insert(l.shown, 0, l.all[i])
				continue
			}
			l.shown = append(l.shown, l.all[i])
		}
	}
}

func (l *links) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.evidence
	one, _ := l.file(a)
	field, cur := a.searchLine(l.query, true, t.found(len(l.shown)), w)
	lines := append([]string{" " + a.look.strong.Render(cut(one.Name+"  "+oneLine(one.Caption), w-2))}, field...)
	shift(cur, 0, 1)
	lines = append(lines, a.look.line(w))
	if len(l.shown) == 0 {
		words := t.notFound
		if l.proofs && len(l.all) == 0 {
			words = t.noneFedBack
		}
		return append(lines, "", "  "+cut(words, w-2)), cur
	}
	return append(lines, l.rows.draw(len(l.shown), h-len(lines), func(i int, here bool) string {
		return a.look.row(l.row(a, one, l.shown[i]), w, here)
	})...), cur
}

func (l *links) row(a *App, one inspection.Evidence, to target) string {
	box := "[ ] "
	if l.linked(one, to) {
		box = "[x] "
	}
	if to.item != "" {
		return box + pad(string(to.item), itemCol) + a.itemTitle(l.visit.Round, to.item)
	}
	f, _ := a.book.Finding(to.finding)
	return box + a.t.evidence.finding(f.Title)
}
