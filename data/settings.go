package data

import (
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"

	"xuncha/inspection"
)

// maxSettings bounds a file of settings: some hundred rounds.
const maxSettings = 256 << 10

// ReadSettings reads an office's settings from YAML, in the form in which
// [WriteSettings] writes them. What a file leaves out stays as it was. Faults
// are answered as by [ReadChecklist].
func ReadSettings(name string, r io.Reader, was inspection.Settings) (inspection.Settings, error) {
	c := settingsReader{yamlReader: yamlReader{what: say("设置"), faults: Faults{File: name}}, settings: was, rounds: map[string]int{}}
	c.settings.Rounds = append([]inspection.RoundSettings{}, was.Rounds...)
	root, err := c.root(r, maxSettings)
	if err != nil {
		return was, err
	}
	c.read(root)
	if err := c.faults.err(); err != nil {
		return was, err
	}
	return c.settings, nil
}

// settingsReader walks the nodes of a file of settings. It goes on after each
// fault.
type settingsReader struct {
	yamlReader
	settings inspection.Settings
	rounds   map[string]int // line of each round, by number
}

// The fields of a file of settings and of its parts; of the rounds, the number
// must be there.
var (
	settingsFields = fieldSet{names: []string{"单位", "词语尺度", "轮次"}}
	officeFields   = fieldSet{names: []string{"名称", "巡察工作", "落款", "组名", "报送", "联系人", "发文字号", "问题编号前缀"}}
	scaleFields    = fieldSet{names: []string{"部分", "普遍"}}
	roundFields    = fieldSet{names: []string{"编号", "名称", "开始", "结束", "期限"}, required: 1}
	deadlineFields = fieldSet{names: []string{"整改方案", "集中整改", "整改报告", "回头看"}}
)

func (c *settingsReader) read(n *yaml.Node) {
	at := c.fields(n, c.what, settingsFields)
	if n := at["单位"]; n != nil && !isEmpty(n) {
		c.office(c.fields(n, "单位", officeFields))
	}
	if n := at["词语尺度"]; n != nil && !isEmpty(n) {
		c.scale(n, c.fields(n, "词语尺度", scaleFields))
	}
	for _, one := range c.list(at["轮次"], "轮次") {
		if at := c.fields(one, "轮次", roundFields); at != nil {
			c.round(one, at)
		}
	}
}

func (c *settingsReader) office(at map[string]*yaml.Node) {
	s, o := &c.settings, &c.settings.Office
	for name, to := range map[string]*string{
		"名称": &s.Organ, "巡察工作": &s.Title, "落款": &o.Signed, "组名": &o.Team, "报送": &o.Leaders, "联系人": &o.Contact, "发文字号": &o.Series, "问题编号前缀": &o.Prefix,
	} {
		if n := at[name]; n != nil {
			*to = c.words(n, name, inspection.MaxTitle)
			if strings.Contains(*to, "\n") {
				c.wrong(n, "“%s”应是一行文字", name)
			}
		}
	}
	if n := at["巡察工作"]; n != nil && s.Title == "" {
		c.wrong(n, "“巡察工作”不能是空的")
	}
	if o.Team == "" {
		o.Team = inspection.DefaultSettings().Office.Team
	}
}

func (c *settingsReader) scale(n *yaml.Node, at map[string]*yaml.Node) {
	o := &c.settings.Office
	for name, to := range map[string]*inspection.Share{"部分": &o.Some, "普遍": &o.General} {
		if n := at[name]; n != nil {
			share, ok := inspection.ParseShare(halfWidth(c.plain(n)))
			if !ok {
				c.wrong(n, "“%s”应写成几分之几，如 1/5 或 20%%，不是%s", name, quote(n.Value))
				continue
			}
			*to = share
		}
	}
	if o.Some.N*o.General.Of > o.General.N*o.Some.Of {
		c.wrong(n, "“部分”的尺度不能高于“普遍”")
	}
}

func (c *settingsReader) round(n *yaml.Node, at map[string]*yaml.Node) {
	no := inspection.RoundNo(c.number(at["编号"], "编号", 1, 99))
	c.once(c.rounds, at["编号"], "轮次编号")
	if no == 0 {
		return
	}
	r := c.settings.Round(no)
	if r == nil {
		c.settings.Rounds = append(c.settings.Rounds, inspection.NewRound(no))
		r = &c.settings.Rounds[len(c.settings.Rounds)-1]
	}
	if n := at["名称"]; n != nil {
		r.Title = strings.ReplaceAll(c.words(n, "名称", inspection.MaxTitle), "\n", " ")
	}
	if r.Title == "" {
		c.wrong(n, "第%d轮没有“名称”", no)
	}
	c.day(at["开始"], "开始", &r.Start)
	c.day(at["结束"], "结束", &r.End)
	if r.Start != 0 && r.End != 0 && r.End < r.Start {
		c.wrong(n, "第%d轮的结束日期%s早于开始日期%s", no, r.End, r.Start)
	}
	if n := at["期限"]; n != nil && !isEmpty(n) {
		c.deadlines(c.fields(n, "期限", deadlineFields), &r.Deadlines)
	}
}

func (c *settingsReader) day(n *yaml.Node, name string, to *inspection.Day) {
	if n == nil {
		return
	}
	words := halfWidth(c.plain(n))
	day, ok := inspection.ParseDay(words)
	if words != "" && (!ok || day <= 0) {
		c.wrong(n, "“%s”应写成 2026-11-23，不是%s", name, quote(n.Value))
		return
	}
	*to = day
}

func (c *settingsReader) deadlines(at map[string]*yaml.Node, d *inspection.Deadlines) {
	for name, to := range map[string]*int{"整改方案": &d.PlanDays, "集中整改": &d.RectifyMonths, "整改报告": &d.ReportMonths, "回头看": &d.LookBackMonths} {
		if n := at[name]; n != nil {
			if v := c.number(n, name, 1, inspection.MaxDeadline); v != 0 {
				*to = v
			}
		}
	}
}

// WriteSettings writes an office's settings as YAML. [ReadSettings] reads the
// same settings from it.
func WriteSettings(w io.Writer, s inspection.Settings) error {
	var b strings.Builder
	o := s.Office
	b.WriteString("# 单位设置。删去的行保持原样；空的落款用单位名称；组名中的 N 换成组号。\n单位:\n")
	for _, field := range [][2]string{
		{"名称", s.Organ}, {"巡察工作", s.Title}, {"落款", o.Signed}, {"组名", o.Team}, {"报送", o.Leaders}, {"联系人", o.Contact}, {"发文字号", o.Series}, {"问题编号前缀", o.Prefix},
	} {
		fmt.Fprintf(&b, "  %s: %s\n", field[0], scalar(field[1]))
	}
	fmt.Fprintf(&b, "# 不符合的学校占到几分之几，建议用“部分”“普遍”；不到的用“个别”。\n词语尺度:\n  部分: \"%s\"\n  普遍: \"%s\"\n", o.Some, o.General)
	b.WriteString("# 期限：整改方案按工作日，其余按月，自反馈起算。\n")
	if len(s.Rounds) == 0 {
		b.WriteString("轮次: []\n")
	} else {
		b.WriteString("轮次:\n")
	}
	for _, r := range s.Rounds {
		fmt.Fprintf(&b, "  - 编号: %d\n    名称: %s\n    开始: %s\n    结束: %s\n", r.No, scalar(r.Title), scalar(r.Start.String()), scalar(r.End.String()))
		d := r.Deadlines
		fmt.Fprintf(&b, "    期限: {整改方案: %d, 集中整改: %d, 整改报告: %d, 回头看: %d}\n", d.PlanDays, d.RectifyMonths, d.ReportMonths, d.LookBackMonths)
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("data: write settings: %w", err)
	}
	return nil
}
