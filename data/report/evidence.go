package report

import (
	"io"
	"strconv"
	"strings"

	"xuncha/inspection"
)

// EvidenceList is evidence as it stands at its visits.
type EvidenceList []EvidenceLine

// EvidenceLine is one file at one visit.
type EvidenceLine struct {
	ID       string   `json:"id"` // SHA-256 of its bytes, in hexadecimal
	Name     string   `json:"name"`
	Size     int64    `json:"size"` // in bytes
	Round    int      `json:"round"`
	Kind     string   `json:"kind"` // of the visit
	School   string   `json:"school"`
	Sort     string   `json:"sort"` // empty: not said
	Caption  string   `json:"caption"`
	Page     string   `json:"page"`
	Day      string   `json:"day"` // 2026-11-23, or empty
	Place    string   `json:"place"`
	Items    []string `json:"items"`
	Findings []string `json:"findings"`
	Proves   []string `json:"proves"` // findings whose rectification it proves

	sort inspection.EvidenceSort
}

// EvidenceSelection says which evidence is wanted; zero parts ask for nothing in
// particular.
type EvidenceSelection struct {
	Round   inspection.RoundNo
	School  inspection.SchoolCode
	Finding inspection.FindingID
}

func (s EvidenceSelection) wants(e *inspection.Evidence) bool {
	if s.Round != 0 && e.Visit.Round != s.Round || s.School != "" && e.Visit.School != s.School {
		return false
	}
	if s.Finding == "" {
		return true
	}
	for _, id := range append(e.Findings[:len(e.Findings):len(e.Findings)], e.Proves...) {
		if id == s.Finding {
			return true
		}
	}
	return false
}

// ListEvidence lists the evidence that sel wants, by round and school.
func ListEvidence(b *inspection.Book, sel EvidenceSelection) EvidenceList {
	list := EvidenceList{}
	b.AllEvidence(func(e inspection.Evidence) {
		if !sel.wants(&e) {
			return
		}
		list = append(list, EvidenceLine{
			ID: string(e.ID), Name: e.Name, Size: e.Size,
			Round: int(e.Visit.Round), Kind: e.Visit.Kind.In(inspection.English), School: string(e.Visit.School),
			Sort: e.Sort.Name(), Caption: e.Caption, Page: e.Page, Day: e.When.String(), Place: e.Where,
			Items: named(e.Items), Findings: named(e.Findings), Proves: named(e.Proves), sort: e.Sort,
		})
	})
	return list
}

// named are codes as plain words; none is an empty list, not null.
func named[T ~string](codes []T) []string {
	words := []string{}
	for _, c := range codes {
		words = append(words, string(c))
	}
	return words
}

// Write writes the list in a format and a language. The text shortens IDs to as
// much as names a file well enough.
func (g EvidenceList) Write(w io.Writer, f Format, l inspection.Language) error {
	switch f {
	case JSON:
		return writeJSON(w, g)
	case CSV:
		return g.table(l, 64).csv(w)
	}
	var b strings.Builder
	g.table(l, ShortID).text(&b, "")
	_, err := io.WriteString(w, b.String())
	return err
}

// ShortID is how much of an ID a text shows, and enough to ask for it.
const ShortID = 12

var evidenceHeads = [][]string{
	inspection.Chinese: {"编号", "文件", "大小", "轮次", "学校", "种类", "说明", "页码", "日期", "地点", "要点", "问题", "整改证明"},
	inspection.English: {"id", "file", "bytes", "round", "school", "kind", "caption", "page", "day", "place", "items", "findings", "proves"},
}

func (g EvidenceList) table(l inspection.Language, id int) *table {
	t := wordsIn(l)
	tab := &table{head: evidenceHeads[l], right: map[int]bool{2: true, 3: true}}
	for _, e := range g {
		tab.add(e.ID[:min(id, len(e.ID))], oneLine(e.Name), strconv.FormatInt(e.Size, 10), strconv.Itoa(e.Round), e.School,
			e.sort.In(l), oneLine(e.Caption), oneLine(e.Page), e.Day, oneLine(e.Place),
			strings.Join(e.Items, t.comma), strings.Join(e.Findings, t.comma), strings.Join(e.Proves, t.comma))
	}
	return tab
}
