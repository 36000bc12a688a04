package inspection

// FieldChange is one field of a school, as it was and as it would be, in words.
type FieldChange struct {
	Field   Field
	Was, Is string
}

// Say says what changes about a school, its name among it, in the order of the
// fields.
func (c SchoolChange) Say(l Language) []FieldChange {
	all := make([]FieldChange, 0, len(c.Fields))
	for _, f := range c.Fields {
		all = append(all, FieldChange{f, c.Was.say(f, l), c.Is.say(f, l)})
	}
	return all
}

// Renamed reports whether the name is among what changes.
func (c SchoolChange) Renamed() bool { return c.Was.Name != c.Is.Name }

// say is a field of a school in words; what it does not say is told so.
func (s *School) say(f Field, l Language) string {
	words := ""
	switch f {
	case SchoolName:
		words = s.Name
	case SchoolStage:
		words = s.Stage.In(l)
	case SchoolOwnership:
		words = s.Ownership.In(l)
	case SchoolTraits:
		words = s.SayTraits(l)
	case SchoolArea:
		words = s.Area
	case SchoolNote:
		words = s.Note
	case SchoolGroup:
		words = s.Group
	case SchoolClosed:
		words = s.Closed.String()
	}
	if words == "" {
		return term{"（空）", "(nothing)"}.in(l)
	}
	return words
}

// SayTraits lists what a school has, and what it is known not to have: 食堂、无寄宿.
func (s *School) SayTraits(l Language) string {
	words := ""
	for _, t := range s.Known.Each() {
		word := t.In(l)
		if s.Traits&t == 0 {
			word = term{"无", "no "}.in(l) + word
		}
		words = and(words, word, l)
	}
	return words
}
