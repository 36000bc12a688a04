package report

import (
	"strconv"
	"strings"

	"xuncha/data/docx"
)

// Preview is a paper as lines of text: paragraphs as they stand, a row of a
// table on a line, a chart as its numbers, an empty line before each page.
func Preview(d *docx.Document) []string {
	var lines []string
	if d.Header != "" {
		lines = append(lines, d.Header, "")
	}
	for _, block := range d.Body {
		switch b := block.(type) {
		case docx.Paragraph:
			lines = append(lines, strings.Split(textOf(b), "\n")...)
		case docx.Table:
			lines = append(lines, tableLines(b)...)
		case docx.Chart:
			lines = append(lines, chartLines(b)...)
		case docx.Break:
			lines = append(lines, "", "")
		}
	}
	return lines
}

func textOf(p docx.Paragraph) string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// between parts the cells of a row.
const between = " │ "

func tableLines(t docx.Table) []string {
	var lines []string
	for _, row := range t.Rows {
		cells := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			var all []string
			for _, p := range c.Paragraphs {
				if text := textOf(p); text != "" {
					all = append(all, strings.ReplaceAll(text, "\n", " "))
				}
			}
			cells[i] = strings.Join(all, " ")
		}
		lines = append(lines, strings.TrimRight(strings.Join(cells, between), " "))
	}
	return lines
}

func chartLines(c docx.Chart) []string {
	lines := []string{"【图】" + c.Title}
	for i, label := range c.Labels {
		cells := []string{label}
		for _, s := range c.Series {
			if i < len(s.Values) {
				cells = append(cells, s.Name+" "+chartNumber(s.Values[i]))
			}
		}
		lines = append(lines, strings.Join(cells, between))
	}
	return lines
}

// chartNumber is a number of a chart; what is none is a dash.
func chartNumber(v float64) string {
	if v != v {
		return "—"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
