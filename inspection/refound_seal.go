package inspection

import (
	"fmt"
	"slices"
	"strings"
)

// seals seals what was sealed, each visit while its school was as it was then.
func (r *refounding) seals() error {
	for i := range r.s.Seals {
		one := &r.s.Seals[i]
		if err := r.asSealed(one); err != nil {
			return err
		}
		f := r.those(func(at Register) bool {
			return at.Visit == one.Visit && at.Field >= SealBy && at.Field <= SealFigure && at.Field != SealTips
		})
		r.set(&f, Register{Field: SealTips, Visit: one.Visit}, Value{Text: r.tips()})
		if err := r.take("", f); err != nil {
			return err
		}
	}
	return nil
}

// asSealed has the school of a visit be what it was when the visit was sealed.
func (r *refounding) asSealed(one *AmendedVisit) error {
	then := map[Register]Value{}
	for _, d := range one.Amended {
		v, err := d.Register.Field.Fit(d.From)
		if err != nil {
			return err
		}
		then[d.Register] = v
	}
	var f Fact
	for field := SchoolStage; field <= SchoolTraits; field++ {
		at := Register{Field: field, Visit: VisitID{School: one.Visit.School}}
		v, differs := then[at]
		if !differs {
			v = r.base[at]
		}
		r.change(&f, at, v)
	}
	return r.take("", f)
}

// amend puts what was changed after its seal to what it is now, with the reasons
// given. What has the same reasons is changed together.
func (r *refounding) amend() error {
	if err := r.schoolsNow(); err != nil {
		return err
	}
	for i := range r.s.Seals {
		one := &r.s.Seals[i]
		groups := map[string][]Difference{}
		for _, d := range one.Amended {
			if !d.Register.ofSchool(one.Visit.School) {
				key := r.authors[d.Register] + "\x00" + strings.Join(d.Reasons, "\x00")
				groups[key] = append(groups[key], d)
			}
		}
		keys := make([]string, 0, len(groups))
		for key := range groups {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			if err := r.amendAs(one.Visit, groups[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

// schoolsNow has the schools of sealed visits be what they are now.
func (r *refounding) schoolsNow() error {
	var f Fact
	done := map[SchoolCode]bool{}
	for _, one := range r.s.Seals {
		school := one.Visit.School
		for field := SchoolStage; field <= SchoolTraits && !done[school]; field++ {
			at := Register{Field: field, Visit: VisitID{School: school}}
			r.change(&f, at, r.base[at])
		}
		done[school] = true
	}
	return r.take("", f)
}

// amendAs changes what differs for the same reasons: once for each of them.
func (r *refounding) amendAs(v VisitID, all []Difference) error {
	reasons := all[0].Reasons
	for i := range max(1, len(reasons)) {
		var f Fact
		for _, d := range all {
			if d.Register.Field == SealFigure {
				c, err := ParseCounter(string(d.Register.Item))
				if err != nil {
					return err
				}
				add := Add{Visit: v, Counter: c}
				if i == 0 {
					add.N = d.To.N - d.From.N
				}
				f.Adds = append(f.Adds, add)
				continue
			}
			to, err := d.Register.Field.Fit(d.To)
			if err != nil {
				return err
			}
			r.set(&f, d.Register, to)
		}
		if len(reasons) > 0 {
			why, err := text(reasons[i], MaxText)
			if err != nil {
				return err
			}
			r.set(&f, Register{Field: AmendReason, Visit: v, ID: fmt.Sprint("reason-", r.Len())}, Value{Text: why})
		}
		if err := r.take(r.authors[all[0].Register], f); err != nil {
			return err
		}
	}
	return nil
}
