package main

// paperWords is what the command line says of papers.
type paperWords struct {
	top text

	flagKind, flagFinding, flagDonor                              string
	howTo, orFolder, noDonor, badDonor, stopped, progress, passed string
}

var chinesePaper = paperWords{
	top: text{
		"写文书（Word）",
		"把账本写成要签字的文书：问题底稿、事实确认单、反馈意见、各种报告等，.docx 格式，公文版式。不写文书名时列出有哪些文书。\n-o 后面是文件夹时，每所学校（底稿为每个问题）一个文件。评价、建议和签字处留给人填写；数字都附口径。",
		"  xuncha paper\n  xuncha paper finding --round 1 --school S001 -o 底稿.docx\n  xuncha paper feedback --round 1 -o 反馈意见/\n  xuncha paper school-report --school S001 --donor 本单位格式.docx -o 报告.docx",
	},
	flagKind: "巡察方式（不写即常规）：routine look-back themed upgraded make-up", flagFinding: "只写这个问题（编号）", flagDonor: "本单位的 .docx，用它的样式、页眉和页脚",
	howTo:    "用法：xuncha paper 文书名 [--round N] [--school 编号] -o 文件或文件夹",
	orFolder: "；也可以让 -o 指向文件夹，逐份写出",
	noDonor:  "打不开格式文件：%s", badDonor: "格式文件不能用：%s。%s",
	stopped: "已停止，写好了 %d 份，其余没有写。", progress: "已写到 %d/%d", passed: "另有 %d 份没有写：%s",
}

var englishPaper = paperWords{
	top: text{
		"write papers (Word)",
		"Writes what a book holds as papers to be signed: finding sheets, confirmations, feedback, reports, as .docx in the official\nlayout and in Chinese. Without a kind it lists the kinds. Where -o is a folder, each school (or finding) gets a file.\nJudgement, advice and signatures are left to people; every figure has its rule.",
		"  xuncha paper\n  xuncha paper finding --round 1 --school S001 -o finding.docx\n  xuncha paper feedback --round 1 -o feedback/\n  xuncha paper school-report --school S001 --donor office.docx -o report.docx",
	},
	flagKind: "kind of visit (routine if left out): routine look-back themed upgraded make-up", flagFinding: "this finding only (its ID)", flagDonor: "a .docx of your office, for its styles, header and footer",
	howTo:    "Use: xuncha paper KIND [--round N] [--school CODE] -o FILE or FOLDER",
	orFolder: "; or have -o name a folder, for all of them",
	noDonor:  "cannot open %s", badDonor: "%s cannot be used: %s",
	stopped: "Stopped; %d paper{s} {was|were} written.", progress: "%d/%d written", passed: "%d more {was|were} not written: %s",
}
