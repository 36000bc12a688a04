package report

import "xuncha/inspection"

// help writes how the workbook is filled in, and the only examples in it.
func (b *checklistBook) help() {
	widths := []float64{16, 90}
	b.try(b.SetColWidth(helpSheet, "A", "A", widths[0]))
	b.try(b.SetColWidth(helpSheet, "B", "B", widths[1]))
	b.try(b.SetCellStr(helpSheet, "A1", "怎样填写"))
	b.try(b.SetCellStyle(helpSheet, "A1", "A1", b.title))
	for i, row := range [][2]string{
		{"先填", "“设置”表：清单的名称和版本。内容改过的清单要换一个版本号，如 示教-2。"},
		{"再填", "“板块”表：每个板块的编号、名称、落实、聚焦。"},
		{"然后填", "“要点”表：每行一个要点。橙色表头的列必须填，其余可以留空。列可以调换先后、隐藏，不要改列名。"},
		{"编号", "编号是要点的身份，作答和问题都记在编号上：改写、移动时不换编号；删去的编号不再给别的要点用。"},
		{"拆分", "一个要点拆成几个时，新要点用新编号，在“原编号”里写拆自哪个，例如 3.05a 和 3.05b 的原编号都写 3.05。"},
		{"改编号", "一定要改编号时，在“原编号”里写原来的编号。已经开始的轮次里，原编号下的作答留在原编号下，不会跟着走。"},
		{"几项", "“适用”“方式”“原编号”写几项时用“、”分开；“资料”每行写一份，用 Alt+Enter 换行。"},
		{"不要写", "真实学校名、个人姓名、国家秘密。本表为非涉密资料。"},
		{"检查", "填好后用 xuncha checklist check 文件 检查，会逐格列出错误；再用 xuncha checklist adopt 文件 --round 轮次 采用。"},
		{"", ""},
		{"例子", "以下只是例子，不会被读入"},
		{"编号", "9.02"},
		{"板块", "食堂与食品安全"},
		{"要点", "陪餐制度落实"},
		{"看什么", "看近三个月陪餐记录，与值班表、就餐刷卡逐日比对；抽看不少于10天。"},
		{"适用", "食堂"},
		{"依据", "《学校食品安全与营养健康管理规定》关于集中用餐陪餐的规定"},
		{"依据状态", "待核"},
		{"方式", "查阅资料、比对"},
		{"资料", "陪餐记录（近三个月）\n值班安排表"},
		{"典型问题", "陪餐记录事后补写，与值班表不符。"},
		{"原编号", "9.01"},
	} {
		for j, words := range row {
			b.try(b.SetCellStr(helpSheet, at(j+1, i+3), words))
			if words != "" {
				b.try(b.SetCellStyle(helpSheet, at(j+1, i+3), at(j+1, i+3), b.cell))
			}
		}
		b.try(b.SetRowHeight(helpSheet, i+3, rowHeight(row[:], widths)))
	}
	b.printed(helpSheet)
}

// words writes the words of the drop-downs on a sheet that is not shown: lists
// that stand in the rule itself end at 255 characters.
func (b *checklistBook) words() {
	var frames [2][]string
	for i := 1; i <= 4; i++ {
		frames[0] = append(frames[0], inspection.Dimension(i).In(inspection.Chinese))
		frames[1] = append(frames[1], inspection.Focus(i).In(inspection.Chinese))
	}
	for i, column := range []struct {
		head  string
		words []string
	}{
		{"适用", inspection.ConditionNames()}, {"方式", inspection.MethodNames()}, {"依据状态", []string{"已核", "待核"}}, {"落实", frames[0]}, {"聚焦", frames[1]},
	} {
		for j, words := range append([]string{column.head}, column.words...) {
			b.try(b.SetCellStr(wordSheet, at(i+1, j+1), words))
		}
	}
	b.try(b.SetSheetVisible(wordSheet, false))
}
