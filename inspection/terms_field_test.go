package inspection

import (
	"reflect"
	"strings"
	"testing"
)

// TestSayValue: a history is read by people: days are days, states and answers
// words, files their names, findings their titles.
func TestSayValue(t *testing.T) {
	l := oneSchoolYard(t, 0)
	l.doing(t)(l.Attach(routine, testEvidence(1), "凭证.pdf", 2048, "", "f1"))
	at := func(f Field) Register { return Register{Field: f, Visit: routine, ID: "f1"} }
	of := func(f Field, item ItemCode, id string) Register {
		return Register{Field: f, Visit: routine, Item: item, ID: id}
	}
	file := string(testEvidence(1))
	for _, c := range []struct {
		r       Register
		v       Value
		zh, eng string
	}{
		{at(FindingTitle), Value{}, "（空）", "(nothing)"},
		{at(FindingStanding), Value{N: int64(Adopted)}, "“采用”", "“adopted”"},
		{at(FindingFrame), Value{N: 2, Of: 2}, "“落实全面从严治党战略部署、聚焦群众身边腐败问题和不正之风”",
			"“full and strict governance of the Party, corruption and misconduct close to the people”"},
		{at(FindingLevel), Value{N: int64(OfTeam)}, "“班子问题”", "“team's”"},
		{at(FindingNature), Value{N: int64(Bleed)}, "“出血点”", "“bleeding: integrity at risk”"},
		{at(FindingDuty), Value{N: int64(MainBody | Direct)}, "“主体责任、直接责任”", "“main body, direct”"},
		{at(FindingUndertakers), Value{Text: "甲\n乙"}, "“甲、乙”", "“甲, 乙”"},
		{at(FindingLinked), Value{Text: "1.01\n2.02"}, "“1.01、2.02”", "“1.01, 2.02”"},
		{at(FindingChecked), Value{N: 3, Of: 20}, "“查 20 有 3”", "“3 of 20”"},
		{at(FindingFixNow), Value{N: 1}, "“是”", "“yes”"},
		{at(FindingInto), Value{Text: "f2"}, "“题f2”", "“题f2”"},
		{at(FindingNumber), Value{N: 7, Of: 1, Text: "〔2026〕第1轮-1组-07"}, "“〔2026〕第1轮-1组-07”", "“〔2026〕第1轮-1组-07”"},
		{at(VisitTeam), Value{N: 2}, "“2组”", "“team 2”"},
		{at(RectifyWords), Value{N: 20_600, Text: "题"}, "“2026-05-27 题”", "“2026-05-27 题”"},
		{at(RectifyState), Value{N: int64(Basically)}, "“基本完成并持续整改”", "“basically done, going on”"},
		{at(RectifyDeadline), Value{N: 20_600}, "“2026-05-27”", "“2026-05-27”"},
		{at(RectifyDeadline), Value{N: 20_600, Of: 1}, "“2026-05-27、长期坚持”", "“2026-05-27, kept up”"},
		{at(RectifyDeadline), Value{Of: 1}, "“长期坚持”", "“kept up”"},
		{at(RectifyClosed), Value{N: 20_600, Text: "组长甲"}, "“2026-05-27 组长甲”", "“2026-05-27 组长甲”"},
		{at(RectifyReopened), Value{N: 2}, "“2 次”", "“2 times”"},
		{of(RectifyProgress, "p", "f1"), Value{N: 20_600, Text: "已开会"}, "“2026-05-27 已开会”", "“2026-05-27 已开会”"},
		{at(LookBackAnswer), Value{N: int64(Relapsed), Text: "又有"}, "“反弹 又有”", "“relapsed 又有”"},
		{of(EvidenceFile, "", file), Value{N: 2048, Text: "凭证.pdf"}, "“凭证.pdf（2048 字节）”", "“凭证.pdf (2048 bytes)”"},
		{of(EvidenceKind, "", file), Value{N: int64(Photo)}, "“照片”", "“photo”"},
		{of(EvidenceWhen, "", file), Value{N: 20_600}, "2026-05-27", "2026-05-27"},
		{of(EvidenceAtItem, "1.01", file), Value{N: 1}, "“1.01”", "“1.01”"},
		{of(EvidenceAtFinding, "f1", file), Value{N: 1}, "“题f1”", "“题f1”"},
		{of(EvidenceProves, "f1", file), Value{N: 1}, "“题f1”", "“题f1”"},
		{of(TalkPost, "", "t"), Value{N: int64(Must), Text: "校长"}, "“必谈 校长”", "“required 校长”"},
		{of(TalkBy, "", "t"), Value{Text: "甲\n乙"}, "“甲、乙”", "“甲, 乙”"},
		{of(PaperState, "", "p"), Value{N: int64(Back), Of: 20_600}, "“已归还 2026-05-27”", "“given back 2026-05-27”"},
		{of(ClueHanded, "", "c"), Value{N: 2, Of: 20_600, Text: "示例机关"}, "“2026-05-27 向示例机关移交 2 件”", "“2026-05-27 2 to 示例机关”"},
		{at(SealBy), Value{N: 20_600, Text: "组长甲"}, "“2026-05-27 组长甲”", "“2026-05-27 组长甲”"},
		{of(SealFigure, "talks", ""), Value{}, "“0”", "“0”"},
		{of(AmendReason, "", "r"), Value{Text: "复核"}, "“复核”", "“复核”"},
		{Register{Field: RoundDeadlines, Visit: VisitID{Round: 1}, ID: "plan"}, Value{N: 15}, "“15 个工作日”", "“15 working days”"},
		{Register{Field: RoundDeadlines, Visit: VisitID{Round: 1}, ID: "lookback"}, Value{N: 6}, "“6 个月”", "“6 months”"},
	} {
		if zh, eng := l.SayValue(c.r, c.v, Chinese), l.SayValue(c.r, c.v, English); zh != c.zh || eng != c.eng {
			t.Errorf("%s: %s and %s, want %s and %s", c.r.Field.Name(), zh, eng, c.zh, c.eng)
		}
	}
}

// TestWhere: whose register it is, in words.
func TestWhere(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	file := testEvidence(1)
	do(l.Attach(routine, file, "凭证.pdf", 2048, "1.01", "f1"))
	do(l.HoldTalk(routine, "t", Talk{Post: "校长", Sort: Must, By: []string{"甲", "乙"}, Day: 20_600}))
	do(l.AskPaper(routine, "p", "合同", 20_600))
	for _, c := range []struct {
		r    Register
		want string
	}{
		{Register{Field: FindingDuty, Visit: routine, ID: "f1"}, "“示例1小”（第1轮）问题“题f1”的责任"},
		{Register{Field: RectifyProgress, Visit: routine, Item: "p", ID: "f1"}, "“示例1小”（第1轮）问题“题f1”的整改进展"},
		{Register{Field: LookBackAnswer, Visit: lookBack, ID: "f1"}, "“示例1小”（第2轮 回头看）问题“题f1”的回头看结论"},
		{Register{Field: EvidenceCaption, Visit: routine, ID: string(file)}, "“示例1小”（第1轮）佐证“凭证.pdf”的说明"},
		{Register{Field: EvidenceAtFinding, Visit: routine, Item: "f1", ID: string(file)}, "“示例1小”（第1轮）佐证“凭证.pdf”的所属问题"},
		{Register{Field: TalkDay, Visit: routine, ID: "t"}, "“示例1小”（第1轮）谈话“校长”的日期"},
		{Register{Field: PaperState, Visit: routine, ID: "p"}, "“示例1小”（第1轮）资料“合同”的状态"},
		{Register{Field: VisitTeam, Visit: routine}, "“示例1小”（第1轮）的巡察组"},
		{Register{Field: NumberHolder, Visit: VisitID{Round: 1}, ID: "2"}, "第1轮2组的编号权"},
		{Register{Field: RoundDeadlines, Visit: VisitID{Round: 1}, ID: "plan"}, "第1轮 整改方案 的期限"},
		{Register{Field: SealFigure, Visit: routine, Item: "talks"}, "“示例1小”（第1轮）“个别谈话（人次）”的封存数字"},
		{Register{Field: SealFigure, Visit: lookBack, Item: "relapsed"}, "“示例1小”（第2轮 回头看）“反弹”的封存数字"},
		{Register{Field: AnswerNote, Visit: routine, Item: "1.01"}, "“示例1小”（第1轮） 1.01 的记录"},
	} {
		if got := l.Where(c.r, Chinese); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
		if eng := l.Where(c.r, English); strings.Contains(eng, "的") || eng == "" {
			t.Errorf("in English: %s", eng)
		}
	}
}

// TestEveryChoiceHasItsWords in both languages, and each its own.
func TestEveryChoiceHasItsWords(t *testing.T) {
	type worded interface{ In(Language) string }
	each := func(what string, n int, of func(int) worded) {
		for _, lang := range []Language{Chinese, English} {
			seen := map[string]bool{}
			for i := 1; i < n; i++ {
				words := of(i).In(lang)
				if words == "" || strings.HasPrefix(words, "?") || seen[words] {
					t.Errorf("%s %d is called %q in language %d", what, i, words, lang)
				}
				seen[words] = true
			}
		}
	}
	each("kind", int(kindSentinel), func(i int) worded { return Kind(i) })
	each("state", int(findingStates), func(i int) worded { return FindingState(i) })
	each("level", int(levels), func(i int) worded { return Level(i) })
	each("nature", int(natures), func(i int) worded { return Nature(i) })
	each("duty", len(Duties())+1, func(i int) worded { return Duties()[i-1] })
	each("standing", int(rectifyStandings), func(i int) worded { return RectifyStanding(i) })
	each("answer", int(relooks), func(i int) worded { return Relook(i) })
	each("evidence", int(evidenceSorts), func(i int) worded { return EvidenceSort(i) })
	each("talk", int(talkSorts), func(i int) worded { return TalkSort(i) })
	each("paper", int(paperStandings), func(i int) worded { return PaperStanding(i) })
	each("gap", GapKinds, func(i int) worded { return GapKind(i) })
	each("view", int(views), func(i int) worded { return View(i) })
	each("counter", int(counters), func(i int) worded { return Counter(i) })
	each("rule", int(rules), func(i int) worded { return Rule(i) })
	var b Book
	for _, v := range []VisitID{routine, lookBack} {
		all := b.Figures(v)
		each("figure", len(all)+1, func(i int) worded { return all[i-1] })
	}
	if reflect.DeepEqual(b.Figures(routine), b.Figures(lookBack)) {
		t.Error("a look-back has the figures of the checklist")
	}
}
