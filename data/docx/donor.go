package docx

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// Donor is an office's own document, of which the styles, the page, the header
// and the footer are taken. Nothing of what it says is.
type Donor struct {
	styles   []byte // with ours, where it lacks them
	ids      [layoutCount]string
	numbered [layoutCount]bool // which styles bring numbers of their own
	page     sheet
	settings []byte
	parts    []part // headers, footers, theme and numbering, with their pictures
}

// ReadDonor reads a .docx as donor. The error is a [*Strange] when it is none,
// has macros, leads out of itself, or is larger than any document is. Where its
// styles are called as those of Word are, 标题, 标题 1 and so on, they are taken
// for ours; what it lacks is added and stands on its 正文.
func ReadDonor(r io.ReaderAt, size int64) (*Donor, error) {
	p, err := unpack(r, size)
	if err != nil {
		return nil, err
	}
	main, relations, err := p.main()
	if err != nil {
		return nil, err
	}
	in := &intake{pack: p, relations: relations}
	for _, step := range []func() error{in.takeStyles, in.takeRest, in.takeSettings, func() error { return in.takePage(main) }} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if err := in.donor.sound(); err != nil {
		return nil, err
	}
	return &in.donor, nil
}

// sound writes a document with the donor and looks whether it holds together.
// Small things, such as the order of elements, are the office's own.
func (d *Donor) sound() error {
	var b bytes.Buffer
	if err := (&Document{Donor: d}).Write(&b); err != nil {
		return err
	}
	p, err := unpack(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return err
	}
	if says := (&check{pack: p}).all(); len(says) > 0 {
		return strange("样本不能用：%s；请用 Word 或 WPS 打开后另存一份", says[0])
	}
	return nil
}

// main finds the document in the package, if it is one we take.
func (p *pack) main() (name string, relations []relation, err error) {
	root, err := p.relations("")
	if err != nil {
		return "", nil, err
	}
	i := slices.IndexFunc(root, func(r relation) bool { return r.kind() == kindDocument && !r.external() })
	if i < 0 {
		return "", nil, strange("这是 zip 压缩包，里面没有 Word 文书")
	}
	if strings.Contains(root[i].Type, "purl.oclc.org") {
		return "", nil, strange("这是“严格 Open XML”格式的 .docx；请用 Word 另存为普通的“Word 文档（.docx）”")
	}
	types, err := p.part("[Content_Types].xml")
	if err != nil {
		return "", nil, err
	}
	declared := strings.ToLower(string(types))
	switch {
	case strings.Contains(declared, "macroenabled"), strings.Contains(declared, "vbaproject"), p.hasMacros():
		return "", nil, strange("这份文书带有宏，不能用作样本；请另存为不带宏的“Word 文档（.docx）”")
	case !strings.Contains(declared, "wordprocessingml"):
		return "", nil, strange("这是 Excel、PPT 或其他文件，不是 .docx 文书")
	}
	relations, err = p.relations(root[i].Target)
	return root[i].Target, relations, err
}

func (p *pack) hasMacros() bool {
	return slices.ContainsFunc(p.names, func(name string) bool {
		return strings.HasPrefix(strings.ToLower(path.Base(name)), "vba")
	})
}

// intake takes over a donor's parts one after another.
type intake struct {
	*pack
	relations []relation
	donor     Donor
	pictures  map[string]string // by their names, the names they get
	count     int
}

// find is the part that the document has under a kind.
func (in *intake) find(kind string) (string, bool) {
	for _, r := range in.relations {
		if r.kind() == kind && !r.external() {
			return r.Target, true
		}
	}
	return "", false
}

// takeRest keeps what the styles stand on.
func (in *intake) takeRest() error {
	for _, kind := range []string{kindTheme, kindNumbers} {
		if name, ok := in.find(kind); ok {
			if err := in.keep(name, kind, ""); err != nil {
				return err
			}
		}
	}
	return nil
}

// keep takes over one part with its pictures. It gets a name of our own, so that
// it meets none of ours.
func (in *intake) keep(name, kind, id string) error {
	body, err := in.part(name)
	if err != nil {
		return err
	}
	ids, err := harmless(name, body)
	if err != nil {
		return err
	}
	relations, err := in.pack.relations(name)
	if err != nil {
		return err
	}
	in.count++
	base := fmt.Sprintf("donor%d_%s.xml", in.count, kind)
	in.donor.parts = append(in.donor.parts, part{name: "word/" + base, kind: kind, id: id, body: body})
	var p pen
	p.f(xmlHead+`<Relationships xmlns="%s">`, packSpace)
	for _, r := range relations {
		to, err := in.picture(name, r)
		if err != nil {
			return err
		}
		delete(ids, r.ID)
		p.f(`<Relationship Id="`)
		p.text(r.ID)
		p.f(`" Type="%s/%s" Target="%s"/>`, relSpace, kindImage, to)
	}
	p.f(`</Relationships>`)
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		return strange("样本的 %s 用到的“%s”找不到，文件可能已损坏；请用 Word 或 WPS 打开后另存一份", name, id)
	}
	if len(relations) > 0 {
		in.donor.parts = append(in.donor.parts, part{name: relationsOf("word/" + base), body: p.Bytes()})
	}
	return nil
}

// pictureType is that of a picture that a header may hold, or none.
func pictureType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".gif":
		return "image/gif"
	case ".bmp":
		return "image/bmp"
	case ".tif", ".tiff":
		return "image/tiff"
	case ".emf":
		return "image/x-emf"
	case ".wmf":
		return "image/x-wmf"
	}
	return ""
}

// picture takes over a picture, once, and gives the target that leads to it.
func (in *intake) picture(from string, r relation) (string, error) {
	mime := pictureType(r.Target)
	switch {
	case r.external():
		return "", strange("样本的 %s 里有指向文件之外的链接（%s）；请把链接去掉、图片改为嵌入后再用", from, r.Target)
	case r.kind() != kindImage || mime == "":
		return "", strange("样本的 %s 里有图片以外的嵌入内容（%s）；请去掉，或者换成 PNG、JPEG 图片后再用", from, r.Target)
	}
	if to, ok := in.pictures[r.Target]; ok {
		return to, nil
	}
	body, err := in.part(r.Target)
	if err != nil {
		return "", err
	}
	to := fmt.Sprintf("media/donor%d%s", len(in.pictures)+1, strings.ToLower(path.Ext(r.Target)))
	if in.pictures == nil {
		in.pictures = map[string]string{}
	}
	in.pictures[r.Target] = to
	in.donor.parts = append(in.donor.parts, part{name: "word/" + to, kind: kindImage, mime: mime, body: body})
	return to, nil
}

// look is how documents with this donor look.
func (d *Donor) look() look {
	l := look{ids: d.ids, page: d.page, numbered: d.numbered}
	l.parts = append([]part{
		{name: "word/styles.xml", kind: kindStyles, body: d.styles},
		{name: "word/fontTable.xml", kind: kindFonts, body: fontTable()},
		{name: "word/settings.xml", kind: kindSettings, body: d.settings},
	}, d.parts...)
	return l
}
