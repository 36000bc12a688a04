package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The house is guarded here: who may know whom, what lies at the top, and that
// everything has a name plate. Each failure gives the reason.

const top = "../.."

// sourceFile is a file of the program, tests left out.
type sourceFile struct {
	folder, name string // from the top, with slashes
	lines        int
	tree         *ast.File
	set          *token.FileSet
}

func house(t *testing.T) []sourceFile {
	t.Helper()
	var all []sourceFile
	err := filepath.WalkDir(top, func(path string, e fs.DirEntry, err error) error {
		name := e.Name()
		switch {
		case err != nil:
			return err
		case e.IsDir() && (name == "testdata" || path != top && strings.HasPrefix(name, ".")):
			return fs.SkipDir
		case e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(top, filepath.Dir(path))
		all = append(all, sourceFile{filepath.ToSlash(folder), name, set.File(tree.Pos()).LineCount(), tree, set})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 30 {
		t.Fatalf("found only %d files: the guard looks at the wrong place", len(all))
	}
	return all
}

// May each room know the other? Imports run cmd → tui → inspection ← data.
var mayKnow = map[string]struct {
	rooms  []string
	reason string
}{
	"inspection":     {nil, "the trade holds on paper too: it knows no screen, disk or program"},
	"data":           {[]string{"inspection", "data/bilingual", "data/table"}, "the disk has never heard of the screens, so either can be changed alone"},
	"data/bilingual": {nil, "a sentence is said alike, whatever it is about"},
	"data/table":     {[]string{"data/bilingual"}, "rows and cells are read alike, whatever they are about"},
	"data/docx":      {[]string{"data/bilingual"}, "a document is written alike, whatever it is about"},
	"data/report":    {[]string{"inspection", "data/docx"}, "paper is made from a Book, wherever that came from"},
	"tui":            {[]string{"inspection"}, "screens declare the little they need of the disk, and cmd wires it"},
	"cmd/xuncha":     {[]string{"inspection", "data", "data/bilingual", "data/table", "data/docx", "data/report", "tui"}, "the front door wires the others"},
}

func TestImportsRunOneWay(t *testing.T) {
	for _, f := range house(t) {
		room, known := mayKnow[f.folder]
		if !known {
			t.Errorf("%s is a room that the plan of the house does not have", f.folder)
			continue
		}
		for _, path := range f.imports() {
			if other, ours := strings.CutPrefix(path, "xuncha/"); ours && !slices.Contains(room.rooms, other) {
				t.Errorf("%s/%s imports %s; %s", f.folder, f.name, path, room.reason)
			}
		}
	}
}

func (f sourceFile) imports() (paths []string) {
	for _, spec := range f.tree.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			panic(err) // it was parsed
		}
		paths = append(paths, path)
	}
	return paths
}

// inspection has no computer in it.
func TestInspectionIsPure(t *testing.T) {
	for _, f := range house(t) {
		if f.folder != "inspection" {
			continue
		}
		for _, path := range f.imports() {
			first, _, _ := strings.Cut(path, "/")
			if slices.Contains([]string{"os", "io", "net", "encoding", "log", "bufio", "syscall", "runtime"}, first) || strings.Contains(first, ".") {
				t.Errorf("inspection/%s imports %s; the trade would be true if everyone worked on paper: files belong to data, words on a screen to tui", f.name, path)
			}
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Tick", "Sleep"}, s.Sel.Name) {
					t.Errorf("%s: time.%s; now is an argument, or the same entries would not give the same book", f.set.Position(s.Pos()), s.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestNothingElseAtTheTop(t *testing.T) {
	entries, err := os.ReadDir(top)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !slices.Contains([]string{"cmd", "tui", "inspection", "data", "go.mod", "go.sum", "README.md", "LICENSE"}, e.Name()) {
			t.Errorf("%s lies at the top; who opens the repository should see the house and nothing else", e.Name())
		}
	}
}

// Everything exported has a comment that begins with its name, and every
// package a first sentence.
func TestEverythingIsExplained(t *testing.T) {
	t.Parallel()
	packages := map[string]bool{}
	for _, f := range house(t) {
		if doc := f.tree.Doc.Text(); doc != "" {
			packages[f.folder] = packages[f.folder] || strings.HasPrefix(doc, "Package "+f.tree.Name.Name+" ") || strings.HasPrefix(doc, "Command ")
		} else if !packages[f.folder] {
			packages[f.folder] = false
		}
		for _, d := range f.tree.Decls {
			explain(t, f, d)
		}
	}
	for folder, explained := range packages {
		if !explained {
			t.Errorf("package %s has no first sentence “Package … …”; a reader begins there", folder)
		}
	}
}

func explain(t *testing.T, f sourceFile, d ast.Decl) {
	t.Helper()
	missing := func(at token.Pos, name string) {
		t.Errorf("%s: %s has no comment that begins with its name; say what it is, its units and its errors", f.set.Position(at), name)
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		// What Error means, the language says.
		if d.Name.IsExported() && d.Name.Name != "Error" && receiverIsExported(d) && !strings.HasPrefix(d.Doc.Text(), d.Name.Name+" ") {
			missing(d.Pos(), d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && !begins(d.Doc.Text(), s.Name.Name) && !begins(s.Doc.Text(), s.Name.Name) {
					missing(s.Pos(), s.Name.Name)
				}
			case *ast.ValueSpec:
				// Of a group, one comment explains all.
				if s.Names[0].IsExported() && d.Doc.Text() == "" && s.Doc.Text() == "" && s.Comment.Text() == "" {
					missing(s.Pos(), s.Names[0].Name)
				}
			}
		}
	}
}

func begins(doc, name string) bool { return strings.HasPrefix(doc, name+" ") }

func receiverIsExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	if p, ok := typ.(*ast.StarExpr); ok {
		typ = p.X
	}
	if g, ok := typ.(*ast.IndexExpr); ok {
		typ = g.X
	}
	name, ok := typ.(*ast.Ident)
	return ok && name.IsExported()
}

// Small rooms are read, large ones are not.
func TestRoomsAreSmall(t *testing.T) {
	for _, f := range house(t) {
		if f.lines > 400 {
			t.Errorf("%s/%s has %d lines; over 400 a noun is missing", f.folder, f.name, f.lines)
		}
		for _, d := range f.tree.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				if n := f.set.Position(fn.End()).Line - f.set.Position(fn.Pos()).Line + 1; n > 80 {
					t.Errorf("%s: %s has %d lines; over 80 nobody reads it", f.set.Position(fn.Pos()), fn.Name.Name, n)
				}
			}
		}
	}
}
