// Package inspection is the trade itself: rounds, schools, checklists, visits,
// answers and findings, and the journal that adds up to a [Book]. There is no
// computer in it: no disk, no clock, no screen.
//
// A [Book] judges what somebody wants to do and answers with a [Fact] or a
// [Refusal]. The fact is stamped elsewhere, as an [Entry], and comes back:
//
//	fact, err := book.Answer(visit, "1.01", inspection.Change{Verdict: &met})
//	entry := journal.Take(fact) // another room
//	book.Apply(&entry)
//
// # Any order, any repetition
//
// Apply is the only way a Book changes. The same entries give the same Book in
// whatever order and however often they arrive, because a write replaces just
// the heads that its writer had seen, and of concurrent heads the highest
// (stamp, device, sequence, hash) is shown while the others stay listed.
//
// # Stored numbers
//
// Kinds, fields, verdicts and the other numbered words go into files. They are
// never renumbered and never reused; new ones are added at the end.
package inspection
