package data

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xuncha/data/table"
	"xuncha/inspection"
)

// fedBack is a book of two findings that were fed back, with numbers on paper.
func fedBack(t testing.TB) *inspection.Book {
	t.Helper()
	var b inspection.Book
	seq := uint64(0)
	take := func(f inspection.Fact) error {
		seq++
		e := &inspection.Entry{Device: inspection.DeviceID{1}, Seq: seq, Stamp: inspection.Stamp{Millis: 1_795_000_000_000 + int64(seq)}, Fact: f}
		e.Hash[0] = byte(seq)
		b.Apply(e)
		return nil
	}
	must := func(f inspection.Fact, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		take(f)
	}
	roster, err := BuiltinRoster()
	if err != nil {
		t.Fatal(err)
	}
	list, err := BuiltinChecklist()
	if err != nil {
		t.Fatal(err)
	}
	if err := inspection.Founding(take, &b, inspection.Campaign{ID: "c1", Title: "甲", Zone: inspection.BeijingZone}, roster, list, false); err != nil {
		t.Fatal(err)
	}
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: roster[0].Code}
	for _, id := range []inspection.FindingID{"f1", "f2"} {
		must(b.RaiseWith(id, v, "", "题"+string(id), "事", func(d *inspection.Details) { d.Undertakers = []string{"甲", "乙"} }))
		must(b.Submit(id))
		must(b.AdoptFinding(id, inspection.DeviceID{1}, ""))
		must(b.FeedBack(id, "", 20_600))
	}
	return &b
}

func readProgress(t testing.TB, b *inspection.Book, raw string) (*ProgressFile, error) {
	t.Helper()
	f, err := table.Read(t.Context(), "台账.csv", bytes.NewReader([]byte(raw)), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	return ReadProgress(f, "", b)
}

func TestReadProgress(t *testing.T) {
	b := fedBack(t)
	number := b.Row("f1").Number.Printed
	for _, c := range []struct{ name, raw, says, fault string }{
		{"by the mark", "问题标识,整改目标,整改状态\nf1,到位,完成整改\n", "整改目标=到位 整改状态=完成整改", ""},
		{"by the number", "编号,责任科室\n" + number + ",总务处\n", "责任部门=总务处", ""},
		{"days as people write them", "编号,整改时限\n" + number + ",2027年1月5日\n", "", ""},
		{"words with lines", "编号,整改措施\n" + number + ",\"一、补；\n二、建（２）\"\n", "整改措施=一、补；\n二、建（２）", ""},
		{"yes as a mark", "编号,长期坚持\n" + number + ",√\n", "长期坚持=是", ""},
		{"hostile words", "编号,责任人,整改目标\n" + number + ",\u202e=cmd|'/C calc'!A0,<script>\x01\n", "整改目标=<script> 责任人==cmd|'/C calc'!A0", ""},
		{"no lines", "编号,整改目标\n", "", "台账里没有问题"},
		{"nothing to tell lines by", "整改目标,整改措施\n到位,补\n", "", "缺少列“编号”"},
		{"a bad day", "编号,进展日期,进展情况\n" + number + ",三月底,已改\n", "", "第2行第2列：“三月底”：日期认不出来"},
		{"several at once", "编号,整改状态,长期坚持\n" + number + ",好了,也许\n新,,\n", "", "“好了”：整改状态只能是"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := readProgress(t, b, c.raw)
			if c.fault != "" {
				if err == nil || !strings.Contains(err.Error(), c.fault) {
					t.Fatalf("it says %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range p.Changes {
				got = append(got, s.Column.In(inspection.Chinese)+"="+s.School)
			}
			if strings.Join(got, " ") != c.says {
				t.Errorf("%q", got)
			}
			if c.name == "days as people write them" && (len(p.Conflicts) != 1 || p.Conflicts[0].School != "2027-01-05") {
				t.Errorf("%+v", p.Conflicts)
			}
		})
	}
}

// Whatever is read as a ledger either has faults or can be taken, as one action,
// and then says nothing more.
func FuzzReadProgress(f *testing.F) {
	b := fedBack(f)
	number := b.Row("f1").Number.Printed
	campaign, _ := b.Campaign()
	r := b.Row("f1").Rectification
	trace := string(r.Trace(campaign.ID, func(s string) string { return s }, func(inspection.Column) string { return "" }))
	f.Add([]byte("编号,整改目标,完成时限,长期坚持,整改状态,进展情况,进展日期,销号\n" + number + ",到位,2027-01-05,是,完成整改,已改,2026-12-01,\n"))
	f.Add([]byte("问题标识\t发出时\t整改目标\t整改状态\nf1\t" + trace + "\t到位\t已销号\nf2\t1 0\t\t未完成\nf1\t\t\t\n"))
	f.Add([]byte("\xef\xbb\xbf合计,编号,责任领导\n1," + number + ",'=1\n"))
	x := excelize.NewFile()
	for cell, text := range map[string]string{"A1": "编号", "B1": "整改措施", "A2": number, "B2": "逐项\n补齐"} {
		if err := x.SetCellStr("Sheet1", cell, text); err != nil {
			f.Fatal(err)
		}
	}
	raw, err := x.WriteToBuffer()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw.Bytes())
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := readProgress(t, b, string(raw))
		if err != nil {
			return
		}
		for _, theirs := range []bool{false, true} {
			fact, err := b.TakeReplies(p.Replies, theirs, 20_700, func() string { return "n" })
			if no, ok := inspection.Refused(err); err != nil && (!ok || no.Reason != inspection.NothingSaid) {
				t.Errorf("%v", err)
			}
			for _, w := range fact.Writes {
				if w.Register.ID != "f1" && w.Register.ID != "f2" {
					t.Errorf("it writes to %+v", w.Register)
				}
			}
		}
	})
}
