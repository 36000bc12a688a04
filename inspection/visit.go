package inspection

import (
	"cmp"
	"strings"
)

// RoundNo numbers a round (轮次), from 1.
type RoundNo uint16

// VisitKind says why a school is visited. Stored: add at the end.
type VisitKind uint8

// The kinds of visit. Zero stands in registers that belong to no visit.
const (
	_          VisitKind = iota
	Routine              // 常规
	LookBack             // 回头看
	Themed               // 专项
	Upgraded             // 提级
	MakeUp               // 补巡
	visitKinds           // not stored
)

// VisitID is one school in one round, one of each kind, so that two laptops
// that begin the same visit begin one.
type VisitID struct {
	Round  RoundNo
	Kind   VisitKind
	School SchoolCode
}

// Compare orders visits by round, kind and school code.
func (v VisitID) Compare(w VisitID) int {
	return cmp.Or(
		cmp.Compare(v.Round, w.Round),
		cmp.Compare(v.Kind, w.Kind),
		strings.Compare(string(v.School), string(w.School)),
	)
}

// Visit (进校) is what is known of a visit besides its answers.
type Visit struct {
	ID      VisitID
	Planned bool
	Begun   Day     // zero: not yet
	Parent  RoundNo // for a look-back: the round that it looks back on

	Team     int // zero: it was not given to one, and counts as the first's, see [Book.TeamOf]
	Batch    int // 批次; zero: none
	From, To Day // planned at the school; zero: no day yet
}

// Counter says what is counted at a visit. Stored: add at the end.
type Counter uint8

// The counters.
const (
	_                 Counter = iota
	Talks                     // 个别谈话，人次
	Papers                    // 查阅资料，份
	Letters                   // 受理信访，件
	Meetings                  // 座谈与列席会议，次
	SitesWalked               // 实地查看，处
	Questionnaires            // 收回问卷，份
	QuestionnairesOut         // 发出问卷，份
	counters                  // not stored
)

// Counters are all counters in their order.
func Counters() []Counter {
	all := make([]Counter, 0, counters-1)
	for c := Talks; c < counters; c++ {
		all = append(all, c)
	}
	return all
}
