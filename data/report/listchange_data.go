package report

import "xuncha/inspection"

type listChangeJSON struct {
	Was      listNameJSON     `json:"was"`
	Now      listNameJSON     `json:"now"`
	Counts   map[string]int   `json:"counts"` // items by what became of them, unchanged ones too
	Touched  *useJSON         `json:"touched,omitempty"`
	Lost     *useJSON         `json:"lost,omitempty"` // on codes that the later version has not
	Sections []sectionChange  `json:"sections"`
	Items    []itemChangeJSON `json:"items"` // unchanged ones left out
}

type listNameJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Items int    `json:"items"`
}

type sectionChange struct {
	Was *listSectionJSON `json:"was"`
	Now *listSectionJSON `json:"now"`
}

type itemChangeJSON struct {
	Change string           `json:"change"`
	Was    []itemNameJSON   `json:"was"`
	Now    []itemNameJSON   `json:"now"`
	Moved  bool             `json:"moved"`
	Reuses []string         `json:"reuses"` // codes that stood for something else
	Parts  []partChangeJSON `json:"parts"`
	Use    *useJSON         `json:"use,omitempty"`
}

type itemNameJSON struct {
	Code    string `json:"item"`
	Title   string `json:"title"`
	Section int    `json:"section"`
}

type partChangeJSON struct {
	Part string `json:"part"`
	Was  string `json:"was"`
	Now  string `json:"now"`
}

type useJSON struct {
	Answers  int `json:"answers"`
	Findings int `json:"findings"`
	Evidence int `json:"evidence"`
}

// Data is what differs for programs.
func (c ListChange) Data(l inspection.Language) any {
	out := listChangeJSON{
		Was:    listNameJSON{string(c.Was.ID), c.Was.Title, c.Was.Len()},
		Now:    listNameJSON{string(c.Now.ID), c.Now.Title, c.Now.Len()},
		Counts: map[string]int{}, Sections: []sectionChange{}, Items: []itemChangeJSON{},
		Touched: c.use(c.Touched()), Lost: c.use(c.Lost()),
	}
	for _, f := range inspection.Fates() {
		out.Counts[f.Name()] = c.Count(f)
	}
	for _, s := range c.Sections {
		out.Sections = append(out.Sections, sectionChange{sectionNamed(s.Was), sectionNamed(s.Now)})
	}
	for i := range c.Items {
		if one := &c.Items[i]; one.Fate != inspection.Unchanged {
			out.Items = append(out.Items, c.item(one, l))
		}
	}
	return out
}

func (c ListChange) use(u inspection.Use) *useJSON {
	if c.Uses == nil {
		return nil
	}
	return &useJSON{u.Answers, u.Findings, u.Evidence}
}

func sectionNamed(s *inspection.Section) *listSectionJSON {
	if s == nil {
		return nil
	}
	return &listSectionJSON{Number: s.Number, Name: s.Name, Dimension: int(s.Dimension), Focus: int(s.Focus)}
}

func (c ListChange) item(one *inspection.ItemChange, l inspection.Language) itemChangeJSON {
	out := itemChangeJSON{
		Change: one.Fate.Name(), Was: itemNames(one.Was), Now: itemNames(one.Now), Moved: one.Moved,
		Reuses: []string{}, Parts: []partChangeJSON{}, Use: c.use(c.Uses.Of(one.Codes())),
	}
	for _, code := range one.Reuses {
		out.Reuses = append(out.Reuses, string(code))
	}
	for _, p := range one.Parts {
		out.Parts = append(out.Parts, partChangeJSON{p.Name(), p.Of(one.Was[0], l), p.Of(one.Now[0], l)})
	}
	return out
}

func itemNames(items []*inspection.Item) []itemNameJSON {
	all := []itemNameJSON{}
	for _, it := range items {
		all = append(all, itemNameJSON{string(it.Code), it.Title, it.Section})
	}
	return all
}
