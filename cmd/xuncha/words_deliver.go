package main

// deliverWords is what the command line says of files that it gives out.
type deliverWords struct {
	page text

	flagOut, written, stopped, noFolder, fileThere, otherKind string
}

var chineseDeliver = deliverWords{
	page: text{
		"写一页图文汇总",
		"把一轮或各轮写成一个 HTML 文件：覆盖、各板块评定、学校 × 板块热力图、共性问题、逐周整改，每个数都附口径。\n文件自成一体，不含脚本，不连网络；用浏览器打开，也可以打印在 A4 纸上。已有文件时不覆盖，除非加 --force。",
		"  xuncha page -o 汇总.html\n  xuncha page --round 1 -o 第一轮.html",
	},
	flagOut: "写到这个文件；- 为标准输出",
	written: "已写好：%s", stopped: "已停止，没有写成：%s", noFolder: "没有这个文件夹，没有写成：%s",
	fileThere: "%s 已经有文件，不能作文件夹，没有改动它。换一个名称", otherKind: "%s：这里写出的是 %s 文件，请改扩展名",
}

var englishDeliver = deliverWords{
	page: text{
		"write a page of pictures",
		"Writes one round, or all, as one HTML file: coverage, verdicts by section, a heat map of schools and sections, common\nproblems, rectification by week, each number with its rule. It needs nothing else, runs no script and uses no network;\nopen it in a browser, or print it on A4. A file that is there already is left alone, unless --force is given.",
		"  xuncha page -o summary.html\n  xuncha page --round 1 -o round-1.html",
	},
	flagOut: "the file to write; - is standard output",
	written: "Written: %s", stopped: "Stopped; not written: %s", noFolder: "There is no such folder; not written: %s",
	fileThere: "%s is a file already, which cannot be a folder, and was left alone. Take another name", otherKind: "%s: what is written here is a %s file; change the end of the name",
}
