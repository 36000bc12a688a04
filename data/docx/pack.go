package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"strings"

	"xuncha/data/bilingual"
)

// Strange is the error for a file that is no document we take. Says tells what
// it is instead, or what is wrong with it, and what to do.
type Strange struct{ Says bilingual.Text }

func (s *Strange) Error() string { return s.Says.String() }

func strange(format string, args ...any) error { return &Strange{say(format, args...)} }

// What a document may be at most. A real one is far below.
const (
	maxFile  = 32 << 20
	maxPart  = 24 << 20
	maxWhole = 96 << 20
	maxParts = 4096
	maxDeep  = 256 // elements in each other

	maxDirectory = 2 << 20 // of the names in the file
)

// sparing reads no more than is left, so that a directory of files which claims
// to be short is not read into memory on and on.
type sparing struct {
	io.ReaderAt
	left int64
}

var errSpent = errors.New("docx: the directory is too long")

func (s *sparing) ReadAt(p []byte, off int64) (int, error) {
	if s.left -= int64(len(p)); s.left < 0 {
		return 0, errSpent
	}
	return s.ReaderAt.ReadAt(p, off)
}

// pack is a document as it lies in its file: parts by name, unpacked when asked
// for, and never more than maxWhole of them.
type pack struct {
	files map[string]*zip.File
	names []string
	left  int64
	read  map[string][]byte
}

// unpack opens a package without unpacking any of it.
func unpack(r io.ReaderAt, size int64) (*pack, error) {
	if size > maxFile {
		return nil, strange("文件有 %d MB，不像是一份文书；最大 %d MB", size>>20, maxFile>>20)
	}
	if err := greet(r, size); err != nil {
		return nil, err
	}
	from := &sparing{ReaderAt: r, left: maxDirectory}
	z, err := zip.NewReader(from, size)
	switch {
	case from.left < 0, err == nil && len(z.File) > maxParts:
		return nil, strange("压缩包里的文件太多，不像是一份文书")
	case err != nil:
		return nil, strange("这个 .docx 不完整，可能没有下载完或复制完；请重新取一份")
	}
	from.left = math.MaxInt64
	p := &pack{files: map[string]*zip.File{}, left: maxWhole, read: map[string][]byte{}}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if _, twice := p.files[f.Name]; twice {
			return nil, strange("压缩包里有两个 %s，不知道该用哪一个；请用 Word 或 WPS 打开后另存一份", f.Name)
		}
		p.files[f.Name] = f
		p.names = append(p.names, f.Name)
	}
	return p, nil
}

// greet looks at the first bytes of what has the wrong name.
func greet(r io.ReaderAt, size int64) error {
	head := make([]byte, min(size, 8))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("docx: read: %w", err)
	}
	switch {
	case size == 0:
		return strange("这是空文件，不是 .docx 文书")
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return nil
	case bytes.HasPrefix(head, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return strange("这是旧格式的 .doc、.wps，或者带打开密码的 .docx；请用 Word 或 WPS 打开，去掉密码，另存为 .docx")
	case bytes.HasPrefix(head, []byte("{\\rtf")):
		return strange("这是 RTF 文档；请用 Word 或 WPS 另存为 .docx")
	case bytes.HasPrefix(head, []byte("%PDF")):
		return strange("这是 PDF，不是 .docx 文书")
	}
	return strange("这不是 .docx 文书；请用 Word 或 WPS 另存为 .docx")
}

// part unpacks one part. It is kept, so that none is unpacked twice.
func (p *pack) part(name string) ([]byte, error) {
	if body, ok := p.read[name]; ok {
		return body, nil
	}
	f := p.files[name]
	if f == nil {
		return nil, strange("文书里缺少 %s，可能已损坏；请用 Word 或 WPS 打开后另存一份", name)
	}
	most := min(p.left, maxPart)
	from, err := f.Open()
	if err != nil {
		return nil, strange("文书里的 %s 解不开；请用 Word 或 WPS 打开后另存一份", name)
	}
	defer from.Close()
	body, err := io.ReadAll(io.LimitReader(from, most+1))
	if err != nil {
		return nil, strange("文书里的 %s 解不开，文件可能已损坏；请重新取一份", name)
	}
	if int64(len(body)) > most {
		return nil, strange("文书里的 %s 解开后过大，不像是一份文书", name)
	}
	p.left -= int64(len(body))
	p.read[name] = body
	return body, nil
}

// relation is one line of a .rels part.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func (r relation) kind() string   { return path.Base(r.Type) }
func (r relation) external() bool { return r.Mode == "External" }

// relations are those of one part, or of the whole package if name is empty.
// Their targets are made names of parts.
func (p *pack) relations(name string) ([]relation, error) {
	at := relationsOf(name)
	if p.files[at] == nil {
		return nil, nil
	}
	body, err := p.part(at)
	if err != nil {
		return nil, err
	}
	var list struct {
		Relationships []relation `xml:"Relationship"`
	}
	if err := wellFormed(body); err != nil {
		return nil, strange("文书里的 %s 不是规范的 XML：%v；请用 Word 或 WPS 打开后另存一份，打不开的请重新取一份", at, err)
	}
	if err := xml.Unmarshal(body, &list); err != nil {
		return nil, strange("文书里的 %s 读不懂；请用 Word 或 WPS 打开后另存一份", at)
	}
	for i, r := range list.Relationships {
		if !r.external() {
			list.Relationships[i].Target = resolve(name, r.Target)
		}
	}
	return list.Relationships, nil
}

// relationsOf is where the relations of a part lie.
func relationsOf(name string) string {
	dir, base := path.Split(name)
	return dir + "_rels/" + base + ".rels"
}

// resolve makes the target of a relation the name of a part. One that climbs
// out of the package names none.
func resolve(from, target string) string {
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/", path.Dir(from), target)
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// wellFormed reads XML to its end. A document type is refused: nothing needs
// one, and what it defines could grow without end.
func wellFormed(body []byte) error {
	_, err := walk(body, func(*xml.Decoder, []xml.Name, xml.Token) error { return nil })
	return err
}

// illFormed says where XML ends to be XML. What the library says of it is for
// programmers.
func illFormed(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return say("第%d行断开了或写错了", syntax.Line)
	}
	return say("用的不是 UTF-8 编码")
}

// walk calls visit with each token and the elements that it lies in. It answers
// with the root.
func walk(body []byte, visit func(d *xml.Decoder, within []xml.Name, t xml.Token) error) (root xml.Name, err error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	var within []xml.Name
	for {
		t, err := d.Token()
		if err == io.EOF {
			if root.Local == "" {
				return root, say("没有内容")
			}
			return root, nil
		}
		if err != nil {
			return root, illFormed(err)
		}
		switch t := t.(type) {
		case xml.Directive:
			return root, say("带有文档类型声明")
		case xml.EndElement:
			within = within[:len(within)-1]
		case xml.StartElement:
			if len(within) == 0 {
				if root.Local != "" {
					return root, say("有两个根元素")
				}
				root = t.Name
			}
			if len(within) == maxDeep {
				return root, say("嵌套超过%d层", maxDeep)
			}
		}
		if err := visit(d, within, t); err != nil {
			return root, err
		}
		if t, ok := t.(xml.StartElement); ok {
			within = append(within, t.Name)
		}
	}
}
