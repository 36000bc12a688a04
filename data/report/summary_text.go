package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"xuncha/inspection"
)

// Write writes the summary in a format and a language.
func (s Summary) Write(w io.Writer, f Format, l inspection.Language) error {
	switch f {
	case JSON:
		return writeJSON(w, s.json(l))
	case CSV:
		return s.table(l).csv(w)
	}
	_, err := io.WriteString(w, s.text(l))
	return err
}

// rulesUsed are the rules of all figures in a summary.
var rulesUsed = []inspection.Rule{
	inspection.CoverageRule, inspection.ProgressRule, inspection.MetRule,
	inspection.FindingRule, inspection.CommonRule,
	inspection.RectifiedRule, inspection.OverdueRule, inspection.LookBackRule, inspection.SealedRule, inspection.WeekRule,
}

// mostCommon is how many common problems the text names; the rest is counted.
const mostCommon = 10

func (s Summary) text(l inspection.Language) string {
	var b strings.Builder
	t := wordsIn(l)
	fmt.Fprintf(&b, t.summaryOf+"  %s\n", oneLine(s.Campaign.Title), s.Today)
	for i := range s.Rounds {
		s.Rounds[i].text(&b, l)
	}
	if s.Total != nil {
		s.Total.text(&b, l)
	}
	fmt.Fprintf(&b, "\n%s\n", t.rules)
	for _, r := range rulesUsed {
		fmt.Fprintf(&b, "  %s\n", r.In(l))
	}
	return b.String()
}

func (f *Figures) text(b *strings.Builder, l inspection.Language) {
	t := wordsIn(l)
	fmt.Fprintf(b, "\n━━ %s ━━\n", f.title(t))
	if f.Round.No != 0 {
		if f.Round.Checklist == "" {
			b.WriteString(t.noChecklist + "\n")
		} else {
			fmt.Fprintf(b, t.checklist+"\n", f.Round.Checklist)
		}
	}
	fmt.Fprintf(b, "%s  %s %d  %s %d  %s %s\n", t.coverage, t.planned, f.Planned, t.begun, f.Begun, t.finished, share(f.coverage()))
	f.verdictText(b, l)
	f.visitText(b, l)
	f.Afterwards.text(b, l)
	f.commonText(b, l)
}

func (f *Figures) title(t *words) string {
	if f.Round.No == 0 {
		return t.total
	}
	return oneLine(f.Round.Title)
}

func (f *Figures) coverage() inspection.Rate {
	return inspection.Rate{Rule: inspection.CoverageRule, N: f.Finished, Of: f.Planned}
}

// share says a rate with its parts: 73.9%（170/230）. Without anything to divide
// by it is a dash, not zero.
func share(r inspection.Rate) string {
	part, ok := r.Share()
	if !ok {
		return "—"
	}
	return fmt.Sprintf("%.1f%% (%d/%d)", 100*part, r.N, r.Of)
}

func (f *Figures) verdictText(b *strings.Builder, l inspection.Language) {
	t := wordsIn(l)
	tab := table{head: []string{t.section, t.applicable}, right: map[int]bool{}}
	for _, v := range inspection.Verdicts() {
		tab.head = append(tab.head, v.In(l))
	}
	tab.head = append(tab.head, inspection.None.In(l), t.rate, t.findings)
	for i := 1; i < len(tab.head); i++ {
		tab.right[i] = true
	}
	for _, sec := range f.Sections {
		tab.add(verdictRow(fmt.Sprintf("%d %s", sec.Number, sec.Name), sec.Tally, sec.Findings)...)
	}
	if f.Elsewhere > 0 {
		tab.add(verdictRow(t.elsewhere, inspection.Tally{}, f.Elsewhere)...)
	}
	tab.add(verdictRow(t.all, f.All, f.Findings)...)
	fmt.Fprintf(b, "\n%s\n", t.verdicts)
	tab.text(b, "  ")
	a := f.All
	fmt.Fprintf(b, "  "+t.leftOut+"\n", a.Verdicts[inspection.NA], a.Verdicts[inspection.Unclear], a.Verdicts[inspection.None], a.Hidden, a.Undecided)
	if a.OffList > 0 {
		fmt.Fprintf(b, "  "+t.offList+"\n", a.OffList)
	}
	fmt.Fprintf(b, "  %s  "+t.withdrawn+"\n", t.findings, f.Findings, f.Withdrawn, f.Rejected, f.Merged)
}

func verdictRow(name string, t inspection.Tally, findings int) []string {
	row := []string{oneLine(name), strconv.Itoa(t.Applicable)}
	for _, v := range inspection.Verdicts() {
		row = append(row, strconv.Itoa(t.Verdicts[v]))
	}
	return append(row, strconv.Itoa(t.Verdicts[inspection.None]), share(t.Met()), strconv.Itoa(findings))
}

func (f *Figures) visitText(b *strings.Builder, l inspection.Language) {
	if len(f.Visits) == 0 {
		return
	}
	t := wordsIn(l)
	tab := table{
		head:  []string{t.school, "", t.begunOn, t.progress, t.rate, t.findings, t.rectified, t.overdue},
		right: map[int]bool{3: true, 4: true, 5: true, 6: true, 7: true},
	}
	waiting := 0
	for _, v := range f.Visits {
		if v.Visit.Begun == 0 && !v.Tally.Any() {
			waiting++
			continue
		}
		tab.add(string(v.Visit.ID.School), oneLine(v.School), v.Visit.Begun.String(), share(v.Tally.Progress()), share(v.Tally.Met()), strconv.Itoa(v.Findings),
			exactShare(v.Ledger.Rate()), strconv.Itoa(v.Ledger.Overdue))
	}
	fmt.Fprintf(b, "\n%s\n", t.schools)
	if len(tab.rows) > 0 {
		tab.text(b, "  ")
	}
	if waiting > 0 {
		fmt.Fprintf(b, "  %s %d\n", t.notBegun, waiting)
	}
}

func (f *Figures) commonText(b *strings.Builder, l inspection.Language) {
	t := wordsIn(l)
	fmt.Fprintf(b, "\n%s\n", t.common)
	tab := table{head: []string{t.ofN, t.item, ""}, right: map[int]bool{0: true}}
	for i, it := range f.Common {
		if i == mostCommon {
			break
		}
		tab.add(share(it.Tally.Rate()), string(it.Tally.Code), oneLine(it.Title))
	}
	if len(tab.rows) == 0 {
		fmt.Fprintf(b, "  %s\n", t.none)
		return
	}
	tab.text(b, "  ")
	if more := len(f.Common) - mostCommon; more > 0 {
		b.WriteString(inspection.Sentence("  "+t.fewMore+"\n", more))
	}
}
