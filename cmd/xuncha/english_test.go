package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What is wrong with a file is said in English too: every format that says it
// stands in the table of its room, with the same verbs, and nothing else does.
func TestWordsAboutFilesAreInEnglishToo(t *testing.T) {
	for _, room := range []string{"data", "data/table", "data/docx"} {
		said, english := formatsOf(t, room), englishOf(t, room)
		if len(said) < 20 {
			t.Errorf("%s: found only %d formats: the guard looks at the wrong place", room, len(said))
		}
		var order []string
		for _, e := range english {
			chinese, english := e[0], e[1]
			order = append(order, chinese)
			if said[chinese] == "" {
				t.Errorf("%s/english.go: nobody says %q", room, chinese)
			}
			if got, want := verbsOf(english), verbsOf(chinese); !slices.Equal(got, want) {
				t.Errorf("%s/english.go: %q takes %v, its Chinese %v; an argument would be lost or said in a wrong way", room, english, got, want)
			}
			for _, word := range hanWord.FindAllString(english, -1) {
				if !strings.Contains(chinese, word) {
					t.Errorf("%s/english.go: %q is no word of a file in %q", room, word, english)
				}
			}
			if wide.MatchString(english) {
				t.Errorf("%s/english.go: %q is not English", room, english)
			}
		}
		for _, chinese := range slices.Sorted(maps.Keys(said)) {
			if spoken.MatchString(chinese) && !slices.Contains(order, chinese) {
				t.Errorf("%s: %q is not in %s/english.go; who reads --lang en would get Chinese", said[chinese], chinese, room)
			}
		}
		if !slices.IsSorted(order) {
			t.Errorf("%s/english.go is not in the order of the Chinese; what is out of it is not found", room)
		}
	}
}

var (
	hanWord = regexp.MustCompile(`\p{Han}+`)
	wide    = regexp.MustCompile(`[，。：；？！（）]|^[^a-z%]*$`)
	spoken  = regexp.MustCompile(`[\p{Han}，。：；？！、（）]`)
	verb    = regexp.MustCompile(`%(?:\[(\d+)\])?([a-z%])`)
)

// verbsOf are those of a format, in the order of the arguments.
func verbsOf(format string) (all []string) {
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if n, err := strconv.Atoi(m[1]); err == nil {
			next = n
		}
		all = append(all, fmt.Sprintf("%02d%s", next, m[2]))
		next++
	}
	slices.Sort(all)
	return all
}

// englishOf reads the table of a room.
func englishOf(t *testing.T, room string) (all [][2]string) {
	t.Helper()
	for _, f := range house(t) {
		if f.folder != room || f.name != "english.go" {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if pair, ok := n.(*ast.CompositeLit); ok && pair.Type == nil && len(pair.Elts) == 2 {
				all = append(all, [2]string{f.literal(t, pair.Elts[0]), f.literal(t, pair.Elts[1])})
			}
			return true
		})
	}
	return all
}

// formatsOf finds all formats in the calls of a room, and where they
// stand: the argument that is called format, in front of args, where the callee
// is declared.
func formatsOf(t *testing.T, room string) map[string]string {
	t.Helper()
	sayers, said := map[string]int{}, map[string]string{}
	var files []sourceFile
	for _, f := range house(t) {
		if f.folder == room {
			files = append(files, f)
			f.sayers(t, sayers)
		}
	}
	for _, f := range files {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name := callee(call)
			if at, ok := sayers[name]; ok && at < len(call.Args) && name != ".f" { // what a pen writes is XML
				if arg, ok := call.Args[at].(*ast.Ident); ok && arg.Name == "format" {
					return true // handed on
				}
				format := f.literal(t, call.Args[at])
				said[format] = cmp.Or(said[format], f.set.Position(call.Pos()).String())
			}
			if name == "fmt.Sprintf" || name == "fmt.Errorf" || name == "errors.New" {
				f.noChinese(t, call)
			}
			return true
		})
	}
	return said
}

// callee is what is called: say, or .add of anything; of a package: fmt.Errorf.
func callee(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok && (x.Name == "fmt" || x.Name == "errors") {
			return x.Name + "." + f.Sel.Name
		}
		return "." + f.Sel.Name
	}
	return ""
}

// sayers notes the functions that take a format, and which argument it is.
func (f sourceFile) sayers(t *testing.T, all map[string]int) {
	for _, d := range f.tree.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || !isVariadic(fn) {
			continue
		}
		name, at := fn.Name.Name, 0
		if fn.Recv != nil {
			name = "." + name
		}
		for _, field := range fn.Type.Params.List {
			for _, p := range field.Names {
				if p.Name == "format" {
					if before, known := all[name]; known && before != at {
						t.Errorf("%s: two of the name %s take their formats at different places", f.set.Position(fn.Pos()), name)
					}
					all[name] = at
				}
				at++
			}
		}
	}
}

func isVariadic(fn *ast.FuncDecl) bool {
	params := fn.Type.Params.List
	if len(params) == 0 {
		return false
	}
	_, ok := params[len(params)-1].Type.(*ast.Ellipsis)
	return ok
}

// noChinese minds that no sentence is made where its English is not looked up.
func (f sourceFile) noChinese(t *testing.T, call *ast.CallExpr) {
	for _, arg := range call.Args {
		if lit, ok := arg.(*ast.BasicLit); ok && spoken.MatchString(lit.Value) {
			t.Errorf("%s: %s is said in Chinese alone; say it with say", f.set.Position(call.Pos()), lit.Value)
		}
	}
}

// literal is the value of a string that is written out, or the name of one.
func (f sourceFile) literal(t *testing.T, e ast.Expr) string {
	t.Helper()
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err != nil || e.Kind != token.STRING {
			t.Errorf("%s: not a string", f.set.Position(e.Pos()))
		}
		return s
	case *ast.BinaryExpr:
		return f.literal(t, e.X) + f.literal(t, e.Y)
	case *ast.Ident:
		if e.Name == "xmlHead" { // says nothing
			return ""
		}
		if e.Obj != nil {
			if spec, ok := e.Obj.Decl.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
				return f.literal(t, spec.Values[0])
			}
		}
	}
	t.Errorf("%s: the format is not written out, so nobody sees whether it has an English", f.set.Position(e.Pos()))
	return ""
}
