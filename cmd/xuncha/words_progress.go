package main

// progressWords is what the command line says of a ledger that came back.
type progressWords struct {
	progress text

	flagTheirs, flagDay                                                                             string
	readLines, unmarked, changes, conflicts, overruled, left, missing, nothing, noneTaken, leftRows string
}

var chineseProgress = progressWords{
	progress: text{
		"读入学校填好的台账",
		"读学校填好发回的整改台账（xuncha export ledger 发出的），与账本比较，确认后一次记入，可一次撤销。\n只记学校改过的格：目标、措施、责任、时限、长期坚持、状态、原因、举一反三，和新的进展；没有改的格不影响账本后来的改动。\n发出以后账本也改过的格列为不一致，不记入，除非加 --take-theirs。销号由办公室决定，学校填的不算数；已销号的不再改动。办公室填写的格（编号、学校、反馈问题…）被改了，逐格列出，不采用。\n列可以调换次序；隐藏的标识丢了按编号对应，这时账本里已有的内容不被改动，除非加 --take-theirs。\n可以一次读几个文件，或一个文件夹：逐个文件列出改动，最后问一次；每个文件记为一条，各自撤销。有错的文件一处也不采用，不影响其余的，\n退出码为 1；两个文件里有同一个问题的，两个都不采用。",
		"  xuncha import progress 台账.xlsx\n  xuncha import progress 台账.xlsx --yes --day 2026-11-23\n  xuncha import progress 各校报回/",
	},
	flagTheirs: "不一致的格以学校填的为准", flagDay: "没有写进展日期的，记为这一天（不写即为今天）",
	readLines: "%s：读到 %d 条", unmarked: "其中 %d 条没有隐藏的标识，按编号对应，看不出学校改了哪些格",
	changes: "学校填写的 %d 处：", conflicts: "不一致 %d 处，没有采用（账本的 → 学校的；要采用请加 --take-theirs）：", overruled: "不一致 %d 处，以学校填的为准：",
	left: "没有采用 %d 处：", missing: "文件里没有、账本里有的 %d 条（没有改动）：", nothing: "（空）", noneTaken: "没有可以记入的，账本没有改动。", leftRows: "不是台账条目的行 %d：",
}

var englishProgress = progressWords{
	progress: text{
		"read a ledger that a school filled in",
		"Compares a ledger that xuncha export ledger gave out, and that a school filled in, with the book, and records what\nthe school changed as one entry that is undone as one: goal, measures, who, deadline, long-term, state, cause,\ninference, and new progress. A cell that the school left alone says nothing. Where the book moved on as well since\nthe ledger went out, the cell is listed and not taken, unless --take-theirs is given. Closing is the office's; closed\nfindings stay as they are. What was written into the office's cells is listed cell by cell, and left. Columns may stand in any order. Where the hidden marks were lost, lines are told by their\nnumbers, and nothing that the book has is changed, unless --take-theirs is given.\nSeveral files, or a folder of them, are read at once: each is shown, one question is asked, and each file is an entry\nthat is undone by itself. Nothing is taken of a file with faults, nor of two that speak of the same finding; the others\nare not held up, and the exit code is 1.",
		"  xuncha import progress ledger.xlsx\n  xuncha import progress ledger.xlsx --yes --day 2026-11-23\n  xuncha import progress returned/",
	},
	flagTheirs: "where both moved on, take what the school wrote", flagDay: "the day of progress that tells none (else today)",
	readLines: "%s: %d line{s} read", unmarked: "%d line{s} lost {its|their} hidden marks and {is|are} told by {its|their} number{s}; what the school changed in {it|them} is not known",
	changes: "Filled in by the school: %d", conflicts: "Moved on in the book as well, not taken (book → school; --take-theirs takes them): %d", overruled: "Moved on in the book as well, taken from the school: %d",
	left: "Not taken: %d", missing: "In the book and not in the file, left as they are: %d", nothing: "(nothing)", noneTaken: "Nothing of it can be recorded; the book was not changed.", leftRows: "Rows that are no lines of the ledger: %d",
}
