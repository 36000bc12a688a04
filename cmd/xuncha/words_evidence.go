package main

// evidenceWords is what the command line says of evidence.
type evidenceWords struct {
	top, add, list, get, check text

	flagItem, flagFinding, flagCaption, flagPage, flagSort, flagDay, flagPlace, flagProof, flagKind, flagReason string
	flagSchool, flagOnlyFinding, flagOut, flagForce                                                             string

	noFile, folder, device, loop, unreadable, tooLarge, empty, changing, ownBook, program, kind, lost, altered string

	taken, already, stopped, none, noSuch, twoSuch, gotten, outFolder, outThere string
	whole, spare, faults, fault                                                 string
	needRound, needSchool, needFile, needOut, proofOfWhat, badDay, getInstead   string
}

var chineseEvidence = evidenceWords{
	top: text{
		"存入、列出、取出和检查佐证",
		"佐证文件按内容存放在账本旁的文件夹里，同一个文件只存一份。",
		"  xuncha evidence add 会议记录.pdf --round 1 --school S001 --item 1.01 --caption 缺签名",
	},
	add: text{
		"存入佐证",
		"把文件复制进来并记到一次进校，落盘之后才答已存入。可存图片、PDF、Office 文档、文本和录音录像，\n每件不超过 50 MB；不收文件夹、设备、压缩包和程序。原文件不动。可以一次写几个文件。",
		"  xuncha evidence add 照片.jpg --round 1 --school S001 --item 9.02 --caption 留样柜未上锁 --place 食堂\n  xuncha evidence add 整改照片.jpg --round 1 --school S001 --finding 问题编号 --proof",
	},
	list: text{"列出佐证", "列出佐证的编号、文件名、说明和所属。可以只看一轮、一所学校或一个问题。", "  xuncha evidence list --school S001 --format csv"},
	get: text{
		"取出一件佐证",
		"把一件佐证复制到指定的文件，取出时核对内容。编号写开头几位即可。已有文件时不覆盖，除非加 --force。",
		"  xuncha evidence get 3f9a12cd77b0 -o 会议记录.pdf",
	},
	check: text{"检查佐证是否完好", "逐件核对佐证的内容，列出缺失和被改动的。只读，不改动任何文件。发现问题时退出码为 1。", "  xuncha evidence check"},

	flagItem: "属于哪个要点（编号）", flagFinding: "属于哪个问题（编号）", flagCaption: "说明", flagPage: "页码，如 第3–5页",
	flagSort: "种类：copy photo recording document talk（不写则按内容判断）", flagDay: "取得日期，如 2026-09-07", flagPlace: "地点",
	flagProof: "作为整改证明，须与 --finding 同用", flagKind: "巡察方式（不写即常规）", flagReason: "已封存的进校写明更正理由",
	flagSchool: "哪所学校（编号）", flagOnlyFinding: "只看这个问题（编号）", flagOut: "写到这个文件", flagForce: "已有文件时覆盖",

	noFile: "没有这个文件", folder: "这是文件夹，请选其中的文件", device: "这是设备或管道，不是文件", loop: "链接绕成了圈，找不到文件",
	unreadable: "读不了这个文件，请检查权限或是否被占用", tooLarge: "文件超过 50 MB，请压缩或拆分后再存", empty: "这是空文件",
	changing: "文件正在被改动，请等它写完再存", ownBook: "这是账本本身，不能作佐证", program: "这是程序或脚本，不能存入",
	kind: "不收这种文件；可存图片、PDF、Office 文档、文本、录音录像，压缩包请先解开", lost: "佐证的内容不见了，请从备份恢复，或把原文件再存入一次", altered: "佐证的内容被改动过，不可信，请从备份恢复，或把原文件再存入一次",

	taken: "已存入：%s（%s）\n编号 %s", already: "已经在这里，没有重复存入：%s\n编号 %s", stopped: "已停止，没有存入：%s",
	none: "没有这样的佐证", noSuch: "没有编号为 %s 的佐证", twoSuch: "编号以 %s 开头的佐证不止一件，请多写几位", gotten: "已取出：%s", outFolder: "-o 后面应是文件名，%s 是文件夹", outThere: "%s 已经有文件，没有改动它。换一个文件名，或加 --force 覆盖",
	whole: "佐证完好：%d 件，共 %s。", spare: "另有 %d 个文件没有记录提到（撤销或中断留下的），不影响使用。", faults: "佐证有 %d 处问题：", fault: "%s（第%d轮 %s）：%s  编号 %s",
	needRound: "请用 --round 指明轮次", needSchool: "请用 --school 指明学校", needFile: "后面要写文件", getInstead: "；可用 xuncha evidence get 取出到文件", needOut: "请用 -o 指明写到哪个文件", proofOfWhat: "--proof 要与 --finding 同用",
	badDay: "日期应写成 2026-09-07，不能是“%s”",
}

var englishEvidence = evidenceWords{
	top: text{
		"take in, list, get and check evidence",
		"Files of evidence lie by their content in a folder beside the book, each once.",
		"  xuncha evidence add minutes.pdf --round 1 --school S001 --item 1.01 --caption \"no signature\"",
	},
	add: text{
		"take evidence in",
		"Copies files in and records them at a visit; it answers once they are on the disk. Images, PDF, Office, text,\nsound and video, up to 50 MB each; no folders, devices, archives or programs. Your own files stay as they are.",
		"  xuncha evidence add photo.jpg --round 1 --school S001 --item 9.02 --caption \"unlocked\" --place canteen\n  xuncha evidence add after.jpg --round 1 --school S001 --finding ID --proof",
	},
	list: text{"list evidence", "Lists IDs, names, captions and what they belong to; of one round, school or finding if you like.", "  xuncha evidence list --school S001 --format csv"},
	get: text{
		"get a piece of evidence",
		"Copies a piece of evidence into a file and checks its content on the way. The first digits of the ID will do. A file\nthat is there already is left alone, unless --force is given.",
		"  xuncha evidence get 3f9a12cd77b0 -o minutes.pdf",
	},
	check: text{"check that evidence is whole", "Reads all evidence and lists what is missing or was changed. It only reads. The exit code is 1 when it finds something.", "  xuncha evidence check"},

	flagItem: "the item it belongs to (its code)", flagFinding: "the finding it belongs to (its ID)", flagCaption: "caption", flagPage: "page, such as 3-5",
	flagSort: "kind: copy photo recording document talk (else told by its content)", flagDay: "day, such as 2026-09-07", flagPlace: "place",
	flagProof: "proof of putting right; goes with --finding", flagKind: "kind of visit (routine if left out)", flagReason: "why, for a visit that is sealed",
	flagSchool: "which school (its code)", flagOnlyFinding: "this finding only (its ID)", flagOut: "the file to write", flagForce: "replace a file that is there",

	noFile: "there is no such file", folder: "this is a folder; choose a file in it", device: "this is a device or a pipe, not a file", loop: "the links lead in a circle",
	unreadable: "the file cannot be read; see its rights, or whether a program holds it", tooLarge: "the file is larger than 50 MB; compress or split it", empty: "the file is empty",
	changing: "the file is being changed; wait until it is finished", ownBook: "this is the book itself", program: "this is a program or a script",
	kind: "not a kind that is taken in: images, PDF, Office, text, sound, video; unpack archives first", lost: "its bytes are missing; restore them from a backup, or take the same file in again", altered: "its bytes were changed and cannot be trusted; restore them from a backup, or take the same file in again",

	taken: "Taken in: %s (%s)\nID %s", already: "It is here already: %s\nID %s", stopped: "Stopped; not taken in: %s",
	none: "there is no such evidence", noSuch: "there is no evidence %s", twoSuch: "several pieces of evidence begin with %s; write more of the ID", gotten: "Written: %s", outFolder: "-o takes a file's name; %s is a folder", outThere: "%s is there already and was left alone. Take another name, or --force to replace it",
	whole: "Evidence is whole: %d file{s}, %s.", spare: "%d more file{s} that no entry speaks of, left by undoing or an interruption; harmless.", faults: "%d fault{s} in the evidence:", fault: "%s (round %d, %s): %s  ID %s",
	needRound: "name the round with --round", needSchool: "name the school with --school", needFile: "a file has to follow", getInstead: "; xuncha evidence get copies it into a file", needOut: "name the file to write with -o", proofOfWhat: "--proof goes with --finding",
	badDay: "a day is written 2026-09-07, not “%s”",
}
