package tui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"xuncha/inspection"
)

// printer is a Press with no paper: files are names in a map.
type printer struct {
	files     map[string]string
	book      *inspection.Book
	opened    []string
	halfway   func() // called with half a file written
	reading   func() // called while a file is read
	comparing func() // and while it is compared
	failures  map[string]error
	lines     int   // of a preview
	nothing   []int // pieces that have nothing to say
}

func (s *printer) Offers(at Standing) []Offer {
	var all []Offer
	add := func(about, kind, name, file string, pieces int) {
		all = append(all, Offer{Kind: kind, At: at, About: about, Name: name, Use: "给谁用、做什么用，在这里用一两句话说明：" + name + "要盖章后一式两份。", File: file, Pieces: pieces})
	}
	if f, ok := s.book.Finding(at.Finding); ok {
		add("这个问题："+f.Title, "finding", "问题底稿", "问题底稿_"+f.Title+".docx", 1)
	}
	if school := s.book.School(at.Visit.School); school != nil {
		add("这次进校："+school.Name, "feedback", "反馈意见", "反馈意见_"+school.Name+".docx", 1)
		add("这次进校："+school.Name, "refused", "立行立改通知书", "立行立改通知书.docx", 1)
	}
	add("第一轮", "all", "各校反馈意见", "第一轮_反馈意见", 3)
	add("第一轮", "page", "图文汇总", "汇总.html", 1)
	add("导入", "roster", "名册", "", 0)
	return all
}

func (s *printer) Folder() string { return "/home/示例/文书" }

func (s *printer) CheckDonor(path string) error {
	if strings.Contains(path, "坏") {
		return errors.New("格式文件不能用：" + filepath.Base(path) + "。不是 .docx")
	}
	return nil
}

func (s *printer) Open(path string) error {
	s.opened = append(s.opened, path)
	return nil
}

func (s *printer) Set(o Offer, n int) (Piece, error) {
	if o.Kind == "refused" {
		return Piece{}, errors.New("采用的问题里没有立行立改的")
	}
	if slices.Contains(s.nothing, n) {
		return Piece{}, ErrNothing
	}
	name, title := o.File, o.Name+o.Donor
	if o.Pieces > 1 {
		name = fmt.Sprintf("反馈意见_%d.docx", n+1)
		if n == 2 {
			name = "反馈意见_2.docx" // as an office's names may be
		}
	}
	lines := []string{title, ""}
	for i := range max(s.lines, 3) {
		lines = append(lines, fmt.Sprintf("第%d条 经查，抽看近三年会议记录，三笔大额支出没有上会研究，先办后议，以传阅代替会议，已请学校核对。", i+1))
	}
	return Piece{name, func() []string { return lines }, func(ctx context.Context, path string, replace bool, progress func(done, of int64)) error {
		return s.write(ctx, path, fmt.Sprint(title, n), replace, progress)
	}}, nil
}

func (s *printer) write(ctx context.Context, path, text string, replace bool, progress func(done, of int64)) error {
	progress(50, 100)
	if s.halfway != nil {
		s.halfway()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.failures[path]; err != nil {
		return err
	}
	if _, there := s.files[path]; there && !replace {
		return ErrThere
	}
	s.files[path] = text
	return nil
}

func (s *printer) Read(ctx context.Context, o Offer, path string) (Incoming, error) {
	if strings.Contains(path, "坏") {
		return nil, errors.New("名册.xlsx 名册!C4：“公立”不是办学性质\n名册.xlsx 名册!A9：编号 S001 与 名册!A3 重复")
	}
	if s.reading != nil {
		s.reading()
	}
	return func() Comparing {
		now := *s.book.School("S001")
		p := Proposal{Lines: []string{"改名 1 所", "S001 " + now.Name + " → 示例新名小学"}}
		now.Name = "示例新名小学"
		if f, err := s.book.Enrol(inspection.Roster{now}); err == nil {
			p.Facts = []inspection.Fact{f}
		}
		return func(ctx context.Context, progress func(done, of int64)) (Proposal, error) {
			progress(50, 100)
			if s.comparing != nil {
				s.comparing()
			}
			return p, ctx.Err()
		}
	}, ctx.Err()
}

// printing is a driver with a Press.
func printing(d *driver) *printer {
	s := &printer{files: map[string]string{}, book: d.book, failures: map[string]error{}}
	d.options.Press = s
	return s
}
