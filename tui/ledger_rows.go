package tui

import (
	"slices"

	"xuncha/inspection"
)

// reading is what the rows of a ledger rest on.
type reading struct {
	entries int // plus one
	today   inspection.Day
	of      inspection.SchoolCode
	sort    int
}

// sliceOfReading is how many lines the book reads in one go.
const sliceOfReading = 300

// gather takes the rows from the book. Those that are as they were keep their
// spelling: they stand in the same order, with few others among them.
func (l *ledger) gather(a *App) {
	was, rows := l.all, a.book.Ledger()
	l.all = make([]*sifted, 0, len(rows))
	slab := make([]sifted, max(len(rows)-len(was), 0)) // made many at a time
	for _, row := range rows {
		if l.of != "" && row.Visit.School != l.of {
			continue
		}
		i := 0
		for i < min(len(was), manyChanged) && was[i].row != row {
			i++
		}
		if i < len(was) && was[i].row == row {
			l.all = append(l.all, was[i])
			was = was[i+1:]
			continue
		}
		if len(was) > 0 && was[0].row.ID == row.ID {
			was = was[1:]
		}
		if len(slab) == 0 {
			slab = make([]sifted, 16)
		}
		slab[0].row = row
		l.all, slab = append(l.all, &slab[0]), slab[1:]
	}
}

// manyChanged is how far beyond a changed row its old neighbour is looked for.
const manyChanged = 64

// inOrder sorts the rows. Whole numbers are sorted, and not the rows, because
// there may be many: what they are sorted by, then their place in the book.
func (l *ledger) inOrder() {
	keys := make([]uint64, len(l.all))
	for i, r := range l.all {
		keys[i] = sortKey(r.row, l.sort)<<32 | uint64(i)
	}
	slices.Sort(keys)
	l.order = make([]*sifted, len(keys))
	for i, k := range keys {
		l.order[i] = l.all[k&(1<<32-1)]
	}
}

// sortKey is what a row is sorted by: what is due first comes first, and what
// is done last.
func sortKey(r *inspection.LedgerRow, by int) uint64 {
	t := &r.Rectification
	switch {
	case by == 1:
		return uint64(r.School.Order)
	case t.Closed != 0:
		return 1<<31 - 1
	case by == 2:
		return uint64(t.State)
	case t.State == inspection.Done:
		return 1<<31 - 2
	case t.FedBack == 0:
		return 1<<31 - 4
	case t.Deadline == 0:
		return 1<<31 - 3
	}
	return uint64(max(t.Deadline, 0))
}

// count makes the figures of all rows, whatever is looked for.
func (l *ledger) count() {
	rows := make([]*inspection.LedgerRow, len(l.all))
	for i, r := range l.all {
		rows[i] = r.row
	}
	l.tally = inspection.TallyLedger(rows, l.read.today)
}
