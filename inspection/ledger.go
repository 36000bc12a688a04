package inspection

import (
	"cmp"
	"slices"
	"strings"
)

// LedgerRow is one line of the rectification ledger (整改台账).
type LedgerRow struct {
	Thread
	School *School
}

// DaysLeft is how many days there are until the deadline, negative once it has
// passed; ok is false where there is none, or nothing more to do.
func (r *LedgerRow) DaysLeft(today Day) (days int, ok bool) {
	t := &r.Rectification
	if t.FedBack == 0 || t.Closed != 0 || t.State == Done || t.Deadline == 0 {
		return 0, false
	}
	return int(t.Deadline - today), true
}

// View is a way of looking at the ledger. It is not stored.
type View uint8

// The views.
const (
	ViewAll      View = iota // 全部
	ViewNotFed               // 采用未反馈
	ViewOpen                 // 未销号
	ViewOverdue              // 逾期
	ViewThisWeek             // 本周到期
	ViewRelapsed             // 反弹
	ViewFixNow               // 立行立改
	ViewClosed               // 已销号
	views
)

// Views are all views in their order.
func Views() []View {
	all := make([]View, views)
	for i := range all {
		all[i] = View(i)
	}
	return all
}

// Shows reports whether the view shows a row.
func (w View) Shows(r *LedgerRow, today Day) bool {
	t := &r.Rectification
	switch w {
	case ViewNotFed:
		return t.FedBack == 0
	case ViewOpen:
		return t.FedBack != 0 && t.Closed == 0
	case ViewOverdue:
		return t.Overdue(today)
	case ViewThisWeek:
		return t.DueThisWeek(today)
	case ViewRelapsed:
		return t.Reopened > 0 && t.Closed == 0
	case ViewFixNow:
		return r.FixNow
	case ViewClosed:
		return t.Closed != 0
	}
	return true
}

// Ledger are all adopted findings, in the order of rounds, schools and numbers.
// Neither the list nor its rows must be changed, and the book does not change
// them either: what was given out stays what it was, for whoever still reads it.
func (b *Book) Ledger() []*LedgerRow {
	switch {
	case b.ledger == nil || b.listed != b.epoch || len(b.changed) > len(b.ledger)/64+1:
		b.makeLedger()
	case len(b.changed) > 0:
		b.mendLedger()
	}
	return slices.Clip(b.ledger)
}

// ReadLedger reads at most so many of the lines that [Book.Ledger] needs and
// reports how many are left: who cannot wait for 100,000 reads them bit by bit.
func (b *Book) ReadLedger(most int) (left int) {
	if b.ledger != nil && b.listed == b.epoch && len(b.changed) <= len(b.ledger)/64+1 {
		return 0
	}
	if len(b.unread) == 0 {
		for id, s := range b.findings {
			if !s.read {
				b.unread = append(b.unread, id)
			}
		}
	}
	from := max(len(b.unread)-most, 0)
	for _, id := range b.unread[from:] {
		b.row(id, b.findings[id])
	}
	b.unread = b.unread[:from]
	return from
}

// makeLedger sorts by one number a line, and looks at the lines themselves only
// where two of a school have the same number on paper.
func (b *Book) makeLedger() {
	places := make(map[SchoolCode]uint64, len(b.Codes()))
	for i, code := range b.Codes() {
		places[code] = uint64(i)
	}
	type placed struct {
		key uint64
		row *LedgerRow
	}
	all := make([]placed, 0, len(b.findings))
	for id, s := range b.findings {
		s.listed, s.changed = b.row(id, s), false
		if r := s.listed; r != nil {
			n := uint64(min(max(r.Number.N, 0), 1<<24-1))
			all = append(all, placed{uint64(r.Visit.Round)<<48 | places[r.School.Code]<<24 | n, r})
		}
	}
	slices.SortFunc(all, func(x, y placed) int {
		if c := cmp.Compare(x.key, y.key); c != 0 {
			return c
		}
		return byThread(x.row, y.row)
	})
	b.ledger = make([]*LedgerRow, len(all))
	for i, one := range all {
		b.ledger[i] = one.row
	}
	b.listed, b.changed, b.unread = b.epoch, nil, nil
}

// mendLedger puts new lines in place of those that changed: 100,000 others need
// not be read for one.
func (b *Book) mendLedger() {
	all := slices.Clone(b.ledger)
	for _, id := range b.changed {
		s := b.findings[id]
		was, now := s.listed, b.row(id, s)
		s.listed, s.changed = now, false
		if was != nil {
			i, _ := slices.BinarySearchFunc(all, was, byThread)
			if now != nil && byThread(was, now) == 0 {
				all[i] = now
				continue
			}
			all = slices.Delete(all, i, i+1)
		}
		if now != nil {
			i, _ := slices.BinarySearchFunc(all, now, byThread)
			all = slices.Insert(all, i, now)
		}
	}
	b.ledger, b.changed = all, nil
}

// Row is a finding's line in the ledger, nil for one that has none. It holds
// until the book changes.
func (b *Book) Row(id FindingID) *LedgerRow {
	s := b.findings[id]
	if s == nil {
		return nil
	}
	return b.row(id, s)
}

// row is a finding's line, read again only when something about it, or its
// school, was written.
func (b *Book) row(id FindingID, s *findingState) *LedgerRow {
	school := b.School(s.visit.School)
	if !s.read {
		s.row, s.read = nil, true
		if f, ok := b.Finding(id); ok && f.State == Adopted {
			s.row = &LedgerRow{Thread{f, b.Rectification(&f)}, school}
		}
	}
	switch {
	case s.row == nil || school == nil:
		return nil
	case s.row.School != school:
		s.row = &LedgerRow{s.row.Thread, school}
	}
	return s.row
}

// byThread looks at names only where places are the same: a ledger is sorted
// while somebody waits.
func byThread(x, y *LedgerRow) int {
	if c := cmp.Or(
		cmp.Compare(x.Visit.Round, y.Visit.Round),
		cmp.Compare(x.School.Order, y.School.Order),
	); c != 0 {
		return c
	}
	if c := strings.Compare(string(x.School.Code), string(y.School.Code)); c != 0 {
		return c
	}
	if c := cmp.Compare(x.Number.N, y.Number.N); c != 0 {
		return c
	}
	return strings.Compare(string(x.ID), string(y.ID))
}

// LedgerTally counts ledger rows that were fed back.
type LedgerTally struct {
	All      int
	Standing [rectifyStandings]int // by RectifyStanding
	Overdue  int
	Closed   int
	Relapsed int
}

// TallyLedger counts rows. Those not fed back yet are left out.
func TallyLedger(rows []*LedgerRow, today Day) LedgerTally {
	var t LedgerTally
	for _, r := range rows {
		if r.Rectification.FedBack == 0 {
			continue
		}
		t.All++
		if s := r.Rectification.State; s < rectifyStandings {
			t.Standing[s]++
		}
		if r.Rectification.Overdue(today) {
			t.Overdue++
		}
		if r.Rectification.Closed != 0 {
			t.Closed++
		}
		if r.Rectification.Reopened > 0 {
			t.Relapsed++
		}
	}
	return t
}

// Rate is the 整改完成率: 完成整改 of all. 基本完成并持续整改 is not done.
func (t LedgerTally) Rate() Rate {
	return Rate{Rule: RectifiedRule, N: t.Standing[Done], Of: t.All}
}
