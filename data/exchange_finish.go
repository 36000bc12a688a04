package data

import (
	"cmp"
	"slices"
	"strings"

	"xuncha/data/bilingual"
	"xuncha/inspection"
)

// readAmendments reads what of a seal's visit is not as it was sealed.
func (r *stateReader) readAmendments(is byte) {
	if is != '[' {
		r.wrongShape(is, say("应是 [ ] 括起的一列"))
		return
	}
	r.each(func(_ int, is byte) {
		n := r.node(is, 5)
		r.amendment(&n)
	})
}

// amendmentKeys are those of an amendment.
var amendmentKeys = [...]string{"field", "item", "id", "from", "to", "reasons"}

func (r *stateReader) amendment(n *node) {
	if n.is != '{' {
		r.say(n, say("应是 { } 括起的一项"))
		return
	}
	given := map[string]*node{}
	for i, name := range n.names {
		if !slices.Contains(amendmentKeys[:], name) || given[name] != nil {
			r.say(&n.list[i], say("%s重复，或不是其中之一：%s", quote(pathName(name)), strings.Join(amendmentKeys[:], " ")))
			return
		}
		given[name] = &n.list[i]
	}
	texts := map[string]string{}
	for _, name := range []string{"field", "item", "id"} {
		if one := given[name]; one != nil {
			if one.is != 's' || ofLength(one.text, 1, inspection.MaxTitle) != nil {
				r.say(one, say("%s 应是文字", name))
				return
			}
			texts[name] = one.text
		}
	}
	f, err := inspection.ParseField(texts["field"])
	keys := valueKeys(f)
	if err != nil || len(keys) == 0 {
		r.say(n, say("没有这种更正：%s", quote(texts["field"])))
		return
	}
	d := inspection.Difference{}
	d.Register = inspection.Register{Field: f, Item: inspection.ItemCode(texts["item"]), ID: texts["id"]}
	r.readValue(given["from"], keys, &d.From, n)
	r.readValue(given["to"], keys, &d.To, n)
	if one := given["reasons"]; one != nil {
		var v inspection.Value
		if wrong := reasonsWay().read(one, &v); wrong != nil {
			r.say(one, say("理由%s", wrong))
		}
		for _, why := range one.list {
			d.Reasons = append(d.Reasons, why.text)
		}
	}
	r.amended = append(r.amended, amendment{Difference: d, place32: place32{int32(n.line), int32(n.column)}})
}

// readValue reads what a register held, under the keys that it has elsewhere.
func (r *stateReader) readValue(n *node, keys []key, v *inspection.Value, whole *node) {
	if n == nil || n.is != '{' {
		r.say(whole, say("from 和 to 应是 { } 括起的值"))
		return
	}
	for i, name := range n.names {
		at := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
		if at < 0 || slices.Contains(n.names[:i], name) {
			r.say(&n.list[i], say("%s重复，或不是这里的键", quote(pathName(name))))
			return
		}
		r.say(&n.list[i], keys[at].as.read(&n.list[i], v))
	}
}

// finish checks what only the whole tells, and makes it a state.
func (r *stateReader) finish() (*inspection.State, error) {
	r.checkReferences()
	r.fit()
	r.sort()
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	r.separate()
	r.sealed()
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return r.state, nil
}

// missing says that nothing in the file has a name.
func (at reference) missing() bilingual.Text {
	name := quote(at.name)
	switch at.kind {
	case refRound:
		return say("rounds 中没有第%s轮", name)
	case refSchool:
		return say("schools 中没有学校%s", name)
	case refChecklist:
		return say("checklists 中没有清单%s", name)
	case refItem:
		return say("checklists 中没有要点%s（清单已不用的，列入 unlisted_items）", name)
	case refFinding:
		return say("没有问题%s（提出后又撤销的，列入 gone_findings）", name)
	}
	return say("members 中没有成员%s", name)
}

func (r *stateReader) checkReferences() {
	for at, where := range r.asked {
		if !r.named[at] {
			r.faults.add(int(where.line), int(where.column), "%s：%s", where.path, at.missing())
		}
	}
	if !r.namedAny() {
		r.faults.add(1, 1, "$：没有 campaign，不是一个账本的全部")
	}
}

func (r *stateReader) namedAny() bool {
	return slices.ContainsFunc(r.held, func(h inspection.Held) bool { return h.Register.Field == inspection.CampaignID })
}

// fit has the trade judge every value.
func (r *stateReader) fit() {
	for i := range r.held {
		h := &r.held[i]
		if h.Register.Field >= asClash {
			continue
		}
		v, err := h.Register.Field.Fit(h.Value)
		if no, refused := inspection.Refused(err); refused {
			r.faults.add(int(r.places[i].line), int(r.places[i].column), "%s %s：%s", h.Register.Field.Name(), quote(h.Value.Text), both(no))
		}
		h.Value = v
	}
}

// sort puts the registers in their order and finds those that stand twice.
func (r *stateReader) sort() {
	order := make([]int, len(r.held))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return r.held[i].Register.Compare(r.held[j].Register) })
	sorted := make([]inspection.Held, len(r.held))
	for n, i := range order {
		sorted[n] = r.held[i]
		if n > 0 && sorted[n-1].Register == sorted[n].Register {
			at, first := r.places[i], r.places[order[n-1]]
			r.faults.add(int(at.line), int(at.column), "与第%d行的内容重复（%s）", first.line, r.held[i].Register.Field.Name())
			if len(r.faults.List) > mostFaults {
				break
			}
		}
	}
	r.held = sorted
}

// separate takes out what is in no register of its own, and what holds nothing.
func (r *stateReader) separate() {
	s := r.state
	clashing := map[inspection.FindingID]bool{}
	for _, h := range r.held {
		at := h.Register
		switch at.Field {
		case asClash:
			clashing[inspection.FindingID(at.ID)] = h.Value.N == 1
		case asLast:
			s.Numbers = append(s.Numbers, inspection.LastNumber{Round: at.Visit.Round, Team: int(countedValue(at.ID).N), N: int(h.Value.N)})
		case asCount:
			c, _ := inspection.ParseCounter(at.ID) // one of the names
			s.Counts = append(s.Counts, inspection.Add{Visit: at.Visit, Counter: c, N: h.Value.N})
		case asUnlisted, asGone:
		default:
			if !h.Value.IsZero() {
				s.Holds = append(s.Holds, h)
			}
		}
	}
	for _, id := range s.Raised {
		if clashing[id] {
			s.Clashing = append(s.Clashing, id)
		}
	}
	slices.SortFunc(s.Counts, func(x, y inspection.Add) int {
		return cmp.Or(x.Visit.Compare(y.Visit), cmp.Compare(x.Counter, y.Counter))
	})
	slices.SortFunc(s.Numbers, func(x, y inspection.LastNumber) int {
		return cmp.Or(cmp.Compare(x.Round, y.Round), cmp.Compare(x.Team, y.Team))
	})
}

// sealed puts the amendments beside their seals.
func (r *stateReader) sealed() {
	closed := map[inspection.VisitID]bool{}
	for _, h := range r.state.Holds {
		if h.Register.Field == inspection.SealBy {
			closed[h.Register.Visit] = true
		}
	}
	for _, v := range r.seals {
		if !closed[v] {
			continue // opened again
		}
		one := inspection.AmendedVisit{Visit: v}
		for i := range r.amended {
			if a := &r.amended[i]; a.visit == v {
				one.Amended = append(one.Amended, r.amendedAt(a))
			}
		}
		r.state.Seals = append(r.state.Seals, one)
	}
}

// amendedAt gives an amendment its register, which is of the visit or, for what
// decides which items apply, of its school. What it is now is what is held.
func (r *stateReader) amendedAt(a *amendment) inspection.Difference {
	d := a.Difference
	d.Register.Visit = a.visit
	if f := d.Register.Field; f >= inspection.SchoolStage && f <= inspection.SchoolTraits {
		d.Register.Visit = inspection.VisitID{School: a.visit.School}
	}
	for _, v := range []*inspection.Value{&d.From, &d.To} {
		fit, err := d.Register.Field.Fit(*v)
		if no, refused := inspection.Refused(err); refused {
			r.faults.add(int(a.line), int(a.column), "%s：%s", d.Register.Field.Name(), both(no))
		}
		*v = fit
	}
	if now := r.now(d.Register); d.To != now {
		r.faults.add(int(a.line), int(a.column), "%s：to 与现在的内容不同", d.Register.Field.Name())
	}
	return d
}

// now is what a register holds, or what a counter comes to.
func (r *stateReader) now(at inspection.Register) inspection.Value {
	if at.Field == inspection.SealFigure {
		for _, a := range r.state.Counts {
			if a.Visit == at.Visit && a.Counter.Name() == string(at.Item) {
				return inspection.Value{N: a.N}
			}
		}
		return inspection.Value{}
	}
	i, ok := slices.BinarySearchFunc(r.state.Holds, at, func(h inspection.Held, at inspection.Register) int { return h.Register.Compare(at) })
	if !ok {
		return inspection.Value{}
	}
	return r.state.Holds[i].Value
}
