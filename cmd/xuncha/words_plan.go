package main

// planWords is what the command line says of the plan, the teams and recusals.
type planWords struct {
	plan, teams, recusals, importPlan text

	flagRemove, read, passed, left, outside string
}

var chinesePlan = planWords{
	plan: text{
		"列出计划",
		"列出每一轮去哪些学校：类别、巡察组、批次、进校和离校日期。csv 可以改好后用 xuncha import plan 读回。",
		"  xuncha plan --round 1\n  xuncha plan --format csv > 计划.csv",
	},
	teams: text{
		"列出巡察组和人员",
		"列出每一轮各组的组长、副组长、联络员、组员和他们的单位，提示没有组长、不足两人等情形，以及没有编组的人员。\ncsv 可以改好后用 xuncha import plan 读回。",
		"  xuncha teams --round 1\n  xuncha teams --format csv > 人员.csv",
	},
	recusals: text{
		"列出回避情形",
		"列出各组成员与本组要去的学校的关系：现任职、曾任职、亲属任职、同集团，以及同单位人员同组。只提示，不拦住安排。",
		"  xuncha recusals\n  xuncha recusals --round 1 --format csv > 回避.csv",
	},
	importPlan: text{
		"导入计划、巡察组和人员",
		"读计划表和人员表并与账本比较，列出新列入、换轮次、改组和日期的进校、文件里没有的进校、人员和编组的变化，\n以及将有的回避情形，确认后一次记入，可一次撤销。有“姓名”一列的工作表是人员表，其余有学校的是计划表；\n没有“轮次”一列时看工作表的名称（如“第一轮”）。学校按编号或名称对应，名册里没有的一处处指出。\n文件里没有的进校默认原样保留；加 --remove-gone 则移出计划，已有工作的总是保留。",
		"  xuncha import plan 计划.xlsx\n  xuncha import plan 计划.csv --yes --author 张三\n  xuncha import plan 人员.xlsx --dry-run --format json",
	},
	flagRemove: "文件里没有的进校移出计划（已有工作的保留）",
	read:       "已读工作表：%s", passed: "没有读的工作表：%s", left: "没有读的行 %d 行（标题、合计、注释、空行）",
	outside: "不在名册里的单位，不参加回避比对：%s",
}

var englishPlan = planWords{
	plan: text{
		"list the plan",
		"Lists which schools are visited in each round: kind, team, batch and days. The csv can be changed and read back with\nxuncha import plan.",
		"  xuncha plan --round 1\n  xuncha plan --format csv > plan.csv",
	},
	teams: text{
		"list teams and members",
		"Lists the members of each round's teams with their roles and where they work, tells teams without a lead or with fewer\nthan two, and who is in none. The csv can be changed and read back with xuncha import plan.",
		"  xuncha teams --round 1\n  xuncha teams --format csv > teams.csv",
	},
	recusals: text{
		"list recusals",
		"Lists the ties of members to schools that their team visits: works there, worked there, a relative works there, same\ngroup; and members of one school in one team. It only tells, and stops nothing.",
		"  xuncha recusals\n  xuncha recusals --round 1 --format csv > recusals.csv",
	},
	importPlan: text{
		"read a plan, teams and members",
		"Compares a plan and lists of members with the book and shows visits that are new, move to another round, get another\nteam or other days, or that the file lacks, changes of members and teams, and the recusals that would come about;\nrecords all as one entry that is undone as one. A sheet with names of people (姓名) is one of members, another with\nschools one of visits; without a column for the round the sheet's name tells it. Visits that the file lacks are kept,\nunless --remove-gone: then they leave the plan, but never those with work.",
		"  xuncha import plan plan.xlsx\n  xuncha import plan plan.csv --yes --author Li\n  xuncha import plan teams.xlsx --dry-run --format json",
	},
	flagRemove: "take visits that the file lacks out of the plan (never those with work)",
	read:       "Sheets read: %s", passed: "Sheets not read: %s", left: "%d row{s} not read (titles, sums, remarks, blanks)",
	outside: "Not on the roster, and not looked at for recusals: %s",
}
