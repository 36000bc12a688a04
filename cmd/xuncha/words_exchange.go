package main

// exchangeWords is what the command line says of handing over everything that a
// book holds, and of taking it over.
type exchangeWords struct {
	exportAll, importAll, archive text

	flagFormat, flagSchema string

	flagSchools, flagFolder, flagForce, whichSchool, needFolder, filed, lost, progress string

	conflicts, folderThere, stdin, isFolder, founded, stopped, taken, files string
}

var chineseExchange = exchangeWords{
	exportAll: text{
		"导出账本的全部内容",
		"把账本里的全部内容交给别的系统：名册、轮次、成员、清单、进校、作答、问题及其整改、佐证目录、谈话、资料、封存与更正。\njson 是一个文件，键名固定，格式由 --schema 公布，可用 xuncha import all 在另一处建成一样的账本；\ncsv 是一个文件夹（或 .zip），每类一张表，另有说明；xlsx 是一个工作簿，每类一张工作表。\n不写 --format 则按文件名判断。流水和佐证文件本身不在其中，见 xuncha log 和 xuncha archive。",
		"  xuncha export all -o 全量.json\n  xuncha export all -o 全量.xlsx\n  xuncha export all --format csv -o 全量数据\n  xuncha export all --schema > 全量.schema.json",
	},
	importAll: text{
		"用导出的全部内容建新账本",
		"读 xuncha export all 导出的 json，在还没有账本（或是空账本）的地方建成内容一样的账本。\n先整个读完、查完，有一处不对就列出全部错处的行、列和位置，什么也不建；要么全部建成，要么什么也没有。\n已有内容的账本不动。佐证文件本身另行存入。",
		"  xuncha import all 全量.json --book 新账本.xuncha --author 张三",
	},
	archive: text{
		"把一所学校的材料归档",
		"按工作次序把一所学校的材料写进一个文件夹：进校安排、调阅资料清单、谈话提纲、作答、问题底稿、事实确认单、立行立改通知书、\n离校交接单、反馈意见、情况报告、整改台账、佐证原件、流水和全量数据，附目录（docx 和 csv）和 SHA256SUMS（可用 sha256sum -c 核对）。\n--school 可写几个编号（用逗号分开）或 all；只写 --round 则归档该轮全部学校，一校一个文件夹。\n中途停止或出错不留半个文件夹。同一账本同一天归档，内容逐字节相同。",
		"  xuncha archive --school S001 -o 归档-S001\n  xuncha archive --round 1 -o 第一轮归档",
	},
	flagSchools: "哪所学校（编号，可几个，逗号分开；all 为全部）", flagFolder: "写到这个文件夹（新建）", flagForce: "替换本程序以前写出的归档",
	whichSchool: "请用 --school 指明学校，或用 --round 归档一轮的全部学校", needFolder: "请用 -o 指明写到哪个文件夹",
	filed: "已归档 %d 所学校，共 %d 件。", lost: "有 %d 件佐证的内容不见了或被改动，没有归入，目录中已注明；请从备份恢复后重新归档，见 xuncha evidence check。",
	progress:   "正在归档 %s：%d/%d",
	flagFormat: "格式：json csv xlsx（不写则按文件名判断）", flagSchema: "打印导出内容的 JSON Schema（draft 2020-12）",
	conflicts:   "有 %d 处各电脑记得不同，导出的是现在显示的；可先选定再导出，见 xuncha findings --format json 的 conflicts。",
	folderThere: "%s 已经存在，没有改动它。换一个名称；加 --force 只能替换本程序以前写出的同类文件夹",
	stdin:       "标准输入", isFolder: "%s 是文件夹，请指明其中的 .json 文件",
	founded: "%s 已经有内容，没有改动它。请用 --book 另指一个还没有账本的位置",
	stopped: "已停止，没有建成账本：%s", taken: "已建成账本：%s（%d 条记录）。",
	files: "账本记有 %d 件佐证，文件本身不在导出内容里；请用 xuncha evidence add 把原文件再存入，或复制原账本旁的佐证文件夹。",
}

var englishExchange = exchangeWords{
	exportAll: text{
		"give out everything that the book holds",
		"For other systems: roster, rounds, members, checklists, visits, answers, findings and their rectification, the list of\nevidence, talks, papers, seals and amendments. json is one file with keys that stay, described by --schema, out of which\nxuncha import all makes the same book elsewhere; csv is a folder (or a .zip) with a table for each kind and one that\nexplains them; xlsx is one workbook with a sheet for each. The file's name tells the format where --format does not.\nThe journal and the files of evidence are not in it; see xuncha log and xuncha archive.",
		"  xuncha export all -o all.json\n  xuncha export all -o all.xlsx\n  xuncha export all --format csv -o all\n  xuncha export all --schema > all.schema.json",
	},
	importAll: text{
		"make a new book of everything that another gave out",
		"Reads the json of xuncha export all and makes a book that holds the same, where there is none yet (or an empty one).\nThe file is read whole and checked whole first; whatever is wrong is told with line, column and path, and nothing is\nmade. A book with anything in it is left alone. The files of evidence are to be taken in by themselves.",
		"  xuncha import all all.json --book new.xuncha --author NAME",
	},
	archive: text{
		"file a school's papers in a folder",
		"Writes a school's papers into one folder, in the order of the work: plan, papers asked for, talks, answers, finding sheets,\nconfirmations, notices, handover, feedback, report, ledger, the evidence itself, journal and data, with a list (docx and\ncsv) and SHA256SUMS for sha256sum -c. --school takes several codes with commas, or all; --round alone takes all schools\nof the round, a folder each. A stop or a failure leaves no half folder. The same book on the same day gives the same bytes.",
		"  xuncha archive --school S001 -o archive-S001\n  xuncha archive --round 1 -o archive-1",
	},
	flagSchools: "which school (its code; several with commas, or all)", flagFolder: "the folder to make", flagForce: "replace an archive that this program wrote",
	whichSchool: "name a school with --school, or a round with --round for all of its schools", needFolder: "name the folder to make with -o",
	filed: "Filed: %d school{s}, %d file{s}.", lost: "%d piece{s} of evidence {is|are} missing or {was|were} changed; {it is|they are} not there and the list says so. Restore {it|them} and archive again; see xuncha evidence check.",
	progress:   "Filing %s: %d/%d",
	flagFormat: "format: json csv xlsx (told by the file's name if left out)", flagSchema: "print the JSON Schema (draft 2020-12) of what is given out",
	conflicts:   "Laptops say different things in %d place{s}; what is shown now was given out. Choose first if you like: see conflicts in xuncha findings --format json.",
	folderThere: "%s is there already and was left alone. Take another name; --force only replaces a folder of this kind that this program wrote",
	stdin:       "standard input", isFolder: "%s is a folder; name the .json file in it",
	founded: "%s has something in it already and was left alone. Name a place without a book with --book",
	stopped: "Stopped; no book was made: %s", taken: "Made: %s (%d entr{y|ies}).",
	files: "The book speaks of %d piece{s} of evidence; {its file is|their files are} not in what was given out. Take {it|them} in again with xuncha evidence add, or copy the evidence folder beside the other book.",
}
