package inspection

import "strings"

// ChecklistID names one version of a checklist.
type ChecklistID string

// ItemCode names an item for good, whatever section it moves to.
type ItemCode string

// Checklist (清单) is what is looked at, in its order.
type Checklist struct {
	ID       ChecklistID
	Title    string
	Sections []Section
}

// Section (板块) is a chapter of a checklist.
type Section struct {
	Number    int
	Name      string
	Dimension Dimension
	Focus     Focus
	Items     []Item
}

// Item (要点) is one thing to look at.
type Item struct {
	Code      ItemCode
	Title     string
	Look      string // what to look at, and how to tell
	Applies   Conditions
	Basis     string // 依据
	Confirmed bool   // the basis was checked (已核); else 依据待核
	Methods   Methods
	Papers    []string   // to ask the school for
	Typical   string     // typical problem
	From      []ItemCode // 原编号: of an earlier version, that it was split from or took the place of
	Section   int
}

// Dimension is one of the 四个落实, numbered from 1.
type Dimension uint8

// Focus is one of the 四个聚焦, numbered from 1.
type Focus uint8

// Items calls f for each item, in the order of the checklist.
func (c *Checklist) Items(f func(*Section, *Item)) {
	for i := range c.Sections {
		for j := range c.Sections[i].Items {
			f(&c.Sections[i], &c.Sections[i].Items[j])
		}
	}
}

// Item finds an item by its code; nil when the checklist has none.
func (c *Checklist) Item(code ItemCode) *Item {
	for i := range c.Sections {
		for j := range c.Sections[i].Items {
			if c.Sections[i].Items[j].Code == code {
				return &c.Sections[i].Items[j]
			}
		}
	}
	return nil
}

// sectionOf is the number of an item's section, 0 for one that the checklist
// does not have.
func (c *Checklist) sectionOf(code ItemCode) int {
	if c == nil || code == "" {
		return 0
	}
	if it := c.Item(code); it != nil {
		return it.Section
	}
	return 0
}

// Section finds a section by its number; nil when the checklist has none.
func (c *Checklist) Section(number int) *Section {
	for i := range c.Sections {
		if c.Sections[i].Number == number {
			return &c.Sections[i]
		}
	}
	return nil
}

// SectionNamed is the section that a cell or a person names: by its number, its
// name, or both, as 3 食堂. It is nil where none is called so.
func (c *Checklist) SectionNamed(words string) *Section {
	words = oneBlank(words)
	digits := len(words) - len(strings.TrimLeft(words, "0123456789"))
	number, rest := words[:digits], strings.TrimLeft(words[digits:], " .、．·-")
	for i := range c.Sections {
		if s := &c.Sections[i]; sectionKey(s.Number) == number && (rest == "" || rest == oneBlank(s.Name)) {
			return s
		}
	}
	for i := range c.Sections {
		if s := &c.Sections[i]; oneBlank(s.Name) == words {
			return s
		}
	}
	return nil
}

func oneBlank(s string) string { return strings.Join(strings.Fields(s), " ") }

// Len is how many items the checklist has.
func (c *Checklist) Len() int {
	n := 0
	for i := range c.Sections {
		n += len(c.Sections[i].Items)
	}
	return n
}

// check finds what no checklist may have: nothing in it, or two things of one
// name.
func (c *Checklist) check() error {
	if c.ID == "" || c.Len() == 0 {
		return refuse(EmptyChecklist, c.Title)
	}
	sections := map[int]bool{}
	codes := map[ItemCode]bool{}
	for _, s := range c.Sections {
		if sections[s.Number] || s.Number < 1 {
			return refuse(SectionTwice, s.Name)
		}
		sections[s.Number] = true
		for _, it := range s.Items {
			if codes[it.Code] || it.Code == "" {
				return refuse(ItemTwice, string(it.Code))
			}
			codes[it.Code] = true
		}
	}
	return nil
}

func papersText(p []string) string { return strings.Join(p, "\n") }

func fromText(from []ItemCode) string {
	all := make([]string, len(from))
	for i, code := range from {
		all[i] = string(code)
	}
	return strings.Join(all, "\n")
}

func codesOf(text string) (all []ItemCode) {
	for _, code := range lines(text) {
		all = append(all, ItemCode(code))
	}
	return all
}
