package inspection

import "testing"

func TestSentenceCounts(t *testing.T) {
	for _, c := range []struct {
		format string
		args   []any
		want   string
	}{
		{"%d school{s}", []any{1}, "1 school"},
		{"%d school{s}", []any{2}, "2 schools"},
		{"%d school{s}", []any{0}, "0 schools"},
		{"%d entr{y|ies} of %s {is|are} left, %d file{s}", []any{1, "甲", int64(2)}, "1 entry of 甲 is left, 2 files"},
		{"%d entr{y|ies} of %s {is|are} left, %d file{s}", []any{3, "甲", uint(1)}, "3 entries of 甲 are left, 1 file"},
		{"%[2]s: %[1]d fault{s}", []any{1, "甲"}, "甲: 1 fault"},
		{"100%% of %d visit{s}", []any{1}, "100% of 1 visit"},
		{"%s {s}", []any{"{s}%d"}, "{s}%d s"},
		{`{"saved":%d} {A} {`, []any{1}, `{"saved":1} {A} {`},
		{"%d file{s", []any{1}, "1 file{s"},
		{"100% {s}", nil, "100% {s}"},
	} {
		if got := Sentence(c.format, c.args...); got != c.want {
			t.Errorf("%q with %v is %q, want %q", c.format, c.args, got, c.want)
		}
	}
}
