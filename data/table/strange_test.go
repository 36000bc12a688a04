package table

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// zipOf packs files, each with what is in it.
func zipOf(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// compoundOf is the container of old Office files with one stream of a name.
func compoundOf(name string) string {
	head := make([]byte, 1024)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	entry := head[512:]
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		binary.LittleEndian.PutUint16(entry[2*i:], u)
	}
	binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(units)+2))
	entry[66] = 2
	return string(head)
}

func TestStrangeFilesSayWhatTheyAre(t *testing.T) {
	var locked bytes.Buffer
	x := excelize.NewFile()
	if err := errors.Join(x.Write(&locked, excelize.Options{Password: "1234"}), x.Close()); err != nil {
		t.Fatal(err)
	}
	good := string(workbookOf(t, func(x *excelize.File, s string) {}))
	for _, c := range []struct{ name, raw, says string }{
		{"a.xlsx", "", "文件是空的"},
		{"a.csv", " \r\n\r\n", "文件里没有内容"},
		{"a.csv", "\ufeff", "文件里没有内容"},
		{"a.xlsx", compoundOf("Workbook"), "旧格式的表格（.xls 或 .et）"},
		{"a.et", compoundOf("Book"), "旧格式的表格（.xls 或 .et）"},
		{"a.xlsx", compoundOf("EncryptedPackage"), "有打开密码"},
		{"a.xlsx", locked.String(), "有打开密码"},
		{"a.xlsx", compoundOf("WordDocument"), "旧格式的 Word"},
		{"a.xlsx", compoundOf("PowerPoint Document"), "旧格式的演示文稿"},
		{"a.xlsx", compoundOf("Contents"), "旧格式的 Office 文件"},
		{"a.xlsx", string(zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml", "<x/>")), ".ods"},
		{"a.xlsx", string(zipOf(t, "_rels/.rels", "<x/>", "word/document.xml", "<x/>")), "Word 文档（.docx）"},
		{"a.xlsx", string(zipOf(t, "_rels/.rels", "<x/>", "ppt/presentation.xml", "<x/>")), "演示文稿（.pptx）"},
		{"a.xlsx", string(zipOf(t, "_rels/.rels", "<x/>", "xl/workbook.bin", "<x/>")), ".xlsb"},
		{"a.xlsx", string(zipOf(t, "Index/Document.iwa", "")), "Numbers"},
		{"a.xlsx", string(zipOf(t, "名册.csv", "编号,名称")), "zip 压缩包"},
		{"a.xlsx", good[:len(good)/2], "不完整"},
		{"a.xlsx", string(zipOf(t, "_rels/.rels", "<x/>")), "已损坏"},
		{"a.xlsx", string(zipOf(t, "xl/workbook.xml", "<workbook><sheets></sheets></workbook>", "xl/_rels/workbook.xml.rels", "<x/>")), "工作簿里没有表格"},
		{"a.xlsx", "%PDF-1.7\n", "PDF"},
		{"a.xlsx", "\x89PNG\r\n\x1a\n\x00", "图片"},
		{"a.csv", "\xff\xd8\xff\xe0\x00", "图片"},
		{"a.xls", "<html><body><table>", "网页（HTML）"},
		{"a.xls", "\ufeff  <!DOCTYPE html>", "网页（HTML）"},
		{"a.xls", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "XML 表格 2003"},
		{"a.xls", `<?xml version="1.0"?><x/>`, "XML 文件"},
		{"a.xls", "MIME-Version: 1.0\n", "网页存成的单个文件"},
		{"a.doc", "{\\rtf1", "RTF"},
		{"a.rar", "Rar!\x1a\x07", "RAR"},
		{"a.exe", "MZ\x90\x00\x03", "不是表格，也不是文本"},
		{"~$名册.xlsx", "甲\x00", "留下的临时文件"},
		{"a.csv", "编号,名称\n1,\xff\xfe\xff", "第2行：文字既不是 UTF-8 也不是 GBK"},
		{"a.csv", "\ufeff编号,名称\n1,\xba\xec", "第2行：文字既不是"},
	} {
		_, err := Read(context.Background(), c.name, strings.NewReader(c.raw), int64(len(c.raw)))
		var strange *Strange
		if !errors.As(err, &strange) || !strings.Contains(strange.Says.String(), c.says) || !strings.HasPrefix(err.Error(), c.name) {
			t.Errorf("%.20q: %v, want …%s…", c.raw, err, c.says)
		}
	}
}

func TestFoldersAndMissingFiles(t *testing.T) {
	folder := t.TempDir()
	if _, err := ReadFile(context.Background(), folder); err == nil || !strings.Contains(err.Error(), "这是文件夹") {
		t.Errorf("folder: %v", err)
	}
	if _, err := ReadFile(context.Background(), filepath.Join(folder, "x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	path := filepath.Join(folder, "名册.csv")
	if err := os.WriteFile(path, []byte("编号,名称\n1,甲"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := ReadFile(context.Background(), path)
	if err != nil || f.Name != "名册.csv" || len(f.Sheets) != 1 || len(f.Sheets[0].Rows) != 2 {
		t.Errorf("%+v %v", f, err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := ReadFile(stopped, path); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
