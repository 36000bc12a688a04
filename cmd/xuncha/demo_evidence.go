package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"xuncha/data"
	"xuncha/inspection"
)

// shelf takes made-up files in as evidence, through the door by which all
// evidence comes.
type shelf struct {
	folder *data.EvidenceFolder
	aside  string // where files are made before they are taken in
}

func newShelf(book string) (*shelf, error) {
	aside, err := os.MkdirTemp("", "xuncha-demo-")
	if err != nil {
		return nil, err
	}
	return &shelf{data.EvidenceOf(book), aside}, nil
}

func (s *shelf) close(err error) error { return errors.Join(err, os.RemoveAll(s.aside)) }

func (s *shelf) take(name, text string) (data.Taken, error) {
	path := filepath.Join(s.aside, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return data.Taken{}, err
	}
	return s.folder.TakeIn(context.Background(), path, nil)
}

// attach makes up a file of a visit, takes it in and hangs findings on it, or
// has it prove that they were put right.
func (v *inventor) attach(who string, id inspection.VisitID, about string, findings []inspection.Finding, prove bool) error {
	t, err := v.madeUpFile(id, about, findings)
	if err != nil {
		return err
	}
	hang := func(f inspection.FindingID) func() (inspection.Fact, error) {
		return func() (inspection.Fact, error) { return v.book.Attach(id, t.ID, t.Name, t.Size, "", f) }
	}
	first := findings[0].ID
	if prove {
		first = "" // it was not seen at the visit, and so is no part of its seal
	}
	steps := []func() (inspection.Fact, error){hang(first), func() (inspection.Fact, error) {
		caption := v.book.School(id.School).Name + about
		return v.book.Describe(id, t.ID, inspection.EvidenceNote{Caption: caption, Page: "全文", Sort: inspection.Form, When: v.clock.day()})
	}}
	for _, f := range findings {
		switch {
		case prove:
			steps = append(steps, func() (inspection.Fact, error) { return v.book.Prove(id, t.ID, f.ID) })
		case f.ID != first:
			steps = append(steps, hang(f.ID))
		}
	}
	for _, step := range steps {
		if err := v.do(who, step); err != nil {
			return err
		}
	}
	return nil
}

func (v *inventor) madeUpFile(id inspection.VisitID, about string, findings []inspection.Finding) (data.Taken, error) {
	name := fmt.Sprintf("示例佐证-%s-%s-%s.txt", id.School, about, v.clock.day())
	text := fmt.Sprintf("示例佐证（演示内容，纯属虚构）\n学校：%s\n日期：%s\n内容：%s\n", v.book.School(id.School).Name, v.clock.day(), about)
	for i, f := range findings {
		text += fmt.Sprintf("%d. %s\n", i+1, f.Title)
	}
	return v.shelf.take(name, text)
}
