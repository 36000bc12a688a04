package tui

import (
	"fmt"

	"xuncha/inspection"
)

// pressWords are the words of papers and exchange. What is made is named by the
// Press.
type pressWords struct {
	title, none     string
	in, inHow       string
	pieces          func(n int) string
	piece           func(n, of int) string
	to, lately      string
	setting         string
	reading         string
	comparing       string
	notRead, notYet string
	writing         func(name string) string
	stop            string
	stopped         func(n int) string
	failed          func(n int, why string) string
	written         func(n, empty int, path string) string
	nothing         string
	nothingYet      string
	showing, goesTo func(path string) string
	folderTitle     string
	itself          string
	inTheWay        func(path string) string
	thereTitle      string
	there           func(name, folder string) string
	thereRest       string
	beside, replace string
	leave           string
	donorTitle      string
	donorIs         func(name string) string
	donorNow        func(path string) string
	donorOther      string
	donorNone       string
	donorStays      string
	donorSet        func(name string) string
	donorGone       string
	oneFile, mend   string
	willChange      string
	isWrong         string
	same            string
	applied         func(name string, entries int) string
}

var zhPress = pressWords{
	title: "文书与交换", none: "这里不能制作文书，请用命令行",
	in: "选取文件…", inHow: "回车选取文件，先看会改动什么，再决定是否导入",
	pieces:  func(n int) string { return fmt.Sprintf("%d 份，放进同一个文件夹", n) },
	piece:   func(n, of int) string { return fmt.Sprintf("第 %d 份，共 %d 份", n, of) },
	to:      "写到 ",
	lately:  "刚写好 ",
	setting: "正在排版……", reading: "正在读文件……", comparing: "正在与账本比较……",
	notRead: "已停止，没有导入，账本没有改动", notYet: "还在比较，请稍候；按 Esc 停止",
	writing: func(name string) string { return "正在写 " + name },
	stop:    "Esc 停止",
	stopped: func(n int) string {
		if n == 0 {
			return "已停止，没有写成文件"
		}
		return fmt.Sprintf("已停止；写好的 %d 份都完整，其余没有写", n)
	},
	failed: func(n int, why string) string {
		if n == 0 {
			return "没有写成：" + why
		}
		return fmt.Sprintf("写好 %d 份后停下：%s", n, why)
	},
	written: func(n, empty int, path string) string {
		switch {
		case empty > 0:
			return fmt.Sprintf("已写好 %d 份，另有 %d 份没有内容，不写：%s", n, empty, path)
		case n == 1:
			return "已写好：" + path
		}
		return fmt.Sprintf("已写好 %d 份：%s", n, path)
	},
	nothing:     "各份都没有内容，没有写文件",
	nothingYet:  "还没有写过文件，先按 F2 写出",
	showing:     func(path string) string { return "正在用系统的程序打开：" + path },
	goesTo:      func(path string) string { return "以后写到：" + path },
	folderTitle: "选定文件夹", itself: "就放在这个文件夹",
	inTheWay:   func(path string) string { return "那里的东西不能覆盖：" + path },
	thereTitle: "已经有同名文件",
	there: func(name, folder string) string {
		return fmt.Sprintf("“%s”已经在 %s 里了。没有改动它。", name, folder)
	},
	thereRest: "后面各份也照此办理。",
	beside:    "两份都留：新的在名字后加 -2", replace: "覆盖原来的文件", leave: "不写了",
	donorTitle: "文书格式", donorIs: func(name string) string { return "格式：" + name },
	donorNow:   func(path string) string { return "文书现在用这个文件的样式、页眉和页脚：" + path },
	donorOther: "换一个 .docx", donorNone: "不再用它，改回自带的公文格式", donorStays: "不改",
	donorSet:  func(name string) string { return "以后的文书用“" + name + "”的样式、页眉和页脚" },
	donorGone: "以后的文书用自带的公文格式",
	oneFile:   "请只选一个文件", mend: "这个文件要先改好，才能导入；账本没有改动",
	willChange: "以下是将要改动的内容；按 F2 导入，按 Esc 不导入",
	isWrong:    "这个文件不能导入，账本没有改动：",
	same:       "文件与账本一致，没有要改动的",
	applied: func(name string, entries int) string {
		if entries == 1 {
			return "已导入：" + name + "；可按 u 撤销"
		}
		return fmt.Sprintf("已导入：%s，记为 %d 条；可按 u 逐条撤销", name, entries)
	},
}

var enPress = pressWords{
	title: "Papers and exchange", none: "Papers cannot be made here; use the command line",
	in: "choose a file…", inHow: "Enter chooses a file; you see what would change before anything does",
	pieces:  func(n int) string { return inspection.Sentence("%d file{s}, in a folder of their own", n) },
	piece:   func(n, of int) string { return fmt.Sprintf("%d of %d", n, of) },
	to:      "to ",
	lately:  "written ",
	setting: "Setting…", reading: "Reading the file…", comparing: "Comparing with the book…",
	notRead: "Stopped; nothing was taken in and the book was not changed", notYet: "It is still being compared; Esc stops",
	writing: func(name string) string { return "Writing " + name },
	stop:    "Esc stops",
	stopped: func(n int) string {
		if n == 0 {
			return "Stopped; no file was written"
		}
		return inspection.Sentence("Stopped; the %d written {is|are} whole, the rest was not begun", n)
	},
	failed: func(n int, why string) string {
		if n == 0 {
			return "Not written: " + why
		}
		return fmt.Sprintf("Stopped after %d: %s", n, why)
	},
	written: func(n, empty int, path string) string {
		switch {
		case empty > 0:
			return inspection.Sentence("%d written, %d left out that {has|have} nothing to say: %s", n, empty, path)
		case n == 1:
			return "Written: " + path
		}
		return fmt.Sprintf("%d written: %s", n, path)
	},
	nothing:     "None of them has anything to say; no file was written",
	nothingYet:  "Nothing was written yet; F2 writes",
	showing:     func(path string) string { return "Opening with the system's program: " + path },
	goesTo:      func(path string) string { return "From now on to " + path },
	folderTitle: "Choose a folder", itself: "here, in this folder",
	inTheWay:   func(path string) string { return "what is there cannot be replaced: " + path },
	thereTitle: "There is a file of that name",
	there: func(name, folder string) string {
		return fmt.Sprintf("“%s” is in %s already. It was left alone.", name, folder)
	},
	thereRest: " The answer holds for the rest as well.",
	beside:    "Keep both: the new one gets -2 after its name", replace: "Replace the file that is there", leave: "Do not write",
	donorTitle: "Styles of papers", donorIs: func(name string) string { return "styles: " + name },
	donorNow:   func(path string) string { return "Papers take their styles, header and footer from " + path },
	donorOther: "Another .docx", donorNone: "None: the official layout that is built in", donorStays: "Leave it",
	donorSet: func(name string) string {
		return "From now on papers have the styles, header and footer of “" + name + "”"
	},
	donorGone: "From now on papers have the official layout that is built in",
	oneFile:   "Choose one file only", mend: "The file has to be mended before it can be taken in; the book was not changed",
	willChange: "This is what would change; F2 takes it in, Esc does not",
	isWrong:    "This file cannot be taken in, and the book was not changed:",
	same:       "The file says what the book says; nothing would change",
	applied: func(name string, entries int) string {
		if entries == 1 {
			return "Taken in: " + name + "; u takes it back"
		}
		return inspection.Sentence("Taken in: %s, in %d entr{y|ies}; u takes them back one by one", name, entries)
	},
}
