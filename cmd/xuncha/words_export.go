package main

// exportWords is what the command line says of files for other programs.
type exportWords struct {
	top, ledger, statistics text

	flagFormat, whichFormat, notSent, cut, clipped, none string
}

var chineseExports = exportWords{
	top: text{
		"给出台账、统计表等文件",
		"把账本的内容写成别的程序能用的文件。已有文件时不覆盖，除非加 --force。",
		"  xuncha export ledger --school S001 -o 台账.xlsx\n  xuncha export statistics --round 1 -o 统计表.xlsx",
	},
	ledger: text{
		"给出整改台账",
		"把整改台账写成工作簿，发给学校填写：下拉列表、锁定的格、填表说明、统计和图。填好的发回来，用 xuncha import progress 读入。\n没有反馈的问题不在其中。-o 写文件夹（以 / 结尾，或已有的文件夹）时，每所学校一个文件。csv 和 json 与 xuncha ledger 相同。",
		"  xuncha export ledger --school S001 -o 台账.xlsx\n  xuncha export ledger --round 1 -o 台账/\n  xuncha export ledger --view overdue --format csv -o -",
	},
	statistics: text{
		"给出统计表",
		"每校每轮的统计数：谈话、问卷、信访、线索移交、问题及四个落实、立行立改，应整改、已整改和完成率，各轮有合计。\n账本没有或不应有的数写作“—”，附原因；csv 同此，json 中为 null。",
		"  xuncha export statistics -o 统计表.xlsx\n  xuncha export statistics --round 1 --format json -o -",
	},
	flagFormat: "格式：xlsx、csv 或 json（不写则看文件名）", whichFormat: "看不出格式：%s。请用 --format 指明 xlsx、csv 或 json",
	notSent: "采用而未反馈的 %d 条没有写入", cut: "%s 的%s太长，单元格放不下，文件中已注明；全文见账本", clipped: "有 %d 条文字很长，行高到了上限，表上看不全、印不全；点开格子可以看到全文", none: "没有可以给出的台账：所选范围内没有已反馈的问题",
}

var englishExports = exportWords{
	top: text{
		"give out the ledger, the statistics form",
		"Writes what the book holds as files for other programs. A file that is there already is left alone, unless --force\nis given.",
		"  xuncha export ledger --school S001 -o ledger.xlsx\n  xuncha export statistics --round 1 -o statistics.xlsx",
	},
	ledger: text{
		"give out the rectification ledger",
		"Writes the ledger as a workbook for schools to fill in: drop-downs, locked cells, notes, figures and a chart. Read it\nback with xuncha import progress. Findings that were not fed back are not in it. Where -o is a folder (one that is\nthere, or a path that ends in /), each school gets a file. csv and json are those of xuncha ledger.",
		"  xuncha export ledger --school S001 -o ledger.xlsx\n  xuncha export ledger --round 1 -o ledgers/\n  xuncha export ledger --view overdue --format csv -o -",
	},
	statistics: text{
		"give out the statistics form",
		"The usual numbers of each school in each round: talks, questionnaires, letters, clues handed over, findings by\ndimension, fix-now, and how many were put right, with totals of rounds. A number that the book has not is — with the\nreason; null in json.",
		"  xuncha export statistics -o statistics.xlsx\n  xuncha export statistics --round 1 --format json -o -",
	},
	flagFormat: "format: xlsx, csv or json (else by the file's name)", whichFormat: "what format is %s to be? Say --format xlsx, csv or json",
	notSent: "Left out: %d finding{s} that {was|were} adopted and not fed back", cut: "%s: %s is too long for a cell; the file says so there, and the book has all of it", clipped: "%d line{s} {is|are} longer than a row is high: on the sheet and in print not all of their words are seen; open the cell to read them", none: "there is no ledger to give out: nothing of what you chose was fed back",
}
