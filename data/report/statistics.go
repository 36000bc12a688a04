package report

import (
	"io"
	"strconv"

	"xuncha/inspection"
)

// StatisticsChoice says which visits the statistics form is of; zero parts ask
// for nothing in particular.
type StatisticsChoice struct {
	Round  inspection.RoundNo
	School inspection.SchoolCode
	Today  inspection.Day
	Head   string // hash of this laptop's last entry, in hex, for the workbook
}

// Statistics is the statistics form (统计表): the usual numbers of each school in
// each round. What a book must not know, or does not, is there without a number
// and with the reason.
type Statistics struct {
	Choice   StatisticsChoice
	Campaign inspection.Campaign
	Rounds   []RoundStatistics
}

// RoundStatistics are those of a round.
type RoundStatistics struct {
	Round   inspection.Round
	Schools []SchoolStatistics
	Total   *inspection.Statistics // of the round; nil where one school is chosen
}

// SchoolStatistics are those of a visit.
type SchoolStatistics struct {
	Visit inspection.VisitID
	Name  string
	inspection.Statistics
}

// ReadStatistics takes the numbers of the rounds and schools that are chosen.
// Look-backs are not in them.
func ReadStatistics(b *inspection.Book, c StatisticsChoice) Statistics {
	s := Statistics{Choice: c}
	s.Campaign, _ = b.Campaign()
	for _, r := range b.Rounds() {
		if c.Round != 0 && c.Round != r.No {
			continue
		}
		one := RoundStatistics{Round: r}
		for _, v := range b.VisitsIn(r.No) {
			if v.ID.Kind != inspection.LookBack && (c.School == "" || c.School == v.ID.School) {
				one.Schools = append(one.Schools, SchoolStatistics{v.ID, schoolName(b, v.ID.School), b.StatisticsOf(v.ID)})
			}
		}
		if c.School == "" {
			total := b.StatisticsIn(r.No)
			one.Total = &total
		}
		if len(one.Schools) > 0 {
			s.Rounds = append(s.Rounds, one)
		}
	}
	return s
}

// Write writes the form as a workbook, as CSV or as JSON.
func (s Statistics) Write(w io.Writer, f Format, l inspection.Language) error {
	switch f {
	case XLSX:
		return s.xlsx(w)
	case CSV:
		return s.table(l).csv(w)
	}
	return writeJSON(w, s.json(l))
}

// figure is one number of the form.
type figure struct {
	key     string // in JSON
	name    [2]string
	of      func(*inspection.Statistics) int64 // nil where a book has no such number
	unknown unknown
}

// unknown is why a book has no such number.
type unknown int

const (
	_ unknown = iota
	notKept
	mustNotKnow
)

var unknowns = map[unknown][2]string{
	notKept:     {"账本没有登记这个数，请按实际填写", "the book does not keep this number"},
	mustNotKnow: {"账本不录入问题线索的内容，只登记移交的件数、日期和接收单位", "the book never records what clues are about, only how many were handed over, when and to whom"},
}

func counted(c inspection.Counter) func(*inspection.Statistics) int64 {
	return func(s *inspection.Statistics) int64 { return s.Counts[c] }
}

func dimension(d int) func(*inspection.Statistics) int64 {
	return func(s *inspection.Statistics) int64 { return int64(s.Dimensions[d]) }
}

// statisticsForm are the numbers of the usual form, in its order.
func statisticsForm() []figure {
	return []figure{
		{"members", [2]string{"党员总数", "Party members"}, nil, notKept},
		{"talks", [2]string{"谈话人数（人次）", "talks"}, counted(inspection.Talks), 0},
		{"must_talks", [2]string{"其中：必谈", "required talks listed"}, func(s *inspection.Statistics) int64 { return int64(s.MustTalks) }, 0},
		{"surveys", [2]string{"问卷份数", "questionnaires back"}, counted(inspection.Questionnaires), 0},
		{"papers", [2]string{"查阅资料（份）", "papers read"}, counted(inspection.Papers), 0},
		{"reports_heard", [2]string{"听取专题汇报数", "reports heard"}, nil, notKept},
		{"meetings", [2]string{"座谈会和列席会议数", "meetings"}, counted(inspection.Meetings), 0},
		{"sites", [2]string{"实地查看（处）", "sites walked"}, counted(inspection.SitesWalked), 0},
		{"letters", [2]string{"来信来电来访数", "letters taken"}, counted(inspection.Letters), 0},
		{"clues", [2]string{"移交问题线索数", "clues handed over"}, func(s *inspection.Statistics) int64 { return int64(s.Clues) }, 0},
		{"clue_people", [2]string{"线索涉及人数", "people in clues"}, nil, mustNotKnow},
		{"clues_division", [2]string{"处级线索数和人数", "clues at division level"}, nil, mustNotKnow},
		{"clues_section", [2]string{"科级线索数和人数", "clues at section level"}, nil, mustNotKnow},
		{"clues_heads", [2]string{"涉及主要负责人数", "heads in clues"}, nil, mustNotKnow},
		{"clues_watch_more", [2]string{"进一步了解关注类人数", "clues to look into further"}, nil, mustNotKnow},
		{"clues_watch", [2]string{"了解关注类人数", "clues to look into"}, nil, mustNotKnow},
		{"clues_reference", [2]string{"参考类人数", "clues for reference"}, nil, mustNotKnow},
		{"findings", [2]string{"问题总数", "findings"}, func(s *inspection.Statistics) int64 { return int64(s.Findings) }, 0},
		{"dimension_1", [2]string{"第一个落实问题数", "findings, dimension 1"}, dimension(1), 0},
		{"dimension_2", [2]string{"第二个落实问题数", "findings, dimension 2"}, dimension(2), 0},
		{"dimension_3", [2]string{"第三个落实问题数", "findings, dimension 3"}, dimension(3), 0},
		{"dimension_4", [2]string{"第四个落实问题数", "findings, dimension 4"}, dimension(4), 0},
		{"dimension_none", [2]string{"四个落实之外问题数", "findings outside the dimensions"}, dimension(0), 0},
		{"opinions", [2]string{"整改意见数", "opinions given"}, nil, notKept},
		{"special_reports", [2]string{"专项报告数", "special reports"}, nil, notKept},
		{"advice", [2]string{"向职能部门意见数", "advice to departments"}, nil, notKept},
		{"fix_now", [2]string{"立行立改数", "to be put right at once"}, func(s *inspection.Statistics) int64 { return int64(s.FixNow) }, 0},
	}
}

// rectifiedForm are the numbers of the second form. The rates come after the
// number that they divide.
func rectifiedForm() []figure {
	return []figure{
		{"fed_back", [2]string{"反馈问题：应整改", "fed back"}, func(s *inspection.Statistics) int64 { return int64(s.FedBack) }, 0},
		{"done", [2]string{"反馈问题：已整改", "put right"}, func(s *inspection.Statistics) int64 { return int64(s.Done) }, 0},
		{"fix_now_fed_back", [2]string{"立行立改：应整改", "fix now, fed back"}, func(s *inspection.Statistics) int64 { return int64(s.FixNowFed) }, 0},
		{"fix_now_done", [2]string{"立行立改：已整改", "fix now, put right"}, func(s *inspection.Statistics) int64 { return int64(s.FixNowDone) }, 0},
		{"advice_due", [2]string{"职能部门意见：应整改", "advice to departments, due"}, nil, notKept},
		{"advice_done", [2]string{"职能部门意见：已整改", "advice to departments, done"}, nil, notKept},
		{"organs_accountable", [2]string{"问责党组织数", "organisations held to account"}, nil, notKept},
		{"people_accountable", [2]string{"问责人员数", "people held to account"}, nil, notKept},
	}
}

// rateAfter is the rate that follows a number of the second form.
func rateAfter(key string, s *inspection.Statistics) (r inspection.Rate, name [2]string, ok bool) {
	switch key {
	case "done":
		return s.Rectified(), [2]string{"反馈问题：完成率", "rate of rectification"}, true
	case "fix_now_done":
		rate := inspection.Rate{Rule: inspection.RectifiedRule, N: s.FixNowDone, Of: s.FixNowFed}
		return rate, [2]string{"立行立改：完成率", "fix now, rate"}, true
	}
	return r, name, false
}

// cell is the number as it is printed.
func (f *figure) cell(s *inspection.Statistics) string {
	if f.of == nil {
		return "—"
	}
	return strconv.FormatInt(f.of(s), 10)
}

func (s *Statistics) table(l inspection.Language) *table {
	t := wordsIn(l)
	tab := &table{head: []string{t.round, t.schoolCode, t.school, t.kind}}
	forms := append(statisticsForm(), rectifiedForm()...)
	var none inspection.Statistics
	for _, f := range forms {
		tab.head = append(tab.head, f.name[l])
		if _, name, ok := rateAfter(f.key, &none); ok {
			tab.head = append(tab.head, name[l])
		}
	}
	row := func(cells []string, one *inspection.Statistics) {
		for _, f := range forms {
			cells = append(cells, f.cell(one))
			if rate, _, ok := rateAfter(f.key, one); ok {
				cells = append(cells, exactShare(rate))
			}
		}
		tab.add(cells...)
	}
	for i := range s.Rounds {
		r := &s.Rounds[i]
		for j := range r.Schools {
			one := &r.Schools[j]
			row([]string{r.Round.No.String(), string(one.Visit.School), one.Name, one.Visit.Kind.In(l)}, &one.Statistics)
		}
		if r.Total != nil {
			row([]string{r.Round.No.String(), "", t.all, ""}, r.Total)
		}
	}
	return tab
}
