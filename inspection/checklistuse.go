package inspection

import "slices"

// Use is how much of a book rests on an item.
type Use struct {
	Answers  int // visits with a verdict, a method, a note or numbers at it
	Findings int // raised from it or linked to it, whatever their state
	Evidence int // files linked to it
}

// Any reports whether anything rests on it.
func (u Use) Any() bool { return u != Use{} }

// Uses are the uses of items in some rounds, or in all.
type Uses map[ItemCode]Use

// Of is the use of several codes together.
func (u Uses) Of(codes []ItemCode) Use {
	var all Use
	for _, code := range codes {
		one := u[code]
		all.Answers += one.Answers
		all.Findings += one.Findings
		all.Evidence += one.Evidence
	}
	return all
}

// Uses counts what rests on each item in the rounds given, or in all rounds.
func (b *Book) Uses(rounds ...RoundNo) Uses {
	all := Uses{}
	in := func(n RoundNo) bool { return len(rounds) == 0 || slices.Contains(rounds, n) }
	answered := map[Register]bool{} // one for each visit and item
	for r, c := range b.cells {
		if !in(r.Visit.Round) || c.top.write == nil || c.top.write.Value.IsZero() {
			continue
		}
		use := all[r.Item]
		switch {
		case r.Field >= AnswerVerdict && r.Field <= AnswerChecked:
			if at := (Register{Visit: r.Visit, Item: r.Item}); !answered[at] {
				answered[at] = true
				use.Answers++
			}
		case r.Field == EvidenceAtItem:
			use.Evidence++
		default:
			continue
		}
		all[r.Item] = use
	}
	for id := range b.findings {
		if f, ok := b.Finding(id); ok && in(f.Visit.Round) {
			all.found(&f)
		}
	}
	return all
}

func (u Uses) found(f *Finding) {
	for _, code := range append([]ItemCode{f.Item}, f.Linked...) {
		if code != "" {
			use := u[code]
			use.Findings++
			u[code] = use
		}
	}
}

// OffList lists the items that a visit has answers for and its round's
// checklist has not (any more): kept, shown, and not counted.
func (b *Book) OffList(v VisitID) []ItemCode {
	s, list := b.rounds[v.Round], b.ChecklistOf(v.Round)
	if s == nil || list == nil || v.Kind == LookBack {
		return nil
	}
	var all []ItemCode
	for _, code := range s.strays(list) {
		if a := b.AnswerAt(v, code); a.Verdict != None || a.Note != "" || a.Methods != 0 || a.Checked != (Checked{}) {
			all = append(all, code)
		}
	}
	return all
}

// strays are the codes that were ever answered in a round and are not on its
// checklist, as a rule none.
func (s *roundState) strays(list *Checklist) []ItemCode {
	if s.list == list && s.known == len(s.codes) {
		return s.stray
	}
	s.list, s.known, s.stray = list, len(s.codes), nil
	on := map[ItemCode]bool{}
	list.Items(func(_ *Section, it *Item) { on[it.Code] = true })
	for code := range s.codes {
		if !on[code] {
			s.stray = append(s.stray, code)
		}
	}
	slices.SortFunc(s.stray, CompareCodes)
	return s.stray
}

// reused finds a code of a checklist that stood for something else in a round
// where something rests on it already: what was said of one thing would show as
// said of another.
func (b *Book) reused(c *Checklist, n RoundNo) (ItemCode, bool) {
	was := b.ChecklistOf(n)
	if was == nil && b.TallyRound(n).Begun == 0 {
		return "", false
	}
	uses := b.Uses(n)
	change := Compare(was, c)
	for i := range change.Items {
		for _, code := range change.Items[i].Reuses {
			if uses[code].Any() {
				return code, true
			}
		}
		if one := &change.Items[i]; len(one.Was) == 0 && uses[one.Now[0].Code].Any() && b.otherwise(one.Now[0]) {
			return one.Now[0].Code, true
		}
	}
	return "", false
}

// otherwise reports whether some other checklist of the book has the item's
// code for something else.
func (b *Book) otherwise(it *Item) bool {
	if slices.Contains(it.From, it.Code) {
		return false
	}
	for id := range b.lists {
		if list := b.Checklist(id); list != nil {
			if was := list.Item(it.Code); was != nil && !sameWords(was, it) && !alike(was, it) {
				return true
			}
		}
	}
	return false
}

// TitleOf is an item's title in whichever checklist of the book has it, the
// lowest version by name where several do; empty where none has.
func (b *Book) TitleOf(code ItemCode) string {
	title, from := "", ChecklistID("")
	for id := range b.lists {
		if list := b.Checklist(id); list != nil && (from == "" || id < from) {
			if it := list.Item(code); it != nil {
				title, from = it.Title, id
			}
		}
	}
	return title
}
