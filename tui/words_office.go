package tui

import "fmt"

// officeWords are the words of the slip of an office's settings.
type officeWords struct {
	title, why, set                string
	campaign, organ, signed, team  string
	prefix, some, general          string
	organHow, signedHow, teamHow   string
	prefixHow, someHow, generalHow string
	badShare                       func(words string) string
}

var zhOffice = officeWords{
	title: "单位设置", why: "印在各类文书上的名称和用语。轮次和期限在计划（F8）里设；其余各项用 xuncha settings 成文件设置。",
	set:      "单位设置已记下",
	campaign: "巡察工作", organ: "单位", signed: "落款", team: "组名", prefix: "编号前缀", some: "部分", general: "普遍",
	organHow: "组织巡察的单位，如 ××教育局党组", signedHow: "文书的落款；空着就用单位名称", teamHow: "N 换成组号，如 第N巡察组",
	prefixHow: "加在以后的问题编号前面；已编的号不变", someHow: "不符合的学校占到几分之几，建议用“部分”，如 1/5 或 20%", generalHow: "占到几分之几，建议用“普遍”，如 1/2",
	badShare: func(words string) string {
		return fmt.Sprintf("尺度应写成几分之几，如 1/5 或 20%%，不能是“%s”", words)
	},
}

var enOffice = officeWords{
	title: "Office settings", why: "Names and words on papers. Rounds and deadlines are set in the plan (F8), the rest in a file: xuncha settings.",
	set:      "Office settings recorded",
	campaign: "campaign", organ: "organ", signed: "signature", team: "team", prefix: "prefix", some: "“some”", general: "“general”",
	organHow: "who inspects", signedHow: "under papers; the organ if left empty", teamHow: "N stands for the team's number",
	prefixHow: "before the numbers of findings from now on; those given stay", someHow: "the share of schools from which it is said: 1/5 or 20%", generalHow: "the share from which it is said: 1/2",
	badShare: func(words string) string { return fmt.Sprintf("a share is written 1/5 or 20%%, not “%s”", words) },
}
