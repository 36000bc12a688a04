package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// gaps is the leave-site check: all that is missing at a visit, by kind, and
// what was typed on this laptop and not set down. From here the visit is sealed.
type gaps struct {
	v    *visit
	here gap  // the selected one
	list list // of all; its cursor follows here when the book changes
	read int  // entries that what follows rests on, plus one
	all  []gap
	rows []int // indices into all, and -1 before the first of each kind
}

// gap is one thing missing: one that the trade knows of, or a draft.
type gap struct {
	inspection.Gap
	draft sheetField // what was not set down; noDraft: nothing
}

const (
	noDraft   = sheetFields + iota // none
	ofNote                         // of the note at the item
	ofForm                         // of a new finding at the item
	ofFeeding                      // of the words to be fed back
	ofRelook                       // of the note of a look-back
)

// drafts stand as a kind of their own after those of the trade.
const draftKind = inspection.GapKind(inspection.GapKinds)

func newGaps(a *App, v *visit) *gaps { return &gaps{v: v} }

func (g *gaps) scope() scope              { return inGaps }
func (g *gaps) title(a *App) string       { return a.t.visit.gaps.title }
func (g *gaps) round() inspection.RoundNo { return g.v.id.Round }

func (g *gaps) refresh(a *App) {
	if g.read == a.book.Len()+1 {
		return
	}
	g.v.refresh(a)
	g.read = a.book.Len() + 1
	g.all = nil
	for _, one := range a.book.Gaps(g.v.id) {
		g.all = append(g.all, gap{one, noDraft})
	}
	g.all = append(g.all, g.v.drafts(a)...)
	g.rows = nil
	for i := range g.all {
		if i == 0 || g.all[i-1].Kind != g.all[i].Kind {
			g.rows = append(g.rows, -1)
		}
		g.rows = append(g.rows, i)
	}
	if i := slices.Index(g.all, g.here); i >= 0 {
		g.list.at = i
	}
	g.list.keep(len(g.all), len(g.all))
}

// drafts are what was typed at a visit on this laptop and not set down.
func (v *visit) drafts(a *App) []gap {
	var all []gap
	left := func(name string, of sheetField, g inspection.Gap) {
		if g.Kind = draftKind; a.journal.Kept(name) != nil {
			all = append(all, gap{g, of})
		}
	}
	for _, p := range v.points {
		at := inspection.Gap{Item: p.item.Code, Words: p.item.Title}
		left(noteDraft(v.id, p.item.Code), ofNote, at)
		left(formDraft(v.id, p.item.Code), ofForm, at)
	}
	for _, t := range a.book.LookBackThreads(v.id) {
		left(relookDraft(v.id, t.ID), ofRelook, inspection.Gap{Finding: t.ID, Words: t.Title})
	}
	for _, f := range a.book.FindingsAt(v.id) {
		at := inspection.Gap{Finding: f.ID, Item: f.Item, Words: f.Title}
		for field := range sheetFields {
			left(sheetDraft(f.ID, field), field, at)
		}
		left(feedBackDraft(f.ID), ofFeeding, at)
	}
	return all
}

// words tell what is missing, and what a judgement of it needs.
func (g *gaps) words(a *App, one gap) string {
	words := one.Words
	if one.Item != "" {
		words = string(one.Item) + " " + words
	}
	answer := a.book.AnswerAt(g.v.id, one.Item)
	switch one.Kind {
	case inspection.NoWords, inspection.NotCounted, inspection.NotListed:
		words += "  " + answer.Verdict.Sign() + answer.Verdict.In(a.lang)
	case inspection.Contradiction:
		if was := a.book.EarlierAnswers(g.v.id, one.Item); len(was) > 0 {
			words += "  " + was[0].Answer.Verdict.In(a.lang) + " → " + answer.Verdict.In(a.lang)
		}
	case inspection.InConflict:
		words = g.claims(a, one)
	case draftKind:
		words += "  " + a.draftWords(one.draft)
	}
	return oneLine(words)
}

func (a *App) draftWords(of sheetField) string {
	if of < sheetFields {
		return a.t.sheet.labels[of]
	}
	return a.t.visit.gaps.drafts[of-ofNote]
}

// claims are both hands' words on what a gap is about.
func (g *gaps) claims(a *App, one gap) string {
	var told []string
	for _, c := range a.book.Conflicts() {
		r := c.Register
		if r.Visit != g.v.id || r.ID != one.ID || r.Field.In(inspection.Chinese) != one.Words || one.Item != "" && r.Item != one.Item {
			continue
		}
		words := strings.TrimSpace(string(one.Item) + " " + r.Field.In(a.lang))
		if f, ok := a.book.Finding(one.Finding); ok {
			words = f.Title + " " + r.Field.In(a.lang)
		}
		for i, claim := range c.Claims {
			words += []string{": ", " / "}[min(i, 1)] + claim.Author + " " + a.book.SayValue(r, claim.Value, a.lang)
		}
		told = append(told, words)
	}
	return strings.Join(told, listMark(a))
}

func (g *gaps) do(a *App, act act) tea.Cmd {
	g.refresh(a)
	switch act {
	case actOpen:
		if len(g.all) > 0 {
			return g.cure(a, g.all[g.list.at])
		}
	case actSeal:
		a.seal(g.v.id)
	case actUnseal:
		a.unseal(g.v.id)
	case actSealed:
		a.open(newSealed(a, g.v.id))
	case actBack:
		a.back()
	}
	return nil
}

// cure goes to where a gap is put right.
func (g *gaps) cure(a *App, one gap) tea.Cmd {
	switch {
	case (one.draft == ofRelook || one.Kind == inspection.NoVerdict && one.Finding != "") && a.backTo(one.Finding):
	case one.draft < sheetFields:
		a.open(newSheetAt(a, one.Finding, one.draft))
	case one.draft == ofFeeding, one.draft == ofRelook, one.Kind == inspection.NoVerdict && one.Finding != "":
		a.open(newSheet(a, one.Finding))
	case one.Kind == inspection.NoEvidence:
		a.open(newEvidence(a, g.v.id, "", one.Finding))
	case one.Kind == inspection.NoCaption:
		e := newEvidence(a, g.v.id, "", "")
		e.here = exhibit{g.v.id, inspection.EvidenceID(one.ID)}
		a.open(e)
	case one.Kind == inspection.OneName:
		a.open(newSheetAt(a, one.Finding, sheetUndertakers))
	case one.Kind == inspection.NotCounted, one.Kind == inspection.NotListed: // not in the visit; its history tells what was said
		a.open(newHistoryOf(a, g.v.id, one.Item))
	case one.Kind == inspection.PaperOut: // among the work done at the visit
		a.back()
		return a.do(actWorks)
	case one.Kind == inspection.InConflict, g.v.index(one.Item) < 0:
		a.open(newConflicts(a))
	default:
		a.back()
		g.v.move(a, one.Item)
	}
	return nil
}

func (g *gaps) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	g.refresh(a)
	switch k.String() {
	case "left":
		g.turn(-1)
	case "right":
		g.turn(1)
	default:
		g.list.press(k, len(g.all), a.h-6)
	}
	if len(g.all) > 0 {
		g.here = g.all[g.list.at]
	}
	return nil
}

// turn goes to the first of the next kind, or of the one before.
func (g *gaps) turn(step int) {
	for i := g.list.at + step; i >= 0 && i < len(g.all); i += step {
		if g.all[i].Kind != g.all[g.list.at].Kind {
			kind := g.all[i].Kind
			g.list.at = slices.IndexFunc(g.all, func(one gap) bool { return one.Kind == kind })
			return
		}
	}
}

func (g *gaps) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	g.refresh(a)
	t := &a.t.visit.gaps
	lines := []string{g.v.head(a, w), a.look.line(w)}
	if sealed := a.sealedLine(g.v.id); sealed != "" {
		lines = append(lines, "  "+a.look.strong.Render(cut(sealed, w-2)))
	}
	if len(g.all) == 0 {
		return append(lines, "", "  √ "+t.none), nil
	}
	lines = append(lines, "  "+a.look.strong.Render(cut(t.some(len(g.all)), w-2)))
	for _, line := range wrap(g.counts(a), w-4) {
		lines = append(lines, "  "+line)
	}
	lines = append(lines, a.look.line(w))
	first, room := len(lines), h-len(lines)
	at := slices.Index(g.rows, g.list.at)
	top := max(min(at-room/2, len(g.rows)-room), 0)
	for i := top; i < min(top+room, len(g.rows)); i++ {
		lines = append(lines, g.row(a, i, w, i == at))
	}
	return lines, tea.NewCursor(0, first+at-top)
}

// row is one gap, or the head of a kind with how many there are of it.
func (g *gaps) row(a *App, i, w int, here bool) string {
	if g.rows[i] >= 0 {
		return a.look.row("  "+g.words(a, g.all[g.rows[i]]), w, here)
	}
	kind := g.all[g.rows[i+1]].Kind
	return a.look.key.Render(cut(fmt.Sprintf("  %s %d", a.gapKind(kind), g.count(kind)), w))
}

// gapKind names a kind.
func (a *App) gapKind(k inspection.GapKind) string {
	if k == draftKind {
		return a.t.visit.gaps.unsaved
	}
	return k.In(a.lang)
}

func (g *gaps) count(kind inspection.GapKind) int {
	n := 0
	for _, one := range g.all {
		if one.Kind == kind {
			n++
		}
	}
	return n
}

// counts tell how many there are of each kind, for one kind may fill the page.
func (g *gaps) counts(a *App) string {
	var all []string
	for kind := range draftKind + 1 {
		if n := g.count(kind); n > 0 {
			all = append(all, fmt.Sprintf("%s %d", a.gapKind(kind), n))
		}
	}
	return strings.Join(all, " · ")
}
