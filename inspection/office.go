package inspection

import (
	"fmt"
	"strconv"
	"strings"
)

// Office is what an office sets of its own: how its papers speak of it, and
// from which share of the visits on a problem is called 部分 or 普遍. What it
// leaves empty is printed as a blank to be filled in by hand, or not at all.
type Office struct {
	Signed  string // 落款; empty: the campaign's organ
	Team    string // how a team is called on paper, N for its number: 第N巡察组
	Leaders string // whom a round's report is addressed to
	Contact string // whom a school can ask
	Series  string // 发文字号, the part before the year
	Prefix  string // stands before the number of a finding that is numbered from now on

	Some, General Share
}

// Share is N of Of.
type Share struct{ N, Of int }

// defaultOffice holds where an office has set nothing. No norm sets the bounds.
var defaultOffice = Office{Team: "第N组", Some: Share{1, 5}, General: Share{1, 2}}

func (o *Office) each(words func(name string, s *string), scale func(name string, s *Share)) {
	words("signed", &o.Signed)
	words("team", &o.Team)
	words("leaders", &o.Leaders)
	words("contact", &o.Contact)
	words("series", &o.Series)
	words("prefix", &o.Prefix)
	scale("some", &o.Some)
	scale("general", &o.General)
}

// TeamName is how a team is called on paper.
func (o Office) TeamName(team int) string {
	return strings.ReplaceAll(o.Team, "N", fmt.Sprint(team))
}

// Signature is what papers are signed with (落款): the office's own words, or
// the organ.
func (o Office) Signature(c Campaign) string {
	if o.Signed != "" {
		return o.Signed
	}
	return c.Organ
}

// Office is what the book's office has set, with what holds where it has not.
func (b *Book) Office() Office {
	o := defaultOffice
	o.each(func(name string, s *string) {
		if v := b.value(Register{Field: OfficeWords, ID: name}); v.Text != "" {
			*s = v.Text
		}
	}, func(name string, s *Share) {
		if v := (Share{int(b.value(officeScale(name)).N), int(b.value(officeScale(name)).Of)}); v.Valid() {
			*s = v
		}
	})
	return o
}

func officeScale(name string) Register { return Register{Field: OfficeScale, ID: name} }

const mostShare = 1000

// Valid reports whether it is a share at all: N of Of, 1 of 1000 the finest.
func (s Share) Valid() bool { return 0 < s.N && s.N <= s.Of && s.Of <= mostShare }

// setOffice writes other words and another scale: all of them as they are to be.
// A share of nothing is the usual one, and so is an empty Team.
func (b *Book) setOffice(f *Fact, o Office) error {
	if err := o.check(); err != nil {
		return err
	}
	now := b.Office()
	was := map[string]Value{}
	now.each(func(name string, s *string) { was[name] = Value{Text: *s} },
		func(name string, s *Share) { was[name] = s.value() })
	put := func(r Register, v Value) {
		if v != was[r.ID] {
			b.set(f, r, v)
		}
	}
	o.each(func(name string, s *string) { put(Register{Field: OfficeWords, ID: name}, Value{Text: *s}) },
		func(name string, s *Share) { put(officeScale(name), s.value()) })
	return nil
}

// String is the share as 1/5.
func (s Share) String() string { return fmt.Sprintf("%d/%d", s.N, s.Of) }

// ParseShare reads a share: 1/5 or 20%.
func ParseShare(s string) (share Share, ok bool) {
	s = strings.ReplaceAll(s, " ", "")
	of := "100"
	n, percent := strings.CutSuffix(s, "%")
	if !percent {
		if n, of, ok = strings.Cut(s, "/"); !ok {
			return share, false
		}
	}
	var err [2]error
	share.N, err[0] = strconv.Atoi(n)
	share.Of, err[1] = strconv.Atoi(of)
	return share, err[0] == nil && err[1] == nil && share.Valid()
}

func (s Share) value() Value { return Value{N: int64(s.N), Of: int64(s.Of)} }

// check cleans the words and finds what cannot be.
func (o *Office) check() (err error) {
	o.each(func(_ string, s *string) {
		words, e := text(strings.ReplaceAll(Clean(*s), "\n", " "), MaxTitle)
		if *s = words; e != nil {
			err = e
		}
	}, func(name string, s *Share) {
		if *s != (Share{}) && !s.Valid() {
			err = refuse(BadScale, s.String())
		}
	})
	if o.Team == "" {
		o.Team = defaultOffice.Team
	}
	if o.Some == (Share{}) {
		o.Some = defaultOffice.Some
	}
	if o.General == (Share{}) {
		o.General = defaultOffice.General
	}
	if err == nil && o.Some.N*o.General.Of > o.General.N*o.Some.Of {
		err = refuse(BadScale, fmt.Sprintf("%s, %s", o.Some, o.General))
	}
	return err
}

// rename writes another title and organ of the campaign. Its days stay in their
// zone.
func (b *Book) rename(f *Fact, title, organ string) error {
	title, err := line(title)
	if err != nil {
		return err
	}
	organ, err = text(strings.ReplaceAll(Clean(organ), "\n", " "), MaxTitle)
	if err != nil {
		return err
	}
	b.change(f, Register{Field: CampaignTitle}, Value{Text: title})
	b.change(f, Register{Field: CampaignOrgan}, Value{Text: organ})
	return nil
}

// Extent says how far a problem spreads: 个别, 部分, 普遍. The word is only ever
// proposed, and beside n of N.
type Extent uint8

// The extents. Nowhere is no problem at all.
const (
	Nowhere Extent = iota
	Single         // one visit, or a smaller share than the office calls 部分
	Some           // a smaller share than the office calls 普遍
	General
)

// Extent proposes a word for the n of N of a common problem, on the office's
// scale.
func (t ItemTally) Extent(o Office) Extent {
	n, of := t.Verdicts[Unmet], t.Visited()
	switch {
	case n == 0:
		return Nowhere
	case n == 1 || n*o.Some.Of < o.Some.N*of:
		return Single
	case n*o.General.Of < o.General.N*of:
		return Some
	}
	return General
}
