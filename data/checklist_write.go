package data

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"xuncha/inspection"
)

// WriteChecklist writes a checklist as YAML, in the form of
// builtin/checklist.yaml. [ReadChecklist] reads the same checklist from it.
func WriteChecklist(w io.Writer, c *inspection.Checklist) error {
	var b strings.Builder
	fmt.Fprintf(&b, "清单: %s\n版本: %s\n板块:\n", scalar(c.Title), scalar(string(c.ID)))
	for _, s := range c.Sections {
		fmt.Fprintf(&b, "  - 编号: %d\n    名称: %s\n    落实: %d\n    聚焦: %d\n", s.Number, scalar(s.Name), s.Dimension, s.Focus)
		if len(s.Items) == 0 {
			b.WriteString("    要点: []\n")
			continue
		}
		b.WriteString("    要点:\n")
		for i := range s.Items {
			writeItem(&b, &s.Items[i])
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("data: write checklist: %w", err)
	}
	return nil
}

func writeItem(b *strings.Builder, it *inspection.Item) {
	state := "待核"
	if it.Confirmed {
		state = "已核"
	}
	for i, field := range [][2]string{
		{"编号", scalar(string(it.Code))},
		{"要点", scalar(it.Title)},
		{"看什么", scalar(it.Look)},
		{"适用", flow(namesOf(uint(it.Applies), inspection.ConditionNames()))},
		{"依据", scalar(it.Basis)},
		{"依据状态", scalar(state)},
		{"方式", flow(namesOf(uint(it.Methods), inspection.MethodNames()))},
		{"资料", flow(it.Papers)},
		{"典型问题", scalar(it.Typical)},
	} {
		indent := "        "
		if i == 0 {
			indent = "      - "
		}
		b.WriteString(indent + field[0] + ": " + field[1] + "\n")
	}
	if len(it.From) > 0 {
		b.WriteString("        原编号: " + flow(it.From) + "\n")
	}
}

// namesOf are the names of the bits that are set.
func namesOf(set uint, names []string) []string {
	var all []string
	for i, name := range names {
		if set&(1<<i) != 0 {
			all = append(all, name)
		}
	}
	return all
}

func flow[S ~string](all []S) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = scalar(string(s))
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// scalar is a text in the double quotes of YAML, on one line.
func scalar(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == ' ' || unicode.IsGraphic(r) && r != 0x2028 && r != 0x2029:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
