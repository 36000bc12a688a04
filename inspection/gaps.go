package inspection

import "slices"

// GapKind says what is missing before a team leaves a school. It is not stored.
type GapKind uint8

// The kinds, in the order in which the check lists them.
const (
	NoVerdict     GapKind = iota // no verdict yet
	NotCleared                   // 未查清
	NoWords                      // 不符合 or 基本符合 without a note or a finding
	NoReason                     // 不适用 without a reason
	Contradiction                // another verdict than the round before, and no word why
	NoEvidence                   // a finding without evidence
	OneName                      // a finding without a second undertaker
	PaperOut                     // a paper not given back
	NoCaption                    // evidence without a caption
	Undecided                    // an item that applies only as far as is known
	NotCounted                   // an answer on an item that does not apply
	NotListed                    // an answer on an item that the checklist has not (any more)
	InConflict                   // two hands wrote different things
	gapKinds
)

// GapKinds is how many kinds there are.
const GapKinds = int(gapKinds)

// Gap is one thing missing at a visit, and where to cure it.
type Gap struct {
	Kind    GapKind
	Item    ItemCode
	Finding FindingID
	ID      string // of a paper or of evidence
	Words   string // its title or name
}

// Gaps is the leave-site check (离校检查): what is missing at a visit.
func (b *Book) Gaps(v VisitID) []Gap {
	var byKind [gapKinds][]Gap
	add := func(g Gap) { byKind[g.Kind] = append(byKind[g.Kind], g) }
	if v.Kind == LookBack {
		b.lookBackGaps(v, add)
	} else {
		b.itemGaps(v, add)
	}
	b.findingGaps(v, add)
	for _, p := range b.WorksAt(v).Papers {
		if p.State != Back {
			add(Gap{Kind: PaperOut, ID: p.ID, Words: p.Name})
		}
	}
	for _, e := range b.EvidenceAt(v) {
		if e.Caption == "" {
			add(Gap{Kind: NoCaption, ID: string(e.ID), Words: e.Name})
		}
	}
	for _, c := range b.Conflicts() {
		if r := c.Register; r.Visit == v {
			add(Gap{Kind: InConflict, Item: r.item(), Finding: r.finding(), ID: r.ID, Words: r.Field.In(Chinese)})
		}
	}
	var all []Gap
	for _, gaps := range byKind {
		all = append(all, gaps...)
	}
	return all
}

func (b *Book) itemGaps(v VisitID, add func(Gap)) {
	raised := map[ItemCode]bool{}
	for _, f := range b.FindingsAt(v) {
		raised[f.Item] = raised[f.Item] || f.State.Counts()
	}
	b.eachVerdict(v, func(_ *Section, it *Item, applies Holds, verdict Verdict) {
		if verdict == None && applies != No {
			add(Gap{Kind: NoVerdict, Item: it.Code, Words: it.Title})
		}
		if verdict == None {
			return
		}
		if applies == No {
			add(Gap{Kind: NotCounted, Item: it.Code, Words: it.Title})
			return
		}
		if applies == Unknown {
			add(Gap{Kind: Undecided, Item: it.Code, Words: it.Title})
		}
		if kind, ok := b.wordless(v, it, verdict, raised[it.Code]); ok {
			add(Gap{Kind: kind, Item: it.Code, Words: it.Title})
		}
	})
	for _, code := range b.OffList(v) {
		add(Gap{Kind: NotListed, Item: code, Words: b.TitleOf(code)})
	}
}

// wordless finds what a verdict needs beside it and has not.
func (b *Book) wordless(v VisitID, it *Item, verdict Verdict, raised bool) (GapKind, bool) {
	noted := b.AnswerAt(v, it.Code).Note != ""
	switch {
	case verdict == Unclear:
		return NotCleared, true
	case (verdict == Unmet || verdict == Partly) && !noted && !raised:
		return NoWords, true
	case verdict == NA && !noted:
		return NoReason, true
	case !noted && b.contradicts(v, it.Code, verdict):
		return Contradiction, true
	}
	return 0, false
}

// contradicts reports whether the last visit of an earlier round said the
// opposite: 不符合 then and 符合 now, or 不适用 then and not now.
func (b *Book) contradicts(v VisitID, code ItemCode, verdict Verdict) bool {
	for _, earlier := range b.EarlierAnswers(v, code) {
		was := earlier.Answer.Verdict
		if was != None {
			return was == Unmet && verdict == Met || was == NA && verdict != NA
		}
	}
	return false
}

func (b *Book) findingGaps(v VisitID, add func(Gap)) {
	for _, f := range b.FindingsAt(v) {
		if !f.State.Counts() {
			continue
		}
		if !b.evidenced(f.ID) {
			add(Gap{Kind: NoEvidence, Item: f.Item, Finding: f.ID, Words: f.Title})
		}
		if len(f.Undertakers) < 2 {
			add(Gap{Kind: OneName, Item: f.Item, Finding: f.ID, Words: f.Title})
		}
	}
}

// evidenced reports whether a finding has evidence, or one that was merged into
// it has: that stays with its own words.
func (b *Book) evidenced(id FindingID) bool {
	return len(b.EvidenceOf(id)) > 0 || slices.ContainsFunc(b.MergedInto(id), func(f Finding) bool { return b.evidenced(f.ID) })
}

func (b *Book) lookBackGaps(v VisitID, add func(Gap)) {
	for _, t := range b.LookBackThreads(v) {
		if b.RelookAt(v, t.ID).Answer == 0 {
			add(Gap{Kind: NoVerdict, Finding: t.ID, Words: t.Title})
		}
	}
}
