package tui

import (
	"fmt"

	"xuncha/inspection"
)

// sealWords are the words of sealing a visit, of amendments, and of the figures
// side by side.
type sealWords struct {
	title, sealHow, lead, needsLead string
	gaps                            func(n int) string
	why, needsWhy                   string
	done                            string
	sealed                          func(day, by string) string
	unseal, unsealHow, whyOpen      string
	opened, reopened                string

	amend, amendHow, reason, needsReason string
	amended, dropped                     string

	compare, never, head  string
	figure, then, now, by string
	differ                func(n int) string
	from                  func(from, to string) string
	noReason              string
	count                 func(sealed, planned int) string
	visitLine             func(sealed string, keys string) string
}

var zhSeal = sealWords{
	title: "封存", sealHow: "封存后本次巡察的数字固定下来；以后的改动都是更正，要写理由，并与封存时的数字对照。问题的审核、反馈和整改不受影响。",
	lead: "组长姓名：", needsLead: "请写组长姓名",
	gaps: func(n int) string {
		return fmt.Sprintf("离校检查还有 %d 处缺项。仍要封存，请写明理由；按 Esc 返回补齐。", n)
	},
	why: "封存理由：", needsWhy: "请写明理由", done: "已封存，数字已固定；以后的改动都要写更正理由",
	sealed: func(day, by string) string { return "已封存 " + day + " " + by },
	unseal: "启封", unsealHow: "启封后可以直接修改，不再要更正理由。启封本身记入流水。", whyOpen: "启封理由：", opened: "已启封", reopened: "已启封",
	amend: "更正理由", amendHow: "这次巡察已经封存。下面的改动作为更正记下，请写明理由；按 Esc 不更正。", reason: "更正理由：", needsReason: "请写明更正理由；按 Esc 不更正",
	amended: "已作为更正记下", dropped: "没有更正，封存的内容没有变",
	compare: "封存对照", never: "还没有封存。在离校检查（F7）里按 1 封存", head: "流水指纹 ",
	figure: "数字", then: "封存时", now: "更正后", by: "差",
	differ: func(n int) string {
		if n == 0 {
			return "没有更正"
		}
		return fmt.Sprintf("更正 %d 处", n)
	},
	from:     func(from, to string) string { return "由" + from + "改为" + to },
	noReason: "（无，封存前已记在别的电脑上，或启封后所改）",
	count:    func(sealed, planned int) string { return fmt.Sprintf("已封存 %d / %d 所", sealed, planned) },
	visitLine: func(sealed, keys string) string {
		return sealed + " · 改动须写更正理由 · " + keys + " 对照"
	},
}

var enSeal = sealWords{
	title: "Seal", sealHow: "A seal fixes the figures of this visit. Later changes are amendments, need a reason and stand beside the sealed figures. Deciding on findings, feeding back and rectification go on as before.",
	lead: "Name of the lead: ", needsLead: "Please give the name of the lead",
	gaps: func(n int) string {
		return inspection.Sentence("The leave-site check still lists %d thing{s}. To seal all the same, say why; Esc goes back to put them right.", n)
	},
	why: "Sealed because: ", needsWhy: "Please give a reason", done: "Sealed: the figures are fixed, and later changes need a reason",
	sealed: func(day, by string) string { return "sealed " + day + " " + by },
	unseal: "Open the seal", unsealHow: "Without the seal, changes need no reason. Opening it is itself written in the journal.", whyOpen: "Opened because: ", opened: "The seal is open", reopened: "seal opened",
	amend: "Reason of the amendment", amendHow: "This visit is sealed. The change below is set down as an amendment: please say why. Esc leaves things as they are.", reason: "Amended because: ", needsReason: "Please say why; Esc leaves things as they are",
	amended: "Set down as an amendment", dropped: "Not amended: what was sealed is as it was",
	compare: "Sealed and amended", never: "Not sealed yet. The leave-site check (F7) seals with 1", head: "journal hash ",
	figure: "Figure", then: "sealed", now: "now", by: "by",
	differ: func(n int) string {
		switch n {
		case 0:
			return "not amended"
		case 1:
			return "1 amendment"
		}
		return inspection.Sentence("%d amendment{s}", n)
	},
	from:     func(from, to string) string { return "from " + from + " to " + to },
	noReason: "none: written on another laptop before the seal, or after it was opened",
	count: func(sealed, planned int) string {
		return inspection.Sentence("%d of %d school{s} sealed", sealed, planned)
	},
	visitLine: func(sealed, keys string) string {
		return sealed + " · changes need a reason · " + keys + " compares"
	},
}
