package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// takeStyles keeps the styles as they are and adds those of ours that are not
// among them.
func (in *intake) takeStyles() error {
	name, ok := in.find(kindStyles)
	if !ok {
		return strange("样本里没有样式；请用 Word 或 WPS 打开后另存一份")
	}
	body, err := in.part(name)
	if err != nil {
		return err
	}
	found, err := readStyles(body)
	if err != nil {
		return strange("样本的 %s 读不懂：%v；请用 Word 或 WPS 打开后另存一份，打不开的请重新取一份", name, err)
	}
	var added pen
	for i, l := range layouts() {
		id, ok := found.named(l)
		if !ok {
			id = found.free(l.id)
			l.write(&added, id, found.base)
		}
		in.donor.ids[i], in.donor.numbered[i] = id, found.isNumbered(id)
	}
	in.donor.styles = bytes.Join([][]byte{body[:found.end], added.Bytes(), body[found.end:]}, nil)
	return nil
}

// found are the styles of a donor.
type found struct {
	ids   map[string]bool
	names map[string]string // of paragraph styles, in small letters, to their ids
	under map[string]string // the style that one stands on
	lists map[string]string // the list that one belongs to, 0 for none
	base  string            // the id of what is called 正文
	end   int               // where styles can be added
}

// named is the style that stands for one of ours.
func (f *found) named(l layout) (id string, ok bool) {
	for _, name := range append([]string{l.name}, l.also...) {
		if id, ok = f.names[strings.ToLower(name)]; ok {
			return id, true
		}
	}
	return "", false
}

// isNumbered reports whether a style, or what it stands on, numbers its
// paragraphs.
func (f *found) isNumbered(id string) bool {
	for range len(f.ids) { // styles can stand on each other in a circle
		if list, ok := f.lists[id]; ok {
			return list != "0"
		}
		id = f.under[id]
	}
	return false
}

// free is an id that is not taken yet.
func (f *found) free(want string) string {
	id := want
	for i := 2; f.ids[id]; i++ {
		id = fmt.Sprintf("%s%d", want, i)
	}
	f.ids[id] = true
	return id
}

func readStyles(body []byte) (*found, error) {
	f := &found{ids: map[string]bool{}, names: map[string]string{}, under: map[string]string{}, lists: map[string]string{}}
	paragraph := "" // the paragraph style being read
	root, err := walk(body, func(d *xml.Decoder, within []xml.Name, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			switch {
			case short(t.Name) == "w:style" && len(within) == 1:
				id := value(t, "styleId")
				if id == "" || f.ids[id] {
					return say("有样式没有编号，或者编号重复")
				}
				f.ids[id] = true
				if paragraph = ""; value(t, "type") == "paragraph" || value(t, "type") == "" {
					paragraph = id
				}
				if paragraph != "" && isOn(value(t, "default")) && value(t, "default") != "" {
					f.base = id
				}
			case short(t.Name) == "w:name" && len(within) == 2 && paragraph != "":
				f.names[strings.ToLower(strings.TrimSpace(value(t, "val")))] = paragraph
			case short(t.Name) == "w:basedOn" && len(within) == 2 && paragraph != "":
				f.under[paragraph] = value(t, "val")
			case short(t.Name) == "w:numId" && len(within) == 4 && paragraph != "":
				f.lists[paragraph] = value(t, "val")
			}
		case xml.EndElement:
			if len(within) == 0 {
				f.end = bytes.LastIndex(body[:d.InputOffset()], []byte("</"))
			}
		}
		return nil
	})
	if f.base == "" { // as LibreOffice saves it
		f.base, _ = f.named(layout{name: "Normal", also: []string{"正文"}})
	}
	switch {
	case err != nil:
		return nil, err
	case short(root) != "w:styles" || f.base == "" || f.end < 0:
		return nil, say("里面没有“正文”样式")
	}
	return f, nil
}

// isOn reads a switch, which is on where it says nothing.
func isOn(value string) bool {
	return value != "0" && value != "false" && value != "off"
}

// takeSettings keeps of the settings what the header and footer depend on.
func (in *intake) takeSettings() error {
	var sides, mirrored bool
	if name, ok := in.find(kindSettings); ok {
		body, err := in.part(name)
		if err != nil {
			return err
		}
		_, err = walk(body, func(_ *xml.Decoder, _ []xml.Name, t xml.Token) error {
			if e, ok := t.(xml.StartElement); ok {
				switch short(e.Name) {
				case "w:evenAndOddHeaders":
					sides = isOn(value(e, "val"))
				case "w:mirrorMargins":
					mirrored = isOn(value(e, "val"))
				}
			}
			return nil
		})
		if err != nil {
			return strange("样本的 %s 不是规范的 XML：%v；请用 Word 或 WPS 打开后另存一份，打不开的请重新取一份", name, err)
		}
	}
	in.donor.settings = settings(sides, mirrored)
	return nil
}
