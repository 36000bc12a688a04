package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// gapKind is one sort of what can be missing when a site is left.
type gapKind uint8

const (
	gapNone     gapKind = iota // no verdict
	gapUnclear                 // 未查清
	gapBare                    // not all right, and nothing said about it
	gapReason                  // 不适用 without a reason
	gapDraft                   // typed and not set down
	gapConflict                // two hands, two words
	gapTrait                   // not known whether items apply
	gapHidden                  // answered, and no longer applies
	gapKinds
)

// gap is one thing missing.
type gap struct {
	kind  gapKind
	item  inspection.ItemCode // where it can be put right; may be empty
	words string
}

// gaps is the leave-site check: all that is missing at a visit, by kind.
type gaps struct {
	v    *visit
	here gap  // the selected one
	list list // of all; its cursor follows here when the book changes
	read int  // entries that what follows rests on, plus one
	all  []gap
	rows []int // indices into all, and -1 before the first of each kind
}

func newGaps(a *App, v *visit) *gaps { return &gaps{v: v} }

func (g *gaps) scope() scope              { return inChoice }
func (g *gaps) title(a *App) string       { return a.t.visit.gaps.title }
func (g *gaps) round() inspection.RoundNo { return g.v.id.Round }

func (g *gaps) refresh(a *App) {
	if g.read == a.book.Len()+1 {
		return
	}
	g.v.refresh(a)
	g.read = a.book.Len() + 1
	by := [gapKinds][]gap{}
	for _, p := range g.v.points {
		for _, one := range g.v.gapsAt(a, p) {
			by[one.kind] = append(by[one.kind], one)
		}
	}
	by[gapConflict] = g.v.conflicts(a)
	by[gapTrait] = g.v.unknownTraits(a)
	by[gapHidden] = g.v.hidden(a)
	g.all, g.rows = nil, nil
	for _, some := range by {
		for i := range some {
			if i == 0 {
				g.rows = append(g.rows, -1)
			}
			g.rows = append(g.rows, len(g.all)+i)
		}
		g.all = append(g.all, some...)
	}
	if i := slices.Index(g.all, g.here); i >= 0 {
		g.list.at = i
	}
	g.list.keep(len(g.all), len(g.all))
}

// gapsAt are those at one point.
func (v *visit) gapsAt(a *App, p point) []gap {
	code := p.item.Code
	answer := a.book.AnswerAt(v.id, code)
	said := answer.Note != "" || v.findings[code] > 0
	var all []gap
	at := func(kind gapKind, more string) {
		all = append(all, gap{kind, code, string(code) + " " + p.item.Title + more})
	}
	switch answer.Verdict {
	case inspection.None:
		at(gapNone, "")
	case inspection.Unclear:
		at(gapUnclear, "")
	case inspection.Partly, inspection.Unmet:
		if !said {
			at(gapBare, "  "+answer.Verdict.Sign()+answer.Verdict.In(a.lang))
		}
	case inspection.NA:
		if answer.Note == "" {
			at(gapReason, "")
		}
	}
	for i, name := range []string{noteDraft(v.id, code), formDraft(v.id, code)} {
		if a.journal.Kept(name) != nil {
			at(gapDraft, "  "+a.t.visit.gaps.drafts[i])
		}
	}
	return all
}

func (v *visit) conflicts(a *App) []gap {
	var all []gap
	for _, c := range a.book.Conflicts() {
		if c.Register.Visit != v.id {
			continue
		}
		item := c.Register.Item
		words := string(item)
		if f, ok := a.book.Finding(inspection.FindingID(c.Register.ID)); ok && item == "" {
			item, words = f.Item, f.Title
		}
		words += " " + c.Register.Field.In(a.lang)
		for i, claim := range c.Claims {
			words += []string{": ", " / "}[min(i, 1)] + claim.Author + " " + a.book.SayValue(c.Register, claim.Value, a.lang)
		}
		all = append(all, gap{gapConflict, item, oneLine(words)})
	}
	return all
}

// unknownTraits are the things not known of the school on which it rests
// whether items apply, each with its first item.
func (v *visit) unknownTraits(a *App) []gap {
	var all []gap
	for bit := inspection.IfPublic; bit <= inspection.IfGroup; bit <<= 1 {
		if bit.Of(a.book.School(v.id.School)) != inspection.Unknown {
			continue
		}
		var first inspection.ItemCode
		n := 0
		for _, p := range v.points {
			if p.doubt && p.item.Applies&bit != 0 {
				if n++; n == 1 {
					first = p.item.Code
				}
			}
		}
		if n > 0 {
			all = append(all, gap{gapTrait, first, a.t.visit.gaps.trait(bit.In(a.lang), n)})
		}
	}
	return all
}

// hidden are the answers on items that no longer apply.
func (v *visit) hidden(a *App) []gap {
	var all []gap
	list := a.book.ChecklistOf(v.id.Round)
	for _, code := range a.book.Uncounted(v.id) {
		verdict := a.book.AnswerAt(v.id, code).Verdict
		words := fmt.Sprintf("%s %s  %s%s", code, list.Item(code).Title, verdict.Sign(), verdict.In(a.lang))
		all = append(all, gap{gapHidden, code, words})
	}
	return all
}

func (g *gaps) do(a *App, act act) tea.Cmd {
	g.refresh(a)
	switch act {
	case actOK:
		if len(g.all) > 0 {
			g.jump(a, g.all[g.list.at])
		}
	case actBack:
		a.back()
	}
	return nil
}

// jump goes to the item of a gap. One that no longer applies is not in the
// visit; its history tells what was said.
func (g *gaps) jump(a *App, to gap) {
	switch {
	case to.kind == gapHidden:
		a.open(newHistoryOf(a, g.v.id, to.item))
	case g.v.index(to.item) < 0:
		a.open(newConflicts(a))
	default:
		a.back()
		g.v.move(a, to.item)
	}
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
		if g.all[i].kind != g.all[g.list.at].kind {
			kind := g.all[i].kind
			g.list.at = slices.IndexFunc(g.all, func(one gap) bool { return one.kind == kind })
			return
		}
	}
}

func (g *gaps) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	g.refresh(a)
	t := &a.t.visit.gaps
	lines := []string{g.v.head(a, w), a.look.line(w)}
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
		return a.look.row("  "+g.all[g.rows[i]].words, w, here)
	}
	kind := g.all[g.rows[i+1]].kind
	return a.look.key.Render(cut(fmt.Sprintf("  %s %d", a.t.visit.gaps.groups[kind], g.count(kind)), w))
}

func (g *gaps) count(kind gapKind) int {
	n := 0
	for _, one := range g.all {
		if one.kind == kind {
			n++
		}
	}
	return n
}

// counts tell how many there are of each kind, for one kind may fill the page.
func (g *gaps) counts(a *App) string {
	var all []string
	for kind := range gapKinds {
		if n := g.count(kind); n > 0 {
			all = append(all, fmt.Sprintf("%s %d", a.t.visit.gaps.groups[kind], n))
		}
	}
	return strings.Join(all, " · ")
}
