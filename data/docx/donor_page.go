package docx

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// takePage keeps the page of the donor's last section, and its headers and
// footers.
func (in *intake) takePage(main string) error {
	body, err := in.part(main)
	if err != nil {
		return err
	}
	section, err := lastSection(body)
	if err != nil {
		return strange("样本的正文 %s 不是规范的 XML：%v；请用 Word 或 WPS 打开后另存一份，打不开的请重新取一份", main, err)
	}
	in.donor.page = ownSheet()
	in.donor.page.refs = ""
	in.donor.page.cut(section)
	for i, ref := range section.refs {
		what := strings.TrimSuffix(ref.Name.Local, "Reference")
		r, ok := in.relation(relationID(ref))
		if !ok || r.external() || r.kind() != what {
			return strange("样本的页眉或页脚找不到，文件可能已损坏；请用 Word 或 WPS 打开后另存一份")
		}
		id := fmt.Sprintf("donor%d", i+1)
		if err := in.keep(r.Target, what, id); err != nil {
			return err
		}
		side := value(ref, "type")
		if side != "first" && side != "even" {
			side = "default"
		}
		in.donor.page.refs += fmt.Sprintf(`<w:%sReference w:type="%s" r:id="%s"/>`, what, side, id)
	}
	return nil
}

func (in *intake) relation(id string) (relation, bool) {
	for _, r := range in.relations {
		if r.ID == id {
			return r, true
		}
	}
	return relation{}, false
}

func relationID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Space == relSpace && a.Name.Local == "id" {
			return a.Value
		}
	}
	return ""
}

// donated are the elements of a section, as far as they are taken.
type donated struct {
	refs []xml.StartElement
	rest map[string]xml.StartElement
}

// lastSection reads the section that ends the document. What it does not say of
// headers and footers it has from those before it.
func lastSection(body []byte) (d donated, err error) {
	root, err := walk(body, func(_ *xml.Decoder, within []xml.Name, t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if n := len(within); ok && n > 0 {
			before := n > 1 && short(within[n-2]) == "w:sectPrChange" || short(within[n-1]) == "w:sectPrChange"
			switch {
			case before:
			case short(e.Name) == "w:sectPr":
				d.rest = map[string]xml.StartElement{}
			case short(within[n-1]) == "w:sectPr":
				d.take(e.Copy())
			}
		}
		return nil
	})
	if err == nil && short(root) != "w:document" {
		err = say("不是 Word 正文")
	}
	return d, err
}

func (d *donated) take(e xml.StartElement) {
	if short(e.Name) != "w:headerReference" && short(e.Name) != "w:footerReference" {
		d.rest[short(e.Name)] = e
		return
	}
	for i, ref := range d.refs {
		if ref.Name == e.Name && value(ref, "type") == value(e, "type") {
			d.refs[i] = e
			return
		}
	}
	d.refs = append(d.refs, e)
}

// cut takes over the measures of a section, where they make a page.
func (s *sheet) cut(d donated) {
	size, margins := d.rest["w:pgSz"], d.rest["w:pgMar"]
	wide, high := measure(size, "w"), measure(size, "h")
	top, right, bottom := measure(margins, "top"), measure(margins, "right"), measure(margins, "bottom")
	left := measure(margins, "left") + measure(margins, "gutter") // what is bound is not written on
	const least = 2835                                            // five centimetres to write in
	if wide-left-right < least || high-top-bottom < least || max(wide, high) > 31680 {
		return
	}
	s.wide, s.high, s.top, s.right, s.bottom, s.left = wide, high, top, right, bottom, left
	s.head, s.foot = measure(margins, "header"), measure(margins, "footer")
	if grid, ok := d.rest["w:docGrid"]; ok {
		s.grid = attributes(grid, "type", "linePitch", "charSpace")
	}
	if e, ok := d.rest["w:titlePg"]; ok {
		s.first = isOn(value(e, "val"))
	}
	if e, ok := d.rest["w:pgNumType"]; ok {
		s.numbers, s.start = attributes(e, "fmt"), attributes(e, "start")
	}
}

// measure is a number of twentieths of a point that can be one; else 0.
func measure(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(value(e, name))
	if err != nil || n < 0 || n > 31680 {
		return 0
	}
	return n
}

// attributes copies some attributes of an element, made safe.
func attributes(e xml.StartElement, names ...string) string {
	var p pen
	for _, name := range names {
		if v := value(e, name); v != "" {
			p.f(` w:%s="`, name)
			p.text(v)
			p.f(`"`)
		}
	}
	return p.String()
}

// harmless reads a part that is to be kept, refuses fields that would fetch
// something from elsewhere, and gives the relations that it uses.
func harmless(name string, body []byte) (ids map[string]bool, err error) {
	ids = map[string]bool{}
	var fields strings.Builder
	instruction := false
	_, err = walk(body, func(_ *xml.Decoder, _ []xml.Name, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			for _, a := range t.Attr {
				if a.Name.Space == relSpace {
					ids[a.Value] = true
				}
			}
			if instruction = short(t.Name) == "w:instrText"; !instruction {
				fields.WriteString(value(t, "instr"))
			}
			if short(t.Name) == "w:fldChar" || short(t.Name) == "w:fldSimple" {
				fields.WriteByte('\n')
			}
		case xml.EndElement:
			instruction = false
		case xml.CharData:
			if instruction {
				fields.Write(t)
			}
		}
		return nil
	})
	if err != nil {
		return nil, strange("样本的 %s 不是规范的 XML：%v；请用 Word 或 WPS 打开后另存一份，打不开的请重新取一份", name, err)
	}
	for line := range strings.Lines(strings.ToUpper(fields.String())) {
		for _, word := range strings.Fields(line) {
			switch word {
			case "DDE", "DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "IMPORT", "INCLUDE", "DATABASE", "MACROBUTTON":
				return nil, strange("样本的 %s 里有会读取外部内容的域（%s）；请把它去掉后再用", name, word)
			}
		}
	}
	return ids, nil
}
