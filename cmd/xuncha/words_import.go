package main

// importWords is what the command line says of tables that are read.
type importWords struct {
	top, roster text

	flagSheet, flagYes, flagDry, flagRemove string

	yesAndDry, stdin, ask, needsYes, declined, done, doneEach, same, dry string

	sum, badFiles, sameThing, emptyFolder string // of several files

	readSchools, newOnes, renamed, changed, moved, unplanned, takenOff, closes, staysOn, hasWork string
	recoded, alike, perhapsRenamed, more                                                         string
	leftRows, blankRows, leftColumns, leftSheets, hiddenRows                                     string
	reasons                                                                                      [6]string // why a row was left out
}

var chineseImport = importWords{
	top: text{
		"从表格导入",
		"读办公室现有的表格（.xlsx 或 .csv），先列出将要改动什么，确认后才记入账本；要么全部记入，要么一处不动。\n表头上方的标题、两行表头、合并的格子、合计行、空行都认得；列按名称找，次序不限。",
		"  xuncha import roster 名册.xlsx",
	},
	roster: text{
		"导入名册",
		"读学校名册并与账本比较，列出新增、改名、改动、次序、文件里没有的和像是重复的学校，确认后一次记入，可一次撤销。\n有编号按编号对应，没有编号按名称对应；表里没有的列不改动。文件里没有的学校默认原样保留；\n加 --remove-gone 则没有工作的移出名册，有工作的只作停办，内容都在。\n在终端上会先问；脚本中须加 --yes，否则只列出、不改动，退出码为 1。只想看看用 --dry-run。",
		"  xuncha import roster 名册.xlsx\n  xuncha import roster 名册.csv --yes --author 张三\n  xuncha import roster 名册.xlsx --sheet 2026年 --dry-run --format json",
	},
	flagSheet: "读这张工作表（不写则找有表头的那张）", flagYes: "不再问，直接记入", flagDry: "只列出将要改动什么，不记入",
	flagRemove: "文件里没有的学校移出名册（有工作的作停办）",
	yesAndDry:  "--yes 和 --dry-run 只能用一个", stdin: "标准输入",
	ask:         "以上改动记入账本吗？[y/N] ",
	needsYes:    "没有改动账本。这里不能问，确认无误后请加 --yes 再运行；只想看看请用 --dry-run",
	declined:    "没有改动账本",
	readSchools: "%s：读到 %d 所学校", newOnes: "新增 %d 所：", renamed: "改名 %d 所（工作都在）：", changed: "改动 %d 所：", moved: "次序变动 %d 所：", unplanned: "  新增的学校还没有排入轮次；可在计划里排，或用 xuncha import plan 导入计划",
	takenOff: "文件里没有、移出名册 %d 所（没有工作）：", closes: "文件里没有、作停办 %d 所（有工作，内容都在）：",
	staysOn: "文件里没有、原样保留 %d 所（要移出名册，在命令行导入时加 --remove-gone）：", hasWork: "有工作",
	recoded: "账本里没有这个编号，按名称对应 %d 所（沿用账本的编号）：", alike: "像是同一所，请看一看（只是提示）%d 对：", perhapsRenamed: "可能是改名；是的话，请在文件里写上原编号再导入",
	more: "  另有 %d 条，全部见 --format json", leftRows: "不是学校的行 %d：", blankRows: "空行 %d", leftColumns: "没有读的列：%s", leftSheets: "没有读的工作表：%s", hiddenRows: "表里有 %d 行是隐藏的，也读了",
	sum: "共 %d 个文件：有改动 %d 个，没有要改的 %d 个，有错、没有采用 %d 个", badFiles: "有 %d 个文件有错，一处也没有采用（其余的不受影响）：%s。错在哪里见上；改好后单独再读这几个",
	sameThing: "%s（%s）和 %s（%s）里有同一个问题，不知道哪一份是新的，两份都没有采用；请只读一份", emptyFolder: "文件夹里没有文件：%s",
	reasons: [6]string{"?", "表头上方", "表头", "空行", "合计行", "注释行"},
	done:    "已记入：%s。要撤销时在记录本里按 u，一次撤销全部。", doneEach: "已记入：%s，每个文件一条。要撤销时在记录本里按 u，一次撤销一个文件。", same: "与账本一致，没有要改的。", dry: "只是查看，没有改动账本。",
}

var englishImport = importWords{
	top: text{
		"read tables into the book",
		"Reads the tables that an office has (.xlsx or .csv), shows what would change, and records it once that is agreed: all of\nit or nothing. Titles above the heads, heads in two rows, merged cells, sums and blank rows are understood.",
		"  xuncha import roster roster.xlsx",
	},
	roster: text{
		"read a roster",
		"Compares a roster with the book and shows schools that are new, renamed, changed, in another order, missing from the\nfile or likely doubles; records all as one entry that is undone as one. Schools are matched by code, or by name where\nthere is none; columns that the file lacks stay as they are. Schools missing from the file are kept, unless\n--remove-gone: then those without work leave the roster, and those with work are closed and keep it.\nOn a terminal it asks; a script needs --yes, or nothing changes and the exit code is 1. To just look: --dry-run.",
		"  xuncha import roster roster.xlsx\n  xuncha import roster roster.csv --yes --author Li\n  xuncha import roster roster.xlsx --sheet 2026 --dry-run --format json",
	},
	flagSheet: "read this sheet (else the one that has the heads)", flagYes: "record without asking", flagDry: "show what would change, and record nothing",
	flagRemove: "take schools that the file lacks off the roster (close those with work)",
	yesAndDry:  "--yes and --dry-run exclude each other", stdin: "standard input",
	ask:         "Record these changes? [y/N] ",
	needsYes:    "the book was not changed. Nobody can be asked here: run it again with --yes, or with --dry-run to just look",
	declined:    "the book was not changed",
	readSchools: "%s: %d school{s} read", newOnes: "New: %d", renamed: "Renamed, keeping their work: %d", changed: "Changed: %d", moved: "In another order: %d", unplanned: "  New schools are in no round yet; plan them in the notebook or with xuncha import plan",
	takenOff: "Missing from the file, leaving the roster (no work): %d", closes: "Missing from the file, closed (their work stays): %d",
	staysOn: "Missing from the file, kept (--remove-gone on the command line takes them off): %d", hasWork: "has work",
	recoded: "Code unknown, matched by name, keeping the book's code: %d", alike: "Perhaps the same school (a hint): %d", perhapsRenamed: "perhaps a new name; if so, write the old code into the file and read it again",
	sum: "%d file{s}: %d with changes, %d with nothing to change, %d with faults, not taken", badFiles: "%d file{s} {has|have} faults and nothing of {it|them} was taken (the others are not held up): %s. What is wrong stands above; read {it|these} again once {it is|they are} mended",
	sameThing: "%s (%s) and %s (%s) speak of the same finding, and which is the newer is not known: neither was taken; read one of them", emptyFolder: "there are no files in the folder: %s",
	more: "  %d more; --format json lists all", leftRows: "Rows that are no schools: %d", blankRows: "Blank rows: %d", leftColumns: "Columns not read: %s", leftSheets: "Sheets not read: %s", hiddenRows: "%d row{s} {is|are} hidden in the sheet and {was|were} read",
	reasons: [6]string{"?", "above the heads", "heads", "blank", "sum", "remark"},
	done:    "Recorded: %s. To take all of it back, press u in the notebook.", doneEach: "Recorded: %s, one for each file. To take one file back, press u in the notebook; once more for the next.", same: "The book says the same; nothing to change.", dry: "Just a look; the book was not changed.",
}
