package report

import (
	"fmt"
	"strconv"
	"strings"

	"xuncha/inspection"
)

// pageBar is a bar of Of units, with what lies in it from left to right. Its
// axis begins at nothing; its words are read to who does not see it.
type pageBar struct {
	Of          int
	Title, Desc string
	Parts       []barPart
}

type barPart struct {
	Class string
	X, W  int
}

// pageHeat is the map of schools × sections.
type pageHeat struct {
	Sections []pageColumn
	Columns  int // of numbers: the sections and all together
	Rows     []pageHeatRow
}

type pageColumn struct{ Number, Name string }

type pageHeatRow struct {
	Code, School, Kind string // no kind: routine
	Begun              bool
	All                pageCell
	Cells              []pageCell
}

// pageCell is a number of items not met; Class colours it, Says tells what is
// no number.
type pageCell struct{ Class, Text, Says string }

func heatOnPage(f *Figures) *pageHeat {
	if len(f.Visits) == 0 || len(f.Sections) == 0 {
		return nil
	}
	h := &pageHeat{Columns: len(f.Sections) + 1}
	for _, sec := range f.Sections {
		h.Sections = append(h.Sections, pageColumn{strconv.Itoa(sec.Number), oneLine(sec.Name)})
	}
	for _, v := range f.Visits {
		row := pageHeatRow{Code: string(v.Visit.ID.School), School: oneLine(v.School), Begun: v.Visit.Begun != 0 || v.Tally.Any(), All: cellOf(v.Tally)}
		if k := v.Visit.ID.Kind; k != inspection.Routine {
			row.Kind = k.In(inspection.Chinese)
		}
		for _, sec := range v.Sections {
			row.Cells = append(row.Cells, cellOf(sec.Tally))
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}

// cellOf has a class for each quarter of the items judged.
func cellOf(t inspection.Tally) pageCell {
	n, judged := t.Verdicts[inspection.Unmet], t.Judged()
	switch {
	case t.Applicable == 0:
		return pageCell{"", "", "不适用"}
	case judged == 0:
		return pageCell{"", "·", "未评定"}
	}
	return pageCell{"h" + strconv.Itoa((4*n+judged-1)/judged), strconv.Itoa(n), ""}
}

// pageLedger is the rectification: how the lines stand, and week by week.
type pageLedger struct {
	All      int
	Standing []pageStanding
	Facts    []pageCount
	Share    string
	Bar      pageBar
	Weeks    []pageWeek
	Chart    *pageChart
}

type pageStanding struct {
	Class, Name string
	N           int
}

// pageWeek is what came in a week, and all that had come by its end.
type pageWeek struct {
	Monday    string
	New, Upto [3]int
}

// pageChart are steps over weeks, from nothing up to Top.
type pageChart struct {
	Wide, Top   int
	First, Last string
	Desc        string
	Lines       []pageLine
}

type pageLine struct{ Class, Name, Points string }

func ledgerOnPage(a *Afterwards, today inspection.Day) *pageLedger {
	n := a.Ledger
	if n.All+a.NotFed == 0 {
		return nil
	}
	l := &pageLedger{All: n.All, Share: exactShare(n.Rate())}
	l.Bar = pageBar{Of: n.All, Title: "整改状态"}
	at, desc := 0, []string{}
	for _, s := range []struct {
		class string
		is    inspection.RectifyStanding
	}{{"met", inspection.Done}, {"partly", inspection.Basically}, {"unmet", inspection.NotDone}} {
		one := pageStanding{s.class, s.is.In(inspection.Chinese), n.Standing[s.is]}
		l.Standing = append(l.Standing, one)
		desc = append(desc, fmt.Sprintf("%s %d", one.Name, one.N))
		if one.N > 0 {
			l.Bar.Parts = append(l.Bar.Parts, barPart{s.class, at, one.N})
			at += one.N
		}
	}
	l.Bar.Desc = strings.Join(desc, "，")
	l.Facts = []pageCount{{"已反馈", n.All}, {chinese.overdue, n.Overdue}, {chinese.closed, n.Closed}, {chinese.relapsed, n.Relapsed}, {"采用而未反馈（未计入）", a.NotFed}}
	l.addWeeks(a.Weeks, today)
	return l
}

// weekNames are what is added up by week, in the order of pageWeek.
var weekNames = [3]pageLine{{Class: "fed", Name: "已反馈"}, {Class: "done", Name: "完成整改"}, {Class: "closed", Name: "已销号"}}

func (l *pageLedger) addWeeks(weeks []inspection.LedgerWeek, today inspection.Day) {
	if len(weeks) == 0 {
		return
	}
	var upto [3]int
	for _, w := range weeks {
		one := [3]int{w.FedBack, w.Done, w.Closed}
		for i, n := range one {
			upto[i] += n
		}
		l.Weeks = append(l.Weeks, pageWeek{w.Monday.String(), one, upto})
	}
	l.Chart = chartOf(weeks, l.Weeks, today)
}

// chartOf draws the sums as steps: each week's stands from its Monday on, and
// the last goes on until today.
func chartOf(weeks []inspection.LedgerWeek, sums []pageWeek, today inspection.Day) *pageChart {
	first, last := weeks[0].Monday, max(weeks[len(weeks)-1].Monday, today.Week())
	c := &pageChart{Wide: int(last-first)/7 + 1, First: first.String(), Last: last.String(), Lines: weekNames[:]}
	c.Lines = append([]pageLine{}, weekNames[:]...)
	end := sums[len(sums)-1].Upto
	for i := range c.Lines {
		c.Top = max(c.Top, end[i])
	}
	var desc []string
	for i := range c.Lines {
		var points strings.Builder
		height := c.Top
		fmt.Fprintf(&points, "0,%d", height)
		for k, w := range weeks {
			x := int(w.Monday-first) / 7
			fmt.Fprintf(&points, " %d,%d", x, height)
			height = c.Top - sums[k].Upto[i]
			fmt.Fprintf(&points, " %d,%d", x, height)
		}
		fmt.Fprintf(&points, " %d,%d", c.Wide, height)
		c.Lines[i].Points = points.String()
		desc = append(desc, fmt.Sprintf("%s %d", c.Lines[i].Name, end[i]))
	}
	c.Desc = fmt.Sprintf("%s 到 %s 各周累计，最后为：%s", c.First, c.Last, strings.Join(desc, "，"))
	return c
}

// percentOf is the percentage that a share begins with: its parts stand beside.
func percentOf(share string) string {
	percent, _, _ := strings.Cut(share, " ")
	return percent
}
