package inspection

import (
	"cmp"
	"slices"
	"strings"
)

// EvidenceID is the SHA-256 of a file's bytes in hex: the same file is kept
// once, however often it is used.
type EvidenceID string

// MaxEvidence is the largest file that is kept, in bytes.
const MaxEvidence = 50 << 20

// EvidenceSort says what kind of evidence it is. Stored: add at the end.
type EvidenceSort uint8

// The sorts.
const (
	_         EvidenceSort = iota
	CopyOf                 // 复印件
	Photo                  // 照片
	Recording              // 录音录像
	Form                   // 表格和电子文档
	TalkSheet              // 谈话记录
	evidenceSorts
)

// Evidence (佐证) is one file as it stands at one visit.
type Evidence struct {
	ID    EvidenceID
	Visit VisitID
	Name  string // of the file when it was taken in
	Size  int64
	EvidenceNote
	Items    []ItemCode
	Findings []FindingID
	Proves   []FindingID // whose rectification it proves
}

// EvidenceNote is what is said of a piece of evidence.
type EvidenceNote struct {
	Caption string
	Page    string // such as 第3–5页
	Sort    EvidenceSort
	When    Day
	Where   string
}

// Attach judges taking a file in at a visit: its hash, name and size, and what
// it belongs to. Either link may be empty. A file that is there already gets
// the further link.
func (b *Book) Attach(v VisitID, id EvidenceID, name string, size int64, item ItemCode, finding FindingID) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	if !id.valid() {
		return Fact{}, refuse(NoSuchEvidence, string(id))
	}
	if size < 0 || size > MaxEvidence {
		return Fact{}, refuse(TooLarge, name)
	}
	name, err := line(name)
	if err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Kept}
	if b.value(b.evid(EvidenceFile, v, id)).IsZero() {
		b.set(&f, b.evid(EvidenceFile, v, id), Value{N: size, Text: name})
	}
	if item != "" {
		if err := b.answerable(v, item); err != nil {
			return Fact{}, err
		}
		b.link(&f, EvidenceAtItem, v, id, string(item), 1)
	}
	if finding != "" {
		if err := b.linkable(v, finding); err != nil {
			return Fact{}, err
		}
		b.link(&f, EvidenceAtFinding, v, id, string(finding), 1)
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, name)
	}
	return f.sorted(), nil
}

func (id EvidenceID) valid() bool {
	return len(id) == 64 && strings.Trim(string(id), "0123456789abcdef") == ""
}

func (b *Book) evid(field Field, v VisitID, id EvidenceID) Register {
	return Register{Field: field, Visit: v, ID: string(id)}
}

func (b *Book) link(f *Fact, field Field, v VisitID, id EvidenceID, to string, n int64) {
	r := b.evid(field, v, id)
	r.Item = ItemCode(to)
	b.change(f, r, Value{N: n})
}

// linkable refuses a finding that is not of the visit's school.
func (b *Book) linkable(v VisitID, id FindingID) error {
	if f, ok := b.Finding(id); !ok || f.Visit.School != v.School {
		return refuse(NoSuchFinding, string(id))
	}
	return nil
}

// Prove judges evidence as proof that a finding was put right.
func (b *Book) Prove(v VisitID, id EvidenceID, finding FindingID) (Fact, error) {
	if b.value(b.evid(EvidenceFile, v, id)).IsZero() {
		return Fact{}, refuse(NoSuchEvidence, string(id))
	}
	if err := b.linkable(v, finding); err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Kept}
	b.link(&f, EvidenceProves, v, id, string(finding), 1)
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f, nil
}

// Disprove judges that evidence is no proof after all. What else it belongs to
// stays, and so does the proof that a finding was closed with.
func (b *Book) Disprove(v VisitID, id EvidenceID, finding FindingID) (Fact, error) {
	if now, ok := b.Finding(finding); ok && b.closed(&now) {
		return Fact{}, refuse(AlreadyClosed, now.Title)
	}
	f := Fact{Kind: Kept}
	b.link(&f, EvidenceProves, v, id, string(finding), 0)
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NoSuchEvidence, string(id))
	}
	return f, nil
}

// Unlink judges taking a file away from an item or a finding; its bytes stay.
// What a finding was closed with stays its proof.
func (b *Book) Unlink(v VisitID, id EvidenceID, item ItemCode, finding FindingID) (Fact, error) {
	if now, ok := b.Finding(finding); ok && b.closed(&now) && slices.Contains(b.proof(&now), id) {
		return Fact{}, refuse(AlreadyClosed, now.Title)
	}
	f := Fact{Kind: Kept}
	if item != "" {
		b.link(&f, EvidenceAtItem, v, id, string(item), 0)
	}
	if finding != "" {
		b.link(&f, EvidenceAtFinding, v, id, string(finding), 0)
		b.link(&f, EvidenceProves, v, id, string(finding), 0)
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NoSuchEvidence, string(id))
	}
	return f.sorted(), nil
}

// Describe judges what is said of a piece of evidence.
func (b *Book) Describe(v VisitID, id EvidenceID, n EvidenceNote) (Fact, error) {
	if b.value(b.evid(EvidenceFile, v, id)).IsZero() {
		return Fact{}, refuse(NoSuchEvidence, string(id))
	}
	if n.Sort >= evidenceSorts {
		return Fact{}, refuse(NoSuchChoice, "")
	}
	f := Fact{Kind: Kept}
	for _, w := range []struct {
		field Field
		words string
	}{{EvidenceCaption, n.Caption}, {EvidencePage, n.Page}, {EvidenceWhere, n.Where}} {
		words, err := text(w.words, MaxTitle)
		if err != nil {
			return Fact{}, err
		}
		b.change(&f, b.evid(w.field, v, id), Value{Text: words})
	}
	b.change(&f, b.evid(EvidenceKind, v, id), Value{N: int64(n.Sort)})
	b.change(&f, b.evid(EvidenceWhen, v, id), Value{N: int64(n.When)})
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

// EvidenceAt is the evidence of a visit, by name.
func (b *Book) EvidenceAt(v VisitID) []Evidence {
	s := b.visits[v]
	if s == nil {
		return nil
	}
	var all []Evidence
	for id, links := range s.evidence {
		if e, ok := b.evidence(v, id, links); ok {
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(x, y Evidence) int {
		return cmp.Or(strings.Compare(x.Name, y.Name), strings.Compare(string(x.ID), string(y.ID)))
	})
	return all
}

func (b *Book) evidence(v VisitID, id EvidenceID, links map[Register]bool) (Evidence, bool) {
	at := func(field Field) Value { return b.value(b.evid(field, v, id)) }
	file := at(EvidenceFile)
	e := Evidence{
		ID: id, Visit: v, Name: file.Text, Size: file.N,
		EvidenceNote: EvidenceNote{
			Caption: at(EvidenceCaption).Text, Page: at(EvidencePage).Text, Sort: EvidenceSort(at(EvidenceKind).N),
			When: Day(at(EvidenceWhen).N), Where: at(EvidenceWhere).Text,
		},
	}
	for r := range links {
		if b.value(r).N == 0 {
			continue
		}
		switch r.Field {
		case EvidenceAtItem:
			e.Items = append(e.Items, r.Item)
		case EvidenceAtFinding:
			e.Findings = append(e.Findings, FindingID(r.Item))
		case EvidenceProves:
			e.Proves = append(e.Proves, FindingID(r.Item))
		}
	}
	slices.SortFunc(e.Items, CompareCodes)
	slices.Sort(e.Findings)
	slices.Sort(e.Proves)
	return e, !file.IsZero()
}

// EvidenceOf is the evidence of a finding, at whatever visit it was taken in.
func (b *Book) EvidenceOf(id FindingID) []Evidence {
	f, ok := b.Finding(id)
	if !ok {
		return nil
	}
	var all []Evidence
	for _, v := range b.VisitsTo(f.Visit.School) {
		for _, e := range b.EvidenceAt(v.ID) {
			if slices.Contains(e.Findings, id) || slices.Contains(e.Proves, id) {
				all = append(all, e)
			}
		}
	}
	return all
}

// proof is the evidence that a finding was put right.
func (b *Book) proof(f *Finding) []EvidenceID {
	var ids []EvidenceID
	for r := range b.findings[f.ID].proof {
		if b.value(r).N != 0 && !b.value(b.evid(EvidenceFile, r.Visit, EvidenceID(r.ID))).IsZero() {
			ids = append(ids, EvidenceID(r.ID))
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// AllEvidence calls f for each file that the book speaks of, once a visit.
func (b *Book) AllEvidence(f func(Evidence)) {
	for _, r := range b.Rounds() {
		for _, v := range b.VisitsIn(r.No) {
			for _, e := range b.EvidenceAt(v.ID) {
				f(e)
			}
		}
	}
}
