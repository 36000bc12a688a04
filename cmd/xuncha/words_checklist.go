package main

// listWords is what the command line says of checklists.
type listWords struct {
	template, check, diff, adopt           text
	settings, settingsCheck, settingsAdopt text

	flagOfRound, flagFormat, flagEmpty, flagFromBook, flagDiffRound string

	emptyAndBook, faults, good, twoLists, noList, settingsGood string
}

var chineseLists = listWords{
	template: text{
		"写一个编清单用的工作簿",
		"写一个 .xlsx 工作簿，在 Excel 或 WPS 里编清单：有下拉、批注和填写说明，已填好账本现用的清单（没有账本时是内置清单）。\n填好后用 checklist check 检查，用 checklist adopt 采用。",
		"  xuncha checklist template -o 清单.xlsx\n  xuncha checklist template --empty -o 空白清单.xlsx",
	},
	check: text{
		"检查清单文件",
		"检查 .xlsx、.csv 或 YAML 的清单，逐格或逐行列出全部错误；是哪一种按内容认，不看扩展名。有错误时退出码为 1。",
		"  xuncha checklist check 清单.xlsx",
	},
	diff: text{
		"比较两份清单",
		"比较两个版本，每个要点只归一类：编号换了所指、改编号、删去、拆分、合并、新增、改写、依据已核、移动、不变；\n列出改动的文字，以及各涉及账本里多少作答、问题和佐证。A、B 是文件，或账本里的版本号；\n只写一份时与 --round 那一轮现用的清单比较。两份都是文件时可以没有账本。",
		"  xuncha checklist diff 旧.xlsx 新.xlsx\n  xuncha checklist diff --round 2 新.yaml --format csv > 变化.csv",
	},
	adopt: text{
		"为一轮采用清单",
		"先列出与本轮现用清单的不同，再采用。作答都留在原来的要点编号下，一份不丢：不在新清单里的不再计入，\n在离校检查和汇总里另列。改了编号的要点，作答不跟着走，已开始的轮次宜沿用原编号。\n编号换成了另一件事、而本轮已有作答的，不予采用；同一版本号而内容不同的，也不予采用，请换版本号。\n已开始的轮次会先问；脚本中须加 --yes，否则只列出、不改动，退出码为 1。各轮各用各的清单，可一次撤销。",
		"  xuncha checklist adopt 清单.xlsx --round 2\n  xuncha checklist adopt 清单.yaml --round 1 --dry-run",
	},
	settings: text{
		"列出单位设置",
		"把单位设置写成 YAML：单位名称和巡察工作名称，落款、组名、报送、联系人、发文字号、问题编号前缀，\n“个别、部分、普遍”的尺度，各轮的名称、起止日期和期限。改好后用 settings adopt 采用。",
		"  xuncha settings > 设置.yaml\n  xuncha settings adopt 设置.yaml",
	},
	settingsCheck: text{"检查设置文件", "检查 YAML 的设置，列出全部错误及其行列。有错误时退出码为 1。", "  xuncha settings check 设置.yaml"},
	settingsAdopt: text{
		"采用设置文件",
		"先列出将要改动什么，确认后一次记入，可一次撤销。文件里没有写的保持原样；没有的轮次会新建。\n问题编号前缀只用于以后的编号，已编的号不变。在终端上会先问；脚本中须加 --yes。",
		"  xuncha settings adopt 设置.yaml --yes",
	},
	settingsGood: "%s：设置完好，可以采用。",
	flagOfRound:  "第几轮的清单（不写则第一份）", flagFormat: "格式：text、json、csv、yaml 或 xlsx（不写则按 -o 的扩展名）",
	flagEmpty: "空白的工作簿", flagFromBook: "必须是账本里的清单，没有账本即拒绝", flagDiffRound: "与这一轮现用的清单比较，并只数这一轮",
	emptyAndBook: "--empty 和 --from-book 只能用一个", faults: "%[2]s：共 %[1]d 处错误，改好后再检查",
	good: "%s：清单完好，可以采用。%s，版本 %s，%d 个板块，%d 个要点，其中依据待核 %d 个。", twoLists: "后面应写两份清单：A B；或者写一份，并用 --round 指明与哪一轮的比较",
	noList: "没有这个文件，账本里也没有这个版本的清单：%s",
}

var englishLists = listWords{
	template: text{
		"write a workbook to author a checklist in",
		"Writes an .xlsx workbook with drop-downs, notes and instructions, filled with the checklist of the book, or with the\nbuilt-in one. When it is filled in, see checklist check and checklist adopt.",
		"  xuncha checklist template -o checklist.xlsx\n  xuncha checklist template --empty -o blank.xlsx",
	},
	check: text{
		"check a checklist's file",
		"Checks a checklist in .xlsx, .csv or YAML, told by its content, and lists all faults with their cells or lines. The exit\ncode is 1 when there are any.",
		"  xuncha checklist check checklist.xlsx",
	},
	diff: text{
		"compare two checklists",
		"Compares two versions; each item has one fate: its code reused for another thing, renumbered, removed, split, joined,\nadded, reworded, basis confirmed, moved, unchanged. Lists the words that differ, and how many answers, findings and\nfiles of evidence of the book each touches. A and B are files, or versions that the book has; with one alone, the\nlist of --round is compared with it. Two files need no book.",
		"  xuncha checklist diff old.xlsx new.xlsx\n  xuncha checklist diff --round 2 new.yaml --format csv > changes.csv",
	},
	adopt: text{
		"take a checklist over for a round",
		"Shows how it differs from the round's checklist, and takes it over. Answers stay with the codes of their items, and none\nis lost: those off the new list are counted no longer and listed apart in the leave-site check and the summary. The\nanswers of a renumbered item do not follow it; a round that has begun had better keep its codes. A code that now\nstands for another thing is refused where the round has answers for it, and so is other content under the same version.\nA round that has begun is asked about first; a script needs --yes, or nothing changes and the exit code is 1.\nEach round has a checklist of its own. It is undone as one.",
		"  xuncha checklist adopt checklist.xlsx --round 2\n  xuncha checklist adopt checklist.yaml --round 1 --dry-run",
	},
	settings: text{
		"print the office's settings",
		"Writes the settings as YAML: the organ and the title of the campaign; signature, names of teams, whom reports go to,\ncontact, series and prefix of numbers; the scale of “single, some, general”; the rounds' titles, days and deadlines.\nChange the file, and take it over with settings adopt.",
		"  xuncha settings > settings.yaml\n  xuncha settings adopt settings.yaml",
	},
	settingsCheck: text{"check a file of settings", "Checks settings in YAML and lists all faults with their line and column. The exit code is 1 when there are any.", "  xuncha settings check settings.yaml"},
	settingsAdopt: text{
		"take a file of settings over",
		"Shows what would change and records it as one entry, undone as one. What the file leaves out stays as it is; a round\nthat was not there is set up. The prefix is for numbers given from now on. On a terminal it asks; a script needs --yes.",
		"  xuncha settings adopt settings.yaml --yes",
	},
	settingsGood: "%s: the settings are whole and can be adopted.",
	flagOfRound:  "the checklist of which round (else the first)", flagFormat: "format: text, json, csv, yaml or xlsx (else by the end of -o)",
	flagEmpty: "an empty workbook", flagFromBook: "the book's checklist; refuse where there is no book", flagDiffRound: "compare with this round's checklist, and count this round alone",
	emptyAndBook: "--empty and --from-book exclude each other", faults: "%[2]s: %[1]d fault{s}; mend them and check again",
	good: "%s: the checklist is whole and can be adopted. %s, version %s, %d section{s}, %d item{s}, %d with a basis to be confirmed.", twoLists: "two checklists have to follow: A B; or one, with --round for the round to compare it with",
	noList: "there is no such file, and the book has no such version: %s",
}
