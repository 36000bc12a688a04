package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xuncha/inspection"
)

// overviewLines are what a lead wants to know first: how far the round is, how
// it looks, what is worst, how much work it was.
func overviewLines(a *App, n inspection.RoundNo, w int) []line {
	t, s := a.book.TallyRound(n), &a.t.summary
	going := t.Begun - t.Finished
	lines := []line{
		rateLine(a, ask{rule: inspection.CoverageRule, round: n}, s.underway(going, t.Planned-t.Begun), w),
		rateLine(a, ask{rule: inspection.BegunRule, round: n}, "", w),
		rateLine(a, ask{rule: inspection.ProgressRule, round: n}, s.waiting(t.All.Verdicts[inspection.Unclear], t.All.Verdicts[inspection.None]), w),
		rateLine(a, ask{rule: inspection.MetRule, round: n}, s.leftOut(t.All.Met().Out), w),
		findingsLine(a, n, t),
	}
	if sealed := len(a.sealedIn(n)); sealed > 0 {
		lines = append(lines, heading(a.look.faint.Render(a.t.seal.count(sealed, t.Planned)+" · "+bindingOf(inSummary, actSealed).show+" "+a.t.acts[actSealed])))
	}
	if t.Begun == 0 {
		return append(lines, heading(""), heading("  "+s.nobody))
	}
	lines = append(append(lines, workLine(a, n, w)), group(a, s.verdicts(t.All.Applicable))...)
	for _, v := range append(inspection.Verdicts(), inspection.None) {
		lines = append(lines, verdictLine(a, n, t.All.Of(v), v, w))
	}
	lines = append(append(lines, group(a, s.worst)...), worstLines(a, n, w, roomFor(a.h)-1)...)
	return append(append(lines, group(a, s.common)...), commonLines(a, n, w, roomFor(a.h))...)
}

// group is the heading of some lines, with air above it where there is room.
func group(a *App, words string) []line {
	head := heading(a.look.faint.Render(words))
	if a.h < tall {
		return []line{head}
	}
	return []line{heading(""), head}
}

// tall is a window that has lines to spare.
const tall = 34

// roomFor is how many of the worst items the overview has room for; of sections
// it is one less.
func roomFor(h int) int { return max(3, min((h-21)/2, 10)) }

// detailCol is the room for words beside a figure's bar.
func detailCol(w int) int {
	if w < 100 {
		return 24
	}
	return 36
}

func overviewBar(a *App, w int) int {
	return max(6, min(w-4-nameCol(a)-countWidth-percentWidth-detailCol(w), 40))
}

// rateLine is one rate with its bar and what has to be said beside it.
func rateLine(a *App, q ask, detail string, w int) line {
	return line{q, func() string {
		r := q.rate(a)
		text := a.look.strong.Render(pad(q.name(a), nameCol(a))) + a.count(r.N, r.Of, overviewBar(a, w))
		if detail != "" && r.Of > 0 {
			text += "  " + a.look.faint.Render(detail)
		}
		return text
	}}
}

// findingsLine has no share: there is nothing that findings are part of.
func findingsLine(a *App, n inspection.RoundNo, t *inspection.RoundTally) line {
	q := ask{rule: inspection.FindingRule, round: n}
	return line{q, func() string {
		text := a.look.strong.Render(pad(q.name(a), nameCol(a)) + padLeft(fmt.Sprint(t.Findings), countWidth))
		words := a.t.summary.troubled(t.Troubled, t.Withdrawn)
		if t.Findings > 0 {
			words += " · " + a.t.works.brief(t.Form)
		}
		return text + "  " + a.look.faint.Render(words)
	}}
}

// workLine is what was counted, as far as it was.
func workLine(a *App, n inspection.RoundNo, w int) line {
	q := ask{rule: inspection.WorkRule, round: n}
	return line{q, func() string {
		words := cut(strings.Join(a.counted(n), " · "), w-6-nameCol(a))
		return a.look.strong.Render(pad(q.name(a), nameCol(a))) + "  " + words
	}}
}

// counted are the round's counters as far as anything was counted.
func (a *App) counted(n inspection.RoundNo) []string {
	var counted []string
	for _, c := range inspection.Counters() {
		if k := a.book.TallyRound(n).Work[c]; k != 0 {
			counted = append(counted, fmt.Sprintf("%s %d", c.In(a.lang), k))
		}
	}
	if form := a.book.StatisticsIn(n); form.MustTalks+form.Electives+form.PapersAsked+form.HandOvers > 0 {
		counted = append(counted, a.t.works.lists(form)...)
	}
	if counted == nil {
		counted = []string{a.t.none}
	}
	return counted
}

func verdictLine(a *App, n inspection.RoundNo, r inspection.Rate, v inspection.Verdict, w int) line {
	q := ask{rule: inspection.VerdictRule, round: n, verdict: v}
	return line{q, func() string {
		text := pad(q.name(a), nameCol(a)) + padLeft(fmt.Sprint(r.N), countWidth)
		if r.Of > 0 {
			text += padLeft(a.percent(r), percentWidth) + "  " + bar(float64(r.N), float64(r.Of), overviewBar(a, w), a.look.ascii)
		}
		return a.look.colour[v].Render(text)
	}}
}

// worstLines are the sections with the most 不符合, at most so many.
func worstLines(a *App, n inspection.RoundNo, w, most int) []line {
	list, t := a.book.ChecklistOf(n), a.book.TallyRound(n)
	if list == nil {
		return nil
	}
	unmet := func(s inspection.Section) int {
		if one := t.Sections[s.Number]; one != nil {
			return one.Verdicts[inspection.Unmet]
		}
		return 0
	}
	all := slices.DeleteFunc(slices.Clone(list.Sections), func(s inspection.Section) bool { return unmet(s) == 0 })
	slices.SortStableFunc(all, func(x, y inspection.Section) int { return cmp.Compare(unmet(y), unmet(x)) })
	var lines []line
	for _, s := range all[:min(len(all), most)] {
		q := ask{rule: inspection.VerdictRule, verdict: inspection.Unmet, round: n, section: s.Number}
		lines = append(lines, line{q, func() string { return ranked(a, fmt.Sprint(s.Number), s.Name, q.rate(a), "", w) }})
	}
	return lines
}
