package tui

import "fmt"

// evidenceWords are the words of the evidence and of what it is found by.
type evidenceWords struct {
	title, whole string
	finding      func(title string) string
	count        func(n int, size string) string
	empty        string
	cols         [4]string // name, size, sort, caption
	noCaption    string
	proofMark    string
	mark         string // in the outline of a visit

	file, belongs, proves string
	fields                [captionFields]string
	how                   string
	badDay                string

	taking    func(name string, more int) string
	stop      string
	stopped   func(taken int) string
	taken     func(n int) string
	because   func(name string, err error) string
	refused   func(taken, refused int, first string) string
	already   func(name string) string
	showing   func(name string) string
	linked    string
	unlinked  string
	proved    string
	disproved string

	linkTitle, proofTitle string
	found                 func(n int) string
	notFound, noneFedBack string

	picker pickerWords
	path   pathWords
}

// pickerWords are those of the walk through folders.
type pickerWords struct {
	title   string
	count   func(shown, marked int) string
	sorted  [2]string
	drives  string
	failed  func(error) string
	reading string
	empty   string
}

// pathWords are those of a typed path.
type pathWords struct {
	title, label, how, needed, nothing string
	more                               func(n int) string
}

var zhEvidence = evidenceWords{
	title: "佐证", whole: "全部佐证",
	finding:   func(title string) string { return "问题“" + title + "”" },
	count:     func(n int, size string) string { return fmt.Sprintf("%d 件 · %s", n, size) },
	empty:     "还没有佐证。按 F3 从文件夹中选取，按 F2 输入路径，也可以把文件拖进来或粘贴路径。可存图片、PDF、Office 文档、文本和录音录像，每件不超过 50 MB；文件会复制进来，原文件不动。",
	cols:      [4]string{"文件", "大小", "种类", "说明"},
	noCaption: "（没有说明）", proofMark: "√证明", mark: "证",

	file: "文件", belongs: "属于", proves: "整改证明",
	fields: [captionFields]string{"说明", "页码", "种类", "日期", "地点"},
	how:    "回车到下一栏；种类用数字或 ←→ 选；日期可写 2026-09-07 或 9-7；Esc 存入并返回",
	badDay: "日期请写成 2026-09-07 或 9-7；其余内容都在",

	taking: func(name string, more int) string {
		if more == 0 {
			return "正在存入 " + name
		}
		return fmt.Sprintf("正在存入 %s（后面还有 %d 件）", name, more)
	},
	stop: "Esc 停止",
	stopped: func(taken int) string {
		if taken == 0 {
			return "已停止，没有存入"
		}
		return fmt.Sprintf("已停止；已存入 %d 件，其余没有存入", taken)
	},
	taken: func(n int) string {
		if n == 1 {
			return "已存入，请写说明"
		}
		return fmt.Sprintf("已存入 %d 件，请逐件写说明", n)
	},
	because: func(name string, err error) string { return name + "：" + err.Error() },
	refused: func(taken, refused int, first string) string {
		if taken == 0 && refused == 1 {
			return "没有存入 " + first
		}
		return fmt.Sprintf("存入 %d 件，%d 件没有存入：%s", taken, refused, first)
	},
	already: func(name string) string { return "这个文件已经在这里了：" + name },
	showing: func(name string) string { return "正在用系统的程序打开副本：" + name },
	linked:  "已关联", unlinked: "已取消关联；文件仍保留，可按 u 撤销", proved: "已作为整改证明", disproved: "不再作为整改证明；仍是佐证",

	linkTitle: "关联到", proofTitle: "证明哪个问题已整改",
	found:    func(n int) string { return fmt.Sprintf("%d 项", n) },
	notFound: "没有找到。可输入编号、文字、全拼或首字母", noneFedBack: "本校还没有已反馈的问题，整改证明要等反馈之后",

	picker: pickerWords{
		title: "选取文件",
		count: func(shown, marked int) string {
			if marked == 0 {
				return fmt.Sprintf("%d 项", shown)
			}
			return fmt.Sprintf("%d 项，已选 %d 件", shown, marked)
		},
		sorted: [2]string{"按名称", "最近的在前"}, drives: "各磁盘",
		failed: func(err error) string {
			return "读不了这个文件夹，按 ← 返回上一级。原因：" + err.Error()
		},
		reading: "正在读取…", empty: "这里没有可选的文件，按 ← 返回上一级",
	},
	path: pathWords{
		title: "输入路径", label: "文件：", how: "可以粘贴路径，也可以把文件拖进来；Tab 补全，~ 是自己的文件夹；回车存入，Esc 返回",
		needed: "还没有写路径", nothing: "没有以此开头的文件", more: func(n int) string { return fmt.Sprintf("…还有 %d 个", n) },
	},
}

var enEvidence = evidenceWords{
	title: "Evidence", whole: "all evidence",
	finding:   func(title string) string { return "finding “" + title + "”" },
	count:     func(n int, size string) string { return fmt.Sprintf("files %d · %s", n, size) },
	empty:     "No evidence yet. F3 picks files from a folder, F2 takes a path; you can also drop a file here or paste its path. Images, PDF, Office, text, sound and video, up to 50 MB each. Files are copied in; your own stay as they are.",
	cols:      [4]string{"File", "Size", "Kind", "Caption"},
	noCaption: "(no caption)", proofMark: "√proof", mark: "e",

	file: "File", belongs: "Belongs to", proves: "Proves",
	fields: [captionFields]string{"Caption", "Page", "Kind", "Day", "Place"},
	how:    "Enter: next field; digits or ←→: kind; day 2026-09-07 or 9-7; Esc: set down",
	badDay: "Write the day as 2026-09-07 or 9-7; nothing is lost",

	taking: func(name string, more int) string {
		if more == 0 {
			return "Taking in " + name
		}
		return fmt.Sprintf("Taking in %s (%d more)", name, more)
	},
	stop: "Esc stops",
	stopped: func(taken int) string {
		if taken == 0 {
			return "Stopped: nothing was taken in"
		}
		return fmt.Sprintf("Stopped: %d taken in, the rest not", taken)
	},
	taken: func(n int) string {
		if n == 1 {
			return "Taken in; please write a caption"
		}
		return fmt.Sprintf("%d taken in; please write their captions", n)
	},
	because: func(name string, err error) string { return name + ": " + err.Error() },
	refused: func(taken, refused int, first string) string {
		if taken == 0 && refused == 1 {
			return "Not taken in: " + first
		}
		return fmt.Sprintf("%d taken in, %d not: %s", taken, refused, first)
	},
	already: func(name string) string { return "This file is here already: " + name },
	showing: func(name string) string { return "Opening a copy with the system's viewer: " + name },
	linked:  "Linked", unlinked: "No longer linked; the file is kept, and u takes this back", proved: "Marked as proof that it was put right", disproved: "No longer proof; it is evidence still",

	linkTitle: "Link to", proofTitle: "Which finding does it prove put right",
	found:    func(n int) string { return fmt.Sprintf("%d found", n) },
	notFound: "Nothing found. Type a code, words, pinyin or its initials", noneFedBack: "No finding of this school was fed back yet; proof comes after that",

	picker: pickerWords{
		title: "Pick files",
		count: func(shown, marked int) string {
			if marked == 0 {
				return fmt.Sprintf("%d here", shown)
			}
			return fmt.Sprintf("%d here, %d marked", shown, marked)
		},
		sorted: [2]string{"by name", "newest first"}, drives: "Drives",
		failed:  func(err error) string { return "This folder cannot be read; ← goes up. Why: " + err.Error() },
		reading: "Reading…", empty: "No file to pick here; ← goes up",
	},
	path: pathWords{
		title: "Path", label: "File: ", how: "Paste a path or drop a file here; Tab completes, ~ is your own folder; Enter takes it in, Esc goes back",
		needed: "No path written yet", nothing: "No file begins so", more: func(n int) string { return fmt.Sprintf("…%d more", n) },
	},
}
