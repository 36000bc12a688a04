package data

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xuncha/data/bilingual"
	"xuncha/data/table"
	"xuncha/inspection"
)

// Faults is returned when a file that somebody gave cannot be taken over. It
// lists all that is wrong with it, so that the file is mended once.
type Faults struct {
	File string
	List []FaultAt
}

// FaultAt is one thing that is wrong, and where. Line and Column count from 1;
// in a table, Column counts the cells of the row. Zero is no place in
// particular. Place names it where a line is not enough: 名册!C4.
type FaultAt struct {
	Line, Column int
	Place        bilingual.Text
	Says         bilingual.Text
}

// mostFaults keeps the answer to a hopeless file readable.
const mostFaults = 40

// Error lists the faults in Chinese, as those who fill in the files read it.
func (f *Faults) Error() string { return f.In(inspection.Chinese) }

// In lists the faults, one a line, each with its place.
func (f *Faults) In(l inspection.Language) string {
	var b strings.Builder
	for i, at := range f.List {
		if i == mostFaults {
			b.WriteString("\n" + say("%s：另有%d处错误，改好以上各处后再读", f.File, len(f.List)-i)[l])
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(f.File + " " + at.In(l))
	}
	return b.String()
}

// In is the fault with its place, as 第3行第5列：….
func (at FaultAt) In(l inspection.Language) string {
	switch {
	case !at.Place.IsZero():
		return say("%s：%s", at.Place, at.Says)[l]
	case at.Line == 0:
		return at.Says[l]
	case at.Column == 0:
		return say("第%d行：%s", at.Line, at.Says)[l]
	}
	return say("第%d行第%d列：%s", at.Line, at.Column, at.Says)[l]
}

func (f *Faults) add(line, column int, format string, args ...any) {
	f.List = append(f.List, FaultAt{Line: line, Column: column, Says: say(format, args...)})
}

// take adds what is wrong with a table.
func (f *Faults) take(all table.Faults) {
	for _, at := range all {
		f.List = append(f.List, FaultAt(at))
	}
}

// at finds fault with what a record of a table says under a column.
func (f *Faults) at(r table.Record, column, format string, args ...any) {
	if r.Broken(column) {
		return // the table tells it
	}
	f.List = append(f.List, FaultAt{r.Line(), r.Column(column), r.Place(column), say(format, args...)})
}

// unread finds fault with a sheet that goes on below a long gap.
func (f *Faults) unread(s *table.Sheet) {
	f.List = append(f.List, FaultAt{Line: s.Unread, Place: s.Place(s.Unread, 0), Says: say("与上面的内容隔了太多空行，没有读到这里；请删去中间的空行")})
}

// err is f in the order of places, or nil when there is no fault.
func (f *Faults) err() error {
	if len(f.List) == 0 {
		return nil
	}
	slices.SortStableFunc(f.List, func(x, y FaultAt) int {
		return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
	})
	return f
}

// readText reads a whole text file and finds fault with what no reader can use.
// The BOM that editors on Windows put in front is dropped.
func (f *Faults) readText(r io.Reader, most int) (string, error) {
	raw, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	if err != nil {
		return "", fmt.Errorf("data: read %s: %w", f.File, err)
	}
	if len(raw) > most {
		f.add(0, 0, "文件超过%d KB，不像是要读的文件", most>>10)
		return "", f
	}
	if says := notText(raw); !says.IsZero() {
		f.add(0, 0, "%s", says)
		return "", f
	}
	text := strings.TrimPrefix(string(raw), "\ufeff")
	if line := brokenLine(text); line > 0 {
		f.add(line, 0, "不是 UTF-8 编码（可能是 GBK）；请另存为 UTF-8 后再读")
		return "", f
	}
	return text, nil
}

// notText tells what a file is that is no text in UTF-8 or GBK.
func notText(raw []byte) (says bilingual.Text) {
	switch {
	case isUTF16(raw):
		return say("这是 UTF-16 编码；请另存为 UTF-8 后再读")
	case bytes.IndexByte(raw, 0) >= 0:
		return say("这不是文本文件；这里读的是 YAML 文本")
	}
	return says
}

func isUTF16(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff"))
}

// brokenLine is the first line that is not UTF-8, or 0.
func brokenLine(text string) int {
	if utf8.ValidString(text) {
		return 0
	}
	for i, r := range text {
		if _, size := utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && size == 1 {
			return 1 + strings.Count(text[:i], "\n")
		}
	}
	return 0
}

// quote shows what stands in a file: short, on one line, and without characters
// that would disturb the sentence around it.
func quote(s string) string {
	s = strings.ReplaceAll(inspection.Clean(s), "\n", " ")
	if r := []rune(s); len(r) > 24 {
		s = string(r[:24]) + "…"
	}
	return "“" + s + "”"
}

// checkWords finds fault with a text that is too long for its place.
func (f *Faults) checkWords(line, column int, what, s string, most int) string {
	s = strings.TrimSpace(inspection.Clean(s))
	if n := utf8.RuneCountInString(s); n > most {
		f.add(line, column, "%s有%d字，最多%d字", what, n, most)
	}
	return s
}

// checkWordsAt is checkWords for a cell of a table.
func (f *Faults) checkWordsAt(r table.Record, column string, most int) string {
	s := strings.TrimSpace(inspection.Clean(r.Words(column)))
	if n := utf8.RuneCountInString(s); n > most {
		f.at(r, column, "“%s”有%d字，最多%d字", column, n, most)
	}
	return s
}

const badCode = "编号%s不能用：编号是不超过%d个的字母、数字、汉字或“.-_”"

// checkCode finds fault with a code that could not be typed again.
func (f *Faults) checkCode(line, column int, s string) string {
	s = halfWidth(strings.TrimSpace(s))
	if !fitCode(s) {
		f.add(line, column, badCode, quote(s), maxCode)
	}
	return s
}

// checkCodeAt is checkCode for a cell of a table.
func (f *Faults) checkCodeAt(r table.Record, column string) string {
	s := halfWidth(r.Text(column))
	if !f.checkFormAt(r, column) && !fitCode(s) {
		f.at(r, column, badCode, quote(s), maxCode)
	}
	return s
}

// checkFormAt finds fault with a code of which the cell no longer holds what was
// typed, and reports whether it did.
func (f *Faults) checkFormAt(r table.Record, column string) bool {
	form := r.Form(column)
	if form != table.Plain {
		f.at(r, column, "编号%s在表格里成了%s；请先把这一列的格式设为“文本”，再重新录入编号", quote(r.Text(column)), form.Says())
	}
	return form != table.Plain
}

func fitCode(s string) bool {
	return utf8.RuneCountInString(s) <= maxCode && !strings.ContainsFunc(s, notInCode)
}

const maxCode = 32

func notInCode(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".-_", r)
}

// halfWidth turns the full-width letters and digits that Chinese input methods
// make into the ordinary ones.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '　':
			return ' '
		}
		return r
	}, s)
}
