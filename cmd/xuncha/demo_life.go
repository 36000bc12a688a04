package main

import (
	"xuncha/inspection"
)

// office is who decides, feeds back and closes, by made-up names that say so.
const (
	lead   = "示例组长"
	office = "示例巡察办甲"
)

// fill makes up what the sheet of a finding holds besides title and facts.
func (v *inventor) fill(who string, it *inspection.Item) func(*inspection.Details) {
	return func(d *inspection.Details) {
		d.Level = inspection.OfTeam
		if v.rng.IntN(100) < 60 {
			d.Level = inspection.OfDepartment
		}
		d.Nature = []inspection.Nature{inspection.Risk, inspection.Problem, inspection.Problem, inspection.Problem, inspection.Bleed}[v.rng.IntN(5)]
		d.Duty = []inspection.Duty{
			inspection.MainBody, inspection.MainBody | inspection.FirstPerson, inspection.Leading, inspection.Direct, inspection.Direct | inspection.Supervision,
		}[v.rng.IntN(5)]
		d.Discoverer = who
		d.Undertakers = []string{who, v.another(who)}
		d.FixNow = v.rng.IntN(100) < 12
		if it == nil {
			d.Dimension, d.Focus = 2, 2
			d.Basis = "示例制度（演示）"
		}
	}
}

// another is somebody else of the team.
func (v *inventor) another(who string) string {
	for {
		if name := v.team[v.rng.IntN(len(v.team))]; name != who {
			return name
		}
	}
}

// decide has the lead go through a visit's findings before the team leaves:
// most are adopted, trivial ones merged, some returned or rejected.
func (v *inventor) decide(id inspection.VisitID) error {
	all := v.counted(id)
	for _, f := range all {
		if err := v.do(f.Discoverer, func() (inspection.Fact, error) { return v.book.Submit(f.ID) }); err != nil {
			return err
		}
	}
	for i, f := range all {
		var err error
		switch n := v.rng.IntN(100); {
		case n < 4 && i > 0:
			err = v.mergeInto(f, all[:i])
		case n < 8:
			err = v.do(lead, func() (inspection.Fact, error) {
				return v.book.Reject(f.ID, "属于一般性疏漏，已当面指出，不作为问题。")
			})
		case n < 14:
			err = v.sendBack(f, n < 10)
		default:
			err = v.adopt(f)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// submitSome hands in what was found so far; the lead has not decided yet, and
// some are still being written.
func (v *inventor) submitSome(id inspection.VisitID) error {
	for _, f := range v.counted(id) {
		if v.rng.IntN(2) > 0 {
			continue
		}
		if err := v.do(f.Discoverer, func() (inspection.Fact, error) { return v.book.Submit(f.ID) }); err != nil {
			return err
		}
	}
	return nil
}

// counted are the findings of a visit that stand in figures.
func (v *inventor) counted(id inspection.VisitID) (all []inspection.Finding) {
	for _, f := range v.book.FindingsAt(id) {
		if f.State.Counts() {
			all = append(all, f)
		}
	}
	return all
}

// mergeInto merges a finding into the last one before it that was adopted.
func (v *inventor) mergeInto(f inspection.Finding, before []inspection.Finding) error {
	for i := len(before) - 1; i >= 0; i-- {
		if target, _ := v.book.Finding(before[i].ID); target.State == inspection.Adopted {
			return v.do(lead, func() (inspection.Fact, error) { return v.book.Merge(f.ID, target.ID) })
		}
	}
	return v.adopt(f)
}

func (v *inventor) adopt(f inspection.Finding) error {
	return v.do(lead, func() (inspection.Fact, error) {
		return v.book.AdoptFinding(f.ID, v.journal.Device(), "事实清楚，予以采用。")
	})
}

// sendBack returns a finding; most are mended and adopted then.
func (v *inventor) sendBack(f inspection.Finding, stays bool) error {
	err := v.do(lead, func() (inspection.Fact, error) { return v.book.Return(f.ID, "请补充抽查范围和时间。") })
	if err != nil || stays {
		return err
	}
	facts := f.Facts + "\n补充：抽查范围为近一年资料，由两人共同查看。"
	for _, step := range []func() (inspection.Fact, error){
		func() (inspection.Fact, error) { return v.book.Revise(f.ID, f.Title, facts) },
		func() (inspection.Fact, error) { return v.book.Submit(f.ID) },
	} {
		if err := v.do(f.Discoverer, step); err != nil {
			return err
		}
	}
	return v.adopt(f)
}

// seal has the lead fix a visit's figures.
func (v *inventor) seal(id inspection.VisitID) error {
	why := ""
	if len(v.book.Gaps(id)) > 0 {
		why = "未查清的要点待学校补交材料后另行核对，其余已核。"
	}
	return v.do(lead, func() (inspection.Fact, error) {
		return v.book.Seal(id, v.journal.Device(), lead, why, v.clock.day())
	})
}

// amend puts an answer of a sealed visit right: the first that was 不符合, or
// 未查清, and says why.
func (v *inventor) amend(id inspection.VisitID) error {
	for _, it := range v.applicable(id) {
		now := v.book.AnswerAt(id, it.Code)
		if now.Verdict != inspection.Unclear && now.Verdict != inspection.Partly {
			continue
		}
		verdict, note := inspection.Met, now.Note+"\n复核：学校补交材料，情况属实。"
		v.reason = "学校补交材料，经两人复核"
		err := v.do(v.team[0], func() (inspection.Fact, error) {
			return v.book.Answer(id, it.Code, inspection.Change{Verdict: &verdict, Note: &note})
		})
		v.reason = ""
		return err
	}
	return nil
}
