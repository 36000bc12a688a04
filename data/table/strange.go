package table

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"xuncha/data/bilingual"
)

// Strange is the error for a file that is no table we read. Says tells what it
// is instead and what to do.
type Strange struct {
	Name string
	Says bilingual.Text
}

func (s *Strange) Error() string { return s.Text().String() }

// Text is the error in both languages.
func (s *Strange) Text() bilingual.Text { return say("%s：%s", s.Name, s.Says) }

func strange(name, format string, args ...any) (kind, error) {
	return 0, &Strange{name, say(format, args...)}
}

type kind int

const (
	aWorkbook kind = iota + 1
	aCSV
)

// sign is what tells a file that is no table, and what it is then.
type sign struct {
	of   string
	says bilingual.Text
}

// heads are the first bytes of files that people take for tables.
func heads() []sign {
	return []sign{
		{"%PDF-", say("这是 PDF 文件，不是表格；请找到原来的表格文件，或把内容录入 .xlsx")},
		{"\x89PNG", say("这是图片，不是表格")},
		{"\xff\xd8\xff", say("这是图片，不是表格")},
		{"GIF8", say("这是图片，不是表格")},
		{"II*\x00", say("这是图片，不是表格")},
		{"MM\x00*", say("这是图片，不是表格")},
		{"Rar!", say("这是 RAR 压缩包；请先解开，再读里面的表格")},
		{"7z\xbc\xaf\x27\x1c", say("这是 7z 压缩包；请先解开，再读里面的表格")},
		{"\x1f\x8b", say("这是 gzip 压缩文件；请先解开，再读里面的表格")},
		{"{\\rtf", say("这是 RTF 文档，不是表格；请把其中的表格复制到 .xlsx 里")},
		{"MIME-Version:", say("这是网页存成的单个文件，不是表格；请用 Excel 或 WPS 打开后另存为 .xlsx")},
		{"SQLite format 3\x00", say("这是数据库文件，不是表格")},
	}
}

// sniff tells by its bytes whether a file is a workbook or text, and what it is
// when it is neither.
func sniff(name string, r io.ReaderAt, size int64) (kind, error) {
	head := make([]byte, min(max(size, 0), 4096))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return 0, fmt.Errorf("table: read %s: %w", name, err)
	}
	text := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(head), "\ufeff")))
	switch {
	case strings.HasPrefix(name, "~$"):
		return strange(name, "这是别的程序打开表格时留下的临时文件；请读不带“~$”的那一个")
	case size == 0:
		return strange(name, "文件是空的（0 字节）")
	case bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return sniffZip(name, r, size)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return 0, &Strange{name, sniffCompound(r, size)}
	case strings.HasPrefix(text, "<"):
		return 0, &Strange{name, sniffMarkup(text)}
	}
	for _, h := range heads() {
		if bytes.HasPrefix(head, []byte(h.of)) {
			return 0, &Strange{name, h.says}
		}
	}
	switch {
	case binaryText(head):
		return strange(name, "这不是表格，也不是文本；能读的是 .xlsx 和 .csv")
	case size > maxCSV:
		return strange(name, "文件有 %d MB，不像是人做的表格；csv 最大 %d MB", size>>20, maxCSV>>20)
	case text == "" && size <= int64(len(head)):
		return strange(name, "文件里没有内容")
	}
	return aCSV, nil
}

// binaryText finds the zeros that no text has, unless UTF-16 explains them.
func binaryText(head []byte) bool {
	return utf16Order(head) == nil && bytes.IndexByte(head, 0) >= 0
}

func sniffMarkup(text string) bilingual.Text {
	switch {
	case strings.Contains(text, "urn:schemas-microsoft-com:office:spreadsheet"):
		return say("这是“XML 表格 2003”，不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx")
	case strings.Contains(text, "<html") || strings.Contains(text, "<table") || strings.HasPrefix(text, "<!doctype html"):
		return say("这是网页（HTML），只是名字像表格；请用 Excel 或 WPS 打开后另存为 .xlsx")
	}
	return say("这是 XML 文件，不是表格；请用 Excel 或 WPS 打开后另存为 .xlsx")
}

// inside tells by a file in it what a zip is.
func inside() []sign {
	return []sign{
		{"xl/workbook.bin", say("这是二进制工作簿（.xlsb）；请用 Excel 打开后另存为 .xlsx")},
		{"word/document.xml", say("这是 Word 文档（.docx），不是表格；请把其中的表格复制到 .xlsx 里")},
		{"ppt/presentation.xml", say("这是演示文稿（.pptx），不是表格")},
		{"index/document.iwa", say("这是 Numbers 表格；请导出为 .xlsx")},
		{"meta-inf/manifest.xml", say("这是 OpenDocument 文件（.ods 或 .odt）；如是表格，请打开后另存为 .xlsx")},
	}
}

func sniffZip(name string, r io.ReaderAt, size int64) (kind, error) {
	if size > maxZip {
		return strange(name, "文件有 %d MB，不像是人做的表格；.xlsx 最大 %d MB", size>>20, maxZip>>20)
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return strange(name, "这个 .xlsx 不完整，可能没有下载完或复制完；请重新取一份")
	}
	if len(z.File) > 10_000 {
		return strange(name, "压缩包里的文件太多，不像是人做的表格")
	}
	parts := map[string]bool{}
	for _, f := range z.File {
		parts[partName(f.Name)] = true
	}
	if parts["xl/workbook.xml"] || parts["_rels/.rels"] && !parts["word/document.xml"] && !parts["ppt/presentation.xml"] && !parts["xl/workbook.bin"] {
		return aWorkbook, nil
	}
	for _, i := range inside() {
		if parts[i.of] {
			return 0, &Strange{name, i.says}
		}
	}
	return strange(name, "这是 zip 压缩包，不是表格；请先解开，再读里面的表格")
}

// sniffCompound tells apart the files that share the container of the old
// Office: its directory holds the names of its streams in UTF-16.
func sniffCompound(r io.ReaderAt, size int64) bilingual.Text {
	has := compoundNames(r, size)
	switch {
	case has("EncryptedPackage"):
		return say("这个工作簿有打开密码，读不了；请用 Excel 或 WPS 打开，去掉密码后另存")
	case has("Workbook"), has("Book"):
		return say("这是旧格式的表格（.xls 或 .et），虽然名字可能是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx")
	case has("WordDocument"):
		return say("这是旧格式的 Word 或 WPS 文档（.doc、.wps），不是表格；请把其中的表格复制到 .xlsx 里")
	case has("PowerPoint Document"):
		return say("这是旧格式的演示文稿（.ppt、.dps），不是表格")
	}
	return say("这是旧格式的 Office 文件，也可能有打开密码；请用 Excel 或 WPS 打开后另存为 .xlsx")
}

// compoundNames looks for directory entries by name. An entry is 128 bytes, with
// its name first and the name's length, in bytes and with its end, after 64.
func compoundNames(r io.ReaderAt, size int64) func(string) bool {
	found := map[string]bool{}
	buf := make([]byte, 1<<20)
	for at := int64(0); at < min(size, maxZip); at += int64(len(buf)) {
		n, err := r.ReadAt(buf, at)
		for e := buf[:n]; len(e) >= 128; e = e[128:] {
			length := int(binary.LittleEndian.Uint16(e[64:]))
			if length < 4 || length > 64 || length%2 != 0 || e[66] == 0 || e[66] > 5 {
				continue
			}
			units := make([]uint16, length/2-1)
			for i := range units {
				units[i] = binary.LittleEndian.Uint16(e[2*i:])
			}
			found[string(utf16.Decode(units))] = true
		}
		if err != nil {
			break
		}
	}
	return func(name string) bool { return found[name] }
}
