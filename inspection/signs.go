package inspection

import "strings"

// The signs that part words are a language's own: 甲、乙 and A, B.

// List puts names beside each other, as in 甲、乙 or A, B.
func (l Language) List(all []string) string { return strings.Join(all, term{"、", ", "}.in(l)) }

// Clauses puts longer words beside each other, which may hold commas.
func (l Language) Clauses(all []string) string { return strings.Join(all, term{"；", "; "}.in(l)) }
