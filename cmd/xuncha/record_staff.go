package main

import "xuncha/inspection"

func (r *recorder) judgeMoveVisit(s *said) (inspection.Fact, error) {
	return r.book.Move(inspection.RoundNo(given[int](s, "to")), s.visit)
}

func (r *recorder) judgeSwap(s *said) (inspection.Fact, error) {
	other := s.visit
	other.School = inspection.SchoolCode(given[string](s, "swap"))
	if n := maybe[int](s, "swap_round"); n != nil {
		other.Round = inspection.RoundNo(*n)
	}
	return r.book.Swap(s.visit, other)
}

func (r *recorder) judgeArrange(s *said) (inspection.Fact, error) {
	return r.book.Arrange(inspection.Arrangement{
		Team: maybe[int](s, "team"), Batch: maybe[int](s, "batch"),
		From: maybe[inspection.Day](s, "from"), To: maybe[inspection.Day](s, "to"),
	}, s.visit)
}

func (r *recorder) judgeMember(s *said) (inspection.Fact, error) {
	name := maybe[string](s, "name")
	if s.id == "" {
		s.id = string(r.book.MemberNamed(*name))
	}
	m, ok := r.book.Member(inspection.MemberID(s.id))
	if !ok && name == nil {
		return inspection.Fact{}, inspection.Refusal{Reason: inspection.NoSuchMember, About: s.id}
	}
	put(s, "name", &m.Name)
	put(s, "post", &m.Post)
	put(s, "present", &m.Present)
	put(s, "former", &m.Former)
	put(s, "kin", &m.Kin)
	return r.book.Staff([]inspection.Member{m}, nil)
}

func (r *recorder) judgeDismiss(s *said) (inspection.Fact, error) {
	return r.book.Dismiss(inspection.MemberID(s.id))
}

func (r *recorder) judgePosting(s *said) (inspection.Fact, error) {
	p := r.book.PostingOf(inspection.MemberID(given[string](s, "member")), s.visit.Round)
	p.Team = given[int](s, "team")
	put(s, "role", &p.Role)
	return r.book.Staff(nil, []inspection.Posting{p})
}
