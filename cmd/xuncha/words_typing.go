package main

// typingWords is what the command line says where a paper checklist is typed
// back.
type typingWords struct {
	flagPaper, flagOnce, flagYes, onlyPaper string

	input, strange, noneBefore, noNumber, notHere, notAsked, noVerdict, twice string

	firstPass, secondPass, lineAgain, again, ask         string
	nothingApplies, tooMuch, notTwice, noneTyped, differ string
	needsYes, givenUp                                    string
	differing, difference, at, nothing, changes, change  string
	allThere, done                                       string
}

var chineseTyping = typingWords{
	flagPaper: "把纸质清单上的评定录回来：序号-评定，如 12-3 13-1",
	flagOnce:  "纸质清单只录一遍，不核对（默认录两遍）", flagYes: "账本里已有别的评定的，照纸面改",
	onlyPaper: "--%s 要与 --paper 同用；逐行输入时写在行里",

	input:      "录入",
	strange:    "看不懂“%s”，应写成 序号-评定，如 12-3；接着上一项的下一项可以只写评定",
	noneBefore: "只写了评定，但前面还没有序号；请先写 序号-评定，如 1-1",
	noNumber:   "“%s”超出了清单，序号只有 1 到 %d",
	notHere:    "%d 号“%s”不适用于这所学校",
	notAsked:   "%d 号两遍录得一样，不在要核对的之内",
	noVerdict:  "评定应是 1 到 5（1 符合 2 基本符合 3 不符合 4 不适用 5 未查清），不能是“%s”",
	twice:      "%d 号前面已经录过（第%d行第%d列）",

	firstPass:  "第一遍：照纸面录入，序号 1 到 %d，如 12-3 13-1；连着的下一项可以只写评定。每行按回车，空行结束。",
	secondPass: "第二遍：请再录一遍，用来核对。空行结束。",
	lineAgain:  "这一行没有录入，请改好后重打这一行。",
	again:      "请看着纸面把这几项再录一次（纸面上没有评定的写 序号-0）；直接按回车放弃。",
	ask:        "要照纸面改吗？输入 y 并回车记录，其他放弃。",

	nothingApplies: "清单里没有适用于这所学校的要点",
	tooMuch:        "录入的内容超过 %d MB，不像是一份清单；什么也没有记录",
	notTwice:       "要录两遍，两遍之间空一行，现在有 %d 遍；只录一遍请加 --once。什么也没有记录",
	noneTyped:      "没有录入评定，什么也没有记录",
	differ:         "两遍录得不一样，什么也没有记录；请对照纸面改好后再录",
	needsYes:       "账本里已有别的评定，什么也没有记录；确要照纸面改请加 --yes",
	givenUp:        "已放弃，什么也没有记录",

	differing:  "两遍有 %d 项不一样：",
	difference: "  %d 号 %s：第一遍 %s，第二遍 %s",
	at:         "%s（第%d行第%d列）", nothing: "没有录",
	changes: "有 %d 项账本里已有别的评定：",
	change:  "  %d 号 %s：%s 改为 %s（原由%s评定）",

	allThere: "这 %d 项账本里都已有同样的评定，没有要记的",
	done:     "已存：%d 项（新评定 %d，改 %d），另有 %d 项与账本相同；记录 #%d，可以整批撤销",
}

var englishTyping = typingWords{
	flagPaper: "type verdicts back from a paper checklist: number-verdict, such as 12-3 13-1",
	flagOnce:  "type the paper once, without the second pass that checks it", flagYes: "change verdicts that the book has otherwise",
	onlyPaper: "--%s goes with --paper; line by line it stands in the line",

	input:      "input",
	strange:    "“%s” is not understood; write number-verdict, such as 12-3, or a verdict alone for the next item",
	noneBefore: "a verdict alone, but no number before it; write number-verdict first, such as 1-1",
	noNumber:   "“%s” is off the checklist, whose numbers are 1 to %d",
	notHere:    "item %d “%s” does not apply to this school",
	notAsked:   "item %d is the same in both passes and is not asked for",
	noVerdict:  "a verdict is 1 to 5 (1 met 2 partly 3 unmet 4 not applicable 5 unclear), not “%s”",
	twice:      "item %d was typed before (line %d column %d)",

	firstPass:  "First pass: type what is on paper, numbers 1 to %d, such as 12-3 13-1; the next item may be a verdict alone. Enter ends a line, an empty line the pass.",
	secondPass: "Second pass: type it again, as a check. An empty line ends it.",
	lineAgain:  "This line was not taken; type it again.",
	again:      "Look at the paper and type these once more (number-0 where the paper has no verdict); Enter alone gives up.",
	ask:        "Change them as on paper? Type y and Enter to record; anything else gives up.",

	nothingApplies: "no item of the checklist applies to this school",
	tooMuch:        "more than %d MB were typed, which is no checklist; nothing was recorded",
	notTwice:       "type it twice, with an empty line between; there are %d pass{|es}. To type it once add --once. Nothing was recorded",
	noneTyped:      "no verdict was typed; nothing was recorded",
	differ:         "the two passes differ; nothing was recorded. Compare with the paper and type again",
	needsYes:       "the book has other verdicts; nothing was recorded. Add --yes to change them as on paper",
	givenUp:        "given up; nothing was recorded",

	differing:  "The passes differ at %d item{s}:",
	difference: "  %d %s: first %s, second %s",
	at:         "%s (line %d column %d)", nothing: "nothing",
	changes: "%d item{s} {has|have} another verdict in the book:",
	change:  "  %d %s: from %s to %s (was given by %s)",

	allThere: "The book has these %d verdict{s} already; there is nothing to set down",
	done:     "Saved: %d item{s} (%d new, %d changed), and %d that {was|were} the same; entry #%d, undone as one",
}
