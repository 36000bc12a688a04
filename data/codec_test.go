package data

import (
	"testing"

	"xuncha/inspection"
)

func oneAnswer() *inspection.Entry {
	d := inspection.DeviceID{1, 2, 3}
	return &inspection.Entry{Device: d, Seq: 30000, Stamp: inspection.Stamp{Millis: 1_795_000_000_000}, Author: "张三",
		Fact: inspection.Fact{Kind: inspection.Answered, Writes: []inspection.Write{{
			Register: inspection.Register{Field: inspection.AnswerVerdict, Item: "3.07",
				Visit: inspection.VisitID{Round: 2, Kind: inspection.Routine, School: "S031"}},
			Value: inspection.Value{N: 3},
			Base:  []inspection.Dot{{Device: d, Seq: 29000, Mark: inspection.Mark{4}}},
		}}}}
}

func BenchmarkDecode(b *testing.B) {
	canonical, err := encode(nil, oneAnswer())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(canonical)), "bytes")
	var d decoder
	for b.Loop() {
		if _, err := d.entry(canonical); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnwrap(b *testing.B) {
	canonical, err := encode(nil, oneAnswer())
	if err != nil {
		b.Fatal(err)
	}
	key := spot{0, 30000}.key()
	raw := wrap(bucketJournal, key, canonical)
	for b.Loop() {
		if _, _, err := unwrap(bucketJournal, key, raw); err != nil {
			b.Fatal(err)
		}
	}
}
