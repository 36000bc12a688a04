package report

import "xuncha/inspection"

// listChangeWords are those of the differences between two checklists.
type listChangeWords struct {
	fromTo, touched, lost, sections, nothing, empty, stoodFor, use, moved string
	change, oldCode, newCode, oldTitle, newTitle, part, was, now, answers string

	fates map[inspection.Fate]string // what a fate means for answers
}

var chineseListChange = listChangeWords{
	fromTo:   "%s %s（%d 个要点） → %s %s（%d 个要点）",
	touched:  "涉及：作答 %d，问题 %d，佐证 %d",
	lost:     "采用后不再计入（要点已不在清单，内容仍在账本）：作答 %d，问题 %d，佐证 %d",
	sections: "板块变动", nothing: "无", empty: "（空）", moved: "移动",
	stoodFor: "  （%s 原为“%s”）", use: "  作答 %d 问题 %d 佐证 %d",
	change: "变化", oldCode: "原编号", newCode: "新编号", oldTitle: "原要点", newTitle: "新要点", part: "栏目", was: "原文", now: "现文", answers: "作答",
	fates: map[inspection.Fate]string{
		inspection.Reused:     "原编号下的作答会显示在另一件事上；已有作答的轮次不能采用，请给新要点换一个编号，确是同一件事的在“原编号”里写它自己的编号",
		inspection.Renumbered: "作答留在原编号下，不随之改动；已开始的轮次宜沿用原编号",
		inspection.Dropped:    "作答留在账本，不再计入，见离校检查",
		inspection.SplitUp:    "原编号仍在的，作答留在原编号下",
		inspection.Joined:     "各作答留在各自的编号下",
	},
}

var englishListChange = listChangeWords{
	fromTo:   "%s %s (%d item{s}) → %s %s (%d item{s})",
	touched:  "Touched: answers %d, findings %d, evidence %d",
	lost:     "No longer counted once adopted (off the checklist, kept in the book): answers %d, findings %d, evidence %d",
	sections: "Sections changed", nothing: "none", empty: "(nothing)", moved: "moved",
	stoodFor: "  (%s stood for “%s”)", use: "  answers %d, findings %d, evidence %d",
	change: "change", oldCode: "old code", newCode: "new code", oldTitle: "old item", newTitle: "new item", part: "part", was: "was", now: "now", answers: "answers",
	fates: map[inspection.Fate]string{
		inspection.Reused:     "answers under the code would show at another thing; a round that has such answers cannot adopt it. Give the new item another code, or name its own code as its origin where it is the same thing",
		inspection.Renumbered: "answers stay under the old code; a round that has begun had better keep it",
		inspection.Dropped:    "answers stay in the book and count no longer; the leave-site check lists them",
		inspection.SplitUp:    "answers stay under the old code, where it is still there",
		inspection.Joined:     "answers stay under their own codes",
	},
}
