package report

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// ArchiveChoice says which school's work is to be filed (归档), of one round or
// of all.
type ArchiveChoice struct {
	School inspection.SchoolCode
	Round  inspection.RoundNo // zero: all
	Today  inspection.Day
	Head   string // hash of the book's last entry, in hex
}

// Filing (一件) is one file of a school's archive.
type Filing struct {
	Number   string // 05-002: its class, and its place in it
	Class    string
	Title    string
	Round    inspection.RoundNo // zero: of no one round
	Name     string             // of the file
	Evidence *inspection.Evidence
	Write    func(io.Writer) error // nil for evidence, whose bytes lie elsewhere

	// What came of it, filled in by who writes the files.
	Size   int64
	SHA256 string // in hex; empty where the file is not there
	Note   string
}

// The classes of an archive, in the order of the work.
var archiveClasses = []string{
	"巡察安排", "调阅资料清单", "谈话提纲与记录", "作答", "问题底稿", "事实确认单", "立行立改通知书", "离校交接单", "反馈意见", "巡察情况报告",
	"整改台账", "佐证", "流水", "全量数据",
}

// The names of an archive's own files.
const (
	ArchiveList = "目录.csv"
	ArchivePage = "目录.docx"
	ArchiveSums = "SHA256SUMS"
)

// paperClasses say which paper is filed where.
var paperClasses = []struct {
	class int // from 1
	kind  PaperKind
}{
	{2, RequestPaper}, {3, TalkPaper}, {5, FindingPaper}, {6, ConfirmationPaper}, {7, FixNowPaper}, {8, HandOverPaper}, {9, FeedbackPaper}, {10, SchoolPaper},
}

// FileSchool lists what of a school is filed, in its order. whole writes what
// the book holds of the school. Papers that have nothing to say are left out.
func FileSchool(b *inspection.Book, c ArchiveChoice, whole func(io.Writer) error) ([]Filing, error) {
	a := &archive{Book: b, choice: c}
	if b.School(c.School) == nil {
		return nil, inspection.Refusal{Reason: inspection.NoSuchSchool, About: string(c.School)}
	}
	if _, ok := b.Round(c.Round); c.Round != 0 && !ok {
		return nil, inspection.Refusal{Reason: inspection.NoSuchRound, About: c.Round.String()}
	}
	visits := a.visits()
	if len(visits) == 0 {
		return nil, NothingPlanned
	}
	a.put(1, "进校安排", ".csv", 0, a.plan(visits).csv)
	a.put(4, "作答", ".csv", 0, a.answers(visits).csv)
	for _, p := range paperClasses {
		if err := a.papers(p.class, p.kind, visits); err != nil {
			return nil, err
		}
	}
	a.ledger()
	for _, v := range visits {
		for _, e := range b.EvidenceAt(v.ID) {
			a.evidence(e)
		}
	}
	log := ReadLog(b, Selection{School: c.School}, inspection.Chinese)
	a.put(13, "流水", ".csv", 0, log.table(inspection.Chinese).csv)
	a.put(14, "全量数据", ".json", 0, whole)
	return a.inOrder(), nil
}

// archive is being put together.
type archive struct {
	*inspection.Book
	choice  ArchiveChoice
	classes [16][]Filing
}

func (a *archive) visits() []inspection.Visit {
	var all []inspection.Visit
	for _, v := range a.VisitsTo(a.choice.School) {
		if a.choice.Round == 0 || a.choice.Round == v.ID.Round {
			all = append(all, v)
		}
	}
	return all
}

func (a *archive) put(class int, title, ext string, round inspection.RoundNo, write func(io.Writer) error) *Filing {
	all := &a.classes[class]
	f := Filing{
		Number: fmt.Sprintf("%02d-%03d", class, len(*all)+1), Class: archiveClasses[class-1], Title: title, Round: round, Write: write,
	}
	f.Name = f.Number + "_" + trimmed(safeName(title), longestName) + ext
	*all = append(*all, f)
	return &(*all)[len(*all)-1]
}

// trimmed is s cut to some bytes, never within a character.
func trimmed(s string, most int) string {
	for len(s) > most {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return strings.TrimRight(s, " .")
}

// papers files one kind of paper: one for each finding, or for each visit.
func (a *archive) papers(class int, kind PaperKind, visits []inspection.Visit) error {
	for _, v := range visits {
		whole := PaperChoice{Round: v.ID.Round, School: v.ID.School, Kind: v.ID.Kind, Today: a.choice.Today, Head: a.choice.Head}
		for _, one := range whole.Each(a.Book, kind) {
			doc, err := Compose(a.Book, kind, one)
			var unmade Unmade
			if errors.As(err, &unmade) {
				continue
			}
			if err != nil {
				return err
			}
			name := strings.TrimSuffix(one.FileName(a.Book, kind), ".docx")
			f := a.put(class, name, ".docx", v.ID.Round, doc.Write)
			f.Title = a.titleOf(kind, one)
		}
	}
	return nil
}

// titleOf is what a paper is called on the list, beside its round.
func (a *archive) titleOf(kind PaperKind, c PaperChoice) string {
	title := kind.In(inspection.Chinese)
	if c.Kind > inspection.Routine {
		title += "（" + c.Kind.In(inspection.Chinese) + "）"
	}
	if f, ok := a.Finding(c.Finding); ok && kind.Scope() == OfFinding {
		title = strings.TrimSpace(f.Number.Printed + " " + f.Title)
	}
	return title
}

// ledger files what of the school was fed back, as a workbook and as a table.
func (a *archive) ledger() {
	g := ReadLedger(a.Book, LedgerChoice{
		Round: a.choice.Round, School: a.choice.School, View: inspection.ViewAll, Today: a.choice.Today, Head: a.choice.Head,
	})
	if g.Sent() == 0 {
		return
	}
	for _, f := range []Format{XLSX, CSV} {
		a.put(11, "整改台账", "."+string(f), a.choice.Round, func(w io.Writer) error { return g.Write(w, f, inspection.Chinese) })
	}
}

// evidence files a piece of evidence under its own name and what is said of it.
func (a *archive) evidence(e inspection.Evidence) {
	ext := safeName(strings.ToLower(filepath.Ext(e.Name)))
	if len(ext) > 16 || strings.ContainsAny(ext, " .") && ext != "" {
		ext = ""
	}
	if ext != "" {
		ext = "." + ext
	}
	title := e.Name[:len(e.Name)-len(filepath.Ext(e.Name))]
	f := a.put(12, title, ext, e.Visit.Round, nil)
	f.Evidence = &e
	f.Title = e.Name
	if e.Caption != "" {
		f.Title += "（" + e.Caption + "）"
	}
}

func (a *archive) inOrder() []Filing {
	var all []Filing
	for _, class := range a.classes {
		all = append(all, class...)
	}
	return all
}

// plan is when and by whom the school was to be visited, and when it was.
func (a *archive) plan(visits []inspection.Visit) *table {
	t := &table{head: []string{"轮次", "轮次名称", "巡察方式", "巡察组", "批次", "进校日期", "离校日期", "开始日期", "封存日期", "封存人"}}
	for _, v := range visits {
		r, _ := a.Round(v.ID.Round)
		seal, sealed := a.SealAt(v.ID)
		day, by := "", ""
		if sealed {
			day, by = seal.Day.String(), seal.By
		}
		batch := ""
		if v.Batch > 0 {
			batch = fmt.Sprint(v.Batch)
		}
		t.add(v.ID.Round.String(), r.Title, v.ID.Kind.In(inspection.Chinese), fmt.Sprint(a.TeamOf(v.ID)), batch,
			v.From.String(), v.To.String(), v.Begun.String(), day, by)
	}
	return t
}

// answers is every item of each visit's checklist with what was found.
func (a *archive) answers(visits []inspection.Visit) *table {
	t := &table{head: []string{"轮次", "巡察方式", "板块", "要点", "名称", "评定", "方式", "有问题", "查看", "记录", "记录人"}}
	school := a.School(a.choice.School)
	for _, v := range visits {
		list := a.ChecklistOf(v.ID.Round)
		if list == nil || v.ID.Kind == inspection.LookBack {
			continue
		}
		list.Items(func(sec *inspection.Section, it *inspection.Item) {
			if it.Applies.Of(school) == inspection.No {
				return
			}
			x := a.AnswerAt(v.ID, it.Code)
			verdict := ""
			if x.Verdict != inspection.None {
				verdict = x.Verdict.In(inspection.Chinese)
			}
			n, of := "", ""
			if x.Checked.Of > 0 {
				n, of = fmt.Sprint(x.Checked.N), fmt.Sprint(x.Checked.Of)
			}
			t.add(v.ID.Round.String(), v.ID.Kind.In(inspection.Chinese), sec.Name, string(it.Code), it.Title, verdict,
				x.Methods.In(inspection.Chinese), n, of, x.Note, x.Author)
		})
	}
	return t
}

// ArchiveFolder is the name of a school's folder, the n-th of several.
func ArchiveFolder(b *inspection.Book, n int, code inspection.SchoolCode) string {
	name := string(code)
	if s := b.School(code); s != nil {
		name += "_" + s.Name
	}
	return fmt.Sprintf("%03d_%s", n, trimmed(safeName(name), longestName))
}

// ArchiveContents is the list of an archive (目录) as a table.
func ArchiveContents(to io.Writer, all []Filing) error {
	t := &table{head: []string{"序号", "件号", "类别", "题名", "轮次", "文件", "字节", "SHA-256", "备注"}}
	for i, f := range all {
		round := ""
		if f.Round != 0 {
			round = f.Round.String()
		}
		t.add(fmt.Sprint(i+1), f.Number, f.Class, f.Title, round, f.Name, fmt.Sprint(f.Size), f.SHA256, f.Note)
	}
	return t.csv(to)
}

// ArchiveDocument is the list of an archive for paper.
func ArchiveDocument(b *inspection.Book, c ArchiveChoice, all []Filing) *docx.Document {
	s := &sheet{Book: b, choice: PaperChoice{Today: c.Today, Head: c.Head}}
	campaign, _ := b.Campaign()
	s.say(docx.Title, "%s", "巡察档案目录")
	s.say(docx.Centre, "%s", b.School(c.School).Name)
	s.say(docx.Note, "%s；学校编号%s；年度%s；轮次%s；共%d件。", campaign.Title, c.School, s.archiveYears(c), archiveRounds(c), len(all))
	s.say(docx.Note, "保管期限%s　　归档人%s　　接收人%s", blank, blank, blank)
	s.say(docx.Note, "归档日期%s", signDay)
	g := newGrid(column{"件号", 13, docx.InCentre}, column{"题名", 47, docx.InCell}, column{"轮次", 8, docx.InCentre},
		column{"校验值\n前8位", 18, docx.InCentre}, column{"备注", 14, docx.InCell})
	last := ""
	for _, f := range all {
		if f.Class != last {
			last = f.Class
			g.across(f.Class)
		}
		round, sum := "", f.SHA256
		if f.Round != 0 {
			round = f.Round.String()
		}
		if len(sum) > 8 {
			sum = sum[:8]
		}
		g.add(0, f.Number, f.Title, round, sum, f.Note)
	}
	s.put(g.Table)
	s.say(docx.Note, "各件全部校验值见 %s，可用 sha256sum -c 核对。", ArchiveSums)
	s.proof()
	return &docx.Document{Title: "巡察档案目录", Header: secrecy, Body: s.body}
}

func archiveRounds(c ArchiveChoice) string {
	if c.Round == 0 {
		return "全部"
	}
	return "第" + c.Round.String() + "轮"
}

// archiveYears are those in which the school was visited.
func (s *sheet) archiveYears(c ArchiveChoice) string {
	years, seen := "", map[int]bool{}
	for _, v := range s.VisitsTo(c.School) {
		if c.Round != 0 && c.Round != v.ID.Round || v.Begun == 0 || seen[v.Begun.Year()] {
			continue
		}
		seen[v.Begun.Year()] = true
		if years != "" {
			years += "、"
		}
		years += fmt.Sprint(v.Begun.Year())
	}
	if years == "" {
		return blank
	}
	return years
}
