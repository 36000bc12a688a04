package main

import "xuncha/inspection"

// words is everything the command line says by itself, in one language. A slip
// in a name does not compile; a test finds what was left empty.
type words struct {
	usage, commands, flags, everywhere, examples, more string

	root, init, demo, summary, findings, ledger, record, verify, log, roster, checklist, version, help, completion, checkFile text

	flagBook, flagAuthor, flagLang, flagHelp, flagEvery, flagSeed, flagNoOpen, flagDemoBook, flagRound, flagFormat, flagSchool, flagItem, flagASCII string

	failed, refused, misused                      string // before the sentence
	see                                           string
	noCommand, didYouMean, tooMany, needsOne      string
	noFlag, noValue, badValue, badSyntax, badLang string
	badFormat, badRound, badAuthor, demoNeedsBook string

	missing, exists, locked, newer, damaged, notBook, diskFull, noRoom, noRight, failure, unfounded, noFolder string

	secrecy, unnamed                                                         string
	founded, demoWritten, recordSummary, recordUnsaved                       string
	verified, verifiedDevice, verifiedNewer, faultFound                      string
	lineTooLong, lineNotUTF8, lineNotJSON, lineTrailing                      string
	keyUnknown, keyTwice, fieldNeeded, fieldWrong                            string
	checkedShape, notTogether, saysNothing, noneSelected                     string
	emptyField, longField, idShape, idTwice, dayShape                        string
	numberRange, choiceWrong, otherVisit, schemaSays                         string
	flagSchema, fewInList, flagState, flagView, flagToday, badDay, badChoice string
	evidence                                                                 evidenceWords
	exports                                                                  exportWords
	exchange                                                                 exchangeWords
	progress                                                                 progressWords
	deliver                                                                  deliverWords
	imports                                                                  importWords
	paper                                                                    paperWords
	typing                                                                   typingWords
	lists                                                                    listWords
	planning                                                                 planWords
	emptyBook, unheard, wrongPath                                            string
	press                                                                    pressWords
	flagWhichRound, colon, comma, noViewer                                   string
}

// text is what a command is called for.
type text struct{ short, long, example string }

func wordsIn(l inspection.Language) *words {
	if l == inspection.English {
		return &english
	}
	return &chinese
}

var chinese = words{
	usage: "用法：", commands: "命令：", flags: "选项：", everywhere: "通用选项：", examples: "例子：",
	more: "用 xuncha help 命令名 查看某个命令的用法。",

	root: text{
		"校园巡察记录本",
		"校园领导班子和领导干部思想政治巡察的记录本：逐条对照清单作出评定，记录问题，汇总每一轮。\n不带命令时打开记录本。不需要网络；所有内容都在一个账本文件里。\n非涉密设备，禁止录入国家秘密。",
		"  xuncha                     打开记录本\n  xuncha demo                打开示例账本，随便试用\n  xuncha summary --round 1   第一轮汇总",
	},
	init: text{
		"建立账本",
		"建立一个新账本：三个轮次、内置名册、内置清单和计划。计划默认每校进一轮（按名册次序 21、20、20，\n只是占位，可再调整）；加 --every-round 则每校每轮都进。已有文件时不改动它。",
		"  xuncha init --author 张三\n  xuncha init --every-round --book 巡察.book --author 张三",
	},
	demo: text{
		"打开示例账本",
		"写一个示例账本并打开：61 所虚构的学校、三个轮次、虚构的评定和问题。不碰自己的账本。\n示例账本用完即删；用 --book 指明文件则保留。同一个 --seed 每次写出的内容相同。",
		"  xuncha demo\n  xuncha demo --seed 7 --book 示例.book --no-open",
	},
	summary: text{
		"汇总一轮或各轮",
		"列出覆盖、各板块评定和符合率、各校进度、问题数和整改，整改完成率、逾期、回头看的答复、封存时与更正后的数、\n共性问题，每个数都附口径。",
		"  xuncha summary\n  xuncha summary --round 1 --format json",
	},
	findings: text{
		"列出问题底稿",
		"列出问题：编号、学校、状态、要点、佐证；csv 和 json 含底稿的全部内容。可以只看一轮、一所学校、一种状态。\njson 中的 conflicts 列出两台电脑记得不同之处。",
		"  xuncha findings --round 1 --state adopted\n  xuncha findings --school S001 --format csv > 底稿.csv",
	},
	ledger: text{
		"列出整改台账",
		"列出采用的问题和它们的整改，附整改完成率、口径和没有计入的。--view 选一种看法：全部 all、采用未反馈 unfed、\n未销号 open、逾期 overdue、本周到期 week、反弹 relapsed、立行立改 fixnow、已销号 closed。逾期按 --today 算，不写即为今天。",
		"  xuncha ledger --view overdue\n  xuncha ledger --round 1 --today 2026-12-31 --format csv > 台账.csv",
	},
	record: text{
		"从标准输入逐行记录",
		"从标准输入读 JSON，每行一条，落盘之后才答 {\"saved\":序号}；不能接受的一行答 {\"refused\":原因,\"line\":行号}，\n其余各行照常记录。评定用 met partly unmet na unclear，方式用 documents talk site survey compare，\n\"checked\":[3,10] 是查了 10 份、有问题 3 份，\"kind\" 不写即为常规。有被拒绝的行时退出码为 1。\n问题从提出到销号、工作量、封存、回头看、冲突的选定、撤销，都可以逐行记录；全部写法见 --schema，每种附例子。\n--paper 把纸质清单上的评定录回来：每项写 序号-评定（1 符合 2 基本符合 3 不符合 4 不适用 5 未查清），\n如 12-3 13-1；接着上一项的下一项可以只写评定，如 12-3 1 4。空格、逗号、顿号、换行都可以隔开，全角半角都认。\n照纸面录两遍，两遍之间空一行；两遍不一样、序号不存在、不适用或重复的逐处指出，全部改好之前什么也不记录。\n一次录入是一条记录，可以整批撤销。",
		"  {\"round\":1,\"school\":\"S001\",\"item\":\"1.01\",\"verdict\":\"met\",\"methods\":[\"documents\"],\"note\":\"…\",\"checked\":[3,10]}\n  {\"round\":1,\"school\":\"S001\",\"finding\":{\"item\":\"1.01\",\"title\":\"…\",\"facts\":\"…\"}}\n  {\"round\":1,\"school\":\"S001\",\"finding\":{\"id\":\"…\",\"submit\":true}}\n  {\"findings\":{\"ids\":[\"…\",\"…\"],\"rectify\":true,\"leader\":\"校长\",\"deadline\":\"2026-07-20\"}}\n  xuncha record --paper --round 1 --school S001",
	},
	verify: text{
		"检查账本是否完好",
		"逐页、逐条检查账本：页面、校验、编码和每台设备的链，打印链头校验值。只读，不改动文件。\n发现问题时退出码为 1。",
		"  xuncha verify",
	},
	log: text{
		"列出流水",
		"按时间列出每一条记录：何时、何人、把什么由什么改为什么。可以只看一所学校、一个要点。",
		"  xuncha log --school S001 --item 1.01",
	},
	roster:    text{"列出名册", "列出账本中的名册；还没有账本时列出内置名册。CSV 就是导入名册的格式。", "  xuncha roster --format csv > 名册.csv"},
	checklist: text{"列出清单", "列出账本中采用的清单；还没有账本时列出内置清单。", "  xuncha checklist --format csv > 清单.csv"},
	version:   text{"版本", "显示程序的版本。", ""},
	help:      text{"查看某个命令的用法", "查看某个命令的用法。", "  xuncha help record"},
	completion: text{
		"生成命令补全脚本",
		"为 bash、zsh、fish 或 powershell 生成命令补全脚本，打印到标准输出。",
		"  source <(xuncha completion bash)",
	},
	checkFile: text{"检查一个账本文件", "供程序自己在另一个进程中检查可疑的账本文件。", ""},

	flagBook:     "账本文件（也可用环境变量 XUNCHA_BOOK）",
	flagAuthor:   "记录人（也可用环境变量 XUNCHA_AUTHOR；不写则用上次的）",
	flagLang:     "语言：zh 或 en",
	flagHelp:     "显示用法",
	flagEvery:    "每校每轮都进",
	flagSeed:     "内容的种子",
	flagNoOpen:   "只写不打开，须与 --book 同用",
	flagDemoBook: "把示例账本写到这个文件并保留",
	flagRound:    "只看第几轮",
	flagFormat:   "格式：text、json 或 csv",
	flagSchool:   "只看这所学校（编号）",
	flagItem:     "只看这个要点（编号）",
	flagASCII:    "不用制表符和方块字符",

	failed: "出错：", refused: "不行：", misused: "用法不对：",
	see:        "用 %s --help 查看用法。",
	noCommand:  "没有“%s”这个命令",
	didYouMean: "，是不是想输入：%s",
	tooMany:    "“%s”是多出来的，这个命令后面不跟内容",
	needsOne:   "这个命令后面应跟一项：%s",
	noFlag:     "没有 %s 这个选项",
	noValue:    "选项 %s 后面缺少内容",
	badValue:   "选项 --%s 不能是“%s”",
	badSyntax:  "选项写法不对：%s",
	badLang:    "语言只能是 zh 或 en，不能是“%s”",
	badFormat:  "格式只能是 text、json 或 csv，不能是“%s”",
	badRound:   "轮次是从 1 起的数，不能是“%d”",
	badAuthor:  "记录人应是不超过 40 个字的一行文字",

	demoNeedsBook: "--no-open 要与 --book 同用，否则写出的示例账本没有去处",

	missing:   "没有找到账本：%s。没有新建任何文件。直接运行 xuncha 可以新建，或用 xuncha init 建立；账本在别处时用 --book 指明。",
	exists:    "%s 已经有文件，没有改动它。换一个文件名，或先把它移走。",
	locked:    "账本正在别的窗口或程序中打开：%s。内容没有改动。请在那边退出后再试。",
	newer:     "账本由更新的版本写成，本程序读不了：%s。文件没有改动。请换用新版本打开。",
	damaged:   "账本已损坏，内容不可信：%s。文件没有改动。请先把文件另存一份，再从备份恢复；xuncha verify 会列出损坏之处。",
	notBook:   "这不是 xuncha 的账本：%s。文件没有改动。请检查 --book 或 XUNCHA_BOOK 指的是不是想打开的文件。",
	noRoom:    "磁盘已满",
	diskFull:  "磁盘已满，没有写成。已经显示为已存的内容都在。请腾出空间后再试。",
	emptyBook: "--book 后面是空的。要用默认的账本，请不写这个选项",
	unheard:   "回答写不到标准输出，已停止。账本里已经存到 #%d，这些都在；请检查输出的去处，再从后面接着记。",
	wrongPath: "路径不对：%s。其中一段是文件而不是文件夹。什么也没有改动。",
	noRight:   "没有读写权限：%s。内容没有改动。请检查文件和文件夹的权限。",
	failure:   "没有做成。已经显示为已存的内容都在。",
	unfounded: "账本还没有建立巡察工作：%s。直接运行 xuncha 选定计划，或删除这个空账本后用 xuncha init 建立。",
	noFolder:  "找不到存放账本的文件夹，请用 --book 指明文件。",

	secrecy: "非涉密设备，禁止录入国家秘密", unnamed: "未署名",
	founded:        "已建立账本：%s。三个轮次分别安排 %s 所学校。",
	demoWritten:    "已写好示例账本：%s。%d 所虚构学校，%d 条记录，校验值 %s",
	recordSummary:  "已存 %d 条，拒绝 %d 条。",
	recordUnsaved:  "有 %d 条没有存上：%v。没有答 saved 的都没有存上，请腾出空间或换磁盘后重新输入这些行。",
	verified:       "账本完好：%s。共 %d 条。",
	verifiedDevice: "设备 %s  %d 条  链头 %s",
	verifiedNewer:  "其中 %d 条由更新的版本写成，已原样保留，内容未检查。",
	faultFound:     "发现 %d 处问题：%s",
	lineTooLong:    "这一行超过 1 MB",
	lineNotUTF8:    "这一行不是 UTF-8 编码",
	lineNotJSON:    "这一行不是完整的 JSON 对象",
	lineTrailing:   "一行只能有一个 JSON 对象",
	keyUnknown:     "不认识的字段 %s，可用：%s",
	keyTwice:       "字段 %s 重复",
	fieldNeeded:    "缺少字段 %s",
	fieldWrong:     "字段 %s 的内容不对",
	checkedShape:   "checked 应是两个整数 [有问题的, 查了的]",
	notTogether:    "%s 不能与 %s 写在同一行",
	saysNothing:    "这一行没有说要记什么，应写其中一项：%s",
	emptyField:     "不能是空的",
	longField:      "文字太长：最多 %d 字，现有 %d 字",
	idShape:        "编号应是 1 到 64 个字母、数字、点、横线或下划线",
	idTwice:        "编号 %s 重复",
	dayShape:       "日期应写作 2026-11-23",
	fewInList:      "至少要有 %d 项",
	numberRange:    "应是 %d 到 %d 之间的整数",
	choiceWrong:    "只能是 %s：%s",
	otherVisit:     "问题 %s 不是这次进校的，它在第 %d 轮 %s",
	schemaSays:     "xuncha record 从标准输入读的一行。每行一件事；落盘之后答 {\"saved\":序号}，新建了问题、进展、谈话、资料或移交时附 \"id\"；不能接受时答 {\"refused\":原因,\"line\":行号,\"field\":字段}。进校已经封存时，改动要写 reason，作为更正的理由。",
	flagState:      "只看这种状态：draft withdrawn submitted adopted returned rejected merged",
	flagView:       "看法：all unfed open overdue week relapsed fixnow closed",
	flagToday:      "逾期按这一天算，如 2026-12-31（不写即为今天）",
	badDay:         "日期应写作 2026-12-31，不能是“%s”",
	badChoice:      "选项 --%s 只能是 %s，不能是“%s”",
	flagSchema:     "打印一行的 JSON Schema（draft 2020-12），附例子",
	exchange:       chineseExchange,
	noneSelected:   "流水中没有这样的记录",

	progress: chineseProgress,
	lists:    chineseLists,
	imports:  chineseImport,
	exports:  chineseExports, paper: chinesePaper,
	evidence: chineseEvidence, deliver: chineseDeliver, planning: chinesePlan, typing: chineseTyping, flagWhichRound: "第几轮", colon: "：", comma: "、",
	press:    chinesePress,
	noViewer: "这里没有能打开它的程序或图形界面",
}
