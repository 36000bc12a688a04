package inspection

import (
	"strings"
	"testing"
)

// TestEveryFieldHasItsWords: a history that says ?36 tells nothing.
func TestEveryFieldHasItsWords(t *testing.T) {
	for f := CampaignID; f < fieldSentinel; f++ {
		for _, l := range []Language{Chinese, English} {
			if words := f.In(l); words == "" || strings.HasPrefix(words, "?") {
				t.Errorf("field %d has no words", f)
			}
		}
	}
	for k := Founded; k < kindSentinel; k++ {
		if words := k.In(Chinese); words == "" || strings.HasPrefix(words, "?") {
			t.Errorf("kind %d has no words", k)
		}
	}
}

// said is what the last entry of a laptop says.
func (l *laptop) said() string { return strings.Join(l.Say(l.last, Chinese), "\n") }

func TestSentences(t *testing.T) {
	l := founded(t, 2)
	v := VisitID{Round: 1, Kind: Routine, School: l.Codes()[0]}
	place := "“" + l.School(v.School).Name + "”（第1轮）"
	does := func(want string, f Fact, err error) *Entry {
		t.Helper()
		e := l.must(t, f, err)
		if got := l.said(); !strings.Contains(got, want) {
			t.Errorf("said %q, not %q", got, want)
		}
		return e
	}
	f, err := l.Raise("f0", v, "1.01", "写错的问题", "")
	raised := does("提出问题“写错的问题”（要点 1.01）", f, err)
	f, err = l.Undo(raised.Dot())
	undone := does("撤销", f, err)
	if strings.Contains(l.said(), "依据") {
		t.Errorf("taking it back tells what came along: %s", l.said())
	}
	f, err = l.Undo(undone.Dot())
	does("写错的问题", f, err)
	f, err = l.Raise("f1", v, "", "大额支出未上会", "三笔")
	does("在"+place+"提出问题“大额支出未上会”，事实：三笔", f, err)
	f, err = l.Detail("f1", Details{Duty: MainBody | Supervision, Undertakers: []string{"甲", "乙"}})
	does("把"+place+"问题“大额支出未上会”的责任由（空）改为“主体责任、监督责任”", f, err)
	f, err = l.Submit("f1")
	does("状态由“草稿”改为“送审”", f, err)
	f, err = l.AdoptFinding("f1", l.device, "")
	does("编号由（空）改为", f, err)
	f, err = l.FeedBack("f1", "", 20000)
	does("完成时限由（空）改为“2025-01-04”", f, err)
	f, err = l.Attach(v, EvidenceID(strings.Repeat("ab", 32)), "凭证.pdf", 10, "", "f1")
	does("佐证“凭证.pdf”的所属问题由（空）改为“大额支出未上会”", f, err)
	f, err = l.HoldTalk(v, "t1", Talk{Post: "校长", Sort: Must, By: []string{"甲", "乙"}, Day: 20000})
	talk := does("谈话“校长”的对象由（空）改为“必谈 校长”", f, err)
	f, err = l.Undo(talk.Dot())
	does("谈话“校长”的日期由2024-10-04改为（空）", f, err)
	f, err = l.HandOver(v, "c1", Clue{Count: 2, Day: 20000, Organ: "示例纪委"})
	does("“2024-10-04 向示例纪委移交 2 件”", f, err)
	f, err = l.Seal(v, l.device, "组长", "有缺项", 20000)
	does("的封存由（空）改为“2024-10-04 组长”", f, err)
	if strings.Contains(l.said(), "封存数字") {
		t.Error("a seal tells its figures one by one")
	}
}
