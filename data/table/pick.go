package table

import (
	"errors"

	"xuncha/data/bilingual"
)

// Pick finds the table of a file: on the sheet of that name, or where none is
// named, on the one that has the heads. Sheets that are hidden are looked at
// only by name. The error is [Faults]: no such sheet, several that might be
// meant, or what [Sheet.Find] finds wrong.
func (f *File) Pick(sheet string, columns []Column) (*Table, error) {
	if sheet != "" {
		for i := range f.Sheets {
			if headKey(f.Sheets[i].Name) == headKey(sheet) {
				return f.Sheets[i].Find(columns)
			}
		}
		return nil, Faults{{Says: say("没有名为“%s”的工作表，有：%s", line(words(sheet)), f.sheetNames(nil))}}
	}
	var fit []int
	var first error
	for i := range f.Sheets {
		s := &f.Sheets[i]
		if s.Hidden || len(s.Rows) == 0 {
			continue
		}
		_, n, _ := s.bestHeads(namesOf(columns))
		switch {
		case n >= min(2, len(columns)):
			fit = append(fit, i)
		case first == nil:
			_, first = s.Find(columns)
		}
	}
	switch {
	case len(fit) == 1:
		return f.Sheets[fit[0]].Find(columns)
	case len(fit) > 1:
		return nil, Faults{{Says: say("有 %d 张工作表都像要读的表，请指明读哪一张：%s", len(fit), f.sheetNames(fit))}}
	case first == nil:
		first = Faults{{Says: say("没有找到内容：看得见的工作表都是空的")}}
	}
	return nil, first
}

func (f *File) sheetNames(only []int) bilingual.Text {
	var names bilingual.Text
	if only == nil {
		for i := range f.Sheets {
			only = append(only, i)
		}
	}
	for _, i := range only {
		name := bilingual.Same(f.Sheets[i].Name)
		if f.Sheets[i].Hidden {
			name = say("%s（隐藏）", name)
		}
		if names.IsZero() {
			names = name
		} else {
			names = say("%s、%s", names, name)
		}
	}
	if names.IsZero() {
		return say("（csv 文件没有工作表）")
	}
	return names
}

// AsFaults are the faults in an error of this package, if that is what it is.
func AsFaults(err error) (Faults, bool) {
	var faults Faults
	ok := errors.As(err, &faults)
	return faults, ok
}
