package data

import (
	"slices"
	"strings"

	"xuncha/data/bilingual"
	"xuncha/data/table"
	"xuncha/inspection"
)

// schoolColumns name a school, by its code, its name or both.
var schoolColumns = []table.Column{
	{Name: "学校编号", Also: []string{"编号", "学校代码", "学校编码", "学校标识码", "单位编号", "单位代码", "单位编码", "机构代码", "校代码", "标识码", "代码", "编码"}},
	{Name: "学校名称", Also: []string{"校名", "学校", "名称", "单位名称", "单位", "被巡察单位", "被巡察学校", "被巡察党组织", "党组织名称", "巡察对象", "学校全称", "单位全称", "全称", "学校名"}},
}

// whenColumns say in which round, by whom and when.
var whenColumns = []table.Column{
	{Name: "轮次", Also: []string{"巡察轮次", "轮", "第几轮"}},
	{Name: "巡察组", Also: []string{"组", "组别", "组号", "小组", "承担组", "所在组", "编组"}},
}

var visitColumns = slices.Concat(schoolColumns, whenColumns, []table.Column{
	{Name: "类别", Also: []string{"巡察类别", "方式", "巡察方式", "巡察类型", "类型"}},
	{Name: "原轮次", Also: []string{"回头看轮次"}},
	{Name: "批次", Also: []string{"巡察批次", "批"}},
	{Name: "进校日期", Also: []string{"开始", "开始日期", "开始时间", "进校时间", "进驻日期", "进驻时间", "起", "起始日期"}},
	{Name: "离校日期", Also: []string{"结束", "结束日期", "结束时间", "离校时间", "撤离日期", "止", "截止日期"}},
	{Name: "日期", Also: []string{"时间", "巡察时间", "巡察日期", "起止日期", "起止时间", "进校起止日期", "时间安排"}},
	{Name: "组长"}, {Name: "副组长"}, {Name: "联络员"}, {Name: "组员", Also: []string{"成员", "组成人员"}},
})

var memberColumns = slices.Concat([]table.Column{{Name: "姓名", Needed: true, Also: []string{"人员", "人员姓名", "成员姓名"}}}, whenColumns, []table.Column{
	{Name: "人员编号"},
	{Name: "角色", Also: []string{"组内职务", "组内分工", "巡察组职务", "任务", "身份"}},
	{Name: "职务", Also: []string{"职务职称", "现任职务", "行政职务"}},
	{Name: "现单位", Also: []string{"单位", "工作单位", "所在单位", "现工作单位", "现任职单位", "抽调单位", "单位及职务"}},
	{Name: "原单位", Also: []string{"原工作单位", "曾任职单位", "曾工作单位", "工作经历", "原任职单位"}},
	{Name: "亲属单位", Also: []string{"近亲属单位", "亲属任职单位", "近亲属任职单位", "亲属工作单位", "近亲属工作单位", "回避单位"}},
})

// PlanFile is a plan as it was read, and what of the file was not.
type PlanFile struct {
	inspection.IncomingPlan
	Read    []string      // sheets with visits or members
	Passed  []string      // sheets with neither
	Left    []table.Left  // rows that are neither, and why
	Unknown []table.Fault // columns that neither has
	Hidden  int           // rows that are hidden in the sheets and were read
	Outside []string      // where members work or worked, and which is not on the roster
}

// ReadPlan reads visits and members from all sheets of a file, or from the one
// named, for a book whose schools and rounds they are. A sheet with names of people (姓名) is one of
// members, any other with schools one of visits. Where a sheet has no column for
// the round, its name tells it. What cannot be taken over is answered with
// [Faults]: all of them, and then nothing of the file is used.
func ReadPlan(f *table.File, b *inspection.Book, sheet string) (*PlanFile, error) {
	c := planReader{
		book: b, faults: Faults{File: f.Name}, names: schoolsByName(b),
		visits: map[inspection.VisitID]table.Record{}, posted: map[postedAt]posted{},
	}
	var first error
	for i := range f.Sheets {
		s := &f.Sheets[i]
		if sheet != "" && plainName(s.Name) != plainName(sheet) || sheet == "" && s.Hidden {
			continue
		}
		if err := c.sheet(s); err != nil && first == nil {
			first = err
		}
	}
	if faults, ok := table.AsFaults(first); ok && len(c.out.Read) == 0 {
		c.faults.take(faults)
	}
	if len(c.out.Read) == 0 && first == nil && sheet != "" {
		c.faults.add(0, 0, "没有名为%s的工作表", quote(sheet))
	}
	c.identify()
	if err := c.faults.err(); err != nil {
		return nil, err
	}
	if len(c.out.Visits)+len(c.out.Members) == 0 {
		c.faults.add(0, 0, "文件里没有学校，也没有人员")
		return nil, c.faults.err()
	}
	return &c.out, nil
}

// planReader goes through the rows of a plan, and on after each fault.
type planReader struct {
	book   *inspection.Book
	faults Faults
	names  map[string][]inspection.SchoolCode
	visits map[inspection.VisitID]table.Record
	people []*person
	posted map[postedAt]posted
	out    PlanFile
}

// schoolsByName are the schools of each name, blanks left out.
func schoolsByName(b *inspection.Book) map[string][]inspection.SchoolCode {
	names := map[string][]inspection.SchoolCode{}
	for _, code := range b.Codes() {
		key := nameKey(b.School(code).Name)
		names[key] = append(names[key], code)
	}
	return names
}

func nameKey(s string) string { return strings.ReplaceAll(halfWidth(s), " ", "") }

// sheet reads one sheet; err says why it has neither visits nor members.
func (c *planReader) sheet(s *table.Sheet) error {
	if t, err := s.Find(memberColumns); err == nil {
		c.begin(s, t)
		c.sayMembers(t)
		for _, r := range t.Records() {
			c.member(s, t, r)
		}
		return nil
	}
	t, err := s.Find(visitColumns)
	if err != nil || !t.Has("学校编号") && !t.Has("学校名称") {
		if len(s.Rows) > 0 {
			c.out.Passed = append(c.out.Passed, s.Name)
		}
		return err
	}
	c.begin(s, t)
	c.sayVisits(t)
	for _, r := range t.Records() {
		c.visit(s, t, r)
	}
	return nil
}

func (c *planReader) begin(s *table.Sheet, t *table.Table) {
	c.out.Read = append(c.out.Read, s.Name)
	c.out.Left = append(c.out.Left, t.Left...)
	c.out.Unknown = append(c.out.Unknown, t.Unknown...)
	c.out.Hidden += s.HiddenRows
	c.faults.take(t.Faults)
	if s.Unread > 0 {
		c.faults.unread(s)
	}
}

// says notes the fields that a table's columns speak of.
func says(all []inspection.Field, t *table.Table, columns map[string]inspection.Field) []inspection.Field {
	for column, field := range columns {
		if t.Has(column) && !slices.Contains(all, field) {
			all = append(all, field)
		}
	}
	slices.Sort(all)
	return all
}

func (c *planReader) sayVisits(t *table.Table) {
	c.out.Says = says(c.out.Says, t, map[string]inspection.Field{
		"巡察组": inspection.VisitTeam, "批次": inspection.VisitBatch, "进校日期": inspection.VisitFrom,
		"离校日期": inspection.VisitTo, "原轮次": inspection.VisitParent,
	})
	c.out.Says = says(c.out.Says, t, map[string]inspection.Field{"日期": inspection.VisitFrom})
	c.out.Says = says(c.out.Says, t, map[string]inspection.Field{"日期": inspection.VisitTo})
}

func (c *planReader) sayMembers(t *table.Table) {
	c.out.MemberSays = says(c.out.MemberSays, t, map[string]inspection.Field{
		"职务": inspection.MemberPost, "现单位": inspection.MemberPresent, "原单位": inspection.MemberFormer, "亲属单位": inspection.MemberKin,
	})
}

// visit reads a row of a table of visits.
func (c *planReader) visit(s *table.Sheet, t *table.Table, r table.Record) {
	school, ok := c.school(t, r)
	round := c.round(s, t, r)
	kind := c.kind(r)
	v := inspection.Visit{ID: inspection.VisitID{Round: round, Kind: kind, School: school}, Planned: true}
	v.Team = c.small(r, "巡察组", inspection.MaxTeam)
	v.Batch = c.small(r, "批次", inspection.MaxBatch)
	v.Parent = inspection.RoundNo(c.small(r, "原轮次", 99))
	c.days(r, &v)
	if v.Parent > round && round != 0 {
		c.faults.at(r, "原轮次", "回头看不能早于原来的轮次")
	}
	c.leads(t, r, v)
	if !ok || round == 0 || kind == 0 {
		return
	}
	if before, twice := c.visits[v.ID]; twice {
		c.faults.at(r, c.nameColumn(t), "%s在第%d轮出现了两次，前一次在 %s", quote(c.book.School(school).Name), round, before.Place(c.nameColumn(t)))
		return
	}
	c.visits[v.ID] = r
	c.out.Visits = append(c.out.Visits, v)
}

func (c *planReader) nameColumn(t *table.Table) string {
	if t.Has("学校名称") {
		return "学校名称"
	}
	return "学校编号"
}

// school finds the school of a row: by its code, or else by its name.
func (c *planReader) school(t *table.Table, r table.Record) (inspection.SchoolCode, bool) {
	column, code, name := c.nameColumn(t), inspection.SchoolCode(halfWidth(r.Text("学校编号"))), r.Text("学校名称")
	named := c.names[nameKey(name)]
	if c.faults.checkFormAt(r, "学校编号") {
		return "", false
	}
	if s := c.book.School(code); s != nil {
		if name != "" && len(named) > 0 && !slices.Contains(named, code) {
			c.faults.at(r, column, "编号%s是%s，不是%s", code, quote(s.Name), quote(name))
		}
		return code, true
	}
	switch {
	case name == "" && code == "":
		c.faults.at(r, column, "没有写是哪所学校")
	case len(named) == 1:
		return named[0], true
	case c.book.School(inspection.SchoolCode(plainName(name))) != nil: // a code among names
		return inspection.SchoolCode(plainName(name)), true
	case len(named) > 1:
		c.faults.at(r, column, "名册里有%d所学校叫%s，请写编号", len(named), quote(name))
	case name == "":
		c.faults.at(r, "学校编号", "名册里没有编号%s%s", quote(string(code)), c.withZeros(code))
	default:
		c.faults.at(r, column, "名册里没有%s；请先导入名册，或改成名册里的名称", quote(name))
	}
	return "", false
}

// withZeros asks whether a code is meant that has zeros in front: spreadsheets
// drop them.
func (c *planReader) withZeros(code inspection.SchoolCode) (says bilingual.Text) {
	for _, there := range c.book.Codes() {
		if strings.TrimLeft(string(there), "0") == strings.TrimLeft(string(code), "0") {
			return say("，是不是%s？前面的 0 可能被表格去掉了", quote(string(there)))
		}
	}
	return says
}

// round is that of a row, or else of its sheet; 0 after a fault.
func (c *planReader) round(s *table.Sheet, t *table.Table, r table.Record) inspection.RoundNo {
	word := r.Text("轮次")
	if word == "" {
		word = s.Name
	}
	for _, known := range c.book.Rounds() {
		if n, ok := smallNumber(word, "第轮次巡察"); word == known.Title || ok && n == int(known.No) {
			return known.No
		}
	}
	switch {
	case r.Has("轮次"):
		c.faults.at(r, "轮次", "没有%s这个轮次，可写 1、第一轮", quote(word))
	case t.Has("轮次"):
		c.faults.at(r, "轮次", "没有写轮次")
	default:
		c.faults.at(r, "轮次", "没有“轮次”一列，工作表的名称也不是轮次（如“第一轮”）")
	}
	return 0
}

func (c *planReader) kind(r table.Record) inspection.VisitKind {
	word := strings.TrimSuffix(plainName(r.Text("类别")), "巡察")
	kind, err := inspection.ParseVisitKind(word)
	if err != nil {
		c.faults.at(r, "类别", "“类别”不认识%s，可用：常规、回头看、专项、提级、补巡，空的是常规", quote(r.Text("类别")))
	}
	return kind
}

// small reads a team or a batch: 2, 2组, 第二组.
func (c *planReader) small(r table.Record, column string, most int) int {
	n, ok := smallNumber(r.Text(column), "第组批次轮巡察小号")
	if r.Has(column) && (!ok || n < 1 || n > most) {
		c.faults.at(r, column, "“%s”不认识%s，应为 1 到 %d，如 2、第二组", column, quote(r.Text(column)), most)
		return 0
	}
	return n
}

// days reads 进校日期 and 离校日期, or both from 日期.
func (c *planReader) days(r table.Record, v *inspection.Visit) {
	year := 0
	if round, _ := c.book.Round(v.ID.Round); round.Start != 0 {
		year = round.Start.Year()
	}
	one := func(column string, to *inspection.Day, after inspection.Day) {
		if !r.Has(column) {
			return
		}
		day, _, err := dayOrDays(r.Text(column), year, after)
		if err != nil {
			c.faults.at(r, column, "“%s”%s：%s", column, err, quote(r.Text(column)))
		}
		*to = day
	}
	one("进校日期", &v.From, 0)
	one("离校日期", &v.To, v.From)
	if r.Has("日期") {
		from, to, err := dayOrDays(r.Text("日期"), year, 0)
		if err != nil {
			c.faults.at(r, "日期", "“%s”%s：%s", "日期", err, quote(r.Text("日期")))
		}
		if !r.Has("进校日期") {
			v.From = from
		}
		if !r.Has("离校日期") {
			v.To = to
		}
	}
	if v.From != 0 && v.To != 0 && v.To < v.From {
		column := "离校日期"
		if !r.Has(column) {
			column = "日期"
		}
		c.faults.at(r, column, "离校 %s 早于进校 %s", v.To, v.From)
	}
}
