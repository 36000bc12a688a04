package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xuncha/data/report"
	"xuncha/inspection"
)

// manyFiles are files that are read one after the other: each is taken whole or
// not at all, as an entry of its own, and one that has faults does not hold up
// the others.
type manyFiles struct {
	*intake
	files []oneFile
}

// oneFile is one of them: what it would change, or why it is not taken.
type oneFile struct {
	path string
	p    *proposal
	says string // why not
}

// runMany shows what all files would change, and asks once.
func (i *intake) runMany(paths []string, as report.Format, propose proposer) error {
	s := manyFiles{intake: i}
	err := i.openFor()
	if err != nil {
		return err
	}
	for n := 0; n < len(paths) && err == nil; n++ {
		err = s.read(paths[n], propose)
	}
	if err == nil {
		s.apart()
		err = i.settle(s.proposal(), as)
	}
	if bad := s.bad(); err == nil && len(bad) > 0 {
		err = refusal{sentence(i.t.imports.badFiles, len(bad), strings.Join(bad, i.t.comma))}
	}
	return i.close(err)
}

// read reads one file. What is wrong with it is told with the others; err is
// what keeps them all from being read.
func (s *manyFiles) read(path string, propose proposer) error {
	f, err := s.readTable(path)
	one := oneFile{path: path}
	if err == nil {
		one.p, err = propose(s.intake, f)
	}
	if err != nil {
		code, says := s.sort(err)
		if code != exitRefused {
			return err
		}
		one.p, one.says = nil, says
	}
	s.files = append(s.files, one)
	return nil
}

// apart finds files that speak of the same thing. Nobody but those who sent them
// knows which is the newer, so none of them is taken.
func (s *manyFiles) apart() {
	first := map[inspection.FindingID]int{}
	for i := range s.files {
		if s.files[i].p == nil {
			continue
		}
		for _, id := range slices.Sorted(maps.Keys(s.files[i].p.lines)) {
			n, twice := first[id]
			if !twice {
				first[id] = i
				continue
			}
			one, other := &s.files[n], &s.files[i]
			says := s.t.refused + sentence(s.t.imports.sameThing, one.path, one.p.lines[id].In(s.lang), other.path, other.p.lines[id].In(s.lang))
			one.says, other.says = says, says
		}
	}
}

// proposal is all that is to be taken, a fact for each file.
func (s *manyFiles) proposal() *proposal {
	all := &proposal{}
	told, answer := telling{door: s.door}, manyJSON{Files: []oneFileJSON{}}
	changed, same := 0, 0
	for _, one := range s.files {
		switch {
		case one.says != "":
			told.line("%s\n", one.says)
			answer.Files = append(answer.Files, oneFileJSON{File: one.path, Refused: one.says})
			all.none = s.t.progress.noneTaken
			continue
		case len(one.p.facts) > 0:
			changed++
		default:
			same++
		}
		told.line("%s", one.p.says)
		answer.Files = append(answer.Files, oneFileJSON{File: one.path, Changes: one.p.data})
		all.facts = append(all.facts, one.p.facts...)
		if one.p.none != "" {
			all.none = one.p.none
		}
	}
	told.line(s.t.imports.sum, len(s.files), changed, same, len(s.files)-changed-same)
	all.says, all.data = told.b.String(), answer
	return all
}

// bad are the files that are not taken.
func (s *manyFiles) bad() (paths []string) {
	for _, one := range s.files {
		if one.says != "" {
			paths = append(paths, shown(one.path, 100))
		}
	}
	return paths
}

// manyJSON is what several files would change, for programs.
type manyJSON struct {
	Files []oneFileJSON `json:"files"`
}

type oneFileJSON struct {
	File    string `json:"file"`
	Changes any    `json:"changes,omitempty"`
	Refused string `json:"refused,omitempty"` // why nothing of it is taken
}

// filesIn has the files of a folder stand in its place, in the order of their
// names. Those that programs leave beside an open file are none.
func (d *door) filesIn(paths []string) ([]string, error) {
	var all []string
	for _, path := range paths {
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			all = append(all, path)
			continue
		}
		in, err := os.ReadDir(path)
		if err != nil {
			return nil, fmt.Errorf("folder: %w", err)
		}
		before := len(all)
		for _, e := range in {
			if !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") {
				all = append(all, filepath.Join(path, e.Name()))
			}
		}
		if len(all) == before {
			return nil, refusal{sentence(d.t.imports.emptyFolder, shown(path, 100))}
		}
	}
	return all, nil
}
