package tui

import (
	"fmt"

	"xuncha/inspection"
)

// teamsWords are the words of the teams, their members and what ties them to
// schools.
type teamsWords struct {
	title, how  string
	head        func(no, members, visits int) string
	inNone, add string
	worked, kin string // before places
	nobody      string
	noTeamYet   string
	in          func(name string, team int, role string) string
	out         func(name string) string
	dismiss     string
	dismissWhat func(name string) string
	dismissed   func(name string) string

	member, memberWhy         string
	name, post, role, teamHow string
	present, former, kinLabel string
	placesHow                 string

	recusals, recusalsHow string
	tiesTo, tiesWithin    string
	noTies, hints         string
}

var zhTeams = teamsWords{
	title: "巡察组", how: "数字编入该组，0 移出；Tab 换角色；! 与本组要去的学校有关系",
	head: func(no, members, visits int) string {
		return fmt.Sprintf("%d组 · %d 人 · %d 次进校", no, members, visits)
	},
	inNone: "本轮未编组", add: "新增成员",
	worked: "曾在%s", kin: "亲属在%s",
	nobody: "这里没有成员，按 F2 新增", noTeamYet: "还没有编组，先按数字编入一组",
	in: func(name string, team int, role string) string {
		return fmt.Sprintf("%s 编入%d组，%s", name, team, role)
	},
	out:     func(name string) string { return name + " 本轮不在任何组" },
	dismiss: "删去成员",
	dismissWhat: func(name string) string {
		return fmt.Sprintf("把%s从人员中删去，各轮的编组一并取消。可以撤销。", name)
	},
	dismissed: func(name string) string { return "已删去" + name },

	member: "成员", memberWhy: "单位写校名或编号；写了才能比对回避。",
	name: "姓名", post: "职务", role: "角色", teamHow: "本轮的组号；空：不编组",
	present: "现单位", former: "原单位", kinLabel: "亲属单位",
	placesHow: "几个单位用顿号分开",

	recusals: "回避", recusalsHow: "只提示，不拦住安排；回车到计划中的那一格，可换组或换人",
	tiesTo: "与要去的学校有关系", tiesWithin: "同单位人员同组", noTies: "没有", hints: "各组提示",
}

var enTeams = teamsWords{
	title: "Teams", how: "A digit puts into that team, 0 takes out; Tab changes the role; ! has a tie to a school",
	head: func(no, members, visits int) string {
		return inspection.Sentence("Team %d · %d member{s} · %d visit{s}", no, members, visits)
	},
	inNone: "In no team this round", add: "a new member",
	worked: "was at %s", kin: "relative at %s",
	nobody: "Nobody is here; F2 enters a member", noTeamYet: "In no team yet; a digit puts into one",
	in: func(name string, team int, role string) string {
		return fmt.Sprintf("%s is in team %d: %s", name, team, role)
	},
	out:     func(name string) string { return name + " is in no team this round" },
	dismiss: "Take off the list",
	dismissWhat: func(name string) string {
		return fmt.Sprintf("This takes %s off the list and out of the teams of all rounds. It can be undone.", name)
	},
	dismissed: func(name string) string { return name + " is off the list" },

	member: "Member", memberWhy: "Schools by name or code: ties are found by them alone.",
	name: "Name", post: "Post", role: "Role", teamHow: "number of the team in this round; empty: none",
	present: "Works at", former: "Worked at", kinLabel: "Relatives at",
	placesHow: "several are parted by commas",

	recusals: "Recusals", recusalsHow: "They only tell, and stop nothing. Enter goes to the cell in the plan",
	tiesTo: "Ties to schools that are visited", tiesWithin: "Members of one school in one team", noTies: "none", hints: "Teams",
}
