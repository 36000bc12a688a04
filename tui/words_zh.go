package tui

import (
	"fmt"
	"strings"
)

var chinese = words{
	acts: [acts]string{
		actNone: "-", actHelp: "帮助", actPalette: "命令", actUndo: "撤销", actRedo: "重做", actLeave: "离开", actBack: "返回",
		actSummary: "汇总", actFindings: "问题", actPlan: "计划", actRetry: "重试保存", actOpen: "打开", actSearch: "查找",
		actMet: "符合", actPartly: "基本符合", actUnmet: "不符合", actNA: "不适用", actUnclear: "未查清", actClear: "清除评定",
		actNote: "记录", actFinding: "提出问题", actFree: "清单外问题", actMethod: "方式", actChecked: "查看数", actNext: "下一个",
		actSectionBack: "上一板块", actSectionOn: "下一板块", actGaps: "离校检查", actHistory: "历史", actMore: "展开全文",
		actToggle: "切换", actOneRound: "每校一轮", actEveryRound: "每轮全覆盖", actLeft: "向左", actRight: "向右",
		actWithdraw: "撤回/恢复", actTake: "撤销这一条", actSave: "存入", actConflicts: "处理冲突", actAuthor: "更换记录人", actOffice: "单位设置",
		actSuspend: "挂起程序", actSort: "换排序", actView: "换页", actRoundBack: "上一轮", actRoundOn: "下一轮",
		actOK: "确定", actFindingsHere: "本校问题", actWorks: "工作量", actSearchAll: "全部查找", actJournal: "流水",
		actOneMore: "加一", actOneLess: "减一", actStrike: "删去", actAdd: "新增", actAll: "全选", actWho: "换记录人",
		actEdit: "修改", actSubmit: "送审", actAdopt: "采用", actReturn: "退回", actReject: "不采用", actMerge: "并入/拆出", actFeedBack: "反馈",
		actNumber: "取号", actSheet: "问题底稿", actSeal: "封存", actUnseal: "启封", actSealed: "封存对照",
		actLedger: "台账", actSelect: "选中", actBulk: "批量修改", actSaved: "看法", actLookBack: "安排回头看", actRate: "完成率", actOneSchool: "只看本校/全部",
		actProgress: "记进展", actClose: "销号", actProof: "销号佐证", actLongTerm: "长期坚持", actRectify: "整改", actNotDone: "未完成",
		actBasically: "基本完成", actDone: "完成整改", actFixed: "已改", actPersists: "仍存在", actWorse: "加重", actRelapsed: "反弹", actCannotTell: "无法判断",
		actEvidence: "佐证", actPath: "输入路径", actDescribe: "写说明", actShow: "查看文件", actLink: "关联", actUnlink: "取消关联",
		actProve: "整改证明", actComplete: "补全", actMark: "选上", actUp: "上一级",
		actArrange: "安排进校", actMove: "换轮次", actSwap: "互换", actTeams: "巡察组", actRecusals: "回避", actRound: "轮次设定",
		actRole: "换角色", actSchool: "学校资料", actNewSchool: "新增学校", actPost: "编入组",
		actPress: "文书", actMake: "写出文件", actFolder: "换文件夹", actDonor: "格式", actApply: "导入",
	},
	saved: "已存 #%d", saving: "保存中", unsaved: "未保存 %d 条", banner: "未保存 %d 条，内容都在，请勿关机；会自动重试，Ctrl+R 立即重试。原因：%v",
	retrying: "正在重试保存",
	tooSmall: func(w, h int) string {
		return fmt.Sprintf("窗口太小（%d×%d）\n请放大到至少 %d×%d", w, h, minWidth, minHeight)
	},
	inputMethod: "请切换到英文输入，或用数字、方向键、回车和功能键",
	undone:      func(what string) string { return "已撤销：" + what },
	redone:      func(what string) string { return "已重做：" + what },
	leaveTitle:  "还有内容没有保存",
	leaveUnsaved: func(n int) string {
		return fmt.Sprintf("有 %d 条还没有写入磁盘。现在离开，这些内容会丢失。建议先腾出磁盘空间，按 Esc 返回后用 Ctrl+R 重试。", n)
	},
	yes: "确定", no: "返回", secrecy: "非涉密设备，禁止录入国家秘密", search: "查找：", nothing: "没有内容", none: "—",
	dumb:       "这个终端（TERM=dumb 或未设置 TERM）不能显示笔记本。请换用普通终端，或用 xuncha record、summary 等命令。",
	noTerminal: "笔记本需要在终端里打开，现在的输入或输出不是终端。可改用 xuncha record、summary 等命令。",
	rounds: roundsWords{
		title: "轮次", resume: "继续上次", nowhere: "还没有开始，请选择轮次",
		conflict: func(n int) string { return fmt.Sprintf("有 %d 处冲突待组长选定", n) },
		cols:     [6]string{"轮次", "日期", "计划", "已进校", "已完成", "问题"}, rate: "符合率",
	},
	schools: schoolsWords{
		kind:    "（%s）",
		title:   func(round string) string { return round },
		planned: "未开始", begun: "进行中", finished: "已完成",
		count:  func(shown, all int) string { return fmt.Sprintf("%d / %d 所", shown, all) },
		sorted: [3]string{"按名册", "按进度", "按不符合"}, empty: "本轮没有安排学校，按 F8 制定计划",
		findings: "问题",
		notIn:    "没有找到。可输入校名、编号、全拼或首字母，如 hqxx；Ctrl+F 全部查找",
	},
	first: firstWords{
		title: "新建账本", author: "记录人", ask: "您的姓名（记入每一条流水）：", hello: "第一次使用，请先选择计划方式",
		plan: "计划方式", oneRound: "每校一轮", every: "每轮全覆盖",
		oneRoundIs: func(schools int, each []int) string {
			return fmt.Sprintf("%d 所学校按名册次序分到各轮，每轮 %s 所，每校只去一次。这只是占位，请按本单位方案调整。", schools, join(each, "、"))
		},
		everyIs: func(schools, rounds int) string {
			return fmt.Sprintf("%d 所学校在 %d 轮中每轮都去，共 %d 校次。", schools, rounds, schools*rounds)
		},
		later: "以后可在 F8 计划中更改。", copied: "单位已发账本：退出后用 xuncha --book 文件 打开。", failed: "账本没有建成",
	},
	help: helpWords{
		title: "帮助", here: "本页按键", all: "各处按键",
		scopes: [scopes]string{
			"各处", "轮次", "学校", "进校检查", "记录", "表单", "问题", "汇总", "数字", "热力图", "计划", "历史", "选择", "输入", "页面",
			"问题底稿", "填写", "反馈", "离校检查", "封存对照",
			"台账", "整改", "销号佐证", "存下的看法", "回头看",
			inSearch: "全部查找", inWorks: "工作量", inSlip: "登记单", inPick: "选资料",
			inEvidence: "佐证", inPicker: "选取文件", inPath: "路径",
			inTeams: "巡察组", inRecusals: "回避",
			inPress: "文书与交换", inProof: "文书预览", inIncoming: "导入预览",
		},
		promise: []string{
			"只有“已存 #n”是承诺：断电、死机也不会丢。“保存中”尚未写入磁盘。",
			"撤销不会抹去记录，只是再记一条；所有改动都在历史里。",
			"开着中文输入法时，用数字、方向键、回车和功能键即可完成全部操作。",
		},
		palette: "命令",
	},
	visit:    zhVisit,
	findings: zhFindings,
	sheet:    zhSheet,
	seal:     zhSeal,
	summary:  zhSummary,
	ledger:   zhLedger,
	rectify:  zhRectify,
	lookBack: zhLookBack,
	plan:     zhPlan,
	office:   zhOffice,
	teams:    zhTeams,
	history:  zhHistory,
	hunt:     zhHunt,
	works:    zhWorks,
	slip:     zhSlip,
	evidence: zhEvidence,
	press:    zhPress,
}

// join is the numbers parted by a sign.
func join(numbers []int, sign string) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, sign)
}
