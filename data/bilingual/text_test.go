package bilingual

import (
	"errors"
	"fmt"
	"testing"
)

func TestSay(t *testing.T) {
	english := Table{
		{"%s：%s", "%s: %s"},
		{"名册里有%d所学校叫%s", "%[2]s is the name of %[1]d schools"},
		{"第%d行", "line %d"},
	}
	if english.english("第%d行") != "line %d" || english.english("第%d列") != "第%d列" {
		t.Error("the table is not looked up as it stands")
	}
	line := english.Say("第%d行", 4)
	for _, c := range []struct{ says, want Text }{
		{line, Text{"第4行", "line 4"}},
		{english.Say("名册里有%d所学校叫%s", 2, "“甲”"), Text{"名册里有2所学校叫“甲”", "“甲” is the name of 2 schools"}},
		{english.Say("%s：%s", line, List([]string{"甲", "乙"})), Text{"第4行：甲、乙", "line 4: 甲, 乙"}},
		{english.Say("%v", error(line)), Text{"第4行", "line 4"}},
		{english.Say("%s：%s", "x.csv", errors.New("EOF")), Text{"x.csv：EOF", "x.csv: EOF"}},
		{english.Say("%s：%s", Same("名册"), Text{}), Text{"名册：", "名册: "}},
	} {
		if c.says != c.want {
			t.Errorf("says %q, should %q", c.says, c.want)
		}
	}
	if line.IsZero() || !(Text{}).IsZero() || line.Error() != "第4行" || fmt.Sprint(line) != "第4行" {
		t.Error("a text is not its Chinese")
	}
}
